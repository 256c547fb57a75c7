import { eq } from 'drizzle-orm';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { searchEntry } from '#search/schema.server.ts';
import * as answering from './answering.server.ts';
import * as handling from './handling.server.ts';
import { covered, preview } from './pictures.server.ts';
import { boxesFrom, boxOf, fieldsUnder } from './pictures.ts';
import * as publication from './publication.server.ts';
import * as published from './published.server.ts';
import { placesOf, redact, spansIn, type Texts } from './redaction.ts';
import { feedbackPublication } from './schema.server.ts';
import { caseIn, rowOf, visitorOf } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

const texts: Texts = {
	title: 'Đèn đường đầu ngõ không sáng',
	question: 'Đèn đường hỏng ba hôm nay. Tôi là Trần Thị Mận, số 0912 345 678.',
	answer: 'Đơn vị đã thay bóng đèn đầu ngõ ngay trong buổi sáng cùng ngày.'
};
const hideAll = (given: Texts, byHand: string[] = []): publication.Given => ({
	texts: given,
	byHand,
	decided: Object.fromEntries(spansIn(given, byHand).map(({ key }) => [key, { decision: 'hide', why: '' }])),
	taskId: null,
	pictures: {}
});

describe('redaction', () => {
	it('never lets a hidden span through', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('0912345678', 'đèn hỏng', 'a@vidu.vn', 'Ông Trần Văn Tám', 'ngõ', '🙂'), {
					maxLength: 12
				}),
				(words) => {
					const text = words.join(' ');
					const spans = spansIn({ title: '', question: text, answer: '' }, ['hỏng']);
					const shown = redact(
						text,
						spans.map((span) => ({ ...span, decision: 'hide' as const })),
						'question'
					);
					for (const span of spans) expect(shown).not.toContain(span.text);
				}
			)
		);
	});
});

describe('words marked by hand', () => {
	it('are found in every spelling, as whole words, in title, question and answer', () => {
		const found = spansIn(
			{ title: 'Nhà bà MẬN', question: 'Bà Mận ở quán phở. ba man, cà mèn, mànsau', answer: 'Gửi mận  béo' },
			['mận']
		);
		expect(found.map(({ part, text }) => [part, text.split(' ').at(-1)])).toEqual([
			['title', 'MẬN'],
			['question', 'Mận'],
			['question', 'man'],
			['answer', 'mận']
		]);
	});

	it('stand at their own place also behind signs of more than one unit', () => {
		for (const { start, end, text } of placesOf('🙂 Ðà  Nẵng, ĐÀ\nNẴNG 🙂 da nang', 'đà nẵng'))
			expect('🙂 Ðà  Nẵng, ĐÀ\nNẴNG 🙂 da nang'.slice(start, end)).toBe(text);
		expect(placesOf('🙂 ĐÀ\nNẴNG 🙂 da nang', 'đà nẵng').map(({ text }) => text)).toEqual([
			'ĐÀ\nNẴNG',
			'da nang'
		]);
	});

	it('of a name found in the question, mark the same name in the answer where nothing tells that it is one', () => {
		const spans = spansIn({
			title: 'Đèn hỏng',
			question: 'Tôi là Trần Thị Mận, đèn hỏng.',
			answer: 'Đã thay đèn, tran thi man đã ký nhận.'
		});
		expect(spans.filter(({ part }) => part === 'answer')).toMatchObject([{ text: 'tran thi man' }]);
	});
});

describe('boxes over pictures', () => {
	it('are brought inside the picture; what is no box is left out', () => {
		expect(
			boxesFrom([
				{ x: -0.5, y: 0.5, width: 1, height: 9 },
				{ x: Number.NaN, y: 0, width: 1, height: 1 },
				{ x: 0, y: 0, width: 0, height: 1 },
				null,
				'ô'
			])
		).toEqual([{ x: 0, y: 0.5, width: 0.5, height: 0.5 }]);
		expect(boxesFrom('không phải')).toEqual([]);
	});

	it('become at least as much on the grid', () => {
		expect(fieldsUnder([boxOf(13)])).toEqual([13]);
		expect(fieldsUnder([{ x: 0.05, y: 0.05, width: 0.1, height: 0.1 }])).toEqual([0, 1, 12, 13]);
	});
});

