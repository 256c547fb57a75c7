import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, textOf, wordDiff } from './compare.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { procedureTextShape, type ProcedureText } from './procedure.ts';
import { procedureText } from './testing.ts';

const whole: ProcedureText = procedureTextShape.parse({
	...procedureText(),
	decision: '10/QĐ-UBND',
	decidedOn: '2026-01-02',
	onlineLevel: 'partial',
	content: {
		steps: [{ name: 'Bước 1', text: 'Nộp hồ sơ.' }],
		ways: [
			{
				way: 'online',
				time: { value: 5, unit: 'working_day', text: 'kể từ khi nhận đủ hồ sơ' },
				localTime: { value: 2.5, unit: 'working_day', text: '' },
				fees: [
					{
						name: 'Lệ phí',
						kind: 'range',
						amount: 5000,
						amountTo: 8000,
						text: 'theo loại việc',
						note: 'Miễn cho hộ nghèo',
						validFrom: '2026-08-08',
						validTo: '2027-01-01'
					}
				],
				description: 'Qua Cổng Dịch vụ công quốc gia'
			}
		],
		cases: [
			{
				code: '1.000001.01',
				name: 'Trường hợp thường',
				time: { value: 3, unit: 'day', text: 'xác minh' },
				papers: [
					{
						name: 'Tờ khai',
						originals: 1,
						copies: 2,
						required: false,
						forms: [{ name: 'Mẫu 01', url: 'https://example.vn/mau-01.docx', fileToken: 'abc' }]
					}
				]
			}
		],
		sets: 1,
		results: ['Giấy xác nhận'],
		conditions: 'Từ đủ 18 tuổi',
		legalBases: [{ code: '60/2014/QH13', name: 'Luật Hộ tịch' }],
		coordinating: 'Công an cấp xã',
		place: 'Trung tâm Phục vụ hành chính công',
		onlineReason: 'Phải có mặt khi nhận kết quả',
		portalUrl: 'https://example.vn/2.000815',
		keywords: ['sao y'],
		note: 'Nộp trước 15 giờ',
		seenIn: 'tep.json'
	}
});

/** Every single value of the text, as the path to it. */
function* leaves(value: unknown, at: (string | number)[] = []): Generator<(string | number)[]> {
	if (value === null || typeof value !== 'object') yield at;
	else for (const [key, one] of Object.entries(value)) yield* leaves(one, [...at, key]);
}

const other: Record<string, unknown> = {
	way: 'postal',
	unit: 'month',
	kind: 'other',
	currency: 'USD',
	onlineLevel: 'full',
	decidedOn: '2026-03-04',
	fileToken: 'xyz',
	validFrom: '2026-09-09',
	validTo: '2028-01-01',
	required: true
};

function changedAt(path: (string | number)[]): ProcedureText {
	const copy = structuredClone(whole) as unknown as Record<string, unknown>;
	let inside = copy;
	for (const key of path.slice(0, -1)) inside = inside[key] as Record<string, unknown>;
	const key = String(path.at(-1));
	const old = inside[key];
	inside[key] = other[key] ?? (typeof old === 'number' ? old + 1 : `${String(old)} khác`);
	return copy as unknown as ProcedureText;
}

describe('two texts field by field', () => {
	// The code says which procedure it is; where a text was seen says nothing to a reader.
	const paths = [...leaves(whole)].filter((path) => path[0] !== 'code' && path.at(-1) !== 'seenIn');
	it.each(paths.map((path) => [path.join('.')]))('says so when %s is another', (path) => {
		const changed = changedAt(path.split('.'));
		expect(fingerprintOf(changed)).not.toBe(fingerprintOf(whole));
		expect(differences(whole, changed)).toHaveLength(1);
	});

	it('finds nothing between a text and itself, in words a reader knows', () => {
		expect(differences(whole, structuredClone(whole))).toEqual([]);
		const [found] = differences(whole, changedAt(['content', 'ways', '0', 'fees', '0', 'amountTo']));
		expect(found).toMatchObject({ field: 'ways', label: 'Cách nộp, thời hạn, phí' });
		expect(found!.before).toContain('8.000 đồng');
		expect(found!.after).toContain('8.001 đồng');
		expect(found!.before).not.toMatch(/working_day|null|undefined/);
	});

	it('takes out of a stored version exactly what was put in', () => {
		const stored = { ...whole, id: 1, fingerprint: 'x' } as unknown as Parameters<typeof textOf>[0];
		expect(textOf(stored)).toEqual(whole);
	});
});

describe('two texts word by word', () => {
	const says = (pieces: ReturnType<typeof wordDiff>, without: string) =>
		pieces
			.filter(({ kind }) => kind !== without)
			.map(({ text }) => text)
			.join('');

	it('keeps Vietnamese words whole', () => {
		expect(wordDiff('trong 3 ngày làm việc', 'trong 2 ngày làm việc')).toEqual([
			{ kind: 'same', text: 'trong ' },
			{ kind: 'removed', text: '3' },
			{ kind: 'added', text: '2' },
			{ kind: 'same', text: ' ngày làm việc' }
		]);
		expect(
			wordDiff('Đăng ký khai sinh', 'Đăng ký khai tử')
				.filter(({ kind }) => kind !== 'same')
				.map(({ text }) => text)
		).toEqual(['sinh', 'tử']);
	});

	it('holds both texts, whatever they are', () => {
		const text = fc
			.array(fc.constantFrom('hồ sơ', 'nộp', '\n', ' ', 'ngày,', '3'))
			.map((all) => all.join(''));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const pieces = wordDiff(before, after);
				expect(says(pieces, 'added')).toBe(before);
				expect(says(pieces, 'removed')).toBe(after);
			})
		);
	});

	it('does not keep a reader waiting for texts that have nothing in common', () => {
		const long = (step: number) =>
			Array.from({ length: 6000 }, (_, at) => `từ${(at * step) % 977}${at % 12 === 11 ? '\n' : ''}`).join(
				' '
			);
		const started = performance.now();
		const pieces = wordDiff(long(7), long(13));
		expect(performance.now() - started).toBeLessThan(1500);
		expect(says(pieces, 'added')).toBe(long(7));
		expect(says(pieces, 'removed')).toBe(long(13));
	});
});
