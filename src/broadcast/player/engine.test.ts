import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../episode.ts';
import type { PlayoutItem } from '../playout.ts';
import {
	emptyMemory,
	Player,
	type Loudspeaker,
	type PlayerMemory,
	type PlayerRules,
	type Standing
} from './engine.ts';

const midnight = Date.parse('2026-06-15T00:00:00+07:00');
const minute = 60_000;
const rules: PlayerRules = { afterInterruption: 'resume', shortestRemainderMs: 60_000 };

let audioIds = 0;
const item = (atMinute: number, minutes: number, level: Level = 'routine', parts = 1): PlayoutItem => ({
	key: `k-${level}-${atMinute}-${minutes}`,
	revision: 1,
	title: `${level} lúc ${atMinute}`,
	level,
	startsAt: new Date(midnight + atMinute * minute).toISOString(),
	durationMs: minutes * minute,
	parts: Array.from({ length: parts }, () => ({
		audioId: ++audioIds,
		title: 'x',
		file: `f${audioIds}`,
		sha256: `h${audioIds}`,
		durationMs: (minutes * minute) / parts
	}))
});

/** A station on a clock of its own: what is kept survives, everything else is lost when it is killed. */
class Station {
	now = midnight;
	kept: string;
	player: Player;
	/** What the loudspeaker really gave, second by second: the file, or nothing. */
	readonly heard: { at: number; file: string }[] = [];
	broken = new Set<string>();
	/** Since then nothing comes out of the loudspeaker. */
	silentSince: number | null = null;
	/** So long a file takes to sound. */
	lag = 0;
	rules: PlayerRules;
	#begun: { file: string; at: number; offset: number; length: number } | null = null;

	constructor(items: PlayoutItem[], given: Partial<PlayerRules> = {}) {
		this.rules = { ...rules, ...given };
		this.kept = JSON.stringify({ ...emptyMemory('may-1'), items });
		this.player = this.#start();
	}

