import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { roles, type Role } from '#people/role.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import type { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { fromBlocks } from './blocks.ts';
import { plainText } from './body.ts';
import * as files from './files.server.ts';
import { refusals } from './policy.ts';
import * as presence from './presence.server.ts';
import * as previews from './previews.server.ts';
import * as reading from './reading.server.ts';
import * as review from './review.server.ts';
import * as stories from './stories.server.ts';
import { states, type StoryState } from './story.ts';
import { readyInput, storyIn } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

const later = (ctx: Ctx, seconds: number): Ctx => ({
	...ctx,
	now: new Date(ctx.now.getTime() + seconds * 1000)
});
const code = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => 'done',
		(error: Refusal) => error.code ?? String(error)
	);
const acts = async (id: number): Promise<string[]> =>
	(await read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'story', id })))
		.map((line) => line.act)
		.reverse();
const lockOf = async (id: number): Promise<number> =>
	(await reading.byId(ward.as('office'), id)).row.lockVersion;
const body = (text: string) => fromBlocks([{ type: 'paragraph', text }]);

describe('writing a story', () => {
	it('begins a draft whose author is whoever began it', async () => {
		const id = await stories.create(ward.as('justice'));
		const { row, facts } = await reading.byId(ward.as('justice'), id);
		expect(row.state).toBe('draft');
		expect(facts.authorPersonId).toBe(ward.as('justice').actor.personId);
		expect(await acts(id)).toEqual(['story.created']);
		expect(await code(stories.create(ward.as('superior')))).toBe('story.role');
		expect(await code(stories.create(ward.robot()))).toBe('people.sign_in_first');
	});

	it('saves, writes one sitting over, and begins a new revision after it', async () => {
		const culture = ward.as('culture');
		const id = await stories.create(culture, readyInput());
		const first = await stories.save(
			later(culture, 5),
			id,
			1,
			readyInput({ title: 'Tiêu đề đang gõ dở dang một' }),
			{ automatic: true }
		);
		const second = await stories.save(
			later(culture, 10),
			id,
			first.lockVersion,
			readyInput({ title: 'Tiêu đề đang gõ dở dang hai' }),
			{ automatic: true }
		);
		expect((await reading.byId(culture, id)).revisions).toHaveLength(1);
		const third = await stories.save(
			later(culture, 11 * 60),
			id,
			second.lockVersion,
			readyInput({ title: 'Tiêu đề của hôm khác đã sửa' }),
			{ automatic: true }
		);
		const byHand = await stories.save(
			later(culture, 11 * 60 + 5),
			id,
			third.lockVersion,
			readyInput({ title: 'Tiêu đề lưu bằng tay' }),
			{ note: 'Sửa theo góp ý' }
		);
		const again = await stories.save(
			later(culture, 11 * 60 + 9),
			id,
			byHand.lockVersion,
			readyInput({ title: 'Tiêu đề gõ tiếp' }),
			{ automatic: true }
		);
		expect(again.outcome).toBe('saved');
		const { revisions } = await reading.byId(culture, id);
		expect(revisions.map(({ title }) => title)).toEqual([
			'Tiêu đề gõ tiếp',
			'Tiêu đề lưu bằng tay',
			'Tiêu đề đang gõ dở dang hai'
		]);
		expect(revisions[1]!.note).toBe('Sửa theo góp ý');
	});

	it('changes nothing when the same text is saved again', async () => {
		const id = await storyIn(ward, 'approved');
		const saved = await stories.save(ward.as('culture'), id, await lockOf(id), readyInput());
		expect(saved).toMatchObject({ outcome: 'saved', voidedApproval: false });
		expect((await reading.byId(ward.as('office'), id)).row.state).toBe('approved');
	});

	it('never lets two editors overwrite each other: the late text is kept beside and waits for a decision', async () => {
		const id = await stories.create(ward.as('culture'), readyInput());
		const lock = await lockOf(id);
		const [first, second] = await Promise.all([
			stories.save(ward.as('culture'), id, lock, readyInput({ body: body('Bản của chị văn hóa.') }), {
				automatic: true
			}),
			stories.save(ward.as('office'), id, lock, readyInput({ body: body('Bản của văn phòng.') }), {
				automatic: true
			})
		]);
		expect([first.outcome, second.outcome].sort()).toEqual(['conflict', 'saved']);
		const late = first.outcome === 'conflict' ? first : second;
		if (late.outcome !== 'conflict') throw new Error('one of the two must be late');
		const view = await reading.byId(ward.as('culture'), id);
		const side = await reading.revisionById(ward.as('culture'), id, late.sideRevisionId);
		expect([plainText(view.revision.body), plainText(side.body)].sort()).toEqual([
			'Bản của chị văn hóa.',
			'Bản của văn phòng.'
		]);
		expect(view.sides.map((line) => line.id)).toEqual([side.id]);
		expect(view.facts.missing.map((reason) => reason.code)).toContain('story.conflict_open');
		expect(await code(review.submit(ward.as('culture'), id))).toMatch(/^story\./);
		expect(await acts(id)).toContain('story.conflict_kept');

		// Typing on in the late editor changes the side text and makes no second one.
		const loser = first.outcome === 'conflict' ? ward.as('culture') : ward.as('office');
		await stories.save(later(loser, 5), id, lock, readyInput({ body: body('Gõ tiếp trong bản muộn.') }), {
			automatic: true
		});
		expect((await reading.byId(ward.as('culture'), id)).sides).toHaveLength(1);

		await review.takeSide(ward.as('office'), id, late.sideRevisionId, await lockOf(id));
		const after = await reading.byId(ward.as('culture'), id);
		expect(plainText(after.revision.body)).toBe('Gõ tiếp trong bản muộn.');
		expect(after.revision.byPersonId).toBe(loser.actor.personId);
		expect(after.sides).toEqual([]);
		expect(await code(review.leaveSide(ward.as('office'), id, late.sideRevisionId))).toBe('not_found');
	});

	it('leaves the late text in the history when the other is kept', async () => {
		const id = await stories.create(ward.as('culture'), readyInput());
		await stories.save(ward.as('office'), id, 1, readyInput({ title: 'Văn phòng đã sửa tiêu đề này' }));
		const late = await stories.save(
			ward.as('culture'),
			id,
			1,
			readyInput({ title: 'Văn hóa cũng sửa tiêu đề này' })
		);
		if (late.outcome !== 'conflict') throw new Error('must be late');
		expect(late.byName).toBe(ward.as('office').actor.name);
		await review.leaveSide(ward.as('culture'), id, late.sideRevisionId);
		expect((await reading.revisionById(ward.as('culture'), id, late.sideRevisionId)).title).toBe(
			'Văn hóa cũng sửa tiêu đề này'
		);
		await review.submit(ward.as('culture'), id);
		expect(await acts(id)).toContain('story.conflict_left');
	});

	it('says which field is wrong, and takes no file of another story', async () => {
		const culture = ward.as('culture');
		const id = await stories.create(culture, readyInput());
		const wrong = await stories
			.save(culture, id, 1, readyInput({ reviewBy: '31/12/2026' }))
			.catch((error: Refusal) => error);
		expect(wrong).toMatchObject({ code: 'story.form', field: 'reviewBy' });
		expect(
			await code(
				stories.save(culture, id, 1, readyInput({ body: { type: 'doc', content: [{ type: 'script' }] } }))
			)
		).toBe('story.body_block');
		const image = {
			type: 'doc',
			content: [{ type: 'image', attrs: { token: 'nguoi-khac-gui-len', alt: 'x', caption: '' } }]
		};
		expect(await code(stories.save(culture, id, 1, readyInput({ body: image })))).toBe('story.foreign_file');
		expect(await code(stories.save(culture, id, 1, readyInput({ taskId: 999_999 })))).toBe('story.task_gone');
		expect(await code(stories.save(ward.as('justice'), id, 1, readyInput()))).toBe('not_found');
		expect(
			await code(stories.save(ward.as('radio'), id, 1, readyInput({ title: 'Đài sửa bài người khác' })))
		).toBe('story.role');
		expect(await code(stories.save(culture, 999_999, 1, readyInput()))).toBe('not_found');
	});

	it('takes pictures in, redrawn, and shows them only with words for the blind', async () => {
		const culture = ward.as('culture');
		const id = await stories.create(culture, readyInput());
		const { default: sharp } = await import('sharp');
		const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
			.png()
			.toBuffer();
		const stored = await files.upload(culture, id, { name: 'quầy.png', bytes }, 'picture');
		expect(stored).toMatchObject({ access: 'staff', width: 40 });
		expect(
			await code(files.upload(culture, id, { name: 'a.txt', bytes: Buffer.from('chữ') }, 'picture'))
		).toBe('story.not_a_picture');
		const withImage = (alt: string) => ({
			type: 'doc',
			content: [
				...(readyInput().body as { content: unknown[] }).content,
				{ type: 'image', attrs: { token: stored.token, alt, caption: '' } }
			]
		});
		await stories.save(culture, id, 1, readyInput({ body: withImage('') }));
		expect(await code(review.submit(culture, id))).toBe('story.image_alt');
		await stories.save(
			culture,
			id,
			await lockOf(id),
			readyInput({ body: withImage('Người dân ở quầy số hai') })
		);
		await review.submit(culture, id);
		const copy = await stories.duplicate(ward.as('office'), id);
		const copied = await reading.byId(ward.as('office'), copy);
		expect(copied.row).toMatchObject({ state: 'draft', authorPersonId: ward.as('office').actor.personId });
		expect(copied.files).toHaveLength(1);
	});

	it('removes only what was never public, and the journal keeps the text', async () => {
		const id = await storyIn(ward, 'sent_back');
		await stories.remove(ward.as('culture'), id);
		expect(await code(reading.byId(ward.as('culture'), id))).toBe('not_found');
		const lines = await read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'story', id }));
		expect(lines[0]).toMatchObject({ act: 'story.removed', before: { title: readyInput().title } });
		expect(await code(stories.remove(ward.as('culture'), await storyIn(ward, 'published')))).toBe(
			'story.was_public'
		);
		expect(await code(stories.remove(ward.as('culture'), await storyIn(ward, 'in_review')))).toBe(
			'story.state'
		);
	});

	it('keeps sealed revisions as they were, even for the owner of the database', async () => {
		const id = await storyIn(ward, 'in_review');
		await expect(
			database.db.execute(sql`update story_revision set title = 'đổi lén' where story_id = ${id}`)
		).rejects.toThrow();
	});
});

