/**
 * One program per data folder. The lock is a file with our process number and the moment that process began,
 * so that after a power cut, when the number belongs to somebody else, the lock counts as left behind.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export class AlreadyRunning extends Error {
	override name = 'AlreadyRunning';
}

/** Start time of a process from the kernel's table, or its number alone where there is no such table. */
function birthOf(pid: number): string | undefined {
	const stat = `/proc/${pid}/stat`;
	if (existsSync(stat)) {
		// Field 22, counted after the command's name, which may itself hold spaces and brackets.
		const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ');
		return fields?.[19];
	}
	if (process.platform === 'linux') return undefined;
	try {
		process.kill(pid, 0);
		return 'alive';
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : undefined;
	}
}

/** Is a program of ours at work on this folder? */
export function holderOf(dataDir: string): { pid: number } | undefined {
	const file = path.join(dataDir, 'minhbach.lock');
	if (!existsSync(file)) return undefined;
	const [pid, birth] = readFileSync(file, 'utf8').trim().split(' ');
	return pid && birth && birthOf(Number(pid)) === birth ? { pid: Number(pid) } : undefined;
}

/** Takes the folder for this process, or throws {@link AlreadyRunning}. Returns how to give it back. */
export function takeFolder(dataDir: string): () => void {
	mkdirSync(dataDir, { recursive: true });
	const file = path.join(dataDir, 'minhbach.lock');
	const mine = `${process.pid} ${birthOf(process.pid) ?? 'alive'}\n`;
	for (let attempt = 0; ; attempt++) {
		try {
			writeFileSync(file, mine, { flag: 'wx', flush: true });
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const holder = holderOf(dataDir);
			if (holder || attempt > 3) {
				throw new AlreadyRunning(
					`Minh Bạch đang chạy trên thư mục dữ liệu ${dataDir}${holder ? ` (tiến trình ${holder.pid})` : ''}. Hãy dùng chương trình đang chạy, hoặc tắt nó trước rồi khởi động lại.`
				);
			}
			rmSync(file, { force: true });
		}
	}
	return () => {
		if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
	};
}
