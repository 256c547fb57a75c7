/** The ward whose portal this is, as its public pages show it. */
import { z } from 'zod';
import type { Ctx } from '#people/actor.ts';
import * as hotlines from '#people/hotlines.server.ts';
import * as wards from '#people/wards.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import type { PortalWard } from './portal.ts';

const line = z.string().trim().min(1).max(200).optional().catch(undefined);
/** Only what the ward really gave is shown; a broken value is as good as none. */
const contact = z.object({ address: line, phone: line, email: line, hours: line }).catch({});

export async function portalWard(ctx: Pick<Ctx, 'db' | 'wardId' | 'now'>): Promise<PortalWard> {
	const row = await wards.byId(ctx.db, ctx.wardId);
	const announced = await read(ctx, (tx) => hotlines.feedbackContact(tx, dayOf(ctx.now)));
	return {
		name: row.name.replace(/^(Phường|Xã|Đặc khu)(?=\s)/, (word) => word.toLocaleLowerCase('vi')),
		superiorName: row.superiorName,
		sample: row.sample,
		// What the register of hotlines says holds everywhere.
		contact: { ...contact.parse(row.settings['contact'] ?? {}), ...announced }
	};
}
