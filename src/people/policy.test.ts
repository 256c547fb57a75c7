import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { firstDuty } from './first-duty.ts';
import { accountRefusals, endPositionRefusals, leavingRefusals, refusals, type Act } from './policy.ts';
import { switchOffRefusals } from './own-account.server.ts';
import { roles, type Role } from './role.ts';

const as = (role: Role): Actor => ({
	kind: 'person',
	personId: 1,
	positionId: 1,
	name: 'Người thử',
	title: role,
	role,
	unitId: 1,
	unitName: 'Đơn vị'
});

/** Who may; everybody else may not. */
const allowed: Record<Act, Role[]> = {
	manage_people: ['admin'],
	edit_units: ['admin', 'office'],
	edit_days_off: ['admin', 'office'],
	edit_hotlines: ['admin', 'office', 'chair', 'vice_chair'],
	read_journal: ['admin', 'chair', 'vice_chair'],
	own_account: Object.keys(roles) as Role[]
};

describe.each(Object.keys(allowed) as Act[])('%s', (act) => {
	it.each(Object.keys(roles) as Role[])('by %s', (role) => {
		const reasons = refusals(as(role), act);
		if (allowed[act].includes(role)) expect(reasons).toEqual([]);
		else expect(reasons).toEqual([expect.objectContaining({ code: `people.${act}`, status: 403 })]);
	});

	it('by a visitor asks to sign in, by a robot is refused', () => {
		expect(refusals({ kind: 'visitor' }, act)[0]?.status).toBe(401);
		expect(refusals({ kind: 'robot', name: 'hen-gio' }, act).length).toBe(1);
	});
});

describe('ending somebody’s service', () => {
	const codes = (role: Role, thing: Partial<Parameters<typeof leavingRefusals>[1]>) =>
		leavingRefusals(as(role), { personId: 2, left: false, onlyAdministrator: false, ...thing }).map(
			({ code }) => code
		);

	it('is for administrators, not for oneself, not twice, never for the last administrator; every reason is said', () => {
		expect(codes('admin', {})).toEqual([]);
		expect(codes('office', {})).toEqual(['people.manage_people']);
		expect(codes('admin', { personId: 1 })).toEqual(['people.leave_oneself']);
		expect(codes('admin', { left: true, onlyAdministrator: true })).toEqual([
			'people.already_left',
			'people.only_administrator'
		]);
		expect(endPositionRefusals(as('admin'), { onlyAdministrator: true }).length).toBe(1);
		expect(endPositionRefusals(as('admin'), { onlyAdministrator: false })).toEqual([]);
	});
});

describe('handing out a password', () => {
	it('is not for who left, nor for oneself', () => {
		const codes = (thing: { personId: number; left: boolean }) =>
			accountRefusals(as('admin'), thing).map(({ code }) => code);
		expect(codes({ personId: 2, left: false })).toEqual([]);
		expect(codes({ personId: 2, left: true })).toEqual(['people.left']);
		expect(codes({ personId: 1, left: false })).toEqual(['people.own_password']);
	});
});

describe('what comes first after signing in', () => {
	const admin = [{ role: 'culture' as const }, { role: 'admin' as const }];
	it.each([
		[
			'a handed-out password is changed',
			{ temporaryPassword: true, secondFactor: false },
			admin,
			true,
			'change_password'
		],
		[
			'an administrator in production sets up the second factor',
			{ temporaryPassword: false, secondFactor: false },
			admin,
			true,
			'second_factor'
		],
		[
			'an administrator with it works',
			{ temporaryPassword: false, secondFactor: true },
			admin,
			true,
			undefined
		],
		[
			'in the trial nobody has to',
			{ temporaryPassword: false, secondFactor: false },
			admin,
			false,
			undefined
		],
		[
			'others need not',
			{ temporaryPassword: false, secondFactor: false },
			[{ role: 'chair' as const }],
			true,
			undefined
		]
	] as const)('%s', (_what, account, positions, production, duty) => {
		expect(firstDuty(account, [...positions], production)).toBe(duty);
	});

	it('and it cannot be switched off again by who needs it', () => {
		expect(switchOffRefusals(true, true).length).toBe(1);
		expect(switchOffRefusals(true, false)).toEqual([]);
		expect(switchOffRefusals(false, true)).toEqual([]);
	});
});
