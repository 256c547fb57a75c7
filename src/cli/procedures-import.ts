/** `procedures import FILE`: the same reading and the same door as the officer's page. */
import path from 'node:path';
import type { Applied } from '#procedures/catalogue.server.ts';
import * as imports from '#procedures/imports.server.ts';
import { whereOf, type BadRow } from '#procedures/import/rows.ts';
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

const sayBad = (bad: BadRow): string =>
	`${whereOf(bad)}${bad.value ? ` (“${bad.value}”)` : ''}: ${bad.message}`;

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
		const asked = !values['dry-run'];
		let stored: Applied | undefined;
		let refused: unknown;
		try {
			if (asked) stored = await imports.bringIn(ctx, { name: path.basename(name), bytes }, how);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			refused = error;
		}
		if (values.json) {
			printJson({
				stored: stored !== undefined,
				refused: refused instanceof Refusal ? refused.message : null,
				changeSetId: stored?.changeSetId ?? null,
				read: found.read,
				added: found.added,
				changed: found.changed,
				unchanged: found.unchanged,
				absent: found.absent,
				bad: found.bad,
				warnings: found.warnings
			});
		}
		// What was refused is still told whole, and ends the command with its sentence.
		if (refused) throw refused;
		if (!values.json) {
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
