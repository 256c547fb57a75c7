import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, PersonActor } from '#people/actor.ts';
import { roles, type Role } from '#people/role.ts';
import { ownPath, states, transitions, type CaseState } from './case.ts';
import { messageClasses, type MessageClass } from './message-class.ts';
import {
	allRefusals,
	criticised,
	refusals,
	senderRefusals,
	sight,
	type CaseFacts,
	type FeedbackAct,
	type SenderAct
} from './policy.ts';

const allRoles = Object.keys(roles) as Role[];
const allStates = Object.keys(states) as CaseState[];
const caseActs = [
	...(Object.keys(transitions).filter(
		(act) => !['publish', 'unpublish', 'withdraw', 'add'].includes(act)
	) as FeedbackAct[]),
	'open',
	'open_identity',
	'open_sealed',
	'erase_sender',
	'prepare_publication',
	'confirm_publication',
	'withdraw_publication'
] as const satisfies readonly FeedbackAct[];

/** Everybody has the number of their role, as a person and as a unit. */
const numberOf = (role: Role): number => allRoles.indexOf(role) + 1;
const actor = (role: Role): PersonActor => ({
	kind: 'person',
	personId: numberOf(role),
	positionId: numberOf(role),
	name: role,
	title: role,
	role,
	unitId: numberOf(role),
	unitName: role
});

/** Given to the unit of the one-stop desk, about nobody in particular. */
const facts = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
	state: 'assigned',
	class: 'local_issue',
	takenByPersonId: null,
	unitId: numberOf('one_stop'),
	handlerPersonId: null,
	aboutUnitId: null,
	drafterPersonId: numberOf('one_stop'),
	preparedByPersonId: null,
	publication: null,
	reopenedCount: 0,
	hasSender: true,
	sealed: false,
	...changes
});

/** `có` may; `-` does not know of the case; else the reasons, as short codes. */
function cell(by: Actor, act: FeedbackAct, about: CaseFacts): string {
	const reasons = refusals(by, act, about);
	if (reasons.length === 0) return 'có';
	if (reasons[0]!.code === 'feedback.not_yours') return '-';
	const short: Record<string, string> = {
		role: 'vị trí',
		state: 'bước',
		own_answer: 'tự duyệt',
		not_sealed: 'không niêm',
		not_answered: 'chưa trả lời',
		nothing_prepared: 'chưa có bản',
		not_public: 'chưa có bản',
		own_path: 'luật riêng',
		never_public: 'luật riêng',
		no_sender: 'đã xóa'
	};
	return [...new Set(reasons.map(({ code }) => short[code.slice('feedback.'.length)] ?? code))].join('+');
}

function table(state: CaseState): string {
	const about = facts({ state, ...(state === 'guided' ? { class: 'denunciation', sealed: true } : {}) });
	const lines = caseActs.map((act) => ({
		act,
		cells: allRoles.map((role) => cell(actor(role), act, about))
	}));
	const widths = allRoles.map((role, at) =>
		Math.max(role.length, ...lines.map(({ cells }) => cells[at]!.length))
	);
	const row = (head: string, cells: readonly string[]): string =>
		[head.padEnd(22), ...cells.map((text, at) => text.padEnd(widths[at]!))].join(' | ').trimEnd();
	return [
		`# ${state} (${states[state].label})`,
		row('', allRoles),
		...lines.map(({ act, cells }) => row(act, cells))
	].join('\n');
}

describe('who may do what with a case', () => {
	it('is this table of role, state and act', async () => {
		await expect(`${allStates.map(table).join('\n\n')}\n`).toMatchFileSnapshot('policy.table.txt');
	});

	it('says of every refusal what to do next, in a sentence', () => {
		for (const role of allRoles)
			for (const state of allStates)
				for (const reasons of Object.values(allRefusals(actor(role), caseActs, facts({ state }))))
					for (const { code, message, status } of reasons) {
						expect(code).toMatch(/^feedback\./);
						expect(message).toMatch(/\.$/);
						expect(status).toBeGreaterThanOrEqual(400);
					}
	});

	it('lets visitors do nothing, and asks them to sign in', () => {
		for (const act of caseActs)
			expect(refusals({ kind: 'visitor' }, act, facts()).map(({ code }) => code)).toEqual([
				'people.sign_in_first'
			]);
	});

	it.each([
		[
			'take_in',
			['chair', 'vice_chair', 'office', 'culture', 'radio', 'justice', 'one_stop', 'front', 'residential']
		],
		[
			'list',
			[
				'chair',
				'vice_chair',
				'office',
				'culture',
				'radio',
				'justice',
				'accountant',
				'one_stop',
				'front',
				'residential'
			]
		],
		['read_quarantine', ['chair', 'vice_chair', 'office']],
		['settings', ['chair', 'vice_chair', 'office']]
	] as [FeedbackAct, Role[]][])('%s belongs to these posts', (act, wanted) => {
		expect(allRoles.filter((role) => refusals(actor(role), act).length === 0)).toEqual(wanted);
	});
});

