import path from 'node:path';
import { eq } from 'drizzle-orm';
import { actorOf } from '#people/acting.server.ts';
import type { Ctx } from '#people/actor.ts';
import { peopleWith } from '#people/positions.server.ts';
import { person } from '#people/schema.server.ts';
import { importDocument } from '#plan/plan-import.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { readInput } from './input.ts';
import { wardCtx, withDatabase } from './joined.ts';
import { options } from './usage.ts';

/** A draft is somebody's work: the named person's, or else the office's. */
async function actingAs(ctx: Ctx, signInName: string | undefined): Promise<Ctx> {
	const userId = await read(ctx, async (tx) => {
		const [holder] = signInName ? [] : await peopleWith(tx, ['office', 'chair'], dayOf(ctx.now));
		const [row] = await tx
			.select({ userId: person.userId })
			.from(person)
			.where(signInName ? eq(person.signInName, signInName) : eq(person.id, holder ?? 0));
		return row?.userId;
	});
	const acting = userId
		? await actorOf(ctx.db, { wardId: ctx.wardId, userId, positionId: null }, ctx.now)
		: undefined;
	if (!acting) {
		throw new Refusal({
			code: 'cli.nobody',
			message: signInName
				? `Không có tài khoản “${signInName}” đang giữ chức danh ở phường này. Hãy xem lại tên đăng nhập sau --as.`
				: 'Phường này chưa có ai giữ việc Văn phòng để đứng tên bản dự thảo. Hãy thêm người trong mục Quản trị, hoặc nêu tên đăng nhập sau --as.'
		});
	}
	return { ...ctx, actor: acting.actor };
}

export async function planImport(args: string[]): Promise<void> {
	const { positionals, values } = options(
		args,
		{ ward: { type: 'string' }, as: { type: 'string' } },
		{ min: 1, max: 1 }
	);
	const name = positionals[0]!;
	const bytes = await readInput(name);
	const planId = await withDatabase(async (db) => {
		const ctx = await actingAs(await wardCtx(db, values.ward), values.as);
		return importDocument(ctx, { name: path.basename(name), bytes });
	});
	console.log(planId);
	console.error(
		`Đã lưu kế hoạch dự thảo số ${planId}. Hãy mở mục Kế hoạch để đối chiếu với văn bản rồi ban hành.`
	);
}
