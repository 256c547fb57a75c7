/**
 * Spoken form (văn bản phát thanh): what stands in a text, as a presenter of a ward radio says it. Digits, signs,
 * abbreviations and addresses become words; brackets become breaths; nothing said is lost. Spoken again it stays as it is.
 */
import { isSyllable } from '#search/syllable.ts';
import { abbreviations, letterName, spelled } from './abbreviations.ts';
import { sayDates, sayTimes } from './calendar.ts';
import { dropProcedureCodes, sayDocumentNumbers, sayKeptZeros, sayOrdinals, sayPoints } from './documents.ts';
import { digitsOf, ordinal, romanValue, wholeNumber, type Region } from './numbers.ts';
import { sayNumbers, sayQuantities } from './quantities.ts';
import { sayTelephones } from './telephone.ts';
import { sayAddresses } from './web.ts';

export type SpeakOptions = {
	region?: Region;
	/** The ward's own words: as written → as said. They win over everything. */
	ownWords?: Readonly<Record<string, string>>;
};

export function speak(written: string, { region = 'north', ownWords = {} }: SpeakOptions = {}): string {
	return cleaned(written)
		.split('\n')
		.map((line) => settled(line, (text) => speakLine(text, region, ownWords)))
		.join('\n');
}

/** Sign upon sign (". . —") can bring forth what another look would say again: it is looked at until nothing changes. */
function settled(line: string, say: (text: string) => string): string {
	let text = line;
	for (let look = 0; look < 6; look++) {
		const said = say(text);
		if (said === text) break;
		text = said;
	}
	return text;
}

function speakLine(line: string, region: Region, ownWords: Readonly<Record<string, string>>): string {
	let text = sayOwnWords(line, ownWords);
	text = dropProcedureCodes(text);
	text = sayListMarker(text);
	text = sayAddresses(text);
	text = sayDocumentNumbers(text);
	text = sayTelephones(text);
	text = sayTimes(text);
	text = sayRomans(text);
	text = sayWeekdays(text);
	text = sayOrdinals(text);
	text = sayDates(text);
	text = sayKeptZeros(text);
	text = sayPoints(text);
	text = sayQuantities(text, region);
	text = sayAbbreviations(text);
	text = sayNumbers(text, region);
	// "01 (một) bản": said already.
	text = text.replace(/(?<!\p{L})(\p{L}+(?: \p{L}+)*)\s*\(\s*\1\s*\)/giu, '$1');
	text = saySigns(text);
	return begun(line, tidied(text));
}

/** A sentence whose first word was a number or an abbreviation begins with a capital like any other. */
function begun(line: string, text: string): string {
	return !/^\s*\p{Ll}/u.test(line) && /^\p{Ll}.*\s.*[.;!?]$/u.test(text)
		? text[0]!.toUpperCase() + text.slice(1)
		: text;
}

/** One form of Vietnamese, no invisible characters, no pictures. */
function cleaned(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
		.replace(/\u00ad|[\u200b-\u200f]|[\u2028-\u202e]|[\u2060-\u2069]|[\ue000-\uf8ff]|\ufeff|\ufe0f/g, '')
		.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
		.replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}/gu, (sign) =>
			/[©®™→]/.test(sign) ? sign : ' '
		);
}

function sayOwnWords(text: string, ownWords: Readonly<Record<string, string>>): string {
	const written = Object.keys(ownWords)
		.filter(Boolean)
		.toSorted((a, b) => b.length - a.length);
	if (written.length === 0) return text;
	const any = written.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
	return text.replace(
		new RegExp(String.raw`(?<![\p{L}\d])(?:${any})(?![\p{L}\d])`, 'gu'),
		(word) => ownWords[word] ?? word
	);
}

/** A small first letter where the sentence only began at the marker; names keep theirs. */
const continued = (rest: string): string =>
	/^\p{Lu}\p{Ll}*(?:\s+\p{Ll}|\s*[,.:;]|\s*$)/u.test(rest) ? rest[0]!.toLowerCase() + rest.slice(1) : rest;

