/**
 * End of the document: recipients (nơi nhận) and the signature (quyền hạn, chức vụ, họ tên). The two stand side by side,
 * one below the other, or broken by a page, with the signer's name among the recipients.
 */
import { isAuthority, isRecipientsStart } from './zones.ts';
import { segments, type Piece } from './piece.ts';
import { bare, isUpper, mostlyUpper, squeeze } from './plain.ts';

export type End = {
	recipients: string[];
	signer: string | null;
	signerTitle: string | null;
	signerAuthority: string | null;
};

const TITLE =
	/^(?:q\. ?|quyen )?(?:pho |tong |truong |chanh |phu trach )*(?:chu tich|giam doc|thu truong|bo truong|bi thu|hieu truong|vien truong|cuc truong|chi cuc truong|truong ban|truong phong|chanh van phong|chanh thanh tra|tong bien tap|to truong|thu tuong|vu truong|doi truong|tram truong|chi huy truong|chanh an|uy vien|vu truong|ke toan truong|hieu pho)\b/;
const PLACE = /^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|phuong|xa|dac khu|thi tran)\s/;
const NOISE =
	/^\(?\[?(?:da ky|daky|ky boi|nguoi ky|thoi gian ky|co quan:|email:|ky,|chu ky so|signature|digitally)/;

export function readEnd(pieces: Piece[]): End {
	const recipients: string[] = [];
	const signature: string[] = [];
	const names: string[] = [];
	let listing = false;
	for (const piece of pieces) {
		if (piece.kind === 'table') continue;
		const parts = segments(piece.raw).map((part) => part.text);
		for (const given of parts.length > 0 ? parts : [piece.text]) {
			const { before, authority } = splitAuthority(given);
			for (const text of [before, authority]) if (text) sort(text);
		}
	}
	return {
		recipients: recipients.map(clean).filter((text) => /\p{L}/u.test(text)),
		...signatureOf(signature, names)
	};

	function sort(given: string): void {
		let text = squeeze(given).replace(/^\*\s*/, '');
		if (isRecipientsStart(text)) {
			listing = true;
			text = text.replace(/^[-*\s]*n\s?ơi\s+nhận\s*[:.]?\s*/iu, '');
			if (text) addRecipients(text);
			return;
		}
		const plain = bare(text);
		if (!text || NOISE.test(plain) || /^[-_–=.\s]+$/.test(text)) return;
		if (isAuthority(text)) signature.push(text);
		else if (/^[-–+•]\s*\p{L}/u.test(text)) addRecipients(text);
		else if (isTitle(text)) signature.push(text);
		else if (signature.length > 0 && goesOnAuthority(text, signature.at(-1)!))
			signature[signature.length - 1] += ` ${text}`;
		else if (isPersonName(text) && !isOpenRecipient()) names.push(text);
		else if (listing && recipients.length > 0 && (isOpenRecipient() || /^\p{Ll}/u.test(text)))
			recipients[recipients.length - 1] += ` ${text}`;
		else if (listing && !isUpper(text) && text.length < 160 && (signature.length === 0 || /;$/.test(text)))
			addRecipients(text);
		else if (isUpper(text) && text.length < 60 && !/\d/.test(text)) signature.push(text);
	}

	function isOpenRecipient(): boolean {
		const last = recipients.at(-1);
		return last !== undefined && !/[;.]$/.test(last);
	}

	function addRecipients(text: string): void {
		for (const part of text.split(/;\s*(?=[-–+•]|\p{Lu})/u)) {
			const words = part.trim();
			if (words) recipients.push(part === text || text.endsWith(part) ? words : `${words};`);
		}
	}
}

/** "- Lưu: VT. TM. ỦY BAN NHÂN DÂN" with one space between the columns. */
function splitAuthority(text: string): { before: string; authority: string } {
	const found = /^(.+?[\s:;.])((?:TM|KT|TL|TUQ|T\/M|K\/T)\s?[./]\s?\p{Lu}.*)$/u.exec(text);
	return found && !isAuthority(text)
		? { before: found[1]!, authority: found[2]! }
		: { before: text, authority: '' };
}

const isTitle = (text: string): boolean =>
	TITLE.test(bare(text)) &&
	(isUpper(text) ||
		(text.length < 40 &&
			/^\p{Lu}/u.test(text) &&
			!/[;,.]$/.test(text) &&
			!/ (?:UBND|HĐND|phường|xã|tỉnh)/u.test(text)));

function goesOnAuthority(text: string, before: string): boolean {
	if (!mostlyUpper(text) || /[;:]$/.test(text)) return false;
	return isAuthority(before) && !TITLE.test(bare(before))
		? PLACE.test(bare(text)) || /(?:NHÂN DÂN|VÀ|,|CHỈ ĐẠO|QUẢN LÝ)$/u.test(before)
		: PLACE.test(bare(text)) && isTitle(before);
}

/** The name is written without titles of learning or honour (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.b). */
const DEGREE =
	/^(?:ThS|TS|PGS|GS|BS|CN|KS|Ths|Đ\/c|Ông|Bà|Đại tá|Thượng tá|Trung tá|Thiếu tá)\.?(?:\s*[,.]?\s*)(?=\p{Lu})/u;
const withoutDegree = (name: string | null): string | null => name?.replace(DEGREE, '') ?? null;

/** Vietnamese names: two to five words, each with a capital, without signs; titles of learning may stand before. */
export function isPersonName(given: string): boolean {
	const text = given.replace(DEGREE, '');
	const words = text.split(' ');
	if (words.length < 2 || words.length > 5 || text.length > 40) return false;
	if (!words.every((word) => /^\p{Lu}[\p{Ll}]*$/u.test(word) || /^\p{Lu}+$/u.test(word))) return false;
	const plain = bare(text);
	if (
		isUpper(text) &&
		(TITLE.test(plain) ||
			/\b(?:ubnd|hdnd|uy ban|nhan dan|phuong|phu luc|so|phong|ban|ke hoach|bang|danh|noi|dong|hoi|vien)\b/.test(
				plain
			))
	)
		return false;
	return !/^(?:uy ban|ubnd|hdnd|van phong|phong|ban|so|hoi|doan|cong an|mat tran|trung tam|dang uy|luu|nhu|thuong truc|cac|phu luc|chu tich|ke hoach)(?:\s|$)/.test(
		plain
	);
}

const clean = (text: string): string =>
	squeeze(text)
		.replace(/^[-–+•*\s]+/, '')
		.replace(/[\s;,]+$/, '')
		.replace(/(?<!\b(?:VT|VP|tr|đ))\.$/u, '')
		.trim();

function signatureOf(lines: string[], names: string[]): Omit<End, 'recipients'> {
	const authority = lines.filter((line) => isAuthority(line));
	const titles = lines.filter((line) => !isAuthority(line) && isTitle(line));
	const rest = lines.filter((line) => !isAuthority(line) && !isTitle(line));
	const shouted = rest.find((line) => isPersonName(line));
	const [, inLine] =
		/^(?:.*?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG))\s+((?:\p{Lu}\p{Ll}+\s?){2,5})$/u.exec(titles.at(-1) ?? '') ??
		[];
	return {
		signer: withoutDegree(names.at(-1) ?? shouted ?? inLine?.trim() ?? null),
		signerTitle:
			titles.length > 0
				? titles
						.at(-1)!
						.replace(inLine ?? '\0', '')
						.trim()
				: null,
		signerAuthority: authority.length > 0 ? authority.join(' ') : null
	};
}
