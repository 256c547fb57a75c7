/**
 * No input gives a 5xx: every page, endpoint and form action of the program is asked with what nobody should send, by a
 * visitor and by people who may do things. Broken forms are answered in words. Rooms that come later are found by
 * themselves (routes.ts). Each page is asked every time, with some of what there is to ask (FUZZ=all: with all of it).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password, startProgram, type Running } from './program.ts';
import { addressWith, allRoutes, walk, type Route } from './routes.ts';
import { bodies, drawing, files, headers as oddHeaders, queries, values, words, worst } from './strange.ts';

/** Thousands of requests, on a machine that may have other things to do. */
const PATIENCE = 900_000;

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const some = drawing(seed);

let program: Running;
let dataDir: string;
let routes: Route[];
/** Real addresses by person, then by route. */
const addresses = new Map<string, Map<string, string>>();
const cookies = new Map<string, string>();
const visitor = '';
const people = ['van-phong', 'van-hoa', 'quan-tri', 'chu-tich'];

/** Whose pages these are; others would only be told that they may not. */
function whose(id: string): string {
	if (!id.startsWith('/(staff)')) return visitor;
	if (id.includes('/quan-tri')) return 'quan-tri';
	if (id.includes('/tin-bai')) return 'van-hoa';
	return 'van-phong';
}
/** Fields that are numbers or days in the tables; every one is tried alone, the rest of the form as it stands. */
const counted = /id|version|ngay|day|date|from|to$|on$|nam|year|so|count|quantity|limit|no$|at$/i;
/** What ends a session, or the account itself, comes last. */
const ofAccounts = /tai-khoan|dang-nhap|dang-xuat|vi-tri/;

type Asked = { as?: string; method?: string; body?: BodyInit; headers?: Record<string, string> };
const ask = (address: string, { as = visitor, method = 'GET', body, headers = {} }: Asked = {}) =>
	fetch(program.address + address, {
		method,
		redirect: 'manual',
		...(body === undefined ? {} : { body }),
		headers: {
			origin: program.address,
			...(as === visitor ? {} : { cookie: cookies.get(as)! }),
			accept: 'text/html',
			...headers
		}
	});

async function signIn(name: string): Promise<void> {
	const answer = await ask('/dang-nhap?/vao', {
		method: 'POST',
		body: new URLSearchParams({ name, password })
	});
	expect([name, answer.status]).toEqual([name, 303]);
	cookies.set(
		name,
		answer.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ')
	);
}

/** A few at once, as a server has it. */
async function each<T>(all: T[], work: (one: T) => Promise<void>, atOnce = 4): Promise<void> {
	const waiting = [...all];
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
		})
	);
}

const faults: string[] = [];
const asked = new Map<number, number>();
async function note(what: string, request: () => Promise<Response>): Promise<Response | undefined> {
	try {
		const answer = await request();
		asked.set(answer.status, (asked.get(answer.status) ?? 0) + 1);
		if (answer.status >= 500) faults.push(`${answer.status} ${what}`);
		return answer;
	} catch (thrown) {
		// Cut off in the middle: as bad as an error.
		faults.push(`${String((thrown as Error).cause ?? thrown)} ${what}`);
		return undefined;
	}
}
const drain = async (answer: Response | undefined): Promise<string> => (answer ? answer.text() : '');

beforeAll(async () => {
	console.info(`FUZZ_SEED=${seed}`);
	dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach fuzz '));
	program = await startProgram(dataDir);
	routes = await allRoutes();
	for (const name of people) await signIn(name);
	for (const name of [visitor, ...people]) {
		const ids = routes.map(({ id }) => id).filter((id) => id.startsWith('/(staff)') === (name !== visitor));
		const get = async (address: string) => {
			const answer = await ask(address, { as: name });
			const text = await answer.text();
			return answer.headers.get('content-type')?.includes('html') ? text : '';
		};
		const from =
			name === visitor
				? ['/', '/thu-tuc', '/kiosk', '/kiosk/tim?q=dang', '/sitemap.xml']
				: ['/lam-viec', '/lam-viec/quan-tri'];
		addresses.set(name, await walk(get, from, ids));
	}
}, PATIENCE);

