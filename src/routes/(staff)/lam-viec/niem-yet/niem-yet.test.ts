/** The boards' pages, asked as a browser without script asks them. */
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useFiles } from '#plan/testing.ts';
import { aCatalogue } from '#procedures/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { actions, load as boardPage } from './[place]/+page.server.ts';
import { load as printPage } from './[place]/in/+page.server.ts';
import { GET as pdf } from './[place]/bo-in.pdf/+server.ts';
import { load as overview } from './+page.server.ts';
import { load as quarterPage } from './cong-khai-quy/+page.server.ts';
import { GET as quarterFile } from './cong-khai-quy/tai-ve/+server.ts';
import { actions as adding } from './them/+page.server.ts';

const database = useDatabase();
useFiles();
let ward: TestWard;

type Event = { ctx: Ctx; path: string; place?: number; form?: Record<string, string | string[]> };
function event({ ctx, path, place, form }: Event): never {
	const url = new URL(path, 'https://phuong.example');
	const data = new FormData();
	for (const [name, value] of Object.entries(form ?? {}))
		for (const one of [value].flat()) data.append(name, one);
	return {
		locals: { ctx },
		url,
		params: { place: String(place) },
		request: form ? new Request(url, { method: 'POST', body: data }) : new Request(url)
	} as never;
}
const run = async <T>(handler: unknown, given: Event): Promise<T> =>
	(handler as (event: never) => Promise<T>)(event(given));
async function led(handler: unknown, given: Event): Promise<string> {
	try {
		const answer = await run<unknown>(handler, given);
		return isActionFailure(answer) ? `refused ${answer.status}` : 'stayed';
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return String(thrown.status);
		throw thrown;
	}
}
type Board = { toHang: { versionId: number }[]; hangingCount: number; toTakeDown: object[]; view: string };
const board = (ctx: Ctx, place: number, query = '') =>
	run<Board>(boardPage, { ctx, place, path: `/lam-viec/niem-yet/${place}${query}` });

beforeAll(async () => {
	ward = await makeWard(database.db);
	await aCatalogue(ward.as('office'), 10);
});

describe('the pages of the boards', () => {
	it('lead from a new place to its work, and from the work done to a board that is right', async () => {
		const ctx = ward.as('office');
		const form = {
			name: 'Nhà văn hóa An Thành',
			kind: 'culture_house',
			fields: ['Lĩnh vực 0', 'Lĩnh vực 1']
		};
		const to = await led(adding.default, { ctx, path: '/lam-viec/niem-yet/them', form });
		const place = Number(/niem-yet\/(\d+)\?xong=them/.exec(to)?.[1]);
		const work = await board(ctx, place);
		expect(work.toHang).toHaveLength(4);
		const path = `/lam-viec/niem-yet/${place}?/dan`;
		const sheets = work.toHang.map(({ versionId }) => String(versionId));
		const hang = (postedOn: string) =>
			led(actions['dan'], { ctx, place, path, form: { versionIds: sheets, postedOn, replacing: '1' } });
		expect(await hang('2026-06-16')).toBe('refused 422');
		expect(await hang('2026-06-15')).toBe(`/lam-viec/niem-yet/${place}?xong=dan&so=4`);
		expect(await board(ctx, place, '?xem=dang-dan')).toMatchObject({
			toHang: [],
			hangingCount: 4,
			view: 'dang-dan'
		});
		expect(await run(overview, { ctx, path: '/lam-viec/niem-yet' })).toMatchObject({
			lines: [{ hanging: 4, toHang: 0 }]
		});
		expect(await led(boardPage, { ctx: ward.as('residential'), place, path })).toBe('404');
		expect(await led(boardPage, { ctx, place: 999_999, path })).toBe('404');

		const printed = await run<Response>(pdf, { ctx, place, path: `/x?chon=field&linh-vuc=Lĩnh vực 1` });
		expect(printed.headers.get('content-type')).toBe('application/pdf');
		expect(await led(pdf, { ctx, place: 999_999, path: '/x' })).toBe('404');
		expect(await run(printPage, { ctx, place, path: '/x?chon=nonsense' })).toMatchObject({
			changes: 0,
			asked: { part: 'all' },
			byHand: []
		});
	});

	it('tell what was published in a quarter, on screen and as a Word file', async () => {
		const ctx = ward.as('office');
		expect(await run(quarterPage, { ctx, path: '/x?quy=2026-Q2' })).toMatchObject({
			quarter: { key: '2026-Q2' },
			after: null,
			lines: [{ content: 'Niêm yết 4 thủ tục hành chính' }],
			postings: [{ hung: 4, takenDown: 0 }]
		});
		expect(await led(quarterPage, { ctx, path: '/x?quy=bon' })).toBe('404');
		const file = await run<Response>(quarterFile, { ctx, path: '/x' });
		expect(file.headers.get('content-disposition')).toContain('cong-khai-thu-tuc-2026-q2.docx');
	});
});
