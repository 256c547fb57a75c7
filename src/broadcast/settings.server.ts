/** The station's rules of the ward, or the safe defaults. */
import type { Transaction } from '#platform/db.server.ts';
import { broadcastSetting } from './schema.server.ts';
import { defaultSettings, type BroadcastSettings } from './settings.ts';

export async function settingsIn(tx: Transaction): Promise<BroadcastSettings> {
	const [row] = await tx.select({ settings: broadcastSetting.settings }).from(broadcastSetting);
	return row ? { ...defaultSettings, ...row.settings } : defaultSettings;
}
