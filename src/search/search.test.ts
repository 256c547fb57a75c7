import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import type { Entry } from './entry.ts';
import { search, suggest } from './find.server.ts';
import { fold } from './fold.ts';
import { replace, replaceAll } from './index.server.ts';
import * as words from './words.server.ts';

type Listed = { code: string; name: string; field: string; applicants: string[] };
type Query = { query: string; code: string; also?: string[] };
const fromFile = <T>(name: string): T =>
	JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const listed = fromFile<Listed[]>('testing/procedures.json');

const entry = (given: Partial<Entry> & Pick<Entry, 'key' | 'title'>): Entry => ({
	kind: 'procedure',
	url: `/thu-tuc/${given.key}`,
	codes: [given.key],
	aliases: [],
	body: '',
	facets: {},
	shownFrom: null,
	shownTo: null,
	publishedAt: null,
	...given
});
const procedures = listed.map(({ code, name, field, applicants }) =>
	entry({ key: code, title: name, body: field, facets: { field, applicants } })
);

const database = useDatabase();
let ward: TestWard;
const now = new Date('2026-06-15T09:00:00+07:00');

beforeAll(async () => {
	ward = await makeWard(database.db, 'tra-cuu');
	const ctx = ward.robot(now);
	await transact(ctx, async (tx) => {
		await replaceAll(tx, ctx, 'procedure', procedures);
		await replaceAll(
			tx,
			ctx,
			'article',
			[
				'Hội nghị triển khai đăng ký khai sinh',
				'Tin về ngày hội chuyển đổi số',
				'Tuyên truyền đăng ký kết hôn'
			].map((title, at) =>
				entry({ kind: 'article', key: `tin-${at}`, title, url: `/tin-tuc/tin-${at}`, codes: [] })
			)
		);
	});
});

