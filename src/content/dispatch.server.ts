/** Sending a story out (phát hành): each signed edition to the accounts somebody chose, at their minute. */
import * as accounts from '#channels/accounts.server.ts';
import * as deliveries from '#channels/deliveries.server.ts';
import { forms, type Outlet } from '#channels/forms.ts';
import { refusals as channelRefusals } from '#channels/policy.ts';
import type { Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { load } from './facts.server.ts';
import { signedParts } from './sheets.server.ts';

export type Choice = { accountId: number; at: Date };

const unsigned: RefusalDetail = {
	code: 'dispatch.unsigned',
	status: 409,
	message:
		'Phiếu duyệt chưa được ký hoặc không còn hiệu lực. Hãy trình lãnh đạo ký phiếu duyệt trước khi gửi lên kênh.'
};
const notPublic: RefusalDetail = {
	code: 'dispatch.not_public',
	status: 409,
	message:
		'Bài chưa đăng và chưa hẹn giờ đăng trên Cổng thông tin, nên liên kết trong bài gửi sẽ chưa mở được. Hãy đăng hoặc hẹn giờ đăng trước.'
};

export type Offer = {
	accounts: {
		id: number;
		kind: Outlet;
		name: string;
		state: string;
		trouble: string | null;
		signed: boolean;
	}[];
	refusals: RefusalDetail[];
	/** Earliest minute anything may leave: the story has to be there first. */
	earliest: Date;
};

/** Where the story can go, and what stands against it. */
export async function offer(ctx: Ctx, storyId: number): Promise<Offer> {
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, storyId, 'look');
		const parts = await signedParts(tx, ctx, loaded);
		const signed = new Set<string>(parts.map(({ outlet }) => outlet));
		const there = await accounts.choices(tx);
		const reasons = [...channelRefusals(ctx.actor, 'deliver')];
		if (parts.length === 0) reasons.push(unsigned);
		if (!loaded.facts.isPublic && loaded.row.state !== 'scheduled') reasons.push(notPublic);
		return {
			accounts: there.map(({ id, kind, name, state, trouble }) => ({
				id,
				kind,
				name,
				state,
				trouble,
				signed: signed.has(kind)
			})),
			refusals: reasons,
			earliest: earliestOf(ctx, loaded)
		};
	});
}

function earliestOf(
	ctx: Ctx,
	{ row, facts }: { row: { scheduledAt: Date | null }; facts: { isPublic: boolean } }
): Date {
	if (facts.isPublic || !row.scheduledAt) return ctx.now;
	// The portal has it on its minute; a channel fetches the picture and the link a moment later.
	return new Date(row.scheduledAt.getTime() + 60_000);
}

/** Plans the chosen deliveries; returns how many are new or brought up to date. All of them, or none. */
export async function send(ctx: Ctx, storyId: number, choices: Choice[]): Promise<number> {
	if (choices.length === 0)
		throw new Refusal({
			code: 'dispatch.nothing',
			field: 'accounts',
			message: 'Hãy chọn ít nhất một kênh để gửi.'
		});
	return transact(ctx, async (tx) => {
		const loaded = await load(tx, ctx, storyId, 'lock');
		refuseIfAny(channelRefusals(ctx.actor, 'deliver'));
		const parts = await signedParts(tx, ctx, loaded);
		if (parts.length === 0) throw new Refusal(unsigned);
		if (!loaded.facts.isPublic && loaded.row.state !== 'scheduled') throw new Refusal(notPublic);
		const earliest = earliestOf(ctx, loaded);
		const there = await accounts.choices(tx);
		let planned = 0;
		for (const { accountId, at } of choices) {
			const account = there.find(({ id }) => id === accountId);
			const part = account && parts.find(({ outlet }) => outlet === account.kind);
			if (!account || !part)
				throw new Refusal({
					code: 'dispatch.no_edition',
					field: 'accounts',
					status: 409,
					message: 'Có kênh chưa có bản được ký. Hãy tải lại trang rồi chọn lại.'
				});
			if (Number.isNaN(at.getTime()))
				throw new Refusal({
					code: 'dispatch.time',
					field: 'at',
					message: 'Ngày giờ gửi chưa đúng. Hãy chọn lại.'
				});
			const { planned: fresh } = await deliveries.plan(tx, ctx, {
				accountId,
				source: { kind: 'edition', id: part.editionId, version: part.version },
				storyId,
				taskId: loaded.row.taskId,
				areaKeys: loaded.revision.areas,
				message: part.message,
				at: at.getTime() < earliest.getTime() && !forms[account.kind].byHand ? earliest : at
			});
			if (fresh) planned++;
		}
		return planned;
	});
}
