/** What every command shares: reading its own words and options. */
import { parseArgs } from 'node:util';

export class WrongUsage extends Error {
	override name = 'WrongUsage';
}

/** Parses a command's own arguments; an unknown option or a missing word is wrong usage. */
export function options<const T extends NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>>(
	args: string[],
	known: T,
	words: { min: number; max: number }
) {
	try {
		const parsed = parseArgs({ args, options: known, allowPositionals: true, strict: true });
		if (parsed.positionals.length < words.min || parsed.positionals.length > words.max)
			throw new WrongUsage();
		return parsed;
	} catch (error) {
		throw new WrongUsage('', { cause: error });
	}
}
