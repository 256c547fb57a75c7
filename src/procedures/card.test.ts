import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, sectionTitles, uncounted, type CardSection, type SectionKey } from './card.ts';
import { procedureTextShape, type Fee, type ProcedureText } from './procedure.ts';
import { proseOf, said, withoutBrackets } from './prose.ts';
import { copiesOf, feeWordsOf, promisedTime, timeWordsOf, validity } from './words.ts';

const day = '2026-06-15';
const fee = (given: Partial<Fee>): Fee => ({
	name: '',
	kind: 'free',
	amount: null,
	amountTo: null,
	currency: 'VND',
	text: '',
	note: '',
	validFrom: null,
	validTo: null,
	...given
});
const time = (value: number | null, unit: 'day' | 'working_day' | null = null, text = '') => ({
	value,
	unit,
	text
});
type Content = Partial<ProcedureText['content']>;
const text = (content: Content = {}, more: Partial<ProcedureText> = {}): ProcedureText =>
	procedureTextShape.parse({ code: '1.000001', name: 'Đăng ký việc thử', ...more, content });
const sections = (content: Content, more: Partial<ProcedureText> = {}, on = day) =>
	Object.fromEntries(card(text(content, more), { day: on }).map((one) => [one.key, one])) as Record<
		SectionKey,
		CardSection | undefined
	>;
const said_ = (section: CardSection | undefined) =>
	section?.groups.map(({ title, rows }) => [title, ...rows.map((row) => row.text)]);

describe('the order of the card', () => {
	it('answers the resident first and then says the rest, always in the same order', () => {
		const keys = card(
			text(
				{
					ways: [{ way: 'direct', time: time(3, 'day'), localTime: null, fees: [fee({})], description: '' }],
					cases: [
						{
							code: '',
							name: '',
							time: null,
							papers: [{ name: 'Tờ khai', originals: 1, copies: null, required: true, forms: [] }]
						}
					],
					steps: [{ name: '', text: 'Nộp hồ sơ.' }],
					results: ['Giấy'],
					conditions: 'Có điều kiện.',
					legalBases: [{ code: '60/2014/QH13', name: 'Luật Hộ tịch' }],
					coordinating: 'Công an',
					note: 'Ghi chú.'
				},
				{ applicants: ['Công dân'], agency: 'UBND', decision: '58/QĐ-BTP', decidedOn: '2026-01-02' }
			),
			{ day }
		).map(({ key }) => key);
		expect(keys).toEqual(Object.keys(sectionTitles));
	});

	it('says kindly what compulsory part is missing and whom to ask, and leaves the others out', () => {
		const all = card(text(), { day, ask: 'quầy số 1' });
		expect(all.map(({ key }) => key)).toEqual([
			'time',
			'fee',
			'papers',
			'where',
			'steps',
			'applicants',
			'agency'
		]);
		for (const one of all) expect(one.missing).toBe('Chưa có thông tin, hãy hỏi quầy số 1.');
	});

	it('takes the source’s own words for nothing as nothing', () => {
		expect(sections({}, { agency: 'Không có thông tin' }).agency?.missing).toContain('Chưa có thông tin');
		expect(sections({ conditions: 'Không có thông tin' }).conditions).toBeUndefined();
		expect(sections({ conditions: 'Không.' }).conditions?.groups[0]?.rows[0]?.text).toBe('Không.');
	});
});

describe('how long', () => {
	it('never guesses a unit', () => {
		expect(timeWordsOf(time(1)).text).toBe('1 (nguồn chưa ghi đơn vị)');
		expect(timeWordsOf(time(1, null, '1'))).toEqual({ text: '1 (nguồn chưa ghi đơn vị)', notes: [] });
		expect(timeWordsOf(time(2.5, 'working_day', '2,5 ngày làm việc'))).toEqual({
			text: '2,5 ngày làm việc',
			notes: []
		});
		expect(timeWordsOf(time(null, null, 'Không quy định')).text).toBe('Không quy định');
	});

	it('keeps what the source says beyond the number', () => {
		const words = timeWordsOf(time(20, 'day', '20 ngày kể từ ngày nhận đủ hồ sơ'));
		expect(words).toEqual({ text: '20 ngày', notes: ['20 ngày kể từ ngày nhận đủ hồ sơ'] });
		expect(timeWordsOf(time(1, 'working_day', 'Ngay trong ngày; nhận sau 15 giờ thì hôm sau'))).toEqual({
			text: 'Ngay trong ngày',
			notes: ['Nhận sau 15 giờ thì hôm sau']
		});
	});

	it('tells the shorter local promise first and the law beside it', () => {
		const words = promisedTime(time(5, 'working_day'), time(2.5, 'working_day'));
		expect(words.text).toBe('2,5 ngày làm việc');
		expect(words.notes.join()).toContain('thời hạn theo luật là 5 ngày làm việc');
		expect(promisedTime(time(5, 'working_day'), time(5, 'working_day')).notes).toEqual([]);
	});

	it('joins ways that say the same, and keeps apart those that do not', () => {
		const way = (kind: 'direct' | 'online' | 'postal', value: number) => ({
			way: kind,
			time: time(value, 'day' as const),
			localTime: null,
			fees: [],
			description: ''
		});
		expect(said_(sections({ ways: [way('online', 20), way('postal', 20), way('direct', 15)] }).time)).toEqual(
			[
				['Trực tiếp', '15 ngày'],
				['Trực tuyến, bưu chính', '20 ngày']
			]
		);
	});
});