describe('the quality of the search', () => {
	it('puts the right procedure first in 95 of 100 queries, and among the first three in nearly all', async () => {
		const ctx = ward.robot(now);
		const queries = fromFile<Query[]>('queries/queries.json');
		let first = 0;
		let three = 0;
		for (const { query, code, also = [] } of queries) {
			const { hits } = await search(ctx, { words: query, limit: 3 });
			const right = hits.map(({ key }) => key === code || also.includes(key));
			if (right[0]) first++;
			if (right.includes(true)) three++;
		}
		expect(first / queries.length).toBeGreaterThanOrEqual(0.95);
		expect(three / queries.length).toBeGreaterThanOrEqual(0.99);
	}, 120_000);

	it("answers the fresh queries too, and shows nothing for most questions that are none of a ward's", async () => {
		const ctx = ward.robot(now);
		let first = 0;
		let all = 0;
		for (const set of [1, 2, 3, 4, 5])
			for (const { query, code, also = [] } of fromFile<Query[]>(`queries/fresh-${set}.json`)) {
				const [hit] = (await search(ctx, { words: query, limit: 1 })).hits;
				if (hit && (hit.key === code || also.includes(hit.key))) first++;
				all++;
			}
		expect(first / all).toBeGreaterThanOrEqual(0.94);
		const nothing = fromFile<string[]>('queries/nothing.json');
		let shown = 0;
		for (const words of nothing) if ((await search(ctx, { words, limit: 1 })).total > 0) shown++;
		expect(shown / nothing.length).toBeLessThanOrEqual(0.15);
	}, 120_000);

	it('looks for just the words when asked to, all of them and nothing else', async () => {
		const ctx = ward.robot(now);
		expect((await search(ctx, { words: 'giấy độc thân' })).hits[0]!.key).toBe('1.004873');
		expect((await search(ctx, { words: 'giấy độc thân', literal: true })).total).toBe(0);
		const { hits } = await search(ctx, { words: 'kết hôn lưu động', literal: true });
		expect(hits.map(({ key }) => key)).toEqual(['1.000593']);
	});

	it('suggests what people mostly come for first', async () => {
		const ctx = ward.robot(now);
		expect((await suggest(ctx, 'khai'))[0]!.key).toBe('1.001193');
		expect((await suggest(ctx, 'sổ đ'))[0]!.key).toBe('1.013978');
	});

	it('finds any title first in any Unicode form and with any loss of diacritics', async () => {
		const ctx = ward.robot(now);
		const loss = fc.constantFrom(
			(text: string) => text,
			(text: string) => text.normalize('NFD'),
			(text: string) => fold(text),
			(text: string) => text.toUpperCase(),
			(text: string) =>
				text
					.normalize('NFD')
					.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
					.normalize('NFC')
		);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...listed), loss, async ({ name }, lose) => {
				const { hits } = await search(ctx, { words: lose(name), limit: 1 });
				expect(fold(hits[0]!.title)).toBe(fold(name));
			}),
			{ numRuns: 120 }
		);
	}, 60_000);

	it('answers any string, and marks nothing but what it was given, escaped', async () => {
		const ctx = ward.robot(now);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.string({ unit: 'binary', maxLength: 300 }),
					fc.constantFrom(
						"' or 1=1 --",
						'<script>',
						'a & b | !c :*',
						'\u202Ekhai sinh',
						'💍 kết hôn',
						'x'.repeat(5000)
					)
				),
				async (typed) => {
					const { hits } = await search(ctx, { words: typed, limit: 5 });
					for (const { title, titleHtml } of [...hits, ...(await suggest(ctx, typed))]) {
						const plain = titleHtml.replace(/<\/?mark>/g, '');
						expect(plain).not.toMatch(/[<>]/);
						expect(
							plain
								.replaceAll('&lt;', '<')
								.replaceAll('&gt;', '>')
								.replaceAll('&quot;', '"')
								.replaceAll('&#39;', "'")
								.replaceAll('&amp;', '&')
						).toBe(title);
					}
				}
			),
			{ numRuns: 150 }
		);
	}, 60_000);

	it('answers words said over and over, of names that say them over and over', async () => {
		const ctx = ward.robot(now);
		const land = 'giao đất, cho thuê đất, chuyển mục đích sử dụng đất, '.repeat(12);
		const thing = { kind: 'procedure' as const, key: '9.999999' };
		await transact(ctx, (tx) =>
			replace(tx, ctx, thing, [entry({ key: thing.key, title: land.slice(0, 480) })])
		);
		for (const typed of [land, 'đất '.repeat(90), 'khai sinh '.repeat(40)]) {
			expect((await search(ctx, { words: typed, limit: 5 })).hits.length).toBeLessThanOrEqual(5);
			await suggest(ctx, typed);
		}
		await transact(ctx, (tx) => replace(tx, ctx, thing, []));
	}, 60_000);

	it('puts procedures above news for a need, and news first for news; marks the match with its diacritics', async () => {
		const ctx = ward.robot(now);
		const need = await search(ctx, { words: 'dang ky ket hon' });
		expect(need.hits[0]).toMatchObject({ kind: 'procedure', key: '1.000894' });
		expect(need.hits[0]!.titleHtml).toContain('<mark>đăng ký kết hôn</mark>');
		expect((await search(ctx, { words: 'hoi nghi khai sinh' })).hits[0]!.kind).toBe('article');
		expect((await search(ctx, { words: '1000894' })).hits[0]!.key).toBe('1.000894');
	});

	it('narrows by field, and counts what it could be narrowed by', async () => {
		const ctx = ward.robot(now);
		const all = await search(ctx, { words: 'đăng ký', kind: 'procedure' });
		const field = all.fields[0]!.value;
		const some = await search(ctx, { words: 'đăng ký', kind: 'procedure', field });
		expect(some.total).toBe(all.fields[0]!.count);
		expect(some.hits.every((hit) => hit.facets.field === field)).toBe(true);
	});
});

