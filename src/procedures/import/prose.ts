/** Longer texts as sources print them: steps run together, results with page furniture, agencies with whole paragraphs. */
import { bare, cleaned } from './values.ts';

export type StepText = { name: string; text: string };

/** "Bước 1: … - Bước 2: …" into steps; without such marks one step. */
export function stepsOf(printed: string): StepText[] {
	const text = cleaned(printed);
	if (!text) return [];
	const marks = [...text.matchAll(/(?:^|[\s.;:–-])\s*[-–+*]?\s*(?=Bước\s+\d{1,2}\s*[:.\-–)])/giu)].map(
		(match) => match.index + match[0].length
	);
	if (marks.length === 0) return [{ name: '', text }];
	const steps: StepText[] = [];
	const lead = text
		.slice(0, marks[0])
		.replace(/[\s\-–+*]+$/, '')
		.trim();
	if (lead.length > 3) steps.push({ name: '', text: lead });
	marks.forEach((from, at) => {
		const part = text
			.slice(from, marks[at + 1])
			.replace(/[\s\-–+*]+$/, '')
			.trim();
		const [, name, rest] = /^(Bước\s+\d{1,2})\s*[:.\-–)]+\s*([\s\S]*)$/iu.exec(part) ?? [];
		steps.push(name && rest ? { name: name.replace(/\s+/g, ' '), text: rest } : { name: '', text: part });
	});
	return steps.map((step) => ({ ...step, text: step.text.slice(0, 20_000) })).slice(0, 60);
}

/** Page furniture of the national portal that some collections carry along. */
const furniture =
	/\.?\s*(?:Từ khóa(?:Không có thông tin)?|Mô tả(?:Không có thông tin)?|Chọn cơ quan thực hiện|-- Chọn|Phường\/ Xã|Hệ th(?:ống|$))[\s\S]*$/u;

/** Several results run together with their codes ("…Mã: KQ.G15.000055…") into a list. */
export function resultsOf(printed: string): string[] {
	const text = cleaned(printed).replace(furniture, '');
	return [
		...new Set(
			text
				.split(/\.?\s*Mã\s*:\s*(?:KQ\.[A-Z]\d{2}\.\d+|[\w.-]+)\s*|\n+(?:[-–•+*]\s*)?|;\s*\n/u)
				.map((part) =>
					part
						.replace(/^[-–•+*;.\s]+/, '')
						.replace(/[;\s]+$/, '')
						.trim()
				)
				.filter((part) => part.length > 1 && bare(part) !== 'khong co thong tin')
		)
	]
		.map((part) => part.slice(0, 4000))
		.slice(0, 40);
}

/** An agency is a name, or a few; a paragraph that leaked into the field is none. */
export function agencyOf(printed: string): { agency: string; leaked: boolean } {
	const text = cleaned(printed).replace(/[.;,\s]+$/, '');
	if (text.length > 400) return { agency: '', leaked: true };
	return { agency: text, leaked: false };
}

/** "Quyết định số 6375/QĐ-BQP" as "6375/QĐ-BQP". */
export const decisionOf = (printed: string): string =>
	cleaned(printed)
		.replace(/^quyết định\s*(?:số)?\s*:?\s*/iu, '')
		.slice(0, 200);
