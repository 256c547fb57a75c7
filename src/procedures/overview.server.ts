/** The catalogue as its officers see it: one line for each procedure, where it stands today, what its text still lacks. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { fold } from '#search/fold.ts';
import { textOf } from './compare.ts';
import { missingParts } from './missing.ts';
import { outlookOf, type Notice } from './outlook.ts';
import { standingOn, type Standing } from './procedure.ts';
import { procedure, procedureVersion } from './schema.server.ts';

export type MissingPart = ReturnType<typeof missingParts>[number];
export type OverviewLine = {
	code: string;
	name: string;
	field: string;
	standing: Standing;
	notice: Notice | null;
	effectiveFrom: Day;
	effectiveTo: Day | null;
	/** Empty also for what has ended: nobody needs it whole any more. */
	missing: MissingPart[];
};

/** By field and name. */
export async function overviewOn(tx: Transaction, today: Day): Promise<OverviewLine[]> {
	const rows = await tx
		.select({
			id: procedureVersion.id,
			code: procedure.code,
			name: procedureVersion.name,
			field: procedureVersion.field,
			effectiveFrom: procedureVersion.effectiveFrom,
			effectiveTo: procedureVersion.effectiveTo,
			endKind: procedureVersion.endKind,
			replacedBy: procedureVersion.replacedBy,
			fingerprint: procedureVersion.fingerprint
		})
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(isNull(procedureVersion.supersededAt));
	const lines = [...Map.groupBy(rows, ({ code }) => code).values()].map((versions) => {
		const { current, next, last, notice } = outlookOf(versions, today);
		return { shown: (current ?? next ?? last)!, notice };
	});
	const lacking = await missingOf(
		tx,
		lines.map(({ shown }) => shown).filter((shown) => standingOn(shown, today) !== 'ended')
	);
	return lines
		.map(({ shown, notice }): OverviewLine => {
			const { code, name, field, effectiveFrom, effectiveTo } = shown;
			const standing = standingOn(shown, today);
			const missing = standing === 'ended' ? [] : (lacking.get(shown.fingerprint) ?? []);
			return { code, name, field, standing, notice, effectiveFrom, effectiveTo, missing };
		})
		.sort(
			(a, b) =>
				a.field.localeCompare(b.field, 'vi') ||
				a.name.localeCompare(b.name, 'vi') ||
				a.code.localeCompare(b.code)
		);
}

/** What a text lacks follows from the text alone, so it is looked at once for each fingerprint. */
const looked = new Map<string, MissingPart[]>();
const MOST_LOOKED = 20_000;

async function missingOf(
	tx: Transaction,
	versions: { id: number; fingerprint: string }[]
): Promise<Map<string, MissingPart[]>> {
	const unknown = versions.filter(({ fingerprint }) => !looked.has(fingerprint)).map(({ id }) => id);
	if (unknown.length > 0) {
		if (looked.size > MOST_LOOKED) looked.clear();
		const rows = await tx
			.select()
			.from(procedureVersion)
			.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
			.where(and(inArray(procedureVersion.id, unknown)));
		for (const row of rows)
			looked.set(
				row.procedure_version.fingerprint,
				missingParts(textOf({ ...row.procedure_version, code: row.procedure.code }))
			);
	}
	return looked;
}

/** Do all the words stand in name, code or field, with or without diacritics? */
export function matches(line: Pick<OverviewLine, 'code' | 'name' | 'field'>, words: string): boolean {
	const text = fold(`${line.code} ${line.name} ${line.field}`);
	return fold(words)
		.split(/\s+/)
		.every((word) => text.includes(word));
}
