/**
 * The ordeal of the deliveries: many, over several accounts of two channels that fail in every way they can, sent by two
 * workers with wrong clocks, of which one after the other is killed in the middle of its work. Afterwards the channels'
 * own books must hold each exactly once, and every failure must be visible in ours.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Database } from '#platform/db.server.ts';
import { sealSecrets } from '../accounts.server.ts';
import type { DeliveryState } from '../delivery.ts';
import { startFacebook } from '../fakes/facebook.ts';
import type { Asked, Fault } from '../fakes/service.ts';
import { startZalo } from '../fakes/zalo.ts';
import { channelAccount, delivery, deliveryAttempt } from '../schema.server.ts';

export type Wanted = {
	db: Database;
	url: string;
	wardId: number;
	deliveries: number;
	kills: number;
	/** Share of requests that fail. */
	faults: number;
	seed: number;
	/** Seconds until the whole is given up. */
	limit: number;
	say?: (line: string) => void;
};

export type Verdict = {
	seconds: number;
	kills: number;
	/** By state of our rows. */
	states: Partial<Record<DeliveryState, number>>;
	/** Failures the channels were told to make, by kind. */
	made: Record<string, number>;
	/** Tries beyond the first. */
	again: number;
	/** Looks on the channel whether something is there. */
	looks: number;
	interrupted: number;
	/** What is on the channels' books. */
	posted: number;
	/** Titles that are not there exactly once though we say 'sent', or there though we do not say so. */
	wrong: string[];
};

const kinds: Fault[] = [
	'cut_before',
	'cut_after',
	'half_after',
	'gateway_before',
	'gateway_after',
	'slow',
	'busy',
	'rate',
	'token'
];
const PACE = { hold: 4, settle: 2.5, patience: 2 };

export async function ordeal(wanted: Wanted): Promise<Verdict> {
	const random = randomOf(wanted.seed);
	const made: Record<string, number> = {};
	const fault = (asked: Asked): Fault | undefined => {
		// Signing in is not what is tried here.
		if (asked.path.startsWith('/v4/') || random() >= wanted.faults) return undefined;
		const kind = kinds[Math.floor(random() * kinds.length)]!;
		made[kind] = (made[kind] ?? 0) + 1;
		return kind;
	};
	const latency = (): number => random() * 12;
	const zalo = await startZalo({ fault, latency, slow: 700, processing: 1 });
	const facebook = await startFacebook({ fault, latency, slow: 700 });
	const ctx: Ctx = {
		wardId: wanted.wardId,
		actor: { kind: 'robot', name: 'thu' },
		now: new Date(),
		db: wanted.db
	};
	const accounts = await openAccounts(ctx, zalo, facebook);
	await plan(ctx, accounts, wanted.deliveries);

	const environment = (): NodeJS.ProcessEnv => ({
		...process.env,
		ZALO_URL: zalo.url,
		ZALO_SIGN_IN_URL: zalo.url,
		FACEBOOK_URL: facebook.url,
		DESK_DATABASE: wanted.url,
		DESK_WARD: String(wanted.wardId),
		// Up to an hour wrong, another wrong for each worker.
		DESK_CLOCK: String(Math.round((random() - 0.3) * 3_600_000)),
		DESK_PACE: JSON.stringify(PACE)
	});
	const began = performance.now();
	const desks: (ChildProcess | undefined)[] = [];
	const open = (at: number): void => {
		desks[at] = spawn(
			process.execPath,
			[path.join(path.dirname(fileURLToPath(import.meta.url)), 'desk.ts')],
			{
				env: environment(),
				stdio: ['pipe', 'ignore', wanted.say ? 'inherit' : 'ignore']
			}
		);
	};
	open(0);
	open(1);
	let kills = 0;
	try {
		for (;;) {
			await pause(100 + random() * 400);
			const left = await undone(ctx);
			const done = wanted.deliveries - left.open;
			if (wanted.kills > kills && done >= ((kills + 1) * wanted.deliveries) / (wanted.kills + 2)) {
				const at = kills % 2;
				desks[at]!.kill('SIGKILL');
				kills++;
				wanted.say?.(`${Math.round((performance.now() - began) / 1000)} s: ${done} done, kill ${kills}`);
				open(at);
			}
			if (left.open === 0) break;
			// What waits for a later try, or for a pause to end, is not waited for: the minute has come.
			await hurry(ctx, zalo, facebook, accounts);
			if (performance.now() - began > wanted.limit * 1000) break;
		}
	} finally {
		for (const desk of desks) desk?.kill('SIGKILL');
	}
	const seconds = (performance.now() - began) / 1000;
	const verdict = await judge(
		ctx,
		wanted,
		zalo.articles().map(({ title }) => title),
		facebook.posts().map(({ message }) => message.split('\n')[0]!)
	);
	await zalo.close();
	await facebook.close();
	return { ...verdict, seconds, kills, made };
}

type Fakes = {
	zalo: Awaited<ReturnType<typeof startZalo>>;
	facebook: Awaited<ReturnType<typeof startFacebook>>;
};

async function openAccounts(ctx: Ctx, zalo: Fakes['zalo'], facebook: Fakes['facebook']): Promise<number[]> {
	return transact(ctx, async (tx) => {
		const ids: number[] = [];
		for (const [kind, name] of [
			['zalo', 'Zalo 1'],
			['zalo', 'Zalo 2'],
			['facebook', 'Trang 1'],
			['facebook', 'Trang 2']
		] as const) {
			const page = `10987${ids.length}`;
			const [row] = await tx
				.insert(channelAccount)
				.values({
					kind,
					name,
					state: 'working',
					addedAt: ctx.now,
					settings: kind === 'zalo' ? { appId: '1' } : { appId: '1', pageId: page }
				})
				.returning();
			const secrets =
				kind === 'zalo'
					? { appSecret: 's', ...zalo.issue() }
					: { appSecret: 's', accessToken: facebook.issue(page) };
			await tx
				.update(channelAccount)
				.set({ secrets: sealSecrets(row!, secrets) })
				.where(eq(channelAccount.id, row!.id));
			ids.push(row!.id);
		}
		return ids;
	});
}

