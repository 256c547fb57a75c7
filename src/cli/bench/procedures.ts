import { sql } from 'drizzle-orm';
import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#people/actor.ts';
import { openProgram } from '#platform/program.server.ts';
import { readSettings } from '#platform/settings.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { ward } from '#platform/schema.server.ts';
import * as imports from '#procedures/imports.server.ts';
import { load } from '#procedures/print/loading.server.ts';
import { printSet } from '#procedures/print/print-set.server.ts';
import * as places from '#procedures/places.server.ts';
import type { Measured } from '../bench.ts';
import { inNewFolder, timed } from './measure.ts';

const IMPORTED = 1000;
const PRINTED = 300;

/** A record as long as a real one: three ways, five papers, five hundred words of steps. */
function record(at: number, name: string) {
	const sentence = `Người nộp chuẩn bị hồ sơ số ${at} rồi nộp tại quầy tiếp nhận của phường và nhận giấy hẹn trả kết quả. `;
	return {
		code: `1.${String(100_000 + at)}`,
		name: `${name} số ${at}`,
		field: `Lĩnh vực ${at % 30}`,
		level: 'Cấp xã',
		agency: 'Ủy ban nhân dân cấp xã',
		decision: '',
		applicants: ['Công dân Việt Nam', 'Doanh nghiệp'],
		methods: ['Trực tiếp', 'Trực tuyến', 'Bưu chính'].map((channel) => ({
			channel,
			time: '5 Ngày làm việc',
			fee: '8,000 Việt Nam Đồng',
			fee_note: '(miễn cho hộ nghèo, người khuyết tật)'
		})),
		documents: Array.from({ length: 5 }, (_, paper) => ({
			name: `Giấy tờ thứ ${paper + 1} của thủ tục này, theo mẫu ban hành kèm theo nghị định hướng dẫn`,
			copies: '1 bản chính,1 bản sao'
		})),
		result: 'Giấy chứng nhận',
		steps: `Bước 1: ${sentence.repeat(8)} - Bước 2: ${sentence.repeat(8)} - Bước 3: ${sentence.repeat(6)}`,
		source: { portal_url: '', seen_in: 'bench' },
		time_unit_missing: false
	};
}

const file = (count: number, name: string) => ({
	name: `${name}.json`,
	bytes: Buffer.from(JSON.stringify({ records: Array.from({ length: count }, (_, at) => record(at, name)) }))
});

/** A thousand procedures brought in, versions, changes, index and journal; a board of three hundred sheets to PDF. */
export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const program = await openProgram(readSettings({ DATA_DIR: dataDir }));
		try {
			await startJobs(program.url, { maintain: true });
			const [row] = await program.db
				.insert(ward)
				.values({
					key: 'do-toc-do',
					name: 'phường Đo Tốc Độ',
					shortName: 'Đo Tốc Độ',
					placeName: 'Đo Tốc Độ',
					superiorName: 'Ủy ban nhân dân thành phố',
					provinceName: 'thành phố'
				})
				.returning();
			const ctx: Ctx = {
				wardId: row!.id,
				actor: { kind: 'robot', name: 'do-toc-do' },
				now: new Date(),
				db: program.db
			};
			const whole = file(IMPORTED, 'Thủ tục đo tốc độ');
			await program.db.execute(sql`create unlogged table bench_bare (at int, said jsonb)`);
			const bare = await timed(
				3,
				() =>
					program.db.execute(
						sql`insert into bench_bare select n, r from jsonb_array_elements(${whole.bytes.toString()}::jsonb -> 'records') with ordinality as t (r, n)`
					),
				1
			);
			const first = await once(() => imports.bringIn(ctx, whole));
			const changed = await once(() => imports.bringIn(ctx, file(IMPORTED, 'Thủ tục đã đổi tên')));
			const again = await once(() => imports.bringIn(ctx, file(IMPORTED, 'Thủ tục đã đổi tên')));

			const placeId = await places.add(ctx, {
				name: 'Bảng đo tốc độ',
				kind: 'one_stop',
				address: '',
				unitId: null,
				fields: [],
				paper: 'A4'
			});
			const set = await load(ctx, { placeId, origin: 'http://127.0.0.1:3000' });
			const some = { ...set, sheets: set.sheets.slice(0, PRINTED) };
			const printed = await timed(3, () => printSet(some), 1);
			const empty = await timed(3, emptyPages, 1);
			const inserted = {
				reference: `inserting the file as ${IMPORTED} bare rows`,
				referenceMilliseconds: bare
			};
			return [
				{
					figure: `${IMPORTED} procedures, first import`,
					milliseconds: first,
					...inserted,
					bound: 'under 5 s'
				},
				{
					figure: 'the same list with every name changed',
					milliseconds: changed,
					...inserted,
					bound: 'under 5 s'
				},
				{
					figure: 'the same list again, nothing to do',
					milliseconds: again,
					...inserted,
					bound: 'under 5 s'
				},
				{
					figure: `print set of ${PRINTED} sheets to PDF`,
					milliseconds: printed,
					reference: `PDF of ${PRINTED} empty pages`,
					referenceMilliseconds: empty,
					bound: 'under 10 s'
				}
			];
		} finally {
			await stopJobs();
			await program.close();
		}
	});
}

async function once(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}

async function emptyPages(): Promise<void> {
	const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false });
	for (let page = 0; page < PRINTED; page++) pdf.addPage();
	pdf.end();
	await buffer(pdf);
}
