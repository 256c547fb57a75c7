/** What the frame around every staff page shows, and where it leads. */
import type { IconName } from '#platform/ui/Icon.svelte';
import type { Role } from '#people/role.ts';

export type ShellPerson = { name: string; title: string; role: Role; positionId: number; unitName: string };
export type ShellPosition = { id: number; title: string; unitName: string };
export type ShellData = {
	ward?: { name: string; sample: boolean };
	person: ShellPerson;
	/** Every position the person holds today; with more than one they choose in which they act. */
	positions: ShellPosition[];
	/** Notices not read yet. */
	unread: number;
};

type Entry = { href: string; label: string; icon: IconName; roles?: Role[] };

const entries: Entry[] = [
	{ href: '/lam-viec', label: 'Bảng việc', icon: 'work' },
	{ href: '/lam-viec/ke-hoach', label: 'Kế hoạch', icon: 'plan' },
	{ href: '/lam-viec/nhiem-vu', label: 'Nhiệm vụ', icon: 'task' },
	{ href: '/lam-viec/tin-bai', label: 'Tin bài', icon: 'story' },
	{
		href: '/lam-viec/phan-anh',
		label: 'Phản ánh',
		icon: 'mail',
		roles: [
			'chair',
			'vice_chair',
			'office',
			'culture',
			'radio',
			'justice',
			'accountant',
			'one_stop',
			'front',
			'residential'
		]
	},
	{ href: '/lam-viec/duong-day-nong', label: 'Đường dây nóng', icon: 'phone' },
	{
		href: '/lam-viec/phat-thanh',
		label: 'Truyền thanh',
		icon: 'speaker',
		roles: ['chair', 'vice_chair', 'office', 'culture', 'radio']
	},
	{
		href: '/lam-viec/kenh',
		label: 'Các kênh',
		icon: 'send',
		roles: [
			'admin',
			'chair',
			'vice_chair',
			'office',
			'culture',
			'radio',
			'front',
			'justice',
			'one_stop',
			'accountant'
		]
	},
	{ href: '/lam-viec/thu-tuc', label: 'Thủ tục', icon: 'list' },
	{ href: '/lam-viec/niem-yet', label: 'Niêm yết', icon: 'print' },
	{
		href: '/lam-viec/tim-kiem',
		label: 'Tìm kiếm',
		icon: 'search',
		roles: ['admin', 'office', 'culture', 'one_stop']
	},
	{ href: '/lam-viec/tien-do', label: 'Tiến độ', icon: 'progress' },
	{ href: '/lam-viec/bao-cao', label: 'Báo cáo', icon: 'report' },
	{ href: '/lam-viec/quan-tri', label: 'Quản trị', icon: 'settings', roles: ['admin'] },
	{ href: '/lam-viec/tai-khoan', label: 'Tài khoản', icon: 'person' }
];

export function entriesFor(role: Role): Entry[] {
	return entries.filter((entry) => !entry.roles || entry.roles.includes(role));
}

/** Is the page part of this entry? The start page is only itself, everything else lies under it. */
export function isHere(entry: string, path: string): boolean {
	return entry === '/lam-viec' ? path === entry : path === entry || path.startsWith(`${entry}/`);
}
