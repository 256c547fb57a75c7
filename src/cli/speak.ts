/** `speak "TEXT"`, `speak -`: a text as it is read aloud; pure, needs no database. A ward's own words are on its pages. */
import { speak as say, type SpeakOptions } from '#broadcast/spoken/speak.ts';
import { readInput } from './input.ts';
import { answerLines } from './lines.ts';
import { options, WrongUsage } from './usage.ts';

const known = { lines: { type: 'boolean' }, south: { type: 'boolean' } } as const;

export async function speak(args: string[]): Promise<void> {
	// A text may begin with a dash ("- Tờ khai"): what is no option of ours is the text.
	const given = args.map((arg) => (/^-(?!-lines$|-south$|-$|$)/.test(arg) ? ['--', arg] : [arg])).flat();
	const { positionals, values } = options(given, known, { min: 0, max: 1 });
	const region: SpeakOptions = { region: values.south ? 'south' : 'north' };
	if (values.lines) {
		if (positionals.length > 0) throw new WrongUsage();
		await answerLines((line) => {
			if (line.length !== 1) throw new WrongUsage();
			return say(line[0]!, region);
		});
		return;
	}
	const [text] = positionals;
	if (text === undefined) throw new WrongUsage();
	console.log(say(text === '-' ? new TextDecoder().decode(await readInput('-')) : text, region));
}
