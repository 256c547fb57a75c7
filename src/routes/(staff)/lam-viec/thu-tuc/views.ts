/** Ways of looking at the catalogue, each an address of its own. */
import type { OverviewLine } from '#procedures/overview.server.ts';

export const views = {
	in_force: 'Đang hiệu lực',
	changing: 'Sắp thay đổi',
	incomplete: 'Thiếu thành phần bắt buộc',
	ended: 'Hết hiệu lực',
	all: 'Tất cả'
} as const;
export type View = keyof typeof views;

export function inView(line: Pick<OverviewLine, 'standing' | 'notice' | 'missing'>, view: View): boolean {
	switch (view) {
		case 'in_force':
			return line.standing === 'in_force';
		case 'changing':
			return line.notice !== null && line.notice.kind !== 'ended';
		case 'incomplete':
			return line.missing.length > 0;
		case 'ended':
			return line.standing === 'ended';
		case 'all':
			return true;
	}
}
