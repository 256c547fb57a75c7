/** The trial reaches no outside service: copies of Zalo and Facebook on this machine stand in, with pages to look at. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startFacebook, type FacebookFake } from '#channels/fakes/facebook.ts';
import { startZalo, type ZaloFake } from '#channels/fakes/zalo.ts';
import { now } from '#platform/now.server.ts';
import { settle, type Settings } from '#platform/settings.ts';

export type Copies = { zalo?: ZaloFake; facebook?: FacebookFake; close: () => Promise<void> };

let opened: Copies = { close: () => Promise.resolve() };

/** The copies of this process; none in production, or where addresses were set. */
export const copies = (): Copies => opened;

export async function openCopies(settings: Settings): Promise<Copies> {
	const folder = path.join(settings.DATA_DIR, 'copies');
	mkdirSync(folder, { recursive: true });
	const clock = (): number => now().getTime();
	const zalo = process.env['ZALO_URL']
		? undefined
		: await startZalo({ file: path.join(folder, 'zalo'), now: clock });
	const facebook = process.env['FACEBOOK_URL']
		? undefined
		: await startFacebook({ file: path.join(folder, 'facebook'), now: clock });
	settle({
		...(zalo ? { ZALO_URL: zalo.url, ZALO_SIGN_IN_URL: zalo.url } : {}),
		...(facebook ? { FACEBOOK_URL: facebook.url, FACEBOOK_SIGN_IN_URL: facebook.url } : {})
	});
	opened = {
		...(zalo ? { zalo } : {}),
		...(facebook ? { facebook } : {}),
		close: async () => {
			await Promise.all([zalo?.close(), facebook?.close()]);
		}
	};
	return opened;
}
