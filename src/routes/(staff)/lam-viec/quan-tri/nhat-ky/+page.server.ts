import { z } from 'zod';
import * as reading from '#people/journal-reading.server.ts';
import { show } from '../../../../answer.server.ts';
import type { PageServerLoad } from './$types';

const number = z.coerce.number().int().positive().optional().catch(undefined);
const text = z.string().max(20).optional().catch(undefined);

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const asked = (name: string) => url.searchParams.get(name) || undefined;
		const filter = {
			before: number.parse(asked('truoc')),
			personId: number.parse(asked('nguoi')),
			room: text.parse(asked('ve')),
			day: text.parse(asked('ngay'))
		};
		const [{ rows, more }, writers] = await Promise.all([reading.journal(ctx, filter), reading.writers(ctx)]);
		return { rows, more, writers, filter };
	});
