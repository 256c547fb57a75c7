/**
 * The player of a console (máy phát), without anything of a browser: told the time again and again, it decides what sounds.
 * Everything it must not forget lies in its memory (kept by the page in the machine), so that being killed at any moment
 * loses no item and plays none twice. Rules: a higher level cuts a lower one, which then goes on as the station's rule says;
 * of one level the earlier planned goes first, never two at once; what can no longer be begun is written down as missed.
 */
import type { Level } from '../episode.ts';
import type { AsRunLine, AsRunPart, PlayoutItem } from '../playout.ts';

export type PlayerRules = {
	afterInterruption: 'resume' | 'restart' | 'drop';
	/** Of an item cut off from its time this much must be left, or it is not begun any more. */
	shortestRemainderMs: number;
};

/** Where a begun item stands. */
export type Standing = {
	item: PlayoutItem;
	part: number;
	/** Milliseconds heard of that part. */
	offsetMs: number;
	/** First begun at. */
	startedAt: number;
	/** Heard so far, per audio. */
	heard: AsRunPart[];
	/** It did not go through in one piece. */
	broken: string;
	/** It was really heard, so `startedAt` is the moment of the sound, not of the decision. */
	sounded?: boolean;
};

export type PlayerMemory = {
	items: PlayoutItem[];
	/** Keys that are over, whatever became of them, with the moment they may be forgotten. */
	done: Record<string, number>;
	playing: Standing | null;
	/** Cut by something higher, latest last. */
	held: Standing[];
	/** Lines nobody has taken yet. */
	log: AsRunLine[];
	/** How many lines this console has written: their names never repeat. */
	written: number;
	consoleId: string;
};

export const emptyMemory = (consoleId: string): PlayerMemory => ({
	items: [],
	done: {},
	playing: null,
	held: [],
	log: [],
	written: 0,
	consoleId
});

/** Sounding something, by whoever holds the loudspeaker. */
export type Sounding = {
	/** Milliseconds of the part that have been heard. */
	position: () => number;
	/** It came to its end by itself. */
	ended: () => boolean;
	/** It cannot be played (the file is broken or not there). */
	failed: () => boolean;
	stop: () => void;
};
export type Loudspeaker = (file: { file: string; sha256: string }, offsetMs: number) => Sounding;

const rank: Record<Level, number> = { routine: 0, priority: 1, emergency: 2 };
/** An emergency is begun however late the console hears of it, within this time. */
const EMERGENCY_GRACE = 110 * 60_000;
/** What waits behind another of its level may begin so much later. */
const WAITING_GRACE = 10 * 60_000;
const REMEMBERED = 7 * 86_400_000;
/** Sound that stood still so long does not come any more. */
const STANDSTILL = 20_000;
/** Told the time only so much later, the machine slept: nothing stood still. */
const ASLEEP = 5_000;
/** What a kill may cut off the end of an item without anybody missing it. */
const UNHEARD_END = 2_000;

export class Player {
	readonly memory: PlayerMemory;
	readonly #rules: () => PlayerRules;
	readonly #speaker: Loudspeaker;
	readonly #keep: (memory: PlayerMemory) => void;
	#sounding: Sounding | null = null;
	/** Since when the sound stands at this place. */
	#stands = { at: 0, position: -1, told: 0 };
	/** This program was allowed to sound since it was started. */
	#audible = false;

	constructor(
		memory: PlayerMemory,
		rules: () => PlayerRules,
		speaker: Loudspeaker,
		keep: (memory: PlayerMemory) => void
	) {
		this.memory = memory;
		this.#rules = rules;
		this.#speaker = speaker;
		this.#keep = keep;
	}

	/** A new programme from the server: what plays goes on unless it was called off; what is done stays done. */
	take(items: PlayoutItem[], now: number): void {
		// The server lets go of what is long over: what this machine slept through is written down before.
		this.#miss(now);
		this.memory.items = items;
		for (const key of Object.keys(this.memory.done))
			if (this.memory.done[key]! < now) delete this.memory.done[key];
		const { playing } = this.memory;
		if (playing && playing.item.level === 'emergency' && !items.some(({ key }) => key === playing.item.key))
			this.#finish(now, 'cut', 'Bản tin khẩn đã được dừng.');
		this.#keep(this.memory);
	}

	/** Lines the server has. */
	forget(localIds: string[]): void {
		this.memory.log = this.memory.log.filter(({ localId }) => !localIds.includes(localId));
		this.#keep(this.memory);
	}

