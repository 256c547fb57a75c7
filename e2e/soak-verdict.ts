/** What a day of the console must have been like, judged from the sound that was given and the log that came back. */
import type { PlayoutItem } from '#broadcast/playout.ts';
import type { asRun } from '#broadcast/schema.server.ts';
import type { Sound } from './soak-clock.ts';

export type Off = { from: number; to: number; kind: 'kill' | 'reload' };
export type Verdict = {
	items: number;
	lines: Record<string, number>;
	kills: number;
	reloads: number;
	errands: number;
	/** Items whose minute came while the machine was on and free. */
	onTime: number;
	latestMs: number;
	faults: string[];
};

const rank = { routine: 0, priority: 1, emergency: 2 };
/** A kill may repeat what was heard since the place was written down last. */
const REPEATED = 1500;

export function judge(given: {
	items: PlayoutItem[];
	lines: (typeof asRun.$inferSelect)[];
	sounds: Sound[];
	offs: Off[];
	errands: number;
}): Verdict {
	const { items, lines, offs } = given;
	const faults: string[] = [];
	const sounds = given.sounds
		.map((one) => ({ ...one, key: one.name.split('/')[0]!, over: one.begun + one.until! - one.from }))
		.toSorted((a, b) => a.begun - b.begun);
	let onTime = 0;
	let latestMs = 0;
	sounds.forEach((one, at) => {
		const next = sounds[at + 1];
		if (next && next.begun < one.over - 5) faults.push(`two at once: ${one.name}, ${next.name}`);
	});
	for (const item of items) {
		const own = lines.filter(({ itemKey }) => itemKey === item.key);
		if (own.length !== 1) faults.push(`${item.key} stands ${own.length} times in the log`);
		const line = own[0];
		const mine = sounds.filter(({ key }) => key === item.key);
		const start = Date.parse(item.startsAt);
		const from = mine[0]?.begun ?? Infinity;
		const isOff = offs.some((off) => off.from <= start + 500 && start - 1000 <= off.to);
		const isBusy = sounds.some(
			(other) =>
				other.key !== item.key &&
				other.begun <= start + 500 &&
				other.over > start - 500 &&
				rank[items.find(({ key }) => key === other.key)!.level] >= rank[item.level]
		);
		if (!isOff && !isBusy) {
			onTime++;
			latestMs = Math.max(latestMs, from - start);
			if (from - start > 500) {
				const around = sounds
					.filter((one) => one.begun < from && one.over > start - 600_000)
					.map((one) => `${one.name} ${one.begun - start} to ${one.over - start}`);
				faults.push(
					`${item.key} (${item.level}) began ${from - start} ms late (${line?.result}) after ${around.join(', ')}`
				);
			}
		}
		if (from < start) faults.push(`${item.key} began ${start - from} ms early`);
		const cuts = offs.filter((off) => mine.some((one) => one.begun <= off.from && off.from <= one.over + 5));
		for (const part of item.parts) {
			const pieces = mine.filter(({ name }) => name === part.title);
			const heard = pieces.reduce((sum, one) => sum + one.until! - one.from, 0);
			if (heard > part.durationMs + REPEATED * cuts.length + 5)
				faults.push(`${part.title} sounded ${heard} of ${part.durationMs} ms, ${cuts.length} cuts`);
			const whole = line && (line.result === 'complete' || line.result === 'resumed');
			if (whole && heard < part.durationMs - 2500)
				faults.push(`${part.title} is told whole and sounded ${heard} of ${part.durationMs} ms`);
		}
		if (line?.result === 'missed' && mine.length > 0) faults.push(`${item.key} sounded and is told missed`);
		if (line?.startedAt && mine.length > 0 && Math.abs(line.startedAt.getTime() - from) > 500)
			faults.push(`${item.key} is told to begin ${line.startedAt.getTime() - from} ms beside its sound`);
	}
	const results: Record<string, number> = {};
	for (const { result } of lines) results[result] = (results[result] ?? 0) + 1;
	return {
		items: items.length,
		lines: results,
		kills: offs.filter(({ kind }) => kind === 'kill').length,
		reloads: offs.filter(({ kind }) => kind === 'reload').length,
		errands: given.errands,
		onTime,
		latestMs,
		faults
	};
}
