/** `bench [NAME]`: every figure beside a reference measured in the same run, because machines differ and are shared. */
import { Refusal } from '#platform/refusal.ts';
import { options } from './usage.ts';

export type Measured = {
	/** What was measured, and its median. */
	figure: string;
	milliseconds: number;
	reference: string;
	referenceMilliseconds: number;
	/** The bound agreed for it, as words. */
	bound: string;
};

const benches: Record<string, () => Promise<Measured[]>> = {
	'plan-read': async () => (await import('./bench/plan-read.ts')).run(),
	start: async () => (await import('./bench/start.ts')).run(),
	'story-page': async () => (await import('./bench/story-page.ts')).run(),
	report: async () => (await import('./bench/report.ts')).run(),
	procedures: async () => (await import('./bench/procedures.ts')).run(),
	audio: async () => (await import('./bench/audio.ts')).run(),
	intake: async () => (await import('./bench/intake.ts')).run(),
	search: async () => (await import('./bench/search.ts')).run(),
	deliveries: async () => (await import('./bench/deliveries.ts')).run()
};

export async function bench(args: string[]): Promise<void> {
	const { positionals } = options(args, {}, { min: 0, max: 1 });
	const wanted = positionals[0];
	if (wanted && !(wanted in benches)) {
		throw new Refusal({
			code: 'bench.unknown',
			message: `Không có phép đo “${wanted}”. Các phép đo: ${Object.keys(benches).join(', ')}.`
		});
	}
	for (const [name, run] of Object.entries(benches)) {
		if (wanted && wanted !== name) continue;
		for (const row of await run()) {
			const ratio = row.milliseconds / row.referenceMilliseconds;
			console.log(
				`${name}\t${row.figure}: ${row.milliseconds.toFixed(1)} ms\t${row.reference}: ${row.referenceMilliseconds.toFixed(1)} ms\tratio ${ratio.toFixed(ratio < 0.1 ? 4 : 2)}\t(${row.bound})`
			);
		}
	}
}
