/**
 * Reads a plan document (văn bản kế hoạch) of a ward, a province or a department into what it says: head, grounds,
 * outline, content, channels, units, tasks of the annex, end. Works on the words alone; nothing is stored or guessed.
 */
import type { PlanDocument } from '../plan-document.ts';
import { understand } from './understand.ts';
import { readText } from './text-lines.ts';
import { rebuildTables } from './text-tables.ts';
import { decodeText } from './legacy-encoding.ts';
import { kindOf } from './kind.ts';
import { empty, notPlan, tooLarge, unknownKind } from './refusals.ts';
import type { SourcePieces } from './piece.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** The name is not believed: what the file is, its first bytes say. */
export async function readPlanDocument(bytes: Uint8Array, _fileName = ''): Promise<PlanDocument> {
	if (bytes.length === 0) throw empty();
	if (bytes.length > MOST_BYTES) throw tooLarge();
	const document = understand(await piecesOf(bytes));
	if (
		!document.title &&
		!document.issuer &&
		document.outline.length === 0 &&
		document.legalBasis.length === 0 &&
		document.annexTasks.length === 0
	)
		throw notPlan();
	return document;
}

/** The same for text that was pasted. */
export function readPlanText(text: string): PlanDocument {
	return understand(readText(text));
}

async function piecesOf(bytes: Uint8Array): Promise<SourcePieces> {
	switch (kindOf(bytes)) {
		case 'docx':
			return (await import('./docx.ts')).readDocx(bytes);
		case 'pdf':
			return readText(await (await import('./pdf.ts')).pdfText(bytes));
		case 'doc':
			return paragraphsOf(readText(await (await import('./doc.ts')).docText(bytes)));
		case 'text': {
			const text = decodeText(bytes);
			if (!/\p{L}/u.test(text)) throw empty();
			return readText(text);
		}
		case 'unknown':
			throw unknownKind();
	}
}

/** Each line of an old Word file is a paragraph of its own, once its tables are taken out. */
function paragraphsOf({ pieces, ...source }: SourcePieces): SourcePieces {
	return {
		...source,
		pieces: rebuildTables(pieces).map((piece) => (piece.kind === 'line' ? { ...piece, whole: true } : piece))
	};
}
