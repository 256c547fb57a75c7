/**
 * Hotline (đường dây nóng, địa chỉ tiếp nhận phản ánh, kiến nghị; NĐ 20/2008 Đ10, Đ13): how to reach who, when, for what.
 * Kept once in the register; the portal, printed sheets, radio scripts and answers read it from there.
 */
export const hotlineKinds = {
	person: 'Người có trách nhiệm',
	office: 'Bộ phận của phường',
	province: 'Cơ quan tiếp nhận của tỉnh, thành phố',
	national: 'Số dùng chung toàn quốc'
} as const;
export type HotlineKind = keyof typeof hotlineKinds;