describe('pictures', () => {
	it('hold no detail of the original under a box: two different pictures become the same there', async () => {
		const noisy = async (seed: number): Promise<Buffer> => {
			const pixels = Buffer.alloc(200 * 150 * 3);
			for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7919 * seed + (at >> 3) * 31) % 256;
			return sharp(pixels, { raw: { width: 200, height: 150, channels: 3 } })
				.png()
				.toBuffer();
		};
		// On the edges of the blocks of JPEG, so that what lies beside does not reach into the box.
		const box = { x: 32 / 200, y: 32 / 150, width: 96 / 200, height: 64 / 150 };
		const inside = async (seed: number): Promise<Buffer> =>
			sharp(await covered(await noisy(seed), [box]))
				.extract({ left: 33, top: 33, width: 94, height: 62 })
				.raw()
				.toBuffer();
		const one = await inside(1);
		expect(one.equals(await inside(5))).toBe(true);
		const { channels } = await sharp(one, { raw: { width: 94, height: 62, channels: 3 } }).stats();
		for (const { stdev } of channels) expect(stdev).toBeLessThan(1);
	});

	it('are painted over in the boxes and carry no metadata', async () => {
		const original = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#ff0000' } })
			.withExif({ IFD0: { Artist: 'nguoi chup' } })
			.jpeg()
			.toBuffer();
		const drawn = await covered(original, [boxOf(0)]);
		expect((await sharp(drawn).metadata()).exif).toBeUndefined();
		const { data, info } = await sharp(drawn).raw().toBuffer({ resolveWithObject: true });
		const red = (x: number, y: number): number => data[(y * info.width + x) * info.channels]!;
		expect(red(4, 4)).toBeLessThan(110);
		expect(red(60, 60)).toBeGreaterThan(220);
	});
});

