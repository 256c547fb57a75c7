import { describe, expect, it } from 'vitest';
import { taskStates, type TaskState } from '#plan/task.ts';
import { countStages, isStage, stageOf } from './progress.ts';
import { address, areaIcon, isHere } from './portal.ts';
import { shown } from './story.ts';

describe('progress for residents', () => {
	it('has a plain word for every state, and every task is counted once', () => {
		const states = Object.keys(taskStates) as TaskState[];
		for (const state of states) expect(isStage(stageOf(state))).toBe(true);
		const counts = countStages(states);
		expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(states.length);
		expect(counts).toEqual({ done: 1, doing: 2, late: 1, ahead: 1, dropped: 1 });
	});

	it('does not take anything else from the address for a stage', () => {
		expect(isStage('toString')).toBe(false);
		expect(isStage(null)).toBe(false);
		expect(isStage('late')).toBe(true);
	});
});

describe('addresses of the portal', () => {
	it('leave out what says nothing', () => {
		expect(address('/tin-tuc', { 'noi-dung': '', thang: null, trang: undefined })).toBe('/tin-tuc');
		expect(address('/tin-tuc', { 'noi-dung': 'digital', trang: 2 })).toBe('/tin-tuc?noi-dung=digital&trang=2');
	});

	it('mark the entry a page lies under', () => {
		expect(isHere('/', '/tin-tuc')).toBe(false);
		expect(isHere('/tin-tuc', '/tin-tuc/mot-bai')).toBe(true);
		expect(isHere('/tin-tuc', '/tin-tuckhac')).toBe(false);
	});
});

it('shows a story with the names of its areas and the address of its picture', () => {
	const card = {
		slug: 'a',
		title: 'Tên',
		summary: 'Tóm tắt',
		publishedAt: new Date(0),
		areas: ['digital', 'gone'],
		cover: { palette: 'red', motif: 'loa', token: 'abcdefghij', alt: 'Loa' }
	};
	expect(shown(card, { digital: 'Chuyển đổi số' })).toMatchObject({
		areas: [{ key: 'digital', shortName: 'Chuyển đổi số' }],
		cover: { src: '/tep/abcdefghij', alt: 'Loa' }
	});
	expect(shown({ ...card, cover: { palette: 'red', motif: 'loa' } }, {}).cover).toEqual({ palette: 'red', motif: 'loa' });
});

it('has a drawing for areas nobody has heard of', () => {
	expect(areaIcon('khac')).toBe('list');
});
