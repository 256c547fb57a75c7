/**
 * The puzzle (altcha, proof of work): the sender's device works on it while the person writes, nobody has to click on
 * pictures. It is an addition: without script a message is taken too, only fewer of them from one network in an hour.
 */
import {
	CappedMap,
	createChallenge,
	randomInt,
	verifySolution,
	type Challenge,
	type Payload
} from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { keyFor } from '#platform/secret.server.ts';

/** About a second of an old telephone, a tenth of a new one. */
const COST = 2000;
const COUNTER = { least: 100, most: 500 };
const VALID_MINUTES = 120;

const secrets = (): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } => ({
	hmacSignatureSecret: keyFor('feedback puzzle'),
	hmacKeySignatureSecret: keyFor('feedback puzzle solution')
});

/** A new puzzle. Its time runs by the machine's own clock, which the checking library goes by as well. */
export function puzzle(): Promise<Challenge> {
	return createChallenge({
		algorithm: 'PBKDF2/SHA-256',
		cost: COST,
		counter: randomInt(COUNTER.most, COUNTER.least),
		deriveKey,
		expiresAt: Math.floor(Date.now() / 1000) + VALID_MINUTES * 60,
		...secrets()
	});
}

/** Solutions that were used, and what for: each is good for one message, sent as often as the network needs. */
const spent = new CappedMap<string, string>({ maxSize: 100_000 });

/** Is this the solution of a puzzle of ours, used for nothing but this message so far? Whatever is broken is none. */
export async function isSolved(given: string, message: string): Promise<boolean> {
	if (given === '' || given.length > 5000) return false;
	try {
		const { challenge, solution } = JSON.parse(Buffer.from(given, 'base64').toString('utf8')) as Payload;
		const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets() });
		if (!verified || !challenge.signature) return false;
		if (spent.setIfAbsent(challenge.signature, message)) return true;
		return spent.get(challenge.signature) === message;
	} catch {
		// Made by hand: as good as not solved.
		return false;
	}
}
