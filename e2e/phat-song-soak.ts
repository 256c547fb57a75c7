/**
 * A station's PC through a day that is moved by hand: the real console page in a real browser, its server away for a
 * quarter of the time, the PC killed or reloaded at random moments. Every item must begin at its minute, be told once in
 * the log, and sound once.
 *
 * By hand in its full form: `node scripts/run.js e2e/phat-song-soak.ts 24` (hours; a second number is the seed).
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import * as areas from '#broadcast/areas.server.ts';
import * as consoles from '#broadcast/consoles.server.ts';
import type { Level } from '#broadcast/episode.ts';
import type { PlayoutItem } from '#broadcast/playout.ts';
import { asRun, episode, playoutItem, programme } from '#broadcast/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { openDatabase, read, transact } from '#platform/db.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { runningUrl } from '#platform/postgres.server.ts';
import { ward } from '#platform/schema.server.ts';
import { settings } from '#platform/settings.ts';
import { startProgram } from './program.ts';
import type { Sound } from './soak-clock.ts';
import { StationPc } from './soak-console.ts';
import { serve } from './soak-server.ts';
import { judge, type Off, type Verdict } from './soak-verdict.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The PC's clock is wrong by so much; the console corrects it. */
const DRIFT = 37_000;

export function randomly(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** A day's items: mostly one after the other, some close together, now and then something higher. */
function plan(from: number, hours: number, random: (below: number) => number, sounds: Map<string, Buffer>) {
	const items: PlayoutItem[] = [];
	const add = (startsAt: number, minutes: number, level: Level, parts: number): void => {
		const key = `soak-${items.length}-${from}`;
		items.push({
			key,
			revision: 1,
			title: key,
			level,
			startsAt: new Date(startsAt).toISOString(),
			durationMs: minutes * MINUTE,
			parts: Array.from({ length: parts }, (_, at) => {
				const durationMs = Math.round((minutes * MINUTE) / parts);
				const name = `${key}/${at}`;
				const bytes = Buffer.from(JSON.stringify({ name, durationMs }));
				const file = `f${items.length}-${at}`;
				sounds.set(file, bytes);
				const sha256 = createHash('sha256').update(bytes).digest('hex');
				return { audioId: items.length * 10 + at + 1, title: name, file, sha256, durationMs };
			})
		});
	};
	let at = from + 3 * MINUTE;
	while (at < from + hours * HOUR - 20 * MINUTE) {
		const minutes = 1 + random(8);
		add(at, minutes, random(6) === 0 ? 'priority' : 'routine', 1 + random(3));
		if (random(7) === 0)
			add(at + (1 + random(minutes)) * MINUTE, 1 + random(2), random(2) ? 'emergency' : 'priority', 1);
		// Sometimes the next begins before this one is over: it waits.
		at += (random(8) === 0 ? Math.max(1, minutes - 1) : minutes + 1 + random(15)) * MINUTE;
	}
	return items;
}

export async function soak(hours: number, seed: number, say: (line: string) => void): Promise<Verdict> {
	const random = randomly(seed);
	const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach soak '));
	const profile = mkdtempSync(path.join(tmpdir(), 'minh-bach-pc-'));
	const program = await startProgram(dataDir);
	settings().DATA_DIR = dataDir;
	const url = (await runningUrl(dataDir))!;
	const db = openDatabase(url, { max: 3 });
	await startJobs(url, { maintain: false });
	// Three days ahead, where the program's own planning has no say.
	const from = Math.floor(Date.now() / HOUR) * HOUR + 72 * HOUR;
	let now = from;
	const sounds = new Map<string, Buffer>();
	const items = plan(from, hours, random, sounds);
	const [home] = await db.select({ id: ward.id }).from(ward).orderBy(ward.id).limit(1);
	const ctx = (): Ctx => ({
		db,
		wardId: home!.id,
		now: new Date(now),
		actor: { kind: 'robot', name: 'may-phat' }
	});
	const { token, areaId } = await station(ctx());
	await transact(ctx(), async (tx) => {
		const [of] = await tx
			.insert(programme)
			.values({ name: 'Thử cả ngày', template: ['notice'], minutes: 15 })
			.returning({ id: programme.id });
		for (const item of items) {
			const [one] = await tx
				.insert(episode)
				.values({
					programmeId: of!.id,
					title: item.title,
					airsAt: new Date(item.startsAt),
					state: 'approved',
					createdAt: new Date(now),
					changedAt: new Date(now)
				})
				.returning({ id: episode.id });
			await tx.insert(playoutItem).values({
				key: item.key,
				broadcastAreaId: areaId,
				episodeId: one!.id,
				emergencyMessageId: null,
				level: item.level,
				startsAt: new Date(item.startsAt),
				durationMs: item.durationMs,
				parts: item.parts,
				state: 'planned',
				changedAt: new Date(now)
			});
		}
	});
	const server = await serve({
		program: program.address,
		ctx: (at) => ({ ...ctx(), now: new Date(at - DRIFT) }),
		sounds
	});
	const pc = new StationPc(profile, server.address);
	const until = from + hours * HOUR;
	const away = [
		[0.2, 0.35],
		[0.6, 0.7]
	].map(([a, b]) => ({ from: from + a! * hours * HOUR, to: from + b! * hours * HOUR }));
	const heard = new Map<string, Sound>();
	const offs: Off[] = [];
	const note = (given: Sound[]): void => {
		for (const sound of given)
			heard.set(`${sound.name} ${sound.begun}`, { ...sound, begun: sound.begun - DRIFT });
	};
	/** What still sounded when the machine went is heard until then. */
	const silence = (): void => {
		for (const sound of heard.values()) sound.until ??= sound.from + now - sound.begun;
	};
	try {
		await pc.turnOn(now + DRIFT);
		await pc.register(token);
		await pc.page.evaluate(() => window.movedClock.settle());
		// The service worker holds the page before the first cut.
		await pc.page.evaluate(async () => void (await navigator.serviceWorker.ready));
		let chaos = now + (10 + random(30)) * MINUTE;
		while (now < until) {
			server.away = away.some((one) => now >= one.from && now < one.to);
			if (now < chaos) {
				const to = Math.min(now + MINUTE, chaos, until);
				now = to;
				note(await pc.run(to + DRIFT));
				continue;
			}
			const kind = random(3) === 0 ? 'reload' : 'kill';
			now += 200;
			note(await pc.run(now + DRIFT, false));
			const off = kind === 'reload' ? 0 : random(3) === 0 ? random(20) * MINUTE : random(60) * 1000;
			if (kind === 'kill') await pc.kill();
			else note(await pc.run(now + DRIFT));
			silence();
			offs.push({ from: now, to: now + off, kind });
			say(
				`${new Date(now).toISOString().slice(11, 19)} ${kind} ${off / 1000} s${server.away ? ', away' : ''}`
			);
			now += off;
			if (kind === 'kill') await pc.turnOn(now + DRIFT);
			else await pc.reload(now + DRIFT);
			chaos = now + (5 + random(85)) * MINUTE + random(60_000);
		}
		server.away = false;
		// What waits is brought.
		for (let more = 0; more < 15; more++) {
			now += MINUTE;
			note(await pc.run(now + DRIFT));
		}
		silence();
		const lines = await read(ctx(), (tx) => tx.select().from(asRun).where(eq(asRun.broadcastAreaId, areaId)));
		return judge({ items, lines, sounds: [...heard.values()], offs, errands: server.errands });
	} finally {
		await pc.kill().catch(() => undefined);
		await server.close();
		await stopJobs();
		await db.$client.end();
		await program.stop();
		rmSync(dataDir, { recursive: true, force: true });
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}

	async function station(by: Ctx): Promise<{ token: string; areaId: number }> {
		const own: Ctx = { ...by, actor: await radioOf(by) };
		const areaId = await areas.add(own, { name: 'Cụm loa thử cả ngày' });
		const { token } = await consoles.register(own, { name: 'Máy thử cả ngày', areaId });
		return { token, areaId };
	}
	async function radioOf({ wardId }: Ctx): Promise<Ctx['actor']> {
		const found = await db.execute<{
			personId: number;
			positionId: number;
			name: string;
			title: string;
			unitId: number;
			unitName: string;
		}>(`select person.id as "personId", position.id as "positionId", person.name, position.title,
			unit.id as "unitId", unit.name as "unitName"
			from position join person on person.id = position.person_id join unit on unit.id = position.unit_id
			where position.role = 'radio' and position.ward_id = ${wardId} limit 1`);
		return { kind: 'person', role: 'radio', ...found.rows[0]! } as Ctx['actor'];
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const seed = Number(process.argv[3] ?? Date.now() % 100_000);
	console.log(`seed ${seed}`);
	const verdict = await soak(Number(process.argv[2] ?? 24), seed, console.log);
	console.log(verdict);
	process.exit(verdict.faults.length > 0 ? 1 : 0);
}
