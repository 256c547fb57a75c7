import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, isInside, NoReply } from './outgoing.server.ts';

let server: Server;
let url = '';
const asked: string[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		if (request.url === '/redirect') {
			response.writeHead(302, { location: `${url}/elsewhere` });
			response.end();
		} else if (request.url === '/endless') {
			const more = setInterval(() => response.write('x'.repeat(100_000)), 5);
			response.on('close', () => clearInterval(more));
		} else if (request.url === '/silent') return;
		else if (request.url === '/half') {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('half');
			setTimeout(() => request.socket.destroy(), 20);
		} else response.end('fine');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const fate = (path: string, more: object = {}): Promise<string> =>
	call({
		method: 'POST',
		url: path.startsWith('/') ? url + path : path,
		reach: 'installed',
		body: '{}',
		...more
	}).then(
		({ status }) => String(status),
		(error: unknown) =>
			error instanceof NoReply ? `${error.reached ? 'may have arrived' : 'never arrived'}` : String(error)
	);

describe('requests to services outside', () => {
	it('say whether the other side can have acted', async () => {
		expect(await fate('/')).toBe('200');
		expect(await fate('/half')).toBe('may have arrived');
		expect(await fate('/silent', { seconds: 0.2 })).toBe('may have arrived');
		expect(await fate('http://127.0.0.1:9/')).toBe('never arrived');
		expect(await fate('http://nobody.invalid/')).toBe('never arrived');
	});

	it('are bounded in size and never follow a redirect', async () => {
		expect(await fate('/endless', { most: 300_000 })).toBe('may have arrived');
		expect(await fate('/redirect')).toBe('302');
		expect(asked).not.toContain('GET /elsewhere');
		expect(asked).not.toContain('POST /elsewhere');
	});

	it('cannot be steered inside by an address somebody typed in', async () => {
		const before = asked.length;
		for (const address of [
			url,
			url.replace('127.0.0.1', 'localhost'),
			'https://localhost/',
			'https://127.0.0.1/',
			'https://[::1]/',
			'https://[::ffff:10.0.0.1]/',
			'https://0x7f.1/',
			'https://169.254.169.254/latest/meta-data',
			'https://name:word@example.org/',
			'file:///etc/passwd'
		])
			expect(await fate(address, { reach: 'public' }), address).toBe('never arrived');
		expect(asked.length).toBe(before);
	});

	it('know every inside address, and take a public one for public', () => {
		for (const address of [
			'10.1.2.3',
			'172.31.255.1',
			'192.168.0.1',
			'127.9.9.9',
			'0.0.0.0',
			'::1',
			'fd00::1',
			'fe80::1',
			'::ffff:192.168.1.1',
			'100.64.3.2',
			'224.0.0.1',
			'255.255.255.255',
			'not an address'
		])
			expect(isInside(address), address).toBe(true);
		for (const address of ['8.8.8.8', '113.160.1.1', '2606:4700::1111', '172.32.0.1'])
			expect(isInside(address), address).toBe(false);
		fc.assert(fc.property(fc.ipV4(), (address) => isInside(`::ffff:${address}`) === isInside(address)));
	});
});
