import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it } from 'vitest';
import { countGuess, countSending, takeRoom } from './brake.server.ts';
import * as captcha from './captcha.server.ts';

const now = new Date('2026-06-15T09:00:00+07:00');
const minutesLater = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('guessing secret words', () => {
	it('stops after a few for one code from one network, says how long, and starts again', () => {
		const guess = (at = now) => countGuess('198.51.100.1', 'PAKN.CT.20260615.0001', at);
		for (let i = 0; i < 8; i++) guess();
		expect(() => guess()).toThrow(/khoảng 15 phút/);
		// The honest sender at home still gets in, and so does this network for another code.
		expect(() => countGuess('198.51.100.2', 'PAKN.CT.20260615.0001', now)).not.toThrow();
		expect(() => countGuess('198.51.100.1', 'PAKN.CT.20260615.0002', now)).not.toThrow();
		expect(() => guess(minutesLater(16))).not.toThrow();
	});

	it('stops whoever tries many codes, and one code from many networks', () => {
		for (let i = 0; i < 40; i++) countGuess('198.51.100.3', `PAKN.CT.20260615.1${100 + i}`, now);
		expect(() => countGuess('198.51.100.3', 'PAKN.CT.20260615.1999', now)).toThrow(/đợi/);
		for (let i = 0; i < 60; i++) countGuess(`203.0.113.${i}`, 'PAKN.CT.20260615.0009', now);
		expect(() => countGuess('203.0.113.200', 'PAKN.CT.20260615.0009', now)).toThrow(/đợi/);
	});

	it('forgets a try that was right', () => {
		for (let i = 0; i < 30; i++) countGuess('198.51.100.4', 'PAKN.CT.20260615.0003', now)();
	});
});

describe('protection of the program', () => {
	it('refuses one network only far above honest use, and begins anew the next day', () => {
		for (let i = 0; i < 20_000; i++) countSending('198.51.100.5', now);
		expect(() => countSending('198.51.100.5', now)).toThrow(/đường dây nóng/);
		expect(() => countSending('198.51.100.6', now)).not.toThrow();
		expect(() => countSending('198.51.100.5', minutesLater(24 * 60))).not.toThrow();
	});

	it('holds only so many large forms at once; small ones always find room', () => {
		const large = String(100 * 1_048_576);
		const [first, second] = [takeRoom(large), takeRoom(large)];
		expect(() => takeRoom(large)).toThrow(/sau một phút/);
		takeRoom('2000')();
		first();
		first();
		takeRoom(large)();
		second();
	});
});

describe('the puzzle', () => {
	it('solved counts for one message, sent as often as needed, and for no other', async () => {
		const challenge = await captcha.puzzle();
		const solution = await solveChallenge({ challenge, deriveKey });
		const given = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
		expect(await captcha.isSolved(given, 'một')).toBe(true);
		expect(await captcha.isSolved(given, 'một')).toBe(true);
		expect(await captcha.isSolved(given, 'hai')).toBe(false);
	});

	it('is not solved by what was made by hand', async () => {
		const challenge = await captcha.puzzle();
		const solution = { counter: 1, derivedKey: '00'.repeat(32) };
		const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } };
		for (const given of [
			'',
			'{}',
			'x'.repeat(6000),
			...[
				{ challenge, solution },
				{ challenge: easier, solution },
				{ challenge: null, solution: null },
				null,
				[]
			].map((one) => Buffer.from(JSON.stringify(one)).toString('base64'))
		])
			expect(await captcha.isSolved(given, 'thư')).toBe(false);
	});
});
