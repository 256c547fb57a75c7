import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { searchEntry } from '#search/schema.server.ts';
import { boxOf, covered } from './pictures.server.ts';
import * as publication from './publication.server.ts';
import * as published from './published.server.ts';
import { redact, spansIn, type Texts } from './redaction.ts';
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

describe('pictures', () => {
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

	it('shows whoever may not see the person neither name nor number', async () => {
		const id = await caseIn(ward, 'answered');
		await publication.prepare(ward.as('office'), id, hideAll(texts));
		expect(JSON.stringify(await publication.open(ward.as('culture'), id))).not.toMatch(/Mận|0912/);
	});
});
