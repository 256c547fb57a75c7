/** Accounts of the sample ward on the copies of Zalo and Facebook, and what it does by hand. */
import { eq } from 'drizzle-orm';
import { sealSecrets } from '#channels/accounts.server.ts';
import { channelAccount } from '#channels/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { transact, type Database } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { now } from '#platform/now.server.ts';
import { ward } from '#platform/schema.server.ts';
import { copies } from './copies.server.ts';

const PAGE = '1098765432';

/** Once, for the first sample ward, when the copies are there. */
export async function seedAccounts(db: Database): Promise<void> {
	const { zalo, facebook } = copies();
	const [first] = (await db.select().from(ward)).filter((one) => one.sample).toSorted((a, b) => a.id - b.id);
	if (!first || !zalo || !facebook) return;
	const ctx: Ctx = { wardId: first.id, actor: { kind: 'robot', name: 'du-lieu-mau' }, now: now(), db };
	await transact(ctx, async (tx) => {
		if ((await tx.$count(channelAccount)) > 0) return;
		const wanted = [
			{
				kind: 'zalo',
				name: `Zalo OA ${first.name}`,
				address: 'https://zalo.me/4318657068771012646',
				settings: { appId: '2310', author: first.name.slice(0, 49) },
				secrets: { appSecret: 'khoa-thu', ...zalo.issue() }
			},
			{
				kind: 'facebook',
				name: `Trang Facebook ${first.name}`,
				address: `https://www.facebook.com/${PAGE}`,
				settings: { appId: '5107', pageId: PAGE },
				secrets: { appSecret: 'khoa-thu', accessToken: facebook.issue(PAGE) }
			},
			{ kind: 'email', name: 'Bản tin thư điện tử', settings: {} },
			{ kind: 'slogan', name: 'Pa nô, băng rôn trên đường', settings: {} },
			{ kind: 'notice_board', name: 'Bảng tin trụ sở và nhà văn hóa', settings: {} },
			{ kind: 'leaflet', name: 'Tờ rơi phát tại hộ', settings: {} },
			{ kind: 'meeting', name: 'Họp tổ dân phố', settings: {} }
		] as const;
		for (const { kind, name, settings, ...more } of wanted) {
			const [row] = await tx
				.insert(channelAccount)
				.values({
					kind,
					name,
					address: 'address' in more ? more.address : null,
					settings,
					state: 'working',
					addedAt: ctx.now,
					workedAt: ctx.now,
					...(kind === 'zalo' ? { tokenEndsAt: new Date(ctx.now.getTime() + 90_000_000) } : {})
				})
				.returning();
			if ('secrets' in more)
				await tx
					.update(channelAccount)
					.set({ secrets: sealSecrets(row!, more.secrets) })
					.where(eq(channelAccount.id, row!.id));
			await record(tx, ctx, {
				act: 'channel_account.added',
				subject: { kind: 'channel_account', id: row!.id },
				after: { kind, name }
			});
		}
	});
}
