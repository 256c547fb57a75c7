/** How well the first look does on messages written by hand: `held-out` were written first and never tuned on. */
import { describe, expect, it } from 'vitest';
import type { PersonalData } from '#platform/personal-data/personal-data.ts';
import { messageClasses, type MessageClass } from './message-class.ts';
import { triage } from './triage.ts';
import { freshSets, messagesOf, unlearned, type Marked } from './triage-messages/messages.ts';

const looked = (messages: Marked[]) => messages.map((message) => ({ message, found: triage(message.text) }));
const heldOut = looked(messagesOf('held-out'));
const practice = looked(messagesOf('practice'));
const all = [...heldOut, ...practice];

const meets = (one: Marked['marks'][number] | PersonalData, other: Marked['marks'][number] | PersonalData) =>
	one.kind === other.kind && one.start < other.end && other.start < one.end;

function figures(some: typeof all) {
	const marks = some.flatMap(({ message, found }) =>
		message.marks.map((mark) => found.personalData.find((one) => meets(one, mark)) ?? null)
	);
	const finds = some.flatMap(({ message, found }) =>
		found.personalData.map((one) => message.marks.some((mark) => meets(one, mark)))
	);
	const exact = some.flatMap(({ message, found }) =>
		message.marks.map((mark) =>
			found.personalData.some(
				(one) => one.start === mark.start && one.end === mark.end && one.kind === mark.kind
			)
		)
	);
	const kinds = [...new Set(some.map(({ message }) => message.class))];
	const shares = kinds.map((kind) => {
		const own = some.filter(({ message }) => message.class === kind);
		return share(own.map(({ found }) => found.class === kind));
	});
	return {
		recall: share(marks.map(Boolean)),
		precision: share(finds),
		exact: share(exact),
		classes: shares.reduce((sum, one) => sum + one, 0) / shares.length
	};
}
const share = (good: boolean[]): number => good.filter(Boolean).length / Math.max(1, good.length);

describe('the first look, measured', () => {
	it('has messages of every class and every kind of personal data', () => {
		expect(heldOut.length).toBeGreaterThanOrEqual(60);
		expect(practice.length).toBeGreaterThanOrEqual(100);
		for (const kind of Object.keys(messageClasses) as MessageClass[]) {
			expect(heldOut.some(({ message }) => message.class === kind)).toBe(true);
			expect(practice.some(({ message }) => message.class === kind)).toBe(true);
		}
		const kinds = new Set(all.flatMap(({ message }) => message.marks.map((mark) => mark.kind)));
		expect(kinds.size).toBe(10);
	});

	it('finds at least 95 % of the personal data, and 90 % of what it marks is some', () => {
		const { recall, precision, exact } = figures(all);
		expect(recall).toBeGreaterThanOrEqual(0.95);
		expect(precision).toBeGreaterThanOrEqual(0.9);
		expect(exact).toBeGreaterThanOrEqual(0.93);
	});

	it.each(freshSets)('keeps what it learned from %s: angry, old, young, southern, without tones', (name) => {
		const { recall, precision } = figures(looked(messagesOf(name)));
		expect(recall).toBeGreaterThanOrEqual(0.95);
		expect(precision).toBeGreaterThanOrEqual(0.95);
	});

	it('tells the class right at least 92 times of 100, every class weighing the same', () => {
		expect(figures(all).classes).toBeGreaterThanOrEqual(0.92);
		expect(figures(heldOut).classes).toBeGreaterThanOrEqual(0.92);
	});

	it('tells the class right of seven in ten messages in voices it has not learned', () => {
		expect(figures(looked(messagesOf(unlearned))).classes).toBeGreaterThanOrEqual(0.7);
	});

	it.each([
		'giay phep sua nha cho ma cho 40 ngay, toi noi roi ma chua xong',
		'xin cac anh chi do dien lai cho nha toi, di lai kho khan o pho Moi',
		'du ma troi mua toi cung di, bien do cua den roi',
		'may la co nguoi giup, con cho nha hang xom thi cho de'
	])('calls nobody abusive for what only looks rough without tones: %s', (text) => {
		expect(triage(text).class).not.toBe('abuse');
	});

	it('gives a reason for every message, and each names words of the message', () => {
		for (const { message, found } of all) {
			expect(found.reasons.length).toBeGreaterThan(0);
			const said = message.text.replace(/\s+/g, ' ');
			const named = found.reasons.filter((reason) => reason.startsWith('“'));
			for (const reason of named) expect(said).toContain(/^“([^”]*)”/.exec(reason)![1]!);
		}
	});
});
