/** Two hours of the console; a whole day by hand (phat-song-soak.ts). */
import { expect, it } from 'vitest';
import { soak } from './phat-song-soak.ts';

it('keeps its minute, loses no item and plays none twice through kills, reloads and a server that is away', async () => {
	const seed = Number(process.env['SOAK_SEED'] ?? 11);
	console.info(`SOAK_SEED=${seed}`);
	const verdict = await soak(2, seed, () => undefined);
	console.info(verdict);
	expect(verdict.faults).toEqual([]);
	expect(verdict.onTime).toBeGreaterThan(0);
}, 300_000);
