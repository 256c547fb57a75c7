/**
 * Shapes of the trial ward. Everything under `sample-ward/` is plain data without a database: the seed, the tests
 * and the handbook read it. Keys are stable short words; other modules turn them into rows.
 * Days are Vietnamese dates (`YYYY-MM-DD`), moments are ISO 8601 with the offset +07:00.
 */

export type Day = `${number}-${number}-${number}`;
export type Moment = `${Day}T${number}:${number}:00+07:00`;

export type UnitKind =
	'office' | 'post' | 'one_stop' | 'radio' | 'organisation' | 'residential_area' | 'superior' | 'party';

export type SampleWard = {
	key: string;
	name: string;
	shortName: string;
	/** Invented; carries the word MAU so nobody takes it for a real agency code. */
	officialCode: string;
	/** The words in front of the date on a document. */
	place: string;
	superiorName: string;
	note: string;
};

export type Unit = {
	key: string;
	wardKey: string;
	kind: UnitKind;
	name: string;
	shortName: string;
	/** Invented, marked MAU. */
	officialCode: string;
	/** Unit this one belongs to, null for the top of its own tree. */
	parentKey: string | null;
	validFrom: Day | null;
	/** Last day in force; null while it exists. */
	validTo: Day | null;
	/** Units whose work this one took over. */
	predecessorKeys: string[];
	/** The symbol used behind the dash in document numbers, where the unit drafts documents. */
	symbol: string | null;
};

export type Role =
	| 'admin'
	| 'chair'
	| 'vice_chair'
	| 'office'
	| 'culture'
	| 'radio'
	| 'justice'
	| 'accountant'
	| 'one_stop'
	| 'front'
	| 'residential'
	| 'superior';

export type Position = {
	title: string;
	unitKey: string;
	role: Role;
	validFrom: Day;
	/** Last day in force; null while the person holds it. */
	validTo: Day | null;
};

export type Person = {
	/** Sign-in name, unique over all sample wards. */
	key: string;
	wardKey: string;
	name: string;
	positions: [Position, ...Position[]];
};

export type ContentAreaKey =
	'policy' | 'indices' | 'reform_tasks' | 'one_stop' | 'digital' | 'models' | 'hotline' | 'rights';

export type ContentArea = {
	key: ContentAreaKey;
	/** Letter in the plan: a, b, c, d, đ, e, g, h. */
	marker: string;
	shortName: string;
	text: string;
};

export type AudienceKey = 'officials' | 'organisations' | 'businesses' | 'residents' | 'vulnerable';

export type Audience = { key: AudienceKey; name: string };

export type ChannelKey =
	'portal' | 'radio' | 'zalo' | 'facebook' | 'slogan' | 'meeting' | 'notice_board' | 'leaflet' | 'other';

export type PlanForm = { marker: string; channels: ChannelKey[]; text: string };

/** One paragraph of duties; `name` as printed may stand for several units ("Các tổ dân phố"). */
export type UnitDuties = { name: string; unitKeys: string[]; role: 'lead' | 'coordinate'; duties: string[] };

export type Recurrence = 'none' | 'weekly' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly';

export type Task = {
	no: number;
	title: string;
	contentAreas: ContentAreaKey[];
	product: string;
	/** What the whole period asks for, over all occurrences. */
	measure: { count: number; unit: string };
	leadUnitKey: string;
	cooperatingUnitKeys: string[];
	recurrence: Recurrence;
	period: { from: Day; to: Day };
	/** The computed last day beside the words of the document. */
	deadline: { date: Day; words: string };
	channels: ChannelKey[];
	/** Sample amount in đồng; null when the work needs no money of its own. */
	budget: number | null;
};

export type LegalBasis = {
	/** As it stands in the document, without the leading "Căn cứ" or "Thực hiện". */
	citation: string;
	number: string | null;
};

export type Plan = {
	key: string;
	wardKey: string;
	year: number;
	title: string;
	number: string;
	symbol: string;
	date: Day;
	place: string;
	issuer: string;
	superior: string;
	state: 'issued';
	legalBases: LegalBasis[];
	purposes: string[];
	requirements: string[];
	audiences: Audience[];
	contentAreas: ContentArea[];
	forms: PlanForm[];
	funding: string;
	duties: UnitDuties[];
	tasks: Task[];
	recipients: string[];
	signer: { name: string; title: string; authority: string };
};

export type Block =
	| { type: 'paragraph'; text: string }
	| { type: 'heading'; text: string }
	| { type: 'list'; ordered: boolean; items: string[] }
	| { type: 'quote'; text: string; source: string }
	| { type: 'table'; caption: string; header: string[]; rows: string[][] };

export type StoryState =
	'draft' | 'in_review' | 'sent_back' | 'approved' | 'scheduled' | 'published' | 'withdrawn';

export type CoverPalette = 'red' | 'gold' | 'green' | 'blue' | 'earth';

export type Story = {
	/** Stable word for tests and links between samples; the slug is made from the title. */
	key: string;
	title: string;
	/** At most 250 characters. */
	summary: string;
	body: Block[];
	contentAreas: ContentAreaKey[];
	audiences: AudienceKey[];
	taskNo: number;
	authorKey: string;
	createdAt: Moment;
	state: StoryState;
	submittedAt: Moment | null;
	approval: { byKey: string; at: Moment } | null;
	/** For state `scheduled`: a moment ahead of the trial's today. */
	scheduledFor: Moment | null;
	publishedAt: Moment | null;
	sentBack: { byKey: string; at: Moment; reason: string } | null;
	withdrawal: { byKey: string; at: Moment; reason: string; publicNotice: string } | null;
	/** Documents named in the text, as text. */
	citedDocuments: string[];
	cover: { palette: CoverPalette; motif: string };
};

export type Evidence = {
	taskNo: number;
	channel: ChannelKey;
	/** What was told, always among the areas of the task. */
	contentAreas: ContentAreaKey[];
	title: string;
	occurredAt: Moment;
	/** How much it adds to the measure of its task, in the unit of that measure; 0 for a step on the way. */
	progress: number;
	/** People who came, sheets put up, leaflets handed out; absent where counting makes no sense. */
	count?: { value: number; unit: string };
	/** Person who noted it. */
	notedByKey: string;
	note: string;
};
