/** What the address of the page of results asks for; what is no filter is passed over, so every address answers. */
import type { Kind, OnlineLevel } from '#search/entry.ts';
import { address } from '../portal.ts';

/** An address is text for people. */
const slugs: Record<Kind, string> = {
	procedure: 'thu-tuc',
	article: 'tin-bai',
	document: 'van-ban',
	answer: 'hoi-dap',
	hotline: 'duong-day-nong',
	broadcast: 'phat-thanh',
	page: 'trang'
};
export const onlineLevels: Record<OnlineLevel, string> = {
	full: 'Nộp trực tuyến toàn trình',
	partial: 'Nộp trực tuyến một phần',
	none: 'Nộp tại quầy'
};
const onlineSlugs: Record<OnlineLevel, string> = {
	full: 'toan-trinh',
	partial: 'mot-phan',
	none: 'tai-quay'
};

export type Asked = {
	words: string;
	kind: Kind | null;
	field: string | null;
	applicant: string | null;
	online: OnlineLevel | null;
	/** Just these words, all of them, nothing corrected. */
	literal: boolean;
	page: number;
};

function keyOf<T extends string>(names: Record<T, string>, name: string | null): T | null {
	return (Object.keys(names) as T[]).find((key) => names[key] === name) ?? null;
}

export function askedIn(parameters: URLSearchParams): Asked {
	const text = (name: string) => parameters.get(name)?.trim().slice(0, 200) || null;
	const online = keyOf(onlineSlugs, parameters.get('truc-tuyen'));
	const field = text('linh-vuc');
	const applicant = text('doi-tuong');
	// Only procedures have a field, an applicant and an online level.
	const narrowed = field !== null || applicant !== null || online !== null;
	return {
		words: text('q') ?? '',
		kind: narrowed ? 'procedure' : keyOf(slugs, parameters.get('loai')),
		field,
		applicant,
		online,
		literal: parameters.get('dung-chu') === '1',
		page: Math.min(Math.max(Math.trunc(Number(parameters.get('trang'))) || 1, 1), 100)
	};
}

/** The address of these results, with something changed. The first page is the one without a number. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}): string {
	const { words, kind, field, applicant, online, literal, page } = { ...asked, page: 1, ...change };
	return address('/tim', {
		q: words,
		loai: kind && slugs[kind],
		'linh-vuc': field,
		'doi-tuong': applicant,
		'truc-tuyen': online && onlineSlugs[online],
		'dung-chu': literal ? '1' : null,
		trang: page > 1 ? page : null
	});
}

/** Choices for a form: value in the address, and the words shown. */
export const onlineChoices = (Object.keys(onlineLevels) as OnlineLevel[]).map((level) => ({
	level,
	value: onlineSlugs[level],
	label: onlineLevels[level]
}));
