/** Text of an old Word file (.doc). Its tables come as lines of cells with tabs, its automatic numbers are lost. */
import { Buffer } from 'node:buffer';
import { damaged, empty } from './refusals.ts';

export async function docText(bytes: Uint8Array): Promise<string> {
	const { default: WordExtractor } = await import('word-extractor');
	let body: string;
	try {
		const document = await new WordExtractor().extract(Buffer.from(bytes));
		body = document.getBody();
	} catch (error) {
		// The library throws plain errors for every kind of damage.
		if (error instanceof Error) throw damaged();
		throw error;
	}
	if (!/\p{L}/u.test(body)) throw empty();
	return withRows(body);
}

/** After an empty last cell the end of a row is lost; the next row shows by its number. */
const withRows = (body: string): string =>
	body.replace(/\t\t(?=(?:\(?\d{1,3}\)?|[IVX]{1,5}|S?TT)\t)/g, '\t\n');
