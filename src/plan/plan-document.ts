/**
 * What was understood of a plan document (văn bản kế hoạch). The shape is an outside interface: the command
 * `plan read` prints it, the ward's screen shows it beside the text. What the document leaves open is null or empty.
 */
export type UnitRole = 'lead' | 'coordinate' | 'other';

export type OutlineItem = {
	/** As printed: "I.", "1.", "a)", "-"; empty where a heading carries none. */
	marker: string;
	/** The heading; empty where the item is a sentence, which then stands in `text`. */
	title: string;
	/** 1 for I., 2 for 1., 3 for a) and 3.1, 4 for - or +. */
	depth: number;
	/** The item's own sentence and the paragraphs without a marker under it. */
	text: string;
};

export type PlanUnit = { name: string; role: UnitRole; duties: string[] };

export type AnnexTask = {
	no: string | null;
	task: string;
	product: string | null;
	lead: string | null;
	coordinate: string | null;
	deadline: string | null;
};

/** Where in the text each thing was read. Line numbers begin at 1 and follow the order of the list they belong to. */
export type SourceText = {
	lines: string[];
	title: number | null;
	legalBasis: number[];
	outline: number[];
	contentAreas: number[];
	units: { line: number; duties: number[] }[];
	annexTasks: number[];
};

export type PlanDocument = {
	/** Agency above (cơ quan chủ quản). */
	superior: string | null;
	/** Issuing agency (cơ quan ban hành). */
	issuer: string | null;
	/** "58/KH-UBND"; null while the number is open. */
	number: string | null;
	/** "KH-UBND". */
	symbol: string | null;
	place: string | null;
	date: { day: number | null; month: number | null; year: number | null };
	title: string | null;
	/** The year the plan is for, which may differ from the year of its date. */
	year: number | null;
	legalBasis: string[];
	outline: OutlineItem[];
	contentAreas: { marker: string; text: string }[];
	audiences: string[];
	channels: string[];
	units: PlanUnit[];
	annexTasks: AnnexTask[];
	recipients: string[];
	signer: string | null;
	signerTitle: string | null;
	signerAuthority: string | null;
	warnings: string[];
	/** The normalized text and the line each thing came from, so that a screen can show both sides. */
	source?: SourceText;
};
