/** `npm run dev`: the same program with hot reload of pages; rooms are read anew when they change. */
import { createServer } from 'vite';
import { setFollowed } from '#platform/journal.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { settings, type Settings } from '#platform/settings.ts';
import { isFollowed } from '#reactions.ts';
import { openTrial } from '#sample-ward/trial.server.ts';
import { startWorker } from '#worker.ts';

const toStop: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

/** In the reverse order. What does not stop is said, and does not keep the database from being stopped. */
function stop(): Promise<void> {
	return (stopping ??= (async () => {
		setTimeout(() => process.exit(1), 9000).unref();
		for (const step of toStop.reverse()) await step().catch((error: unknown) => console.error(error));
	})());
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => void stop().then(() => process.exit(0)));
}

async function start(wanted: Settings): Promise<void> {
	const program = await openProgram(wanted);
	toStop.push(program.close);
	setFollowed(isFollowed);
	await startJobs(program.url, { maintain: true });
	toStop.push(stopJobs);
	const trial = await openTrial(program.db, wanted);
	toStop.push(trial.close);
	const worker = await startWorker(program.db);
	toStop.push(worker.stop);
	process.env['MINHBACH_DATABASE_URL'] = program.url;
	const others = new Set([...process.listeners('SIGTERM'), ...process.stdin.listeners('end')]);
	const vite = await createServer({
		server: { port: wanted.PORT, host: wanted.HOST, strictPort: true }
	});
	// Vite would end the process at the first signal, or when nobody types, and leave the database behind.
	for (const mine of process.listeners('SIGTERM')) if (!others.has(mine)) process.off('SIGTERM', mine);
	for (const mine of process.stdin.listeners('end') as (() => void)[])
		if (!others.has(mine)) process.stdin.off('end', mine);
	toStop.push(async () => {
		await vite.close();
		await (globalThis as { minhBachClose?: () => Promise<void> }).minhBachClose?.();
	});
	await vite.listen();
	for (const line of trial.welcome(`http://${wanted.HOST}:${wanted.PORT}`)) console.log(line);
	console.log(`ready http://${wanted.HOST}:${wanted.PORT}`);
}

try {
	await start(settings());
} catch (error) {
	console.error(error);
	await stop();
	process.exit(1);
}
