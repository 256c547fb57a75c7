import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { procedureTextShape, type ProcedureText } from '#procedures/procedure.ts';
import { changeRows, draftFrom, draftOf, emptyDraft, pruned, type Draft } from './draft.ts';
import { sofar, understood } from './understood.ts';

/** What a browser would send of a draft. */
function sent(draft: Draft): [string, string][] {
	const walk = (value: unknown, path: string): [string, string][] =>
		typeof value === 'string'
			? [[path, value]]
			: Object.entries(value as object).flatMap(([key, one]) => walk(one, path ? `${path}.${key}` : key));
	return walk(draft, '');
}

const words = fc.constantFrom('Nộp hồ sơ', 'Nhận kết quả\nKý nhận', 'Tờ khai', 'a');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const time = fc.record({
	value: maybe(fc.constantFrom(1, 2.5, 15)),
	unit: maybe(fc.constantFrom('working_day' as const, 'hour' as const)),
	text: fc.constantFrom('', 'Ngay trong ngày')
});
const promisedTime = fc.record({
	value: fc.constantFrom(1, 2.5),
	unit: fc.constantFrom('working_day' as const, 'day' as const),
	text: fc.constantFrom('', 'rút ngắn')
});
const day = fc.constantFrom('2026-08-08', '2026-01-01');
const text: fc.Arbitrary<ProcedureText> = fc
	.record({
		code: fc.constant('1.000894'),
		name: fc.constantFrom('Đăng ký kết hôn', 'Đăng ký khai sinh'),
		field: fc.constantFrom('', 'Hộ tịch'),
		agency: words,
		applicants: fc.uniqueArray(fc.constantFrom('Công dân Việt Nam', 'Doanh nghiệp')),
		onlineLevel: maybe(fc.constantFrom('full' as const, 'partial' as const, 'none' as const)),
		decidedOn: maybe(day),
		content: fc.record({
			steps: fc.array(fc.record({ name: fc.constantFrom('', 'Bước đầu'), text: words }), { maxLength: 3 }),
			ways: fc.array(
				fc.record({
					way: fc.constantFrom('direct' as const, 'online' as const),
					time,
					localTime: maybe(promisedTime),
					fees: fc.array(
						fc.record({
							kind: fc.constantFrom('free' as const, 'other' as const, 'unknown' as const),
							text: fc.constantFrom('', 'theo biểu'),
							amount: maybe(fc.constantFrom(8000, 12.5)),
							validFrom: maybe(fc.constant('2026-01-01')),
							validTo: maybe(fc.constant('2031-12-31'))
						}),
						{ maxLength: 2 }
					)
				}),
				{ maxLength: 3 }
			),
			cases: fc.array(
				fc.record({
					name: fc.constantFrom('Trường hợp A', 'Trường hợp B'),
					papers: fc.array(
						fc.record({
							name: words,
							originals: maybe(fc.constantFrom(0, 1)),
							required: maybe(fc.boolean()),
							forms: fc.array(
								fc.record({ name: fc.constant('Mẫu 01'), url: fc.constant('https://vidu.gov.vn/mau.doc') }),
								{ maxLength: 1 }
							)
						}),
						{ maxLength: 3 }
					)
				}),
				{ maxLength: 2 }
			),
			sets: maybe(fc.constantFrom(1, 2)),
			results: fc.array(words, { maxLength: 2 }),
			legalBases: fc.array(fc.record({ code: fc.constantFrom('', '60/2014/QH13'), name: words }), {
				maxLength: 2
			}),
			keywords: fc.uniqueArray(fc.constantFrom('cưới', 'kết hôn'))
		})
	})
	.map((given) => procedureTextShape.parse(given));

