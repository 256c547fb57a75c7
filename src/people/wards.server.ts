/** Ward (phường, xã, đặc khu): the wards of an installation; most have exactly one. */
import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/db.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';

export type Ward = typeof ward.$inferSelect;
export type NewWard = {
	key: string;
	name: string;
	superior: string;
	province: string;
	host?: string | undefined;
};

export async function list(db: Database): Promise<Ward[]> {
	return db.select().from(ward).orderBy(ward.id);
}

export async function byId(db: Database, id: number): Promise<Ward> {
	const [found] = await db.select().from(ward).where(eq(ward.id, id));
	if (!found) throw notFound('phường này');
	return found;
}

/**
 * The ward a host name belongs to. Names nobody claimed (127.0.0.1, the only address of a small installation) show the
 * first ward without a name of its own; `own` says whether the name is the ward's.
 */
export async function atHost(db: Database, host: string): Promise<{ id: number; own: boolean } | undefined> {
	// One statement: every request of everybody begins with it.
	const [found] = await db
		.select({ id: ward.id, host: ward.host })
		.from(ward)
		.orderBy(sql`(${ward.host} is not distinct from ${host}) desc`, asc(isNotNull(ward.host)), asc(ward.id))
		.limit(1);
	return found && { id: found.id, own: found.host === host };
}

/** Adds a ward. The name is written as in its documents: "phường Chí Linh". */
export async function add(db: Database, given: NewWard): Promise<Ward> {
	if (!/^[a-z0-9-]{2,40}$/.test(given.key)) {
		throw new Refusal({
			code: 'ward.key',
			message:
				'Mã phường chỉ gồm chữ thường không dấu, số và dấu gạch ngang, từ 2 đến 40 ký tự, ví dụ chi-linh.'
		});
	}
	const [row] = await db
		.insert(ward)
		.values({
			key: given.key,
			name: given.name.normalize('NFC'),
			shortName: given.name.normalize('NFC').replace(/^(phường|xã|đặc khu)\s+/i, ''),
			placeName: given.name.normalize('NFC').replace(/^(phường|xã|đặc khu)\s+/i, ''),
			superiorName: given.superior.normalize('NFC'),
			provinceName: given.province.normalize('NFC'),
			host: given.host ?? null
		})
		.onConflictDoNothing()
		.returning();
	if (!row) {
		throw new Refusal({
			code: 'ward.taken',
			status: 409,
			message: `Mã “${given.key}” hoặc tên miền này đã có phường dùng. Hãy chọn mã hoặc tên miền khác.`
		});
	}
	return row;
}
