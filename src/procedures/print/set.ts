/** A print set: everything a board's PDF is made of. Made by loading.server.ts, or by hand for measuring. */
import { z } from 'zod';
import type { Day } from '#platform/clock.ts';
import type { ProcedureText } from '../procedure.ts';
import type { Paper } from './paper.ts';

export type PrintedWard = {
	/** "phường Cổ Thành", as inside a sentence. */
	name: string;
	superiorName: string;
	contact: { address?: string | undefined; phone?: string | undefined; email?: string | undefined };
};

export type PrintedPlace = { id: number; name: string; address: string };

export type PrintedVersion = ProcedureText & {
	sheetToken: string;
	effectiveFrom: Day;
	/** First day it no longer holds. */
	effectiveTo: Day | null;
};

/** A form behind its procedure: what can be printed with it. */
export type PrintedForm =
	| { kind: 'pdf'; name: string; bytes: Uint8Array }
	/** JPEG or PNG. */
	| { kind: 'image'; name: string; bytes: Uint8Array }
	/** Word files and addresses elsewhere: a page says what to put here. */
	| { kind: 'elsewhere'; name: string; address: string };

export type SheetToPrint = {
	/** Number on the board, which stays: "Tờ 12". */
	no: number;
	version: PrintedVersion;
	forms: PrintedForm[];
};

/** What to do at the board with the printed pages; stands in front of a set of changes. */
export type WorkSlip = {
	hang: { no: number; name: string; from: Day | null }[];
	replace: { no: number; name: string; oldFrom: Day }[];
	takeDown: { no: number; name: string; code: string; oldFrom: Day }[];
};

export type PrintSet = {
	ward: PrintedWard;
	place: PrintedPlace;
	/** The sheets to print, in the order of the board. */
	sheets: SheetToPrint[];
	/** Every sheet of the board for its contents page; empty: no cover and no contents. */
	contents: { no: number; code: string; name: string; field: string }[];
	/** Sheets on the whole board. */
	of: number;
	slip: WorkSlip | null;
	/** "https://…" without a slash at the end. */
	origin: string;
	/** Day of printing. */
	day: Day;
	/** The day whose list this is: today, or a day to come that is prepared for. */
	listOf: Day;
	paper: Paper;
};

/** "phường Cổ Thành", as inside a sentence. */
export function wardInSentence(name: string): string {
	return name.replace(/^(Phường|Xã|Đặc khu)(?=\s)/, (word) => word.toLocaleLowerCase('vi'));
}

const line = z.string().trim().min(1).max(200).optional().catch(undefined);
const contactShape = z.object({ address: line, phone: line, email: line }).catch({});

/** Only what the ward really gave. */
export function contactOf(settings: Record<string, unknown>): PrintedWard['contact'] {
	return contactShape.parse(settings['contact'] ?? {});
}
