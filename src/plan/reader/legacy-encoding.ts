/**
 * From bytes to Vietnamese text. Files of wards come as UTF-8, UTF-16, Windows-1258, or in TCVN3 and VNI, where the
 * bytes mean Latin letters to everybody else; such text also arrives inside UTF-8, Word and PDF files.
 * Which it is, the words decide: the reading with most everyday Vietnamese words wins.
 */
import { fromTcvn3, fromVni } from './legacy-tables.ts';

const everyday = new Set(
	(
		'của và các cho với được trong về theo tại thực hiện kế hoạch ủy uỷ ban nhân dân phường xã tỉnh hành chính nhà nước cải cách ' +
		'tuyên truyền thủ tục công chức cơ quan đơn vị nội dung mục đích yêu cầu đối tượng hình thức tổ chức trách nhiệm kinh phí ' +
		'phối hợp chủ trì căn cứ quyết định nghị ngày tháng năm số độc lập tự do hạnh phúc cộng hòa xã hội nghĩa việt nam nơi nhận ' +
		'văn phòng người việc công tác địa bàn kết quả đảng những để là có không khi từ đến trên dưới'
	)
		.split(' ')
		.filter((word) => /[^a-z]/.test(word))
);
const SAMPLE = 40_000;

/** How Vietnamese a text reads: everyday words that only Vietnamese letters can write. */
export function vietnameseScore(text: string): number {
	let score = 0;
	for (const word of text
		.slice(0, SAMPLE)
		.normalize('NFC')
		.toLowerCase()
		.match(/\p{L}+/gu) ?? [])
		if (everyday.has(word)) score += 1;
	return score;
}

/** Text that was decoded as Latin letters although it was TCVN3 or VNI. Unicode text comes back unchanged. */
export function repairLegacy(text: string): string {
	if (!/[\u00a1-\u00ff]/.test(text)) return text;
	const asIs = vietnameseScore(text);
	let [best, most] = [text, asIs * 1.5 + 2];
	for (const convert of [fromTcvn3, fromVni]) {
		const score = vietnameseScore(convert(text.slice(0, SAMPLE)));
		if (score > most) [best, most] = [convert(text), score];
	}
	return best;
}

/** Fonts tell the encoding of a run in Word: ".VnTime", ".VnTimeH" (capitals), "VNI-Times". */
export function fromFont(text: string, font: string | undefined): string {
	if (!font) return text;
	if (/^\.?vn/i.test(font) && !/^vni/i.test(font)) {
		if (!/[\u00a1-\u00fe]/.test(text) && !/h$/i.test(font)) return text;
		if (/[\u0100-\u1fff]/.test(text)) return text;
		const converted = fromTcvn3(text);
		return /h$/i.test(font) ? converted.toUpperCase() : converted;
	}
	if (/^vni[- ]/i.test(font) && !/[\u0300-\u1fff]/.test(text)) return fromVni(text);
	return text;
}

export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode('utf-8', bytes.subarray(3));
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes.subarray(2));
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes.subarray(2));
	const utf16 = withoutMark(bytes);
	if (utf16) return decode(utf16, bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
	}
	const sample = bytes.subarray(0, SAMPLE);
	// A cut or damaged UTF-8 file still reads best as UTF-8.
	const latin = decode('latin1', sample);
	const readings: { score: number; read: () => string }[] = [
		{ score: vietnameseScore(decode('utf-8', sample)) * 1.01, read: () => decode('utf-8', bytes) },
		{ score: vietnameseScore(fromTcvn3(bytesAsCodes(sample))), read: () => fromTcvn3(bytesAsCodes(bytes)) },
		{ score: vietnameseScore(fromVni(bytesAsCodes(sample))), read: () => fromVni(bytesAsCodes(bytes)) },
		{ score: vietnameseScore(decode('windows-1258', sample)), read: () => decode('windows-1258', bytes) },
		{ score: vietnameseScore(latin), read: () => decode('latin1', bytes) }
	];
	return readings.reduce((best, one) => (one.score > best.score ? one : best)).read();
}

const decode = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes);

/** Each byte as the code of the same number: 0x80 to 0x9f too, which Windows-1252 would move. */
function bytesAsCodes(bytes: Uint8Array): string {
	let out = '';
	for (let at = 0; at < bytes.length; at += 8192)
		out += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return out;
}

/** UTF-16 without a mark: the high byte of Vietnamese and Latin letters is small, and many are zero on one side. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const length = Math.min(bytes.length, 2000) & ~1;
	if (length < 20) return null;
	let [even, odd] = [0, 0];
	for (let at = 0; at < length; at += 2) {
		if (bytes[at] === 0) even += 1;
		if (bytes[at + 1] === 0) odd += 1;
	}
	const enough = length * 0.2;
	if (odd > enough && even === 0) return 'utf-16le';
	if (even > enough && odd === 0) return 'utf-16be';
	return null;
}
