import { describe, expect, test } from 'vitest';
import { evidence } from '#sample-ward/evidence.ts';
import { people } from '#sample-ward/people.ts';
import { plan2023, results2023 } from '#sample-ward/plan-2023.ts';
import { audiences, contentAreas, plan2026, planDocumentText, tasks } from '#sample-ward/plan-2026.ts';
import { stories } from '#sample-ward/stories.ts';
import type { Block, Day, Plan, Story } from '#sample-ward/types.ts';
import { sampleToday, successorOf, units, ward, wards } from '#sample-ward/ward.ts';

const unit = new Map(units.map((each) => [each.key, each]));
const person = new Map(people.map((each) => [each.key, each]));
const task = new Map(tasks.map((each) => [each.no, each]));
const areaKeys = contentAreas.map((area) => area.key);

function existsOn(key: string, day: Day): boolean {
	const found = unit.get(key);
	if (!found) return false;
	return (found.validFrom ?? '') <= day && (found.validTo === null || day <= found.validTo);
}

function textOf(block: Block): string {
	switch (block.type) {
		case 'list':
			return block.items.join('\n');
		case 'table':
			return [block.caption, ...block.header, ...block.rows.flat()].join('\n');
		case 'quote':
			return `${block.text}\n${block.source}`;
		case 'heading':
		case 'paragraph':
			return block.text;
	}
}

function proseOf(story: Story): string {
	return [story.title, story.summary, ...story.body.map(textOf)].join('\n');
}

function repeated(values: (string | number)[]): (string | number)[] {
	return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Weekdays without the public days off inside the year that the team has seen in a source. */
function isWorkingDay(day: string): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	if (weekday === 0 || weekday === 6) return false;
	const off = ['2026-01-01', '2026-04-27', '2026-04-30', '2026-05-01', '2026-09-02', '2026-11-24'];
	return !off.includes(day) && !(day >= '2026-02-14' && day <= '2026-02-22');
}

describe('ward and units', () => {
	test('keys are unique', () => {
		expect(repeated(units.map((each) => each.key))).toEqual([]);
		expect(repeated(units.map((each) => each.officialCode))).toEqual([]);
		expect(repeated(people.map((each) => each.key))).toEqual([]);
	});

	test('every reference leads to a unit', () => {
		const wardKeys = wards.map((each) => each.key);
		for (const each of units) {
			expect(wardKeys).toContain(each.wardKey);
			if (each.parentKey) expect(unit.has(each.parentKey), each.parentKey).toBe(true);
			for (const key of each.predecessorKeys) expect(unit.get(key)?.validTo, key).toBe('2025-06-30');
		}
	});

	test('every closed unit has a successor that begins the next day', () => {
		for (const each of units.filter((candidate) => candidate.validTo !== null)) {
			expect(successorOf(each.key)?.validFrom, each.key).toBe('2025-07-01');
		}
	});

	test('invented codes say that they are samples', () => {
		for (const each of [...units, ...wards]) expect(each.officialCode).toMatch(/^MAU-/);
	});
});

describe('people', () => {
	test('the sign-in names of the trial are all here', () => {
		expect(people.map((each) => each.key)).toEqual([
			'quan-tri',
			'chu-tich',
			'pho-chu-tich',
			'van-phong',
			'van-hoa',
			'truyen-thanh',
			'tu-phap',
			'ke-toan',
			'mot-cua',
			'mat-tran',
			'to-dan-pho',
			'cap-tren',
			'van-hoa@lang-gieng'
		]);
	});

	test('each holds positions in units of the own ward, at least two people hold two', () => {
		for (const each of people) {
			for (const position of each.positions) {
				expect(unit.get(position.unitKey)?.wardKey, `${each.key} ${position.unitKey}`).toBe(each.wardKey);
				expect(existsOn(position.unitKey, position.validFrom)).toBe(true);
			}
		}
		expect(people.filter((each) => each.positions.length > 1).length).toBeGreaterThanOrEqual(2);
	});
});

