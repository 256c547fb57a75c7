/**
 * The letters of printed sheets: Be Vietnam Pro, drawn for Vietnamese. Its files lie in the package; they are found from
 * here both in the sources and in the built application, which stand beside the same node_modules.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const files = {
	regular: () => require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
	bold: () => require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf')
} as const;
export type Face = keyof typeof files;

/** Where the file of a face lies, for programs that read it themselves. */
export const fontPath = (face: Face): string => files[face]();

const read = new Map<Face, Buffer>();

export function fontFile(face: Face): Buffer {
	let bytes = read.get(face);
	if (!bytes) {
		bytes = readFileSync(files[face]());
		read.set(face, bytes);
	}
	return bytes;
}

type Drawing = {
	hasGlyphForCodePoint(code: number): boolean;
};

/** What pdfkit keeps of the font that is set now. */
export function drawingOf(pdf: object): Drawing {
	return (pdf as { _font: { font: Drawing } })._font.font;
}
