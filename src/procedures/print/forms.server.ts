/** Forms that are PDF files are put behind their procedure as they are. */
import { PDFDocument } from '@cantoo/pdf-lib';

export type FormPages = {
	/** Number of the page the form follows, from 1. */
	after: number;
	name: string;
	bytes: Uint8Array;
};

/** Can its pages be taken over? What is broken or locked cannot. */
export async function isPrintablePdf(bytes: Uint8Array): Promise<boolean> {
	try {
		const form = await PDFDocument.load(bytes, { updateMetadata: false });
		return form.getPageCount() > 0;
	} catch {
		// Whatever is wrong with a file of others, the answer is the same: it has to be printed by hand.
		return false;
	}
}

export async function insertPdfForms(whole: Uint8Array, forms: FormPages[]): Promise<Buffer> {
	const set = await PDFDocument.load(whole, { updateMetadata: false });
	let shift = 0;
	for (const { after, bytes } of forms) {
		const form = await PDFDocument.load(bytes, { updateMetadata: false });
		// Filled-in fields are drawn into the page: loose fields would be lost with their document.
		const fields = form.getForm();
		if (fields.getFields().length > 0) fields.flatten();
		for (const page of await set.copyPages(form, form.getPageIndices())) {
			set.insertPage(after + shift, page);
			shift += 1;
		}
	}
	return Buffer.from(await set.save({ updateFieldAppearances: false }));
}
