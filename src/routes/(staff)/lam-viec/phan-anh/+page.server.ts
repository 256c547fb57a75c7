import { sources, states, type CaseState, type Source } from '#feedback/case.ts';
import { groups } from '#feedback/case-groups.ts';
import { unitChoices } from '#feedback/choices.server.ts';
import { messageClasses, type MessageClass } from '#feedback/message-class.ts';
import { refusals } from '#feedback/policy.ts';
import * as reading from '#feedback/reading.server.ts';
import { show } from '../../../answer.server.ts';
import type { PageServerLoad } from './$types';

const oneOf = <T extends string>(value: string | null, among: Record<T, unknown>): T | undefined =>
	value !== null && Object.hasOwn(among, value) ? (value as T) : undefined;
const days = { late: 1, today: 1, soon: 1 };

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const asked = url.searchParams;
		const filters = {
			group: oneOf(asked.get('nhom'), groups),
			due: oneOf(asked.get('han'), days),
			state: oneOf<CaseState>(asked.get('buoc'), states),
			class: oneOf<MessageClass>(asked.get('loai'), messageClasses),
			source: oneOf<Source>(asked.get('nguon'), sources),
			unitId: Number(asked.get('don-vi')) || undefined,
			words: asked.get('tim') ?? ''
		};
		const page = Math.min(10_000, Math.max(1, Math.trunc(Number(asked.get('trang'))) || 1));
		const given = Object.fromEntries(
			Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
		) as reading.Filters;
		if (given.unitId !== undefined && !Number.isSafeInteger(given.unitId)) delete given.unitId;
		return {
			...(await reading.list(ctx, { ...given, page })),
			counters: await reading.counters(ctx),
			units: (await unitChoices(ctx)).map(({ id, name }) => ({ id, name })),
			filters: given,
			page,
			pageSize: reading.pageSize,
			may: {
				takeIn: refusals(ctx.actor, 'take_in').length === 0,
				quarantine: refusals(ctx.actor, 'read_quarantine').length === 0,
				settings: refusals(ctx.actor, 'settings').length === 0
			},
			now: ctx.now
		};
	});
