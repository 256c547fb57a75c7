/** The measures of Nghị định 30/2020/NĐ-CP: page (Phụ lục I.I) and sizes of letters (Phụ lục I.V, sample column). */

export const fontName = 'Times New Roman';

/** Word counts in twips, a twentieth of a point; 56.7 make a millimetre. */
export function millimetres(value: number): number {
	return Math.round((value * 1440) / 25.4);
}

export function points(value: number): number {
	return Math.round(value * 20);
}

/** A4; margins may be 20-25, 20-25, 30-35, 15-20 (PL I.I.3): the smallest leave most room for tables. */
export const page = {
	width: millimetres(210),
	height: millimetres(297),
	margin: {
		top: millimetres(20),
		bottom: millimetres(20),
		left: millimetres(30),
		right: millimetres(15),
		header: millimetres(9),
		footer: millimetres(9),
		gutter: 0
	}
} as const;

export function textWidth(orientation: 'portrait' | 'landscape'): number {
	const width = orientation === 'portrait' ? page.width : page.height;
	return width - page.margin.left - page.margin.right;
}

/** Sizes in points. */
export const size = {
	nation: 12,
	motto: 13,
	issuer: 12,
	number: 13,
	placeAndDate: 13,
	kind: 14,
	abstract: 14,
	addressee: 14,
	body: 14,
	signer: 14,
	recipientsWord: 12,
	recipients: 11,
	annexNumber: 14,
	annexTitle: 14,
	annexReference: 14,
	pageNumber: 14,
	/** Inside tables the decree says nothing; narrow columns stay readable down to this. */
	table: 12,
	wideTable: 11
} as const;

/** Body (PL I.II.6.e): first line 1.27 cm, at least 6 pt between paragraphs, lines from single to one and a half. */
export const body = {
	firstLine: millimetres(12.7),
	after: points(6),
	/** 240 is single. */
	line: 264
} as const;

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
/** Plain hyphens with a space on both sides (PL I.II.1.b). */
export const motto = 'Độc lập - Tự do - Hạnh phúc';
