/** Puts together what the parts of the reader found, and says where the officer should look. */
import type { PlanDocument } from '../plan-document.ts';
import { annexTasks } from './annex.ts';
import { readChannels } from './channels.ts';
import { audiences, contentAreas, formsText } from './content.ts';
import { readEnd } from './end.ts';
import { readHead, type Head } from './head.ts';
import { readLegalBasis } from './legal-basis.ts';
import { readOutline, textOf, type Item } from './outline.ts';
import { joinParagraphs, type Flow } from './paragraphs.ts';
import type { Line, Piece, SourcePieces } from './piece.ts';
import { bare, sameWords } from './plain.ts';
import { rebuildTables } from './text-tables.ts';
import { readTitle, readYear } from './title.ts';
import { readUnits } from './units.ts';
import { splitZones, type Zones } from './zones.ts';
import { warningsFor } from './warnings.ts';

export function understand(source: SourcePieces): PlanDocument {
	const pieces = rebuildTables(source.pieces);
	const zones = splitZones(pieces);
	const head = headOf(zones);
	const {
		title,
		at: titleAt,
		rest
	} = zones.hasTitle ? readTitle(zones.front) : { title: null, at: null, rest: zones.front };
	const front = joinParagraphs(rest);
	const outline = readOutline(joinParagraphs(zones.body));
	const { items } = outline;

	const grounds = groundsOf(front, zones, items);
	const opening = front
		.filter((one) => one.kind === 'paragraph')
		.map((one) => one.text)
		.join(' ');
	const { year, doubt: yearDoubt } = readYear(
		title,
		[lastPlanSentence(opening), outline.closing[0] ?? null],
		head.date.year
	);
	const areas = contentAreas(items);
	const units = readUnits(items);
	const forms = formsText(items);
	const annex = annexTasks(items, zones.annexes);
	const end = endOf(zones);

	const elsewhere = items
		.flatMap((item) => [item.title, textOf(item)])
		.concat(annex.tasks.flatMap((task) => [task.task, task.product ?? '']));
	const document: PlanDocument = {
		...head,
		title,
		year,
		legalBasis: grounds.map((one) => one.text),
		outline: items.map((item) => ({
			marker: item.marker,
			title: item.title,
			depth: item.depth,
			text: textOf(item)
		})),
		contentAreas: areas.map(({ marker, text }) => ({ marker, text })),
		audiences: audiences(items),
		channels: readChannels(forms, elsewhere),
		units: units.map(({ name, role, duties }) => ({ name, role, duties: duties.map((duty) => duty.text) })),
		annexTasks: annex.tasks.map(({ at: _, ...task }) => task),
		...end,
		warnings: [],
		source: {
			lines: source.lines,
			title: titleAt,
			legalBasis: grounds.map((one) => one.at),
			outline: items.map((item) => item.at),
			contentAreas: areas.map((area) => area.at),
			units: units.map((unit) => ({ line: unit.at, duties: unit.duties.map((duty) => duty.at) })),
			annexTasks: annex.tasks.map((task) => task.at)
		}
	};
	document.warnings = [
		...source.warnings,
		...warningsFor(document, {
			annex,
			yearDoubt,
			carried: zones.carried,
			unmarked: outline.unmarked,
			text: source.lines
		})
	];
	return document;
}

/** A carried plan may have a head of its own; the decision's number and date count, its gaps are filled from the other. */
function headOf(zones: Zones): Head {
	const head = readHead(zones.head);
	if (!zones.carried) return head;
	const second = readHead(zones.carrier.filter((piece): piece is Line => piece.kind === 'line').slice(-14));
	return { ...head, issuer: head.issuer ?? second.issuer, place: head.place ?? second.place };
}

function groundsOf(front: Flow[], zones: Zones, items: Item[]): { text: string; at: number }[] {
	const carrier = joinParagraphs(untilArticles(zones.carrier));
	const found = [...readLegalBasis(carrier), ...readLegalBasis(front), ...fromSection(items)];
	const seen = new Set<string>();
	return found.filter((one) => {
		const words = sameWords(one.text);
		if (seen.has(words)) return false;
		seen.add(words);
		return true;
	});
}

/** Grounds of a decision end where it decides ("QUYẾT ĐỊNH:", "Điều 1"). */
function untilArticles(pieces: Piece[]): Piece[] {
	const at = pieces.findIndex(
		(piece, index) =>
			index > 0 &&
			piece.kind === 'line' &&
			(/^Điều\s*1\b/u.test(piece.text) || /^quyet dinh\s*:?$/.test(bare(piece.text)))
	);
	const from = pieces.findIndex((piece) => piece.kind === 'line' && /^căn cứ/iu.test(piece.text));
	return pieces.slice(Math.max(from, 0), at < 0 ? undefined : at);
}

/** Some plans list their grounds in a part of their own ("I. CĂN CỨ XÂY DỰNG KẾ HOẠCH"). */
function fromSection(items: Item[]): { text: string; at: number }[] {
	const at = items.findIndex(
		(item) =>
			item.depth <= 2 &&
			/^(?:cac )?(?:can cu|co so)(?: phap ly| xay dung| ban hanh| de|$)/.test(sameWords(item.title))
	);
	if (at < 0) return [];
	const flow: Flow[] = [];
	for (const [index, item] of items.entries()) {
		if (index < at || (index > at && item.depth <= items[at]!.depth)) {
			if (index > at) break;
			continue;
		}
		for (const text of [
			index === at ? '' : [item.title, item.own].filter(Boolean).join(': '),
			...item.extra.map((one) => one.text)
		]) {
			if (text)
				flow.push({
					kind: 'paragraph',
					text: /^căn cứ/iu.test(text) ? text : `Căn cứ ${text}`,
					at: item.at,
					bold: false,
					boldLead: null
				});
		}
	}
	return readLegalBasis(flow);
}

/** "… xây dựng Kế hoạch … năm 2026, cụ thể như sau:" */
function lastPlanSentence(opening: string): string | null {
	const at = opening.search(
		/(?:xây dựng|ban hành|triển khai|phát động)\s+(?:kế hoạch|phong trào)(?=[^;]{0,300}(?:như sau|cụ thể|:)\s*[.:]?\s*$)/iu
	);
	return at < 0 ? null : opening.slice(at);
}

function endOf(zones: Zones): ReturnType<typeof readEnd> {
	const own = readEnd(zones.end);
	if (zones.carrierEnd.length === 0) return own;
	const carrier = readEnd(zones.carrierEnd);
	const signed = own.signer ? own : carrier;
	return {
		recipients: own.recipients.length > 0 ? own.recipients : carrier.recipients,
		signer: signed.signer,
		signerTitle: signed.signerTitle,
		signerAuthority: signed.signerAuthority
	};
}
