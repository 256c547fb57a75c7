/**
 * The form of each channel: how long its parts may be and what it insists on. The numbers are those that worked in
 * practice, a little under what the channels announce (Zalo refused texts of exactly its own limit).
 */
import type { Message } from './message.ts';

/** Channel an edition is made for. 'portal' and 'radio' have rooms of their own that bring them out. */
export const outlets = {
	zalo: 'Zalo',
	facebook: 'Facebook',
	email: 'Bản tin thư điện tử',
	push: 'Thông báo đẩy',
	webhook: 'Hệ thống của cấp trên',
	screen: 'Màn hình bảng tin',
	slogan: 'Khẩu hiệu',
	notice_board: 'Bảng tin, niêm yết',
	leaflet: 'Tờ rơi',
	meeting: 'Hội nghị, lồng ghép'
} as const;
export type Outlet = keyof typeof outlets;

export const isOutlet = (word: string): word is Outlet => Object.hasOwn(outlets, word);

export type Form = {
	title: number;
	summary: number;
	text: number;
	hashtags: number;
	/** Which parts the channel shows; the others stay empty. */
	parts: readonly (keyof Message)[];
	/** It cannot go out without a picture; the share picture stands in. */
	needsCover: boolean;
	/** A person brings it out and confirms it with a photo. */
	byHand: boolean;
};

const byHand = { hashtags: 0, needsCover: false, byHand: true } as const;

export const forms: Record<Outlet, Form> = {
	// Announced 150 and 300; refused at exactly that length.
	zalo: {
		title: 140,
		summary: 250,
		text: 20_000,
		hashtags: 0,
		parts: ['title', 'summary', 'text', 'link', 'cover'],
		needsCover: true,
		byHand: false
	},
	// 63,206 are allowed; after about 480 a reader has to press "Xem thêm".
	facebook: {
		title: 120,
		summary: 400,
		text: 5000,
		hashtags: 5,
		parts: ['title', 'text', 'link', 'cover', 'hashtags'],
		needsCover: false,
		byHand: false
	},
	email: {
		title: 120,
		summary: 300,
		text: 20_000,
		hashtags: 0,
		parts: ['title', 'summary', 'text', 'link', 'cover'],
		needsCover: false,
		byHand: false
	},
	push: {
		title: 60,
		summary: 120,
		text: 0,
		hashtags: 0,
		parts: ['title', 'summary', 'link'],
		needsCover: false,
		byHand: false
	},
	webhook: {
		title: 300,
		summary: 1000,
		text: 100_000,
		hashtags: 10,
		parts: ['title', 'summary', 'text', 'link', 'cover', 'hashtags'],
		needsCover: false,
		byHand: false
	},
	// Read from some metres away while it stands for some seconds.
	screen: {
		title: 90,
		summary: 280,
		text: 0,
		hashtags: 0,
		parts: ['title', 'summary', 'link', 'cover'],
		needsCover: false,
		byHand: false
	},
	slogan: { ...byHand, title: 120, summary: 0, text: 0, parts: ['title'] },
	notice_board: {
		...byHand,
		title: 140,
		summary: 400,
		text: 6000,
		parts: ['title', 'summary', 'text', 'link']
	},
	leaflet: { ...byHand, title: 100, summary: 300, text: 3000, parts: ['title', 'summary', 'text', 'link'] },
	meeting: { ...byHand, title: 140, summary: 400, text: 8000, parts: ['title', 'summary', 'text', 'link'] }
};
