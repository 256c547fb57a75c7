import type { Measured } from '../bench.ts';
import { inNewFolder, median, runNode, startProgram, timed } from './measure.ts';

/** Start after build, with an existing database, to the `ready` line. */
export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		await (await startProgram(dataDir)).stop(); // makes the database and the sample ward
		const took: number[] = [];
		for (let i = 0; i < 5; i++) {
			const started = await startProgram(dataDir);
			took.push(started.milliseconds);
			await started.stop();
		}
		return [
			{
				figure: 'start to ready, existing database',
				milliseconds: median(took),
				reference: 'an empty Node process',
				referenceMilliseconds: await timed(5, () => runNode(['-e', '0']), 1),
				bound: 'under 5 s'
			}
		];
	});
}