function sayListMarker(line: string): string {
	return (
		line
			.replace(/^\s*(?:[-+*•–—▪◦●○■□✓✔➢❖·]\s*)+(?=[\p{L}\d(“"])/u, (marker, at: number, whole: string) =>
				/^\s*[-+]$/.test(marker) && /^\d/.test(whole.slice(marker.length)) ? marker : ''
			)
			.replace(
				/^\s*(\d{1,2}(?:\.\d{1,2})*)(?:[.)]|(?<=\.\d{1,2}))\s+(\p{L}.*)$/su,
				(_, number: string, rest: string) => {
					const said = number
						.split('.')
						.map((part) => wholeNumber(part))
						.join(' chấm ');
					return `${said[0]!.toUpperCase()}${said.slice(1)}, ${continued(rest)}`;
				}
			)
			.replace(
				/^\s*([a-zđ])\)\s+(\S.*)$/su,
				(_, letter: string, rest: string) => `Ý ${letterName(letter)}, ${continued(rest)}`
			)
			// In the middle of a line: "gồm: a) tờ khai; b) ảnh".
			.replace(
				/([:;,.])\s+([a-zđ])\)\s+(\S+)/gu,
				(_, stop: string, letter: string, first: string) =>
					`${stop} ý ${letterName(letter)}, ${continued(first)}`
			)
			.replace(/([:;])\s+[-–+•]\s+(?=\p{L})/gu, '$1 ')
			.replace(/^\s*([IVXLC]{1,7})[.)]\s+(\S.*)$/su, (found, roman: string, rest: string) => {
				const value = romanValue(roman);
				return value === null ? found : `Phần ${wholeNumber(String(value))}, ${rest}`;
			})
	);
}

const numberedByRoman =
	'quý|chương|khóa|khoá|phần|mục|đại hội|thế kỷ|thế kỉ|phụ lục|kỳ họp thứ|lần thứ|thứ|tập|cấp|loại|hạng|đợt|vòng|nhóm|điều|học kỳ|kỳ|giai đoạn|bậc|hiệp|quyển|biểu|bảng|nhiệm kỳ|hội nghị|vùng|khu vực';
const romanRow = new RegExp(
	String.raw`((?<!\p{L})(?:${numberedByRoman})\s+(?:Đảng\s+)?)([IVXLC]+(?:(?:\s*[,–-]\s*|\s+và\s+|\s+đến\s+)[IVXLC]+)*)(?![\p{L}\d])`,
	'giu'
);

function sayRomans(text: string): string {
	return text
		.replace(romanRow, (found, words: string, row: string) => {
			if (/[ivxlc]/.test(row)) return found;
			const isOrdinal = /thứ\s+$/i.test(words);
			const values = row.replace(/\s*[–-]\s*/g, ' đến ').replace(/[IVXLC]+/g, (roman) => {
				const value = romanValue(roman);
				return value === null ? roman : isOrdinal ? ordinal(String(value)) : wholeNumber(String(value));
			});
			return `${words}${values}`;
		})
		.replace(
			/(?<=\p{Ll}(?: \p{L}+)?)\/((?:19|20)\d{2})(?!\d)/gu,
			(found, year: string, at: number, whole: string) =>
				new RegExp(String.raw`(?:${numberedByRoman})\s+\p{L}+(?: \p{L}+)?$`, 'iu').test(whole.slice(0, at))
					? ` năm ${wholeNumber(year)}`
					: found
		)
		.replace(/(?<![\p{L}\d./-])[IVX]{2,6}(?![\p{L}\d])/gu, (roman, at: number, whole: string) => {
			const value = romanValue(roman);
			// "PHẠM VI" in a heading is a word.
			return value === null || isHeadline(whole, at, roman) ? roman : wholeNumber(String(value));
		});
}

const weekdayNames = ['', '', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];