describe('a draft', () => {
	it('gives back the text it was made from, through the form and back', () => {
		fc.assert(
			fc.property(text, (given) => {
				const read = understood(pruned(draftFrom(sent(draftOf(given)))));
				expect(read).toEqual({ ok: true, text: given });
			})
		);
	});

	it('drops rows nobody wrote into and keeps the rest in order', () => {
		const draft = emptyDraft();
		changeRows(draft, 'them:steps');
		draft.steps[1]!.text = 'Nhận kết quả';
		expect(pruned(draft).steps).toEqual([{ name: '', text: 'Nhận kết quả' }]);
		expect(pruned(draft).ways).toEqual([]);
	});

	it('adds, removes and lifts rows at any depth, and ignores what it does not know', () => {
		const draft = emptyDraft();
		changeRows(draft, 'them:ways.0.fees');
		draft.ways[0]!.fees[1]!.name = 'Lệ phí';
		changeRows(draft, 'len:ways.0.fees.1');
		expect(draft.ways[0]!.fees.map(({ name }) => name)).toEqual(['Lệ phí', '']);
		changeRows(draft, 'bo:ways.0.fees.1');
		expect(draft.ways[0]!.fees).toHaveLength(1);
		changeRows(draft, 'them:cases.0.papers.0.forms');
		expect(draft.cases[0]!.papers[0]!.forms).toHaveLength(2);
		const before = JSON.stringify(draft);
		for (const press of ['bo:ways.7', 'them:__proto__', 'them:name', 'len:steps.0', 'x', 'bo:ways.9.fees.0'])
			changeRows(draft, press);
		expect(JSON.stringify(draft)).toBe(before);
	});

	it('takes nothing it does not know, and gaps between rows do not matter', () => {
		const draft = draftFrom([
			['steps.7.text', 'Bảy'],
			['steps.2.text', 'Hai'],
			['constructor.prototype.x', '1'],
			['name', 'Tên\r\nhai dòng']
		]);
		expect(draft.steps.map((step) => step.text)).toEqual(['Hai', 'Bảy']);
		expect(draft.name).toBe('Tên\nhai dòng');
		expect(Object.keys(draft)).not.toContain('constructor');
	});
});

describe('what is understood of a draft', () => {
	const valid = (): Draft => ({ ...pruned(emptyDraft()), code: '1.000894', name: 'Đăng ký kết hôn' });
	const errorsOf = (draft: Draft) => {
		const read = understood(pruned(draft));
		return read.ok ? {} : Object.fromEntries(read.errors.map(({ path, message }) => [path, message]));
	};

	it('reads numbers as they are written here', () => {
		const draft = valid();
		draft.ways = emptyDraft().ways;
		Object.assign(draft.ways[0]!, { way: 'direct' });
		Object.assign(draft.ways[0]!.time, { value: '2,5', unit: 'working_day' });
		Object.assign(draft.ways[0]!.fees[0]!, { kind: 'amount', amount: '1.200.000' });
		const read = understood(pruned(draft));
		if (!read.ok) throw new Error('not understood');
		expect(read.text.content.ways[0]!.time.value).toBe(2.5);
		expect(read.text.content.ways[0]!.fees[0]!.amount).toBe(1_200_000);
	});

	it('names every field that is wrong by its own path, in Vietnamese', () => {
		const draft = valid();
		draft.code = 'x';
		draft.portalUrl = 'javascript:alert(1)';
		draft.ways = emptyDraft().ways;
		Object.assign(draft.ways[0]!, { description: 'Nộp tại quầy' });
		Object.assign(draft.ways[0]!.time, { value: 'ba ngày' });
		Object.assign(draft.ways[0]!.fees[0]!, {
			name: 'Lệ phí',
			validFrom: '2026-08-08',
			validTo: '2026-08-08'
		});
		draft.legalBases = [{ code: '60/2014/QH13', name: '' }];
		const errors = errorsOf(draft);
		expect(Object.keys(errors).sort()).toEqual(
			[
				'code',
				'legalBases.0.name',
				'portalUrl',
				'ways.0.fees.0.kind',
				'ways.0.fees.0.validTo',
				'ways.0.time.value',
				'ways.0.way'
			].sort()
		);
		for (const message of Object.values(errors)) expect(message).toMatch(/[À-ỹ]/);
	});

	it('asks for the amount of a fee that is said to be an amount', () => {
		const draft = valid();
		draft.ways = emptyDraft().ways;
		draft.ways[0]!.way = 'online';
		draft.ways[0]!.fees[0]!.kind = 'amount';
		expect(errorsOf(draft)).toHaveProperty(['ways.0.fees.0.amount']);
	});

	it('says what there is so far also while code and name are not there yet', () => {
		expect(sofar(emptyDraft())).toMatchObject({ name: '', content: { steps: [] } });
	});
});
