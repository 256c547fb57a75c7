/** What the addresses of these pages ask for. Whatever comes in, something that can be asked for comes out. */
import { isDay, type Day } from '#platform/clock.ts';
import type { OnlineLevel } from '#search/entry.ts';
import { address } from '../portal.ts';
import { onlineChoices } from '../tim/asked.ts';

export type Asked = {
	words: string;
	field: string | null;
	applicant: string | null;
	online: OnlineLevel | null;
	page: number;
};

/** A line a person typed: no control characters (the database refuses one of them), of bearable length. */
const line = (parameters: URLSearchParams, name: string): string =>
	(parameters.get(name) ?? '')
		.replaceAll(/\p{Cc}+/gu, ' ')
		.trim()
		.slice(0, 300);

export function askedIn(parameters: URLSearchParams): Asked {
	const online = parameters.get('truc-tuyen');
	return {
		words: line(parameters, 'q').slice(0, 200),
		field: line(parameters, 'linh-vuc') || null,
		applicant: line(parameters, 'doi-tuong') || null,
		online: onlineChoices.find(({ value }) => value === online)?.level ?? null,
		page: pageIn(parameters)
	};
}

export function pageIn(parameters: URLSearchParams): number {
	return Math.min(Math.max(Math.trunc(Number(parameters.get('trang'))) || 1, 1), 100);
}

/** The address of this list with something changed; without a page number it is the first. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}): string {
	const { words, field, applicant, online, page } = { ...asked, page: 1, ...change };
	return address('/thu-tuc', {
		q: words,
		'linh-vuc': field,
		'doi-tuong': applicant,
		'truc-tuyen': onlineChoices.find(({ level }) => level === online)?.value,
		trang: page > 1 ? page : null
	});
}

/** The code of a procedure as people type it; null when it cannot be one. */
export function codeIn(text: string): string | null {
	const code = text.trim().toUpperCase();
	return /^[0-9A-Z][0-9A-Z.-]{2,39}$/.test(code) ? code : null;
}

/** A day of our time, null otherwise: the calendar of the database ends somewhere. */
export function dayIn(text: string | null): Day | null {
	return text !== null && isDay(text) && text >= '1945-09-02' && text < '2200-01-01' ? text : null;
}