const numbers = fc.option(fc.integer({ min: 1, max: allRoles.length }));
const anyFacts = fc.record({
	state: fc.constantFrom(...allStates),
	class: fc.option(fc.constantFrom(...(Object.keys(messageClasses) as MessageClass[]))),
	takenByPersonId: numbers,
	unitId: numbers,
	handlerPersonId: numbers,
	aboutUnitId: numbers,
	drafterPersonId: numbers,
	preparedByPersonId: numbers,
	publication: fc.constantFrom('prepared', 'published', 'withdrawn', null),
	reopenedCount: fc.integer({ min: 0, max: 2 }),
	hasSender: fc.boolean(),
	sealed: fc.boolean()
}) as fc.Arbitrary<CaseFacts>;
const anyRole = fc.constantFrom(...allRoles);
const always = (rule: (by: PersonActor, about: CaseFacts) => void): void =>
	fc.assert(
		fc.property(anyRole, anyFacts, (role, about) => rule(actor(role), about)),
		{ numRuns: 3000 }
	);
const may = (by: Actor, act: FeedbackAct, about: CaseFacts): boolean => refusals(by, act, about).length === 0;

describe('whatever the case', () => {
	it('nobody approves their own answer, and nobody confirms their own public copy', () => {
		always((by, about) => {
			expect(may(by, 'approve', { ...about, drafterPersonId: by.personId })).toBe(false);
			expect(may(by, 'confirm_publication', { ...about, preparedByPersonId: by.personId })).toBe(false);
		});
	});

	it('the level above and the administrator never see one, and can do nothing with it', () => {
		always((by, about) => {
			if (by.role !== 'superior' && by.role !== 'admin') return;
			expect(sight(by, about)).toBe('none');
			for (const act of caseActs) expect(may(by, act, about)).toBe(false);
		});
	});

	it('people of the unit it is about never see the text unmasked, unless they lead the ward', () => {
		always((by, about) => {
			const theirs = { ...about, aboutUnitId: by.unitId };
			if (by.role === 'chair' || by.role === 'vice_chair') return;
			expect(criticised(by, theirs)).toBe(true);
			expect(sight(by, theirs)).not.toBe('text');
		});
	});

	it('a matter with a law of its own is never given out, answered, forwarded or published, and few see it', () => {
		fc.assert(
			fc.property(anyRole, anyFacts, fc.constantFrom(...ownPath), (role, about, kind) => {
				const by = actor(role);
				const own = { ...about, class: kind };
				for (const act of [
					'assign',
					'draft',
					'approve',
					'answer',
					'forward',
					'prepare_publication',
					'confirm_publication'
				] as const)
					expect(may(by, act, own)).toBe(false);
				if (!['chair', 'vice_chair', 'office'].includes(role)) expect(sight(by, own)).toBe('none');
			}),
			{ numRuns: 2000 }
		);
	});

	it('what lies sealed is masked for everybody, and only leaders break the seal', () => {
		always((by, about) => {
			const sealed = { ...about, sealed: true };
			expect(sight(by, sealed)).not.toBe('text');
			expect(may(by, 'open_sealed', sealed)).toBe(by.role === 'chair' || by.role === 'vice_chair');
		});
	});

	it('who does not see a case can do nothing with it', () => {
		always((by, about) => {
			if (sight(by, about) !== 'none') return;
			for (const act of caseActs) expect(may(by, act, about)).toBe(false);
		});
	});

	it('an act that moves it needs the state it starts from', () => {
		always((by, about) => {
			for (const act of caseActs)
				if (act in transitions && may(by, act, about))
					expect(transitions[act as keyof typeof transitions].from).toContain(about.state);
		});
	});
});

describe('what the sender may still do', () => {
	const now = new Date('2026-06-15T09:00:00+07:00');
	const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
	const codes = (act: SenderAct, state: CaseState, changes = {}): string[] =>
		senderRefusals(
			act,
			{ state, rated: false, reopenedCount: 0, answeredAt: daysAgo(3), hasSender: true, ...changes },
			now,
			30
		).map(({ code }) => code.slice('feedback.'.length));

	it('adds and withdraws while it is worked on', () => {
		expect(allStates.filter((state) => codes('add', state).length === 0)).toEqual([
			'quarantined',
			'received',
			'classifying',
			'assigned',
			'waiting',
			'forwarded',
			'drafted',
			'approved',
			'reopened'
		]);
		expect(codes('withdraw', 'answered')).toEqual(['closed']);
	});

	it('rates once, and asks for another look once and in time', () => {
		expect(codes('rate', 'answered')).toEqual([]);
		expect(codes('rate', 'answered', { rated: true })).toEqual(['rated']);
		expect(codes('rate', 'assigned')).toEqual(['not_answered']);
		expect(codes('reopen', 'published')).toEqual([]);
		expect(codes('reopen', 'answered', { reopenedCount: 1 })).toEqual(['reopened']);
		expect(codes('reopen', 'answered', { answeredAt: daysAgo(31) })).toEqual(['too_late']);
		expect(codes('erase', 'answered', { hasSender: false })).toEqual(['no_sender']);
	});
});
