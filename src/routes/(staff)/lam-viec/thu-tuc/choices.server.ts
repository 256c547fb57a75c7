/** Names already used in the catalogue, offered while writing and filtering, so that one field keeps one name. */
import { catalogueOn } from '#procedures/reading.server.ts';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';

export async function choices(tx: Transaction, on: Day): Promise<{ fields: string[]; agencies: string[] }> {
	const versions = await catalogueOn(tx, on);
	const sorted = (values: string[]): string[] =>
		[...new Set(values.filter(Boolean))].sort((a, b) => a.localeCompare(b, 'vi'));
	return {
		fields: sorted(versions.map(({ field }) => field)),
		agencies: sorted(versions.map(({ agency }) => agency)).filter((agency) => agency.length <= 200)
	};
}
