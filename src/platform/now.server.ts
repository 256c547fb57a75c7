/** The one clock of the program; rooms get its time as `ctx.now`. */
import { parseMoment } from './clock.ts';
import { settings } from './settings.ts';

const startedAt = Date.now();
let trialStart: number | undefined;

/** Now. In a trial with TRIAL_NOW the clock starts at that moment and runs on; a bare date starts at 08:00. */
export function now(): Date {
	const wanted = settings().TRIAL_NOW;
	if (!wanted) return new Date();
	trialStart ??= parseMoment(wanted).getTime();
	return new Date(trialStart + (Date.now() - startedAt));
}