describe('the index', () => {
	it('follows its transaction: seen when committed, nothing left when it is undone', async () => {
		const ctx = ward.robot(now);
		const thing = { kind: 'procedure' as const, key: '9.111111' };
		const found = async () => (await search(ctx, { words: 'thần kinh kỳ lạ' })).hits.map(({ key }) => key);
		await expect(
			transact(ctx, async (tx) => {
				await replace(tx, ctx, thing, [entry({ key: thing.key, title: 'Cấp giấy thần kinh kỳ lạ' })]);
				throw new Error('undone');
			})
		).rejects.toThrow('undone');
		expect(await found()).not.toContain(thing.key);
		await transact(ctx, (tx) =>
			replace(tx, ctx, thing, [entry({ key: thing.key, title: 'Cấp giấy thần kinh kỳ lạ' })])
		);
		expect((await found())[0]).toBe(thing.key);
		await transact(ctx, (tx) => replace(tx, ctx, thing, []));
		expect(await found()).not.toContain(thing.key);
	});

	it('gives the answer once worked out again, and another one from the moment the index is another', async () => {
		const ctx = ward.robot(now);
		const ask = () => search(ctx, { words: 'Rước  đèn phố cổ', limit: 5 });
		const thing = { kind: 'procedure' as const, key: '9.444444' };
		const put = (title: string) =>
			transact(ctx, (tx) => replace(tx, ctx, thing, [entry({ key: thing.key, title })]));
		await put('Rước đèn phố cổ');
		const first = await ask();
		expect(await ask()).toBe(first);
		expect(await search(ctx, { words: 'rước đèn phố cổ', limit: 5 })).toBe(first);
		expect(await search(ctx, { words: 'rước đèn phố cổ', kind: 'article', limit: 5 })).not.toBe(first);
		await put('Rước đèn phố cổ ban đêm');
		expect((await ask()).hits[0]!.title).toBe('Rước đèn phố cổ ban đêm');
	});

	it('shows each window of a thing in its days only', async () => {
		const ctx = ward.robot(now);
		const monday = new Date('2026-06-22T00:00:00+07:00');
		const key = '9.222222';
		await transact(ctx, (tx) =>
			replace(tx, ctx, { kind: 'procedure', key }, [
				entry({ key, title: 'Cấp phép thả diều sáo', shownTo: monday }),
				entry({ key, title: 'Cấp phép thả diều sáo ban đêm', shownFrom: monday })
			])
		);
		const title = async (at: Date) =>
			(await search({ ...ctx, now: at }, { words: 'tha dieu sao' })).hits[0]?.title;
		expect(await title(new Date(monday.getTime() - 1))).toBe('Cấp phép thả diều sáo');
		expect(await title(monday)).toBe('Cấp phép thả diều sáo ban đêm');
	});

	it('takes changes of many at once without waiting for one another for ever', async () => {
		const ctx = ward.robot(now);
		const both = (first: string, second: string, title: string) =>
			transact(ctx, async (tx) => {
				for (const key of [first, second])
					await replace(tx, ctx, { kind: 'procedure', key }, [entry({ key, title: `${title} ${key}` })]);
			});
		await Promise.all(
			Array.from({ length: 6 }, (_, at) =>
				at % 2
					? both('9.333331', '9.333332', 'Đua thuyền rồng')
					: both('9.333332', '9.333331', 'Đua thuyền rồng')
			)
		);
		const { hits } = await search(ctx, { words: 'đua thuyền rồng' });
		expect(
			hits
				.slice(0, 2)
				.map(({ key }) => key)
				.sort()
		).toEqual(['9.333331', '9.333332']);
	});

	it('keeps wards apart', async () => {
		const other = await makeWard(database.db, 'tra-cuu-khac');
		expect((await search(other.robot(now), { words: 'khai sinh' })).total).toBe(0);
	});
});

describe('the words of a ward', () => {
	it('teaches at once, journalled, by those who may; a built-in line can be set aside and restored', async () => {
		const office = ward.as('office', now);
		const ask = async () => (await search(office, { words: 'giấy con cò' })).hits[0]?.key;
		expect(await ask()).not.toBe('1.001193');
		await words.add(office, { said: 'giấy con cò', means: ['đăng ký khai sinh'] });
		expect(await ask()).toBe('1.001193');
		const line = (await words.list(office, 'con cò'))[0]!;
		expect(line).toMatchObject({ origin: 'own' });
		await expect(words.add(office, { said: 'giấy con cò', means: ['khác'] })).rejects.toMatchObject({
			status: 409
		});
		await expect(
			words.change(office, line.said, 99, { said: line.said, means: ['khác'] })
		).rejects.toMatchObject({
			status: 409
		});
		await words.remove(office, line.said, line.lockVersion);
		expect(await ask()).not.toBe('1.001193');
		await expect(words.add(ward.as('radio', now), { said: 'xyz', means: ['abc'] })).rejects.toMatchObject({
			status: 403
		});
		await expect(words.add(office, { said: '', means: [] })).rejects.toMatchObject({ field: 'said' });

		const shipped = (await words.list(office)).find(({ origin }) => origin === 'built_in')!;
		await words.remove(office, shipped.said, 0);
		const gone = (await words.list(office)).find(({ said }) => said === shipped.said)!;
		expect(gone.origin).toBe('removed');
		await words.restore(office, gone.said, gone.lockVersion);
		expect((await words.list(office)).find(({ said }) => said === shipped.said)!.origin).toBe('built_in');
	});

	it('keeps what was looked for in vain, without numbers of people, until it is dealt with', async () => {
		const office = ward.as('office', now);
		const ask = (typed: string) => search(ward.robot(now), { words: typed, keepMisses: true });
		await ask('zqxw vvkk');
		await ask('ZQXW  vvkk');
		await ask('0912345678');
		await ask('zqxw 034190001234');
		const kept = await words.misses(office);
		expect(kept).toMatchObject([{ words: 'zqxw vvkk', count: 2, firstDay: '2026-06-15' }]);
		await words.dismiss(office, kept[0]!.id);
		expect(await words.misses(office)).toEqual([]);
	});
});
