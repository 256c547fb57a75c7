/**
 * The worker: does what its hour has come for. It runs inside the server by default, or alone with ROLE=worker.
 *
 * Two kinds of work: jobs that a transaction enqueued (reactions to journal entries), and the minute hand, which asks
 * every second what is due. What is due is found in the tables, not in a timer, so a stopped program catches up at start.
 */
import { sql } from 'drizzle-orm';
import * as mailings from '#channels/mailings.server.ts';
import * as results from '#channels/results.server.ts';
import * as subscribers from '#channels/subscribers.server.ts';
import { openDesk } from '#channels/sending.server.ts';
import { surroundings } from '#channels/surroundings.server.ts';
import * as tokens from '#channels/tokens.server.ts';
import { indexMissing } from '#content/indexing.server.ts';
import { makeNext } from '#broadcast/audio/making.server.ts';
import * as consoles from '#broadcast/consoles.server.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import * as filling from '#broadcast/filling.server.ts';
import { indexAired } from '#broadcast/indexing.server.ts';
import * as playout from '#broadcast/playout.server.ts';
import * as publishing from '#content/publishing.server.ts';
import * as reminders from '#content/reminders.server.ts';
import { answersForRadio } from '#feedback/for-radio.server.ts';
import * as letters from '#feedback/letters.server.ts';
import * as quarantine from '#feedback/quarantine.server.ts';
import * as caseDays from '#feedback/recounting.server.ts';
import * as caseReminders from '#feedback/reminding.server.ts';
import * as pendingFiles from '#feedback/pending.server.ts';
import * as senders from '#feedback/senders.server.ts';
import type { Ctx } from '#people/actor.ts';
import { now } from '#platform/now.server.ts';
import { read, type Database } from '#platform/db.server.ts';
import { work } from '#platform/jobs.server.ts';
import { entryById } from '#platform/journal.server.ts';
import { log } from '#platform/log.server.ts';
import { ward } from '#platform/schema.server.ts';
import * as strayFiles from '#platform/stray-files.server.ts';
import * as boardNumbers from '#procedures/board-numbers.server.ts';
import { recount } from '#procedures/recounting.server.ts';
import { reactions } from './reactions.ts';

/** Sends what goes to Zalo, Facebook and the like. */
let desk = openDesk(surroundings);

/** What is asked for every ward, how often, and by which robot's name in the journal. */
const duties: { robot: string; everySeconds: number; run: (ctx: Ctx) => Promise<unknown> }[] = [
	{ robot: 'hen-gio', everySeconds: 1, run: publishing.publishDue },
	{ robot: 'nhac-viec', everySeconds: 600, run: reminders.remindDue },
	// Episodes of the next fortnight, and what consoles are to play in the next days.
	{
		robot: 'phat-thanh',
		everySeconds: 3600,
		run: async (ctx) => {
			await episodes.makeAhead(ctx);
			await filling.fillAhead(ctx, await answersForRadio(ctx));
		}
	},
	{ robot: 'phat-thanh', everySeconds: 20, run: playout.plan },
	// What has been on the air is found from then on.
	{ robot: 'lap-chi-muc', everySeconds: 60, run: indexAired },
	{ robot: 'canh-may-phat', everySeconds: 60, run: consoles.watch },
	// Stories that were public before there was an index.
	{ robot: 'lap-chi-muc', everySeconds: 3600, run: indexMissing },
	// A new release may know the days off of another year.
	{ robot: 'tinh-lai-han', everySeconds: 3600, run: recount },
	{ robot: 'tinh-lai-han', everySeconds: 3600, run: caseDays.recount },
	{ robot: 'nhac-han-phan-anh', everySeconds: 300, run: caseReminders.remindDue },
	// Deliveries; they go out beside the beat.
	{ robot: 'gui-kenh', everySeconds: 1, run: (ctx) => desk.work(ctx) },
	{ robot: 'gui-kenh', everySeconds: 300, run: tokens.refreshDue },
	{ robot: 'gui-kenh', everySeconds: 600, run: results.collect },
	{ robot: 'gui-ban-tin', everySeconds: 2, run: mailings.beginSending },
	{ robot: 'gui-ban-tin', everySeconds: 3600, run: subscribers.forgetUnconfirmed },
	// Letters to senders; they go out beside the beat, a mail server may take its time.
	{ robot: 'gui-thu', everySeconds: 5, run: letters.beginSending },
	// Contact data is kept no longer than the rules of the ward say.
	{ robot: 'xoa-thong-tin', everySeconds: 3600, run: senders.eraseDue },
	{ robot: 'xoa-thong-tin', everySeconds: 3600, run: quarantine.emptyDue },
	// Files of forms that were handed back and never sent again.
	{ robot: 'xoa-thong-tin', everySeconds: 3600, run: pendingFiles.removeOld },
	// Bytes of transactions that were cut off; a stretch of the folders each time.
	{ robot: 'don-tep', everySeconds: 600, run: strayFiles.sweepOn },
	// Boards of before sheets had numbers that stay.
	{ robot: 'so-to', everySeconds: 3600, run: boardNumbers.keepAll }
];

