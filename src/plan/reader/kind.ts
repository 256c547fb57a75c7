/** What a file is, by its first bytes: names and endings of uploaded files are often wrong. */
import { encrypted } from './refusals.ts';

export type Kind = 'docx' | 'pdf' | 'doc' | 'text' | 'unknown';

export function kindOf(bytes: Uint8Array): Kind {
	if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx';
	if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
		// A .docx with a password is wrapped in the old container.
		if (hasWide(bytes, 'EncryptedPackage')) throw encrypted();
		return 'doc';
	}
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
	if (head.includes('%PDF-')) return 'pdf';
	return isText(bytes) ? 'text' : 'unknown';
}

const begins = (bytes: Uint8Array, ...codes: number[]): boolean =>
	codes.every((code, at) => bytes[at] === code);

/** Text has almost no control signs, unless it is UTF-16, where every other byte is zero. */
function isText(bytes: Uint8Array): boolean {
	if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return true;
	const sample = bytes.subarray(0, 64_000);
	let [control, zeroEven, zeroOdd] = [0, 0, 0];
	for (const [at, code] of sample.entries()) {
		if (code === 0 && at % 2 === 0) zeroEven += 1;
		else if (code === 0) zeroOdd += 1;
		else if (code < 9 || (code > 13 && code < 32) || code === 127) control += 1;
	}
	if (control > sample.length * 0.01) return false;
	const zeros = zeroEven + zeroOdd;
	return (
		zeros === 0 ||
		((zeroEven === 0 || zeroOdd === 0) && zeros > sample.length * 0.2) ||
		zeros < sample.length * 0.001
	);
}

function hasWide(bytes: Uint8Array, word: string): boolean {
	const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
	const last = Math.min(bytes.length, 20_000_000) - wanted.length;
	// Names of a container stand at even places.
	for (let at = 0; at <= last; at += 2) {
		if (bytes[at] !== wanted[0]) continue;
		let same = 1;
		while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
		if (same === wanted.length) return true;
	}
	return false;
}
