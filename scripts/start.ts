/** `npm start`: everything, in order, and everything stopped in the reverse order. */
import { isFollowed } from '#reactions.ts';
import { CannotStartDatabase } from '#platform/postgres.server.ts';
import { AlreadyRunning } from '#platform/lock.server.ts';
import { setFollowed } from '#platform/journal.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { log } from '#platform/log.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { settings, WrongSetting, type Settings } from '#platform/settings.ts';
import { openTrial } from '#sample-ward/trial.server.ts';
import { startWorker } from '#worker.ts';
import { startWeb } from '#web.server.ts';
import { buildWhenNeeded } from './build.ts';

const toStop: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
	return (stopping ??= (async () => {
		// Whatever hangs, the program is gone within its ten seconds; the database survives a hard end.
		setTimeout(() => process.exit(1), 9000).unref();
		for (const step of toStop.reverse()) {
			try {
				await step();
			} catch (error) {
				log.error({ err: error }, 'a part did not stop cleanly');
			}
		}
	})());
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => void stop().then(() => process.exit(0)));
}

async function start(wanted: Settings): Promise<void> {
	if (wanted.ROLE !== 'worker') buildWhenNeeded((line) => console.log(line));
	const program = await openProgram(wanted);
	toStop.push(program.close);
	setFollowed(isFollowed);
	await startJobs(program.url, { maintain: true });
	toStop.push(stopJobs);

	const trial = wanted.production ? undefined : await openTrial(program.db, wanted);
	if (trial) toStop.push(trial.close);
	if (wanted.ROLE !== 'web') {
		const worker = await startWorker(program.db);
		toStop.push(worker.stop);
	}
	if (wanted.ROLE === 'worker') {
		console.log('ready worker');
		return;
	}
	const web = await startWeb(wanted, program.url);
	toStop.push(web.close);
	if (trial) for (const line of trial.welcome(web.address)) console.log(line);
	console.log(`ready ${web.address}`);
}

try {
	await start(settings());
} catch (error) {
	const forPeople =
		error instanceof WrongSetting || error instanceof AlreadyRunning || error instanceof CannotStartDatabase;
	const port = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
	console.error(
		forPeople
			? (error as Error).message
			: port
				? `Cổng ${process.env['PORT'] ?? 3000} đang có chương trình khác dùng. Hãy tắt chương trình đó, hoặc đặt PORT sang số khác (ví dụ PORT=3001 npm start).`
				: 'Minh Bạch không khởi động được. Chi tiết kỹ thuật ở dòng dưới; hãy gửi nguyên văn cho người hỗ trợ.'
	);
	if (!forPeople && !port) log.fatal({ err: error }, 'start failed');
	await stop();
	process.exit(1);
}
