/** Channel (hình thức tuyên truyền): the ways a plan names for reaching people; the list of contracts, `plan read`. */
export const channels = {
	portal: 'Cổng thông tin điện tử',
	radio: 'Truyền thanh',
	zalo: 'Zalo',
	facebook: 'Facebook',
	slogan: 'Khẩu hiệu, pa nô',
	meeting: 'Hội nghị, lồng ghép',
	notice_board: 'Niêm yết, bảng tin',
	press: 'Báo chí',
	leaflet: 'Tờ rơi',
	other: 'Hình thức khác'
} as const;
export type Channel = keyof typeof channels;
