import { expect, it } from 'vitest';
import { killIntake } from './kill-intake.ts';

it('loses nothing that was acknowledged when server, database or both are killed, and keeps nothing half', async () => {
	const verdict = await killIntake(60, 3);
	expect(verdict.faults).toEqual([]);
	expect([verdict.acknowledged, verdict.cases, verdict.filesChecked]).toEqual([60, 60, 120]);
}, 240_000);
