/** Procedures for tests: a whole text to change a word of, and a catalogue of any size. */
import { transact } from '#platform/db.server.ts';
import type { Ctx } from '#people/actor.ts';
import { apply } from './catalogue.server.ts';
import { procedureTextShape, type ProcedureContent, type ProcedureText } from './procedure.ts';

export function procedureText(
	given: Partial<Omit<ProcedureText, 'content'>> & { content?: Partial<ProcedureContent> } = {}
): ProcedureText {
	return procedureTextShape.parse({
		code: '1.000001',
		name: 'Đăng ký thử nghiệm',
		field: 'Hộ tịch',
		level: 'Cấp xã',
		agency: 'Ủy ban nhân dân cấp xã',
		applicants: ['Công dân Việt Nam'],
		onlineLevel: 'full',
		...given,
		content: {
			steps: [{ name: 'Bước 1', text: 'Nộp hồ sơ tại quầy.' }],
			ways: [
				{
					way: 'direct',
					time: { value: 3, unit: 'working_day', text: '3 ngày làm việc' },
					fees: [{ kind: 'free', amount: 0 }]
				}
			],
			cases: [{ papers: [{ name: 'Tờ khai', originals: 1, copies: 0 }] }],
			sets: 1,
			results: ['Giấy xác nhận'],
			legalBases: [{ name: 'Luật Hộ tịch' }],
			...given.content
		}
	});
}

/** A catalogue of `n` procedures in force since the beginning of the year, codes 1.000001 and on. */
export async function aCatalogue(ctx: Ctx, n: number, effectiveFrom = '2026-01-01'): Promise<string[]> {
	const codes = Array.from({ length: n }, (_, at) => `1.${String(at + 1).padStart(6, '0')}`);
	await transact(ctx, (tx) =>
		apply(
			tx,
			ctx,
			{ kind: 'inventory', title: 'Danh mục thử nghiệm' },
			codes.map((code, at) => ({
				what: 'text',
				text: procedureText({ code, name: `Thủ tục thử nghiệm số ${at + 1}`, field: `Lĩnh vực ${at % 5}` }),
				effectiveFrom
			}))
		)
	);
	return codes;
}
