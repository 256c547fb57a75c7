/** The first administrator of an installation in production, or one more when the others cannot sign in any more. */
import { hashPassword } from 'better-auth/crypto';
import { asc, eq } from 'drizzle-orm';
import { dayOf } from '#platform/clock.ts';
import { now } from '#platform/now.server.ts';
import { transact, type Database } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import * as accounts from './accounts.server.ts';
import type { Ctx } from './actor.ts';
import { oneTimePassword } from './one-time.server.ts';
import { personForm } from './person-form.ts';
import { person, position, unit, violations } from './schema.server.ts';
import { validOn } from './unit.ts';

export type NewAdministrator = { wardName: string; signInName: string; password: string };

/** For the command line only: whoever may run a command on the server may do anything anyway. */
export async function createAdministrator(
	db: Database,
	given: { name: string; email: string; wardKey?: string | undefined }
): Promise<NewAdministrator> {
	const parsed = personForm.safeParse({ name: given.name, email: given.email, phone: '' });
	if (!parsed.success)
		throw new Refusal({ code: 'administrator.given', message: parsed.error.issues[0]!.message });
	const wards = await db.select().from(ward).orderBy(asc(ward.id));
	const home = given.wardKey ? wards.find(({ key }) => key === given.wardKey) : wards[0];
	if (!home || (!given.wardKey && wards.length > 1)) {
		throw new Refusal({
			code: 'administrator.ward',
			message:
				wards.length === 0
					? 'Chưa có phường nào. Hãy lập phường trước bằng lệnh wards add.'
					: `Hãy chỉ rõ phường bằng --ward MÃ. Các phường đang có: ${wards.map(({ key }) => key).join(', ')}.`
		});
	}
	const ctx: Ctx = { wardId: home.id, actor: { kind: 'robot', name: 'dong-lenh' }, now: now(), db };
	const password = oneTimePassword();
	const hash = await hashPassword(password);
	return transact(
		ctx,
		async (tx) => {
			// Sign-in names are one for the whole installation, so a further ward's carries its key.
			const taken = new Set(
				(await tx.select({ name: person.signInName }).from(person)).map(({ name }) => name)
			);
			const at = home === wards[0] ? '' : `@${home.key}`;
			let signInName = `quan-tri${at}`;
			for (let n = 2; taken.has(signInName); n++) signInName = `quan-tri-${n}${at}`;

			const day = dayOf(ctx.now);
			const offices = (
				await tx.select().from(unit).where(eq(unit.kind, 'office')).orderBy(asc(unit.id))
			).filter((one) => validOn(one, day));
			const office =
				offices.find(({ name }) => name.startsWith('Văn phòng')) ??
				offices[0] ??
				(
					await tx
						.insert(unit)
						.values({
							key: 'van-phong',
							name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
							shortName: 'Văn phòng',
							kind: 'office',
							abbreviation: 'VP'
						})
						.returning()
				)[0]!;
			const [row] = await tx
				.insert(person)
				.values({ ...parsed.data, createdAt: ctx.now })
				.returning({ id: person.id });
			await tx.insert(position).values({
				personId: row!.id,
				unitId: office.id,
				title: 'Quản trị hệ thống',
				role: 'admin',
				validFrom: day
			});
			const temporaryUntil = new Date(ctx.now.getTime() + 7 * 86_400_000);
			await accounts.open(tx, ctx, { personId: row!.id, signInName, hash, temporaryUntil });
			await record(tx, ctx, {
				act: 'person.added',
				subject: { kind: 'person', id: row!.id },
				after: { ...parsed.data, role: 'admin' }
			});
			return { wardName: home.name, signInName, password };
		},
		violations
	);
}
