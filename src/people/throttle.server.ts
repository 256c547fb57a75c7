/**
 * The brake on guessing passwords: attempts are counted per name and per address in the database before the password is
 * looked at, so many at once do not slip through. An address is the other end of the connection, never a header.
 */
import { createHmac } from 'node:crypto';
import { and, count, eq, gt, lt, min, sql } from 'drizzle-orm';
import type { Database } from '#platform/db.server.ts';
import { log } from '#platform/log.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { keyFor } from '#platform/secret.server.ts';
import { signInAttempt } from './auth-schema.server.ts';

const minutes = 15;
/** For one name from one address, for one name from anywhere, and for one address (a whole office may share it). */
export const limits = { nameAtAddress: 5, name: 30, address: 40 };

export type Counted = { nameHash: string; address: string };

/** Counts this attempt, or refuses it when there were too many. */
export async function countAttempt(db: Database, name: string, address: string, now: Date): Promise<Counted> {
	const counted = { nameHash: hashOf(name), address: networkOf(address) };
	const since = new Date(now.getTime() - minutes * 60_000);
	const [row] = await db
		.insert(signInAttempt)
		.values({ at: now, ...counted })
		.returning({ id: signInAttempt.id });
	const sameName = and(eq(signInAttempt.nameHash, counted.nameHash), gt(signInAttempt.at, since));
	const sameAddress = and(eq(signInAttempt.address, counted.address), gt(signInAttempt.at, since));
	const [both, byName, byAddress] = await Promise.all(
		[and(sameName, sameAddress), sameName, sameAddress].map(async (condition) => {
			const [found] = await db
				.select({ tries: count(), first: min(signInAttempt.at) })
				.from(signInAttempt)
				.where(condition);
			return found!;
		})
	);
	const over = [
		[both!, limits.nameAtAddress] as const,
		[byName!, limits.name] as const,
		[byAddress!, limits.address] as const
	].find(([found, limit]) => found.tries > limit);
	if (!over) return counted;
	// What is turned away does not count, or whoever keeps trying would never get in again.
	await db.delete(signInAttempt).where(eq(signInAttempt.id, row!.id));
	log.warn({ address: counted.address, name: counted.nameHash.slice(0, 8) }, 'sign-in throttled');
	const wait = Math.max(1, Math.ceil((over[0].first!.getTime() + minutes * 60_000 - now.getTime()) / 60_000));
	throw new Refusal({
		code: 'sign_in.throttled',
		status: 429,
		message: `Đã có quá nhiều lần đăng nhập không thành công. Hãy đợi khoảng ${wait} phút rồi thử lại; nếu quên mật khẩu, hãy nhờ quản trị hệ thống của phường cấp lại.`
	});
}

/** The right password was given: the slips before it are forgiven. */
export async function forgive(db: Database, { nameHash, address }: Counted, now: Date): Promise<void> {
	await db
		.delete(signInAttempt)
		.where(and(eq(signInAttempt.nameHash, nameHash), eq(signInAttempt.address, address)));
	await db.delete(signInAttempt).where(lt(signInAttempt.at, new Date(now.getTime() - 24 * 3600_000)));
}

/** An administrator gave a new password: all counting of that name starts again. */
export function forgiveName(db: { execute: Database['execute'] }, name: string): Promise<unknown> {
	return db.execute(sql`delete from auth.sign_in_attempt where name_hash = ${hashOf(name)}`);
}

function hashOf(name: string): string {
	return createHmac('sha256', keyFor('sign-in attempts')).update(name).digest('hex');
}

/** One caller of the newer internet holds a whole /64 network: it counts as one address. */
export function networkOf(address: string): string {
	const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (v4) return v4;
	const [before = '', after] = address.toLowerCase().split('%')[0]!.split('::');
	const head = before ? before.split(':') : [];
	const tail = after ? after.split(':') : [];
	const groups =
		after === undefined
			? head
			: [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':')}::/64`;
}
