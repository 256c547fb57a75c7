/** English log for operators: JSON lines on standard error, so that standard output stays for results. */
import pino from 'pino';
import { settings } from './settings.ts';

export const log = pino(
	{ level: settings().LOG_LEVEL, base: undefined, redact: ['*.password', '*.token', '*.secret'] },
	pino.destination({ dest: 2, sync: true })
);
