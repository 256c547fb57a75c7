import { describe, expect, it } from 'vitest';
import { makeWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { ordeal } from './testing/ordeal.ts';

const database = useDatabase();

describe('deliveries under faults and kills', () => {
	it(
		'stand exactly once on the channels’ own books, and every failure is visible',
		{ timeout: 180_000 },
		async () => {
			const { wardId } = await makeWard(database.db);
			const verdict = await ordeal({
				db: database.db,
				url: database.url,
				wardId,
				deliveries: 160,
				kills: 3,
				faults: 0.12,
				seed: 20_261_123,
				limit: 150
			});
			expect(verdict.wrong).toEqual([]);
			expect(verdict.kills).toBe(3);
			expect(verdict.states.sent).toBe(160);
			// It was an ordeal.
			expect(verdict.interrupted).toBeGreaterThan(0);
			expect(verdict.looks).toBeGreaterThan(0);
		}
	);
});
