/**
 * Numbers of the day (số thứ tự trong ngày): given out before a case is written, in a transaction of its own that does
 * not wait for the disk, so that submissions do not queue up behind each other's commit. Who asks while another asks is
 * served by one transaction together. A number is never given twice: the case's own commit makes everything before it
 * durable too.
 */
import { sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Day } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import { codeOf, wardMarkOf } from './case.ts';
import { feedbackNumber } from './schema.server.ts';

type Asking = { ctx: Ctx; day: Day; give: (code: string) => void; fail: (why: unknown) => void };

const waiting: Asking[] = [];
let giving = false;

export function nextCode(ctx: Ctx, day: Day): Promise<string> {
	const code = new Promise<string>((give, fail) => waiting.push({ ctx, day, give, fail }));
	if (!giving) void giveOut();
	return code;
}

async function giveOut(): Promise<void> {
	giving = true;
	while (waiting.length > 0) {
		const { ctx, day } = waiting[0]!;
		const together = waiting.filter(
			(one) => one.ctx.wardId === ctx.wardId && one.ctx.db === ctx.db && one.day === day
		);
		for (const one of together) waiting.splice(waiting.indexOf(one), 1);
		try {
			const codes = await take(ctx, day, together.length);
			for (const [at, { give }] of together.entries()) give(codes[at]!);
		} catch (error) {
			for (const { fail } of together) fail(error);
		}
	}
	giving = false;
}

async function take(ctx: Ctx, day: Day, many: number): Promise<string[]> {
	return transact(ctx, async (tx) => {
		const { rows } = await tx.execute<{ last: number; short_name: string }>(sql`
			insert into ${feedbackNumber} as numbers (day, last) values (${day}, ${many})
			on conflict (ward_id, day) do update set last = numbers.last + ${many}
			returning last, (select short_name from ward where id = numbers.ward_id) as short_name,
				set_config('synchronous_commit', 'off', true)`);
		const { last, short_name } = rows[0]!;
		return Array.from({ length: many }, (_, at) => codeOf(wardMarkOf(short_name), day, last - many + 1 + at));
	});
}
