import { settings } from './settings.ts';

/** Where residents reach the portal of a ward, without a slash at the end; `host`: the ward's own name on this installation. */
export function portalOrigin(host: string | null): string {
	const { ORIGIN, HOST, PORT } = settings();
	const origin = new URL(ORIGIN ?? `http://${HOST}:${PORT}`);
	if (host && ORIGIN) origin.hostname = host;
	return origin.origin;
}
