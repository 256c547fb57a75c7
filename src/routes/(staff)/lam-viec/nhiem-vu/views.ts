/** The four looks at the tasks, and how an address keeps the filters. */
import { isDay } from '#platform/clock.ts';
import { taskStates, type TaskState } from '#plan/task.ts';

export const views = {
	'danh-sach': 'Danh sách',
	bang: 'Bảng theo tình trạng',
	lich: 'Lịch',
	'don-vi': 'Theo đơn vị'
} as const;
export type View = keyof typeof views;

export type Query = {
	view: View;
	plan: number | undefined;
	unit: number | undefined;
	area: string | undefined;
	state: TaskState | undefined;
	/** `2026-03`. */
	month: string | undefined;
	mine: boolean;
	words: string | undefined;
};

const number = (text: string | null) => {
	const value = Number(text);
	return text && Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

/** Nonsense in an address counts as not given. */
export function queryOf(params: URLSearchParams): Query {
	const view = params.get('xem') ?? '';
	const state = params.get('trang-thai') ?? '';
	const month = params.get('thang') ?? '';
	return {
		view: view in views ? (view as View) : 'danh-sach',
		plan: number(params.get('plan')),
		unit: number(params.get('don-vi')),
		area: params.get('noi-dung') || undefined,
		state: state in taskStates ? (state as TaskState) : undefined,
		month: isDay(`${month}-01`) ? month : undefined,
		mine: params.get('cua-toi') === '1',
		words: params.get('q')?.trim() || undefined
	};
}

export function addressOf(query: Query, change: Partial<Query> = {}): string {
	const all = { ...query, ...change };
	const params = new URLSearchParams();
	if (all.view !== 'danh-sach') params.set('xem', all.view);
	if (all.plan) params.set('plan', String(all.plan));
	if (all.unit) params.set('don-vi', String(all.unit));
	if (all.area) params.set('noi-dung', all.area);
	if (all.state) params.set('trang-thai', all.state);
	if (all.month) params.set('thang', all.month);
	if (all.mine) params.set('cua-toi', '1');
	if (all.words) params.set('q', all.words);
	const text = params.toString();
	return `/lam-viec/nhiem-vu${text ? `?${text}` : ''}`;
}
