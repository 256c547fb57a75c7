/** The first to see a request and the last to see its answer: who asks, in which ward; what goes out with every page. */
import { error as stop, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { randomInt } from 'node:crypto';
import { actorOf } from '#people/acting.server.ts';
import { addressHeader } from '#people/auth.server.ts';
import { firstDuty, type FirstDuty } from '#people/first-duty.ts';
import * as sessions from '#people/sessions.server.ts';
import * as wards from '#people/wards.server.ts';
import { now } from '#platform/now.server.ts';
import * as visits from '#procedures/visits.server.ts';
import { openDatabase, type Database } from '#platform/db.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { setFollowed } from '#platform/journal.server.ts';
import { log } from '#platform/log.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { settings } from '#platform/settings.ts';
import { isFollowed } from './reactions.ts';
import { lockedIn } from './routes/kiosk/locked-in.ts';
import { guardForm, refuseStrangeAddress } from './routes/wellformed.server.ts';

const url = () => process.env['MINHBACH_DATABASE_URL'] ?? settings().DATABASE_URL ?? '';

// Kept on the process: development loads this file anew at every change, and each time ten connections would stay behind.
const held = globalThis as { minhBachDatabase?: Database; minhBachClose?: () => Promise<void> };
const database = () => (held.minhBachDatabase ??= openDatabase(url()));

export const init: ServerInit = async () => {
	setFollowed(isFollowed);
	await startJobs(url(), { maintain: false });
	// The built application has its own pool and queue; the web server closes them before the database stops.
	held.minhBachClose = async () => {
		await visits.flush();
		await stopJobs();
		await held.minhBachDatabase?.$client.end();
	};
};

/** Where somebody with something to do first may still go. */
const dutyPages: Record<FirstDuty, string> = {
	change_password: '/lam-viec/tai-khoan/mat-khau',
	second_factor: '/lam-viec/tai-khoan/hai-lop'
};

async function whoAsks(event: RequestEvent): Promise<void> {
	const db = database();
	const { locals, request } = event;
	const moment = now();
	locals.address = event.getClientAddress();
	const place = await wards.atHost(db, event.url.hostname);
	if (!place) {
		stop(
			503,
			'Chưa có phường nào được lập trên máy chủ này. Người vận hành hãy chạy lệnh "npm run -s minhbach -- wards add".'
		);
	}
	locals.onlyWard = place.own ? place.id : undefined;
	locals.ctx = { wardId: place.id, actor: { kind: 'visitor' }, now: moment, db };
	// What machines are told is about the ward of the host and the same for whoever asks.
	const route = event.route.id ?? '/(public)';
	if (/^\/(api|open311)\//.test(route) || !request.headers.get('cookie')?.includes('minh-bach')) return;

	// A page for everyone may be kept by others on its way, so it sets no cookie and looks the same for all.
	const forEveryone = route.startsWith('/(public)') || route.startsWith('/kiosk');
	const headers = new Headers(request.headers);
	headers.set(addressHeader, locals.address);
	const { signedIn, cookies } = await sessions.current(db, headers, { refresh: !forEveryone });
	if (!forEveryone) for (const { name, value, options } of cookies) event.cookies.set(name, value, options);
	// A ward's own host serves its own people only; a host of nobody in particular serves each in their own ward.
	if (!signedIn || (signedIn.wardId !== place.id && (place.own || forEveryone))) return;
	const acting = await actorOf(db, signedIn, moment);
	if (!acting) return;
	const duty = firstDuty(signedIn, acting.positions, settings().production);
	locals.account = { ...signedIn, positions: acting.positions, duty };
	const mayAct = !duty || event.url.pathname === dutyPages[duty];
	locals.ctx = { ...locals.ctx, wardId: signedIn.wardId, ...(mayAct && { actor: acting.actor }) };
}

/** Staff pages are for people who signed in and have nothing to do first. */
function guard(event: RequestEvent): void {
	if (!event.route.id?.startsWith('/(staff)') || event.locals.ctx.actor.kind === 'person') return;
	const duty = event.locals.account?.duty;
	if (duty) redirect(303, dutyPages[duty]);
	const wanted = event.request.method === 'GET' ? event.url.pathname + event.url.search : '/lam-viec';
	redirect(303, `/dang-nhap?tiep=${encodeURIComponent(wanted)}`);
}

export const handle: Handle = async ({ event, resolve }) => {
	// Says itself when the database does not answer.
	if (event.route.id === '/healthz') {
		event.locals.ctx = { wardId: 0, actor: { kind: 'visitor' }, now: now(), db: database() };
		return resolve(event);
	}
	refuseStrangeAddress(event.url, event.request.method);
	guardForm(event.request);
	await whoAsks(event);
	guard(event);
	const response = await resolve(event, {
		preload: ({ type }) => type === 'js' || type === 'css' || type === 'font'
	});
	const { headers } = response;
	const unlessSet = (name: string, value: string) => headers.has(name) || headers.set(name, value);
	unlessSet('x-content-type-options', 'nosniff');
	unlessSet('x-frame-options', 'SAMEORIGIN');
	unlessSet('content-security-policy', "frame-ancestors 'self'");
	unlessSet('referrer-policy', 'same-origin');
	unlessSet('permissions-policy', 'camera=(), geolocation=(), microphone=(self), payment=()');
	// A second policy beside the page's own: both hold.
	if (event.route.id?.startsWith('/kiosk')) headers.append('content-security-policy', lockedIn);
	if (event.url.protocol === 'https:') unlessSet('strict-transport-security', 'max-age=31536000');
	// What is not a page for everyone is kept by nobody: on the office's shared computer the next person presses Back.
	if (event.locals.account || !event.route.id?.startsWith('/(public)'))
		unlessSet('cache-control', 'private, no-store');
	return response;
};

export const handleError: HandleServerError = (caught) => {
	const { event } = caught;
	// Our own words (answer.server.ts) are for the person already.
	if (caught.kind === 'app') return {};
	if (caught.kind !== 'unknown') {
		const missing = caught.error.status === 404;
		return {
			message: missing
				? 'Không tìm thấy trang này. Hãy kiểm tra lại địa chỉ, hoặc quay về trang chủ.'
				: 'Yêu cầu gửi đến chưa đúng cách nên chưa được nhận. Hãy tải lại trang rồi làm lại.'
		};
	}
	// Meant for the person, only nobody on its way took it for that (`act`, `show` of answer.server.ts).
	if (caught.error instanceof Refusal) {
		const { status, message, code } = caught.error;
		log.warn({ code, path: event.url.pathname }, 'a refusal that no page answered');
		return { status, message };
	}
	const incident = Array.from({ length: 8 }, () => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[randomInt(32)]).join(
		''
	);
	log.error(
		{ err: caught.error, incident, method: event.request.method, path: event.url.pathname },
		'request failed'
	);
	return { message: 'Hệ thống gặp lỗi nên chưa làm được việc này. Xin thử lại sau ít phút.', incident };
};
