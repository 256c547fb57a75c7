import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeKind } from './procedure.ts';
import { newsOf, radioText, type ToldChange } from './telling.ts';

const noDecision = { number: null, issuedOn: null, issuer: null };
const decision = { number: '3249/QĐ-UBND', issuedOn: '2026-11-20', issuer: 'UBND thành phố Hải Phòng' };
const change = (given: Partial<ToldChange> = {}): ToldChange => ({
	code: '1.011606',
	name: 'Công nhận hộ nghèo',
	kind: 'abolished',
	effectiveOn: '2027-01-01',
	replacedBy: [],
	...given
});
const many = (count: number): ToldChange[] =>
	Array.from({ length: count }, (_, index) => change({ code: `1.0${index}`, name: `Cấp giấy thứ ${index}` }));

describe('the news of a change', () => {
	it('names one procedure, the day and what takes its place', () => {
		const news = newsOf(decision, [change({ replacedBy: ['1.116214', '1.116215'] })])!;
		expect(news.title).toBe('Bãi bỏ thủ tục “Công nhận hộ nghèo” từ ngày 01/01/2027');
		expect(news.summary).toContain('Quyết định số 3249/QĐ-UBND ngày 20/11/2026');
		expect(news.sections).toEqual([
			{
				heading: 'Thủ tục bãi bỏ',
				items: [
					{
						label: 'Công nhận hộ nghèo',
						href: '/thu-tuc/1.011606',
						rest: ' (mã 1.011606): hết hiệu lực từ ngày 01/01/2027; làm theo thủ tục mã 1.116214, 1.116215.'
					}
				]
			}
		]);
	});

	it('says "soonest" when the days differ, and puts what is new first', () => {
		const news = newsOf(noDecision, [
			change(),
			change({ kind: 'new', code: '9', effectiveOn: '2026-12-01' })
		])!;
		expect(news.title).toBe('2 thủ tục hành chính có thay đổi, sớm nhất từ ngày 01/12/2026');
		expect(news.sections.map(({ heading }) => heading)).toEqual(['Thủ tục mới', 'Thủ tục bãi bỏ']);
		expect(news.opening).toMatch(/^Các thủ tục/);
		expect(news.sections[0]!.items[0]!.rest).toContain('áp dụng từ ngày 01/12/2026');
	});

	it('does not say "thủ tục" twice', () => {
		const given = [change({ name: 'Thủ tục đăng ký kết hôn' })];
		expect(newsOf(decision, given)!.title).toBe('Bãi bỏ thủ tục “Đăng ký kết hôn” từ ngày 01/01/2027');
		expect(radioText(decision, given)).toContain('Thủ tục Đăng ký kết hôn: không còn áp dụng');
	});

	it('says the day once when it is one', () => {
		const news = newsOf(noDecision, [change(), change({ kind: 'amended', code: '9' })])!;
		expect(news.title).toBe('2 thủ tục hành chính thay đổi từ ngày 01/01/2027');
	});

	it('lists twenty and counts the rest', () => {
		const news = newsOf(decision, many(55))!;
		expect(news.sections.flatMap(({ items }) => items)).toHaveLength(20);
		expect(news.more).toBe(35);
		expect(news.title).toBe('Bãi bỏ 55 thủ tục hành chính từ ngày 01/01/2027');
	});

	it('tells nothing of our own corrections', () => {
		expect(newsOf(decision, [change({ kind: 'corrected' })])).toBeUndefined();
		expect(radioText(decision, [change({ kind: 'corrected' })])).toBe('');
		expect(newsOf(decision, [change({ kind: 'corrected' }), change()])!.more).toBe(0);
	});

	it('always fits the limits of a story', () => {
		const kinds: ChangeKind[] = ['new', 'amended', 'replaced', 'abolished'];
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						code: fc.string({ minLength: 3, maxLength: 10 }),
						name: fc.string({ minLength: 3, maxLength: 1000 }),
						kind: fc.constantFrom(...kinds),
						effectiveOn: fc.constantFrom('2026-12-01', '2027-01-01'),
						replacedBy: fc.constantFrom<string[]>([], ['1.1'])
					}),
					{ minLength: 1, maxLength: 30 }
				),
				fc.string({ maxLength: 400 }),
				(changes, issuer) => {
					const news = newsOf({ ...decision, issuer }, changes)!;
					expect(news.title.length).toBeLessThanOrEqual(160);
					expect(news.title.length).toBeGreaterThanOrEqual(10);
					expect(news.summary.length).toBeLessThanOrEqual(300);
				}
			)
		);
	});
});

describe('the text for the radio', () => {
	it('says days in words, five names, and how many more', () => {
		const text = radioText(decision, many(7));
		expect(text).toContain('từ ngày 1 tháng 1 năm 2027');
		expect(text.match(/Cấp giấy thứ/g)).toHaveLength(5);
		expect(text).toContain('Và 2 thủ tục khác.');
		expect(text).not.toMatch(/\d\/\d/);
	});

	it('gives each its own day when the days differ', () => {
		const text = radioText(noDecision, [change(), change({ kind: 'new', effectiveOn: '2026-12-01' })]);
		expect(text).toContain('Thủ tục mới: Công nhận hộ nghèo, từ ngày 1 tháng 12 năm 2026.');
		expect(text).toContain('không còn áp dụng, từ ngày 1 tháng 1 năm 2027');
	});
});
