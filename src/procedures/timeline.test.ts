import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOn, putText, type Span, type Timeline } from './timeline.ts';

const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`);
const sayingOn = (spans: Span<string>[], on: string): string | undefined =>
	spans.find((span) => span.effectiveFrom <= on && (span.effectiveTo === null || on < span.effectiveTo))
		?.text;

const act = fc.oneof(
	fc.record({ what: fc.constant('put' as const), day: fc.nat(11), text: fc.constantFrom('a', 'b', 'c') }),
	fc.record({ what: fc.constant('end' as const), day: fc.nat(11), text: fc.constant('') })
);

describe('the timeline of a procedure', () => {
	it('says one thing on any day, whatever was done to it in whatever order', () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 12 }), fc.nat(11), (acts, today) => {
				const timeline: Timeline<string> = { spans: [], superseded: [] };
				// The simplest thing that could be right: what is said in each month.
				const model = new Map<string, string | undefined>();
				for (const { what, day, text } of acts) {
					const from = days[day]!;
					const until = timeline.spans.find((span) => span.effectiveFrom > from)?.effectiveFrom;
					const holding = timeline.spans.find(
						(span) => span.effectiveFrom <= from && (span.effectiveTo === null || from < span.effectiveTo)
					);
					const endsAt = holding ? holding.effectiveTo : (until ?? null);
					if (what === 'put') {
						putText(timeline, { fingerprint: text, text, from, correction: false });
						for (const one of days)
							if (one >= from && (endsAt === null || one < endsAt)) model.set(one, text);
					} else {
						const last = timeline.spans.at(-1);
						const until = last?.effectiveTo ?? null;
						const step = endOn(timeline, { on: from, how: 'abolished', replacedBy: [], today: days[today]! });
						if (typeof step !== 'object') continue;
						for (const one of days) {
							if (one >= from) model.set(one, undefined);
							// An end that had not come was put off: the text holds until the new day.
							else if (until !== null && one >= until) model.set(one, last!.text);
						}
					}
				}
				for (const one of days) expect(sayingOn(timeline.spans, one)).toBe(model.get(one));
				timeline.spans.forEach((span, at) => {
					const next = timeline.spans[at + 1];
					if (span.effectiveTo !== null) expect(span.effectiveFrom < span.effectiveTo).toBe(true);
					if (next) expect(span.effectiveTo !== null && span.effectiveTo <= next.effectiveFrom).toBe(true);
				});
			})
		);
	});

	it('is no change to say again what holds', () => {
		const timeline: Timeline<string> = { spans: [], superseded: [] };
		putText(timeline, { fingerprint: 'a', text: 'a', from: '2026-01-01', correction: false });
		expect(
			putText(timeline, { fingerprint: 'a', text: 'a', from: '2026-05-01', correction: false })
		).toBeUndefined();
	});

	it('keeps a corrected text apart from a changed law', () => {
		const timeline: Timeline<string> = { spans: [], superseded: [] };
		putText(timeline, { fingerprint: 'a', text: 'a', from: '2026-01-01', correction: true });
		expect(
			putText(timeline, { fingerprint: 'b', text: 'b', from: '2026-01-01', correction: true })?.kind
		).toBe('corrected');
		expect(
			putText(timeline, { fingerprint: 'c', text: 'c', from: '2026-02-01', correction: true })?.kind
		).toBe('amended');
		expect(timeline.superseded.map(({ text }) => text)).toEqual(['a']);
	});

	it('refuses to end what is not in force, or has a later text', () => {
		const timeline: Timeline<string> = { spans: [], superseded: [] };
		const end = (on: string, today = '2026-01-01') =>
			endOn(timeline, { on, how: 'abolished', replacedBy: [], today });
		expect(end('2026-01-01')).toBe('not_in_force');
		putText(timeline, { fingerprint: 'a', text: 'a', from: '2026-01-01', correction: false });
		putText(timeline, { fingerprint: 'b', text: 'b', from: '2026-06-01', correction: false });
		expect(end('2026-05-01')).toBe('later_version');
		expect(end('2026-07-01')).toMatchObject({ kind: 'abolished' });
		expect(end('2026-07-01')).toBeUndefined();
		expect(end('2026-08-01', '2026-07-01')).toBe('not_in_force');
	});

	it('moves an end that has not come, earlier or later, and not one that has', () => {
		const timeline: Timeline<string> = { spans: [], superseded: [] };
		putText(timeline, { fingerprint: 'a', text: 'a', from: '2026-01-01', correction: false });
		const end = (on: string, today: string) =>
			endOn(timeline, { on, how: 'abolished', replacedBy: [], today });
		for (const on of ['2026-09-01', '2026-07-01', '2026-11-01']) {
			expect(end(on, '2026-06-30')).toMatchObject({ kind: 'abolished', on });
			expect(timeline.spans).toMatchObject([{ effectiveTo: on }]);
		}
		expect(end('2026-12-01', '2026-11-01')).toBe('not_in_force');
	});
});
