import { writeFile } from 'node:fs/promises';
import * as reports from '#reports/reports.server.ts';
import { periodOf } from '#reports/period.ts';
import { settings } from '#platform/settings.ts';
import { wardCtx, withDatabase } from './joined.ts';
import { options, WrongUsage } from './usage.ts';

export async function report(args: string[]): Promise<void> {
	const { positionals, values } = options(
		args,
		{ out: { type: 'string' }, ward: { type: 'string' } },
		{ min: 1, max: 1 }
	);
	const { out, ward } = values;
	if (!out) throw new WrongUsage();
	const period = periodOf(positionals[0]!); // a wrong word is refused before the database is opened
	const origin = settings().ORIGIN ?? `http://127.0.0.1:${settings().PORT}`;
	const bytes = await withDatabase(async (db) =>
		reports.printNow(await wardCtx(db, ward), period.key, origin)
	);
	await writeFile(out, bytes);
	console.error(`Đã ghi báo cáo ${period.label} vào ${out}.`);
}
