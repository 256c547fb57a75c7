/**
 * The sender's forms are asked with what no form sends: every field with letters of other worlds, files that are bombs,
 * bodies that are cut off or endless. Nothing is answered with a 5xx, and nothing is there half afterwards.
 */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runningUrl } from '#platform/postgres.server.ts';
import { bodies, files as strangeFiles, values } from './strange.ts';

const MEGABYTE = 1_048_576;
let address: string;
let db: pg.Pool;
const faults: string[] = [];

beforeAll(async () => {
	address = inject('address');
	db = new pg.Pool({ connectionString: (await runningUrl(inject('dataDir')))!, max: 1 });
});
afterAll(() => db.end());

type Part = string | { name: string; type?: string; bytes: Uint8Array };
const good = (changes: Record<string, string> = {}): Record<string, string> => ({
	key: randomBytes(18).toString('base64url'),
	category: 'roads',
	text: `Nắp cống trước nhà bị vỡ, rất nguy hiểm. ${randomBytes(4).toString('hex')}`,
	place: '',
	name: '',
	phone: '',
	email: '',
	address: '',
	...changes
});

async function post(what: string, to: string, fields: [string, Part][], cookie = ''): Promise<number> {
	const form = new FormData();
	for (const [name, value] of fields)
		if (typeof value === 'string') form.append(name, value);
		else form.append(name, new File([new Uint8Array(value.bytes)], value.name, { type: value.type ?? '' }));
	return note(what, () =>
		fetch(address + to, {
			method: 'POST',
			body: form,
			redirect: 'manual',
			headers: { origin: address, accept: 'text/html', ...(cookie && { cookie }) }
		})
	);
}

async function note(what: string, ask: () => Promise<Response>): Promise<number> {
	try {
		const answer = await ask();
		await answer.arrayBuffer();
		if (answer.status >= 500) faults.push(`${answer.status} ${what}`);
		return answer.status;
	} catch (thrown) {
		faults.push(`${String((thrown as Error).cause ?? thrown)} ${what}`);
		return 0;
	}
}

const withFile = (...given: { name: string; type?: string; bytes: Uint8Array }[]): [string, Part][] => [
	...(Object.entries(good()) as [string, Part][]),
	...given.map((one): [string, Part] => ['files', one])
];

/** A zip that unpacks to far more than it is: a hundred megabytes of nothing. */
function zipBomb(entry: string): Buffer {
	const packed = deflateRawSync(Buffer.alloc(100 * MEGABYTE), { level: 9 });
	const head = Buffer.alloc(30);
	head.writeUInt32LE(0x04034b50, 0);
	head.writeUInt16LE(20, 4);
	head.writeUInt16LE(8, 8);
	head.writeUInt32LE(packed.length, 18);
	head.writeUInt32LE(100 * MEGABYTE, 22);
	head.writeUInt16LE(entry.length, 26);
	return Buffer.concat([head, Buffer.from(entry), packed]);
}

/** A picture of 31,623 by 31,623 points: a thousand million of them, said in thirty-three bytes. */
function hugePng(): Buffer {
	const head = Buffer.alloc(33);
	Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]).copy(head);
	head.write('IHDR', 12, 'latin1');
	head.writeUInt32BE(31_623, 16);
	head.writeUInt32BE(31_623, 20);
	head.writeUInt8(8, 24);
	head.writeUInt8(2, 25);
	return head;
}

