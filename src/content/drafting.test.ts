import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { position } from '#people/schema.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf, page, type JournalLine } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from '#procedures/announcements.server.ts';
import * as duties from '#procedures/duties.server.ts';
import * as catalogue from '#procedures/catalogue.server.ts';
import { versionsOf } from '#procedures/reading.server.ts';
import * as storyDuties from '#procedures/story-duties.server.ts';
import { aCatalogue, procedureText } from '#procedures/testing.ts';
import { beginFor } from './drafting.server.ts';
import * as publishing from './publishing.server.ts';
import * as reading from './reading.server.ts';
import * as review from './review.server.ts';
import { story } from './schema.server.ts';
import * as stories from './stories.server.ts';
import { reactions } from '../reactions.ts';

const database = useDatabase();
let ward: TestWard;
let codes: string[];
beforeAll(async () => {
	ward = await makeWard(database.db);
	codes = await aCatalogue(ward.as('one_stop'), 30);
});

let number = 100;
/** A decision of the desk; its line in the journal is what wakes the reactions. */
async function decided(which: string[]): Promise<{ setId: number; line: JournalLine }> {
	const setId = await announce(ward.as('one_stop'), {
		number: `${++number}/QĐ-UBND`,
		issuedOn: '2026-06-12',
		issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
		title: 'Công bố thủ tục bãi bỏ',
		lines: which.map((code) => ({ code, kind: 'abolished' as const, effectiveOn: '2026-07-01' }))
	});
	const lines = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'change_set', id: setId }));
	return { setId, line: lines.find(({ act }) => act === 'procedures.changed')! };
}
const storyDuty = async (setId: number) =>
	(await read(ward.robot(), (tx) => duties.dutiesOfSet(tx, setId))).find(({ kind }) => kind === 'story')!;
const react = async (line: JournalLine): Promise<void> => {
	for (const one of reactions[line.act]!) await one(ward.robot(), line);
};
const lastLine = async (act: string): Promise<JournalLine> =>
	(await page(ward.robot())).find((line) => line.act === act)!;

describe('the story draft of changed procedures', () => {
	it('is begun once, for the culture officer, also when the reaction runs twice', async () => {
		const { setId, line } = await decided(codes.slice(0, 25));
		await react(line);
		await react(line);
		const duty = await storyDuty(setId);
		expect(duty.link).toMatch(/^\/lam-viec\/tin-bai\/\d+$/);
		const id = Number(duty.link!.split('/').at(-1));
		const { row, revision } = await reading.byId(ward.as('culture'), id);
		expect(row.authorPersonId).toBe(ward.as('culture').actor.personId);
		expect(row.state).toBe('draft');
		expect(revision.title).toBe('Bãi bỏ 25 thủ tục hành chính từ ngày 01/07/2026');
		const body = JSON.stringify(revision.body);
		expect(body.match(/"href":"\/thu-tuc\/1\./g)).toHaveLength(20);
		expect(body).toContain('Còn 5 thủ tục khác');
		expect(revision.citedDocuments).toEqual([`${number}/QĐ-UBND`]);
		const all = await read(ward.robot(), (tx) => tx.select().from(story));
		expect(all).toHaveLength(1);
		const acts = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'procedure_duty', id: duty.id }));
		expect(acts.map(({ act }) => act)).toEqual(['procedure_duty.story_begun']);
	});

	it('lacks nothing but the content area before it can be reviewed', async () => {
		const { setId, line } = await decided(codes.slice(25, 26));
		await react(line);
		const id = Number((await storyDuty(setId)).link!.split('/').at(-1));
		const { facts } = await reading.byId(ward.as('culture'), id);
		expect(facts.missing.map(({ code }) => code)).toEqual(['story.area_missing']);
	});

	it('ends its duty when the story is public, at that moment, by who published it', async () => {
		const { setId, line } = await decided(codes.slice(26, 27));
		await react(line);
		const id = Number((await storyDuty(setId)).link!.split('/').at(-1));
		const culture = ward.as('culture');
		const { row, revision } = await reading.byId(culture, id);
		await stories.save(culture, id, row.lockVersion, {
			title: revision.title,
			summary: revision.summary,
			body: revision.body,
			areas: ['one_stop'],
			audiences: ['residents']
		});
		await review.submit(culture, id);
		await review.approve(ward.as('chair'), id);
		expect((await storyDuty(setId)).doneAt).toBeNull();
		await publishing.publish(ward.as('chair'), id);
		const published = await lastLine('story.published');
		await react(published);
		await react(published);
		const duty = await storyDuty(setId);
		expect(duty.doneAt).toEqual(published.at);
		expect(duty.doneByPersonId).toBe(ward.as('chair').actor.personId);
		const acts = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'procedure_duty', id: duty.id }));
		expect(acts.filter(({ act }) => act === 'procedure_duty.finished')).toHaveLength(1);
	});

	it('can be begun anew by a person after the draft was thrown away', async () => {
		const { setId, line } = await decided(codes.slice(27, 28));
		await react(line);
		const first = Number((await storyDuty(setId)).link!.split('/').at(-1));
		expect(await beginFor(ward.as('office'), setId)).toBeUndefined();
		await stories.remove(ward.as('culture'), first);
		await react(await lastLine('story.removed'));
		expect((await storyDuty(setId)).link).toBeNull();
		await expect(beginFor(ward.as('accountant'), setId)).rejects.toMatchObject({ status: 403 });
		const second = await beginFor(ward.as('office'), setId);
		const { row } = await reading.byId(ward.as('office'), second!);
		expect(row.authorPersonId).toBe(ward.as('office').actor.personId);
		expect((await storyDuty(setId)).link).toBe(`/lam-viec/tin-bai/${second}`);
	});

	it('is not begun for what is not there, nor for a slip of our own', async () => {
		expect(await beginFor(ward.robot(), 999_999)).toBeUndefined();
		const office = ward.as('office');
		const [version] = await read(office, (tx) => versionsOf(tx, codes[29]!));
		const edited = await catalogue.edit(office, {
			text: procedureText({ code: codes[29]!, name: 'Tên được viết lại cho đúng' }),
			effectiveFrom: '2026-06-15',
			baseVersionId: version!.id,
			correction: true
		});
		const before = (await read(office, (tx) => tx.select().from(story))).length;
		expect(await beginFor(ward.robot(), edited.changeSetId!)).toBeUndefined();
		expect(await read(office, (tx) => tx.select().from(story))).toHaveLength(before);
	});

	it('waits when nobody is there to write', async () => {
		const empty = await makeWard(database.db, 'vang-nguoi');
		const desk = empty.as('one_stop');
		const [code] = await aCatalogue(desk, 1);
		const setId = await announce(desk, {
			number: '7/QĐ-UBND',
			issuedOn: '2026-06-12',
			issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
			title: 'Công bố thủ tục bãi bỏ',
			lines: [{ code: code!, kind: 'abolished', effectiveOn: '2026-07-01' }]
		});
		// Years later everybody has left the ward's service.
		const later = { ...empty.robot(), now: new Date('2031-06-15T09:00:00+07:00') };
		await transact(later, (tx) => tx.update(position).set({ validTo: '2030-01-01' }));
		expect(await beginFor(later, setId)).toBeUndefined();
		expect(await read(later, (tx) => tx.select().from(story).where(eq(story.state, 'draft')))).toEqual([]);
		expect(await transact(later, (tx) => storyDuties.waitingForStory(tx, setId))).toBeDefined();
	});
});
