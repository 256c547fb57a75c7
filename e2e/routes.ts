/** Every page and endpoint of the program, found in its folders, with real addresses found by walking the pages. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const routes = fileURLToPath(new URL('../src/routes/', import.meta.url));

export type Route = {
	/** `/(staff)/lam-viec/thu-tuc/[code]` */
	id: string;
	/** Names of its form actions; empty: none. */
	actions: string[];
	/** Methods an endpoint answers, GET of a page aside. */
	methods: string[];
};

/** Everything under src/routes, however many rooms add to it. */
export async function allRoutes(): Promise<Route[]> {
	const found = new Map<string, Route>();
	for (const file of readdirSync(routes, { recursive: true, encoding: 'utf8' }).sort()) {
		const name = path.basename(file);
		if (!/^\+(page(@.*)?\.svelte|page\.server\.ts|server\.ts)$/.test(name)) continue;
		const folder = path.dirname(file).replaceAll(path.sep, '/');
		const id = folder === '.' ? '/' : `/${folder}`;
		const route = found.get(id) ?? { id, actions: [], methods: [] };
		if (name.endsWith('.ts')) {
			const module = (await import(pathToFileURL(path.join(routes, file)).href)) as Record<string, unknown>;
			route.actions.push(...Object.keys((module['actions'] as object | undefined) ?? {}));
			if (name === '+server.ts')
				route.methods.push(...Object.keys(module).filter((key) => /^([A-Z]+|fallback)$/.test(key)));
		}
		found.set(id, route);
	}
	return [...found.values()];
}

const segments = (id: string): string[] => id.split('/').filter((part) => part && !/^\(.*\)$/.test(part));

/** Which addresses are of the route. */
export function patternOf(id: string): RegExp {
	const parts = segments(id).map((part) =>
		part
			.split(/(\[[^\]]+\])/)
			.map((one) =>
				one.startsWith('[...')
					? '.*'
					: one.startsWith('[')
						? '[^/]+'
						: one.replace(/[.*+?^${}()|\\]/g, '\\$&')
			)
			.join('')
	);
	return new RegExp(`^/${parts.join('/')}$`);
}

/** An address of the route with this in the place of everything that varies. */
export const addressWith = (id: string, word: string): string =>
	`/${segments(id)
		.map((part) => part.replace(/\[[^\]]+\]/g, word))
		.join('/')}`;

/** One real address for each route that the walk comes by. */
export async function walk(
	get: (address: string) => Promise<string>,
	from: string[],
	ids: string[]
): Promise<Map<string, string>> {
	const wanted = ids.map((id) => ({ id, pattern: patternOf(id) }));
	const found = new Map<string, string>();
	const seen = new Set(from);
	const waiting = [...from];
	const perPattern = new Map<string, number>();
	while (waiting.length > 0) {
		const html = await get(waiting.shift()!);
		for (const [, raw] of html.matchAll(/(?:href|action|src)="(\/[^"#]*)"/g)) {
			const [address = ''] = raw!.replaceAll('&amp;', '&').split('?');
			const routesHere = wanted.filter(({ pattern }) => pattern.test(address));
			// A route written out wins over one that takes anything.
			const [route] = routesHere.toSorted(
				(a, b) => b.id.replace(/\[.*?\]/g, '').length - a.id.replace(/\[.*?\]/g, '').length
			);
			if (!route) continue;
			if (!found.has(route.id)) found.set(route.id, address);
			const times = perPattern.get(route.id) ?? 0;
			if (seen.has(address) || times >= 2) continue;
			perPattern.set(route.id, times + 1);
			seen.add(address);
			if (!/\.(pdf|xlsx|csv|docx|zip|json)$|\/(tep|anh)\//.test(address)) waiting.push(address);
		}
	}
	return found;
}
