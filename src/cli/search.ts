/** `search "WORDS"`: the same results as the portal and the machine interface. */
import { kinds, type Kind } from '#search/entry.ts';
import * as find from '#search/find.server.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { printJson } from './input.ts';
import { wardCtx, withDatabase } from './joined.ts';
import { answerLines } from './lines.ts';
import { options, WrongUsage } from './usage.ts';

const known = {
	json: { type: 'boolean' },
	lines: { type: 'boolean' },
	kind: { type: 'string' },
	limit: { type: 'string' },
	ward: { type: 'string' }
} as const;
const each = { kind: known.kind, limit: known.limit } as const;

type Asked = { kind?: string | undefined; limit?: string | undefined };

function refused(message: string): Refusal {
	return new Refusal({ code: 'cli.search', message });
}

async function answer(ctx: Ctx, words: string, { kind, limit = '10' }: Asked) {
	if (kind !== undefined && !Object.hasOwn(kinds, kind))
		throw refused(`Không có loại “${kind}”. Các loại: ${Object.keys(kinds).join(', ')}.`);
	if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 100)
		throw refused(`Số kết quả “${limit}” chưa đúng. Hãy ghi số từ 1 đến 100.`);
	const { hits } = await find.search(ctx, { words, kind: kind as Kind | undefined, limit: Number(limit) });
	return hits.map(({ kind: of, key, title, url, score }) => ({ kind: of, key, title, url, score }));
}

export async function search(args: string[]): Promise<void> {
	const { positionals, values } = options(args, known, { min: 0, max: 100 });
	if (values.lines ? positionals.length > 0 : positionals.length === 0) throw new WrongUsage();
	await withDatabase(async (db) => {
		const ctx = await wardCtx(db, values.ward);
		if (values.lines) {
			await answerLines((line) => {
				// A lone string is the words themselves, whatever they begin with.
				if (line.length === 1) return answer(ctx, line[0]!, values);
				const given = options(line, each, { min: 1, max: 100 });
				return answer(ctx, given.positionals.join(' '), { ...values, ...given.values });
			});
			return;
		}
		const items = await answer(ctx, positionals.join(' '), values);
		if (values.json) return printJson(items);
		if (items.length === 0) console.error('Không tìm thấy gì. Hãy thử ít chữ hơn hoặc tên thường gọi.');
		for (const { kind, key, title } of items) console.log(`${kinds[kind]}\t${key}\t${title}`);
	});
}