describe('approval', () => {
	it('lists everything a text lacks at once', async () => {
		const id = await stories.create(ward.as('culture'));
		const refusal = (await review.submit(ward.as('culture'), id).catch((error: Refusal) => error)) as Refusal;
		expect(refusal.reasons.map((reason) => reason.code)).toEqual([
			'story.title_short',
			'story.summary_short',
			'story.area_missing',
			'story.body_short'
		]);
	});

	it('is sent back with a reason, corrected, and approved by another', async () => {
		const id = await storyIn(ward, 'in_review');
		expect(await code(review.sendBack(ward.as('chair'), id, ' ok '))).toBe('story.reason_short');
		expect(await code(review.sendBack(ward.as('office'), id, 'Cần ghi rõ giờ.'))).toBe('story.role');
		await review.sendBack(ward.as('chair'), id, 'Cần ghi rõ giờ làm việc.');
		expect((await reading.byId(ward.as('culture'), id)).row).toMatchObject({
			state: 'sent_back',
			sentBackReason: 'Cần ghi rõ giờ làm việc.'
		});
		await stories.save(
			ward.as('culture'),
			id,
			await lockOf(id),
			readyInput({ title: 'Nhận hồ sơ chứng thực từ 7 giờ 30' })
		);
		expect((await reading.byId(ward.as('culture'), id)).row.state).toBe('sent_back');
		await review.submit(ward.as('culture'), id);
		await review.approve(ward.as('vice_chair'), id);
		expect((await reading.byId(ward.as('culture'), id)).row).toMatchObject({
			state: 'approved',
			sentBackReason: null
		});
		expect(await acts(id)).toEqual([
			'story.created',
			'story.submitted',
			'story.sent_back',
			'story.saved',
			'story.submitted',
			'story.approved'
		]);
	});

	it('is refused to the author, to whoever changed the text, and to the radio', async () => {
		const own = await stories.create(ward.as('chair'), readyInput());
		await review.submit(ward.as('chair'), own);
		expect(await code(review.approve(ward.as('chair'), own))).toBe('story.own_work');
		await review.approve(ward.as('vice_chair'), own);

		const changed = await stories.create(ward.as('culture'), readyInput());
		await stories.save(ward.as('chair'), changed, 1, readyInput({ title: 'Chủ tịch đã sửa lại tiêu đề' }));
		await stories.save(
			ward.as('culture'),
			changed,
			await lockOf(changed),
			readyInput({ title: 'Văn hóa sửa thêm một dấu phẩy' })
		);
		await review.submit(ward.as('culture'), changed);
		expect(await code(review.approve(ward.as('chair'), changed))).toBe('story.own_work');
		expect(await code(review.approve(ward.as('radio'), changed))).toBe('story.role');
		await review.approve(ward.as('vice_chair'), changed);
		expect(await code(review.approve(ward.as('vice_chair'), changed))).toBe('story.state');
		expect(await code(review.approve(ward.as('vice_chair'), 999_999))).toBe('not_found');
	});

	it('is refused by the database too, whatever the program asks', async () => {
		const id = await storyIn(ward, 'in_review');
		const { row, revision } = await reading.byId(ward.as('culture'), id);
		const attempt = (approver: number, writer: number) =>
			transact(ward.as('chair'), (tx) =>
				tx.execute(sql`update story set state = 'approved', approved_at = now(), approved_by_person_id = ${approver},
					approved_revision_id = ${revision.id}, approved_writer_id = ${writer} where id = ${id}`)
			);
		await expect(attempt(row.authorPersonId, revision.byPersonId)).rejects.toThrow();
		// Naming another writer does not help: the foreign key knows who wrote that revision.
		await expect(attempt(ward.as('chair').actor.personId, ward.as('radio').actor.personId)).rejects.toThrow();
	});

	it('is void as soon as anything approved changes', async () => {
		for (const state of ['in_review', 'approved', 'scheduled'] as const) {
			const id = await storyIn(ward, state);
			const saved = await stories.save(
				ward.as('culture'),
				id,
				await lockOf(id),
				readyInput({ audiences: ['businesses'] })
			);
			expect(saved).toMatchObject({ outcome: 'saved', voidedApproval: true });
			const { row } = await reading.byId(ward.as('culture'), id);
			expect(row).toMatchObject({
				state: 'draft',
				approvedAt: null,
				approvedByPersonId: null,
				scheduledAt: null,
				submittedAt: null
			});
			expect((await acts(id)).at(-1)).toBe(
				state === 'in_review' ? 'story.submission_voided' : 'story.approval_voided'
			);
		}
	});

	it('stands when only the task or the review date changes', async () => {
		const id = await storyIn(ward, 'approved');
		await stories.save(ward.as('culture'), id, await lockOf(id), readyInput({ reviewBy: '2026-12-01' }));
		expect((await reading.byId(ward.as('culture'), id)).row).toMatchObject({
			state: 'approved',
			reviewBy: '2026-12-01'
		});
		expect((await acts(id)).at(-1)).toBe('story.settings_changed');
	});

	it('is not given to a version the chair did not look at', async () => {
		const id = await storyIn(ward, 'in_review');
		const seen = await lockOf(id);
		await stories.save(
			ward.as('culture'),
			id,
			seen,
			readyInput({ title: 'Sửa trong lúc lãnh đạo đang đọc' })
		);
		await review.submit(ward.as('culture'), id);
		expect(await code(review.approve(ward.as('chair'), id, seen))).toBe('story.changed_meanwhile');
	});
});