async function plan(ctx: Ctx, accounts: number[], many: number): Promise<void> {
	// Before any clock of the workers.
	const early = new Date(Date.now() - 7_200_000);
	for (let from = 0; from < many; from += 500)
		await transact(ctx, async (tx) => {
			await tx.insert(delivery).values(
				Array.from({ length: Math.min(500, many - from) }, (_, at) => {
					const no = from + at;
					const title = `Bài số ${no}`;
					return {
						accountId: accounts[no % accounts.length]!,
						sourceKind: 'edition',
						sourceId: no,
						message: {
							title,
							summary: title,
							text: `${title}\n\nNội dung.`,
							link: no % 3 ? `/tin-tuc/bai-${no}` : null,
							cover: no % 4 < 2 ? { token: 'anh', alt: '' } : null,
							hashtags: []
						},
						plannedAt: early,
						nextTryAt: early,
						addedAt: ctx.now
					};
				})
			);
		});
}

const undone = (ctx: Ctx): Promise<{ open: number }> =>
	read(ctx, async (tx) => {
		const [row] = await tx
			.select({ open: count() })
			.from(delivery)
			.where(inArray(delivery.state, ['planned', 'sending', 'unknown']));
		return { open: row!.open };
	});

/** Waiting times of minutes and hours are over at once; a person signs in again where one has to. */
async function hurry(
	ctx: Ctx,
	zalo: Fakes['zalo'],
	facebook: Fakes['facebook'],
	accounts: number[]
): Promise<void> {
	const early = new Date(Date.now() - 7_200_000);
	await transact(ctx, async (tx) => {
		await tx
			.update(delivery)
			.set({ nextTryAt: early })
			.where(and(eq(delivery.state, 'planned'), sql`${delivery.nextTryAt} > ${early.toISOString()}`));
		await tx
			.update(delivery)
			.set({ nextTryAt: early })
			.where(and(eq(delivery.state, 'unknown'), sql`${delivery.nextTryAt} > ${early.toISOString()}`));
		await tx.update(channelAccount).set({ pausedUntil: null }).where(inArray(channelAccount.id, accounts));
		const broken = await tx.select().from(channelAccount).where(eq(channelAccount.state, 'sign_in'));
		for (const row of broken) {
			const secrets =
				row.kind === 'zalo'
					? { appSecret: 's', ...zalo.issue() }
					: { appSecret: 's', accessToken: facebook.issue(row.settings.pageId!) };
			await tx
				.update(channelAccount)
				.set({ state: 'working', trouble: null, secrets: sealSecrets(row, secrets) })
				.where(eq(channelAccount.id, row.id));
		}
	});
}

async function judge(
	ctx: Ctx,
	wanted: Wanted,
	zalo: string[],
	facebook: string[]
): Promise<Omit<Verdict, 'seconds' | 'kills' | 'made'>> {
	const books = new Map<string, number>();
	for (const title of [...zalo, ...facebook]) books.set(title, (books.get(title) ?? 0) + 1);
	return read(ctx, async (tx) => {
		const trail = async (id: number): Promise<string> =>
			(
				await tx
					.select()
					.from(deliveryAttempt)
					.where(eq(deliveryAttempt.deliveryId, id))
					.orderBy(deliveryAttempt.id)
			)
				.map((one) => `${one.act} ${one.outcome ?? '?'} ${one.code ?? ''}`)
				.join(', ');
		const rows = await tx
			.select({
				id: delivery.id,
				state: delivery.state,
				message: delivery.message,
				tries: delivery.tries,
				trouble: delivery.trouble
			})
			.from(delivery);
		const states: Partial<Record<DeliveryState, number>> = {};
		const wrong: string[] = [];
		for (const row of rows) {
			states[row.state] = (states[row.state] ?? 0) + 1;
			const there = books.get(row.message.title) ?? 0;
			if (
				there > 1 ||
				(row.state === 'sent') !== (there === 1 && row.state === 'sent') ||
				(row.state === 'sent' && there !== 1)
			)
				wrong.push(`${row.message.title}: ${row.state}, ${there} times there: ${await trail(row.id)}`);
			// A failure says why; what a person has to look at may be there or not.
			if (row.state === 'failed' && (there > 0 || !row.trouble))
				wrong.push(
					`${row.message.title}: failed, ${there} times there, ${row.trouble ?? 'no words'}: ${await trail(row.id)}`
				);
		}
		if (rows.length !== wanted.deliveries) wrong.push(`${rows.length} rows of ${wanted.deliveries}`);
		const [attempts] = await tx
			.select({
				again: sql<number>`count(*) filter (where ${deliveryAttempt.act} = 'send')`,
				looks: sql<number>`count(*) filter (where ${deliveryAttempt.act} = 'find')`,
				interrupted: sql<number>`count(*) filter (where ${deliveryAttempt.outcome} = 'lost')`
			})
			.from(deliveryAttempt);
		return {
			states,
			again: Number(attempts!.again) - rows.length,
			looks: Number(attempts!.looks),
			interrupted: Number(attempts!.interrupted),
			posted: [...books.values()].reduce((sum, many) => sum + many, 0),
			wrong
		};
	});
}

/** A small generator with a seed (mulberry32), so that an ordeal can be had again. */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