	/** Told the time, several times a second. */
	tick(now: number): void {
		this.#follow(now);
		const next = this.#next(now);
		if (next) {
			const { playing } = this.memory;
			if (!playing) this.#begin(next, now);
			else if (rank[next.level] > rank[playing.item.level]) {
				this.#hold(now);
				this.#begin(next, now);
			}
		} else if (!this.memory.playing && this.memory.held.length > 0) this.#goOn(now);
		this.#miss(now);
	}

	/** Was the program ended while something played? It goes on where it was heard last, if enough of its time is left. */
	wake(now: number): void {
		const { playing } = this.memory;
		if (!playing || this.#sounding) return;
		const left = this.#left(playing);
		if (left <= UNHEARD_END && playing.item.durationMs > 2 * UNHEARD_END) {
			playing.offsetMs = playing.item.parts[playing.part]!.durationMs;
			this.#finish(now, 'resumed', 'Máy phát tắt khi bản tin vừa hết.');
			return;
		}
		const end = Date.parse(playing.item.startsAt) + playing.item.durationMs + WAITING_GRACE;
		if (now > end || left < Math.min(this.#rules().shortestRemainderMs, playing.item.durationMs / 2)) {
			this.#finish(now, 'cut', 'Máy phát tắt giữa chừng, phần còn lại quá ngắn hoặc đã qua giờ.');
			return;
		}
		playing.broken = 'Máy phát tắt giữa chừng rồi phát tiếp.';
		this.#sound();
	}

	#left(standing: Standing): number {
		return (
			standing.item.parts.slice(standing.part).reduce((sum, part) => sum + part.durationMs, 0) -
			standing.offsetMs
		);
	}

	/** What sounds goes from part to part. */
	#follow(now: number): void {
		const { playing } = this.memory;
		if (!playing) return;
		if (!this.#sounding) this.#sound();
		const sounding = this.#sounding!;
		const part = playing.item.parts[playing.part]!;
		if (sounding.failed()) {
			playing.broken = `Không phát được “${part.title}”.`;
			this.#heard(playing, part.audioId, part.sha256, playing.offsetMs);
			this.#onward(playing, now);
			return;
		}
		const position = sounding.position();
		const stuck = this.#standsStill(position, now);
		if (stuck && !this.#audible) {
			// It waits for somebody to turn the sound on, as long as it may begin at all.
			if (this.#tooLate(playing.item, now))
				this.#finish(
					now,
					playing.sounded ? 'cut' : 'missed',
					'Máy phát chưa được bật tiếng hoặc loa không nhận âm thanh.'
				);
			return;
		}
		if (stuck && position < part.durationMs - UNHEARD_END) {
			playing.broken = `“${part.title}” dừng giữa chừng, máy phát đã chuyển sang phần sau.`;
			this.#heard(playing, part.audioId, part.sha256, Math.round(position));
			this.#onward(playing, now);
			return;
		}
		if (stuck || sounding.ended()) {
			this.#heard(playing, part.audioId, part.sha256, part.durationMs);
			this.#onward(playing, now);
			return;
		}
		if (position > playing.offsetMs) this.#audible = true;
		if (!playing.sounded && position > playing.offsetMs) {
			playing.sounded = true;
			playing.startedAt = Math.max(playing.startedAt, Math.round(now - (position - playing.offsetMs)));
			this.#keep(this.memory);
		}
		// Once a second is often enough to know after a power cut where it stood.
		if (position - playing.offsetMs >= 1000) {
			playing.offsetMs = position;
			this.#keep(this.memory);
		}
	}

	#standsStill(position: number, now: number): boolean {
		const slept = now - this.#stands.told > ASLEEP;
		if (slept || position !== this.#stands.position) this.#stands = { at: now, position, told: now };
		this.#stands.told = now;
		return now - this.#stands.at > STANDSTILL;
	}

	#onward(playing: Standing, now: number): void {
		this.#sounding?.stop();
		this.#sounding = null;
		playing.part++;
		playing.offsetMs = 0;
		if (playing.part >= playing.item.parts.length) {
			const nothing = playing.heard.every(({ heardMs }) => heardMs === 0);
			this.#finish(now, nothing ? 'missed' : playing.broken ? 'resumed' : 'complete', playing.broken);
		} else {
			this.#sound();
			this.#keep(this.memory);
		}
	}

