/**
 * Lines joined to paragraphs. Files broken hard at some width, taken from PDF or copied from a screen tell where a
 * paragraph begins only by signs: a marker, an indent, a short line above, a sign at the end of the line above.
 */
import { isBrokenSentence, readMarker } from './marker.ts';
import { bare, isUpper, sameWords, startsCapital, startsSmall } from './plain.ts';
import type { Line, Piece, Table } from './piece.ts';

export type Paragraph = {
	kind: 'paragraph';
	text: string;
	at: number;
	bold: boolean;
	boldLead: string | null;
};
export type Flow = Paragraph | Table;

/** How the lines of this document are set: measured once, over the body. */
type Setting = {
	width: number;
	base: number;
	usesIndent: boolean;
	/** Each line is a whole paragraph: nobody broke the long ones. */
	unbroken: boolean;
};

export function joinParagraphs(pieces: Piece[]): Flow[] {
	const setting = settingOf(pieces);
	const flow: Flow[] = [];
	let open: { paragraph: Paragraph; lines: Line[] } | null = null;
	for (const piece of pieces) {
		if (piece.kind === 'table') {
			open = null;
			flow.push(piece);
			continue;
		}
		if (open && !begins(open.lines, open.paragraph.text, piece, setting)) {
			const dash = /[\p{L}\d]-$/u.test(open.lines.at(-1)!.text.slice(-3)) && /^[\p{Lu}\d]/u.test(piece.text);
			open.paragraph.text += (dash ? '' : ' ') + piece.text;
			open.paragraph.bold &&= piece.bold;
			open.lines.push(piece);
			continue;
		}
		const paragraph: Paragraph = {
			kind: 'paragraph',
			text: piece.text,
			at: piece.at,
			bold: piece.bold,
			boldLead: piece.boldLead
		};
		flow.push(paragraph);
		open = { paragraph, lines: [piece] };
	}
	return inOrder(flow);
}

/** A PDF may give the last words of a sentence before it: "gốc)." above "… (trong đó có 01 bộ". */
function inOrder(flow: Flow[]): Flow[] {
	return flow.filter((one, at) => {
		const next = flow[at + 1];
		if (
			one.kind !== 'paragraph' ||
			next?.kind !== 'paragraph' ||
			one.text.length > 60 ||
			!/^\p{Ll}.*[.;]$/u.test(one.text)
		)
			return true;
		if (readMarker(one.text) || readMarker(next.text) || /[.;:!?…]$/.test(next.text)) return true;
		next.text += ` ${one.text}`;
		return false;
	});
}

function settingOf(pieces: Piece[]): Setting {
	const lines = pieces.filter((piece): piece is Line => piece.kind === 'line' && !piece.whole);
	const lengths = lines.map((line) => line.raw.length).sort((a, b) => a - b);
	const width = lengths.length > 0 ? lengths[Math.floor(lengths.length * 0.9)]! : 0;
	const long = lines.filter((line) => line.raw.length > width * 0.7);
	const indents = long.map((line) => line.indent).sort((a, b) => a - b);
	const base = indents.length > 0 ? indents[Math.floor(indents.length * 0.25)]! : 0;
	const indented = lines.filter((line) => line.indent >= base + 3 && line.indent <= base + 16).length;
	const unbroken = lines.filter((line) => line.text.length > 150).length > lines.length * 0.06;
	return { width, base, usesIndent: indented > lines.length * 0.12, unbroken };
}

/** Headings that stand alone whatever follows. */
const KNOWN_HEADING = new Set([
	'muc dich',
	'yeu cau',
	'muc dich yeu cau',
	'muc tieu',
	'muc tieu chung',
	'muc tieu cu the',
	'doi tuong',
	'doi tuong tuyen truyen',
	'pham vi',
	'noi dung',
	'noi dung tuyen truyen',
	'noi dung thuc hien',
	'hinh thuc',
	'hinh thuc tuyen truyen',
	'thoi gian',
	'thoi gian thuc hien',
	'kinh phi',
	've kinh phi',
	'kinh phi thuc hien',
	'to chuc thuc hien',
	'che do bao cao',
	'trach nhiem cua cac co quan don vi',
	'phan cong nhiem vu'
]);
/** A line that ends in one of these goes on: prepositions, conjunctions, class words before a name. */
const UNFINISHED =
	/(?:^|\s|-)(?:cua|va|voi|ve|cho|tai|tren|trong|theo|do|so|la|cac|nhung|moi|thanh pho|tp\.?|tinh|phuong|xa|huyen|quan|thi xa|dac khu|thon|to dan pho|khu dan cu|uy ban|uy|hoi|ban|bo|so|phong|cong chuc|can bo|den|tu|nam|thang|ngay|quy|giai doan|bang|duoc|khong|de|khi|cung|nhu|ngay|hoac|hay|co|gom|thuoc|giua|sau|truoc|vao|qua|ra|nhan dan|hoi dong|chu tich|dong chi)$/;
