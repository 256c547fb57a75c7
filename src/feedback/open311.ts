/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2): the published interface by which other programs hand in service
 * requests and read those that are public. Here: what it offers, and how it is written as XML and JSON (Spark convention:
 * a list loses the name of its items).
 */
import { categories, type Category } from './case.ts';

export type Format = 'xml' | 'json';
export const contentTypes: Record<Format, string> = {
	xml: 'text/xml; charset=utf-8',
	json: 'application/json; charset=utf-8'
};
export const specification = 'http://wiki.open311.org/GeoReport_v2';
/** Moves when services or their definitions do; clients then read them anew. */
export const changeset = '2026-11-23 12:00';

export type Value = string | number | boolean | null | { [name: string]: Value } | List;
/** A list with the name its items have in XML. */
export type List = { item: string; of: Value[] };

const isList = (value: object): value is List => Array.isArray((value as List).of) && 'item' in value;

export function written(format: Format, root: string, value: Value): string {
	if (format === 'json') return JSON.stringify(plain(value));
	return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function plain(value: Value): unknown {
	if (value === null || typeof value !== 'object') return typeof value === 'string' ? clean(value) : value;
	if (isList(value)) return value.of.map(plain);
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

function element(name: string, value: Value): string {
	if (value === null || value === '') return `<${name}/>`;
	if (typeof value !== 'object') return `<${name}>${escaped(String(value))}</${name}>`;
	const inner = isList(value)
		? value.of.map((one) => element(value.item, one))
		: Object.entries(value).map(([inside, one]) => element(inside, one));
	return inner.length === 0 ? `<${name}/>` : `<${name}>${inner.join('')}</${name}>`;
}

/** What XML 1.0 cannot hold at all, and halves of letters; left out of JSON too, so that both say the same. */
const clean = (text: string): string =>
	text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

const escaped = (text: string): string =>
	clean(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&apos;')
		.replaceAll('\r', '&#13;');

export type Attribute = {
	code: string;
	datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';
	required: boolean;
	description: string;
	datatype_description: string;
	values: { key: string; name: string }[];
};

const choices = (values: Record<string, string>): Attribute['values'] =>
	Object.entries(values).map(([key, name]) => ({ key, name }));

/** More that is asked for some services; the rest needs no definition. */
export const attributes: Partial<Record<Category, Attribute[]>> = {
	procedure: [
		{
			code: 'MA_HO_SO',
			datatype: 'string',
			required: false,
			description: 'Mã hồ sơ ghi trên giấy hẹn, nếu có',
			datatype_description: 'Chữ và số như trên giấy hẹn',
			values: []
		}
	],
	environment: [
		{
			code: 'LOAI',
			datatype: 'multivaluelist',
			required: false,
			description: 'Loại ô nhiễm',
			datatype_description: 'Chọn một hoặc nhiều loại',
			values: choices({ rac: 'Rác', nuoc_thai: 'Nước thải', mui: 'Mùi, khói bụi', khac: 'Loại khác' })
		}
	],
	roads: [
		{
			code: 'LOAI',
			datatype: 'singlevaluelist',
			required: true,
			description: 'Cái gì bị hỏng?',
			datatype_description: 'Chọn một loại',
			values: choices({
				den: 'Đèn đường',
				duong: 'Mặt đường, vỉa hè',
				cong: 'Cống, thoát nước',
				cay: 'Cây xanh',
				khac: 'Loại khác'
			})
		},
		{
			code: 'TU_NGAY',
			datatype: 'datetime',
			required: false,
			description: 'Hỏng từ khi nào?',
			datatype_description: 'Ngày giờ theo ISO 8601, ví dụ 2026-01-05T08:00:00+07:00',
			values: []
		}
	]
};

const groups: Record<Category, string> = {
	procedure: 'Hành chính',
	conduct: 'Hành chính',
	regulation: 'Hành chính',
	environment: 'Hiện trường',
	roads: 'Hiện trường',
	order: 'Hiện trường',
	proposal: 'Góp ý, hỏi đáp',
	question: 'Góp ý, hỏi đáp',
	praise: 'Góp ý, hỏi đáp',
	other: 'Khác'
};

export const isService = (code: string): code is Category => Object.hasOwn(categories, code);

export function services(): List {
	return {
		item: 'service',
		of: (Object.entries(categories) as [Category, (typeof categories)[Category]][]).map(
			([code, { label, hint }]) => ({
				service_code: code,
				service_name: label,
				description: hint,
				metadata: attributes[code] !== undefined,
				// The code is given at once.
				type: 'realtime',
				keywords: hint,
				group: groups[code]
			})
		)
	};
}

export function definition(code: Category): Value {
	return {
		service_code: code,
		attributes: {
			item: 'attribute',
			of: (attributes[code] ?? []).map((one, index) => ({
				variable: true,
				code: one.code,
				datatype: one.datatype,
				required: one.required,
				datatype_description: one.datatype_description,
				order: index + 1,
				description: one.description,
				values: { item: 'value', of: one.values }
			}))
		}
	};
}

/** Where something is wrong with what was sent; several may be said at once. */
export class Wrong extends Error {
	readonly errors: { code: number; description: string }[];
	readonly status: number;
	constructor(status: number, ...descriptions: string[]) {
		super(descriptions[0]);
		this.status = status;
		this.errors = descriptions.map((description) => ({ code: status, description }));
	}
}

/** The resource and the format a path names: `services/roads.json`. Without an extension the answer is XML. */
export function addressed(path: string): { resource: string; id: string | null; format: Format } {
	const [, whole = '', extension] = /^(.*?)(?:\.(xml|json))?\/?$/s.exec(path) ?? [];
	const [resource = '', ...rest] = whole.split('/');
	return {
		resource: resource || 'discovery',
		id: rest.length > 0 ? rest.join('/') : null,
		format: extension === 'json' ? 'json' : 'xml'
	};
}

export type Query = {
	ids: string[];
	codes: Category[];
	/** Null: both. */
	status: 'open' | 'closed' | null;
	from: Date;
	to: Date;
};

const DAYS = 90;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const listed = (parameters: URLSearchParams, name: string): string[] =>
	parameters
		.getAll(name)
		.flatMap((value) => value.split(','))
		.map((value) => value.trim())
		.filter((value) => value !== '');

function momentIn(parameters: URLSearchParams, name: string): Date | null {
	// A plus of the offset arrives as a blank when nobody wrote it as %2B.
	const given = (parameters.get(name) ?? '').trim().replace(/ (?=\d{2}:\d{2}$)/, '+');
	if (given === '') return null;
	const at = new Date(given);
	const year = at.getUTCFullYear();
	if (!moment.test(given) || Number.isNaN(at.getTime()) || year < 1900 || year > 2199)
		throw new Wrong(
			400,
			`Tham số ${name} phải là ngày giờ kèm múi giờ, ví dụ 2026-01-01T00:00:00Z hoặc 2026-01-01T00:00:00+07:00.`
		);
	return at;
}

/** What is asked of the list: an empty parameter is as good as none. */
export function queried(parameters: URLSearchParams, now: Date): Query {
	const ids = listed(parameters, 'service_request_id');
	const span = DAYS * 86_400_000;
	// Named requests override everything else.
	if (ids.length > 0) return { ids: ids.slice(0, 1000), codes: [], status: null, from: new Date(0), to: now };
	const codes = listed(parameters, 'service_code');
	const unknown = codes.filter((code) => !isService(code));
	if (unknown.length > 0)
		throw new Wrong(404, `Không có loại việc (service_code): ${unknown.join(', ').slice(0, 200)}.`);
	const statuses = new Set(listed(parameters, 'status'));
	for (const status of statuses)
		if (status !== 'open' && status !== 'closed')
			throw new Wrong(400, 'Tham số status chỉ nhận open, closed.');
	const start = momentIn(parameters, 'start_date');
	const end = momentIn(parameters, 'end_date');
	if (start && end && start > end) throw new Wrong(400, 'start_date phải trước end_date.');
	if (start && end && end.getTime() - start.getTime() > span)
		throw new Wrong(400, `Mỗi lần hỏi được tối đa ${DAYS} ngày. Hãy chia thành nhiều lần.`);
	return {
		ids: [],
		codes: codes.filter(isService),
		status: statuses.size === 1 ? ([...statuses][0] as 'open' | 'closed') : null,
		from: start ?? new Date((end ?? now).getTime() - span),
		to: end ?? (start ? new Date(start.getTime() + span) : now)
	};
}

/** A moment as the W3 note writes it, in Vietnamese time. */
export const w3 = (at: Date): string =>
	`${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
