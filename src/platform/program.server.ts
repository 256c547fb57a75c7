/**
 * What every way of running the program shares (the server, the worker, a command): the database for these settings,
 * embedded or outside, migrated and ready.
 */
import { AlreadyRunning, holderOf, takeFolder } from './lock.server.ts';
import { log } from './log.server.ts';
import { migrate } from './migrate.server.ts';
import { openDatabase, type Database } from './db.server.ts';
import { runningUrl, startPostgres, type EmbeddedPostgres } from './postgres.server.ts';
import type { Settings } from './settings.ts';

export type Program = { db: Database; url: string; close: () => Promise<void> };

/** For the long-running program: owns the data folder and keeps the embedded server alive. */
export async function openProgram(settings: Settings): Promise<Program> {
	if (settings.DATABASE_URL) return connect(settings.DATABASE_URL, () => Promise.resolve());
	const giveBack = takeFolder(settings.DATA_DIR);
	try {
		let server = await startPostgres(settings.DATA_DIR);
		let closing = false;
		const watch = (watched: EmbeddedPostgres): void => {
			void watched.crashed.then(async (code) => {
				log.error({ code }, 'the database ended without being asked to; starting it again');
				for (let attempt = 0; !closing; attempt++) {
					try {
						server = await startPostgres(settings.DATA_DIR, { port: watched.port });
						if (closing) await server.stop();
						else watch(server);
						return;
					} catch (error) {
						log.error({ err: error, attempt }, 'the database does not start again yet');
						await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 500 * 2 ** attempt)));
					}
				}
			});
		};
		watch(server);
		return await connect(server.url, async () => {
			closing = true;
			await server.stop();
			giveBack();
		});
	} catch (error) {
		giveBack();
		throw error;
	}
}

/** For a command: beside a running server it uses that one's database, otherwise it opens its own for the while. */
export async function joinProgram(settings: Settings): Promise<Program> {
	if (!settings.DATABASE_URL && holderOf(settings.DATA_DIR)) {
		// The other program may be a moment away from answering.
		for (let waited = 0; waited < 100; waited++) {
			const url = await runningUrl(settings.DATA_DIR);
			if (url) return connect(url, () => Promise.resolve());
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		throw new AlreadyRunning(
			'Một chương trình khác đang giữ thư mục dữ liệu nhưng cơ sở dữ liệu của nó chưa trả lời. Hãy đợi một phút rồi thử lại.'
		);
	}
	return openProgram(settings);
}

async function connect(url: string, stop: () => Promise<void>): Promise<Program> {
	const db = openDatabase(url);
	try {
		const applied = await migrate(db.$client);
		if (applied.length > 0) log.info({ applied }, 'migrated');
	} catch (error) {
		await db.$client.end();
		await stop();
		throw error;
	}
	return {
		db,
		url,
		close: async () => {
			await db.$client.end();
			await stop();
		}
	};
}
