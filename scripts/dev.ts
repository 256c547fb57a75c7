/** `npm run dev`: the same program with hot reload of pages; rooms are read anew when they change. */
import { createServer } from 'vite';
import { setFollowed } from '#platform/journal.server.ts';
import { startJobs, stopJobs } from '#platform/jobs.server.ts';
import { openProgram } from '#platform/program.server.ts';
import { settings } from '#platform/settings.ts';
import { isFollowed } from '#reactions.ts';
import { openTrial } from '#sample-ward/trial.server.ts';
import { startWorker } from '#worker.ts';

const wanted = settings();
const program = await openProgram(wanted);
setFollowed(isFollowed);
await startJobs(program.url, { maintain: true });
const trial = await openTrial(program.db, wanted);
const worker = await startWorker(program.db);
process.env['MINHBACH_DATABASE_URL'] = program.url;
const vite = await createServer({ server: { port: wanted.PORT, host: wanted.HOST, strictPort: true } });
await vite.listen();
for (const line of trial.welcome(`http://${wanted.HOST}:${wanted.PORT}`)) console.log(line);
console.log(`ready http://${wanted.HOST}:${wanted.PORT}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		void (async () => {
			await vite.close();
			await worker.stop();
			await stopJobs();
			await program.close();
			process.exit(0);
		})();
	});
}
