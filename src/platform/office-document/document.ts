/**
 * Administrative document (văn bản hành chính) as data: what an office has to say, without a word about how the page
 * looks. The form comes from Nghị định 30/2020/NĐ-CP, Phụ lục I, and is applied by `to-docx.server.ts`.
 *
 * Names are written as in a sentence ("Ủy ban nhân dân phường …"); the form decides where they become capitals.
 */

/** Words in a line. A link is printed black and underlined: the decree wants black text everywhere (PL I.I.4). */
export type Inline = string | { text: string; bold?: boolean; italic?: boolean; link?: string };
export type Content = Inline | Inline[];

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** One cell; several lines become several paragraphs. `span` lets a group title cross columns. */
export type Cell = { lines: Content[]; align?: Alignment; bold?: boolean; span?: number };

export type Column = {
	header: string;
	/** Share of the table's width; only the proportions count. */
	width: number;
	align?: Alignment;
};

export type Heading = {
	type: 'heading';
	/** 1 is "I.", 2 is "1.", 3 is "a)" (bố cục of plans and reports, PL I.V.6); the number is given by the form. */
	level: 1 | 2 | 3;
	text: string;
};
export type Paragraph = { type: 'paragraph'; content: Content };
export type Bullet = { type: 'bullet'; content: Content };
export type Table = { type: 'table'; title?: string; columns: Column[]; rows: Cell[][] };

export type Block = Heading | Paragraph | Bullet | Table;

/** Annex (phụ lục): its own section, its own page numbers (PL I.III.1.đ). */
export type Annex = { title: string; orientation: 'portrait' | 'landscape'; body: Block[] };

/** Each part is null while the office leaves it open for the pen. */
export type DateParts = { day: number | null; month: number | null; year: number | null };

export type SignerBlock = {
	/** Quyền hạn (PL I.II.7.b), line by line: "TM. Ủy ban nhân dân", then "KT. Chủ tịch" when a deputy signs. */
	authority: string[];
	/** Chức vụ: "Chủ tịch", "Phó Chủ tịch". */
	title: string;
	name: string | null;
};

export type AdministrativeDocument = {
	/** Cơ quan chủ quản; null for a people's committee, which stands on its own. */
	superior: string | null;
	/** Cơ quan ban hành. */
	issuer: string;
	/** Null until the document is signed: the number is given after the signature (Điều 15). */
	number: string | null;
	/** Ký hiệu without the slash: "BC-UBND". */
	symbol: string;
	/** Địa danh (PL I.II.4.a). */
	place: string;
	date: DateParts;
	/** Tên loại: "Báo cáo", "Kế hoạch". */
	kind: string;
	/** Trích yếu nội dung. */
	abstract: string;
	/** Kính gửi; only for what goes to the level above (PL I.II.9.a). */
	addressees: string[];
	body: Block[];
	annexes: Annex[];
	/** Nơi nhận, one receiver each, without dash and semicolon. */
	recipients: string[];
	/** What stands after "Lưu:", for example "VT, VHXH". */
	archive: string;
	signer: SignerBlock;
	/** Author in the file's properties. */
	creator: string;
};
