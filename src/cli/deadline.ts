/** `deadline FROM N`: pure, from rules and built-in decisions; a ward's own days off are on its pages only. */
import { dayOf, isDay, parseMoment, type Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { Refusal } from '#platform/refusal.ts';
import { addWorkingDays, defaultCalendar, LONGEST_TERM, receivedOn } from '#platform/working-days.ts';
import type { Cutoff, Deadline } from '#platform/working-days.ts';
import { printJson } from './input.ts';
import { answerLines } from './lines.ts';
import { options, WrongUsage } from './usage.ts';

/** `{date, skipped}`; the rest only where there is something to say. */
type Answer = Pick<Deadline, 'date' | 'skipped'> & {
	until?: 'noon';
	tentative?: true;
	countedFrom?: { date: Day; why: string };
};

const refused = (message: string): Refusal => new Refusal({ code: 'cli.deadline', message });

function momentOf(text: string): { day: Day; moment: Date | null } {
	const found =
		/^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?))?$/.exec(
			text
		);
	const [, written, hours] = found ?? [];
	const moment = written && hours ? parseMoment(`${written}T${hours}`) : null;
	const day = moment && !Number.isNaN(moment.getTime()) ? dayOf(moment) : written;
	if (!written || !isDay(written) || !day || day < '1900-01-01' || day > '2190-01-01') {
		throw refused(
			`Ngày “${text}” chưa đúng. Hãy ghi ngày có thật theo dạng 2026-06-15, kèm giờ nếu cần: 2026-06-15T15:30.`
		);
	}
	return { day, moment };
}

function termOf(text: string): number {
	const term = /^\d{1,6}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
	if (!(term <= LONGEST_TERM) || !Number.isInteger(term * 2)) {
		throw refused(
			`Số ngày làm việc “${text}” chưa đúng. Hãy ghi số từ 0 đến ${LONGEST_TERM}, có thể lẻ nửa ngày (2.5).`
		);
	}
	return term;
}

function cutoffOf(text: string): Cutoff {
	if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text))
		throw refused(`Giờ chốt “${text}” chưa đúng. Hãy ghi giờ theo dạng 15:00.`);
	return text;
}

function answer(fromText: string, termText: string, cutoffText: string | undefined): Answer {
	const { day, moment } = momentOf(fromText);
	const term = termOf(termText);
	const cutoff = cutoffText === undefined ? undefined : cutoffOf(cutoffText);
	if (cutoff && !moment)
		throw refused('Có giờ chốt thì cần giờ nhận. Hãy ghi cả giờ, ví dụ 2026-06-15T15:30.');
	const received = cutoff && moment ? receivedOn(moment, cutoff, defaultCalendar) : undefined;
	const end = addWorkingDays(received?.date ?? day, term, defaultCalendar);
	return {
		date: end.date,
		skipped: [...(received?.skipped ?? []), ...end.skipped],
		...(end.until === 'noon' && { until: 'noon' as const }),
		...(end.tentative && { tentative: true as const }),
		...(received?.why && { countedFrom: { date: received.date, why: received.why } })
	};
}

const known = { json: { type: 'boolean' }, lines: { type: 'boolean' }, cutoff: { type: 'string' } } as const;

function print({ date, skipped, until, tentative, countedFrom }: Answer): void {
	if (countedFrom) console.log(`${countedFrom.why}: ${format.weekdayDate(countedFrom.date)}`);
	console.log(
		`${date}  ${format.weekdayDate(date)}${until ? ', hết buổi sáng' : ''}${tentative ? ' (dự kiến: chưa có quyết định ngày nghỉ của năm)' : ''}`
	);
	for (const { date: day, why } of skipped) console.log(`  không tính ${format.date(day)}: ${why}`);
}

export async function deadline(args: string[]): Promise<void> {
	const { positionals, values } = options(args, known, { min: 0, max: 2 });
	if (values.lines) {
		if (positionals.length > 0 || values.json) throw new WrongUsage();
		await answerLines((line) => {
			const words = line.length === 1 ? line[0]!.trim().split(/\s+/) : line;
			const given = options(words, { cutoff: known.cutoff }, { min: 2, max: 2 });
			return answer(given.positionals[0]!, given.positionals[1]!, given.values.cutoff ?? values.cutoff);
		});
		return;
	}
	if (positionals.length !== 2) throw new WrongUsage();
	const found = answer(positionals[0]!, positionals[1]!, values.cutoff);
	if (values.json) printJson(found);
	else print(found);
}
