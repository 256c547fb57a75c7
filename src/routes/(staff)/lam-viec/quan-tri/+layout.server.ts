import { refusals } from '#people/policy.ts';
import type { LayoutServerLoad } from './$types';

/** What this person may do here; every page and verb asks again for itself. */
export const load: LayoutServerLoad = ({ locals: { ctx } }) => ({
	may: {
		people: refusals(ctx.actor, 'manage_people').length === 0,
		units: refusals(ctx.actor, 'edit_units').length === 0,
		daysOff: refusals(ctx.actor, 'edit_days_off').length === 0,
		journal: refusals(ctx.actor, 'read_journal').length === 0
	}
});
