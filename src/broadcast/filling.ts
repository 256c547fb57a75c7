/**
 * Filling (nội dung lấy sẵn): what stories, answers and procedures say on the air, before `speak` makes the spoken form.
 * For the ear: one thing after the other, no list longer than an ear keeps, where to ask at the end.
 */
import type { Day } from '#platform/clock.ts';
import type { ProcedureText } from '#procedures/procedure.ts';
import { said, withoutBrackets } from '#procedures/prose.ts';
import { feeStanding, feeWordsOf, promisedTime } from '#procedures/words.ts';

/** A published answer as the room of feedback hands it over (feedback lies after the radio). */
export type OfferedAnswer = {
	slug: string;
	title: string;
	question: string;
	answer: string;
	answeredBy: string;
};

/** Papers read aloud; an ear keeps no more. */
const READ_OUT = 4;
/** Longer names of papers are cut at their first clause. */
const LONG_NAME = 140;

const sentence = (text: string): string => {
	const one = text.replace(/\s+/g, ' ').trim();
	return /[.!?…:]$/.test(one) ? one : `${one}.`;
};

/** The longest form that fits into the time; the shortest when none does. `longestFirst` is never empty. */
export const fitting = (longestFirst: string[], fits: (written: string) => boolean): string =>
	longestFirst.find(fits) ?? longestFirst.at(-1)!;

/** Whole, or its head only: the portal has the rest. */
export function storyWords(of: { title: string; summary: string; text: string }): string[] {
	const head = sentence(of.title);
	const lines = of.text
		// A picture's words and a table's bars are nothing for the ear.
		.split('\n')
		.filter((line) => !line.startsWith('[Ảnh:'))
		.map((line) => line.replaceAll(' | ', ', ').replace(/^(-|\d+\.)\s+/, ''))
		.map((line) => line.trim())
		.filter(Boolean)
		.map(sentence);
	const short = [head, sentence(of.summary), 'Mời bà con đọc toàn bài trên cổng thông tin của phường.'];
	return [[head, ...lines], short].map((all) => all.filter((line) => line !== '.').join('\n'));
}

export function answerWords(of: OfferedAnswer): string[] {
	const question = sentence(of.question);
	const opening = `Có người dân hỏi: ${question}`;
	const by = of.answeredBy ? `${of.answeredBy} trả lời:` : 'Câu trả lời:';
	const paragraphs = of.answer
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map(sentence);
	const more = 'Câu trả lời đầy đủ có trên cổng thông tin của phường.';
	return [
		[opening, by, ...paragraphs],
		[opening, by, ...paragraphs.slice(0, 2), more]
	].map((lines) => lines.join('\n'));
}

export type ToldProcedure = Pick<ProcedureText, 'name' | 'applicants' | 'onlineLevel' | 'content'>;

/** `most`: papers read out by name. */
export function procedureWords(of: ToldProcedure, on: Day, most = READ_OUT): string[] {
	const name = of.name.replace(/^thủ tục\s+(?=\S)/i, '');
	const opening = `Thủ tục trong tuần: ${sentence(name)}`;
	const who =
		of.applicants.length > 0 ? [`Ai được làm: ${sentence(of.applicants.slice(0, 3).join(', '))}`] : [];
	const papers = papersOf(of, most);
	const time = of.content.ways.map((way) => promisedTime(way.time, way.localTime).text).find(Boolean);
	const fees = of.content.ways
		.flatMap((way) => way.fees)
		.filter((fee) => feeStanding(fee, on) === 'now')
		.map((fee) => feeWordsOf(fee).text)
		.filter(Boolean);
	const where = [
		...(time ? [`Thời hạn giải quyết: ${sentence(time)}`] : []),
		...(fees.length > 0 ? [`Phí, lệ phí: ${sentence([...new Set(fees)].slice(0, 2).join(', '))}`] : []),
		of.onlineLevel === 'none'
			? 'Bà con nộp hồ sơ tại Trung tâm Phục vụ hành chính công của phường.'
			: 'Bà con nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia hoặc tại Trung tâm Phục vụ hành chính công của phường.',
		'Giấy tờ, mẫu đơn đầy đủ có trên cổng thông tin của phường và tại bảng niêm yết.'
	];
	return [
		[opening, ...who, ...papers, ...where],
		[opening, ...where]
	].map((lines) => lines.join('\n'));
}

function papersOf(of: ToldProcedure, most: number): string[] {
	const names = (of.content.cases[0]?.papers ?? [])
		.filter(({ required }) => required !== false)
		.map(({ name }) => cut(said(withoutBrackets(name.replace(/^[-+–]\s*/, '')))))
		.filter(Boolean);
	if (names.length === 0) return [];
	const rest = names.length - most;
	return [
		`Giấy tờ chính cần có: ${sentence(names.slice(0, most).join('; '))}`,
		...(rest > 0 ? [`Và ${rest} giấy tờ khác.`] : [])
	];
}

function cut(name: string): string {
	const one = name.replace(/\s+/g, ' ').replace(/[;.,]+$/, '');
	if (one.length <= LONG_NAME) return one;
	const head = one.split(/[;(]/)[0]!.trim();
	if (head.length <= LONG_NAME) return head;
	const clipped = head.slice(0, LONG_NAME);
	return clipped.slice(0, clipped.lastIndexOf(' '));
}
