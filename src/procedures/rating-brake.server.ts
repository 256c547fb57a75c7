/**
 * The brake on ratings: a polite limit per connection and hour. Addresses are not kept: they become a keyed hash that
 * lives in this process's memory for an hour and is written nowhere.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from '#people/throttle.server.ts';
import { Refusal } from '#platform/refusal.ts';

const key = randomBytes(32);
const hour = 3_600_000;
/** A family, or the queue before the desk's shared telephone, may share one address. */
export const perHour = 12;

const seen = new Map<string, number[]>();

export function countRating(address: string, now: Date): void {
	const mark = createHmac('sha256', key).update(networkOf(address)).digest('base64url');
	const moment = now.getTime();
	if (seen.size > 5000)
		for (const [one, moments] of seen) if (moments.every((at) => at <= moment - hour)) seen.delete(one);
	const recent = (seen.get(mark) ?? []).filter((at) => at > moment - hour);
	if (recent.length >= perHour) {
		throw new Refusal({
			code: 'rating.too_many',
			status: 429,
			message:
				'Cảm ơn ông/bà. Phường vừa nhận nhiều đánh giá từ cùng một mạng nên tạm dừng nhận thêm. Xin quay lại sau khoảng một giờ.'
		});
	}
	seen.set(mark, [...recent, moment]);
}
