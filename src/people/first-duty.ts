/** What a signed-in person has to do before anything else. */
import type { Role } from './role.ts';

export type FirstDuty = 'change_password' | 'second_factor';

/**
 * A handed-out password is replaced first. Administrators in production need a second factor (they can open every
 * account), whichever of their positions they act in now.
 */
export function firstDuty(
	account: { temporaryPassword: boolean; secondFactor: boolean },
	positions: { role: Role }[],
	production: boolean
): FirstDuty | undefined {
	if (account.temporaryPassword) return 'change_password';
	const administers = positions.some(({ role }) => role === 'admin');
	return production && administers && !account.secondFactor ? 'second_factor' : undefined;
}
