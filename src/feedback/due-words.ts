/** A due date told in words: from which day, how many days by which rule, what was skipped and added, and why. */
import { daysBetween } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import type { Skipped } from '#platform/working-days.ts';
import type { Due } from './due.ts';

export const dueSteps = { classify: 'Phân loại', forward: 'Chuyển cơ quan có thẩm quyền', answer: 'Trả lời' };

export function explained(due: Due): string[] {
	return [
		`Tính từ ${format.weekdayDate(due.from)}, ngày này không tính vào hạn.${due.fromWhy ? ` ${due.fromWhy}.` : ''}`,
		`Thời hạn ${format.number(due.days, Number.isInteger(due.days) ? 0 : 1)} ngày làm việc. Căn cứ: ${due.basis}.`,
		...(due.pausedDays > 0 ? [`Cộng ${due.pausedDays} ngày làm việc chờ người gửi bổ sung thông tin.`] : []),
		...(due.extensionDays > 0 ? [`Cộng ${due.extensionDays} ngày làm việc gia hạn.`] : []),
		...(due.skipped.length > 0 ? [`Không tính: ${saidSkipped(due.skipped).join('; ')}.`] : []),
		...(due.tentative
			? ['Ngày nghỉ của năm này chưa có quyết định chính thức nên hạn là dự kiến; có quyết định sẽ tính lại.']
			: [])
	];
}

const short = (day: string): string => format.date(day).slice(0, 5);

/** Runs of days with one reason stand together; ordinary weekends are one group at the end. */
function saidSkipped(skipped: readonly Skipped[]): string[] {
	const weekend = ({ why }: Skipped): boolean => why === 'Thứ Bảy' || why === 'Chủ Nhật';
	const runs: { from: string; to: string; why: string }[] = [];
	for (const { date, why } of skipped.filter((day) => !weekend(day))) {
		const last = runs.at(-1);
		if (last?.why === why && daysBetween(last.to, date) === 1) last.to = date;
		else runs.push({ from: date, to: date, why });
	}
	const ordinary = skipped.filter(weekend);
	return [
		...runs.map(
			({ from, to, why }) => `${from === to ? short(from) : `${short(from)} đến ${short(to)}`} (${why})`
		),
		...(ordinary.length > 0
			? [`${ordinary.length} ngày cuối tuần (${ordinary.map(({ date }) => short(date)).join(', ')})`]
			: [])
	];
}