describe('how much', () => {
	const ofDirect = (fees: Fee[], on = day) =>
		sections(
			{ ways: [{ way: 'direct', time: time(1, 'day'), localTime: null, fees, description: '' }] },
			{},
			on
		).fee?.groups[0]?.rows ?? [];

	it('writes money as people read it, with the condition and exemption beside it', () => {
		expect(
			feeWordsOf(fee({ kind: 'amount', amount: 8000, note: '(Đăng ký quá hạn. Miễn cho hộ nghèo.)' }))
		).toEqual({
			text: '8.000 đồng',
			notes: ['Đăng ký quá hạn. Miễn cho hộ nghèo.']
		});
		expect(feeWordsOf(fee({ kind: 'range', amount: 50000, amountTo: 100000 })).text).toBe(
			'Từ 50.000 đến 100.000 đồng'
		);
		expect(feeWordsOf(fee({ kind: 'amount', amount: 10, currency: 'USD', text: '10 USD' }))).toEqual({
			text: '10 USD',
			notes: []
		});
		expect(feeWordsOf(fee({ kind: 'amount', amount: 2000, text: '2.000 đồng/trang' })).notes).toEqual([
			'2.000 đồng/trang'
		]);
		expect(
			feeWordsOf(fee({ kind: 'amount', amount: 2000, note: '(/trang)Từ trang thứ 3: 1.000 đồng/trang' }))
		).toEqual({ text: '2.000 đồng/trang', notes: ['Từ trang thứ 3: 1.000 đồng/trang'] });
		expect(feeWordsOf(fee({ kind: 'unknown' })).text).toBe('');
	});

	it('shows the fees of the day, announces later ones, forgets past ones', () => {
		const fees = [
			fee({ kind: 'amount', amount: 10000, validTo: '2026-08-08' }),
			fee({ kind: 'free', validFrom: '2026-08-08', validTo: '2032-01-01', note: 'Nghị quyết 12' })
		];
		expect(ofDirect(fees)).toMatchObject([
			{ state: 'said', text: '10.000 đồng', notes: ['Áp dụng đến hết ngày 07/08/2026.'] },
			{
				state: 'upcoming',
				label: 'Từ ngày 08/08/2026',
				text: 'Miễn phí',
				notes: ['Nghị quyết 12', 'Áp dụng đến hết ngày 31/12/2031.']
			}
		]);
		expect(ofDirect(fees, '2026-08-08')).toMatchObject([{ state: 'said', text: 'Miễn phí' }]);
		expect(ofDirect(fees, '2032-01-01')).toEqual([]);
	});

	it('says that today’s fee is unknown when only a later one is known', () => {
		const rows = ofDirect([fee({ validFrom: '2026-08-08' })]);
		expect(rows.map(({ state }) => state)).toEqual(['missing', 'upcoming']);
	});

	it('is missing as a whole when no way says anything', () => {
		const ways = (['direct', 'online'] as const).map((kind) => ({
			way: kind,
			time: time(null),
			localTime: null,
			fees: [fee({ kind: 'unknown' })],
			description: ''
		}));
		const found = sections({ ways });
		expect([found.fee?.missing, found.time?.missing]).toEqual(
			Array(2).fill(expect.stringContaining('hãy hỏi'))
		);
		expect(found.fee?.groups).toEqual([]);
	});

	it('says the days a fee holds', () => {
		expect(validity({ validFrom: null, validTo: null })).toBe('');
		expect(validity({ validFrom: '2026-01-01', validTo: '2031-01-01' })).toBe(
			'Áp dụng từ ngày 01/01/2026 đến hết ngày 31/12/2030.'
		);
	});
});

