import path from 'node:path';
import { readPlanDocument } from '#plan/reader/read.ts';
import { options } from './usage.ts';
import { printJson, readInput } from './input.ts';

export async function planRead(args: string[]): Promise<void> {
	const { positionals } = options(args, { json: { type: 'boolean' } }, { min: 1, max: 1 });
	const name = positionals[0]!;
	printJson(await readPlanDocument(await readInput(name), path.basename(name)));
}
