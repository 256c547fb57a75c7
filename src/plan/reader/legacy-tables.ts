/**
 * Code tables of the two encodings that offices used before Unicode became compulsory (TCVN 6909:2001):
 * TCVN 5712:1993 VN3 ("TCVN3", "ABC", fonts named .Vn…) and VNI-Windows (fonts named VNI-…).
 * Written as pairs of text, one line per vowel, in the order of the tones: à ả ã á ạ.
 */

/** TCVN3: one byte, one letter. Only small letters carry tones; a capital look came from another font. */
function tcvn3(): Map<string, string> {
	const map = new Map<string, string>();
	const row = (letters: string, codes: number[]): void => {
		[...letters].forEach((letter, at) => map.set(String.fromCharCode(codes[at]!), letter));
	};
	row('ĂÂÊÔƠƯĐăâêôơưđ', [0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae]);
	row('àảãáạ', [0xb5, 0xb6, 0xb7, 0xb8, 0xb9]);
	row('ằẳẵắặ', [0xbb, 0xbc, 0xbd, 0xbe, 0xc6]);
	row('ầẩẫấậ', [0xc7, 0xc8, 0xc9, 0xca, 0xcb]);
	row('èẻẽéẹ', [0xcc, 0xce, 0xcf, 0xd0, 0xd1]);
	row('ềểễếệ', [0xd2, 0xd3, 0xd4, 0xd5, 0xd6]);
	row('ìỉĩíị', [0xd7, 0xd8, 0xdc, 0xdd, 0xde]);
	row('òỏõóọ', [0xdf, 0xe1, 0xe2, 0xe3, 0xe4]);
	row('ồổỗốộ', [0xe5, 0xe6, 0xe7, 0xe8, 0xe9]);
	row('ờởỡớợ', [0xea, 0xeb, 0xec, 0xed, 0xee]);
	row('ùủũúụ', [0xef, 0xf1, 0xf2, 0xf3, 0xf4]);
	row('ừửữứự', [0xf5, 0xf6, 0xf7, 0xf8, 0xf9]);
	row('ỳỷỹýỵ', [0xfa, 0xfb, 0xfc, 0xfd, 0xfe]);
	return map;
}

/** VNI: a plain vowel and a second byte that carries hat and tone; a few letters stand alone. */
function vni(): { alone: Map<string, string>; after: Map<string, string> } {
	const alone = new Map<string, string>();
	const after = new Map<string, string>();
	const single: [number, string][] = [
		[0xed, 'í'],
		[0xec, 'ì'],
		[0xe6, 'ỉ'],
		[0xf3, 'ĩ'],
		[0xf2, 'ị'],
		[0xf4, 'ơ'],
		[0xf6, 'ư'],
		[0xee, 'ỵ'],
		[0xf1, 'đ']
	];
	for (const [code, letter] of single) {
		alone.set(String.fromCharCode(code), letter);
		alone.set(String.fromCharCode(code - 0x20), letter.toUpperCase());
	}
	// Second byte: the combining marks it stands for.
	const marks: [number, string][] = [
		[0xf9, '\u0301'],
		[0xf8, '\u0300'],
		[0xfb, '\u0309'],
		[0xf5, '\u0303'],
		[0xef, '\u0323'],
		[0xe2, '\u0302'],
		[0xe1, '\u0302\u0301'],
		[0xe0, '\u0302\u0300'],
		[0xe5, '\u0302\u0309'],
		[0xe3, '\u0302\u0303'],
		[0xe4, '\u0302\u0323'],
		[0xea, '\u0306'],
		[0xe9, '\u0306\u0301'],
		[0xe8, '\u0306\u0300'],
		[0xfa, '\u0306\u0309'],
		[0xfc, '\u0306\u0303'],
		[0xeb, '\u0306\u0323']
	];
	for (const [code, mark] of marks) {
		after.set(String.fromCharCode(code), mark);
		after.set(String.fromCharCode(code - 0x20), mark);
	}
	return { alone, after };
}

const TCVN3 = tcvn3();
const VNI = vni();

export function fromTcvn3(text: string): string {
	let out = '';
	for (const letter of text) out += TCVN3.get(letter) ?? letter;
	return out.replace(/[^\n]+/g, capitalsOfLine);
}

/**
 * "CéNG HßA" was typed with the capital lock and shown by a capital font: small toned letters among capital ones
 * are capitals too. A word without any plain letter follows its line.
 */
function capitalsOfLine(line: string): string {
	const lineIsUpper = !/[a-z]/.test(line) && (line.match(/[A-Z]/g)?.length ?? 0) >= 2;
	return line.replace(/\p{L}+/gu, (word) => {
		if (/[a-z]/.test(word)) return word;
		const plainCapitals = word.match(/[A-Z]/g)?.length ?? 0;
		if (plainCapitals >= 2 || lineIsUpper) return word.toUpperCase();
		return word;
	});
}

export function fromVni(text: string): string {
	let out = '';
	let before = '';
	for (const letter of text) {
		const mark = VNI.after.get(letter);
		if (mark && /[aeouyAEOUYơưƠƯ]/.test(before)) {
			out += mark;
			before = '';
			continue;
		}
		before = VNI.alone.get(letter) ?? letter;
		out += before;
	}
	return out.normalize('NFC');
}