describe.each<[string, Plan, number]>([
	['2026', plan2026, 25],
	['2023', plan2023, 10]
])('plan of %s', (_year, plan, fewest) => {
	test('has eight content areas with the letters of the plan, and a task for each', () => {
		expect(plan.contentAreas.map((area) => area.marker).join('')).toBe('abcdđegh');
		for (const area of plan.contentAreas) {
			expect(area.shortName.split(' ').length, area.shortName).toBeLessThanOrEqual(4);
			expect(
				plan.tasks.some((each) => each.contentAreas.includes(area.key)),
				area.key
			).toBe(true);
		}
	});

	test('has numbered tasks with units that existed, inside its year', () => {
		expect(plan.tasks.length).toBeGreaterThanOrEqual(fewest);
		expect(plan.tasks.map((each) => each.no)).toEqual(plan.tasks.map((_, index) => index + 1));
		for (const each of plan.tasks) {
			for (const key of [each.leadUnitKey, ...each.cooperatingUnitKeys]) {
				expect(existsOn(key, plan.date), `${each.no}: ${key}`).toBe(true);
				expect(unit.get(key)?.wardKey).toBe(ward.key);
			}
			expect(each.cooperatingUnitKeys).not.toContain(each.leadUnitKey);
			expect(each.measure.count).toBeGreaterThan(0);
			for (const day of [each.period.from, each.deadline.date, each.period.to])
				expect(day.startsWith(`${plan.year}-`), `${each.no}: ${day}`).toBe(true);
			expect(each.period.from < each.deadline.date && each.deadline.date <= each.period.to).toBe(true);
			expect(each.budget === null || each.budget > 0).toBe(true);
		}
	});

	test('gives duties to units that existed', () => {
		for (const duty of plan.duties)
			for (const key of duty.unitKeys) expect(existsOn(key, plan.date), key).toBe(true);
	});
});

test('every task of 2023 has its result', () => {
	expect(results2023.map((result) => result.taskNo)).toEqual(plan2023.tasks.map((each) => each.no));
});

test('the document of the plan holds all that the plan says', () => {
	expect(planDocumentText).toContain(`Số: ${plan2026.number}`);
	expect(planDocumentText).toContain('ngày 20 tháng 01 năm 2026');
	for (const area of contentAreas) expect(planDocumentText).toContain(`\n${area.marker}) ${area.text}\n`);
	for (const basis of plan2026.legalBases) expect(planDocumentText).toContain(`Căn cứ ${basis.citation}`);
	for (const each of tasks) {
		const line = planDocumentText.split('\n').find((text) => text.startsWith(`${each.no}\t`));
		expect(line?.split('\t')).toHaveLength(6);
		expect(line).toContain(each.title);
	}
	expect(planDocumentText).not.toMatch(/undefined|null/);
});

