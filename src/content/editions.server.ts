/** Editions of a story: derived, written over by hand, taken back to what the story says, left out. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Message } from '#channels/message.ts';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import {
	derive,
	editionOutlets,
	hashtagOf,
	isEditionOutlet,
	wrongIn,
	type EditionOutlet,
	type Told,
	type Written
} from './edition.ts';
import { load, type Loaded } from './facts.server.ts';
import { refusals } from './policy.ts';
import { edition } from './schema.server.ts';
import { pictureFor } from './share-picture.server.ts';
import { fall } from './sheet-fall.server.ts';
import type { StoryText } from './story.ts';

export type EditionRow = typeof edition.$inferSelect;
export type EditionView = {
	outlet: EditionOutlet;
	wanted: boolean;
	version: number;
	message: Message;
	/** What the story itself would say. */
	derived: Message;
	written: (keyof Written)[];
	/** Somebody wrote parts for an earlier text of the story. */
	movedOn: boolean;
};

/** Outlets a new story goes to unless somebody says otherwise. */
const usual: readonly EditionOutlet[] = ['radio', 'zalo', 'facebook', 'notice_board', 'screen'];

/** What a story tells the channels, with its picture: the photo of its cover, or one drawn with the ward's name. */
export async function toldOf(
	tx: Transaction,
	ctx: Ctx,
	storyId: number,
	text: StoryText,
	draws: boolean
): Promise<Told> {
	const [there] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
	const { cover } = text;
	const picture = cover.token
		? { token: cover.token, alt: cover.alt ?? text.title }
		: draws
			? {
					token: await pictureFor(tx, ctx, storyId, {
						title: text.title,
						wardName: there!.name,
						cover: { palette: cover.palette, motif: cover.motif }
					}),
					alt: `${text.title} (${there!.name})`
				}
			: null;
	return {
		storyId,
		title: text.title,
		summary: text.summary,
		body: text.body,
		cover: picture,
		hashtags: ['CaiCachHanhChinh', hashtagOf(there!.shortName)]
	};
}

export async function editionsIn(tx: Transaction, loaded: Loaded, told: Told): Promise<EditionView[]> {
	const rows = await tx
		.select()
		.from(edition)
		.where(eq(edition.storyId, loaded.row.id))
		.orderBy(asc(edition.id));
	return (Object.keys(editionOutlets) as EditionOutlet[]).map((outlet) => {
		const row = rows.find((one) => one.outlet === outlet);
		const written = row?.written ?? {};
		const parts = (Object.keys(written) as (keyof Written)[]).filter((part) => written[part] !== undefined);
		return {
			outlet,
			wanted: row?.wanted ?? usual.includes(outlet),
			version: row?.version ?? 0,
			message: derive(told, outlet, written),
			derived: derive(told, outlet),
			written: parts,
			movedOn: row !== undefined && parts.length > 0 && row.basedRevisionId !== loaded.revision.id
		};
	});
}

/** Every edition of the version being worked on. */
export async function list(
	ctx: Ctx,
	storyId: number
): Promise<{ editions: EditionView[]; title: string; refusals: RefusalDetail[] }> {
	return read(ctx, async (tx) => {
		const loaded = await load(tx, ctx, storyId, 'look');
		const told = await toldOf(tx, ctx, storyId, loaded.revision, false);
		return {
			editions: await editionsIn(tx, loaded, told),
			title: loaded.revision.title,
			refusals: changeRefusals(ctx, loaded)
		};
	});
}

/** Whoever may write the story may write its editions, in every state but withdrawn. */
function changeRefusals(ctx: Ctx, { facts }: Loaded): RefusalDetail[] {
	if (facts.state === 'withdrawn')
		return [
			{
				code: 'edition.withdrawn',
				status: 409,
				message: 'Bài đã gỡ nên không sửa bản cho các kênh. Hãy đưa bài về nháp trước.'
			}
		];
	return refusals(ctx.actor, 'save', { ...facts, state: 'draft' });
}

export type GivenEdition = {
	wanted: boolean;
	/** Parts left out follow the story. */
	written: Written;
	/** The version the person started from; 0: there was none. */
	version: number;
};

const tidy = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

/** Writes an edition. What is the same as the story's own words is not kept as written, so it goes on following. */
export async function write(ctx: Ctx, storyId: number, outlet: string, given: GivenEdition): Promise<void> {
	const { personId } = person(ctx);
	if (!isEditionOutlet(outlet))
		throw new Refusal({
			code: 'edition.outlet',
			status: 404,
			message: 'Không có kênh này. Hãy quay lại trang các kênh của bài.'
		});
	await transact(ctx, async (tx) => {
		const loaded = await load(tx, ctx, storyId, 'lock');
		refuseIfAny(changeRefusals(ctx, loaded));
		const derived = derive(await toldOf(tx, ctx, storyId, loaded.revision, false), outlet);
		const written: Written = {};
		for (const part of ['title', 'summary', 'text'] as const) {
			const value = given.written[part];
			if (value === undefined) continue;
			const words = part === 'text' ? tidy(value) : tidy(value).replaceAll('\n', ' ');
			if (words !== derived[part]) written[part] = words;
		}
		const tags = given.written.hashtags?.map(hashtagOf).filter(Boolean);
		if (tags && tags.join() !== derived.hashtags.join()) written.hashtags = tags;
		refuseIfAny(
			wrongIn(outlet, written).map(({ field, message }) => ({ code: `edition.${field}`, field, message }))
		);
		const [before] = await tx
			.select()
			.from(edition)
			.where(and(eq(edition.storyId, storyId), eq(edition.outlet, outlet)));
		if ((before?.version ?? 0) !== given.version)
			throw new Refusal({
				code: 'edition.changed_meanwhile',
				status: 409,
				message: 'Người khác vừa sửa bản này. Hãy tải lại trang, xem bản mới rồi sửa lại.'
			});
		const same =
			before?.wanted === given.wanted &&
			JSON.stringify(sorted(before.written)) === JSON.stringify(sorted(written)) &&
			before.basedRevisionId === loaded.revision.id;
		if (same) return;
		const values = {
			wanted: given.wanted,
			written,
			basedRevisionId: loaded.revision.id,
			changedAt: ctx.now,
			changedByPersonId: personId
		};
		const [after] = before
			? await tx
					.update(edition)
					.set({ ...values, version: sql`${edition.version} + 1` })
					.where(eq(edition.id, before.id))
					.returning()
			: await tx
					.insert(edition)
					.values({ ...values, storyId, outlet })
					.returning();
		await record(tx, ctx, {
			act: 'edition.written',
			subject: { kind: 'story', id: storyId },
			before: before && { outlet, wanted: before.wanted, written: before.written },
			after: { outlet, wanted: given.wanted, written, version: after!.version }
		});
		await fall(tx, ctx, storyId, `Bản ${editionOutlets[outlet]} đã thay đổi.`);
	});
}

const sorted = (written: Written): [string, unknown][] =>
	Object.entries(written).toSorted(([a], [b]) => (a < b ? -1 : 1));
