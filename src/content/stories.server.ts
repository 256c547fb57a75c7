/** The verbs of writing: begin a story, save it, take it apart, throw away what was never public. */
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { task } from '#plan/schema.server.ts';
import { person, type Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { parseBody } from './body.ts';
import { begin, changedMeanwhile, load, textOf, type Loaded, type RevisionRow } from './facts.server.ts';
import { copyFiles, filesMustBeOwn } from './files.server.ts';
import { indexStory } from './indexing.server.ts';
import { landOnTask } from './landing.server.ts';
import { refusals } from './policy.ts';
import {
	insertRevision,
	keepBeside,
	replaceText,
	writeRevision,
	type KeptBeside
} from './revisions.server.ts';
import { story, violations } from './schema.server.ts';
import { emptyText, sameText, storyForm, type StorySettings, type StoryText } from './story.ts';

/** What a form gives, not yet trusted. */
export type StoryInput = z.input<typeof storyForm> & { body: unknown };
type Given = { text: StoryText; settings: StorySettings };

function understand(input: StoryInput): Given {
	const parsed = storyForm.safeParse(input);
	if (!parsed.success) {
		refuseIfAny(
			parsed.error.issues.map(({ path, message }) => ({
				code: 'story.form',
				field: String(path[0] ?? ''),
				message
			}))
		);
		throw new Error('a failed form has issues');
	}
	const body = parseBody(input.body);
	if (!body.ok) throw new Refusal(body.problem);
	const { taskId, reviewBy, expiresOn, cover, ...text } = parsed.data;
	const { token, alt, ...drawn } = cover;
	return {
		text: { ...text, body: body.body, cover: token ? { ...drawn, token, alt: alt ?? '' } : drawn },
		settings: { taskId, reviewBy, expiresOn }
	};
}

/** Begins a story; everything may still be empty. Returns its number. */
export async function create(ctx: Ctx, input?: StoryInput): Promise<number> {
	const author = person(ctx);
	refuseIfAny(refusals(author, 'create'));
	const given = input
		? understand(input)
		: { text: emptyText, settings: { taskId: null, reviewBy: null, expiresOn: null } };
	return transact(ctx, (tx) => insert(tx, ctx, author.personId, given), violations);
}

async function insert(
	tx: Transaction,
	ctx: Ctx,
	authorPersonId: number,
	given: Given,
	from?: number
): Promise<number> {
	await taskMustBeThere(tx, given.settings.taskId);
	const [row] = await tx
		.insert(story)
		.values({ ...given.settings, authorPersonId, createdAt: ctx.now, changedAt: ctx.now })
		.returning({ id: story.id });
	const id = row!.id;
	if (from) await copyFiles(tx, ctx, from, id);
	await filesMustBeOwn(tx, id, given.text);
	const revision = await insertRevision(tx, ctx, id, given.text, {
		kind: 'auto',
		byPersonId: authorPersonId
	});
	await tx.update(story).set({ currentRevisionId: revision.id }).where(eq(story.id, id));
	await record(tx, ctx, {
		act: 'story.created',
		subject: { kind: 'story', id },
		after: { title: given.text.title, taskId: given.settings.taskId, ...(from ? { duplicateOf: from } : {}) }
	});
	return id;
}

export type Saved =
	| { outcome: 'saved'; lockVersion: number; revisionId: number; at: Date; voidedApproval: boolean }
	/** Somebody else had saved in between: this text is kept beside theirs, to be compared. */
	| KeptBeside;

/**
 * Saves a text over the version it started from. Too late is not lost: it becomes a side text, and the answer says so
 * (a conflict is an answer, not a refusal, because keeping the side text has to be committed).
 */
export async function save(
	ctx: Ctx,
	id: number,
	lockVersion: number,
	input: StoryInput,
	how: { automatic?: boolean; note?: string | undefined } = {}
): Promise<Saved> {
	const { personId } = person(ctx);
	const given = understand(input);
	return transact(
		ctx,
		async (tx) => {
			const loaded = await load(tx, ctx, id, 'lock');
			refuseIfAny(refusals(ctx.actor, 'save', loaded.facts));
			await filesMustBeOwn(tx, id, given.text);
			const same = sameText(given.text, textOf(loaded.revision));
			if (lockVersion !== loaded.row.lockVersion && !same)
				return keepBeside(tx, ctx, loaded, given.text, personId);

			if (lockVersion === loaded.row.lockVersion) await changeSettings(tx, ctx, loaded, given.settings);
			else if (!sameSettings(settingsOf(loaded.row), given.settings)) throw changedMeanwhile();
			if (same) return answer(loaded, loaded.revision, false);
			const voids = loaded.row.state !== 'draft' && loaded.row.state !== 'sent_back';
			const revision = await writeRevision(tx, ctx, loaded, given.text, personId, how, voids);
			return answer(await replaceText(tx, ctx, loaded, revision), revision, voids);
		},
		violations
	);
}

function answer({ row }: Pick<Loaded, 'row'>, revision: RevisionRow, voidedApproval: boolean): Saved {
	return {
		outcome: 'saved',
		lockVersion: row.lockVersion,
		revisionId: revision.id,
		at: revision.at,
		voidedApproval
	};
}

/** Task, review and expiry dates: not part of what is approved. Evidence of a public story moves with its task. */
async function changeSettings(
	tx: Transaction,
	ctx: Ctx,
	loaded: Loaded,
	settings: StorySettings
): Promise<void> {
	const { row } = loaded;
	const before = settingsOf(row);
	if (sameSettings(before, settings)) return;
	if (before.taskId !== settings.taskId) await taskMustBeThere(tx, settings.taskId);
	const [updated] = await tx
		.update(story)
		.set({ ...settings, lockVersion: row.lockVersion + 1, changedAt: ctx.now })
		.where(eq(story.id, row.id))
		.returning();
	loaded.row = updated!;
	await record(tx, ctx, {
		act: 'story.settings_changed',
		subject: { kind: 'story', id: row.id },
		before,
		after: settings
	});
	if (row.publishedRevisionId && before.taskId !== settings.taskId)
		await landOnTask(tx, ctx, updated!, before.taskId);
	// The day it stops holding is the day search stops leading to it.
	if (before.expiresOn !== settings.expiresOn) await indexStory(tx, ctx, updated!);
}

function settingsOf({ taskId, reviewBy, expiresOn }: StorySettings): StorySettings {
	return { taskId, reviewBy, expiresOn };
}

function sameSettings(a: StorySettings, b: StorySettings): boolean {
	return a.taskId === b.taskId && a.reviewBy === b.reviewBy && a.expiresOn === b.expiresOn;
}

/** A new draft with the same text, its author whoever asks. */
export async function duplicate(ctx: Ctx, id: number): Promise<number> {
	const { personId } = person(ctx);
	return transact(
		ctx,
		async (tx) => {
			const { row, revision } = await begin(tx, ctx, 'duplicate', id);
			const text = { ...textOf(revision), title: `${revision.title} (bản sao)`.slice(0, 300).trim() };
			return insert(
				tx,
				ctx,
				personId,
				{ text, settings: { taskId: row.taskId, reviewBy: null, expiresOn: null } },
				id
			);
		},
		violations
	);
}

/** Removes a draft that was never public. The journal keeps its last text. */
export async function remove(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const { revision } = await begin(tx, ctx, 'remove', id, lockVersion);
		await record(tx, ctx, { act: 'story.removed', subject: { kind: 'story', id }, before: textOf(revision) });
		await tx.delete(story).where(eq(story.id, id));
	});
}

async function taskMustBeThere(tx: Transaction, taskId: number | null): Promise<void> {
	if (taskId === null) return;
	const [found] = await tx.select({ id: task.id }).from(task).where(eq(task.id, taskId));
	if (!found) {
		throw new Refusal({
			code: 'story.task_gone',
			field: 'taskId',
			message: 'Nhiệm vụ đã chọn không còn. Hãy chọn nhiệm vụ khác trong danh sách.'
		});
	}
}
