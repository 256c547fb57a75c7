/** Steps of the work on sound (xử lý âm thanh), as the page tells them. */
export const steps = {
	reading: 'Giọng máy đang đọc',
	measuring: 'Đang nghe và đo độ to',
	writing: 'Đang chỉnh độ to, ghi tệp',
	checking: 'Đang kiểm tra lần cuối'
} as const;
export type Step = keyof typeof steps;
