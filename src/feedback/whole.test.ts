import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as casefile from './casefile.server.ts';
import * as handling from './handling.server.ts';
import * as leading from './leading.server.ts';
import * as quarantine from './quarantine.server.ts';
import { feedbackWhole } from './schema.server.ts';
import * as senders from './senders.server.ts';
import * as splitting from './splitting.server.ts';
import { classified, receivedCase, rowOf } from './testing.ts';

const database = useDatabase();
let ward: TestWard;

beforeAll(async () => {
	ward = await makeWard(database.db);
});

let text = '';
let times = 0;
const message =
	'Đèn đường đầu ngõ 5 hỏng ba hôm nay. Cán bộ ở quầy nói năng khó nghe khi tôi đến hỏi. Xin phường xem xét cả hai việc. Tôi là Trần Thị Mận, số 0912 345 678.';
const wholes = () => read(ward.robot(), (tx) => tx.select().from(feedbackWhole));

/** The lamp stays with the first case, the manners become a case of their own. */
async function twoParts(): Promise<[number, number]> {
	// The same words too often in a day would wait for a person's look.
	text = `${message} Đây là lần báo thứ ${++times}.`;
	const id = await receivedCase(ward, { text });
	const [made] = await splitting.split(
		ward.as('office'),
		id,
		{ belongs: [1, 2, 1, 1, 1] },
		(await rowOf(ward, id)).lockVersion
	);
	return [id, made!.id];
}

async function give(id: number, kind: string): Promise<void> {
	await handling.classify(ward.as('office'), id, { ...classified, class: kind });
	await handling.assign(ward.as('office'), id, { unitId: ward.unitIds.one_stop });
}

describe('a message that was split', () => {
	it('is kept as it was sent beside every part, and nobody can change it', async () => {
		const ids = await twoParts();
		for (const id of ids)
			expect((await casefile.open(ward.as('office'), id)).whole).toEqual({ text, masked: false });
		await expect(
			transact(ward.as('office'), (tx) => tx.update(feedbackWhole).set({ text: 'khác' }))
		).rejects.toThrow();
	});

	it('stays as it was sent when a part is divided further', async () => {
		const [first, second] = await twoParts();
		const part = await rowOf(ward, first);
		await splitting.split(ward.as('office'), first, { belongs: [1, 2, 2, 2] }, part.lockVersion);
		expect((await casefile.open(ward.as('office'), second)).whole?.text).toBe(text);
	});

	it('is read by whoever may see every part, masked when one part is masked for them', async () => {
		const [lamp, manners] = await twoParts();
		await give(lamp, 'local_issue');
		// The desk works on the lamp and is shown nothing of the manners.
		expect((await casefile.open(ward.as('one_stop'), lamp)).whole).toBeNull();
		await give(manners, 'conduct');
		const whole = (await casefile.open(ward.as('one_stop'), lamp)).whole!;
		expect(whole.masked).toBe(true);
		expect(whole.text).toContain('Cán bộ ở quầy');
		expect(whole.text).not.toMatch(/Mận|0912/);
	});

	it('goes into the seal of the part that is led to its own lawful path', async () => {
		const [lamp, manners] = await twoParts();
		const before = (await wholes()).length;
		await leading.guide(ward.as('office'), manners, {
			kind: 'denunciation',
			place: 'Nơi tiếp công dân của phường'
		});
		for (const id of [lamp, manners]) expect((await casefile.open(ward.as('chair'), id)).whole).toBeNull();
		expect((await wholes()).length).toBe(before - 1);
		expect(await senders.openSealed(ward.as('chair'), manners, 'Chuyển nơi tiếp công dân')).toContain(text);
	});

	it('keeps its sender for the other parts when one of them was rubbish and is emptied', async () => {
		const [lamp, manners] = await twoParts();
		await quarantine.rejectSpam(ward.as('office'), manners);
		const much = new Date(Date.now() + 400 * 86_400_000);
		expect(await quarantine.emptyDue(ward.robot(much))).toBe(1);
		const { sender, whole } = await casefile.open(ward.as('office'), lamp);
		expect([sender?.erasedAt, whole]).toEqual([null, null]);
	});
});
