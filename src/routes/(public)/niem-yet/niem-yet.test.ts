/** A sheet scanned before and after the day its procedure changes, as a resident's phone asks for it. */
import { isHttpError } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { announce } from '#procedures/announcements.server.ts';
import { placeForm } from '#procedures/place-form.ts';
import * as places from '#procedures/places.server.ts';
import { versionOn } from '#procedures/reading.server.ts';
import { aCatalogue, procedureText } from '#procedures/testing.ts';
import * as visits from '#procedures/visits.server.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { load } from './[token]/+page.server.ts';

const database = useDatabase();
let ward: TestWard;
let token: string;
let abolished: string;
let upcoming: string;
let placeId: number;

type Answer = {
	freshness: { state: string; nextFrom: string | null; holdsMeanwhile: boolean };
	shown: { text: { name: string } } | null;
	differences: { field: string }[];
	replacements: { code: string; name: string | null }[];
	place: { name: string } | null;
};
async function scan(of: string, day: string, query = '', agent = 'Mozilla/5.0 (Linux; Android 12)') {
	const headers: Record<string, string> = {};
	const url = new URL(`/niem-yet/${of}${query}`, 'https://phuong.example');
	const event = {
		locals: {
			ctx: { ...ward.robot(new Date(`${day}T00:00:00+07:00`)), actor: { kind: 'visitor' } }
		},
		params: { token: of },
		url,
		request: new Request(url, { headers: { 'user-agent': agent } }),
		setHeaders: (more: Record<string, string>) => void Object.assign(headers, more)
	};
	const answer = (await load(event as never)) as unknown as Answer;
	return { ...answer, headers };
}

beforeAll(async () => {
	ward = await makeWard(database.db);
	const office = ward.as('office');
	const codes = await aCatalogue(office, 3);
	const tokenOn = async (code: string, day: string) =>
		(await read(office, (tx) => versionOn(tx, code, day)))!.sheetToken;
	token = await tokenOn(codes[0]!, '2026-06-15');
	abolished = await tokenOn(codes[1]!, '2026-06-15');
	placeId = await places.add(office, placeForm.parse({ name: 'Nhà văn hóa', kind: 'culture_house' }));
	await announce(office, {
		number: '100/QĐ-UBND',
		issuedOn: '2026-06-12',
		issuer: 'Ủy ban nhân dân thành phố',
		title: 'Công bố thủ tục sửa đổi, bãi bỏ',
		lines: [
			{
				code: codes[0]!,
				kind: 'amended',
				effectiveOn: '2026-06-22',
				text: procedureText({ code: codes[0]!, name: 'Thủ tục đã sửa đổi', field: 'Lĩnh vực 0' })
			},
			{ code: codes[1]!, kind: 'abolished', effectiveOn: '2026-06-22', replacedBy: [codes[2]!] }
		]
	});
	upcoming = await tokenOn(codes[0]!, '2026-06-22');
});

describe('a scanned sheet', () => {
	it('is current until the last moment of its last day, and changed from 00:00 on, with what differs', async () => {
		expect(await scan(token, '2026-06-21')).toMatchObject({
			freshness: { state: 'current' },
			differences: []
		});
		const after = await scan(token, '2026-06-22');
		expect(after).toMatchObject({
			freshness: { state: 'changed' },
			shown: { text: { name: 'Thủ tục đã sửa đổi' } }
		});
		expect(after.differences.map(({ field }) => field)).toContain('name');
	});

	it('says when it begins, and that the old text holds until then', async () => {
		expect((await scan(upcoming, '2026-06-21')).freshness).toMatchObject({
			state: 'not_yet',
			holdsMeanwhile: true
		});
		expect((await scan(upcoming, '2026-06-22')).freshness.state).toBe('current');
	});

	it('leads to what took its place once it is over', async () => {
		expect((await scan(abolished, '2026-06-21')).freshness.state).toBe('current');
		expect(await scan(abolished, '2026-06-22')).toMatchObject({
			freshness: { state: 'ended' },
			shown: null,
			replacements: [{ code: '1.000003', name: 'Thủ tục thử nghiệm số 3' }]
		});
	});

	it('is kept by nobody and by no search engine', async () => {
		expect((await scan(token, '2026-06-21')).headers).toEqual({
			'cache-control': 'no-store',
			'x-robots-tag': 'noindex'
		});
	});

	it('counts the scan for its board; nonsense for a board and machines count nowhere or for none', async () => {
		expect((await scan(token, '2026-07-01', `?noi=${placeId}`)).place?.name).toBe('Nhà văn hóa');
		await scan(token, '2026-07-01', '?noi=987654321');
		await scan(token, '2026-07-01', "?noi=1'--");
		await scan(token, '2026-07-01', `?noi=${placeId}`, 'Googlebot/2.1');
		await visits.flush();
		const days = { from: '2026-07-01', to: '2026-07-01' };
		const summary = await read(ward.as('office'), (tx) => visits.visitsSummary(tx, days));
		expect(summary.totals.scan).toBe(3);
		expect(summary.places).toEqual([{ placeId, name: 'Nhà văn hóa', scans: 1 }]);
	});

	it('nobody printed is answered kindly', async () => {
		const thrown: unknown = await scan('khong-co', '2026-06-21').catch((error: unknown) => error);
		expect(isHttpError(thrown) && thrown.status).toBe(404);
		expect(isHttpError(thrown) && thrown.body.message).toContain('Không nhận ra tờ niêm yết này');
	});
});