	#heard(standing: Standing, audioId: number, sha256: string, heardMs: number): void {
		const known = standing.heard.find(
			(one) => one.audioId === audioId && one.sha256 === sha256 && one.heardMs < heardMs
		);
		if (known) known.heardMs = heardMs;
		else standing.heard.push({ audioId, sha256, heardMs });
	}

	#sound(): void {
		const { playing } = this.memory;
		const part = playing!.item.parts[playing!.part]!;
		this.#stands.position = -1;
		this.#sounding = this.#speaker({ file: part.file, sha256: part.sha256 }, playing!.offsetMs);
	}

	/** The item whose time has come, the highest first, then the earliest. */
	#next(now: number): PlayoutItem | undefined {
		return this.memory.items
			.filter(
				(item) =>
					!(item.key in this.memory.done) &&
					!this.#begun(item.key) &&
					Date.parse(item.startsAt) <= now &&
					!this.#tooLate(item, now)
			)
			.toSorted(
				(a, b) =>
					rank[b.level] - rank[a.level] || a.startsAt.localeCompare(b.startsAt) || a.key.localeCompare(b.key)
			)[0];
	}

	#begun(key: string): boolean {
		return this.memory.playing?.item.key === key || this.memory.held.some(({ item }) => item.key === key);
	}

	/** Waiting behind another of its level is no fault of the clock: it has a little more time. */
	#tooLate(item: PlayoutItem, now: number): boolean {
		const start = Date.parse(item.startsAt);
		if (item.level === 'emergency') return now > start + EMERGENCY_GRACE;
		const remainder = Math.min(this.#rules().shortestRemainderMs, item.durationMs / 2);
		return now > start + Math.max(WAITING_GRACE, item.durationMs - remainder);
	}

	#begin(item: PlayoutItem, now: number): void {
		this.memory.playing = { item, part: 0, offsetMs: 0, startedAt: now, heard: [], broken: '' };
		this.#sound();
		this.#keep(this.memory);
	}

	#hold(now: number): void {
		const standing = this.memory.playing!;
		standing.offsetMs = this.#sounding?.position() ?? standing.offsetMs;
		this.#sounding?.stop();
		this.#sounding = null;
		if (this.#rules().afterInterruption === 'drop') {
			this.#finish(now, 'cut', 'Bị bản tin mức cao hơn cắt; quy chế không phát tiếp.');
			return;
		}
		standing.broken = 'Bị bản tin mức cao hơn cắt rồi phát tiếp.';
		this.memory.held.push(standing);
		this.memory.playing = null;
	}

	#goOn(now: number): void {
		const standing = this.memory.held.pop()!;
		this.memory.playing = standing;
		const over = Date.parse(standing.item.startsAt) + standing.item.durationMs + WAITING_GRACE;
		if (
			now > over ||
			this.#left(standing) < Math.min(this.#rules().shortestRemainderMs, standing.item.durationMs / 2)
		) {
			this.#finish(now, 'cut', 'Bị bản tin mức cao hơn cắt; phần còn lại quá ngắn hoặc đã qua giờ.');
			return;
		}
		if (this.#rules().afterInterruption === 'restart') {
			standing.part = 0;
			standing.offsetMs = 0;
		}
		this.#sound();
		this.#keep(this.memory);
	}

	#finish(now: number, result: AsRunLine['result'], why: string): void {
		const standing = this.memory.playing!;
		const part = standing.item.parts[standing.part];
		if (part && (this.#sounding || standing.offsetMs > 0))
			this.#heard(
				standing,
				part.audioId,
				part.sha256,
				Math.round(this.#sounding?.position() ?? standing.offsetMs)
			);
		this.#sounding?.stop();
		this.#sounding = null;
		this.memory.playing = null;
		this.#write(standing.item, now, result, why, standing);
	}

	/** What can no longer be begun. */
	#miss(now: number): void {
		for (const item of this.memory.items)
			if (!(item.key in this.memory.done) && !this.#begun(item.key) && this.#tooLate(item, now))
				this.#write(item, now, 'missed', 'Máy phát tắt hoặc đang phát bản tin khác vào giờ này.', null);
	}

	#write(
		item: PlayoutItem,
		now: number,
		result: AsRunLine['result'],
		why: string,
		standing: Standing | null
	): void {
		this.memory.done[item.key] = now + REMEMBERED;
		// What nobody heard did not begin.
		const began = result === 'missed' ? null : standing;
		this.memory.log.push({
			localId: `${this.memory.consoleId}-${++this.memory.written}`,
			itemKey: item.key,
			title: item.title,
			level: item.level,
			plannedAt: item.startsAt,
			startedAt: began ? new Date(began.startedAt).toISOString() : null,
			endedAt: began ? new Date(now).toISOString() : null,
			result,
			why,
			parts: standing?.heard ?? []
		});
		this.#keep(this.memory);
	}
}
