import { describe, expect, it } from 'vitest';
import type { Actor } from '#people/actor.ts';
import { roles, type Role } from '#people/role.ts';
import {
	maySeePlan,
	maySeeTask,
	planRefusals,
	taskRefusals,
	type TaskAct,
	type TaskFacts
} from './policy.ts';

const LEAD = 1;
const HELPER = 2;
const OTHER = 3;
const actor = (role: Role, unitId = OTHER, personId = 10): Actor => ({
	kind: 'person',
	personId,
	positionId: 1,
	name: 'Người thử',
	title: '',
	role,
	unitId,
	unitName: ''
});
const task = (more: Partial<TaskFacts> = {}): TaskFacts => ({
	plan: { issued: true, successor: 'none' },
	leadUnitIds: [LEAD],
	cooperatingUnitIds: [HELPER],
	done: 1,
	required: 1,
	unitOfMeasure: null,
	closing: null,
	...more
});
const closed = (more: Partial<NonNullable<TaskFacts['closing']>> = {}) =>
	task({ closing: { kind: 'done', byPersonId: 20, askedOfPersonId: null, confirmed: false, ...more } });
const allowed = (who: Actor, act: TaskAct, what: TaskFacts) => taskRefusals(who, act, what).length === 0;
const everyRole = Object.keys(roles) as Role[];
const keepers: Role[] = ['chair', 'vice_chair', 'office'];

describe('who keeps the plan', () => {
	it.each(everyRole)('%s', (role) => {
		const may = keepers.includes(role);
		for (const act of ['import', 'correct', 'issue', 'discard'] as const) {
			expect(planRefusals(actor(role), act, { issued: false, successor: 'none' }).length === 0).toBe(may);
		}
		expect(planRefusals(actor(role), 'change', { issued: true, successor: 'none' }).length === 0).toBe(may);
		expect(planRefusals(actor(role), 'change', { issued: true, successor: 'draft' }).length).toBeGreaterThan(
			0
		);
		expect(planRefusals(actor(role), 'change', { issued: false, successor: 'none' }).length).toBeGreaterThan(
			0
		);
	});

	it('is never a robot or a visitor', () => {
		expect(planRefusals({ kind: 'visitor' }, 'import')).toMatchObject([{ status: 401 }]);
		expect(taskRefusals({ kind: 'robot', name: 'x' }, 'finish', task())).toMatchObject([{ status: 401 }]);
	});
});

describe('who acts on a task', () => {
	// act, open task or closed one, lead unit, helper, other unit
	it.each([
		['add_evidence', task(), true, true, false],
		['withdraw_evidence', task(), true, true, false],
		['finish', task(), true, false, false],
		['waive', task(), false, false, false],
		['remind', task(), false, false, false],
		['ask_confirmation', closed(), true, false, false],
		['confirm', closed(), false, false, false],
		['reopen', closed(), false, false, false]
	] as [TaskAct, TaskFacts, boolean, boolean, boolean][])('%s', (act, what, lead, helper, other) => {
		for (const role of everyRole) {
			const keeper = keepers.includes(role);
			expect([role, allowed(actor(role, LEAD), act, what)]).toEqual([role, keeper || lead]);
			expect([role, allowed(actor(role, HELPER), act, what)]).toEqual([role, keeper || helper]);
			expect([role, allowed(actor(role, OTHER), act, what)]).toEqual([role, keeper || other]);
		}
	});

	it('lets the one who was asked confirm or send back, and the reporter open again', () => {
		expect(allowed(actor('culture', OTHER, 30), 'confirm', closed({ askedOfPersonId: 30 }))).toBe(true);
		expect(allowed(actor('culture', OTHER, 30), 'reopen', closed({ askedOfPersonId: 30 }))).toBe(true);
		expect(allowed(actor('culture', LEAD, 20), 'reopen', closed())).toBe(true);
		expect(allowed(actor('chair', OTHER, 20), 'confirm', closed())).toBe(false);
		expect(allowed(actor('chair', OTHER, 30), 'confirm', closed({ confirmed: true }))).toBe(false);
	});

	it('stops at a plan that is a draft or was replaced, and at a missing product', () => {
		expect(allowed(actor('chair'), 'finish', task({ plan: { issued: false, successor: 'none' } }))).toBe(
			false
		);
		expect(
			allowed(actor('chair'), 'add_evidence', task({ plan: { issued: true, successor: 'issued' } }))
		).toBe(false);
		expect(
			allowed(actor('chair'), 'add_evidence', task({ plan: { issued: true, successor: 'draft' } }))
		).toBe(true);
		expect(
			taskRefusals(actor('chair'), 'finish', task({ required: 12, unitOfMeasure: 'tin, bài' }))[0]!.message
		).toContain('1/12 tin, bài');
		expect(allowed(actor('chair'), 'remind', task({ leadUnitIds: [] }))).toBe(false);
	});
});

describe('who sees what', () => {
	const draft = { issued: false, successor: 'none' } as const;
	it.each(everyRole)('%s', (role) => {
		const outside = role === 'front' || role === 'residential';
		expect(maySeePlan(actor(role), { issued: true })).toBe(true);
		expect(maySeePlan(actor(role), { issued: false })).toBe(!outside && role !== 'superior');
		expect(maySeeTask(actor(role, OTHER), task())).toBe(!outside);
		expect(maySeeTask(actor(role, HELPER), task())).toBe(true);
		expect(maySeeTask(actor(role, LEAD), task({ plan: draft }))).toBe(!outside && role !== 'superior');
	});

	it('the public reads the issued plan, not its tasks from inside', () => {
		expect(maySeePlan({ kind: 'visitor' }, { issued: true })).toBe(true);
		expect(maySeePlan({ kind: 'visitor' }, { issued: false })).toBe(false);
		expect(maySeeTask({ kind: 'visitor' }, task())).toBe(false);
	});
});
