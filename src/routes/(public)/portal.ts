/** What the pages of the portal share: who it belongs to, its entries, how long a page may be kept. */
import type { IconName } from '#platform/ui/Icon.svelte';

/**
 * A page looks the same for everyone, so browsers and proxies may keep it; for one minute only, because what is
 * withdrawn must be gone soon.
 */
export const forEveryone = { 'cache-control': 'public, max-age=60' };

export type Contact = { address?: string; phone?: string; email?: string; hours?: string };
export type PortalWard = {
	/** "phường Cổ Thành", as inside a sentence. */
	name: string;
	superiorName: string;
	sample: boolean;
	/** Only what the ward really gave. */
	contact: Contact;
};

export const entries = [
	{ href: '/', label: 'Trang chủ' },
	{ href: '/thu-tuc', label: 'Thủ tục' },
	{ href: '/tin-tuc', label: 'Tin tức' },
	{ href: '/phan-anh', label: 'Hỏi đáp' },
	{ href: '/ke-hoach', label: 'Kế hoạch' }
];

export function isHere(href: string, path: string): boolean {
	return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

const icons: Record<string, IconName> = {
	policy: 'plan',
	indices: 'progress',
	reform_tasks: 'task',
	one_stop: 'people',
	digital: 'device',
	models: 'star',
	hotline: 'phone',
	rights: 'lock'
};

/** The drawing beside a content area; areas a ward names itself get a plain one. */
export function areaIcon(key: string): IconName {
	return icons[key] ?? 'list';
}

/** An address with only those parameters that say something. */
export function address(
	path: string,
	parameters: Record<string, string | number | null | undefined>
): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
	}
	const text = query.toString();
	return text ? `${path}?${text}` : path;
}
