import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTo } from '#channels/message.ts';
import { fromBlocks } from './blocks.ts';
import {
	cutParagraphs,
	derive,
	editionOutlets,
	formOf,
	hashtagOf,
	wrongIn,
	type EditionOutlet,
	type Told
} from './edition.ts';

const outlets = Object.keys(editionOutlets) as EditionOutlet[];
const words = fc
	.array(fc.constantFrom('thủ', 'tục', 'nghiêng', 'Ủy ban', 'hộ tịch', '🙂', 'ừ', 'a'.repeat(60)), {
		minLength: 1,
		maxLength: 400
	})
	.map((list) => list.join(' '));
const told = fc
	.record({ title: words, summary: words, paragraphs: fc.array(words, { minLength: 1, maxLength: 20 }) })
	.map(({ title, summary, paragraphs }): Told => ({
		storyId: 7,
		title,
		summary,
		body: fromBlocks(paragraphs.map((text) => ({ type: 'paragraph', text }))),
		cover: { token: 'x', alt: 'y' },
		hashtags: ['A', 'B', 'C', 'D', 'E', 'F']
	}));

describe('an edition', () => {
	it('keeps the form of its channel whatever the story says, and never loses the link', () => {
		fc.assert(
			fc.property(told, fc.constantFrom(...outlets), (story, outlet) => {
				const form = formOf(outlet);
				const message = derive(story, outlet);
				expect(message.title.length).toBeLessThanOrEqual(form.title);
				expect(message.title.length).toBeGreaterThan(0);
				expect(message.summary.length).toBeLessThanOrEqual(form.summary);
				expect(message.text.length).toBeLessThanOrEqual(form.text);
				expect(message.hashtags.length).toBeLessThanOrEqual(form.hashtags);
				expect(message.link).toBe(form.parts.includes('link') ? '/t/7' : null);
				expect(message.cover).toEqual(form.parts.includes('cover') ? story.cover : null);
				for (const part of [message.title, message.summary, message.text])
					expect(part).toBe(part.normalize('NFC').toWellFormed());
			})
		);
	});

	it('says what somebody wrote, and the story where nobody wrote', () => {
		const story: Told = {
			storyId: 1,
			title: 'Tiêu đề của bài',
			summary: 'Tóm tắt',
			body: fromBlocks([{ type: 'paragraph', text: 'Nội dung.' }]),
			cover: null,
			hashtags: ['X']
		};
		const message = derive(story, 'facebook', { title: 'Tiêu đề khác' });
		expect(message.title).toBe('Tiêu đề khác');
		expect(message.text).toContain('TIÊU ĐỀ CỦA BÀI');
		expect(message.hashtags).toEqual(['X']);
	});

	it('names what is too long, by field', () => {
		expect(wrongIn('push', { title: 'a'.repeat(61) })).toEqual([
			{ field: 'title', message: 'Tiêu đề cho Thông báo đẩy dài nhất 60 ký tự, hiện có 61. Hãy rút gọn.' }
		]);
		expect(wrongIn('facebook', { hashtags: ['a', 'b', 'c', 'd', 'e', 'f'] })[0]?.field).toBe('hashtags');
		expect(wrongIn('zalo', { title: ' ' })[0]?.field).toBe('title');
		expect(wrongIn('zalo', { title: 'Vừa', text: 'Được' })).toEqual([]);
	});

	it('cuts on a word, never inside a letter', () => {
		expect(cutTo('Nhận hồ sơ chứng thực', 12)).toBe('Nhận hồ sơ…');
		expect(cutTo('🙂🙂🙂🙂', 4).toWellFormed()).toBe(cutTo('🙂🙂🙂🙂', 4));
		expect(cutParagraphs('một\n\nhai\n\nba', 10)).toBe('một\n\nhai\n…');
	});

	it('makes tags of letters and digits', () => {
		expect(hashtagOf('phường Chí Linh')).toBe('PhuongChiLinh');
		expect(hashtagOf('#Đổi mới!')).toBe('DoiMoi');
	});
});
