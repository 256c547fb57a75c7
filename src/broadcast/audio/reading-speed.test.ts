import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { useFiles } from '#plan/testing.ts';
import { file } from '#platform/schema.server.ts';
import { readingTime, syllablesOf } from '../episode.ts';
import { audio } from '../schema.server.ts';
import { learnedFrom, lengthAt } from './reading-speed.ts';
import { estimate, speedsIn } from './reading-speed.server.ts';

const reading = (syllables: number, speed: number, readerId = 1) => ({
	readerId,
	syllables,
	durationMs: Math.round((syllables / speed) * 60_000)
});

describe('a reading speed', () => {
	it('is learned from three recordings on, and tells their length again', () => {
		expect(learnedFrom([reading(200, 180), reading(100, 180)])).toBeUndefined();
		const learned = learnedFrom([reading(200, 180), reading(100, 170), reading(300, 190)])!;
		expect(learned).toMatchObject({ recordings: 3 });
		expect(learned.speed).toBeGreaterThan(180);
		expect(learned.speed).toBeLessThan(187);
		expect(lengthAt('một hai ba bốn năm sáu', 180)).toBe(2000);
	});

	it('hears nothing in greetings and in recordings of something else, and follows the latest', () => {
		const odd = [reading(10, 180), reading(400, 20), reading(400, 900)];
		expect(learnedFrom([...odd, reading(100, 180), reading(100, 180)])).toBeUndefined();
		const old = Array.from({ length: 30 }, () => reading(100, 150));
		const fresh = Array.from({ length: 20 }, () => reading(100, 210));
		expect(learnedFrom([...fresh, ...old])).toEqual({ speed: 210, recordings: 20 });
	});

	it('stays between the slowest and the fastest it was learned from', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: 15, max: 2000 }), fc.integer({ min: 100, max: 350 })), {
					minLength: 3,
					maxLength: 20
				}),
				(pairs) => {
					const { speed } = learnedFrom(pairs.map(([syllables, at]) => reading(syllables, at)))!;
					const speeds = pairs.map(([, at]) => at);
					expect(speed).toBeGreaterThanOrEqual(Math.min(...speeds) - 1);
					expect(speed).toBeLessThanOrEqual(Math.max(...speeds) + 1);
				}
			)
		);
	});
});

describe('the speeds of a station', () => {
	const database = useDatabase();
	useFiles();
	let ward: TestWard;
	beforeAll(async () => {
		ward = await makeWard(database.db);
	});
	const text = 'Mời bà con đến nhà văn hóa lúc tám giờ sáng mai để nghe về thủ tục mới của phường.';
	const speeds = () => read(ward.robot(), (tx) => speedsIn(tx));

	async function recorded(speed: number, who: TestWard['as'] extends (role: infer R) => unknown ? R : never) {
		const { actor } = ward.as(who);
		const [bytes] = await database.db
			.insert(file)
			.values({
				wardId: ward.wardId,
				token: crypto.randomUUID(),
				name: 'a.mp3',
				mime: 'audio/mpeg',
				bytes: 1,
				sha256: '0'.repeat(64),
				access: 'staff',
				createdAt: new Date()
			})
			.returning();
		await database.db.insert(audio).values({
			wardId: ward.wardId,
			kind: 'recording',
			state: 'ready',
			originalFileId: bytes!.id,
			mp3FileId: bytes!.id,
			aacFileId: bytes!.id,
			durationMs: Math.round((100 / speed) * 60_000),
			syllables: 100,
			madeAt: new Date(),
			madeByPersonId: actor.kind === 'person' ? actor.personId : null
		});
	}

	it('are its setting at first, then its own, and each reader’s', async () => {
		expect(await speeds()).toMatchObject({ setting: 200, station: undefined });
		expect(estimate(text, await speeds())).toBe(readingTime(text, 200));
		for (const speed of [160, 160, 160]) await recorded(speed, 'radio');
		expect((await speeds()).station).toEqual({ speed: 160, recordings: 3 });
		expect(estimate(text, await speeds())).toBe(Math.round((syllablesOf(text) / 160) * 60_000));
		for (const speed of [240, 240, 240]) await recorded(speed, 'culture');
		const { actor } = ward.as('culture');
		const own = (await speeds()).readers;
		expect(own.size).toBe(2);
		expect(estimate(text, await speeds(), actor.kind === 'person' ? actor.personId : null)).toBe(
			Math.round((syllablesOf(text) / 240) * 60_000)
		);
		expect((await speeds()).station!.speed).toBe(192);
	});
});
