/** Secrets made by us, to be read out or copied by hand: no letter or digit that is mistaken for another. */
import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';
const pick = (from: string) => from[randomInt(from.length)]!;

/** A password shown once: four groups of three letters and a digit. */
export function oneTimePassword(): string {
	return Array.from({ length: 4 }, () => pick(letters) + pick(letters) + pick(letters) + pick(digits)).join(
		'-'
	);
}

/** Ten codes, each good for one signing in without the phone. */
export function backupCodes(): string[] {
	const half = () => Array.from({ length: 5 }, () => pick(letters + digits)).join('');
	return Array.from({ length: 10 }, () => `${half()}-${half()}`);
}

/** As it was made, however it was typed from the paper: with capitals, blanks, or without the dash. */
export function asBackupCode(typed: string): string {
	const plain = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
	return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}
