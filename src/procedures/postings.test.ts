import { PDFDocument } from '@cantoo/pdf-lib';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { issuedPlan, newPlan, newTask, useFiles } from '#plan/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import type { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from './announcements.server.ts';
import * as boards from './boards.server.ts';
import { apply } from './catalogue.server.ts';
import { openDuties } from './duties.server.ts';
import { formsByHand, load } from './print/loading.server.ts';
import { printSet } from './print/print-set.server.ts';
import { placeForm, type PlaceGiven } from './place-form.ts';
import * as places from './places.server.ts';
import * as postings from './postings.server.ts';
import { versionOn, versionsOf } from './reading.server.ts';
import * as register from './register.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
useFiles();
const today = '2026-06-15';
const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: Refusal) => error.code ?? String(error)
	);
const given = (more: Partial<Record<keyof PlaceGiven, unknown>> = {}): PlaceGiven =>
	placeForm.parse({ name: 'Nhà văn hóa An Thành', kind: 'culture_house', ...more });
const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00+07:00`) });
const actsAt = async (ward: TestWard, id: number): Promise<string[]> =>
	(await read(ward.as('office'), (tx) => historyOf(tx, { kind: 'posting_place', id })))
		.map(({ act }) => act)
		.reverse();
const idsOf = (ctx: Ctx, codes: string[], day = today): Promise<number[]> =>
	read(ctx, async (tx) => {
		const ids = [];
		for (const one of codes) ids.push((await versionOn(tx, one, day))!.id);
		return ids;
	});
const boardOn = (ctx: Ctx, placeId: number, day: string) =>
	read(ctx, async (tx) => (await boards.boardAt(tx, await places.byId(tx, ctx, placeId), day)).board);
let wards = 0;
/** A ward with ten procedures in five fields. */
async function boardWard(): Promise<{ ward: TestWard; office: Ctx; codes: string[]; placeId: number }> {
	const ward = await makeWard(database.db, `bang-${++wards}`);
	const office = ward.as('office');
	const codes = await aCatalogue(office, 10);
	const placeId = await places.add(office, given({ unitId: ward.unitIds.residential }));
	return { ward, office, codes, placeId };
}

describe('a posting place', () => {
	let ward: TestWard;
	beforeAll(async () => {
		ward = await makeWard(database.db);
	});

	it('is added by the office, with its fields, paper and who looks after it', async () => {
		const id = await places.add(
			ward.as('office'),
			given({ fields: ['Hộ tịch', 'Hộ tịch'], unitId: String(ward.unitIds.culture), paper: 'A3' })
		);
		const [place] = await read(ward.as('office'), (tx) => places.list(tx, ward.as('office')));
		expect(place).toMatchObject({ id, fields: ['Hộ tịch'], paper: 'A3', unitName: 'Đơn vị Văn hóa' });
		expect(await actsAt(ward, id)).toEqual(['place.added']);
		expect(await code(places.add(ward.as('culture'), given({ name: 'Khác' })))).toBe(
			'procedure.manage_places'
		);
		expect(await code(places.add(ward.as('office'), given()))).toBe('place.name_taken');
		expect(await code(places.add(ward.as('office'), given({ name: 'Lạ', unitId: 999_999 })))).toBe(
			'place.unit'
		);
	});

	it('is changed only by who saw its newest state', async () => {
		const office = ward.as('office');
		const id = await places.add(office, given({ name: 'Trụ sở' }));
		await places.change(office, id, 1, given({ name: 'Trụ sở phường', fields: ['Đất đai'] }));
		expect(await code(places.change(office, id, 1, given({ name: 'Ghi đè' })))).toBe('people.stale');
		expect(await code(places.change(office, 999_999, 1, given()))).toBe('not_found');
		expect(await code(places.change(ward.as('front'), id, 2, given()))).toBe('procedure.manage_places');
		expect(await actsAt(ward, id)).toEqual(['place.added', 'place.changed']);
	});

	it('is given up only when nothing hangs there, and is listed no more', async () => {
		const { ward: own, office, codes, placeId } = await boardWard();
		const [versionId] = await idsOf(office, codes);
		const { postingIds } = await postings.hang(office, {
			placeId,
			versionIds: [versionId!],
			postedOn: today
		});
		expect(await code(places.retire(office, placeId, 1))).toBe('place.sheets_hang');
		await postings.takeDown(office, { postingIds, on: today, reason: 'Chuyển bảng đi nơi khác.' });
		expect(await code(places.retire(own.as('culture'), placeId, 1))).toBe('procedure.manage_places');
		await places.retire(office, placeId, 1);
		expect(await read(office, (tx) => places.list(tx, office))).toEqual([]);
		expect(await code(postings.hang(office, { placeId, versionIds: [versionId!], postedOn: today }))).toBe(
			'place.retired'
		);
		expect((await actsAt(own, placeId)).at(-1)).toBe('place.retired');
	});

	it('of another residential area does not exist for a residential area', async () => {
		const { ward: own, office, placeId } = await boardWard();
		const other = await places.add(office, given({ name: 'Tổ khác', unitId: own.unitIds.culture }));
		const people = own.as('residential');
		expect((await read(people, (tx) => places.list(tx, people))).map(({ id }) => id)).toEqual([placeId]);
		expect(await code(read(people, (tx) => places.byId(tx, people, other)))).toBe('not_found');
	});
});

describe('hanging sheets', () => {
	it('writes a whole board down at once with one photo, which only staff who see the board get', async () => {
		const { ward, office, codes, placeId } = await boardWard();
		const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#eee' } })
			.jpeg()
			.toBuffer();
		const people = ward.as('residential');
		const { postingIds } = await postings.hang(people, {
			placeId,
			versionIds: await idsOf(office, codes),
			postedOn: '2026-06-12',
			photo: { name: 'bang.jpg', bytes: photo },
			note: 'Thay cả bảng.'
		});
		expect(postingIds).toHaveLength(10);
		const board = await boardOn(office, placeId, today);
		expect(board.current).toHaveLength(10);
		expect(board.current[0]!.hanging).toMatchObject({ postedOn: '2026-06-12', postedBy: 'Người Tổ dân phố' });
		const [shot] = await read(office, (tx) => register.photosOf(tx, placeId));
		expect(shot).toMatchObject({ sheets: 10, postedOn: '2026-06-12' });
		const file = await read(people, (tx) => register.photo(tx, people, placeId, shot!.token));
		expect(file.access).toBe('staff');
		expect(await code(read(office, (tx) => register.photo(tx, office, placeId, 'khong-co')))).toBe(
			'not_found'
		);
		expect(await actsAt(ward, placeId)).toEqual(['place.added', 'posting.hung']);
	});

	it('is refused to those it is not given to, and to a residential area on the board of another', async () => {
		const { ward, office, codes } = await boardWard();
		const other = await places.add(office, given({ name: 'Nơi khác', unitId: ward.unitIds.culture }));
		const sheets = { placeId: other, versionIds: await idsOf(office, codes), postedOn: today };
		expect(await code(postings.hang(ward.as('residential'), sheets))).toBe('procedure.post_elsewhere');
		expect(await code(postings.hang(ward.as('accountant'), sheets))).toBe('procedure.post');
		expect(await code(postings.hang(ward.robot(), sheets))).toBe('people.sign_in_first');
	});

	it('refuses what nobody chose, unknown sheets and places, a day to come, a sheet twice, a field not carried', async () => {
		const { office, codes, placeId } = await boardWard();
		const versionIds = await idsOf(office, codes.slice(0, 2));
		const hang = (more: object) =>
			code(postings.hang(office, { placeId, versionIds, postedOn: today, ...more }));
		expect(await hang({ versionIds: [] })).toBe('posting.none_chosen');
		expect(await hang({ versionIds: [999_999] })).toBe('not_found');
		expect(await hang({ placeId: 999_999 })).toBe('not_found');
		expect(await hang({ postedOn: '2026-06-16' })).toBe('posting.day');
		expect(await hang({})).toBe('done');
		expect(await hang({})).toBe('posting.hangs_already');
		const land = await places.add(office, given({ name: 'Bảng đất đai', fields: ['Đất đai'] }));
		expect(await hang({ placeId: land })).toBe('posting.not_here');
	});
});

describe('a decision and the boards', () => {
	/** Announced on Friday the 12th: the first procedure is amended from Monday the 22nd, the second is over then. */
	async function announced() {
		const made = await boardWard();
		const { office, codes, placeId } = made;
		await postings.hang(office, { placeId, versionIds: await idsOf(office, codes), postedOn: '2026-06-01' });
		await announce(on(office, '2026-06-12'), {
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
				{ code: codes[1]!, kind: 'abolished', effectiveOn: '2026-06-22' }
			]
		});
		const upcoming = await read(office, async (tx) => (await versionsOf(tx, codes[0]!))[0]!);
		const open = (day: string) =>
			read(office, (tx) => openDuties(tx, on(office, day), { ahead: true })).then((all) =>
				all.filter(({ placeId: at }) => at === placeId).map(({ kind, code: of }) => `${kind} ${of}`)
			);
		return { ...made, upcoming, open };
	}

	it('asks for the announced sheet at once and for the old ones to come down when the clock passes', async () => {
		const { office, codes, placeId, upcoming, open } = await announced();
		const before = await boardOn(office, placeId, today);
		expect(before.toAnnounce).toMatchObject([{ versionId: upcoming.id, no: 1 }]);
		expect([before.toTakeDown, before.toReplace, before.toHang]).toEqual([[], [], []]);
		expect((await open(today)).sort()).toEqual([
			`board ${codes[0]}`,
			`take_down ${codes[0]}`,
			`take_down ${codes[1]}`
		]);

		await postings.hang(office, { placeId, versionIds: [upcoming.id], postedOn: today, replacing: true });
		const announcedBoard = await boardOn(office, placeId, '2026-06-21');
		expect(announcedBoard.current).toHaveLength(10);
		expect(announcedBoard.ahead).toHaveLength(1);
		expect((await open(today)).sort()).toEqual([`take_down ${codes[0]}`, `take_down ${codes[1]}`]);

		const monday = await boardOn(office, placeId, '2026-06-22');
		expect(monday.toTakeDown.map((one) => one.code).sort()).toEqual([codes[0], codes[1]]);
		expect(monday.current).toHaveLength(9);
		await postings.takeDown(on(office, '2026-06-22'), {
			postingIds: monday.toTakeDown.map(({ postingId }) => postingId),
			on: '2026-06-22'
		});
		expect(await open('2026-06-22')).toEqual([]);
	});

	it('takes the old sheet down together with hanging the new one, once the new one holds', async () => {
		const { office, codes, placeId, upcoming, open } = await announced();
		const monday = on(office, '2026-06-22');
		expect((await boardOn(office, placeId, '2026-06-22')).toReplace).toMatchObject([
			{ old: [{ code: codes[0] }], next: { versionId: upcoming.id } }
		]);
		const done = await postings.hang(monday, {
			placeId,
			versionIds: [upcoming.id],
			postedOn: '2026-06-22',
			replacing: true
		});
		expect(done.takenDown).toBe(1);
		expect(await open('2026-06-22')).toEqual([`take_down ${codes[1]}`]);
		const lines = await read(office, (tx) => register.history(tx, { code: codes[0]!, placeIds: [placeId] }));
		expect(lines).toMatchObject([
			{ versionId: upcoming.id, takenDownOn: null },
			{ takenDownOn: '2026-06-22', takenDownBy: 'Người Văn phòng, Nội vụ', placeName: 'Nhà văn hóa An Thành' }
		]);
	});

	it('refuses an old sheet once it is over, and one that was put right', async () => {
		const { office, codes, placeId } = await announced();
		const [old] = await idsOf(office, [codes[1]!]);
		const hanging = (await boardOn(office, placeId, today)).current.find(
			({ sheet }) => sheet.versionId === old
		);
		const monday = on(office, '2026-06-22');
		await postings.takeDown(monday, { postingIds: [hanging!.hanging.postingId], on: '2026-06-22' });
		expect(await code(postings.hang(monday, { placeId, versionIds: [old!], postedOn: '2026-06-22' }))).toBe(
			'posting.ended'
		);
		await transact(office, (tx) =>
			tx.execute(sql`update procedure_version set superseded_at = now() where id = ${old}`)
		);
		expect(await code(postings.hang(monday, { placeId, versionIds: [old!], postedOn: '2026-06-20' }))).toBe(
			'posting.superseded'
		);
	});

	it('asks nothing more of a board that carries the field no longer', async () => {
		const { office, codes, placeId, open } = await announced();
		await places.change(office, placeId, 1, given({ fields: ['Lĩnh vực 1'] }));
		expect((await open(today)).sort()).toEqual([`take_down ${codes[0]}`, `take_down ${codes[1]}`]);
		expect((await boardOn(office, placeId, today)).toAnnounce).toEqual([]);
	});

	it('shows in the overview what is to do today and the next day that brings more', async () => {
		const { office, placeId } = await announced();
		const [line] = await read(office, (tx) => boards.overview(tx, office));
		expect(line).toMatchObject({
			place: { id: placeId },
			hanging: 10,
			toHang: 1,
			toReplace: 0,
			toTakeDown: 0,
			next: { day: '2026-06-22', count: 2 },
			lastChange: '2026-06-01'
		});
		const place = line!.place;
		expect(await read(office, (tx) => boards.daysAhead(tx, place, today))).toEqual(['2026-06-22']);
	});

	it('prints only what changes, with a slip of what to do', async () => {
		const { office, placeId } = await announced();
		const set = await load(on(office, '2026-06-22'), {
			placeId,
			only: { changes: true },
			origin: 'https://phuong.example'
		});
		expect(set.sheets.map(({ no, version }) => [no, version.name])).toEqual([[1, 'Thủ tục đã sửa đổi']]);
		expect(set.slip).toMatchObject({ hang: [], replace: [{ no: 1 }], takeDown: [{ code: '1.000002' }] });
		expect(set.of).toBe(9);
		expect((await printSet(set)).subarray(0, 5).toString()).toBe('%PDF-');
	});
});

describe('forms behind their procedure', () => {
	it('are printed when they are PDF or pictures, and named with their address when they are not', async () => {
		const ward = await makeWard(database.db, 'bieu-mau');
		const office = ward.as('office');
		const pdf = await PDFDocument.create();
		pdf.addPage([300, 400]);
		const transparent = { create: { width: 9, height: 9, channels: 4 as const, background: '#0000' } };
		const uploads: [string, Uint8Array][] = [
			['to-khai.pdf', await pdf.save()],
			['mau.png', await sharp(transparent).png().toBuffer()],
			['hong.pdf', Buffer.from('%PDF-1.7 broken')],
			['ghi-chu.txt', Buffer.from('Không phải biểu mẫu in được')]
		];
		const tokens = await transact(office, async (tx) => {
			const stored = [];
			for (const [name, bytes] of uploads)
				stored.push((await files.put(tx, office, { name, bytes }, 'public')).token);
			return stored;
		});
		const forms = [
			...uploads.map(([name], at) => ({ name, fileToken: tokens[at]!, url: null })),
			{ name: 'Mẫu ở Cổng quốc gia', fileToken: null, url: 'https://dichvucong.gov.vn/mau.doc' }
		];
		await transact(office, (tx) =>
			apply(tx, office, { kind: 'inventory', title: 'Danh mục' }, [
				{
					what: 'text',
					text: procedureText({
						content: { cases: [{ code: '', name: '', time: null, papers: [paper(forms)] }] }
					}),
					effectiveFrom: '2026-01-01'
				}
			])
		);
		const placeId = await places.add(office, given());
		const set = await load(office, { placeId, origin: 'https://phuong.example' });
		expect(set.sheets[0]!.forms.map(({ kind }) => kind)).toEqual([
			'pdf',
			'image',
			'elsewhere',
			'elsewhere',
			'elsewhere'
		]);
		expect((await PDFDocument.load(await printSet(set))).getPages().map((page) => page.getWidth())).toContain(
			300
		);
		expect((await load(office, { placeId, withoutForms: true, origin: '' })).sheets[0]!.forms).toEqual([]);
		const byHand = await read(office, async (tx) => {
			const place = await places.byId(tx, office, placeId);
			return formsByHand(tx, (await boards.boardAt(tx, place, today)).sheets, 'https://phuong.example');
		});
		expect(byHand.map(({ address }) => address)).toEqual([
			`https://phuong.example/tep/${tokens[3]}`,
			'https://dichvucong.gov.vn/mau.doc'
		]);
	});
	const paper = (forms: { name: string; fileToken: string | null; url: string | null }[]) => ({
		name: 'Tờ khai',
		originals: 1,
		copies: null,
		required: null,
		forms
	});
});

