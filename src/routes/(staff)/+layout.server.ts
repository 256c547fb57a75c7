import * as notices from '#people/notices.server.ts';
import * as wards from '#people/wards.server.ts';
import { person } from '#people/actor.ts';
import type { LayoutServerLoad } from './$types';
import type { ShellData } from './lam-viec/shell.ts';

/** The frame of every staff page. hooks.server.ts has already turned away whoever may not be here. */
export const load: LayoutServerLoad = async ({ locals, url }): Promise<ShellData> => {
	// Notices and positions change under way: asked again at every page.
	void url.pathname;
	const { ctx, account } = locals;
	const { name, title, role, positionId, unitName } = person(ctx);
	const [ward, unread] = await Promise.all([wards.byId(ctx.db, ctx.wardId), notices.unread(ctx)]);
	return {
		ward: { name: ward.name, sample: ward.sample },
		person: { name, title, role, positionId, unitName },
		positions: account!.positions.map((held) => ({
			id: held.id,
			title: held.title,
			unitName: held.unitName
		})),
		unread
	};
};
