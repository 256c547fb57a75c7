/** Episode (số phát thanh) of a programme (chuyên mục), made of segments (tiết mục); its states in one table. */
export const segmentKinds = {
	opening: 'Nhạc hiệu, lời xướng',
	story: 'Tin, bài',
	answer: 'Hỏi đáp, trả lời phản ánh',
	procedure: 'Thủ tục trong tuần',
	notice: 'Thông báo',
	music: 'Nhạc',
	jingle: 'Nhạc cắt',
	closing: 'Lời chào kết'
} as const;
export type SegmentKind = keyof typeof segmentKinds;
/** Segments that are sound by nature; the others are words. */
export const isMusic = (kind: SegmentKind): boolean => kind === 'music' || kind === 'jingle';

/** Bulletin levels (loại bản tin): usual, priority (must be played), emergency (at once, over everything). */
export const levels = { routine: 'Thông thường', priority: 'Ưu tiên', emergency: 'Khẩn cấp' } as const;
export type Level = keyof typeof levels;

export const episodeStates = {
	draft: 'Đang soạn',
	in_review: 'Chờ duyệt',
	sent_back: 'Bị trả lại',
	approved: 'Đã duyệt',
	cancelled: 'Đã hủy'
} as const;
export type EpisodeState = keyof typeof episodeStates;

/** Reading speed for loudspeakers, in syllables (tiếng) a minute; measured television talk is 264, loudspeakers need slower. */
export const READING_SPEED = 200;

/** Syllables (tiếng) of a spoken text: what reading speed and pay count. */
export const syllablesOf = (spoken: string): number =>
	spoken.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word)).length;

/** How long a spoken text takes, in milliseconds; punctuation is breath. */
export function readingTime(spoken: string, syllablesPerMinute = READING_SPEED): number {
	const syllables = syllablesOf(spoken);
	const stops = (spoken.match(/[.!?:;]/g) ?? []).length;
	const commas = (spoken.match(/,/g) ?? []).length;
	return Math.round((syllables / syllablesPerMinute) * 60_000 + stops * 500 + commas * 200);
}
