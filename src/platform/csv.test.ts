import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const parsed = (text: string) =>
	parse(text, { bom: true, relax_column_count: true, record_delimiter: '\r\n' }) as string[][];

describe('csv', () => {
	it('begins with the mark Excel needs', () => {
		expect(csv(['mã'], [['đăng ký']])).toBe('\u{FEFF}mã\r\nđăng ký\r\n');
	});

	it('lets nothing be a formula', () => {
		for (const evil of ['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '  =1', '\n=1', '\r=1'])
			expect(parsed(csv(['a'], [[evil]]))[1]).toEqual([`'${evil}`]);
		expect(parsed(csv(['a', 'b'], [['1.000894', '2-3']]))[1]).toEqual(['1.000894', '2-3']);
	});

	it('is read back as it was, but for the apostrophes', () => {
		const text = fc.string({ unit: 'grapheme' }).map((one) => `x${one}`);
		fc.assert(
			fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
				expect(parsed(csv(['a', 'b'], rows)).slice(1)).toEqual(rows);
			})
		);
	});
});
