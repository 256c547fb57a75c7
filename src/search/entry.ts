/**
 * What one public thing looks like to the index. Rooms that own public things hand their entries to
 * `index.server.ts` inside the transaction of the change; search knows nothing else about them.
 */

/** Kinds of public things a resident looks for, as they stand in contracts (`search --kind`), with the word shown. */
export const kinds = {
	procedure: 'Thủ tục',
	article: 'Tin, bài',
	document: 'Văn bản',
	answer: 'Hỏi đáp',
	hotline: 'Đường dây nóng',
	broadcast: 'Phát thanh',
	page: 'Trang'
} as const;
export type Kind = keyof typeof kinds;

/** Levels of an online public service (dịch vụ công trực tuyến; NĐ 224/2026 Điều 14). */
export type OnlineLevel = 'full' | 'partial' | 'none';

/** What results can be narrowed by. */
export type Facets = {
	/** Field of the procedure (lĩnh vực), as printed. */
	field?: string;
	/** Who applies (đối tượng thực hiện), as printed. */
	applicants?: string[];
	online?: OnlineLevel;
};

export type Entry = {
	kind: Kind;
	/** Unique within its kind and ward: the code of a procedure, the slug of a story. */
	key: string;
	/** Path on the portal. */
	url: string;
	title: string;
	/** Exact names a person may type: the code, a document number. */
	codes: string[];
	/** Other names and keywords the owner knows; weigh nearly as much as the title. */
	aliases: string[];
	/** Plain text; what is long may be cut by the owner. */
	body: string;
	facets: Facets;
	/** Found only from this moment on; null: always. A version that takes effect next month is indexed today. */
	shownFrom: Date | null;
	/** Found only before this moment; null: for good. */
	shownTo: Date | null;
	/** When it was made public; newer news comes before older. */
	publishedAt: Date | null;
};
