import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../bench.ts';
import { runNode, timed } from './measure.ts';

const fixtures = fileURLToPath(new URL('../../plan/reader/fixtures', import.meta.url));

/** `plan read` of a whole plan, beside the start of an empty Node process. */
export async function run(): Promise<Measured[]> {
	const documents = readdirSync(fixtures).filter((name) => /\.(txt|docx|pdf)$/.test(name));
	const largest = ['txt', 'docx', 'pdf'].flatMap((kind) =>
		documents.filter((name) => name.endsWith(`.${kind}`)).slice(0, 1)
	);
	const reference = await timed(7, () => runNode(['-e', '0']), 1);
	const rows: Measured[] = [];
	for (const name of largest) {
		rows.push({
			figure: `plan read of ${name}, process start included`,
			milliseconds: await timed(
				7,
				() => runNode(['src/cli.ts', 'plan', 'read', path.join(fixtures, name), '--json']),
				1
			),
			reference: 'an empty Node process',
			referenceMilliseconds: reference,
			bound: 'under 500 ms beyond process start'
		});
	}
	return rows;
}
