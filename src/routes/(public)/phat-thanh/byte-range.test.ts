import { describe, expect, it } from 'vitest';
import { rangeOf, soundResponse } from './byte-range.server.ts';

describe('ranges of a sound', () => {
	it('are read as players write them', () => {
		expect(rangeOf(null, 1000)).toBe('whole');
		expect(rangeOf('bytes=0-99', 1000)).toEqual({ first: 0, last: 99 });
		expect(rangeOf('bytes=900-', 1000)).toEqual({ first: 900, last: 999 });
		expect(rangeOf('bytes=-100', 1000)).toEqual({ first: 900, last: 999 });
		expect(rangeOf('bytes=0-5000', 1000)).toEqual({ first: 0, last: 999 });
		expect(rangeOf('bytes=1000-', 1000)).toBeNull();
		expect(rangeOf('bytes=-0', 1000)).toBeNull();
		// Several ranges, or nonsense: the whole.
		expect(rangeOf('bytes=0-1,5-6', 1000)).toBe('whole');
		expect(rangeOf('dòng=1', 1000)).toBe('whole');
	});

	it('are answered in part, whole, not at all, and without a body to who only asks', async () => {
		const bytes = new Uint8Array(1000).map((_, at) => at % 251);
		const sound = {
			bytes: 1000,
			async *from(first: number, last: number) {
				yield await Promise.resolve(bytes.subarray(first, last + 1));
			}
		};
		const ask = (range?: string, method = 'GET') =>
			soundResponse(
				new Request('http://x/nghe.mp3', { method, ...(range && { headers: { range } }) }),
				sound
			);
		const part = ask('bytes=10-19');
		expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
			206,
			'bytes 10-19/1000',
			'10'
		]);
		expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20));
		expect((await ask().arrayBuffer()).byteLength).toBe(1000);
		expect([ask('bytes=2000-').status, ask('bytes=2000-').headers.get('content-range')]).toEqual([
			416,
			'bytes */1000'
		]);
		const head = ask(undefined, 'HEAD');
		expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '1000', null]);
	});
});
