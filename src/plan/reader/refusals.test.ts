import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { readPlanDocument } from './read.ts';

async function codeOf(bytes: Uint8Array): Promise<string> {
	const from = performance.now();
	const error: unknown = await readPlanDocument(bytes, 'ke-hoach.docx').then(
		() => 'was read',
		(reason: unknown) => reason
	);
	expect(performance.now() - from).toBeLessThan(5000);
	expect(error).toBeInstanceOf(Refusal);
	expect((error as Refusal).message).toMatch(/Hãy /);
	return (error as Refusal).code.replace('plan_file.', '');
}

const pdf = (body: string): Uint8Array => strToU8(`%PDF-1.4\n${body}\ntrailer<</Root 1 0 R>>\n%%EOF`);

describe('files that cannot be read are refused with what to do next', () => {
	it('refuses an empty file, white space and a file too large', async () => {
		expect(await codeOf(new Uint8Array())).toBe('empty');
		expect(await codeOf(strToU8(' \n \n'))).toBe('empty');
		expect(await codeOf(new Uint8Array(21 * 1024 * 1024))).toBe('too_large');
	});

	it('refuses two megabytes of garbage, in bytes and in letters', async () => {
		let seed = 7;
		const garbage = Uint8Array.from(
			{ length: 2_000_000 },
			() => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16
		);
		expect(await codeOf(garbage)).toBe('unknown_kind');
		expect(await codeOf(garbage.map((code) => 97 + (code % 26)))).toBe('not_plan');
	});

	it('refuses a Word file that is damaged, without text, or a bomb', async () => {
		expect(await codeOf(strToU8('PK\u0003\u0004 and nothing more'))).toBe('damaged');
		expect(await codeOf(zipSync({ 'word/styles.xml': strToU8('<w:styles/>') }))).toBe('no_word_text');
		expect(await codeOf(zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }))).toBe(
			'too_large'
		);
	});

	it('refuses a PDF that is damaged or holds only a picture', async () => {
		expect(await codeOf(strToU8('%PDF-1.7 broken'))).toBe('damaged');
		const page =
			'1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj';
		expect(await codeOf(pdf(page))).toBe('scanned');
	});

	it('refuses an old Word file that is damaged and a protected one', async () => {
		const container = new Uint8Array(4096);
		container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		expect(await codeOf(container)).toBe('damaged');
		container.set(
			[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
			1024
		);
		expect(await codeOf(container)).toBe('encrypted');
	});
});
