import { describe, expect, it } from 'vitest';
import { taskStates, type TaskState } from '#plan/task.ts';
import { countStages, isStage, stageLabel, stageOf, type Progress } from './progress.ts';
import { address, areaIcon, isHere } from './portal.ts';
import { shown } from './story.ts';

describe('progress for residents', () => {
	const task = (state: TaskState, more: Partial<Progress> = {}): Progress => ({
		state,
		measure: '12 bài',
		done: 3,
		required: 12,
		...more
	});

	it('has a plain word for every state, and every task is counted once', () => {
		const all = (Object.keys(taskStates) as TaskState[]).map((state) => task(state));
		for (const one of all) expect(isStage(stageOf(one))).toBe(true);
		expect(countStages(all)).toEqual({ done: 1, ready: 0, doing: 2, late: 1, ahead: 1, dropped: 1 });
	});

	it('says that everything is there before the office has closed the task, but never hides a delay', () => {
		expect(stageOf(task('in_progress', { done: 12 }))).toBe('ready');
		expect(stageOf(task('planned', { done: 13 }))).toBe('ready');
		expect(stageOf(task('overdue', { done: 12 }))).toBe('late');
		expect(stageOf(task('waived', { done: 12 }))).toBe('dropped');
		expect(stageOf(task('in_progress', { measure: null, done: 1, required: 1 }))).toBe('doing');
	});

	it('tells a past year as it ended', () => {
		expect(stageLabel('late', true)).toBe('Chưa đủ kết quả');
		expect(stageLabel('late')).toBe('Đang chậm');
		expect(stageLabel('done', true)).toBe('Đã xong');
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
		expect(address('/tin-tuc', { 'noi-dung': 'digital', trang: 2 })).toBe(
			'/tin-tuc?noi-dung=digital&trang=2'
		);
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
	expect(shown({ ...card, cover: { palette: 'red', motif: 'loa' } }, {}).cover).toEqual({
		palette: 'red',
		motif: 'loa'
	});
});

it('has a drawing for areas nobody has heard of', () => {
	expect(areaIcon('khac')).toBe('list');
});
