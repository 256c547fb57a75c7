/** The list with words: what is asked of the search, and what is told beside its hits. Ranking is the search room's. */
import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as catalogue from '#procedures/catalogue.server.ts';
import { procedureText } from '#procedures/testing.ts';
import type { Ask, Found } from '#search/find.server.ts';
import { load } from './+page.server.ts';
import Page from './+page.svelte';

const asked = vi.hoisted(() => ({
	last: undefined as Ask | undefined,
	answer: undefined as Found | undefined
}));
vi.mock('#search/find.server.ts', () => ({
	search: (_looker: unknown, ask: Ask) => {
		asked.last = ask;
		return Promise.resolve(asked.answer);
	}
}));

const nothing: Found = { hits: [], total: 0, understoodAs: null, fields: [], applicants: [], online: [] };
const hit = (key: string) => ({
	kind: 'procedure' as const,
	key,
	title: 'Khai sinh',
	titleHtml: '<mark>Khai sinh</mark>',
	url: `/thu-tuc/${key}`,
	score: 1,
	snippetHtml: '',
	facets: { field: 'Hộ tịch' },
	publishedAt: null
});
const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
	const ctx = ward.robot();
	await transact(ctx, (tx) =>
		catalogue.apply(tx, ctx, { kind: 'inventory', title: 'Danh mục' }, [
			{
				what: 'text',
				text: procedureText({ code: '1.000001', name: 'Khai sinh' }),
				effectiveFrom: '2026-01-01'
			},
			{ what: 'end', code: '1.000001', how: 'abolished', on: '2026-07-01', replacedBy: [] }
		])
	);
});
beforeEach(() => void (asked.answer = nothing));

async function page(query: string): Promise<string> {
	const url = new URL(`/thu-tuc?${query}`, 'https://phuong.example');
	const event = {
		locals: { ctx: { ...ward.robot(), actor: { kind: 'visitor' } } },
		url,
		setHeaders: () => undefined
	};
	const data = { ward: { name: 'phường Thử' }, ...((await load(event as never)) as object) };
	return render(Page as Component, { props: { data, params: {}, form: null } }).body.replaceAll(
		/<!--.*?-->/g,
		''
	);
}

it('asks for procedures only, with the filters and the page of the address', async () => {
	await page('q=khai+sinh&linh-vuc=Hộ+tịch&doi-tuong=Công+dân&truc-tuyen=toan-trinh&trang=3');
	expect(asked.last).toEqual({
		words: 'khai sinh',
		kind: 'procedure',
		field: 'Hộ tịch',
		applicant: 'Công dân',
		online: 'full',
		limit: 20,
		offset: 40,
		keepMisses: false
	});
});

it('keeps a search that found nothing only when the words alone found nothing', async () => {
	const text = await page('q=cầu+vồng');
	expect(asked.last?.keepMisses).toBe(true);
	expect(text).toContain('Chưa tìm thấy thủ tục nào cho “cầu vồng”');
	await page('q=cầu+vồng&linh-vuc=Hộ+tịch');
	expect(asked.last?.keepMisses).toBe(false);
});

it('marks what matched, says what was understood, and where the procedure stands', async () => {
	asked.answer = { ...nothing, hits: [hit('1.000001')], total: 1, understoodAs: 'khai sinh' };
	const text = await page('q=khia+sinh');
	expect(text).toContain('<mark>Khai sinh</mark>');
	expect(text).toContain('Đã tìm theo nghĩa “khai sinh”');
	expect(text).toContain('Hết hiệu lực từ 01/07/2026');
});
