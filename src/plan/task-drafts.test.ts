import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAreas } from './area-match.ts';
import type { PlanDocument } from './plan-document.ts';
import { sourceLines } from './source-lines.ts';
import { taskDrafts, type Surroundings } from './task-drafts.ts';
import { matchUnits, type KnownUnit } from './unit-match.ts';

let nextId = 1;
const unit = (
	name: string,
	shortName: string,
	kind: KnownUnit['kind'] = 'office',
	more: Partial<KnownUnit> = {}
): KnownUnit => ({
	id: nextId++,
	name,
	shortName,
	kind,
	abbreviation: null,
	validFrom: '2025-07-01',
	validTo: null,
	...more
});
const old = { validFrom: '2019-03-01', validTo: '2025-06-30' };
const units = [
	unit('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', 'Văn phòng', 'office', {
		abbreviation: 'VP'
	}),
	unit('Phòng Văn hóa - Xã hội', 'Phòng VHXH'),
	unit('Phòng Kinh tế, hạ tầng và đô thị', 'Phòng KTHTĐT'),
	unit('Trung tâm Phục vụ hành chính công phường', 'Trung tâm PVHCC', 'one_stop'),
	unit('Đài truyền thanh phường', 'Đài truyền thanh', 'radio'),
	unit('Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'UB MTTQ phường', 'organisation'),
	unit('Tổ dân phố An Thành', 'TDP An Thành', 'residential_area'),
	unit('Tổ dân phố Bình Giang', 'TDP Bình Giang', 'residential_area'),
	unit('Công chức Văn hóa - Xã hội', 'Công chức văn hóa', 'post', old),
	unit('Công chức Tài chính - Kế toán', 'Công chức kế toán', 'post', old),
	unit('Đài truyền thanh phường Cổ Thành', 'Đài phát thanh phường', 'radio', old),
	unit('Văn phòng HĐND-UBND phường, Nội vụ', 'Văn phòng, Nội vụ', 'office', old)
];
const register = { units, wardName: 'Cổ Thành' };
const named = (text: string, on = '2026-02-01') =>
	matchUnits(text, register, on).unitIds.map((id) => units.find((one) => one.id === id)!.name);

describe('units in the words of a plan', () => {
	it.each([
		['Văn phòng HĐND-UBND phường', ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường']],
		['Phòng Kinh tế, hạ tầng và đô thị', ['Phòng Kinh tế, hạ tầng và đô thị']],
		[
			'Phòng VHXH; Đài phát thanh phường Cổ Thành và UB MTTQ',
			['Phòng Văn hóa - Xã hội', 'Đài truyền thanh phường', 'Ủy ban Mặt trận Tổ quốc Việt Nam phường']
		],
		['Các tổ dân phố', ['Tổ dân phố An Thành', 'Tổ dân phố Bình Giang']],
		['Tổ dân phố Bình Giang', ['Tổ dân phố Bình Giang']],
		['Bộ phận tiếp nhận và trả kết quả', ['Trung tâm Phục vụ hành chính công phường']]
	])('finds %s', (text, wanted) => expect(named(text)).toEqual(wanted));

	it('finds the posts of 2023 in a plan of 2023 and the offices of 2026 in one of 2026', () => {
		expect(named('Công chức văn hóa', '2023-02-01')).toEqual(['Công chức Văn hóa - Xã hội']);
		expect(named('Công chức Kế toán', '2023-02-01')).toEqual(['Công chức Tài chính - Kế toán']);
		expect(named('Đài phát thanh phường', '2023-02-01')).toEqual(['Đài truyền thanh phường Cổ Thành']);
		expect(named('Văn phòng HĐND-UBND phường, Nội vụ', '2023-02-01')).toEqual([
			'Văn phòng HĐND-UBND phường, Nội vụ'
		]);
		expect(named('Công chức văn hóa')).toEqual([]);
	});

	it('says which words no unit stands for', () => {
		expect(matchUnits('Phòng VHXH và Trường Mầm non', register, '2026-02-01').rest).toContain(
			'Trường Mầm non'
		);
		expect(matchUnits('Phòng VHXH, Văn phòng', register, '2026-02-01').rest).toBeNull();
		expect(matchUnits(null, register, '2026-02-01')).toEqual({ unitIds: [], rest: null });
	});
});

const areas = [
	{
		key: 'policy',
		shortName: 'Chủ trương, chính sách',
		text: 'Chủ trương của Đảng, chính sách, pháp luật của Nhà nước về cải cách hành chính'
	},
	{
		key: 'one_stop',
		shortName: 'Cơ chế một cửa',
		text: 'Kết quả thực hiện cơ chế một cửa, niêm yết thủ tục hành chính tại bộ phận tiếp nhận'
	},
	{
		key: 'digital',
		shortName: 'Chuyển đổi số',
		text: 'Chuyển đổi số, dịch vụ công trực tuyến, số hóa hồ sơ, thanh toán trực tuyến'
	},
	{
		key: 'hotline',
		shortName: 'Đường dây nóng',
		text: 'Đường dây nóng tiếp nhận phản ánh, kiến nghị về thủ tục hành chính'
	}
];

describe('content areas by words', () => {
	it('finds the area and says by which words', () => {
		const [match] = matchAreas('Hướng dẫn người dân dùng dịch vụ công trực tuyến', areas);
		expect(match?.key).toBe('digital');
		expect(match?.reason).toContain('“dịch vụ công trực tuyến”');
	});

	it('finds none where only the common words are shared', () => {
		expect(matchAreas('Thẩm định kinh phí công tác tuyên truyền cải cách hành chính', areas)).toEqual([]);
	});
});

const empty: PlanDocument = {
	superior: null,
	issuer: null,
	number: null,
	symbol: null,
	place: null,
	date: { day: null, month: null, year: null },
	title: null,
	year: null,
	legalBasis: [],
	outline: [],
	contentAreas: [],
	audiences: [],
	channels: [],
	units: [],
	annexTasks: [],
	recipients: [],
	signer: null,
	signerTitle: null,
	signerAuthority: null,
	warnings: []
};
const text = [
	'KẾ HOẠCH',
	'Phòng VHXH: Phối hợp với Đài truyền thanh phường xây dựng các',
	'chuyên mục về cải cách hành chính.',
	'Đăng 04 tin, bài mỗi tháng trên Cổng thông tin điện tử'
].join('\n');
const around: Surroundings = { areas, register, on: '2026-01-20', year: 2026, source: sourceLines(text) };
const row = {
	no: '1',
	task: 'Đăng 04 tin, bài mỗi tháng trên Cổng thông tin điện tử',
	product: '',
	lead: 'Phòng VHXH',
	coordinate: 'Văn phòng; Các tổ dân phố',
	deadline: 'Hằng tháng'
};

describe('proposed tasks', () => {
	it('come from the annex, with measure, rhythm, units, channel and line', () => {
		const [draft] = taskDrafts(
			{ ...empty, annexTasks: [row], units: [{ name: 'Văn phòng', role: 'lead', duties: ['Theo dõi'] }] },
			around
		);
		expect(draft).toMatchObject({
			measureCount: 48,
			measureUnit: 'tin, bài',
			recurrence: 'monthly',
			deadlineText: 'Hằng tháng',
			deadlineOn: null,
			leadUnitId: units[1]!.id,
			cooperatingUnitIds: [units[0]!.id, units[6]!.id, units[7]!.id],
			channels: ['portal'],
			sourceLine: 4,
			product: null
		});
		expect(draft!.doubts.join(' ')).toContain('4 × 12 kỳ');
	});

	it('come from the duties of units when there is no annex', () => {
		const duty = 'Phối hợp với Đài truyền thanh phường xây dựng các chuyên mục về cải cách hành chính.';
		const [draft] = taskDrafts(
			{ ...empty, units: [{ name: 'Phòng VHXH', role: 'lead', duties: [duty] }] },
			around
		);
		expect(draft).toMatchObject({
			title: duty.slice(0, -1),
			leadUnitId: units[1]!.id,
			cooperatingUnitIds: [units[4]!.id],
			measureCount: null,
			deadlineOn: null,
			sourceLine: 2,
			recurrence: 'none'
		});
	});

	it('say what is doubtful instead of choosing', () => {
		const [draft] = taskDrafts(
			{ ...empty, annexTasks: [{ ...row, lead: 'Phòng Nội vụ thành phố', deadline: 'Theo phân công' }] },
			around
		);
		expect(draft).toMatchObject({ leadUnitId: null, leadText: 'Phòng Nội vụ thành phố' });
		expect(draft!.doubts.join(' ')).toMatch(/Phòng Nội vụ thành phố.*Không tính được ngày/s);
	});

	it('are none for a document without tasks, and never more than its rows', () => {
		expect(taskDrafts(empty, around)).toEqual([]);
		fc.assert(
			fc.property(fc.array(fc.string(), { maxLength: 5 }), (tasks) => {
				const annexTasks = tasks.map((task) => ({ ...row, task }));
				const drafts = taskDrafts({ ...empty, annexTasks }, around);
				expect(drafts.length).toBeLessThanOrEqual(tasks.length);
				for (const draft of drafts) expect(draft.title.length).toBeLessThanOrEqual(301);
			})
		);
	});
});

describe('lines of the source', () => {
	it('finds a phrase that runs over two lines where it begins', () => {
		const source = sourceLines(text);
		expect(source.find('xây dựng các chuyên mục về cải cách')).toBe(2);
		expect(source.find('không có trong văn bản này')).toBeNull();
		expect(source.find('')).toBeNull();
	});
});