/** Names that stand in the middle of sentences with a capital letter. */
const NAME_BEGINNING =
	/^(?:đảng|nhà nước|nhân dân|trung ương|chính phủ|quốc hội|việt nam|tổ quốc|thủ tướng|bác hồ|hồ chí minh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kế hoạch|luật|cntt|cchc|tthc)(?=[\s,.;]|$)/iu;
/** Words that begin a sentence and no name: below a heading they begin its text. */
const SENTENCE_BEGINNING =
	/^(?:căn cứ|tổ chức(?! (?:chính|xã|đoàn|phi))|tăng cường|tham mưu|phối hợp|chủ trì|tiếp tục|các|mỗi|kinh phí|trong|để|nhằm|phấn đấu|tuyên truyền|thường xuyên|đẩy mạnh|xác định|bảo đảm|đảm bảo|nâng cao|phát huy|việc|từ|công tác|triển khai|cụ thể hóa|cán bộ|giao|đề nghị|lãnh đạo|chỉ đạo|vận động|phổ biến|hướng dẫn|theo dõi|kiểm tra|quán triệt|rà soát|cập nhật|bố trí|thẩm định|niêm yết|chủ động|thực hiện|xây dựng|ban hành|báo cáo|duy trì|cung cấp|lồng ghép)[\s,]/iu;
const UNIT_HEAD =
	/^(?:giao |đề nghị |yêu cầu )?(?:các |văn phòng|phòng |ban |sở |ủy ban|uỷ ban|ubnd|công chức|cán bộ|đài |trung tâm|mặt trận|hội |đoàn |công an|trạm |trường |tổ |bộ phận|tư pháp|kế toán)[^.;:]{0,120}:\s/iu;

function begins(lines: Line[], soFar: string, line: Line, setting: Setting): boolean {
	const before = lines.at(-1)!;
	const ended = /[.;:!?…][”"’')]*$|\/\.?$/.test(before.text);
	if (/^(?:-{3,}|_{3,}|={3,}|\*{3,})$/.test(line.text)) return true;

	const marker = readMarker(line.text);
	if (marker) return line.whole || !isBrokenSentence(before.text, marker);

	if (line.whole)
		return !(startsSmall(line.text) && !ended && before.text.length > 45 && !before.bold && before.whole);
	if (startsSmall(line.text) || /^[,.;:)%]/.test(line.text))
		return (
			before.text.endsWith(':') &&
			soFar.length < 400 &&
			readMarker(soFar) !== null &&
			/[.;]$/.test(line.text) &&
			line.text.length < 40
		);
	if (/^\d/.test(line.text)) return ended && line.gap > 0;
	if (/^\((?:kèm|ban hành|có phụ lục|chi tiết|theo phụ lục)/iu.test(line.text)) return true;
	if (/^(?:Trên đây là|Nơi nhận)/u.test(line.text)) return true;
	if (!startsCapital(line.text) && !/^["“”(]/.test(line.text)) return line.gap > 0 && ended;

	const firstWord = /^\S+/.exec(line.text)![0].length;
	const filled = (before.raw.length + 1 + firstWord) / Math.max(setting.width, 1);
	const indented = setting.usesIndent && line.indent >= setting.base + 3 && !line.whole;
	if (soFar.length < 80 && KNOWN_HEADING.has(sameWords(readMarker(soFar)?.rest ?? soFar))) return true;
	if (lines.length < 5 && isUpper(soFar.replace(/^[IVX]+\s*[.)/-]\s*/, ''))) return !isUpper(line.text);
	if (before.whole || setting.unbroken) return before.whole ? ended : !/[,–-]$/.test(before.text);
	if (setting.width === 0) return ended;
	if (ended) {
		if (before.text.endsWith(':'))
			return setting.usesIndent ? indented || line.gap > 0 || filled <= 0.85 : true;
		if (indented || line.gap > 0 || UNIT_HEAD.test(line.text)) return true;
		return setting.usesIndent ? filled <= 0.85 : filled <= 0.93;
	}
	if (/[,–-]$/.test(before.text)) return false;
	if (SENTENCE_BEGINNING.test(line.text) && isHeadingLine(lines, soFar)) return true;
	if (filled > 0.6 && isUnfinished(before.text)) return false;
	if (indented && line.gap > 0) return true;
	if (filled <= 0.8) return true;
	if (line.gap > 0) return true;
	return (
		isHeadingLine(lines, soFar) && !NAME_BEGINNING.test(line.text) && !/\p{Lu}\p{Ll}*$/u.test(before.text)
	);
}

function isUnfinished(text: string): boolean {
	return /[,(“–-]$/.test(text) || UNFINISHED.test(bare(text));
}

/** One line with a marker of an upper level and no sign at its end: most likely a heading. */
function isHeadingLine(lines: Line[], text: string): boolean {
	const marker = lines.length === 1 ? readMarker(text) : null;
	return marker !== null && marker.depth <= 2 && !/[,:]/.test(marker.rest.slice(0, -1).replaceAll(/, /g, ''));
}
