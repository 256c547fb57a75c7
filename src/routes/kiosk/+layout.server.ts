import { portalWard } from '../(public)/ward.server.ts';
import type { LayoutServerLoad } from './$types';

/** The desk's touch screen (màn hình tra cứu tại quầy): its own frame, nothing of the portal around it. */
export const load: LayoutServerLoad = async ({ locals: { ctx } }) => {
	const { name, sample } = await portalWard(ctx);
	return { ward: { name, sample } };
};
