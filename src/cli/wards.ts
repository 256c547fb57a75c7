import * as wards from '#people/wards.server.ts';
import { options, WrongUsage } from './usage.ts';
import { printJson } from './input.ts';
import { withDatabase } from './joined.ts';

export async function wardsAdd(args: string[]): Promise<void> {
	const { positionals, values } = options(
		args,
		{
			name: { type: 'string' },
			superior: { type: 'string' },
			province: { type: 'string' },
			host: { type: 'string' }
		},
		{ min: 1, max: 1 }
	);
	const { name, superior, province, host } = values;
	if (!name || !superior || !province) throw new WrongUsage();
	const added = await withDatabase((db) =>
		wards.add(db, { key: positionals[0]!, name, superior, province, host })
	);
	console.error(`Đã thêm ${added.name} (mã ${added.key}).`);
}

export async function wardsList(args: string[]): Promise<void> {
	const { values } = options(args, { json: { type: 'boolean' } }, { min: 0, max: 0 });
	const rows = await withDatabase((db) => wards.list(db));
	if (values.json) printJson(rows.map(({ key, name, host }) => ({ key, name, host })));
	else for (const row of rows) console.log(`${row.key}\t${row.name}\t${row.host ?? ''}`);
}
