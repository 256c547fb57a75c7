/** How loud a microphone hears (mức tiếng), told in words: what to do, not decibels. */
export type Level = 'silent' | 'quiet' | 'good' | 'loud';

export const levelWords: Record<Level, string> = {
	silent: 'Chưa nghe thấy tiếng. Hãy nói thử, hoặc xem micro đã cắm và chưa tắt tiếng.',
	quiet: 'Hơi nhỏ. Hãy lại gần micro hơn, cách chừng một gang tay.',
	good: 'Tiếng vừa đủ.',
	loud: 'To quá, tiếng sẽ bị vỡ. Hãy lùi ra xa micro, hoặc giảm độ nhạy của micro.'
};

/** Of the last moment: loudest point and mean, both as parts of the full scale. */
export type Heard = { peak: number; mean: number };

const decibels = (part: number): number => 20 * Math.log10(Math.max(part, 1e-6));

export function measure(samples: ArrayLike<number>): Heard {
	let peak = 0;
	let sum = 0;
	for (let at = 0; at < samples.length; at++) {
		const size = Math.abs(samples[at]!);
		if (size > peak) peak = size;
		sum += size * size;
	}
	return { peak, mean: Math.sqrt(sum / Math.max(1, samples.length)) };
}

/** Of what was heard over the last two seconds: speech pauses, so the loudest moments count. */
export function levelOf(heard: readonly Heard[]): Level {
	const peak = Math.max(0, ...heard.map((one) => one.peak));
	const means = heard.map((one) => one.mean).sort((a, b) => b - a);
	const speech = means[Math.floor(means.length / 5)] ?? 0;
	if (decibels(peak) > -0.5) return 'loud';
	if (decibels(speech) < -52) return 'silent';
	if (decibels(speech) < -34) return 'quiet';
	return 'good';
}

/** Length of the bar, 0 to 100: -60 dBFS to full scale. */
export const barOf = ({ peak }: Heard): number =>
	Math.round(Math.max(0, Math.min(1, (decibels(peak) + 60) / 60)) * 100);
