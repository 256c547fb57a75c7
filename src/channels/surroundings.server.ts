/** What the desk needs from the program around it: pictures by their token, and the address of the portal. */
import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import * as files from '#platform/files.server.ts';
import { portalOrigin } from '#platform/origin.server.ts';
import { ward } from '#platform/schema.server.ts';
import type { Surroundings } from './sending.server.ts';

export const surroundings: Surroundings = {
	picture: async (tx, token) => {
		const row = await files.byToken(tx, token);
		if (!row?.mime.startsWith('image/')) return null;
		return { bytes: await readFile(files.pathOf(row.token)), type: row.mime, name: row.name };
	},
	origin: async (tx, { wardId }) => {
		const [there] = await tx.select({ host: ward.host }).from(ward).where(eq(ward.id, wardId));
		return portalOrigin(there?.host ?? null);
	}
};