describe('publishing an answer', () => {
	it('is refused for a case not answered yet, and for one that is not there', async () => {
		const id = await caseIn(ward, 'assigned');
		await expect(publication.prepare(ward.as('office'), id, hideAll(texts))).rejects.toMatchObject({
			code: 'feedback.not_answered'
		});
		await expect(publication.prepare(ward.as('office'), 999_999, hideAll(texts))).rejects.toMatchObject({
			status: 404
		});
	});

	it('waits until every marked place is decided, and asks why one is kept', async () => {
		const id = await caseIn(ward, 'answered');
		await expect(
			publication.prepare(ward.as('office'), id, { ...hideAll(texts), decided: {} })
		).rejects.toMatchObject({ code: 'feedback.undecided' });
		const given = hideAll(texts);
		const key = Object.keys(given.decided)[0]!;
		given.decided[key] = { decision: 'keep', why: '' };
		await expect(publication.prepare(ward.as('office'), id, given)).rejects.toMatchObject({
			code: 'feedback.keep_why'
		});
	});

	it('takes a second person, then everybody can read and find the copy, until it is taken down', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll(texts));
		expect(await published.list(visitorOf(ward), {})).toMatchObject({ total: 0 });
		await expect(publication.confirm(ward.as('office'), id)).rejects.toMatchObject({
			code: 'feedback.own_copy'
		});
		const url = await publication.confirm(ward.as('vice_chair'), id, (await rowOf(ward, id)).lockVersion);
		const slug = url.replace('/phan-anh/', '');
		const shown = await published.bySlug(visitorOf(ward), slug);
		expect(shown).toMatchObject({ kind: 'published', title: texts.title });
		expect(JSON.stringify(shown)).not.toMatch(/Mận|0912/);
		expect((await rowOf(ward, id)).state).toBe('published');
		const entries = () =>
			read(ward.robot(), (tx) => tx.select().from(searchEntry).where(eq(searchEntry.kind, 'answer')));
		expect(JSON.stringify(await entries())).not.toMatch(/Mận|0912/);
		expect(await entries()).toHaveLength(1);
		expect(await published.list(visitorOf(ward), { words: 'den duong' })).toMatchObject({ total: 1 });

		await publication.withdraw(ward.as('office'), id, 'Người gửi đề nghị gỡ.');
		expect(await entries()).toHaveLength(0);
		expect(await published.bySlug(visitorOf(ward), slug)).toMatchObject({ kind: 'withdrawn' });
		expect((await rowOf(ward, id)).state).toBe('answered');
		const acts = await read(ward.robot(), (tx) => tx.select({ act: journalEntry.act }).from(journalEntry));
		expect(acts.map(({ act }) => act)).toEqual(
			expect.arrayContaining(['feedback.copy_prepared', 'feedback.published', 'feedback.unpublished'])
		);
	});

	it('can be sent back with a reason, and is confirmed only after it was prepared again', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll(texts));
		const { lockVersion } = await rowOf(ward, id);
		await publication.sendBack(ward.as('vice_chair'), id, 'Còn tên ngõ, xin che thêm.', lockVersion);
		await expect(publication.confirm(ward.as('vice_chair'), id)).rejects.toMatchObject({
			code: 'feedback.nothing_prepared'
		});
		await publication.prepare(ward.as('office'), id, hideAll(texts, ['ba hôm nay']));
		await expect(publication.confirm(ward.as('vice_chair'), id, lockVersion)).rejects.toMatchObject({
			code: 'feedback.changed_meanwhile'
		});
		const url = await publication.confirm(ward.as('vice_chair'), id);
		const shown = await published.bySlug(visitorOf(ward), url.replace('/phan-anh/', ''));
		expect(JSON.stringify(shown)).not.toContain('ba hôm nay');
	});

	it('shows a photo only covered, or with the word that nobody is in it; the second person sees what will be public', async () => {
		const photo = await sharp({ create: { width: 240, height: 180, channels: 3, background: '#ff0000' } })
			.jpeg()
			.toBuffer();
		const id = await caseIn(ward, 'answered', undefined, { uploads: [{ name: 'anh.jpg', bytes: photo }] });
		const [picture] = (await publication.open(ward.as('office'), id)).pictures;
		const whole = { x: 0, y: 0, width: 0.5, height: 0.5 };
		const withPicture = (covering: { boxes: (typeof whole)[]; nobody: boolean }): publication.Given => ({
			...hideAll(texts),
			pictures: { [picture!.id]: covering }
		});
		await expect(
			publication.prepare(ward.as('office'), id, withPicture({ boxes: [], nobody: false }))
		).rejects.toMatchObject({ code: 'feedback.picture_uncovered' });
		await publication.prepare(ward.as('office'), id, withPicture({ boxes: [], nobody: true }));
		await publication.prepare(ward.as('office'), id, withPicture({ boxes: [whole], nobody: false }));
		const seen = await preview(ward.as('vice_chair'), id, picture!.id);
		await expect(preview(ward.as('culture'), id, picture!.id)).rejects.toMatchObject({ status: 404 });
		const url = await publication.confirm(ward.as('vice_chair'), id);
		const shown = await published.bySlug(visitorOf(ward), url.replace('/phan-anh/', ''));
		if (shown?.kind !== 'published') throw new Error('not published');
		const bytes = await readFile(files.pathOf(shown.pictures[0]!.token));
		const pixels = (given: Buffer): Promise<Buffer> => sharp(given).raw().toBuffer();
		// The store writes every picture anew: the same drawing, colours at the edges a little apart.
		const [drawn, looked] = [await pixels(bytes), await pixels(seen)];
		expect(drawn.length).toBe(looked.length);
		const apart = drawn.reduce((sum, value, at) => sum + Math.abs(value - looked[at]!), 0);
		expect(apart / drawn.length).toBeLessThan(3);
		expect(drawn[0]).toBeLessThan(110);
	});

	it('is refused at the confirmation when a hidden name stands elsewhere in another spelling', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll(texts, ['bóng đèn']));
		// As an older copy, or one changed in the database, might have it.
		await transact(ward.robot(), (tx) =>
			tx
				.update(feedbackPublication)
				.set({ answer: 'Đơn vị đã làm xong BONG DEN trong ngày.' })
				.where(eq(feedbackPublication.caseId, id))
		);
		await expect(publication.confirm(ward.as('vice_chair'), id)).rejects.toMatchObject({
			code: 'feedback.left_open'
		});
	});

	it('goes from public view when the case is looked at again, and comes back at its address with the new answer', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll({ ...texts, title: 'Đèn ngõ chín không sáng' }));
		const url = await publication.confirm(ward.as('vice_chair'), id);
		const slug = url.replace('/phan-anh/', '');
		await handling.reopen(ward.as('office'), id, 'Người dân báo đèn lại hỏng.');
		expect(await published.bySlug(visitorOf(ward), slug)).toMatchObject({ kind: 'withdrawn', again: true });
		const found = await read(ward.robot(), (tx) =>
			tx.select().from(searchEntry).where(eq(searchEntry.key, slug))
		);
		expect(found).toEqual([]);
		await expect(publication.prepare(ward.as('office'), id, hideAll(texts))).rejects.toMatchObject({
			code: 'feedback.not_answered'
		});

		await handling.assign(ward.as('office'), id, { unitId: ward.unitIds.one_stop });
		const anew = 'Đơn vị đã thay cả dây và bóng đèn, đèn sáng ổn định từ tối thứ Hai.';
		await answering.draft(ward.as('one_stop'), id, { text: anew });
		await answering.approve(ward.as('chair'), id);
		await answering.answer(ward.as('one_stop'), id);
		expect((await publication.open(ward.as('office'), id)).draft.answer).toBe(anew);
		await publication.prepare(ward.as('office'), id, hideAll({ ...texts, answer: anew }));
		expect(await publication.confirm(ward.as('vice_chair'), id)).toBe(url);
		expect(await published.bySlug(visitorOf(ward), slug)).toMatchObject({ kind: 'published', answer: anew });
	});

	it('stands in the feed of its content area; an area no plan knows is refused', async () => {
		const id = await caseIn(ward, 'answered');
		await expect(
			publication.prepare(ward.as('office'), id, { ...hideAll(texts), areaKey: 'khong-co' })
		).rejects.toMatchObject({ code: 'feedback.unknown_area' });
		await publication.prepare(ward.as('office'), id, hideAll({ ...texts, title: 'Đèn ngõ tám không sáng' }));
		const url = await publication.confirm(ward.as('vice_chair'), id);
		const found = await published.feed(visitorOf(ward), 50);
		expect(found.map((one) => one.url)).toContain(url);
		expect(JSON.stringify(found)).not.toMatch(/Mận|0912/);
		expect(await published.feed(visitorOf(ward), 50, 'hotline')).toEqual([]);
	});

	it('is published once when two people confirm at the same moment', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll({ ...texts, title: 'Đèn ngõ mười không sáng' }));
		const { lockVersion } = await rowOf(ward, id);
		const both = await Promise.allSettled([
			publication.confirm(ward.as('vice_chair'), id, lockVersion),
			publication.confirm(ward.as('chair'), id, lockVersion)
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it('shows whoever may not see the person neither name nor number', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll(texts));
		expect(JSON.stringify(await publication.open(ward.as('culture'), id))).not.toMatch(/Mận|0912/);
	});
});
