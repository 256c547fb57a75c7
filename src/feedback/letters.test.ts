import { describe, expect, it } from 'vitest';
import { transitions, type CaseAct } from './case.ts';
import { letterOf, type Told } from './letters.ts';

const told: Told = {
	act: 'received',
	code: 'PAKN.CT.20260105.0003',
	receivedAt: new Date('2026-01-05T08:30:00+07:00'),
	dueOn: '2026-01-12',
	wardName: 'phường Cổ Thành',
	origin: 'https://cothanh.example',
	hotline: '0220 0000 311 (giờ làm việc)'
};

describe('a letter to a sender', () => {
	const acts = ['received', 'divided', 'rated', 'erased', ...Object.keys(transitions)] as CaseAct[];

	it.each(acts)('of the step %s names code, place to look and number, and nothing of the matter', (act) => {
		const { subject, text, html } = letterOf({ ...told, act });
		for (const part of [text, html]) {
			expect(part).toContain(told.code);
			expect(part).toContain('https://cothanh.example/phan-anh/tra-cuu?ma=PAKN.CT.20260105.0003');
			expect(part).toContain('0220 0000 311');
			expect(part).not.toMatch(/tố cáo|khiếu nại|tội phạm|undefined|null/i);
		}
		expect(subject).toContain(told.code);
		expect(subject).not.toMatch(/[\r\n]/);
		expect(html).not.toMatch(/<img|<script|src=/);
	});

	it('promises a day only where one holds, and helps without a number', () => {
		expect(letterOf(told).text).toContain('Thứ Hai, 12/01/2026');
		expect(letterOf({ ...told, act: 'answer' }).text).not.toContain('12/01/2026');
		expect(letterOf({ ...told, dueOn: null }).text).not.toContain('Hạn');
		expect(letterOf({ ...told, hotline: '' }).text).toContain('bộ phận tiếp nhận');
	});

	it('escapes what stands in the HTML', () => {
		const { html } = letterOf({ ...told, wardName: 'phường <b>&"A"' });
		expect(html).toContain('&lt;b&gt;&amp;&quot;A&quot;');
		expect(html).not.toContain('<b>');
	});
});
