import { describe, expect, it } from 'vitest';
import { makeWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import * as journal from '#platform/journal.server.ts';
import { useFiles } from '#plan/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { setById } from './announcements.server.ts';
import * as catalogue from './catalogue.server.ts';
import { textOf } from './compare.ts';
import { openDuties } from './duties.server.ts';
import { exportXlsx } from './import/template.ts';
import * as imports from './imports.server.ts';
import { catalogueOn, versionOn } from './reading.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
useFiles();
const now = new Date('2026-06-15T09:00:00+07:00');
const today = '2026-06-15';
const file = (records: unknown[]) => ({
	name: 'danh-muc.json',
	bytes: Buffer.from(JSON.stringify({ records }))
});
const three = [
	{ code: '1.000001', name: 'Thủ tục một', field: 'Hộ tịch' },
	{ code: '1.000002', name: 'Thủ tục hai', field: 'Hộ tịch' },
	{ code: '1.000003', name: 'Thủ tục ba', field: 'Đất đai' }
];

describe('bringing a file in', () => {
	it('says first what it would do, then does it, then finds nothing more to do', async () => {
		const office = (await makeWard(database.db, 'nhap-1')).as('office', now);
		const first = await imports.preview(office, file(three).bytes);
		expect(first).toMatchObject({ read: 3, unchanged: 0, bad: [] });
		expect(await read(office, (tx) => catalogueOn(tx, today))).toEqual([]);
		expect(await imports.bringIn(office, file(three))).toMatchObject({ added: 3 });
		expect(await read(office, (tx) => openDuties(tx, office))).toEqual([]);
		expect(await imports.bringIn(office, file(three))).toMatchObject({ changeSetId: null, unchanged: 3 });
		const renamed = file([{ ...three[0], name: 'Tên mới' }, ...three.slice(1)]);
		expect((await imports.preview(office, renamed.bytes)).changed).toMatchObject([
			{ code: '1.000001', differences: [{ before: 'Thủ tục một', after: 'Tên mới' }] }
		]);
		await imports.bringIn(office, renamed);
		// The second file of a year changes something for people, so it causes work.
		expect((await read(office, (tx) => openDuties(tx, office))).map(({ kind }) => kind)).toEqual([
			'radio',
			'story'
		]);
	});

	it('stores nothing of a file with bad rows, unless told to leave them out', async () => {
		const office = (await makeWard(database.db, 'nhap-2')).as('office', now);
		const mixed = file([
			...three,
			{ code: '', name: 'Thiếu mã' },
			{ code: '1.000004', name: '' },
			{ code: 'x', name: 'Sai' }
		]);
		const { bad } = await imports.preview(office, mixed.bytes);
		expect(bad.map(({ row }) => row)).toEqual([4, 5, 6]);
		await expect(imports.bringIn(office, mixed)).rejects.toMatchObject({
			code: 'import.bad_rows',
			reasons: { length: 4 }
		});
		expect(await read(office, (tx) => catalogueOn(tx, today))).toEqual([]);
		expect(await imports.bringIn(office, mixed, { skipBad: true })).toMatchObject({ added: 3 });
	});

	it('takes nothing away that the file does not speak of', async () => {
		const office = (await makeWard(database.db, 'nhap-3')).as('office', now);
		await aCatalogue(office, 1);
		const [base] = await read(office, (tx) => catalogueOn(tx, today));
		const form = { name: 'Mẫu tờ khai', url: 'https://example.vn/mau.docx', fileToken: null };
		const text = textOf(base!);
		await catalogue.edit(office, {
			text: procedureText({
				...text,
				content: {
					...text.content,
					keywords: ['từ của phường'],
					cases: [
						{
							code: '',
							name: '',
							time: null,
							papers: [{ ...text.content.cases[0]!.papers[0]!, forms: [form] }]
						}
					]
				}
			}),
			effectiveFrom: today,
			baseVersionId: base!.id,
			correction: true
		});
		await imports.bringIn(
			office,
			file([
				{
					code: base!.code,
					name: 'Tên khác',
					applicants: [],
					documents: [{ name: 'Tờ khai', copies: '2 bản chính' }]
				}
			])
		);
		expect(await read(office, (tx) => versionOn(tx, base!.code, today))).toMatchObject({
			name: 'Tên khác',
			field: base!.field,
			content: {
				keywords: ['từ của phường'],
				sets: 1,
				cases: [{ papers: [{ originals: 2, forms: [form] }] }]
			}
		});
	});

	it('reads back what it wrote out, untouched: no change; one cell changed: that field', async () => {
		const office = (await makeWard(database.db, 'nhap-4')).as('office', now);
		await aCatalogue(office, 4);
		const all = (await read(office, (tx) => catalogueOn(tx, today))).map((version) => ({
			text: textOf(version),
			effectiveFrom: null
		}));
		const bytes = await exportXlsx(all);
		expect(await imports.preview(office, bytes)).toMatchObject({
			unchanged: 4,
			changed: [],
			bad: [],
			warnings: []
		});
		all[0]!.text = { ...all[0]!.text, agency: 'Công an cấp xã' };
		const changed = await imports.preview(office, await exportXlsx(all));
		expect(changed.changed.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
			['agency']
		]);
	});

	it('is for those who keep the catalogue, and a kept file for who uploaded it', async () => {
		const ward = await makeWard(database.db, 'nhap-5');
		const [office, radio, desk] = [ward.as('office', now), ward.as('radio', now), ward.as('one_stop', now)];
		await expect(imports.preview(radio, file(three).bytes)).rejects.toMatchObject({ status: 403 });
		await expect(imports.bringIn(radio, file(three))).rejects.toMatchObject({ status: 403 });
		const token = await imports.keep(office, file(three));
		const kept = await imports.kept(office, token);
		expect(kept.bytes).toEqual(file(three).bytes);
		await expect(imports.kept(desk, token)).rejects.toMatchObject({ status: 404 });
		await expect(imports.keep(radio, file(three))).rejects.toMatchObject({ status: 403 });
		// What was brought in can be looked up: the set knows its file, the journal both acts.
		const { changeSetId } = await imports.bringIn(office, kept);
		const found = await read(office, (tx) => setById(tx, changeSetId!));
		expect(found?.set).toMatchObject({ kind: 'inventory', fileId: kept.fileId });
		expect(await imports.fileOfSet(desk, changeSetId!)).toMatchObject({ id: kept.fileId });
		await expect(imports.fileOfSet(radio, changeSetId!)).rejects.toMatchObject({ status: 403 });
		await expect(imports.fileOfSet(desk, 999_999)).rejects.toMatchObject({ status: 404 });
		expect((await journal.page(office)).map(({ act }) => act)).toEqual([
			'procedures.changed',
			'procedure_file.uploaded'
		]);
	});

	it('keeps a table of another alphabet so that it reads the same the second time', async () => {
		const office = (await makeWard(database.db, 'nhap-6')).as('office', now);
		const table = Buffer.from('\ufeffMã thủ tục;Tên thủ tục\r\n1.000001;Đăng ký thử\r\n', 'utf16le');
		const token = await imports.keep(office, { name: 'unicode.csv', bytes: table });
		expect(await imports.bringIn(office, await imports.kept(office, token))).toMatchObject({ added: 1 });
	});

	it('takes a large text file on the page as on the command line, up to the same size', async () => {
		const office = (await makeWard(database.db, 'nhap-11')).as('office', now);
		const long = 'Nộp hồ sơ tại quầy, nhận giấy hẹn. '.repeat(60);
		const records = (n: number) =>
			Array.from({ length: n }, (_, at) => ({
				code: `2.${String(at).padStart(6, '0')}`,
				name: `Thủ tục thử ${at}`,
				steps: long
			}));
		const big = file(records(2800));
		expect(big.bytes.length).toBeGreaterThan(7 * 1_048_576);
		expect((await imports.preview(office, big.bytes)).bad).toEqual([]);
		const token = await imports.keep(office, big);
		expect((await imports.kept(office, token)).bytes.length).toBe(big.bytes.length);
		const table = Buffer.from(
			`Mã thủ tục;Tên thủ tục\r\n1.000001;Đăng ký thử\r\n${'\r\n'.repeat(4_000_000)}`
		);
		await imports.keep(office, { name: 'to.csv', bytes: table });

		const tooLarge = { code: 'import.too_large', field: 'file', message: expect.stringContaining('20 MB') };
		const over = Buffer.concat([Buffer.from('['), Buffer.alloc(20 * 1_048_576, ' '), Buffer.from(']')]);
		await expect(imports.preview(office, over)).rejects.toMatchObject(tooLarge);
		// Wide letters become longer when they are kept; the first step says so, not the second.
		const wide = Buffer.from(`\ufeffMã thủ tục;Tên thủ tục\r\n${'ế'.repeat(8_000_000)}`, 'utf16le');
		expect(wide.length).toBeLessThan(20 * 1_048_576);
		await expect(imports.preview(office, wide)).rejects.toMatchObject(tooLarge);
	});

	it('answers a file without a single good row, and a day of its own for each row', async () => {
		const office = (await makeWard(database.db, 'nhap-7')).as('office', now);
		await expect(
			imports.bringIn(office, file([{ code: 'x', name: 'Sai' }]), { skipBad: true })
		).rejects.toMatchObject({ code: 'import.no_rows', field: 'file' });
		const days = file([
			{ ...three[0], effectiveFrom: '01/03/2026' },
			{ ...three[1], effectiveFrom: '' }
		]);
		await imports.bringIn(office, days, { effectiveOn: '2026-05-01' });
		const from = (code: string) =>
			read(office, async (tx) => (await versionOn(tx, code, today))?.effectiveFrom);
		expect([await from('1.000001'), await from('1.000002')]).toEqual(['2026-03-01', '2026-05-01']);
	});

	it('keeps what is known more exactly here: a unit, the amount the province set', async () => {
		const office = (await makeWard(database.db, 'nhap-9')).as('office', now);
		await aCatalogue(office, 1);
		const [before] = await read(office, (tx) => catalogueOn(tx, today));
		const central = {
			code: before!.code,
			name: before!.name,
			methods: [
				{
					channel: 'Trực tiếp',
					time: '3',
					fee: 'Miễn phí',
					fee_note: '(Mức thu do Hội đồng nhân dân tỉnh quyết định.)'
				}
			]
		};
		expect((await imports.preview(office, file([central]).bytes)).unchanged).toBe(1);
		const other = {
			...central,
			methods: [{ channel: 'Trực tiếp', time: '5', fee: '9.000 đồng', fee_note: '' }]
		};
		await imports.bringIn(office, file([other]));
		expect(await read(office, (tx) => versionOn(tx, before!.code, today))).toMatchObject({
			content: { ways: [{ time: { value: 5, unit: null }, fees: [{ kind: 'amount', amount: 9000 }] }] }
		});
	});

	it('forgets the day and the reason of what it replaces', async () => {
		const office = (await makeWard(database.db, 'nhap-8')).as('office', now);
		const first = { ...three[0], decision: '12/QĐ-UBND ngày 05/01/2026', online: 'Một phần' };
		await imports.bringIn(office, file([first]));
		expect(await read(office, (tx) => versionOn(tx, '1.000001', today))).toMatchObject({
			decision: '12/QĐ-UBND',
			decidedOn: '2026-01-05'
		});
		await imports.bringIn(office, file([{ ...first, decision: '99/QĐ-UBND' }]));
		expect(await read(office, (tx) => versionOn(tx, '1.000001', today))).toMatchObject({
			decision: '99/QĐ-UBND',
			decidedOn: null
		});
	});
});
