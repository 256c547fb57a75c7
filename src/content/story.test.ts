import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBlocks } from './blocks.ts';
import { compare, changed, wordDiff } from './compare.ts';
import {
	emptyText,
	mayFollow,
	missing,
	slugOf,
	states,
	storyForm,
	transitions,
	type StoryState,
	type StoryText
} from './story.ts';

const whole: StoryText = {
	...emptyText,
	title: 'Nhận hồ sơ chứng thực trong ngày',
	summary: 'Quầy số hai nhận và trả kết quả ngay trong ngày.',
	areas: ['one_stop'],
	body: fromBlocks([{ type: 'paragraph', text: 'tiếng '.repeat(40) }])
};
const codes = (text: StoryText, conflicts = 0): string[] => missing(text, conflicts).map(({ code }) => code);

describe('what a story lacks', () => {
	it('is nothing when it has everything', () => {
		expect(codes(whole)).toEqual([]);
	});

	it('is named with its field, at each limit', () => {
		expect(codes({ ...whole, title: 'Ngắn' })).toEqual(['story.title_short']);
		expect(codes({ ...whole, title: 'a'.repeat(161) })).toEqual(['story.title_long']);
		expect(codes({ ...whole, summary: 'a'.repeat(301) })).toEqual(['story.summary_long']);
		expect(codes({ ...whole, areas: [] })).toEqual(['story.area_missing']);
		expect(codes({ ...whole, body: fromBlocks([{ type: 'paragraph', text: 'tiếng '.repeat(39) }]) })).toEqual(
			['story.body_short']
		);
		expect(codes({ ...whole, cover: { palette: 'red', motif: '', token: 'abcdefghij', alt: ' ' } })).toEqual([
			'story.cover_alt'
		]);
		expect(codes(whole, 1)).toEqual(['story.conflict_open']);
	});
});

describe('the states of a story', () => {
	it('can all be reached from a draft, and left again', () => {
		const reached = new Set<StoryState>(['draft']);
		for (let round = 0; round < 7; round++)
			for (const { from, to } of Object.values(transitions))
				if ((from as readonly StoryState[]).some((state) => reached.has(state))) reached.add(to);
		expect([...reached].sort()).toEqual(Object.keys(states).sort());
		for (const state of Object.keys(states) as StoryState[])
			expect(
				Object.keys(transitions).some((act) => mayFollow(act as keyof typeof transitions, state)),
				state
			).toBe(true);
	});

	it('lead to the public only through an approval, or the emergency that leaves a debt', () => {
		const ways = Object.entries(transitions).filter(([, { to }]) => to === 'published');
		for (const [act, { from }] of ways) {
			const open = (from as readonly StoryState[]).filter(
				(state) => state !== 'approved' && state !== 'scheduled'
			);
			if (open.length > 0) expect(['publish_emergency', 'discard']).toContain(act);
		}
	});
});

describe('the address of a story', () => {
	it('is its title without marks', () => {
		expect(slugOf('Đường dây nóng: 5 điều cần biết!')).toBe('duong-day-nong-5-dieu-can-biet');
		expect(slugOf('Ủy ban'.normalize('NFD'))).toBe('uy-ban');
		expect(slugOf('…')).toBe('tin');
	});

	it('always has the form the database asks for', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
				expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
				expect(slugOf(title).length).toBeLessThanOrEqual(80);
			})
		);
		expect(slugOf('từ '.repeat(60))).toHaveLength(80);
	});
});

describe('the form of a story', () => {
	it('cleans what people type and refuses what machines send', () => {
		const parsed = storyForm.parse({
			title: '  Hai   dòng\nmột ',
			summary: '',
			citedDocuments: ['', ' a ', 'a'],
			areas: ['b', 'a', 'b'],
			reviewBy: ''
		});
		expect(parsed).toMatchObject({
			title: 'Hai dòng một',
			citedDocuments: ['a'],
			areas: ['a', 'b'],
			reviewBy: null,
			taskId: null
		});
		expect(storyForm.safeParse({ title: 'a\u0000b', summary: '' }).success).toBe(false);
		expect(storyForm.safeParse({ title: '', summary: '', areas: ['<b>'] }).success).toBe(false);
		expect(storyForm.safeParse({ title: '', summary: '', expiresOn: '2026-02-30' }).success).toBe(false);
		expect(
			storyForm.safeParse({ title: '', summary: '', cover: { palette: 'pink', motif: '' } }).success
		).toBe(false);
	});
});

describe('comparing two texts', () => {
	it('takes nothing away from either side', () => {
		const text = fc
			.array(fc.constantFrom('một', 'hai', 'ba', 'bốn', ' ', '\n', '  '), { maxLength: 30 })
			.map((words) => words.join(' '));
		fc.assert(
			fc.property(text, text, (older, newer) => {
				const pieces = wordDiff(older, newer);
				const side = (without: string) =>
					pieces
						.filter(({ kind }) => kind !== without)
						.map((piece) => piece.text)
						.join('');
				expect(side('added')).toBe(older);
				expect(side('removed')).toBe(newer);
			})
		);
	});

	it('names the fields that differ', () => {
		const names = { area: (key: string) => key, audience: (key: string) => key };
		const fields = compare(
			whole,
			{ ...whole, title: 'Nhận hồ sơ chứng thực trong tuần', areas: ['digital', 'one_stop'] },
			names
		);
		expect(fields.filter(changed).map(({ field }) => field)).toEqual(['title', 'areas']);
		expect(fields[0]!.pieces.filter(({ kind }) => kind !== 'same')).toEqual([
			{ kind: 'removed', text: 'ngày' },
			{ kind: 'added', text: 'tuần' }
		]);
	});
});
