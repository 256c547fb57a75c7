/** `procedures import FILE`: the same reading and the same door as the officer's page. */
import path from 'node:path';
import * as imports from '#procedures/imports.server.ts';
import type { BadRow } from '#procedures/import/rows.ts';
import { isDay } from '#platform/clock.ts';
import { Refusal } from '#platform/refusal.ts';
import { printJson, readInput } from './input.ts';
import { wardCtx, withDatabase } from './joined.ts';
import { options } from './usage.ts';

const known = {
	ward: { type: 'string' },
	'dry-run': { type: 'boolean' },
	'skip-bad': { type: 'boolean' },
	effective: { type: 'string' },
	json: { type: 'boolean' }
} as const;

const sayBad = ({ row, column, value, message }: BadRow): string =>
	`Dòng ${row}${column ? `, cột “${column}”` : ''}${value ? ` (“${value}”)` : ''}: ${message}`;

export async function proceduresImport(args: string[]): Promise<void> {
	const { positionals, values } = options(args, known, { min: 1, max: 1 });
	const { effective } = values;
	if (effective !== undefined && !isDay(effective)) {
		throw new Refusal({
			code: 'cli.day',
			message: `Ngày “${effective}” sau --effective chưa đúng. Hãy ghi theo dạng 2026-07-01.`
		});
	}
	const name = positionals[0]!;
	const bytes = await readInput(name);
	const how = {
		skipBad: values['skip-bad'] ?? false,
		...(effective === undefined ? {} : { effectiveOn: effective })
	};
	await withDatabase(async (db) => {
		const ctx = await wardCtx(db, values.ward);
		const found = await imports.preview(ctx, bytes, how);
		for (const bad of found.bad) console.error(sayBad(bad));
		const stored = values['dry-run']
			? undefined
			: await imports.bringIn(ctx, { name: path.basename(name), bytes }, how);
		if (values.json) {
			printJson({
				stored: stored !== undefined,
				changeSetId: stored?.changeSetId ?? null,
				read: found.read,
				added: found.added,
				changed: found.changed,
				unchanged: found.unchanged,
				absent: found.absent,
				bad: found.bad,
				warnings: found.warnings
			});
		} else {
			for (const { code, name: title } of found.added) console.log(`+ ${code}  ${title}`);
			for (const { code, name: title, differences } of found.changed)
				console.log(`~ ${code}  ${title} (${differences.map(({ label }) => label).join(', ')})`);
		}
		const counts = `${found.added.length} thủ tục thêm mới, ${found.changed.length} thay đổi, ${found.unchanged} giữ nguyên, ${found.absent.length} có trong danh mục mà không có trong tệp, ${found.bad.length} dòng lỗi, ${found.warnings.length} điều cần xem lại`;
		console.error(
			stored === undefined
				? `Chạy thử, chưa ghi gì: ${counts}.`
				: stored.changeSetId === null
					? 'Danh mục đã đúng như tệp này, không có gì thay đổi.'
					: `Đã nhập: ${counts}.`
		);
	});
}
