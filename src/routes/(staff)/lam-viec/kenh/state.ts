/** How the states of deliveries and accounts look. */
import type { AccountState } from '#channels/account.ts';
import type { DeliveryState } from '#channels/delivery.ts';

type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

export const deliveryTones: Record<DeliveryState, Tone> = {
	planned: 'info',
	sending: 'info',
	unknown: 'warn',
	asking: 'warn',
	sent: 'good',
	failed: 'bad',
	cancelled: 'plain'
};

export const accountTones: Record<AccountState, Tone> = {
	working: 'good',
	sign_in: 'bad',
	stopped: 'bad',
	off: 'plain'
};