describe('taking sheets down', () => {
	it('needs a reason while the sheet still holds, and happens once', async () => {
		const { ward, office, codes, placeId } = await boardWard();
		const { postingIds } = await postings.hang(office, {
			placeId,
			versionIds: await idsOf(office, codes.slice(0, 1)),
			postedOn: '2026-06-10'
		});
		const down = (more: object = {}, ctx: Ctx = office) =>
			code(postings.takeDown(ctx, { postingIds, on: today, ...more }));
		expect(await down()).toBe('posting.still_right');
		expect(await down({ postingIds: [999_999] })).toBe('not_found');
		expect(await down({ on: '2026-06-09', reason: 'Bảng bị mưa ướt.' })).toBe('posting.days');
		expect(await down({ on: '2026-06-16', reason: 'Bảng bị mưa ướt.' })).toBe('posting.day');
		expect(await down({ reason: 'Bảng bị mưa ướt.' }, ward.as('radio'))).toBe('procedure.post');
		expect(await down({ reason: 'Bảng bị mưa ướt.' })).toBe('done');
		expect(await down({ reason: 'Bảng bị mưa ướt.' })).toBe('posting.taken_down_already');
		expect(await actsAt(ward, placeId)).toEqual(['place.added', 'posting.hung', 'posting.taken_down']);
		expect(await read(office, (tx) => register.postingsIn(tx, { from: '2026-06-11', to: today }))).toEqual([
			{ placeId, name: 'Nhà văn hóa An Thành', hung: 0, takenDown: 1 }
		]);
	});
});