describe('which papers', () => {
	const paper = (name: string, originals: number | null, copies: number | null) => ({
		name,
		originals,
		copies,
		required: null,
		forms: []
	});

	it('counts originals and copies', () => {
		expect(copiesOf({ originals: 1, copies: 2 })).toBe('1 bản chính, 2 bản sao');
		expect(copiesOf({ originals: null, copies: null })).toBe('');
	});

	it('keeps guidance without a count apart from papers, drops nothing, asks for the number of sets', () => {
		const { papers } = sections({
			cases: [
				{
					code: '',
					name: '',
					time: null,
					papers: [paper('Lưu ý dài', null, null), paper('Tờ khai', 1, null)]
				}
			]
		});
		expect(said_(papers)).toEqual([
			['', 'Tờ khai'],
			[uncounted, 'Lưu ý dài'],
			['Số bộ hồ sơ', expect.stringContaining('Chưa có thông tin')]
		]);
	});

	it('gives every case its own papers, forms to download beside them', () => {
		const { papers } = sections({
			sets: 2,
			cases: [
				{
					code: '',
					name: 'Trường hợp một',
					time: null,
					papers: [
						{
							...paper('Tờ khai', 1, null),
							forms: [
								{ name: 'Mẫu 01', url: null, fileToken: 'abc' },
								{ name: 'Mẫu 02', url: 'https://vi.du/mau', fileToken: null },
								{ name: 'Mẫu không có tệp', url: null, fileToken: null }
							]
						}
					]
				},
				{ code: '', name: 'Trường hợp hai', time: null, papers: [paper('Đơn', 1, 1)] }
			]
		});
		expect(said_(papers)).toEqual([
			['Trường hợp một', 'Tờ khai'],
			['Trường hợp hai', 'Đơn'],
			['Số bộ hồ sơ', '2 bộ']
		]);
		expect(papers?.groups[0]?.rows[0]?.links).toEqual([
			{ label: 'Mẫu 01', href: '/tep/abc', kind: 'form' },
			{ label: 'Mẫu 02', href: 'https://vi.du/mau', kind: 'form' }
		]);
	});
});

describe('where', () => {
	it('leads online applicants to the national portal and says why a service is only partial', () => {
		const { where } = sections(
			{
				portalUrl: 'https://dichvucong.gov.vn/x',
				ways: [{ way: 'online', time: time(1, 'day'), localTime: null, fees: [], description: '' }],
				place: 'Tầng 1'
			},
			{ onlineLevel: 'partial' }
		);
		const rows = where!.groups[0]!.rows;
		expect(rows[0]!.links).toEqual([
			{
				label: 'Nộp hồ sơ trên Cổng Dịch vụ công quốc gia',
				href: 'https://dichvucong.gov.vn/x',
				kind: 'portal'
			}
		]);
		expect(rows.map(({ text: words }) => words)).toContain('Tầng 1');
		expect(rows.at(-1)!.notes[0]).toContain('chưa ghi lý do');
	});
});

describe('long texts', () => {
	it('find their lines again where the source lost them', () => {
		expect(proseOf('Nộp hồ sơ. - Nếu trực tiếp; + Mang theo thẻ.\n- Nếu qua mạng')).toEqual([
			{ depth: 0, text: 'Nộp hồ sơ.' },
			{ depth: 1, text: 'Nếu trực tiếp;' },
			{ depth: 2, text: 'Mang theo thẻ.' },
			{ depth: 1, text: 'Nếu qua mạng' }
		]);
		expect(proseOf('+ Chỉ một dòng')).toEqual([{ depth: 0, text: 'Chỉ một dòng' }]);
		expect(proseOf('+ Một\n+ Hai').map(({ depth }) => depth)).toEqual([1, 1]);
		expect(proseOf('Từ 2 - 3 ngày')).toEqual([{ depth: 0, text: 'Từ 2 - 3 ngày' }]);
	});

	it('lose no word', () => {
		const letters = (words: string) => words.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
				expect(
					letters(
						proseOf(words)
							.map((line) => line.text)
							.join(' ')
					)
				).toBe(letters(words));
			})
		);
	});

	it('stand without the brackets around the whole', () => {
		expect(withoutBrackets('((Miễn (một phần) phí.))')).toBe('Miễn (một phần) phí.');
		expect(withoutBrackets('(a) và (b)')).toBe('(a) và (b)');
		expect(said(' Không có thông tin. ')).toBe('');
	});
});
