/** What a list of texts would change, before anything is written. */
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { differences, textOf, type FieldDifference } from './compare.ts';
import { fingerprintOf, tidied } from './fingerprint.server.ts';
import type { ProcedureText } from './procedure.ts';
import { catalogueOn, versionsOfCodes } from './reading.server.ts';

type Named = { code: string; name: string };
export type Diff = {
	added: Named[];
	changed: (Named & { effectiveFrom: Day; differences: FieldDifference[] })[];
	unchanged: number;
	/** In the catalogue today and not in the list: it does not say that they are abolished. */
	absent: Named[];
};

export async function diff(
	tx: Transaction,
	ctx: Ctx,
	texts: { text: ProcedureText; effectiveFrom: Day | null }[]
): Promise<Diff> {
	const today = dayOf(ctx.now);
	const codes = [...new Set(texts.map(({ text }) => text.code))];
	const versions = await versionsOfCodes(tx, codes);
	const result: Diff = { added: [], changed: [], unchanged: 0, absent: [] };
	for (const { text, effectiveFrom } of texts) {
		const known = versions.get(text.code);
		const { code, name } = text;
		if (!known) {
			result.added.push({ code, name });
			continue;
		}
		const from = effectiveFrom ?? today;
		const print = fingerprintOf(tidied(text));
		const base =
			known.find((one) => one.effectiveFrom <= from && (one.effectiveTo ?? '9999') > from) ??
			known.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]!;
		const same = known.some(
			(one) =>
				one.fingerprint === print &&
				(one.effectiveTo ?? '9999') > from &&
				(effectiveFrom === null || one.effectiveFrom <= from)
		);
		if (same) result.unchanged++;
		else
			result.changed.push({ code, name, effectiveFrom: from, differences: differences(textOf(base), text) });
	}
	const named = new Set(codes);
	for (const { code, name } of await catalogueOn(tx, today)) {
		if (!named.has(code)) result.absent.push({ code, name });
	}
	return result;
}
