/** The rooms and their one order: a room imports only from rooms before it, and writes only its own tables. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const rooms = [
	'platform',
	'people',
	'search',
	'documents',
	'plan',
	'budget',
	'events',
	'procedures',
	'channels',
	'content',
	'broadcast',
	'feedback',
	'survey',
	'indices',
	'reports',
	'sample-ward',
	'routes'
];
const src = path.dirname(fileURLToPath(import.meta.url));

function* sources(dir: string): Generator<string> {
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		const at = path.join(dir, entry.name);
		if (entry.isDirectory()) yield* sources(at);
		else if (/\.(ts|svelte)$/.test(entry.name)) yield at;
	}
}

type Source = { file: string; room: string; text: string };
const all: Source[] = rooms.flatMap((room) => {
	const dir = path.join(src, room);
	let files: string[];
	try {
		files = [...sources(dir)];
	} catch {
		return []; // a room that is not built yet
	}
	return files.map((file) => ({ file: path.relative(src, file), room, text: readFileSync(file, 'utf8') }));
});
/** Tests and their tools may look around: makeWard serves every room. */
const program = all.filter(({ file }) => !/\.test\.ts$|(^|\/)testing(\/|\.ts$)/.test(file));

function importsOf(text: string): string[] {
	return [...text.matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}

function roomOf(source: Source, target: string): string | undefined {
	if (target.startsWith('#')) return target.slice(1).split('/')[0];
	if (target.startsWith('.')) return path.join(path.dirname(source.file), target).split('/')[0];
	return undefined;
}

describe('the order of the rooms', () => {
	it('finds the rooms at all', () => {
		expect(program.length).toBeGreaterThan(30);
	});

	it('holds for every import', () => {
		const wrong = program.flatMap((source) =>
			importsOf(source.text).flatMap((target) => {
				const room = roomOf(source, target);
				if (!room || !rooms.includes(room)) return [];
				return rooms.indexOf(room) > rooms.indexOf(source.room) ? [`${source.file} imports ${target}`] : [];
			})
		);
		expect(wrong).toEqual([]);
	});

	it('keeps the framework out of the rooms', () => {
		const wrong = program
			.filter(({ room }) => room !== 'routes')
			.filter(({ file }) => !file.includes('/ui/'))
			.flatMap((source) =>
				importsOf(source.text)
					.filter((target) => /^(\$app|\$env|@sveltejs\/kit)/.test(target))
					.map((target) => `${source.file} imports ${target}`)
			);
		expect(wrong).toEqual([]);
	});

	it('lets a room write only its own tables', () => {
		const wrong = program.flatMap((source) =>
			[
				...source.text.matchAll(
					/import\s*(?:type\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]*schema\.server\.ts)['"]/g
				)
			].flatMap(([, names, target]) => {
				const owner = roomOf(source, target!);
				if (owner === source.room) return [];
				return names!
					.split(',')
					.map((name) =>
						name
							.trim()
							.split(/\s+as\s+/)
							.at(-1)!
					)
					.filter(
						(name) => name && new RegExp(`\\.(insert|update|delete)\\(\\s*${name}\\s*\\)`).test(source.text)
					)
					.map((name) => `${source.file} writes ${name} of ${owner}`);
			})
		);
		// Starting a ward from nothing is the sample ward's whole purpose: it fills the table of wards.
		// The ward stands in platform because every table refers to it; wards are added by people.
		const allowed = (line: string) =>
			line.startsWith('sample-ward/') || line === 'people/wards.server.ts writes ward of platform';
		expect(wrong.filter((line) => !allowed(line))).toEqual([]);
	});

	it('has no room that forwards everything (index.ts)', () => {
		expect(program.filter(({ file }) => /(^|\/)index\.ts$/.test(file)).map(({ file }) => file)).toEqual([]);
	});
});