describe('who sees what', () => {
	it('lists exactly what the policy allows, for every post and every state', async () => {
		const other = await makeWard(database.db, 'noi-khac');
		await storyIn(other, 'published');
		const mine = await makeWard(database.db, 'danh-sach');
		const made: number[] = [];
		for (const state of Object.keys(states) as StoryState[]) made.push(await storyIn(mine, state));
		for (const role of ['radio', 'justice', 'front'] as const)
			made.push(await stories.create(mine.as(role), readyInput()));
		// One that is public while its next version is drafted.
		const next = await storyIn(mine, 'published');
		await stories.save(mine.as('culture'), next, 4, readyInput({ title: 'Bản mới chưa ai được xem trước' }));
		made.push(next);
		const facts = new Map(
			await Promise.all(
				made.map(async (id) => [id, (await reading.byId(mine.as('admin'), id)).facts] as const)
			)
		);
		for (const role of Object.keys(roles) as Role[]) {
			const { lines, total } = await reading.list(mine.as(role), { perPage: 100 });
			const allowed = made.filter((id) => refusals(mine.as(role).actor, 'list', facts.get(id)).length === 0);
			expect(lines.map(({ id }) => id).sort(), role).toEqual(allowed.sort());
			expect(total).toBe(allowed.length);
			for (const line of lines) {
				expect(line.mayOpen, `${role} ${line.id}`).toBe(
					refusals(mine.as(role).actor, 'open', facts.get(line.id)).length === 0
				);
				if (line.id === next) expect(line.title.startsWith('Bản mới')).toBe(line.mayOpen);
				if (!line.mayOpen) expect(line.state).toBe('published');
			}
		}
		const { lines, states: counts } = await reading.list(mine.as('office'), { state: 'sent_back' });
		expect(lines).toHaveLength(1);
		expect(counts).toMatchObject({ draft: 5, published: 1, withdrawn: 1 });
		expect((await reading.list(mine.as('office'), { words: 'ban moi CHUA ai' })).total).toBe(1);
		expect((await reading.list(mine.as('office'), { words: '100%' })).total).toBe(0);
		expect((await reading.list(mine.as('justice'), { mine: true })).total).toBe(1);
		expect((await reading.list(mine.as('office'), { month: '2026-06', area: 'one_stop' })).total).toBe(
			made.length
		);
		expect((await reading.list(mine.as('office'), { month: '2026-05' })).total).toBe(0);
	});

	it('tells each other who has a story open, and forgets who stopped', async () => {
		const id = await storyIn(ward, 'draft');
		expect(await presence.touch(ward.as('culture'), id)).toEqual([]);
		expect((await presence.touch(ward.as('office'), id)).map(({ name }) => name)).toEqual([
			ward.as('culture').actor.name
		]);
		expect(await presence.others(later(ward.as('office'), 60), id)).toEqual([]);
		await presence.leave(ward.as('culture'), id);
		expect(await presence.others(ward.as('office'), id)).toEqual([]);
		expect(await code(presence.touch(ward.as('superior'), id))).toBe('not_found');
	});

	it('shows the draft to whoever holds the preview link, until it is revoked or ends', async () => {
		const id = await storyIn(ward, 'draft');
		const link = await previews.create(ward.as('culture'), id, 2);
		const visitor = (at = testNow): Ctx => ({
			wardId: ward.wardId,
			actor: { kind: 'visitor' },
			now: at,
			db: database.db
		});
		expect((await previews.byToken(visitor(), link.token)).revision.title).toBe(readyInput().title);
		expect(
			await code(previews.byToken(visitor(new Date(testNow.getTime() + 3 * 86_400_000)), link.token))
		).toBe('not_found');
		expect(await code(previews.byToken({ ...visitor(), wardId: ward.wardId + 100_000 }, link.token))).toBe(
			'not_found'
		);
		expect(await previews.openOnes(ward.as('culture'), id)).toHaveLength(1);
		await previews.revoke(ward.as('culture'), id, link.id);
		expect(await code(previews.byToken(visitor(), link.token))).toBe('not_found');
		expect(await code(previews.revoke(ward.as('culture'), id, link.id))).toBe('not_found');
		expect(await code(previews.create(ward.as('radio'), id))).toBe('story.role');
		expect(await code(previews.create(ward.as('culture'), id, 90))).toBe('story.preview_days');
		expect(
			JSON.stringify(await read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'story', id })))
		).not.toContain(link.token);
	});
});