	#start(): Player {
		this.#begun = null;
		const speaker: Loudspeaker = ({ file }, offset) => {
			const { memory } = this.player;
			const standing = memory.playing as Standing;
			const mine = (this.#begun = {
				file,
				at: this.now,
				offset,
				length: standing.item.parts[standing.part]!.durationMs
			});
			const position = (): number =>
				mine.offset + Math.max(0, Math.min(this.now, this.silentSince ?? this.now) - mine.at - this.lag);
			return {
				position,
				ended: () => position() >= mine.length,
				failed: () => this.broken.has(file),
				stop: () => {
					if (this.#begun === mine) this.#begun = null;
				}
			};
		};
		const player = new Player(
			JSON.parse(this.kept) as PlayerMemory,
			() => this.rules,
			speaker,
			(memory) => (this.kept = JSON.stringify(memory))
		);
		this.player = player;
		player.wake(this.now);
		return player;
	}

	run(toMinute: number, step = 250): this {
		for (; this.now < midnight + toMinute * minute; this.now += step) {
			this.player.tick(this.now);
			if (this.#begun && !this.broken.has(this.#begun.file))
				this.heard.push({ at: this.now, file: this.#begun.file });
		}
		return this;
	}

	/** Off for some minutes, as by a power cut. */
	killed(minutes: number): this {
		this.now += minutes * minute;
		this.#start();
		return this;
	}

	get log() {
		return this.player.memory.log.map(({ itemKey, result }) => [itemKey, result]);
	}
}

const beginning = (station: Station, key: string): number => {
	const [line] = station.player.memory.log.filter(({ itemKey }) => itemKey === key);
	return Date.parse(line!.startedAt!) - Date.parse(line!.plannedAt!);
};

describe('the player', () => {
	it('begins at the minute, plays its parts in order, and writes one line', () => {
		const one = item(10, 6, 'routine', 3);
		const station = new Station([one]).run(20);
		expect(station.log).toEqual([[one.key, 'complete']]);
		expect(beginning(station, one.key)).toBeLessThanOrEqual(500);
		expect([...new Set(station.heard.map(({ file }) => file))]).toEqual(one.parts.map(({ file }) => file));
		expect(Math.abs(station.heard.length * 250 - 6 * minute)).toBeLessThan(2000);
	});

	it('lets an emergency cut in, and goes on where it was', () => {
		const [one, alarm] = [item(10, 10), item(13, 2, 'emergency')];
		const station = new Station([one, alarm]).run(40);
		expect(station.log).toEqual([
			[alarm.key, 'complete'],
			[one.key, 'resumed']
		]);
		expect(beginning(station, alarm.key)).toBeLessThanOrEqual(500);
		const heard = station.heard.filter(({ file }) => file === one.parts[0]!.file).length * 250;
		expect(Math.abs(heard - 10 * minute)).toBeLessThan(2000);
	});

	it('begins again or drops it, when the rule of the station says so', () => {
		const [one, alarm] = [item(10, 10), item(13, 2, 'emergency')];
		const again = new Station([one, alarm], { afterInterruption: 'restart' }).run(40);
		expect(again.heard.filter(({ file }) => file === one.parts[0]!.file).length * 250).toBeGreaterThan(
			12.9 * minute
		);
		expect(new Station([one, alarm], { afterInterruption: 'drop' }).run(40).log).toEqual([
			[one.key, 'cut'],
			[alarm.key, 'complete']
		]);
	});

	it('never plays two of a level at once: the later waits', () => {
		const [one, other] = [item(10, 5), item(12, 3)];
		const station = new Station([one, other]).run(30);
		expect(station.log).toEqual([
			[one.key, 'complete'],
			[other.key, 'complete']
		]);
		expect(new Set(station.heard.map(({ at }) => at)).size).toBe(station.heard.length);
	});

	it('goes on after a power cut, or says that it was cut or missed', () => {
		const one = item(10, 10);
		const on = new Station([one]).run(13).killed(1).run(40);
		expect(on.log).toEqual([[one.key, 'resumed']]);
		expect(Math.abs(on.heard.length * 250 - 10 * minute)).toBeLessThan(3000);
		expect(new Station([one]).run(13).killed(60).run(90).log).toEqual([[one.key, 'cut']]);
		expect(new Station([one]).run(5).killed(60).run(90).log).toEqual([[one.key, 'missed']]);
	});

	it('plays the rest when one of its files is broken', () => {
		const one = item(10, 6, 'routine', 3);
		const station = new Station([one]);
		station.broken.add(one.parts[1]!.file);
		station.run(30);
		expect(station.log).toEqual([[one.key, 'resumed']]);
		expect(station.heard.length * 250).toBeLessThan(4.2 * minute);
		const all = new Station([one]);
		for (const part of one.parts) all.broken.add(part.file);
		expect(all.run(30).log).toEqual([[one.key, 'missed']]);
	});

	it('writes down what it slept through, before the server lets go of it', () => {
		const one = item(10, 5);
		const station = new Station([one]).run(5).killed(180);
		station.player.take([], station.now);
		expect(station.log).toEqual([[one.key, 'missed']]);
	});

	it('waits for the sound to be turned on, and says that it was not', () => {
		const one = item(10, 5);
		const on = new Station([one]);
		on.silentSince = 0;
		on.run(14);
		on.silentSince = null;
		on.lag = 4 * minute;
		expect(on.run(30).log).toEqual([[one.key, 'complete']]);
		expect(Math.abs(beginning(on, one.key) - 4 * minute)).toBeLessThanOrEqual(500);
		const never = new Station([one]);
		never.silentSince = 0;
		expect(never.run(40).log).toEqual([[one.key, 'missed']]);
		expect(never.player.memory.log[0]!.startedAt).toBeNull();
	});

	it('goes on to the next part when one stands still', () => {
		const one = item(10, 6, 'routine', 3);
		const station = new Station([one]).run(11);
		station.silentSince = station.now;
		station.run(11.5);
		station.silentSince = null;
		station.run(30);
		expect(station.log).toEqual([[one.key, 'resumed']]);
		expect(station.player.memory.log[0]!.parts.map(({ heardMs }) => Math.round(heardMs / minute))).toEqual([
			1, 2, 2
		]);
	});

	it('does not begin again what was over but for a breath when the machine went', () => {
		const one = item(10, 5);
		const station = new Station([one]).run(15 - 1 / 60).killed(2);
		const before = station.heard.length;
		station.run(30);
		expect(station.log).toEqual([[one.key, 'resumed']]);
		expect(station.heard.length).toBe(before);
	});

	it('stops an emergency that was lifted', () => {
		const alarm = item(10, 10, 'emergency');
		const station = new Station([alarm]).run(12);
		station.player.take([], station.now);
		station.run(30);
		expect(station.log).toEqual([[alarm.key, 'cut']]);
		expect(station.heard.length * 250).toBeLessThan(2.1 * minute);
	});

	it('over a day with any items, kills and silences writes every item down once, plays none twice, and keeps its minute', () => {
		const days = fc.record({
			items: fc.uniqueArray(
				fc.record({
					at: fc.integer({ min: 1, max: 1400 }),
					minutes: fc.integer({ min: 1, max: 15 }),
					level: fc.constantFrom<Level>('routine', 'routine', 'priority', 'emergency')
				}),
				{ maxLength: 40, selector: ({ at }) => at }
			),
			kills: fc.array(
				fc.record({ at: fc.integer({ min: 1, max: 1400 }), off: fc.integer({ min: 0, max: 30 }) }),
				{ maxLength: 8 }
			)
		});
		fc.assert(
			fc.property(days, ({ items: given, kills }) => {
				const items = given.map(({ at, minutes, level }) => item(at, minutes, level));
				const station = new Station(items);
				const offs: { from: number; to: number }[] = [];
				for (const { at, off } of kills.toSorted((a, b) => a.at - b.at)) {
					if (midnight + at * minute <= station.now) continue;
					station.run(at, 500);
					offs.push({ from: station.now, to: station.now + off * minute });
					station.killed(off);
				}
				station.run(1440 + 240, 500);
				const lines = station.player.memory.log;
				expect(lines.map(({ itemKey }) => itemKey).toSorted()).toEqual(
					items.map(({ key }) => key).toSorted()
				);
				expect(new Set(lines.map(({ localId }) => localId)).size).toBe(lines.length);
				for (const one of items) {
					// Heard at most its length, and the second a kill may repeat.
					const heard = station.heard.filter(({ file }) => file === one.parts[0]!.file).length * 500;
					expect(heard).toBeLessThanOrEqual(one.durationMs + 1500 * (offs.length + 1));
				}
				// Alone at its minute with the machine on: begun within half a second.
				for (const line of lines) {
					const start = Date.parse(line.plannedAt!);
					const busy =
						lines.some(
							(other) =>
								other !== line &&
								other.startedAt &&
								Date.parse(other.startedAt) <= start &&
								Date.parse(other.endedAt!) >= start
						) ||
						items.some(
							(other) => other.key !== line.itemKey && Math.abs(Date.parse(other.startsAt) - start) < minute
						);
					const off = offs.some(({ from, to }) => from <= start && start <= to + 1000);
					if (!busy && !off) expect(Date.parse(line.startedAt!) - start).toBeLessThanOrEqual(500);
				}
			}),
			{ numRuns: 15 }
		);
	}, 60_000);
});
