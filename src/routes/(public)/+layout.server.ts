import { portalWard } from './ward.server.ts';
import type { LayoutServerLoad } from './$types';

/** HTML and CSS only: a cheap phone shows the page as soon as it has it. */
export const csr = false;

export const load: LayoutServerLoad = async ({ locals }) => ({ ward: await portalWard(locals.ctx) });
