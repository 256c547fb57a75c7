/**
 * One piece of work on sound in a process of its own (render-process.ts): told on how far it is, ended by ending the
 * process, and nothing of it stays behind, also when this process is killed in between.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rootDir } from '#platform/files.server.ts';
import type { Answer, Progress, Work } from './render-process.ts';

type Result = Exclude<Answer, Progress> | 'stopped';

/** How often it is asked whether somebody still wants the result: a stop is done within two seconds. */
const BEAT_MS = 700;

/** Rejects only for faults of ours; what is wrong with the file or the voice is an answer. */
export async function renderApart(
	work: Work,
	stillWanted: (progress: Progress) => Promise<boolean>
): Promise<Result> {
	const child = fork(program(), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
	let result: Result | undefined;
	let latest: Progress = { progress: 0, step: 'script' in work ? 'reading' : 'measuring' };
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const failed = new Promise<never>((_, reject) => child.once('error', reject));
	child.on('message', (answer: Answer) => {
		// Some steps are done twice for a loud recording; the page only ever goes forward.
		if ('progress' in answer) {
			if (answer.progress > latest.progress) latest = answer;
		} else {
			result ??= answer;
			child.kill('SIGKILL');
		}
	});
	child.send(work);
	const beating = beat(ended, async () => {
		if (await stillWanted(latest)) return true;
		result ??= 'stopped';
		child.kill('SIGKILL');
		return false;
	});
	try {
		await Promise.race([ended, failed]);
	} finally {
		child.kill('SIGKILL');
		await beating;
	}
	return (
		result ?? {
			refused:
				'Chương trình xử lý âm thanh dừng giữa chừng, có thể do tệp bị hỏng. Hãy thử lại, hoặc lưu lại thành tệp MP3.'
		}
	);
}

/** The source of the process: beside this file, or, in the built web application, further up in the project. */
function program(): string {
	const place = path.join('src', 'broadcast', 'audio', 'render-process.ts');
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, place)) && folder !== path.dirname(folder))
		folder = path.dirname(folder);
	return path.join(folder, place);
}

async function beat(ended: Promise<void>, ask: () => Promise<boolean>): Promise<void> {
	for (let over = false; !over;) {
		let timer: NodeJS.Timeout | undefined;
		const pause = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, BEAT_MS, false)));
		over = await Promise.race([ended.then(() => true), pause]);
		clearTimeout(timer);
		// A database that does not answer for a moment is no reason to throw the work away.
		if (!over) over = !(await ask().catch(() => true));
	}
}

/** Beside the files, so that what is made is renamed into its place. */
const roomDir = (): string => path.join(rootDir(), 'sound-work');

/** A folder for one piece of work; {@link leaveFolder} it. */
export async function takeFolder(wardId: number, audioId: number): Promise<string> {
	await mkdir(roomDir(), { recursive: true });
	return mkdtemp(path.join(roomDir(), `${wardId}-${audioId}-`));
}

export const leaveFolder = (folder: string): Promise<void> =>
	rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Folders of this ward whose worker was killed: all but those of work under way. */
export async function sweepFolders(wardId: number, underWay: readonly number[]): Promise<void> {
	const names = await readdir(roomDir()).catch(() => []);
	for (const name of names) {
		const [ward, audio] = name.split('-').map(Number);
		if (ward === wardId && !underWay.includes(audio!)) await leaveFolder(path.join(roomDir(), name));
	}
}
