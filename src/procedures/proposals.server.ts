/** What somebody proposes to change in the catalogue, tidied and held against itself before the timeline is touched. */
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import type { Ctx } from '#people/actor.ts';
import { refuseIfAny, Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { tidied } from './fingerprint.server.ts';
import { procedureTextShape, type ChangeKind, type ProcedureText } from './procedure.ts';

export type Proposed =
	| {
			what: 'text';
			text: ProcedureText;
			/** Null: from today, unless the same text holds already. */
			effectiveFrom: Day | null;
			kind?: ChangeKind;
	  }
	| { what: 'end'; code: string; how: 'abolished' | 'replaced'; on: Day; replacedBy: string[] };

export const codeOf = (one: Proposed): string => (one.what === 'text' ? one.text.code : one.code);

/** One Unicode form, codes as they are stored; refuses as a whole what contradicts itself, naming each code. */
export function settled(ctx: Ctx, proposed: Proposed[]): Proposed[] {
	const tidy = proposed.map((one): Proposed =>
		one.what === 'text' ? { ...one, text: tidied(one.text) } : tidyEnd(one)
	);
	refuseIfAny(contradictions(tidy, dayOf(ctx.now)));
	return tidy;
}

function tidyEnd(one: Proposed & { what: 'end' }): Proposed {
	const code = codeFrom(one.code);
	const replacedBy = [...new Set(one.replacedBy.map((by) => codeFrom(by)))];
	if (replacedBy.includes(code)) {
		throw new Refusal({
			code: 'procedure.replaces_itself',
			field: 'lines',
			message: `Thủ tục ${code} không thể được thay thế bởi chính nó. Hãy ghi mã của thủ tục thay thế.`
		});
	}
	return { ...one, code, replacedBy };
}

function codeFrom(written: string): string {
	const read = procedureTextShape.shape.code.safeParse(written.normalize('NFC'));
	if (read.success) return read.data;
	throw new Refusal({
		code: 'procedure.code',
		field: 'lines',
		message: `“${written.trim().slice(0, 60)}” không phải mã thủ tục, ví dụ đúng: 1.000894. Hãy xem lại mã.`
	});
}

function contradictions(proposed: Proposed[], today: Day): RefusalDetail[] {
	const found: RefusalDetail[] = [];
	const seen = new Set<string>();
	for (const one of proposed) {
		const code = codeOf(one);
		const day = (one.what === 'text' ? one.effectiveFrom : one.on) ?? today;
		if (!isDay(day)) {
			found.push({
				code: 'procedure.day',
				field: 'effectiveFrom',
				message: `Ngày hiệu lực của thủ tục ${code} chưa đúng. Hãy nhập ngày có thật.`
			});
		} else if (seen.has(`${code} ${day}`)) {
			found.push({
				code: 'procedure.twice',
				field: 'lines',
				message: `Thủ tục ${code} có hai thay đổi cho cùng một ngày. Hãy giữ lại một.`
			});
		}
		seen.add(`${code} ${day}`);
	}
	return found;
}
