/** Longer texts as sources print them: steps run together, results with page furniture, agencies with whole paragraphs. */
import { fold } from '#search/fold.ts';
import { isSyllable } from '#search/syllable.ts';
import { bare, cleaned, dayOfText } from './values.ts';

export type StepText = { name: string; text: string };

const bulletsAtEnd = /[\s\-–+*•]+$/;
const withoutEnd = (text: string): string => text.replace(bulletsAtEnd, '').trim();
const stepMark = /(?:^|[\s.;:–-])\s*[-–+*•]?\s*(?=Bước\s+\d{1,2}\s*[:.\-–)])/giu;

/** "Bước 1: … - Bước 2: …" into steps; without such marks the list the text is; else one step. */
export function stepsOf(printed: string): StepText[] {
	const text = cleaned(printed);
	if (!text) return [];
	const marks = [...text.matchAll(stepMark)].map((match) => match.index + match[0].length);
	if (marks.length === 0) return most(listOf(text).map((one) => ({ name: '', text: one })));
	const steps: StepText[] = marks.map((from, at) => {
		const part = withoutEnd(text.slice(from, marks[at + 1]));
		const [, name, rest] = /^(Bước\s+\d{1,2})\s*[:.\-–)]+\s*([\s\S]*)$/iu.exec(part) ?? [];
		return name && rest ? { name: name.replace(/\s+/g, ' '), text: rest } : { name: '', text: part };
	});
	// What stands before the first step belongs to it: as a step of its own it would shift the numbers.
	const lead = withoutEnd(text.slice(0, marks[0])).replace(
		/^Trình tự thực hiện\s*:?\s*|(?:^|\s)[a-zđ]\)$/giu,
		''
	);
	if (lead.length > 3) steps[0]!.text = `${lead}\n${steps[0]!.text}`;
	return most(steps);
}

const most = (steps: StepText[]): StepText[] =>
	steps.map((step) => ({ ...step, text: step.text.slice(0, 20_000) })).slice(0, 60);

/** A text that begins with the sign of a list is that list; one that announces a list further down is not. */
function listOf(text: string): string[] {
	const sign = /^[-–+*•]\s/.exec(text)?.[0].trim();
	const parts = sign
		? text.slice(1).split(new RegExp(`(?<=[.;])\\s+[${sign}]\\s+|\\n\\s*[${sign}]\\s+`, 'u'))
		: text.includes('\n')
			? [text]
			: text.split(/(?<=[.;])\s+[-–]\s+/u);
	const items = parts.map(withoutEnd).filter(Boolean);
	// "Trường hợp …" and "Nếu …" are alternatives: numbered as steps they would mislead.
	const notSteps = items.some((item) => /:$|^(?:trường hợp|nếu|đối với|trong trường hợp)\s/iu.test(item));
	return notSteps || items.length < 2 || items.length > 60 ? [text] : items;
}

/** Page furniture of the national portal that some collections carry along. */
const furniture =
	/\.?\s*(?:Từ khóa|Mô tả(?=Không có)|Chọn cơ quan thực hiện|-- Chọn|Tỉnh\/ Thành phố)[\s\S]*$/u;
const keywordsIn = /Từ khóa\s*([\s\S]+?)\s*Mô tả/u;
/** "Mã: KQ.G15.000031" without a blank before the next result; also codes of ministries, and slips. */
const resultCode = /\.*\s*Mã\s*:\s*(?:KQ\.[A-Z]?\d*\.?\d*|[\d.]+[A-Z]\d+-KQ\d+|[\w.-]+)\s*/u;

export type ResultsRead = { results: string[]; keywords: string[]; nameless: boolean };

