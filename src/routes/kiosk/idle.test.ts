import { expect, it } from 'vitest';
import { idleAfter } from './idle.ts';

it('asks for the last twenty of ninety seconds, then starts over', () => {
	expect(idleAfter(0)).toEqual({ kind: 'in_use' });
	expect(idleAfter(69_999)).toEqual({ kind: 'in_use' });
	expect(idleAfter(70_000)).toEqual({ kind: 'asking', secondsLeft: 20 });
	expect(idleAfter(89_001)).toEqual({ kind: 'asking', secondsLeft: 1 });
	expect(idleAfter(90_000)).toEqual({ kind: 'over' });
});
