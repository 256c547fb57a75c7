/** How an officer's list is divided; the names stand in the page's address. */
export const groups = {
	open: 'Đang xử lý',
	mine: 'Chờ tôi làm',
	unassigned: 'Chưa giao xử lý',
	waiting: 'Chờ người gửi',
	forwarded: 'Đã chuyển nơi khác',
	done: 'Đã xong',
	all: 'Tất cả'
} as const;
export type Group = keyof typeof groups;