/** Several results run together with their codes ("…Mã: KQ.G15.000055…") into a list. */
export function resultsRead(printed: string): ResultsRead {
	const text = cleaned(printed);
	const coded = resultCode.test(text);
	const keywords = coded ? cleaned(keywordsIn.exec(text)?.[1] ?? '') : '';
	const parts = (coded ? text.replace(furniture, '') : text)
		.split(coded ? resultCode : /\n+|;\s*\n/u)
		.flatMap((part) => part.split('\n'))
		.flatMap((part) => (coded ? [part] : part.split(/;\s+(?=\p{Lu})/u)));
	const named = parts
		.map((part) =>
			part
				.replace(/^[-–•+*;.\s]+/, '')
				.replace(/[;\s]+$/, '')
				.trim()
		)
		.filter((part) => part.length > 1 && bare(part) !== 'khong co thong tin');
	return {
		results: [...new Set(named)].map((part) => part.slice(0, 4000)).slice(0, 40),
		keywords: keywords
			.split(/[,;\n]/)
			.map((word) => word.trim().slice(0, 100))
			.filter(Boolean)
			.slice(0, 40),
		nameless: text !== '' && named.length === 0
	};
}

export const resultsOf = (printed: string): string[] => resultsRead(printed).results;

/** Longer than any list of agencies, or a sentence that goes on from somewhere else. */
const LONGEST_AGENCY = 400;

/** An agency is a name, or a few; a paragraph that leaked into the field is none. */
export function agencyOf(printed: string): { agency: string; leaked: string } {
	const text = cleaned(printed);
	const leaked = text.length > LONGEST_AGENCY || (text.length > 120 && /^\p{Ll}/u.test(text));
	if (leaked) return { agency: '', leaked: text };
	return {
		agency: text
			.replace(/[.;,\s]+$/, '')
			.replace(/(?<=công an |quân sự |bảo hiểm xã hội )cấp (Xã|Tỉnh|Huyện)(?!\p{L})/giu, (whole) =>
				whole.toLocaleLowerCase('vi')
			),
		leaked: ''
	};
}

/** "Quyết định số 6375/QĐ-BQP ngày 01/7/2026" as its number and its day. */
export function decisionOf(printed: string): { decision: string; decidedOn: string | null } {
	const text = cleaned(printed).replace(/^quyết định\s*(?:số)?\s*:?\s*(?=\S*\d)/iu, '');
	const [, number, day] =
		/^(\S+)[\s,;(]+(?:ngày|ký ngày|ban hành ngày)\s+(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu.exec(
			text
		) ?? [];
	const decidedOn = day ? dayOfText(day) : undefined;
	return { decision: (decidedOn ? number! : text).slice(0, 200), decidedOn: decidedOn ?? null };
}

const fileEnding = /\.(?:docx?|xlsx?|pdf|odt|rtf|zip|rar)$/iu;

/**
 * The name of a file to download that page text ran together with the paper: "… (Mẫu 01)Mau 01.docx". Where one word
 * ends and the other begins shows a capital letter inside a word, or two syllables grown together.
 */
export function formApart(printed: string): { name: string; form: string | null } {
	const text = printed.trim();
	if (!fileEnding.test(text)) return { name: text, form: null };
	const end = text.lastIndexOf('.');
	let seam = -1;
	for (const found of text.slice(0, end).matchAll(/(?<=[\p{Ll}\p{N});.\]])(?=\p{Lu})/gu)) {
		// "NĐ-CP" and "QĐ-TTg" hold no seam; a number before a capital ("17A") hardly.
		if (/[\p{N}]$/u.test(text.slice(0, found.index)) && !/\d{4}$/.test(text.slice(0, found.index))) continue;
		seam = found.index;
	}
	if (seam < 0) seam = grownTogether(text.slice(0, end));
	if (seam < 8) return { name: text, form: null };
	return {
		name: text.slice(0, seam).replace(/[;.\s]+$/, ''),
		form: text.slice(seam).trim().slice(0, 500)
	};
}

/** "quy địnhvăn bản": the place inside a word where two syllables meet; -1 when no word is too long. */
function grownTogether(text: string): number {
	for (const word of text.matchAll(/\p{Ll}{6,}/gu)) {
		if (isSyllable(fold(word[0]))) continue;
		for (let at = word[0].length - 2; at >= 2; at--) {
			if (isSyllable(fold(word[0].slice(0, at))) && isSyllable(fold(word[0].slice(at))))
				return word.index + at;
		}
	}
	return -1;
}
