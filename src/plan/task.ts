/**
 * Task (nhiệm vụ của kế hoạch): what one unit has to bring about in a period, with a product and a measure
 * (for example 48 chuyên mục), and the evidence that it was done.
 */
export const recurrences = {
	none: 'Một lần',
	weekly: 'Hằng tuần',
	monthly: 'Hằng tháng',
	quarterly: 'Hằng quý',
	half_yearly: 'Sáu tháng một lần',
	yearly: 'Hằng năm',
	ongoing: 'Thường xuyên'
} as const;
export type Recurrence = keyof typeof recurrences;
