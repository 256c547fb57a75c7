/** What a page tells of the work on a piece of sound. */
import { steps, type Step } from '#broadcast/audio/step.ts';

type State = 'waiting' | 'working' | 'ready' | 'failed' | 'stopped';
export type Making = { id: number; state: State; progress: number; step: Step | null; error: string | null };

export const making = ({ id, state, progress, step, error }: Making): Making => ({
	id,
	state,
	progress,
	step,
	error
});

export const underWay = ({ state }: Making): boolean => state === 'waiting' || state === 'working';

export function wordsOf({ state, step }: Making): string {
	if (state === 'waiting') return 'Đang chờ đến lượt';
	if (state === 'working') return step ? steps[step] : 'Đang bắt đầu';
	if (state === 'ready') return 'Đã xong';
	return state === 'failed' ? 'Chưa làm được' : 'Đã dừng';
}

export const kinds = {
	recording: 'Bản thu',
	upload: 'Tệp gửi lên',
	synthetic: 'Giọng máy',
	music: 'Nhạc',
	jingle: 'Nhạc hiệu'
} as const;
