/** What was understood of a document, each piece with the line it stands on, for the page that shows both side by side. */
import type { PlanDocument } from './plan-document.ts';
import { sourceLines } from './source-lines.ts';

export type Placed = { text: string; line: number | null };

export type Reading = {
	lines: string[];
	title: number | null;
	legalBasis: Placed[];
	audiences: Placed[];
	outline: (Placed & { depth: number; marker: string })[];
	areas: (number | null)[];
	units: {
		name: string;
		role: PlanDocument['units'][number]['role'];
		line: number | null;
		duties: Placed[];
	}[];
	annex: (Placed & { no: string; lead: string; deadline: string })[];
	recipients: Placed[];
	signer: Placed | null;
	warnings: string[];
};

/** `understood` may be empty (a plan typed by hand) or of an older shape: what is not there is empty. */
export function placed(understood: unknown, text: string, areas: { text: string }[]): Reading {
	const document = (
		typeof understood === 'object' && understood !== null ? understood : {}
	) as Partial<PlanDocument>;
	const source = sourceLines(text);
	const known = document.source;
	const place = (piece: string): Placed => ({ text: piece, line: source.find(piece) });
	return {
		lines: text ? source.lines : [],
		title: known?.title ?? (document.title ? source.find(document.title) : null),
		legalBasis: (document.legalBasis ?? []).map(place),
		audiences: (document.audiences ?? []).map(place),
		outline: (document.outline ?? []).map(({ marker, title, depth, text: words }, at) => ({
			marker,
			depth,
			text: title || words,
			line: known?.outline[at] ?? source.find(title || words)
		})),
		areas: areas.map((area) => source.find(area.text)),
		units: (document.units ?? []).map((unit, at) => ({
			name: unit.name,
			role: unit.role,
			duties: unit.duties.map((duty, index) => ({
				text: duty,
				line: known?.units[at]?.duties[index] ?? source.find(duty)
			})),
			line:
				known?.units[at]?.line ??
				source.find(`${unit.name} ${unit.duties[0] ?? ''}`) ??
				source.find(unit.name)
		})),
		annex: (document.annexTasks ?? []).map((row, at) => ({
			text: row.task,
			line: known?.annexTasks[at] ?? source.find(row.task),
			no: row.no ?? '',
			lead: row.lead ?? '',
			deadline: row.deadline ?? ''
		})),
		recipients: (document.recipients ?? []).map(place),
		signer: document.signer ? place(document.signer) : null,
		warnings: document.warnings ?? []
	};
}
