import * as accounts from '#channels/accounts.server.ts';
import { accountStates } from '#channels/account.ts';
import { isOutlet, outlets } from '#channels/forms.ts';
import { refusals } from '#channels/policy.ts';
import { notFound } from '#platform/refusal.ts';
import { show } from '../../../../answer.server.ts';
import { doing, textOf } from '../../phat-thanh/doing.server.ts';
import { accountOf } from '../account-values.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const kind = url.searchParams.get('them') ?? '';
		return {
			accounts: (await accounts.list(ctx)).map(
				({ id, kind, name, address, state, trouble, workedAt, pausedUntil, tokenEndsAt }) => ({
					id,
					kind: outlets[kind],
					name,
					address,
					state,
					stateWords: accountStates[state],
					trouble,
					workedAt,
					pausedUntil: pausedUntil && pausedUntil > ctx.now ? pausedUntil : null,
					tokenEndsAt
				})
			),
			kinds: Object.entries(outlets),
			adding: isOutlet(kind) ? kind : null,
			refusals: refusals(ctx.actor, 'run_accounts'),
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	them: (event) =>
		doing(event, 'them', async (values) => {
			const kind = textOf(values['kind']);
			if (!isOutlet(kind)) throw notFound('loại kênh này');
			await accounts.add(event.locals.ctx, kind, accountOf(values));
		})
};