describe('the form', () => {
	it('takes any words in any field, or says what is wrong', async () => {
		for (const field of Object.keys({
			...good(),
			latitude: '',
			website: '',
			altcha: '',
			keep: '',
			namePublic: ''
		}))
			for (const [name, value] of Object.entries(values)) {
				const fields = { ...good(), [field]: value };
				const status = await post(`${field}: ${name}`, '/phan-anh/gui', Object.entries(fields));
				if (field === 'website' || field === 'altcha')
					expect([field, name, status]).toEqual([field, name, 200]);
			}
		expect(faults).toEqual([]);
	}, 240_000);

	it('takes no file for what it is not, and says which', async () => {
		const jpeg = await sharp({ create: { width: 50, height: 50, channels: 3, background: 'red' } })
			.jpeg()
			.toBuffer();
		const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
		const bad = [
			...strangeFiles.filter(({ name }) => !/\.pdf$/.test(name)),
			{ name: 'bom.zip', bytes: zipBomb('a.txt') },
			{ name: 'bom.docx', bytes: zipBomb('word/document.xml') },
			{ name: 'rong.png', bytes: hugePng() },
			{ name: 'hong.jpg', bytes: jpeg.subarray(0, jpeg.length / 2) },
			{ name: 'lon.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(21 * MEGABYTE)]) },
			{ name: 'lon.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(21 * MEGABYTE)]) },
			{ name: 'trang.html', bytes: Buffer.from('<script>alert(1)</script>') },
			{ name: 'anh.gif', bytes: Buffer.from('GIF89a\x01\0\x01\0\0\0\0;') },
			{ name: '.env\0.jpg', bytes: Buffer.from([0x4d, 0x5a, 0, 0]) }
		];
		for (const file of bad) {
			const status = await post(file.name, '/phan-anh/gui', withFile(file));
			expect([file.name.slice(0, 40), status >= 400]).toEqual([file.name.slice(0, 40), true]);
		}
		const many = Array.from({ length: 30 }, (_, at) => ({ name: `${at}.jpg`, bytes: jpeg }));
		expect(await post('thirty photos', '/phan-anh/gui', withFile(...many))).toBe(422);
		const odd = { name: `../../..\\etc/\u202e\u0000"${'ộ'.repeat(300)}.jpg`, bytes: jpeg };
		expect(await post('a strange name', '/phan-anh/gui', withFile(odd))).toBe(200);
		expect(faults).toEqual([]);
	}, 120_000);

	it('answers bodies that are no form, too large, of ten thousand parts', async () => {
		for (const { name, type, body } of bodies)
			await note(name, () =>
				fetch(`${address}/phan-anh/gui`, {
					method: 'POST',
					body: new Uint8Array(body),
					headers: { origin: address, accept: 'text/html', ...(type && { 'content-type': type }) }
				})
			);
		const parts = Array.from({ length: 10_000 }, (_, at): [string, Part] => [`truong-${at}`, 'x']);
		await post('ten thousand parts', '/phan-anh/gui', [...Object.entries(good()), ...parts]);
		const files = Array.from({ length: 10_000 }, (): [string, Part] => [
			'files',
			{ name: 'a', bytes: Buffer.from('x') }
		]);
		await post('ten thousand files', '/phan-anh/gui', [...Object.entries(good()), ...files]);
		expect(faults).toEqual([]);
		expect(await endless(200 * MEGABYTE)).toBe(413);
	}, 120_000);

	it('forgets what was cut off on its way', async () => {
		const before = await cases();
		await Promise.all(Array.from({ length: 20 }, () => cutOff()));
		expect(await cases()).toBe(before);
	});
});

describe('the look-up', () => {
	it('opens nothing for any words, and breaks on none', async () => {
		for (const [name, value] of Object.entries(values)) {
			const status = await post(`look-up ${name}`, '/phan-anh/tra-cuu?/mo', [
				['code', value],
				['secret', value]
			]);
			expect([name, [404, 413, 429].includes(status)]).toEqual([name, true]);
			for (const act of ['bo-sung', 'danh-gia', 'xem-lai', 'rut', 'xoa-lien-he', 'du-lieu', 'dong'])
				await post(
					`${act} ${name}`,
					`/phan-anh/tra-cuu?/${act}`,
					[['text', value]],
					`theo-doi-phan-anh=${encodeURIComponent(value.toWellFormed()).slice(0, 3000)}`
				);
		}
		expect(faults).toEqual([]);
	}, 120_000);
});

it('leaves nothing half, and a program that works', async () => {
	const { rows } = await db.query<{ what: string; many: number }>(`
		select 'senders' as what, count(*)::int as many from feedback_sender s
			where not exists (select 1 from feedback_case c where c.sender_id = s.id)
		union all select 'cases', count(*)::int from feedback_case c
			where not exists (select 1 from feedback_step s where s.case_id = c.id)
		union all select 'journal', count(*)::int from feedback_case c where not exists
			(select 1 from journal_entry j where j.subject_kind = 'feedback' and j.subject_id = c.id::text)`);
	expect(rows.filter(({ many }) => many > 0)).toEqual([]);
	expect((await fetch(`${address}/healthz`)).status).toBe(200);
	expect(await post('a good one', '/phan-anh/gui', Object.entries(good()))).toBe(200);
	expect(faults).toEqual([]);
});

async function cases(): Promise<number> {
	return (await db.query<{ many: number }>('select count(*)::int as many from feedback_case')).rows[0]!.many;
}

/** A body that says how long it is, and is not finished. */
function cutOff(): Promise<void> {
	const { hostname, port } = new URL(address);
	const body = `--x\r\ncontent-disposition: form-data; name="key"\r\n\r\n${good()['key']}\r\n--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nNắp cống trước nhà`;
	return new Promise((resolve) => {
		const socket = connect(Number(port), hostname, () => {
			socket.write(
				`POST /phan-anh/gui HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${address}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 100000\r\n\r\n${body}`
			);
			setTimeout(() => socket.destroy(), 200);
		});
		socket.on('error', () => undefined);
		socket.on('close', () => resolve());
	});
}

/** Sends on and on until it is told to stop; the status, also when the connection is closed after it. */
function endless(length: number): Promise<number> {
	return new Promise((resolve, reject) => {
		let status = 0;
		const sending = request(
			`${address}/phan-anh/gui`,
			{
				method: 'POST',
				headers: {
					origin: address,
					accept: 'text/html',
					'content-type': 'multipart/form-data; boundary=x',
					'content-length': length
				}
			},
			(response) => {
				status = response.statusCode ?? 0;
				response.resume();
				resolve(status);
				sending.destroy();
			}
		);
		sending.on('error', (error) => (status === 0 ? reject(error) : resolve(status)));
		const chunk = Buffer.alloc(MEGABYTE, 'x');
		let left = length;
		const more = (): void => {
			while (left > 0 && !sending.destroyed) {
				left -= chunk.length;
				if (!sending.write(chunk)) return void sending.once('drain', more);
			}
			if (!sending.destroyed) sending.end();
		};
		more();
	});
}
