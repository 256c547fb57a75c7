/** Which client serves which kind of account; kinds without one are served by rooms of their own or by a person. */
import { settings as program } from '#platform/settings.ts';
import type { AccountSettings, Secrets } from './account.ts';
import type { Client } from './client.ts';
import { bulletinClient } from './bulletin-client.ts';
import { facebookClient } from './facebook/client.server.ts';
import type { Outlet } from './forms.ts';
import { zaloClient } from './zalo/client.server.ts';

export type Opened = { settings: AccountSettings; secrets: Secrets };

export function clientOf(kind: Outlet, account: Opened): Client | null {
	const { ZALO_URL, FACEBOOK_URL, FACEBOOK_VERSION } = program();
	if (kind === 'zalo') return zaloClient({ ...account, base: ZALO_URL });
	if (kind === 'facebook')
		return facebookClient({ ...account, base: FACEBOOK_URL, version: FACEBOOK_VERSION });
	if (kind === 'email') return bulletinClient;
	return null;
}

/** Kinds {@link clientOf} has a client for. */
export const served: readonly Outlet[] = ['zalo', 'facebook', 'email'];
