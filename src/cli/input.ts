/** Reading what a command was given: a file, or standard input for `-`. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '#platform/refusal.ts';

export async function readInput(name: string): Promise<Uint8Array> {
	if (name === '-') return buffer(process.stdin);
	try {
		return await readFile(name);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		const why =
			code === 'ENOENT' ? 'không có tệp này' : code === 'EISDIR' ? 'đây là thư mục' : 'không mở được tệp này';
		throw Object.assign(
			new Refusal({
				code: 'cli.input',
				message: `Không đọc được “${name}”: ${why}. Hãy kiểm tra lại đường dẫn.`
			}),
			{ cause: error }
		);
	}
}

export function printJson(value: unknown): void {
	process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
