/** `triage FILE`: what a citizen's message most likely is; pure, needs no database. */
import { unitNames } from '#feedback/likely-unit.ts';
import { triage as look, type Triage } from '#feedback/triage.ts';
import { messageClasses } from '#feedback/message-class.ts';
import { personalKinds } from '#platform/personal-data/personal-data.ts';
import { Refusal } from '#platform/refusal.ts';
import { printJson, readInput } from './input.ts';
import { answerLines } from './lines.ts';
import { options, WrongUsage } from './usage.ts';

function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n').trimEnd();
	} catch (error) {
		throw Object.assign(
			new Refusal({
				code: 'cli.not_text',
				message: 'Đây không phải tệp văn bản UTF-8. Hãy lưu lời phản ánh thành tệp .txt rồi làm lại.'
			}),
			{ cause: error }
		);
	}
}

function print({ class: kind, personalData, unit, reasons }: Triage): void {
	console.log(`${messageClasses[kind]} (${kind})${unit ? `, gợi ý chuyển: ${unitNames[unit]}` : ''}`);
	for (const reason of reasons) console.log(`  - ${reason}`);
	for (const { kind: what, start, end, text } of personalData) {
		console.log(`  ${personalKinds[what]} tại ${start}-${end}: ${text}`);
	}
}

export async function triage(args: string[]): Promise<void> {
	const { positionals, values } = options(
		args,
		{ json: { type: 'boolean' }, lines: { type: 'boolean' } },
		{ min: 0, max: 1 }
	);
	if (values.lines) {
		if (positionals.length > 0) throw new WrongUsage();
		await answerLines((line) => {
			if (line.length !== 1) throw new WrongUsage();
			return look(line[0]!);
		});
		return;
	}
	if (positionals.length !== 1) throw new WrongUsage();
	const found = look(textOf(await readInput(positionals[0]!)));
	if (values.json) printJson(found);
	else print(found);
}
