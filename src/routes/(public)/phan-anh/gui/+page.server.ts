import { randomBytes } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import QRCode from 'qrcode';
import * as brake from '#feedback/brake.server.ts';
import * as captcha from '#feedback/captcha.server.ts';
import * as intake from '#feedback/intake.server.ts';
import * as pending from '#feedback/pending.server.ts';
import { settingsIn } from '#feedback/settings.server.ts';
import { read } from '#platform/db.server.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { log } from '#platform/log.server.ts';
import { sentIn, type Sent, type Typed } from './sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, request, setHeaders }) => {
	setHeaders({
		// The form may be found again with the button Back, with what was typed; a receipt is kept by nobody.
		'cache-control': request.method === 'GET' ? 'private, no-cache' : 'private, no-store',
		// Where the sender stands, when they press the button for it.
		'permissions-policy': 'camera=(), geolocation=(self), microphone=(self), payment=()'
	});
	return {
		/** Makes a second sending of this form the same as the first. */
		key: randomBytes(18).toString('base64url'),
		/** How long name and contact are kept; not asked again for a receipt, which does not say it. */
		keptDays: request.method === 'GET' ? (await read(ctx, settingsIn)).contactRetentionDays : null
	};
};

export type HandedBack = {
	reasons: RefusalDetail[];
	typed: Typed;
	kept: pending.Kept[];
};

export const actions: Actions = {
	default: async ({ locals: { ctx, address }, request, url }) => {
		let giveBack: (() => void) | undefined;
		try {
			giveBack = brake.takeRoom(request.headers.get('content-length'));
			const sent = await sentIn(await request.formData(), address);
			return await receiveOrHandBack(ctx, address, sent, url.origin);
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			return fail(thrown.status, { handedBack: handedBack(thrown) });
		} finally {
			giveBack?.();
		}
	}
};

async function receiveOrHandBack(ctx: App.Locals['ctx'], address: string, sent: Sent, origin: string) {
	// An officer who tries the page out writes as a visitor, like everybody.
	const visitor = { ...ctx, actor: { kind: 'visitor' as const } };
	const { intake: given, typed } = sent;
	const uploads = given.uploads ?? [];
	try {
		brake.countSending(address, ctx.now);
		await brake.refuseWhenFull(uploads.length > 0);
		const proven = await captcha.isSolved(sent.solution, `${given.submissionKey} ${given.text}`);
		const receipt = await intake.receive(visitor, { ...given, proven });
		return {
			receipt: {
				...receipt,
				hasEmail: given.contact.email.trim() !== '',
				/** The message was here before, and this time it brought files. */
				filesLeftOut: receipt.again && uploads.length > receipt.files,
				qr: await QRCode.toString(`${origin}/phan-anh/tra-cuu?ma=${receipt.code}`, {
					type: 'svg',
					margin: 0,
					errorCorrectionLevel: 'M',
					// Trying all eight patterns for the prettiest costs more than writing the case.
					maskPattern: 3
				})
			}
		};
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const back = handedBack(thrown, typed);
		const { submissionKey, keptFileIds = [] } = given;
		if (thrown.status < 429 && /^[\w-]{16,100}$/.test(submissionKey)) {
			const { kept, refused } = await pending.keep(visitor, submissionKey, keptFileIds, uploads);
			back.kept = kept;
			// Every file of a strange kind is named, not only the first.
			if (refused.length > 0)
				back.reasons = [...back.reasons.filter(({ code }) => !code.startsWith('file.')), ...refused];
		}
		log.info({ code: thrown.code }, 'a message was handed back');
		return fail(thrown.status, { handedBack: back });
	}
}

const empty: Typed = {
	key: '',
	category: '',
	text: '',
	place: '',
	latitude: '',
	longitude: '',
	name: '',
	phone: '',
	email: '',
	address: '',
	namePublic: false
};

function handedBack(thrown: Refusal, typed: Typed = empty): HandedBack {
	const reasons = thrown.reasons.map((reason) =>
		reason.field === 'file' ? { ...reason, field: 'files' } : reason
	);
	return { reasons, typed, kept: [] };
}
