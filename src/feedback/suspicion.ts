/** What speaks for a person's look before anything is done with a message. Never a reason to refuse it. */
import type { FeedbackSettings } from './settings.ts';
import type { Triage } from './triage.ts';

/** Sending the same text so often in a day is no slip of the finger. */
const SAME_A_DAY = 3;

export type Signs = {
	/** A field no person sees was filled in. */
	trapped: boolean;
	/** The puzzle was solved. */
	proven: boolean;
	suggestion: Pick<Triage, 'class'>;
	fromNetworkThisHour: number;
	sameTextToday: number;
};

/** In words for the office; null: nothing speaks against it. */
export function suspicionOf(
	{ trapped, proven, suggestion, fromNetworkThisHour, sameTextToday }: Signs,
	{ perHourProven, perHourPlain }: Pick<FeedbackSettings, 'perHourProven' | 'perHourPlain'>
): string | null {
	if (trapped) return 'Ô ẩn bị điền, thường do máy gửi.';
	if (suggestion.class === 'spam') return 'Nội dung giống quảng cáo, tin rác.';
	if (suggestion.class === 'abuse') return 'Chỉ có lời lẽ xúc phạm, chưa thấy việc cần giải quyết.';
	if (fromNetworkThisHour >= (proven ? perHourProven : perHourPlain))
		return 'Nhiều phản ánh gửi từ cùng một mạng trong một giờ.';
	return sameTextToday >= SAME_A_DAY ? 'Cùng một nội dung được gửi nhiều lần trong ngày.' : null;
}
