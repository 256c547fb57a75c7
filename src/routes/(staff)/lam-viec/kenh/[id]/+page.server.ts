import * as accounts from '#channels/accounts.server.ts';
import * as tokens from '#channels/tokens.server.ts';
import { accountStates, isSignedInTo } from '#channels/account.ts';
import { outlets } from '#channels/forms.ts';
import { refusals } from '#channels/policy.ts';
import { served } from '#channels/clients.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import { act, show } from '../../../../answer.server.ts';
import { doing, numberOf } from '../../phat-thanh/doing.server.ts';
import { callback } from '../callback.ts';
import { accountOf } from '../account-values.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const account = await accounts.get(ctx, numberOf(params.id));
		return {
			account: {
				id: account.id,
				kind: account.kind,
				name: account.name,
				address: account.address,
				settings: account.settings,
				state: account.state,
				trouble: account.trouble,
				workedAt: account.workedAt,
				pausedUntil: account.pausedUntil && account.pausedUntil > ctx.now ? account.pausedUntil : null,
				tokenEndsAt: account.tokenEndsAt,
				refreshedAt: account.refreshedAt,
				has: account.has,
				lockVersion: account.lockVersion
			},
			kindWords: outlets[account.kind],
			stateWords: accountStates[account.state],
			signedInTo: isSignedInTo(account.kind),
			testable: served.includes(account.kind),
			refusals: refusals(ctx.actor, 'run_accounts'),
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	sua: (event) =>
		doing(event, 'sua', (values) =>
			accounts.change(
				event.locals.ctx,
				numberOf(event.params.id),
				accountOf(values),
				numberOf(values['lockVersion'])
			)
		),
	thu: async ({ locals: { ctx }, params }) => {
		const health = await act(() => accounts.test(ctx, numberOf(params.id)));
		if ('status' in health)
			return fail(health.status, {
				refusal: health.data.refusal,
				values: {} as Record<string, string>,
				tried: 'thu'
			});
		return { health: { ok: health.ok, words: health.words } };
	},
	/** The way to the channel's own sign-in; a link, because pages of ours send forms nowhere else. */
	dang_nhap: async ({ locals: { ctx }, params, url }) => {
		const leave = await act(() => tokens.begin(ctx, numberOf(params.id), callback(url)));
		return typeof leave === 'string'
			? { leave }
			: fail(leave.status, {
					refusal: leave.data.refusal,
					values: {} as Record<string, string>,
					tried: 'dang_nhap'
				});
	},
	tat: (event) => doing(event, 'tat', () => accounts.switchOff(event.locals.ctx, numberOf(event.params.id))),
	ngung: async ({ locals: { ctx }, params }) => {
		const gone = await act(async () => {
			await accounts.retire(ctx, numberOf(params.id));
			return true as const;
		});
		if (gone !== true)
			return fail(gone.status, {
				refusal: gone.data.refusal,
				values: {} as Record<string, string>,
				tried: 'ngung'
			});
		redirect(303, '/lam-viec/kenh/tai-khoan');
	}
};
