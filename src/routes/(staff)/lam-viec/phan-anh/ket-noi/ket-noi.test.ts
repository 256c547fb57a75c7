import { isHttpError } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import * as intake from '#feedback/intake.server.ts';
import * as letters from '#feedback/letters.server.ts';
import { aMessage, visitorOf } from '#feedback/testing.ts';
import type { Role } from '#people/role.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as page from './+page.server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;

type Shown = {
	keys: { id: number; name: string; revokedAt: Date | null }[];
	letters: letters.LetterState;
	endpoint: string;
};
const load = async (role: Role, of = ward): Promise<Shown | number> => {
	try {
		return (await (page.load as unknown as (event: unknown) => unknown)({
			url: new URL('https://phuong.example/lam-viec/phan-anh/ket-noi'),
			locals: { ctx: of.as(role) },
			setHeaders: () => undefined
		})) as Shown;
	} catch (thrown) {
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
};
const press = async (name: 'cap' | 'thu' | 'lai', values: Record<string, string>, role: Role = 'office') => {
	const body = new FormData();
	for (const [key, value] of Object.entries(values)) body.set(key, value);
	const request = new Request('https://phuong.example/', { method: 'POST', body });
	return (await (page.actions[name] as unknown as (event: unknown) => unknown)({
		request,
		locals: { ctx: ward.as(role) }
	})) as { status?: number; shown?: string; done?: string; data?: { refusal: { field: string } } };
};

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
});

describe('the page of keys and letters', () => {
	it('is the office’s and the leaders’', async () => {
		for (const role of ['culture', 'one_stop', 'admin', 'superior'] as const)
			expect(await load(role)).toBe(403);
		expect(await load('chair')).toMatchObject({ keys: [], endpoint: 'https://phuong.example/open311/v2' });
	});

	it('shows a new key once, never in the list, and takes it back', async () => {
		const made = await press('cap', { name: 'Tổng đài 1022' });
		expect(made.shown).toMatch(/^mb_[\w-]{32}$/);
		const shown = (await load('office')) as Shown;
		expect(shown.keys).toMatchObject([{ name: 'Tổng đài 1022', revokedAt: null }]);
		expect(JSON.stringify(shown)).not.toContain(made.shown);
		expect(((await load('office', other)) as Shown).keys).toEqual([]);
		expect(await press('cap', { name: 'x' })).toMatchObject({
			status: 422,
			data: { refusal: { field: 'name' } }
		});
		expect(await press('cap', { name: 'Ứng dụng' }, 'culture')).toMatchObject({ status: 403 });
		const id = String(shown.keys[0]!.id);
		expect((await press('thu', { id })).done).toContain('thu hồi');
		expect(await press('thu', { id })).toMatchObject({ status: 404 });
		expect(await press('thu', { id: 'x' })).toMatchObject({ status: 422 });
	});

	it('says what waits, and tries again what failed', async () => {
		await intake.receive(visitorOf(ward), aMessage());
		expect(((await load('office')) as Shown).letters).toMatchObject({ ready: false, waiting: 1, sent: 0 });
		await letters.sendDue(ward.robot(), {
			send: () =>
				Promise.resolve({ sent: false, forGood: true, ours: false, reason: 'Không có hộp thư này.' }),
			close: () => undefined
		});
		const { troubles } = ((await load('office')) as Shown).letters;
		expect(troubles).toMatchObject([{ error: 'Không có hộp thư này.', tries: 1 }]);
		expect((await press('lai', { id: String(troubles[0]!.id) })).done).toContain('hàng chờ');
		expect(((await load('office')) as Shown).letters).toMatchObject({ waiting: 1, troubles: [] });
		expect(await press('lai', { id: '987654' })).toMatchObject({ status: 404 });
	});
});
