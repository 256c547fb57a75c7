import { describe, expect, it } from 'vitest';
import type { PersonActor } from '#people/actor.ts';
import { roles, type Role } from '#people/role.ts';
import { refusals, type ProcedureAct } from './policy.ts';

const as = (role: Role): PersonActor => ({
	kind: 'person',
	personId: 1,
	positionId: 1,
	name: 'Người',
	title: roles[role],
	role,
	unitId: 7,
	unitName: 'Đơn vị'
});

const leaders: Role[] = ['chair', 'vice_chair'];
const keepers: Role[] = [...leaders, 'office', 'one_stop', 'justice'];
/** Who may; everybody else may not. */
const may: Record<ProcedureAct, Role[]> = {
	edit: keepers,
	import: keepers,
	announce: keepers,
	finish_duty: [...keepers, 'culture', 'radio'],
	post: [...keepers, 'culture', 'residential'],
	manage_places: [...leaders, 'office', 'one_stop'],
	manage_faq: [...keepers, 'culture'],
	read_ratings: [...keepers, 'culture', 'admin']
};
const everybody = Object.keys(roles) as Role[];
const table = (Object.keys(may) as ProcedureAct[]).flatMap((act) =>
	everybody.map((role): [ProcedureAct, Role, boolean] => [act, role, may[act].includes(role)])
);

describe('who may do what with procedures', () => {
	it.each(table)('%s by %s: %s', (act, role, allowed) => {
		const found = refusals(as(role), act);
		if (allowed) expect(found).toEqual([]);
		else expect(found).toMatchObject([{ code: `procedure.${act}`, status: 403 }]);
	});

	it('asks a visitor to sign in, and lets the command line import', () => {
		for (const act of Object.keys(may) as ProcedureAct[])
			expect(refusals({ kind: 'visitor' }, act)).toMatchObject([{ status: 401 }]);
		expect(refusals({ kind: 'robot', name: 'dong-lenh' }, 'import')).toEqual([]);
	});

	it('keeps a residential area to the boards of its unit, and nobody else', () => {
		expect(refusals(as('residential'), 'post', { unitId: 7 })).toEqual([]);
		for (const unitId of [8, null]) {
			expect(refusals(as('residential'), 'post', { unitId })).toMatchObject([
				{ code: 'procedure.post_elsewhere', status: 403 }
			]);
			expect(refusals(as('culture'), 'post', { unitId })).toEqual([]);
		}
	});
});
