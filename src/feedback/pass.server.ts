/**
 * Pass (thẻ theo dõi): after code and secret word were right once, a signed note in a cookie says for half an hour which
 * case may be followed, so that nothing has to be typed again and no secret stands in an address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from '#platform/secret.server.ts';

export const passMinutes = 30;

const signed = (text: string): string =>
	createHmac('sha256', keyFor('feedback following')).update(text).digest('base64url');

export function passFor(wardId: number, caseId: number, now: Date): string {
	const text = `${wardId}.${caseId}.${now.getTime() + passMinutes * 60_000}`;
	return `${text}.${signed(text)}`;
}

/** The case this pass opens; null when it is over, of another ward, or not ours. */
export function caseOf(pass: string | undefined, wardId: number, now: Date): number | null {
	const parts = /^((\d{1,15})\.(\d{1,15})\.(\d{1,15}))\.([\w-]{43})$/.exec(pass ?? '');
	if (!parts) return null;
	const [, text, ward, id, until, signature] = parts;
	if (!timingSafeEqual(Buffer.from(signature!), Buffer.from(signed(text!)))) return null;
	return Number(ward) === wardId && Number(until) > now.getTime() ? Number(id) : null;
}