describe('posting as evidence of the plan', () => {
	const boardTask = (ward: TestWard, title: string) =>
		newTask(title, {
			leadUnitId: ward.unitIds.one_stop,
			contentAreaKeys: ['policy'],
			channels: ['notice_board'],
			recurrence: 'quarterly'
		});
	const evidence = async (ctx: Ctx) =>
		(
			await read(ctx, (tx) =>
				tx.execute<{ title: string; count: number }>(
					sql`select title, count from evidence where source_kind = 'posting' and withdrawn_at is null`
				)
			)
		).rows;

	it('counts a day of posting once, however many boards, when exactly one task orders it', async () => {
		const { ward, office, codes, placeId } = await boardWard();
		await issuedPlan(ward, '08', {
			...newPlan(ward),
			tasks: [boardTask(ward, 'Cập nhật bảng niêm yết thủ tục hành chính')]
		});
		const other = await places.add(office, given({ name: 'Trụ sở' }));
		for (const at of [placeId, other])
			await postings.hang(office, { placeId: at, versionIds: await idsOf(office, codes), postedOn: today });
		expect(await evidence(office)).toEqual([
			{ title: 'Niêm yết 20 tờ thủ tục hành chính tại 2 nơi', count: 1 }
		]);
	});

	it('lands nowhere when two tasks fit', async () => {
		const { ward, office, codes, placeId } = await boardWard();
		await issuedPlan(ward, '08', {
			...newPlan(ward),
			tasks: ['một', 'hai'].map((no) => boardTask(ward, `Niêm yết thủ tục hành chính, việc ${no}`))
		});
		await postings.hang(office, { placeId, versionIds: await idsOf(office, codes), postedOn: today });
		expect(await evidence(office)).toEqual([]);
	});
});
