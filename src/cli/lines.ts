/** `--lines`: one JSON value a line on standard input, one on standard output, in order; so many texts cost one start. */
import { createInterface } from 'node:readline';
import { Refusal } from '#platform/refusal.ts';
import { WrongUsage } from './usage.ts';

/** The arguments of a line: a string is one argument, a list is several (numbers are taken as written). */
function argumentsOf(line: string): string[] {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		value = undefined;
	}
	const list = Array.isArray(value) ? value : [value];
	if (list.length === 0 || !list.every((one) => typeof one === 'string' || typeof one === 'number')) {
		throw new Refusal({
			code: 'cli.line',
			message: 'Dòng này chưa đúng: mỗi dòng cần một chuỗi JSON, hoặc một danh sách JSON các tham số.'
		});
	}
	return list.map(String);
}

/** Answers every line by itself: one that cannot be answered gives `{"error": …}` and stops nothing. */
export async function answerLines(answer: (args: string[]) => unknown): Promise<void> {
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		let said: unknown;
		try {
			said = await answer(argumentsOf(line));
		} catch (error) {
			if (error instanceof WrongUsage) said = { error: 'Thiếu hoặc thừa tham số, hoặc có tùy chọn lạ.' };
			else if (error instanceof Refusal) said = { error: error.message };
			else throw error;
		}
		process.stdout.write(`${JSON.stringify(said)}\n`);
	}
}
