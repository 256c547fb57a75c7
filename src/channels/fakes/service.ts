/**
 * A stand-in for an outside service: answers as its documents say, keeps its own books of what was really posted, and
 * fails on demand in every way a network and a service fail. Tests and the trial use it; nothing else does.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a request fails. 'after': it was carried out, and the answer is lost. */
export type Fault =
	/** The connection breaks before anything was read. */
	| 'cut_before'
	/** It is carried out; no answer comes. */
	| 'cut_after'
	/** It is carried out; half an answer comes. */
	| 'half_after'
	/** A gateway answers with a page instead of the service, before or after it was carried out. */
	| 'gateway_before'
	| 'gateway_after'
	/** Carried out, answered late. */
	| 'slow'
	/** The service's own ways. */
	| 'busy'
	| 'rate'
	| 'token';

export type Asked = {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
	/** Parsed when it is JSON or a form. */
	fields: Record<string, unknown>;
};
export type Told = { status?: number; headers?: Record<string, string>; json?: unknown; html?: string };

export type Service = { url: string; close: () => Promise<void> };

export type Ways = {
	/** What goes wrong with this request, if anything. Asked once for each. */
	fault?: (asked: Asked) => Fault | undefined;
	/** Milliseconds until it answers. */
	latency?: () => number;
	/** Milliseconds of 'slow'. */
	slow?: number;
};

export async function serve(
	handle: (asked: Asked, fault: Fault | undefined) => Told,
	{ fault = () => undefined, latency = () => 0, slow = 1500 }: Ways = {},
	port = 0
): Promise<Service> {
	const server = createServer((request, response) => {
		void answer(request, response);
	});
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const parts: Buffer[] = [];
		try {
			for await (const part of request) parts.push(part as Buffer);
		} catch {
			return; // The caller is gone before it had said everything.
		}
		const asked = read(request, Buffer.concat(parts));
		const wrong = fault(asked);
		if (wrong === 'cut_before') return void request.socket.destroy();
		if (wrong === 'gateway_before') return page(response, 502);
		await new Promise((go) => setTimeout(go, latency()));
		const told = handle(asked, wrong);
		if (wrong === 'cut_after') return void request.socket.destroy();
		if (wrong === 'gateway_after') return page(response, 504);
		if (wrong === 'slow') await new Promise((go) => setTimeout(go, slow));
		const body = told.html ?? JSON.stringify(told.json ?? {});
		response.writeHead(told.status ?? 200, {
			'content-type':
				told.html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
			'content-length': String(Buffer.byteLength(body)),
			...told.headers
		});
		if (wrong === 'half_after') {
			response.write(Buffer.from(body).subarray(0, Math.floor(body.length / 2)));
			setTimeout(() => request.socket.destroy(), 10);
			return;
		}
		response.end(body);
	}
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

function page(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'content-type': 'text/html' });
	response.end(`<html><body><h1>${status} Bad Gateway</h1></body></html>`);
}

function read(request: IncomingMessage, body: Buffer): Asked {
	const url = new URL(request.url ?? '/', 'http://fake');
	const type = String(request.headers['content-type'] ?? '');
	let fields: Record<string, unknown> = {};
	try {
		if (type.startsWith('application/json'))
			fields = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
		else if (type.startsWith('application/x-www-form-urlencoded'))
			fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
	} catch {
		fields = {};
	}
	return {
		method: request.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: request.headers,
		body,
		fields
	};
}

/** The books: what was really posted. With a file they outlive the process. */
export function openBooks<Entry extends { id: string }>(
	file?: string
): { all: () => Entry[]; put: (entry: Entry) => void } {
	const entries = new Map<string, Entry>();
	if (file && existsSync(file))
		for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
			const entry = JSON.parse(line) as Entry;
			entries.set(entry.id, entry);
		}
	return {
		all: () => [...entries.values()],
		put: (entry) => {
			entries.set(entry.id, entry);
			if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
		}
	};
}

export const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The page on which a person sees what was posted. */
export function shownPage(
	title: string,
	posts: { title: string; lines: string[]; picture?: string | undefined; at: number }[]
): string {
	const items = posts
		.toSorted((a, b) => b.at - a.at)
		.slice(0, 100)
		.map(
			(post) =>
				`<article>${post.picture ? `<img src="${escaped(post.picture)}" alt="">` : ''}<h2>${escaped(post.title)}</h2><small>${new Date(post.at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}</small>${post.lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</article>`
		);
	return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem;background:#f4f5f7}article{background:#fff;border-radius:12px;padding:1rem;margin:1rem 0;overflow:hidden}img{width:100%;border-radius:8px}h1{font-size:1.2rem}h2{font-size:1.05rem;margin:.3rem 0}small{color:#666}p{white-space:pre-wrap;overflow-wrap:anywhere}</style><h1>${escaped(title)}</h1><p>Bản mô phỏng để chạy thử: nội dung ở đây không ra ngoài.</p>${items.join('') || '<p>Chưa có bài nào.</p>'}</html>`;
}
