/** A few procedures for the tests of pages that only read. */
import { transact } from '#platform/db.server.ts';
import type { TestWard } from '#people/testing.ts';
import type { ProcedureText } from '#procedures/procedure.ts';
import { changeSet, procedure, procedureVersion } from '#procedures/schema.server.ts';

export type Told = {
	text: ProcedureText;
	from?: string;
	to?: string;
	endKind?: 'amended' | 'abolished' | 'replaced';
	replacedBy?: string[];
};

/** Several versions of one code are told one after the other. */
export async function tell(ward: TestWard, told: Told[]): Promise<void> {
	const ctx = ward.as('office');
	const recordedAt = ctx.now;
	await transact(ctx, async (tx) => {
		const [set] = await tx
			.insert(changeSet)
			.values({ kind: 'inventory', title: 'Rà soát ban đầu', recordedAt })
			.returning();
		const ids = new Map<string, number>();
		for (const [index, { text, from, to, endKind, replacedBy }] of told.entries()) {
			const { code, ...said } = text;
			if (!ids.has(code)) {
				const [row] = await tx.insert(procedure).values({ code, createdAt: recordedAt }).returning();
				ids.set(code, row!.id);
			}
			await tx.insert(procedureVersion).values({
				...said,
				procedureId: ids.get(code)!,
				changeSetId: set!.id,
				effectiveFrom: from ?? '2026-01-05',
				effectiveTo: to ?? null,
				endKind: endKind ?? null,
				replacedBy: replacedBy ?? [],
				fingerprint: `${code} ${index}`,
				sheetToken: `${ward.wardId}-${code}-${index}`,
				recordedAt
			});
		}
	});
}
