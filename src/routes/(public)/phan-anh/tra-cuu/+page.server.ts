import { createHash } from 'node:crypto';
import { fail, redirect, type Cookies } from '@sveltejs/kit';
import * as brake from '#feedback/brake.server.ts';
import * as followed from '#feedback/followed.server.ts';
import * as following from '#feedback/following.server.ts';
import * as pass from '#feedback/pass.server.ts';
import * as pending from '#feedback/pending.server.ts';
import { byReceipt } from '#feedback/receipts.server.ts';
import { foldCode } from '#feedback/secret-word.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { uploadsIn } from '../gui/sent.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PATH = '/phan-anh/tra-cuu';
const COOKIE = 'theo-doi-phan-anh';

export const load: PageServerLoad = async ({ locals: { ctx }, cookies, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const caseId = pass.caseOf(cookies.get(COOKIE), ctx.wardId, ctx.now);
	const asked = (url.searchParams.get('ma') ?? '').slice(0, 60);
	const shown = caseId === null ? null : await followed.show(ctx, caseId);
	return {
		now: ctx.now,
		/** From the square on the receipt; only a code, it opens nothing. */
		asked,
		done: (url.searchParams.get('xong') ?? '').slice(0, 20),
		// The square of another receipt asks for that one.
		shown: shown && asked !== '' && foldCode(asked) !== shown.code ? null : shown
	};
};

/** What goes back into a form that was handed back, and beside which of them. */
export type HandedBack = {
	at: string;
	reasons: RefusalDetail[];
	typed: Record<string, string>;
	kept: pending.Kept[];
};

const handBack = (at: string, refusal: Refusal, typed: Record<string, string>, kept: pending.Kept[] = []) =>
	fail(refusal.status, { handedBack: { at, reasons: refusal.reasons, typed, kept } satisfies HandedBack });

function textsIn(form: FormData, ...names: string[]): Record<string, string> {
	return Object.fromEntries(
		names.map((name) => {
			const value = form.get(name);
			return [name, typeof value === 'string' ? value.slice(0, 60_000) : ''];
		})
	);
}

function remember(cookies: Cookies, ctx: Ctx, caseId: number, https: boolean): void {
	cookies.set(COOKIE, pass.passFor(ctx.wardId, caseId, ctx.now), {
		path: PATH,
		httpOnly: true,
		sameSite: 'lax',
		secure: https,
		maxAge: pass.passMinutes * 60
	});
}

/** One act of the sender: the pass says on which case; whoever holds none is led to the door. */
async function perform(
	event: RequestEvent,
	at: string,
	names: string[],
	work: (ctx: Ctx, caseId: number, typed: Record<string, string>, form: FormData) => Promise<void>
) {
	const { cookies, locals, request, url } = event;
	const caseId = pass.caseOf(cookies.get(COOKIE), locals.ctx.wardId, locals.ctx.now);
	if (caseId === null) redirect(303, `${PATH}?xong=het-gio`);
	// An officer who follows their own message acts as the sender, like everybody.
	const ctx: Ctx = { ...locals.ctx, actor: { kind: 'visitor' } };
	let giveBack: (() => void) | undefined;
	let typed: Record<string, string> = {};
	try {
		giveBack = brake.takeRoom(request.headers.get('content-length'));
		const form = await request.formData();
		typed = textsIn(form, ...names);
		await work(ctx, caseId, typed, form);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const kept = thrown instanceof NotAdded ? thrown.kept : [];
		return handBack(at, thrown, typed, kept);
	} finally {
		giveBack?.();
	}
	remember(cookies, ctx, caseId, url.protocol === 'https:');
	redirect(303, `${PATH}?xong=${at}`);
}

/** A refused addition, with the good files that stay. */
class NotAdded extends Refusal {
	readonly kept: pending.Kept[];
	constructor(refusal: Refusal, kept: pending.Kept[], files: RefusalDetail[]) {
		const others = refusal.reasons.filter(({ code }) => files.length === 0 || !code.startsWith('file.'));
		const [first, ...rest] = [...others, ...files];
		super({ ...first!, status: refusal.status }, rest);
		this.kept = kept;
	}
}

const formKeyOf = (ctx: Ctx, caseId: number): string =>
	`bo-sung-${createHash('sha256').update(`${ctx.wardId} ${caseId}`).digest('base64url')}`;

export const actions: Actions = {
	mo: async ({ locals: { ctx, address }, request, cookies, url }) => {
		const typed = textsIn(await request.formData(), 'code', 'secret');
		const { code = '', secret = '' } = typed;
		try {
			const forgive = brake.countGuess(address, foldCode(code) ?? code.slice(0, 60), ctx.now);
			const row = await byReceipt(ctx, code.slice(0, 100), secret.slice(0, 100));
			forgive();
			remember(cookies, ctx, row.id, url.protocol === 'https:');
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			return handBack('mo', thrown, { code: code.slice(0, 100) });
		}
		redirect(303, PATH);
	},
	dong: ({ cookies }) => {
		cookies.delete(COOKIE, { path: PATH });
		redirect(303, `${PATH}?xong=dong`);
	},
	'bo-sung': (event) =>
		perform(event, 'bo-sung', ['text'], async (ctx, caseId, { text = '' }, form) => {
			const uploads = await uploadsIn(form, 'files');
			const keptFileIds = form.getAll('keep').map(Number).filter(Number.isSafeInteger).slice(0, 20);
			const formKey = formKeyOf(ctx, caseId);
			try {
				await brake.refuseWhenFull(uploads.length > 0);
				await following.add(ctx, caseId, { text, uploads, keptFileIds, formKey });
			} catch (thrown) {
				if (!(thrown instanceof Refusal) || thrown.status >= 429 || thrown.status === 409) throw thrown;
				const { kept, refused } = await pending.keep(ctx, formKey, keptFileIds, uploads);
				throw new NotAdded(thrown, kept, refused);
			}
		}),
	'danh-gia': (event) =>
		perform(event, 'danh-gia', ['score', 'comment'], (ctx, caseId, { score = '', comment }) =>
			following.rate(ctx, caseId, {
				score: score === '' ? NaN : Number(score),
				...(comment ? { comment } : {})
			})
		),
	'xem-lai': (event) =>
		perform(event, 'xem-lai', ['reason'], (ctx, caseId, { reason = '' }) =>
			following.reopen(ctx, caseId, reason)
		),
	rut: (event) =>
		perform(event, 'rut', ['sure'], (ctx, caseId, { sure }) => {
			sureOf(sure, 'rút phản ánh');
			return following.withdraw(ctx, caseId);
		}),
	'xoa-lien-he': (event) =>
		perform(event, 'xoa-lien-he', ['sure'], (ctx, caseId, { sure }) => {
			sureOf(sure, 'xóa thông tin liên hệ');
			return following.erase(ctx, caseId);
		}),
	'du-lieu': async ({ locals, cookies }) => {
		const caseId = pass.caseOf(cookies.get(COOKIE), locals.ctx.wardId, locals.ctx.now);
		if (caseId === null) redirect(303, `${PATH}?xong=het-gio`);
		return { ownData: await following.ownData({ ...locals.ctx, actor: { kind: 'visitor' } }, caseId) };
	}
};

/** What cannot be taken back is done by two hands: a tick, then the button. */
function sureOf(sure: string | undefined, what: string): void {
	if (sure !== 'yes')
		throw new Refusal({
			code: 'feedback.not_sure',
			field: 'sure',
			message: `Xin đánh dấu vào ô “Tôi chắc chắn” rồi bấm lại để ${what}.`
		});
}
