/**
 * Keeps the console (/may-phat) there without a network: its page and the built files it uses, nothing of any other page.
 * Registered by the console only, for its own address.
 */
/// <reference lib="webworker" />
import { version } from '$app/env';
import { immutable } from '$app/manifest';

declare const self: ServiceWorkerGlobalScope;
const SHELL = `may-phat-${version}`;
const built = immutable.map(({ path }) => new URL(path, location.origin).pathname);
const PAGE = '/may-phat';
/** A server that only half answers must not keep the station silent. */
const PATIENCE = 3000;

self.addEventListener('install', (event) => {
	event.waitUntil(
		(async () => {
			const shelf = await caches.open(SHELL);
			await shelf.addAll([PAGE, ...built]);
			await self.skipWaiting();
		})()
	);
});

self.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			for (const name of await caches.keys())
				if (name.startsWith('may-phat-') && name !== SHELL) await caches.delete(name);
			await self.clients.claim();
		})()
	);
});

self.addEventListener('fetch', (event) => {
	const { pathname, origin } = new URL(event.request.url);
	if (event.request.method !== 'GET' || origin !== location.origin) return;
	if (pathname !== PAGE && !built.includes(pathname)) return;
	event.respondWith(
		(async () => {
			const shelf = await caches.open(SHELL);
			if (pathname !== PAGE) return (await shelf.match(pathname)) ?? fetch(event.request);
			// The page fresh when it can be had soon; else the one that came with the files kept here.
			try {
				const fresh = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE) });
				if (fresh.ok) return fresh;
			} catch {
				// The server is away: the console is not.
			}
			return (await shelf.match(PAGE)) ?? Response.error();
		})()
	);
});
