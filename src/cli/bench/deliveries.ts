/**
 * Ten thousand deliveries over four accounts with faults of every kind and workers that are killed; and the letters of a
 * bulletin to a mail server beside us, with the memory they take.
 */
import { SMTPServer } from 'smtp-server';
import * as mailings from '#channels/mailings.server.ts';
import { channelAccount, delivery, mailing, subscriber } from '#channels/schema.server.ts';
import { ordeal } from '#channels/testing/ordeal.ts';
import type { Ctx } from '#people/actor.ts';
import { transact } from '#platform/db.server.ts';
import { openMailer } from '#platform/mail.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { seal } from '#platform/seal.server.ts';
import { ward } from '#platform/schema.server.ts';
import { readSettings } from '#platform/settings.ts';
import type { Measured } from '../bench.ts';
import { inNewFolder } from './measure.ts';

const DELIVERIES = 10_000;
const KILLS = 10;
const FAULTS = 0.05;
const LETTERS = 3000;

export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const program = await openProgram(readSettings({ DATA_DIR: dataDir }));
		try {
			const [row] = await program.db
				.insert(ward)
				.values({
					key: 'do',
					name: 'phường đo',
					shortName: 'đo',
					placeName: 'đo',
					superiorName: 'UBND thành phố',
					provinceName: 'thành phố'
				})
				.returning();
			const ctx: Ctx = {
				wardId: row!.id,
				actor: { kind: 'robot', name: 'do' },
				now: new Date(),
				db: program.db
			};
			const many = Number(process.env['BENCH_DELIVERIES'] ?? DELIVERIES);
			const verdict = await ordeal({
				db: program.db,
				url: program.url,
				wardId: row!.id,
				deliveries: many,
				kills: KILLS,
				faults: FAULTS,
				seed: 1,
				limit: 3600,
				say: (line) => console.error(line)
			});
			console.error(`deliveries: ${JSON.stringify(verdict)}`);
			if (verdict.wrong.length > 0)
				throw new Error(`not exactly once: ${verdict.wrong.slice(0, 5).join('; ')}`);
			const letters = await bulletin(ctx);
			return [
				{
					figure: `${many} deliveries, ${FAULTS * 100} % faults, ${verdict.kills} kills: each once, ${verdict.states.sent ?? 0} sent, ${verdict.states.failed ?? 0} failed, ${verdict.states.asking ?? 0} asked, ${verdict.again} sent again, ${verdict.looks} looks, ${verdict.interrupted} interrupted`,
					milliseconds: verdict.seconds * 1000,
					reference: 'as many at ten a second',
					referenceMilliseconds: many * 100,
					bound: 'each exactly once, none forgotten'
				},
				{
					figure: `${LETTERS} letters of a bulletin, memory grown by ${letters.grown} MB`,
					milliseconds: letters.milliseconds,
					reference: 'a thousand a minute',
					referenceMilliseconds: LETTERS * 60,
					bound: 'at most 1.0'
				}
			];
		} finally {
			await program.close();
		}
	});
}

async function bulletin(ctx: Ctx): Promise<{ milliseconds: number; grown: number }> {
	let taken = 0;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			stream.resume().on('end', () => {
				taken++;
				done();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as { port: number };
	const through = openMailer({ url: `smtp://127.0.0.1:${port}`, host: 'phuong.test' });
	await transact(ctx, async (tx) => {
		const [account] = await tx
			.insert(channelAccount)
			.values({ kind: 'email', name: 'Bản tin', state: 'working', addedAt: ctx.now })
			.returning();
		const [issue] = await tx
			.insert(delivery)
			.values({
				accountId: account!.id,
				sourceKind: 'edition',
				sourceId: 1_000_000,
				message: {
					title: 'Bản tin tuần',
					summary: 'Tóm tắt của bản tin',
					text: 'Một đoạn văn vừa phải của bản tin tuần này. '.repeat(60),
					link: '/t/1',
					cover: null,
					hashtags: []
				},
				state: 'sent',
				sentAt: ctx.now,
				plannedAt: ctx.now,
				addedAt: ctx.now
			})
			.returning();
		for (let from = 0; from < LETTERS; from += 500) {
			const readers = await tx
				.insert(subscriber)
				.values(
					Array.from({ length: 500 }, (_, at) => {
						const mark = `do${from + at}`;
						return {
							kind: 'email' as const,
							mark,
							sealed: seal('subscriber', `${ctx.wardId}/email/${mark}`, `nguoi${from + at}@example.vn`),
							state: 'confirmed' as const,
							leaveHash: mark,
							askedAt: ctx.now
						};
					})
				)
				.returning({ id: subscriber.id });
			await tx
				.insert(mailing)
				.values(readers.map(({ id }) => ({ deliveryId: issue!.id, subscriberId: id, nextTryAt: ctx.now })));
		}
	});
	const before = process.memoryUsage.rss();
	const began = performance.now();
	await mailings.sendDue(ctx, through);
	const milliseconds = performance.now() - began;
	const grown = Math.round((process.memoryUsage.rss() - before) / 1_048_576);
	through.close();
	await new Promise<void>((resolve) => server.close(() => resolve()));
	if (taken !== LETTERS) throw new Error(`${taken} letters arrived of ${LETTERS}`);
	return { milliseconds, grown };
}
