/** What stands on a printed page, without a word about where: the typesetter brings it to lines and pages. */

export type Run = { text: string; bold?: boolean };

export type Paragraph = {
	kind: 'paragraph';
	runs: Run[];
	/** Share of the body's letters; 1 unless said otherwise. */
	size?: number;
	/** Steps to the right. */
	indent?: number;
	/** Hangs in front: "•", "1.". */
	marker?: string;
	colour?: Colour;
	align?: 'left' | 'centre';
	/** Space below, in lines of the body. */
	after?: number;
	/** Stays on the page of what follows. */
	keepNext?: boolean;
};
export type Heading = { kind: 'heading'; text: string; beside?: string };
export type Table = {
	kind: 'table';
	/** Shares of the width. */
	columns: { header: string; share: number }[];
	rows: Paragraph[][][];
};
export type Space = { kind: 'space'; lines: number };
export type Block = Paragraph | Heading | Table | Space;

export type Colour = 'ink' | 'quiet' | 'red';
export const colours: Record<Colour, string> = { ink: '#1c1410', quiet: '#4d4038', red: '#8f1219' };

export const paragraph = (text: string, given: Omit<Paragraph, 'kind' | 'runs'> = {}): Paragraph => ({
	kind: 'paragraph',
	runs: [{ text }],
	...given
});
