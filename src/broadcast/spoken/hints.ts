/**
 * Hard words (từ khó đọc): what stands in a spoken text and is no Vietnamese syllable, with a way to say it where one is
 * known. A ward writes its own way down once (cách đọc riêng) and it is said so from then on.
 */
import { isSyllable } from '#search/syllable.ts';
import { isSpelled } from './abbreviations.ts';

export type Hint = {
	word: string;
	/** How it is said; null: nobody told yet. */
	said: string | null;
	why: 'foreign' | 'spelled' | 'long_name';
};

const known: Record<string, string> = {
	internet: 'in-tơ-nét',
	email: 'i-meo',
	online: 'on-lai',
	offline: 'óp-lai',
	website: 'oép-sai',
	web: 'oép',
	facebook: 'phây-búc',
	fanpage: 'phen-pết',
	zalo: 'da-lô',
	youtube: 'diu-túp',
	tiktok: 'tích-tóc',
	google: 'gu-gồ',
	app: 'áp',
	store: 'xto',
	play: 'p-lây',
	smartphone: 'xmát-phôn',
	wifi: 'oai-phai',
	video: 'vi-đê-ô',
	clip: 'cờ-líp',
	livestream: 'lai-xtrim',
	banking: 'banh-kinh',
	internetbanking: 'in-tơ-nét banh-kinh',
	momo: 'mô-mô',
	hotline: 'hót-lai',
	logo: 'lô-gô',
	pano: 'pa-nô',
	robot: 'rô-bốt',
	chatbot: 'chát-bót',
	camera: 'ca-mê-ra',
	karaoke: 'ca-ra-ô-kê',
	marathon: 'ma-ra-tông',
	festival: 'phét-ti-van',
	container: 'công-ten-nơ',
	taxi: 'tắc-xi',
	vaccine: 'vắc-xin',
	virus: 'vi-rút',
	file: 'phai',
	scan: 'xcan',
	check: 'chếch',
	kiosk: 'ki-ốt',
	token: 'tô-ken',
	link: 'linh',
	chip: 'chíp',
	laptop: 'láp-tốp',
	server: 'xơ-vơ',
	data: 'đa-ta',
	blockchain: 'bờ-lóc-chen',
	startup: 'xtát-ắp',
	farmstay: 'pham-xtây',
	homestay: 'hôm-xtây'
};

/** So many capitalised words in a row are a name one should have said before. */
const LONG_NAME = 6;

const bare = (word: string): string =>
	word
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replaceAll(/[đĐ]/g, 'd')
		.toLowerCase();

/** Each hard word once, in the order it comes. */
export function hintsOf(spoken: string, ownWords: Readonly<Record<string, string>> = {}): Hint[] {
	const own = new Set(Object.values(ownWords).flatMap((said) => said.split(/\s+/)));
	const hints = new Map<string, Hint>();
	for (const [word] of spoken.normalize('NFC').matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
		if (own.has(word)) continue;
		const lower = word.toLowerCase();
		const said = known[lower];
		if (isSpelled(word)) hints.set(lower, { word, said: null, why: 'spelled' });
		else if (word.includes('-')) continue;
		else if (said !== undefined && said !== lower) hints.set(lower, { word, said, why: 'foreign' });
		else if (said === undefined && word.length > 1 && !isSyllable(bare(word)))
			hints.set(lower, { word, said: null, why: 'foreign' });
	}
	const name = new RegExp(String.raw`\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){${LONG_NAME - 1},}`, 'gu');
	for (const [word] of spoken.matchAll(name))
		hints.set(word.toLowerCase(), { word, said: null, why: 'long_name' });
	return [...hints.values()];
}
