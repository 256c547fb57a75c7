/** What the officers read and keep beside the catalogue: overview, one procedure through time, forms. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from './announcements.server.ts';
import * as catalogue from './catalogue.server.ts';
import * as forms from './forms.server.ts';
import * as life from './life.server.ts';
import { matches, overviewOn } from './overview.server.ts';
import * as places from './places.server.ts';
import * as postings from './postings.server.ts';
import { versionsOf } from './reading.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let codes: string[];
let placeId: number;
beforeAll(async () => {
	ward = await makeWard(database.db);
	codes = await aCatalogue(ward.as('one_stop'), 4);
	placeId = await places.add(ward.as('office'), {
		name: 'Nhà văn hóa số 1',
		kind: 'culture_house',
		address: '',
		fields: [],
		paper: 'A4',
		unitId: null
	});
	const [version] = await read(ward.robot(), (tx) => versionsOf(tx, codes[0]!));
	await postings.hang(ward.as('one_stop'), {
		placeId,
		versionIds: [version!.id],
		postedOn: '2026-06-01',
		note: ''
	});
	await announce(ward.as('one_stop'), {
		number: '11/QĐ-UBND',
		issuedOn: '2026-06-12',
		issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
		title: 'Công bố thủ tục bãi bỏ',
		lines: [{ code: codes[0]!, kind: 'abolished', effectiveOn: '2026-07-01', replacedBy: [codes[1]!] }]
	});
});

describe('the overview', () => {
	const lineOn = async (day: string, code: string) =>
		(await read(ward.robot(), (tx) => overviewOn(tx, day))).find((line) => line.code === code)!;

	it('follows the day: in force with its end ahead, then ended and no longer asked to be whole', async () => {
		expect(await lineOn('2026-06-15', codes[0]!)).toMatchObject({
			standing: 'in_force',
			notice: { kind: 'ends', on: '2026-07-01', replacedBy: [codes[1]] }
		});
		expect(await lineOn('2026-07-01', codes[0]!)).toMatchObject({ standing: 'ended', missing: [] });
	});

	it('lists what a text lacks, and not any more once it is written', async () => {
		const given = { code: '5.000001', name: 'Thủ tục chưa đủ', effectiveFrom: '2026-06-15' };
		await catalogue.edit(ward.as('office'), {
			text: procedureText({ ...given, agency: '' }),
			effectiveFrom: '2026-06-15',
			baseVersionId: null,
			correction: false
		});
		expect((await lineOn('2026-06-15', '5.000001')).missing.map(({ part }) => part)).toEqual([
			'Cơ quan giải quyết'
		]);
		const [base] = await read(ward.robot(), (tx) => versionsOf(tx, '5.000001'));
		await catalogue.edit(ward.as('office'), {
			text: procedureText(given),
			effectiveFrom: '2026-06-15',
			baseVersionId: base!.id,
			correction: true
		});
		expect((await lineOn('2026-06-15', '5.000001')).missing).toEqual([]);
	});

	it('keeps to the ward', async () => {
		const other = await makeWard(database.db, 'lang-gieng');
		expect(await read(other.robot(), (tx) => overviewOn(tx, '2026-06-15'))).toEqual([]);
	});

	it('matches words in any order, with or without diacritics', () => {
		const line = { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch' };
		expect(matches(line, 'ket hon dang ky')).toBe(true);
		expect(matches(line, 'HỘ TỊCH 1.000894')).toBe(true);
		expect(matches(line, 'khai sinh')).toBe(false);
	});
});

describe('a procedure through time', () => {
	it('names who recorded each version, texts put right too', async () => {
		const versions = await read(ward.robot(), (tx) => life.versionsWithSets(tx, '5.000001'));
		expect(versions).toHaveLength(2);
		expect(versions[0]!.supersededAt).toBeNull();
		expect(versions[1]!.supersededAt).toBeInstanceOf(Date);
		expect(versions[0]!.set).toMatchObject({ kind: 'edit', by: 'Người Văn phòng, Nội vụ' });
		expect(await read(ward.robot(), (tx) => life.versionsWithSets(tx, 'khong-co'))).toEqual([]);
	});

	it('shows each change with the duties it alone caused, and where its sheets hang', async () => {
		const [change] = await read(ward.robot(), (tx) => life.changesWithDuties(tx, codes[0]!, '2026-06-15'));
		expect(change).toMatchObject({
			kind: 'abolished',
			effectiveOn: '2026-07-01',
			set: { number: '11/QĐ-UBND' }
		});
		const kinds = change!.duties.map(({ kind, place }) => [kind, place]);
		expect(kinds).toContainEqual(['take_down', 'Nhà văn hóa số 1']);
		expect(kinds.flat()).not.toContain('story');
		const hanging = await read(ward.robot(), (tx) => life.hangingAt(tx, codes[0]!));
		expect(hanging).toMatchObject([
			{ place: 'Nhà văn hóa số 1', postedOn: '2026-06-01', postedBy: 'Người Một cửa' }
		]);
		expect(await read(ward.robot(), (tx) => life.hangingAt(tx, codes[1]!))).toEqual([]);
	});

	it('reads its own lines of the journal with names', async () => {
		const lines = await read(ward.robot(), (tx) => life.historyWithNames(tx, '5.000001'));
		expect(lines.map(({ act, who }) => [act, who])).toEqual([
			['procedure.edited', 'Người Văn phòng, Nội vụ'],
			['procedure.edited', 'Người Văn phòng, Nội vụ']
		]);
	});
});

describe('forms while a text is edited', () => {
	const file = { name: 'to-khai.txt', bytes: new TextEncoder().encode('Tờ khai đăng ký') };

	it('come in for staff only, with a line in the journal', async () => {
		const row = await forms.upload(ward.as('one_stop'), codes[1]!, file);
		expect(row.access).toBe('staff');
		const [line] = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'procedure', id: codes[1]! }));
		expect(line).toMatchObject({ act: 'procedure.form_uploaded', after: { fileId: row.id } });
		expect((await forms.byToken(ward.as('one_stop'), row.token)).id).toBe(row.id);
		await expect(forms.byToken(ward.as('office'), row.token)).rejects.toMatchObject({ status: 404 });
	});

	it('are refused from who may not edit, and when the file is of no known kind', async () => {
		await expect(forms.upload(ward.as('accountant'), codes[1]!, file)).rejects.toMatchObject({ status: 403 });
		const program = { name: 'to-khai.exe', bytes: new Uint8Array([0x4d, 0x5a, 0, 0, 0, 0]) };
		await expect(forms.upload(ward.as('one_stop'), codes[1]!, program)).rejects.toMatchObject({
			status: 415
		});
	});

	it('become public only by who uploaded them', async () => {
		const row = await forms.upload(ward.as('one_stop'), codes[1]!, file);
		await expect(forms.release(ward.as('office'), [row.token])).rejects.toMatchObject({
			code: 'procedure.form_gone'
		});
		await expect(forms.release(ward.as('one_stop'), ['khong-co-token'])).rejects.toMatchObject({
			code: 'procedure.form_gone'
		});
		await expect(forms.release(ward.as('accountant'), [row.token])).rejects.toMatchObject({ status: 403 });
		await forms.release(ward.as('one_stop'), [row.token]);
		expect((await forms.byToken(ward.as('office'), row.token)).access).toBe('public');
		// What is public already anybody may show again.
		expect(await forms.release(ward.as('office'), [row.token])).toHaveLength(1);
	});
});
