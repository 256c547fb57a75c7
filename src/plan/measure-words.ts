/**
 * The measure in the words of a plan: "48 chuyên mục" is 48 of 'chuyên mục'. Percentages, years, numbers of documents
 * and numbers without a thing to count are no measure.
 */
import type { Recurrence } from './task.ts';

export type Measure = {
	count: number;
	unit: string;
	/** "04 tin, bài/tháng": the number is for one such period, not for the whole plan. */
	per: Recurrence | null;
	/** As it stands in the text. */
	words: string;
};

/** Things plans count, longest first so that "tin, bài" is not read as "tin". */
const things = [
	'chuyên mục',
	'chuyên đề',
	'chuyên trang',
	'tin, bài',
	'tin bài',
	'tin/bài',
	'bài viết',
	'bài đăng',
	'bài tuyên truyền',
	'bài phát thanh',
	'bản tin',
	'phóng sự',
	'chương trình',
	'hội nghị',
	'hội thảo',
	'tọa đàm',
	'toạ đàm',
	'cuộc họp',
	'cuộc thi',
	'hội thi',
	'buổi',
	'lớp',
	'lượt',
	'cuộc',
	'đợt cập nhật',
	'đợt',
	'kỳ công bố',
	'kỳ',
	'số báo',
	'tờ rơi',
	'tờ gấp',
	'tờ',
	'pa nô',
	'pano',
	'panô',
	'áp phích',
	'băng rôn',
	'băng zôn',
	'khẩu hiệu',
	'video',
	'clip',
	'infographic',
	'báo cáo',
	'kế hoạch',
	'biên bản',
	'danh mục',
	'bảng số liệu',
	'sáng kiến',
	'mô hình',
	'phiếu',
	'văn bản',
	'ấn phẩm',
	'tài liệu',
	'tin',
	'bài'
].sort((a, b) => b.length - a.length);

const THING = things.map((thing) => thing.replaceAll(/[/]/g, '\\/').replaceAll(' ', '\\s+')).join('|');
const NUMBER = String.raw`(?<![\p{L}\d/.,-])(\d{1,3}(?:\.\d{3})+|\d{1,5})`;
const PERIOD = String.raw`(tuần|tháng|quý|năm)`;
const COUNTED = new RegExp(
	`${NUMBER}\\s*(?:\\([^)]{1,20}\\)\\s*)?(${THING})(?![\\p{L}])(?:\\s*(?:/|mỗi|một|hằng|hàng)\\s*${PERIOD})?`,
	'giu'
);
/** "Mỗi tháng ít nhất 04 bài": the period stands right before the number, with nothing but such words between. */
const BEFORE = new RegExp(
	`(?:mỗi|hằng|hàng)\\s+${PERIOD}\\s+(?:(?:ít nhất|tối thiểu|khoảng|đăng|phát|có|đăng tải|viết|tổ chức|từ)\\s+)*$`,
	'iu'
);

const periods: Record<string, Recurrence> = {
	tuần: 'weekly',
	tháng: 'monthly',
	quý: 'quarterly',
	năm: 'yearly'
};

/** Every measure in a text, in its order. */
export function measuresIn(text: string): Measure[] {
	const clean = text.normalize('NFC');
	return [...clean.matchAll(COUNTED)].flatMap((match) => {
		const count = Number(match[1]!.replaceAll('.', ''));
		if (count < 1 || count > 100_000) return [];
		const before = clean.slice(0, match.index);
		// "từ năm 2021 tin, bài", "số 15 kế hoạch": not a count.
		if (/(?:năm|tháng|ngày|số|điều|khoản|quý)\s*$/iu.test(before)) return [];
		const period = (match[3] ?? BEFORE.exec(before)?.[1])?.toLowerCase();
		return [
			{
				count,
				unit: match[2]!.toLowerCase().replaceAll(/\s+/g, ' '),
				per: period ? periods[period]! : null,
				words: match[0].trim()
			}
		];
	});
}
