import { describe, expect, it } from 'vitest';
import { fixtureBytes, fixtureText } from './fixtures/fixture.ts';
import { decodeText, repairLegacy } from './legacy-encoding.ts';
import { fromTcvn3, fromVni } from './legacy-tables.ts';
import { readPlanDocument, readPlanText } from './read.ts';
import type { PlanDocument } from '../plan-document.ts';

const understood = ({ source: _, ...document }: PlanDocument): Omit<PlanDocument, 'source'> => document;

describe('encodings of Vietnamese', () => {
	it('knows the national motto in TCVN3 and VNI', () => {
		expect(fromTcvn3('Céng hßa x· héi chñ nghÜa ViÖt Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
		expect(fromTcvn3('CéNG HßA X· HéI')).toBe('CỘNG HÒA XÃ HỘI');
		expect(fromVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
		expect(fromVni('ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC')).toBe('ĐỘC LẬP - TỰ DO - HẠNH PHÚC');
	});

	it('leaves Unicode text and other languages alone', () => {
		expect(repairLegacy('Ủy ban nhân dân phường, tổ dân phố')).toBe('Ủy ban nhân dân phường, tổ dân phố');
		expect(repairLegacy('Café, naïve, Ærø')).toBe('Café, naïve, Ærø');
	});

	it.each(['nui-voi-tcvn3.txt', 'nui-voi-vni.txt'])('reads %s as the Unicode file', async (name) => {
		const plain = understood(await readPlanDocument(fixtureBytes('nui-voi.txt'), ''));
		expect(understood(await readPlanDocument(fixtureBytes(name), name))).toEqual(plain);
		// The same codes inside a UTF-8 file, as a converter leaves them.
		expect(understood(readPlanText(new TextDecoder('latin1').decode(fixtureBytes(name))))).toEqual(plain);
	});

	it('reads UTF-16 with and without a mark, UTF-8 with a mark, and Windows-1258', () => {
		const text = fixtureText('suoi-ngoc.txt').normalize('NFC');
		const wide = new Uint8Array(
			new Uint16Array(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))).buffer
		);
		expect(decodeText(new Uint8Array([0xff, 0xfe, ...wide]))).toBe(text);
		expect(decodeText(wide)).toBe(text);
		expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]))).toBe(text);
		expect(
			decodeText(Uint8Array.of(0x43, 0xf4, 0x6e, 0x67, 0x20, 0x63, 0x68, 0xfd, 0xec, 0x63)).normalize('NFC')
		).toMatch(/^C.ng ch/u);
	});

	it('reads decomposed letters like composed ones', () => {
		const text = fixtureText('nui-voi.txt');
		expect(understood(readPlanText(text.normalize('NFD')))).toEqual(
			understood(readPlanText(text.normalize('NFC')))
		);
	});
});
