/**
 * The server as the soak's console meets it: pages from the running program, errands answered by the program's own verbs
 * at the simulated moment, and now and then nothing at all.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as asRuns from '#broadcast/as-run.server.ts';
import * as consoles from '#broadcast/consoles.server.ts';
import * as playout from '#broadcast/playout.server.ts';
import type { ConsoleStatus } from '#broadcast/playout.ts';
import type { Ctx } from '#people/actor.ts';

export type SoakServer = {
	address: string;
	/** Errands answered. */
	errands: number;
	away: boolean;
	close: () => Promise<void>;
};

async function bodyOf(asked: IncomingMessage): Promise<unknown> {
	const parts: Buffer[] = [];
	for await (const part of asked) parts.push(part as Buffer);
	return JSON.parse(Buffer.concat(parts).toString());
}

export async function serve(given: {
	program: string;
	/** By the console's own clock, of which the server's is another. */
	ctx: (at: number) => Ctx;
	sounds: Map<string, Buffer>;
}): Promise<SoakServer> {
	async function errand(asked: IncomingMessage, path: string, token: string): Promise<unknown> {
		const ctx = given.ctx(Number(asked.headers['x-moved-clock']));
		if (path === 'log') return { taken: await asRuns.bring(ctx, token, await bodyOf(asked)) };
		await consoles.seen(ctx, token, (await bodyOf(asked)) as ConsoleStatus);
		return playout.programmeFor(ctx, token);
	}
	async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
		const errandPath = /^\/may-phat\/api\/(.*)$/.exec(asked.url!)?.[1];
		if (errandPath === undefined) {
			const passed = request(given.program + asked.url!, { method: asked.method }, (from) => {
				response.writeHead(from.statusCode!, from.headers);
				from.pipe(response);
			});
			passed.on('error', () => response.destroy());
			passed.end();
			return;
		}
		const sound = /^audio\/(.+)$/.exec(errandPath)?.[1];
		if (sound !== undefined) {
			response.end(given.sounds.get(sound));
			return;
		}
		const token = asked.headers.authorization!.replace('Bearer ', '');
		const said = JSON.stringify(await errand(asked, errandPath, token));
		soak.errands++;
		// Taken, and the answer lost on its way: it comes again.
		if (soak.errands % 50 === 49) {
			response.destroy();
			return;
		}
		response.setHeader('content-type', 'application/json').end(said);
	}
	const server = createServer((asked, response) => {
		if (soak.away) {
			asked.socket.destroy();
			return;
		}
		answer(asked, response).catch((error: unknown) => {
			console.error(error);
			response.destroy();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const soak: SoakServer = {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		errands: 0,
		away: false,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
	return soak;
}