function sayWeekdays(text: string): string {
	return text
		.replace(
			/((?<!\p{L})thứ\s+)([2-7])\s*[-–—]\s*(?:thứ\s+)?([2-7])(?![\d/])/giu,
			(_, word: string, from: string, until: string) =>
				`${word}${weekdayNames[Number(from)]} đến thứ ${weekdayNames[Number(until)]}`
		)
		.replace(
			/(?<![\p{L}\d])T([2-7])\s*[-–—]\s*T([2-7])(?![\p{L}\d])/gu,
			(_, from: string, until: string) =>
				`thứ ${weekdayNames[Number(from)]} đến thứ ${weekdayNames[Number(until)]}`
		)
		.replace(/(?<![\p{L}\d])T([2-7])(?![\p{L}\d/])/gu, (_, day: string) => `thứ ${weekdayNames[Number(day)]}`)
		.replace(
			/((?<!\p{L})thứ\s+)([2-7])(?=\s*(?:,|\.|và|đến|hằng|hàng|ngày|\(|$))/giu,
			(_, word: string, day: string) => `${word}${weekdayNames[Number(day)]}`
		);
}

const known = [...abbreviations.keys()].toSorted((a, b) => b.length - a.length);
const knownPattern = new RegExp(
	String.raw`(?<![\p{L}\d])(?:${known.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})\.?(?![\p{L}\d])`,
	'gu'
);
const placeBefore: [RegExp, string][] = [
	[/(?<![\p{L}\d])TP\.?\s?(?=\p{Lu}\p{Ll})/gu, 'thành phố '],
	[/(?<![\p{L}\d])TX\.?\s?(?=\p{Lu}\p{Ll})/gu, 'thị xã '],
	[/(?<![\p{L}\d])TT\.\s?(?=\p{Lu}\p{Ll})/gu, 'thị trấn '],
	[/(?<![\p{L}\d])P\.\s?(?=\p{Lu}\p{Ll}|\d)/gu, 'phường '],
	[/(?<![\p{L}\d])Q\.\s?(?=\p{Lu}\p{Ll}|\d)/gu, 'quận '],
	[/(?<![\p{L}\d])H\.\s?(?=\p{Lu}\p{Ll})/gu, 'huyện '],
	[/(?<![\p{L}\d])X\.\s?(?=\p{Lu}\p{Ll})/gu, 'xã '],
	[/(?<![\p{L}\d])T\.\s?(?=\p{Lu}\p{Ll})/gu, 'tỉnh '],
	[/(?<![\p{L}\d])Đ\.\s?(?=\p{Lu}\p{Ll})/gu, 'đường '],
	[/(?<![\p{L}\d])Tp\.\s?(?=\p{Lu}\p{Ll})/gu, 'thành phố ']
];

function expanded(word: string): string | undefined {
	return abbreviations.get(word) ?? abbreviations.get(word.replace(/\.$/, ''));
}

function sayAbbreviations(given: string): string {
	let text = given.replace(/#(?=\p{L})/gu, '');
	text = text.replace(/(?<![\p{L}\d])TP\.?\s?HCM(?!\p{L})/gu, 'Thành phố Hồ Chí Minh');
	for (const [pattern, word] of placeBefore) text = text.replace(pattern, word);
	// "cơ sở dữ liệu (CSDL)": said already.
	text = text.replace(
		/\s*\(\s*(?:sau đây )?(?:gọi tắt là |viết tắt là |viết tắt: )?([\p{L}&./-]{2,20})\s*\)/gu,
		(found, short: string, at: number, whole: string) => {
			const long = expanded(short);
			return long && whole.slice(0, at).toLowerCase().endsWith(long.toLowerCase()) ? '' : found;
		}
	);
	// "BCCI (bưu chính công ích)": said once.
	text = text.replace(
		/(?<![\p{L}\d])([\p{Lu}&-]{2,12})\s*\(\s*([^()]{4,80}?)\s*\)/gu,
		(found, short: string, long: string) =>
			expanded(short)?.toLowerCase() === long.toLowerCase() ? long : found
	);
	// Two of them hold what a bracket would: "ông An - Phó Chủ tịch - chủ trì".
	text = text.replace(/(?<=\p{Ll}) [-–—] ([^-–—.;:!?\n]{3,80}) [-–—] (?=\p{Ll})/gu, ', $1, ');
	text = text.replace(/(?<![\p{L}\d])Km\s?(?=\d)/gu, 'ki-lô-mét ');
	text = text.replace(/(?<![\p{L}\d])KV\s?(?=\d)/gu, 'khu vực ');
	text = text.replace(/(^|[;.]\s*)B(?=\d{1,2}\s*:)/gu, (_, before: string) =>
		before === '' ? 'Bước ' : `${before}bước `
	);
	// "QL18", "M01": the sign before its number.
	text = text.replace(
		/(?<![\p{L}\d])(QL|TL)\.?\s?(?=\d)/gu,
		(_, road: string) => `${abbreviations.get(road)!} `
	);
	text = text.replace(
		/(?<![\p{L}\d])([A-ZĐ])(0\d+)(?![\p{L}\d])/gu,
		(_, letter: string, number: string) => `${letterName(letter)} ${digitsOf(number)}`
	);
	text = text.replace(knownPattern, (word, at: number, whole: string) => {
		if (isHeadline(whole, at, word.replace(/\.$/, ''))) return word;
		const said = expanded(word)!;
		// A dot that ended the sentence stays.
		return word.endsWith('.') &&
			!abbreviations.has(word) &&
			!/^(?:ThS|TS|GS|PGS|BS|KS|LS|NSƯT|TP|TX|ĐT|ĐC|GS\.TS|PGS\.TS)$/.test(word.slice(0, -1))
			? `${said}.`
			: said;
	});
	return text.replace(
		/(?<![\p{L}\d-])\p{Lu}[\p{Lu}&]{0,9}(?![\p{Ll}])(?=[^\p{L}]|$)/gu,
		(word, at: number, whole: string) => {
			if (/[^A-ZĐƯƠÔÂĂÊ&]/.test(word)) return word;
			if (word.length === 1) return standsAlone(whole, at) ? letterName(word) : word;
			return isHeadline(whole, at, word) ? word : spelled(word.replaceAll('&', ''));
		}
	);
}

/** One capital by itself is a name's letter ("nhóm A"), unless it begins a sentence or is a word ("Ở"). */
const standsAlone = (whole: string, at: number): boolean =>
	/[\p{L}\d] $/u.test(whole.slice(0, at)) && !/^[A-ZĐƯƠÔÂĂÊ]\s\p{Ll}{2}/u.test(whole.slice(at));

const bareOf = (word: string): string =>
	word
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replaceAll('Đ', 'D')
		.toLowerCase();

/** A word in capitals among words in capitals, as in a heading, is a word, when it can be one. */
function isHeadline(whole: string, at: number, word: string): boolean {
	if (!isSyllable(bareOf(word))) return false;
	const around = `${/(?:\S+\s+){0,2}$/.exec(whole.slice(Math.max(0, at - 40), at))?.[0] ?? ''} ${/^(?:\s+\S+){0,2}/.exec(whole.slice(at + word.length, at + word.length + 40))?.[0] ?? ''}`;
	return around.split(/\s+/).some((other) => {
		const capitals = /^(\p{Lu}{2,})[,.:;]?$/u.exec(other)?.[1];
		return capitals !== undefined && (/[À-Ỹ]/.test(capitals) || isSyllable(bareOf(capitals)));
	});
}

/** Where a bracket was: a comma, but none at the edge of a line or beside another stop. */
const BREATH = '\ue000';

function saySigns(given: string): string {
	return given
		.replace(/\.\s?\/\s?\./g, '.')
		.replace(/(?:\.{2,}|…)\s*\/\s*(?=năm |hai nghìn)/g, ' năm ')
		.replace(/(?<!\p{L})v\.\s?v\.?(?:\s?(?:\.{2,}|…))?/giu, 'vân vân')
		.replace(/\s*,\s*(?:\.{3,}|…)(?=\s+\p{Lu})/gu, ', vân vân.')
		.replace(/\s*,\s*(?:\.{3,}|…)/g, ', vân vân')
		.replace(/(?:\.{3,}|…+)(?=\s*[\p{Ll}\d])/gu, ', ')
		.replace(/\.{2,}|…+/g, '.')
		.replace(/(?<!\p{L})và\s?\/\s?hoặc(?!\p{L})/giu, 'và hoặc')
		.replace(/(?<=\p{L})\s?\/\s?(?=\p{L})/gu, ' hoặc ')
		.replace(/\s*&\s*/g, ' và ')
		.replace(/\s*\+\s*/g, ' cộng ')
		.replace(/\s*=\s*/g, ' bằng ')
		.replace(/≥|>=/g, ' lớn hơn hoặc bằng ')
		.replace(/≤|<=/g, ' nhỏ hơn hoặc bằng ')
		.replace(/\s*(?:→|⇒|->|=>)\s*/g, ', ')
		.replace(/\s*[([{]\s*([^()[\]{}]*?)\s*[)\]}]\s*/g, (_, inner: string) =>
			inner ? ` ${BREATH} ${inner} ${BREATH} ` : ' '
		)
		.replace(/[()[\]{}]/g, ` ${BREATH} `)
		.replace(/½/g, ' một phần hai ')
		.replace(/¼/g, ' một phần tư ')
		.replace(/¾/g, ' ba phần tư ')
		.replace(/²/g, ' vuông')
		.replace(/³/g, ' khối')
		.replace(/%/g, ' phần trăm')
		.replace(/‰/g, ' phần nghìn')
		.replace(/\$/g, ' đô la ')
		.replace(/€/g, ' ơ-rô ')
		.replace(/£/g, ' bảng Anh ')
		.replace(/±/g, ' cộng trừ ')
		.replace(/[×✕]/g, ' nhân ')
		.replace(/÷/g, ' chia ')
		.replace(/§/g, ' mục ')
		.replace(/№/g, ' số ')
		.replace(/[°º]/g, ' độ ')
		.replace(/@/g, ' a-còng ')
		.replace(/\s[–—]\s/g, ' - ')
		.replace(/[–—]/g, '-')
		.replace(/[~≈]/g, ' khoảng ')
		.replace(/>/g, ' lớn hơn ')
		.replace(/</g, ' nhỏ hơn ')
		.replace(/\//g, ' trên ')
		.replace(/[|]/g, ', ')
		.replace(/[*_#^`\\©®™•▪◦●○■□✓✔➢❖·¤¥¢¶†‡]/g, ' ');
}

function tidied(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/^[\s\ue000,]+|[\s\ue000]+$/g, '')
		.replace(/\s*\ue000[\s\ue000]*/g, ', ')
		.replace(/\s+([,.;:!?])/g, '$1')
		.replace(/(?:,\s*){2,}/g, ', ')
		.replace(/,\s*([.;:!?])/g, '$1')
		.replace(/([.;:!?])\s*,/g, '$1')
		.replace(/([.;:])(?:\s*[.;:])+/g, '$1')
		.replace(/,(?=\p{L})/gu, ', ')
		.trim();
}