export type Worker = { stop: () => Promise<void> };

export async function startWorker(db: Database): Promise<Worker> {
	desk = openDesk(surroundings);
	await work('react', async ({ wardId, entryId, act }) => {
		const ctx: Ctx = { wardId, actor: { kind: 'robot', name: 'theo-doi' }, now: now(), db };
		const entry = await read(ctx, (tx) => entryById(tx, entryId));
		if (!entry) throw new Error(`journal entry ${entryId} is not there`);
		for (const react of reactions[act] ?? []) await react(ctx, entry);
	});

	let stopped = false;
	let beat = 0;
	const minuteHand = (async () => {
		for (; !stopped; beat++) {
			const startedAt = Date.now();
			await tick(db, beat);
			await new Promise((resolve) => setTimeout(resolve, Math.max(50, 1000 - (Date.now() - startedAt))));
		}
	})();
	// Sound takes minutes: it has a hand of its own, which stops nothing else.
	const soundHand = (async () => {
		while (!stopped) {
			const made = await makeSound(db);
			if (!made) await new Promise((resolve) => setTimeout(resolve, 1000));
		}
	})();
	return {
		stop: async () => {
			stopped = true;
			// A piece of sound that is being made is taken up again after the next start.
			await Promise.all([
				minuteHand.then(letters.stopSending),
				minuteHand.then(desk.stop),
				Promise.race([soundHand, new Promise((resolve) => setTimeout(resolve, 500))])
			]);
		}
	};
}

async function makeSound(db: Database): Promise<boolean> {
	let made = false;
	try {
		for (const { id } of await db.select({ id: ward.id }).from(ward))
			made =
				(await makeNext({ wardId: id, actor: { kind: 'robot', name: 'am-thanh' }, now: now(), db })) || made;
	} catch (error) {
		log.error({ err: error }, 'a piece of sound could not be made; it is tried again');
		await new Promise((resolve) => setTimeout(resolve, 5000));
	}
	return made;
}

/** One beat. A duty that fails in one ward is logged and does not keep the others waiting. */
async function tick(db: Database, beat: number): Promise<void> {
	try {
		if (beat % 5 === 0) {
			await db.execute(
				sql`insert into worker_heartbeat values ('worker', now()) on conflict (name) do update set at = now()`
			);
		}
		const due = duties.filter((duty) => beat % duty.everySeconds === 0);
		if (due.length === 0) return;
		for (const { id } of await db.select({ id: ward.id }).from(ward)) {
			for (const duty of due) {
				try {
					await duty.run({ wardId: id, actor: { kind: 'robot', name: duty.robot }, now: now(), db });
				} catch (error) {
					log.error(
						{ err: error, wardId: id, duty: duty.robot },
						'a duty of the worker failed; it is tried again at its next beat'
					);
				}
			}
		}
	} catch (error) {
		log.error({ err: error }, 'the worker missed a beat');
	}
}