describe('stories', () => {
	test('are thirty, with unique keys and titles, over all areas and the months 01 to 11', () => {
		expect(stories).toHaveLength(30);
		expect(repeated(stories.map((each) => each.key))).toEqual([]);
		expect(repeated(stories.map((each) => each.title))).toEqual([]);
		const out = stories.filter((each) => each.state === 'published');
		expect(new Set(out.flatMap((each) => each.contentAreas))).toEqual(new Set(areaKeys));
		const months = new Set(out.map((each) => each.publishedAt?.slice(5, 7)));
		expect([...months].sort()).toEqual('01 02 03 04 05 06 07 08 09 10 11'.split(' '));
	});

	test('stand in all states', () => {
		const count = (state: Story['state']) => stories.filter((each) => each.state === state).length;
		expect(count('draft')).toBe(2);
		for (const state of ['in_review', 'sent_back', 'approved', 'scheduled', 'withdrawn'] as const)
			expect(count(state), state).toBe(1);
		expect(count('published')).toBe(23);
	});

	test.each(stories.map((story) => [story.key, story] as const))('%s keeps the rules', (_key, story) => {
		expect(person.get(story.authorKey)?.wardKey).toBe(ward.key);
		expect(story.approval?.byKey).not.toBe(story.authorKey);
		for (const byKey of [story.approval?.byKey, story.sentBack?.byKey, story.withdrawal?.byKey])
			if (byKey) expect(['chu-tich', 'pho-chu-tich']).toContain(byKey);

		expect(task.get(story.taskNo)?.contentAreas, 'areas of the task').toEqual(
			expect.arrayContaining([story.contentAreas[0]])
		);
		for (const area of story.contentAreas) expect(areaKeys).toContain(area);
		for (const audience of story.audiences) expect(audiences.map((each) => each.key)).toContain(audience);
		expect(story.audiences.length).toBeGreaterThan(0);

		const words = story.body.map(textOf).join(' ').split(/\s+/).length;
		expect(words).toBeGreaterThanOrEqual(200);
		expect(words).toBeLessThanOrEqual(500);
		expect(story.summary.length).toBeLessThanOrEqual(250);
		expect(story.title.length).toBeLessThanOrEqual(140);
		for (const block of story.body)
			if (block.type === 'table') for (const row of block.rows) expect(row).toHaveLength(block.header.length);
	});

	test.each(stories.map((story) => [story.key, story] as const))('%s goes forward in time', (_key, story) => {
		const steps = [
			story.createdAt,
			story.submittedAt,
			story.approval?.at,
			story.publishedAt,
			story.sentBack?.at,
			story.withdrawal?.at
		].filter((moment) => typeof moment === 'string');
		expect([...steps].sort()).toEqual(steps);
		for (const moment of steps) {
			expect(moment.startsWith('2026-')).toBe(true);
			expect(isWorkingDay(moment.slice(0, 10)), moment).toBe(true);
			expect(moment.slice(11, 16) >= '07:30' && moment.slice(11, 16) <= '17:00', moment).toBe(true);
			expect(moment.slice(0, 10) <= sampleToday).toBe(true);
		}
		if (story.scheduledFor) expect(story.scheduledFor.slice(0, 10) > sampleToday).toBe(true);
		expect(story.scheduledFor !== null).toBe(story.state === 'scheduled');
		expect(story.publishedAt !== null).toBe(['published', 'withdrawn'].includes(story.state));
	});

	test.each(stories.map((story) => [story.key, story] as const))(
		'%s gives no telephone number, fee or office hours, and cites what it names',
		(_key, story) => {
			const prose = proseOf(story);
			expect(prose).not.toMatch(/(?:\+84|\b0)\d[\d .-]{6,}\d|\b1[89]00[\d .]{4,}|\b1022\b|\b11[1-5]\b/);
			expect(prose).not.toMatch(/\d[\d.,]*[^\S\n]*(?:nghìn|ngàn|triệu)?[^\S\n]*(?:đồng|đ|VNĐ)(?!\p{L})/iu);
			expect(prose).not.toMatch(/\b\d{1,2}\s*(?:h|giờ)\s*30\b/);
			expect(prose).toBe(prose.normalize('NFC'));
			const cited = story.citedDocuments.join('\n');
			for (const [symbol] of prose.matchAll(
				/\d+(?:\.\d+)?(?:\/\d{4})?\/(?:NĐ-CP|QĐ-[A-ZĐ]+|NQ-[A-ZĐ]+|TT-[A-ZĐ]+|QH\d+)/g
			))
				expect(cited, symbol).toContain(symbol);
		}
	);
});

describe('evidence', () => {
	test('belongs to tasks, their areas and people of the ward', () => {
		expect(evidence.length).toBeGreaterThanOrEqual(60);
		for (const each of evidence) {
			const found = task.get(each.taskNo);
			expect(found?.channels, each.title).toContain(each.channel);
			expect(found?.contentAreas, each.title).toEqual(expect.arrayContaining(each.contentAreas));
			expect(person.get(each.notedByKey)?.wardKey, each.notedByKey).toBe(ward.key);
			expect(each.occurredAt.slice(0, 10) <= sampleToday && each.occurredAt.startsWith('2026-')).toBe(true);
		}
	});

	test('leaves the gaps the trial is meant to show', () => {
		const monthsOf = (no: number) =>
			new Set(evidence.filter((each) => each.taskNo === no).map((each) => each.occurredAt.slice(5, 7)));
		expect(monthsOf(8)).toEqual(new Set(['03', '06']));
		expect(monthsOf(18)).not.toContain('07');
		expect(monthsOf(4)).not.toContain('06');
		expect(monthsOf(27).size).toBe(0);
		const leaflets = evidence.filter((each) => each.taskNo === 20);
		expect(leaflets.reduce((sum, each) => sum + each.progress, 0)).toBeLessThan(
			task.get(20)?.measure.count ?? 0
		);
	});
});

test('no name of a machine place has slipped into the data', () => {
	const everything = JSON.stringify([
		wards,
		units,
		people,
		plan2023,
		plan2026,
		planDocumentText,
		stories,
		evidence
	]);
	expect(everything).not.toMatch(/\/work|\/home\/|\/tmp/);
	expect(everything).toBe(everything.normalize('NFC'));
});
