/** The officers' pages of search, asked as a browser without script asks them. */
import { isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#people/role.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { search } from '#search/find.server.ts';
import { actions as missActions, load as missPage } from './+page.server.ts';
import { actions as wordActions, load as wordPage } from './tu-dong-nghia/+page.server.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

function event(path: string, role: Role = 'office', form?: Record<string, string>) {
	const url = new URL(path, 'https://phuong.example');
	const body = new URLSearchParams(form);
	return {
		locals: { ctx: ward.as(role) },
		url,
		request: new Request(url, form ? { method: 'POST', body } : {})
	} as never;
}
const look = async (load: unknown, path: string, role?: Role) =>
	(await (load as (event: never) => Promise<unknown>)(event(path, role))) as Record<string, never>;
/** Where the act leads, or what it says against the form. */
async function send(action: unknown, form: Record<string, string>, role?: Role) {
	try {
		const answer = await (action as (event: never) => Promise<unknown>)(event('/', role, form));
		return answer as { status: number; data: { refusal: { field?: string }; values?: object } };
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		throw thrown;
	}
}
const lines = async (filter: string) =>
	(
		(await look(wordPage, `/?loc=${encodeURIComponent(filter)}`)) as unknown as {
			lines: { said: string; means: string[]; origin: string; lockVersion: number }[];
		}
	).lines;

describe('the word list', () => {
	it('takes a new word with its meanings, changes it, and lets it go', async () => {
		expect(await send(wordActions['them'], { said: 'giấy zét', means: 'xác nhận cư trú\nct07' })).toContain(
			'xong=them'
		);
		const [word] = await lines('giấy zét');
		expect(word).toMatchObject({ means: ['xác nhận cư trú', 'ct07'], origin: 'own' });
		const line = { line: 'giấy zét', lockVersion: String(word!.lockVersion) };
		const page = await look(wordPage, '/?sua=giấy zét');
		expect(page['editing']).toMatchObject({ said: 'giấy zét' });
		expect(await send(wordActions['sua'], { ...line, said: 'giấy zét', means: 'tạm trú' })).toContain(
			'xong=sua'
		);
		expect(await send(wordActions['sua'], { ...line, said: 'giấy zét', means: 'cũ' })).toMatchObject({
			status: 409,
			data: { values: { means: 'cũ' }, tried: 'sua' }
		});
		const [changed] = await lines('giấy zét');
		expect(
			await send(wordActions['bo'], { line: 'giấy zét', lockVersion: String(changed!.lockVersion) })
		).toContain('xong=bo');
		expect(await lines('giấy zét')).toEqual([]);
	});

	it('sets a built-in word aside and brings it back', async () => {
		const [word] = await lines('giấy độc thân');
		expect(word).toMatchObject({ origin: 'built_in', lockVersion: 0 });
		await send(wordActions['bo'], { line: word!.said, lockVersion: '0' });
		const [removed] = await lines('giấy độc thân');
		expect(removed!.origin).toBe('removed');
		await send(wordActions['khoiphuc'], { line: word!.said, lockVersion: String(removed!.lockVersion) });
		expect((await lines('giấy độc thân'))[0]!.origin).toBe('built_in');
	});

	it('says beside the field what is wrong and keeps what was typed', async () => {
		expect(await send(wordActions['them'], { said: 'x', means: 'gì đó' })).toMatchObject({
			data: { refusal: { field: 'said' }, values: { said: 'x', means: 'gì đó' }, tried: 'them' }
		});
		expect(await send(wordActions['them'], { said: 'abc' })).toMatchObject({
			data: { refusal: { field: 'means' } }
		});
		expect(await send(wordActions['them'], { said: 'abc', means: 'x y' }, 'radio')).toMatchObject({
			status: 403
		});
	});
});

describe('what was looked for in vain', () => {
	it('is shown with how often, tried, and passed over; those who may not change anything are told why', async () => {
		for (let n = 0; n < 2; n++) await search(ward.robot(), { words: 'vé số kiến thiết', keepMisses: true });
		const page = (await look(missPage, '/?thu=ve so kien thiet')) as unknown as {
			misses: { id: number; words: string; count: number }[];
			found: { total: number };
		};
		expect(page.misses).toMatchObject([{ count: 2 }]);
		expect(page.found.total).toBe(0);
		expect((await look(missPage, '/', 'radio'))['reasons']).toMatchObject([{ code: 'search.edit_words' }]);
		const form = { id: String(page.misses[0]!.id) };
		expect(await send(missActions['boqua'], form, 'radio')).toMatchObject({ status: 403 });
		expect(await send(missActions['boqua'], { id: 'x' })).toMatchObject({ status: 404 });
		expect(await send(missActions['boqua'], form)).toContain('xong=boqua');
		expect((await look(missPage, '/'))['misses']).toEqual([]);
	});
});
