import { settings } from '#platform/settings.ts';

/** Where residents reach the portal: what is printed must not carry the address the staff happened to come in by. */
export function publicOrigin(url: URL): string {
	return (settings().ORIGIN ?? url.origin).replace(/\/+$/, '');
}
