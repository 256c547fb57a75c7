/** The web server: SvelteKit's handler behind Node's own HTTP server, with limits that keep slow or endless callers out. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Settings } from '#platform/settings.ts';

const handlerFile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../build/handler.js');
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const CLIENT_HEADER = 'x-minhbach-client';

/**
 * Who calls. In production the proxy in front stands on this machine and writes the caller at the end of
 * X-Forwarded-For; whatever stands before that, or comes from anywhere else, anybody could have written.
 */
function clientOf(request: IncomingMessage, production: boolean): string {
	const peer = request.socket.remoteAddress ?? 'unknown';
	const local = /^(127\.|::1$|::ffff:127\.)/.test(peer);
	const told = String(request.headers['x-forwarded-for'] ?? '')
		.split(',')
		.at(-1)
		?.trim();
	return production && local && told ? told : peer;
}

export type Web = { address: string; close: () => Promise<void> };

/** Listens and returns the address people type. The built application finds the database by MINHBACH_DATABASE_URL. */
export async function startWeb(settings: Settings, databaseUrl: string): Promise<Web> {
	process.env['MINHBACH_DATABASE_URL'] = databaseUrl;
	// The origin is built from these two headers: one installation answers on the host names of several wards.
	process.env['MINHBACH_HTTP_PROTOCOL_HEADER'] = 'x-minhbach-protocol';
	process.env['MINHBACH_HTTP_HOST_HEADER'] = 'host';
	process.env['MINHBACH_HTTP_ADDRESS_HEADER'] = CLIENT_HEADER;
	// Five photos of a message are the most; other forms have a lower bound of their own (wellformed.server.ts).
	process.env['MINHBACH_HTTP_BODY_SIZE_LIMIT'] = '110M';
	const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: Handler };
	const protocol = settings.ORIGIN ? new URL(settings.ORIGIN).protocol.slice(0, -1) : 'http';

	const server: Server = createServer(
		// Photos over a bad network take their time; every other request has to be here within two minutes.
		{ requestTimeout: 15 * 60_000, headersTimeout: 20_000 },
		(request, response) => {
			if (!request.url?.startsWith('/phan-anh/')) {
				const impatient = setTimeout(() => request.complete || request.destroy(), 120_000);
				response.once('close', () => clearTimeout(impatient));
			}
			request.headers['x-minhbach-protocol'] = protocol;
			// Programs hand service requests in with a key and no cookie; what keeps foreign pages from sending forms in our
			// people's name does not concern them.
			// Letter boxes end a subscription for their reader the same way (RFC 8058).
			if (
				/^\/open311\/v2\/requests(\.(xml|json))?(\?|$)/.test(request.url ?? '') ||
				/^\/dang-ky-tin\/thoi\?/.test(request.url ?? '')
			) {
				delete request.headers.cookie;
				request.headers.origin = `${protocol}://${request.headers.host ?? ''}`;
			}
			request.headers[CLIENT_HEADER] = clientOf(request, settings.production);
			handler(request, response);
		}
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(settings.PORT, settings.HOST, resolve);
	});
	const { port } = server.address() as AddressInfo;
	const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
	return {
		address: `http://${host}:${port}`,
		close: async () => {
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
				// What is not finished by then would hold the stop back beyond its ten seconds.
				setTimeout(() => server.closeAllConnections(), 3000).unref();
			});
			await (globalThis as { minhBachClose?: () => Promise<void> }).minhBachClose?.();
		}
	};
}