afterAll(async () => {
	await program.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

/** The real address of the route for the person; of one below a real page, that page with the rest of it. */
function realAddress(id: string, as: string): string | undefined {
	const parts = id.split('/');
	for (let at = parts.length; at > 1; at--) {
		const above = parts.slice(0, at).join('/');
		const found = addresses.get(as)?.get(above) ?? addresses.get(visitor)?.get(above);
		const rest = parts.slice(at);
		if (found && (rest.length === 0 || above.endsWith(']')))
			return rest.length === 0 ? found : found + addressWith(`/${rest.join('/')}`, '1');
	}
	// What varies is known from another page: the code of a procedure, the key of a story.
	const values = parts.map((part) => (/^\[\w+\]$/.test(part) ? valueOf(part) : part));
	return values.includes(undefined) ? undefined : addressWith(values.join('/'), '1');
}
function valueOf(parameter: string): string | undefined {
	for (const found of addresses.values())
		for (const [id, address] of found) {
			const at = id
				.split('/')
				.filter((part) => !/^\(/.test(part))
				.indexOf(parameter);
			if (at > 0) return address.split('/')[at];
		}
	return undefined;
}
const addressOf = (id: string, as: string): string => realAddress(id, as) ?? addressWith(id, '1');

/** Fields of the forms of a page, each with what stands in it. */
async function fieldsOf(
	address: string,
	as: string
): Promise<{ fields: Map<string, string>; takesFiles: boolean }> {
	const html = await drain(await ask(address, { as }));
	const found = new Map<string, string>();
	for (const [tag] of html.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
		const name = /\bname="([^"]+)"/.exec(tag)?.[1];
		if (name && !found.has(name)) found.set(name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? 'abc');
	}
	for (const name of ['id', 'file', 'lockVersion']) if (!found.has(name)) found.set(name, '1');
	return { fields: found, takesFiles: html.includes('type="file"') };
}

type Target = { id: string; address: string; as: string };
const targets = (): Target[] =>
	routes
		.flatMap(({ id, actions, methods }) => {
			const as = whose(id);
			const address = addressOf(id, as);
			const posts = methods.some((method) => ['POST', 'fallback'].includes(method)) ? [address] : [];
			return [...actions.map((name) => `${address}?/${name}`), ...posts].map((to) => ({
				id,
				address: to,
				as
			}));
		})
		.toSorted((a, b) => Number(ofAccounts.test(a.id)) - Number(ofAccounts.test(b.id)));

/** Strange as it was, it may have signed somebody out. */
async function stillSignedIn(as: string): Promise<void> {
	if (as === visitor) return;
	const answer = await ask('/lam-viec', { as });
	await answer.text();
	if (answer.status === 303) await signIn(as);
}

describe('what nobody should send', () => {
	it('was tried on real pages, not on pages that are not there', () => {
		expect(routes.length).toBeGreaterThan(60);
		expect(targets().length).toBeGreaterThan(60);
		const known = [
			'/(public)/thu-tuc/[code]',
			'/(public)/tin-tuc/[slug]',
			'/(staff)/lam-viec/ke-hoach/[id]',
			'/(staff)/lam-viec/nhiem-vu/[id]',
			'/(staff)/lam-viec/niem-yet/[place]',
			'/(staff)/lam-viec/quan-tri/can-bo/[id]',
			'/(staff)/lam-viec/thu-tuc/[code]',
			'/(staff)/lam-viec/thu-tuc/quyet-dinh/[id]',
			'/(staff)/lam-viec/tin-bai/[id]',
			'/kiosk/thu-tuc/[code]'
		];
		expect(known.filter((id) => realAddress(id, whose(id)) === undefined)).toEqual([]);
	});

	it(
		'in the address',
		async () => {
			const all = routes.flatMap(({ id }) => {
				const as = whose(id);
				const real = addressOf(id, as);
				const names = [
					'q',
					'trang',
					'ngay',
					'nam',
					'thang',
					'ky',
					'loai',
					'xem',
					'tu',
					'den',
					'ma',
					'xong',
					'so',
					'noi',
					'limit',
					'offset',
					'on',
					'truoc',
					'linh-vuc',
					'muc'
				];
				const asking = some(queries, 5).map((query) =>
					query.length > 300
						? `${real}?${query}`
						: `${real}?${names.map((name) => `${name}=${query}`).join('&')}`
				);
				const elsewhere = id.includes('[') ? some(words, 4).map((word) => addressWith(id, word)) : [];
				return [...asking, ...elsewhere].map((address) => ({ address, as }));
			});
			await each(all, async ({ address, as }) => {
				await drain(await note(`GET ${address.slice(0, 200)}`, () => ask(address, { as })));
			});
			expect(faults).toEqual([]);
		},
		PATIENCE
	);

	it(
		'in the headers',
		async () => {
			// Files and data look at headers; pages leave them to the framework, one like the other.
			const served = [...routes.filter(({ methods }) => methods.length > 0), ...routes.slice(0, 12)];
			for (const { id } of served) {
				const as = whose(id);
				const address = addressOf(id, as);
				await each(some(oddHeaders, 5), async (odd) => {
					const { cookie, ...rest } = odd;
					const headers = cookie ? { ...rest, cookie: `${cookies.get(as) ?? ''}; ${cookie}` } : rest;
					const what = `GET ${address} ${JSON.stringify(odd).slice(0, 80)}`;
					await drain(await note(what, () => ask(address, { as, headers })));
				});
			}
			expect(faults).toEqual([]);
		},
		PATIENCE
	);

	it(
		'as a form that is none: answered in words',
		async () => {
			for (const { id, address, as } of targets()) {
				if (ofAccounts.test(id)) await stillSignedIn(as);
				await each(some(bodies, 5), async ({ name, type, body }) => {
					const answer = await note(`POST ${address} ${name}`, () =>
						ask(address, { as, method: 'POST', body: body as BodyInit, headers: { 'content-type': type } })
					);
					const text = await drain(answer);
					if (!answer || answer.status < 400 || answer.status >= 500) return;
					if (!/[À-ỹ]/.test(text)) faults.push(`no words: ${answer.status} POST ${address} ${name}`);
				});
			}
			expect(faults).toEqual([]);
		},
		PATIENCE
	);

	it(
		'in the fields of every form',
		async () => {
			for (const { id, address, as } of targets()) {
				await stillSignedIn(as);
				const { fields, takesFiles } = await fieldsOf(address.split('?')[0]!, as);
				const names = [...fields.keys()];
				const everywhere = some(Object.entries(values), 6).map(([what, value]) => ({
					what,
					form: names.map((name): [string, string | File] => [name, value])
				}));
				const alone = names
					.filter((name) => counted.test(name))
					.flatMap((name) =>
						worst.map((what) => ({
							what: `${name}=${what}`,
							form: [...fields].map(([other, value]): [string, string | File] => [
								other,
								other === name ? values[what]! : value
							])
						}))
					);
				const withFiles = (takesFiles ? some(files, 4) : []).map((file) => ({
					what: `file ${file.name.slice(0, 30)}`,
					form: [...fields].map(([name, value]): [string, string | File] =>
						/file|anh|tep|photo/i.test(name)
							? [name, new File([file.bytes as BlobPart], file.name, { type: file.type })]
							: [name, value]
					)
				}));
				const twice = [
					{ what: 'all twice', form: [...fields, ...fields] as [string, string | File][] },
					{
						what: 'files everywhere',
						form: names.map((name): [string, string | File] => [name, new File(['x'], 'x')])
					}
				];
				await each(
					[...everywhere, ...withFiles, ...twice, ...(ofAccounts.test(id) ? [] : some(alone, 6))],
					async ({ what, form }) => {
						const body = new FormData();
						for (const [name, value] of form)
							if (typeof value === 'string') body.append(name, value);
							else body.append(name, value, value.name);
						await drain(
							await note(`POST ${address} ${what}`, () => ask(address, { as, method: 'POST', body }))
						);
					}
				);
			}
			expect(faults).toEqual([]);
		},
		PATIENCE
	);

	it('as bytes that are no request', async () => {
		const { hostname, port } = new URL(program.address);
		const raw = (text: string) =>
			new Promise<string>((resolve) => {
				const socket = connect(Number(port), hostname, () => socket.end(text, 'latin1'));
				let answer = '';
				socket.on('data', (part) => (answer += part.toString('latin1')));
				socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
				socket.on('error', () => resolve(answer));
				socket.setTimeout(5000, () => socket.destroy());
			});
		const get = (line: string, ...lines: string[]) =>
			[`GET ${line} HTTP/1.1`, ...lines, 'connection: close', '', ''].join('\r\n');
		const answers: Record<string, string> = {};
		for (const [what, text] of Object.entries({
			garbage: '\0\xff\xfe\r\n\r\n',
			'no host': get('/'),
			'empty host': get('/', 'host:'),
			'strange host': get('/', 'host: a b"<>'),
			'host of letters': get('/', 'host: \xc4\x91\xe1\xbb\x93.vn'),
			'long host': get('/', `host: ${'a'.repeat(5000)}`),
			'host with a port beyond': get('/', 'host: a:99999'),
			'whole address': get('http://khac.example/lam-viec', 'host: x'),
			star: 'OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
			'two slashes': get('//khac.example//%2f', 'host: a'),
			backslash: get('/\\..\\..', 'host: a'),
			'half percent': get('/%', 'host: a'),
			'half percent behind': get('/thu-tuc/%E1%BA', 'host: a'),
			'negative length': 'POST /dang-nhap HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
			'two lengths':
				'POST /dang-nhap HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
			'method of nobody': 'BREW / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
			trace: 'TRACE / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
			put: 'PUT /thu-tuc HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\nconnection: close\r\n\r\na'
		}))
			answers[what] = await raw(text);
		for (const [what, line] of Object.entries(answers))
			expect([what, line]).not.toEqual([what, expect.stringMatching(/ 5\d\d /)]);
		expect((await ask('/healthz')).status).toBe(200);
	});

	it('left the program whole: its pages are there, and people can work', async () => {
		for (const name of people) await stillSignedIn(name);
		for (const address of ['/', '/thu-tuc', '/kiosk', '/du-lieu-mo', '/api/v1/procedures'])
			expect([address, (await ask(address)).status]).toEqual([address, 200]);
		for (const address of ['/lam-viec', '/lam-viec/thu-tuc', '/lam-viec/niem-yet'])
			expect([address, (await ask(address, { as: 'van-phong' })).status]).toEqual([address, 200]);
		// Most of it reached the pages themselves.
		console.info('answers by status', Object.fromEntries([...asked].sort(([a], [b]) => a - b)));
		expect(asked.get(200)! + (asked.get(422) ?? 0)).toBeGreaterThan(1000);
	});
});
