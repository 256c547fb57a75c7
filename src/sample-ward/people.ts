import type { Day, Person, Position, Role } from '#sample-ward/types.ts';
import { neighbourWard, ward } from '#sample-ward/ward.ts';

function position(
	title: string,
	unitKey: string,
	role: Role,
	validFrom: Day = '2025-07-01',
	validTo: Day | null = null
): Position {
	return { title, unitKey, role, validFrom, validTo };
}

/** Invented people. The key is the name they sign in with; several hold two positions, as in any small ward. */
export const people: Person[] = [
	{
		key: 'quan-tri',
		wardKey: ward.key,
		name: 'Nguyễn Hải Đăng',
		positions: [position('Chuyên viên Văn phòng, quản trị hệ thống', 'van-phong', 'admin')]
	},
	{
		key: 'chu-tich',
		wardKey: ward.key,
		name: 'Vũ Đình Thắng',
		positions: [position('Chủ tịch Ủy ban nhân dân phường', 'ubnd', 'chair')]
	},
	{
		key: 'pho-chu-tich',
		wardKey: ward.key,
		name: 'Phạm Thị Thanh Hà',
		positions: [
			position('Phó Chủ tịch Ủy ban nhân dân phường', 'ubnd', 'vice_chair'),
			position('Giám đốc Trung tâm Phục vụ hành chính công phường (kiêm nhiệm)', 'mot-cua', 'one_stop')
		]
	},
	{
		key: 'van-phong',
		wardKey: ward.key,
		name: 'Đặng Thị Minh Nguyệt',
		positions: [
			position('Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', 'van-phong', 'office')
		]
	},
	{
		key: 'van-hoa',
		wardKey: ward.key,
		name: 'Trần Thu Hương',
		positions: [
			position('Chuyên viên văn hóa, thông tin', 'van-hoa-xa-hoi', 'culture'),
			position('Phụ trách buổi phát thanh chiều tối (kiêm nhiệm)', 'truyen-thanh', 'radio', '2026-01-05')
		]
	},
	{
		key: 'truyen-thanh',
		wardKey: ward.key,
		name: 'Lương Văn Quyết',
		positions: [position('Cán bộ phụ trách Đài truyền thanh', 'truyen-thanh', 'radio')]
	},
	{
		key: 'tu-phap',
		wardKey: ward.key,
		name: 'Hoàng Anh Tuấn',
		positions: [
			position('Chuyên viên tư pháp - hộ tịch', 'van-phong', 'justice'),
			position('Tiếp nhận hồ sơ hộ tịch, chứng thực (kiêm nhiệm)', 'mot-cua', 'one_stop')
		]
	},
	{
		key: 'ke-toan',
		wardKey: ward.key,
		name: 'Bùi Thị Lan Anh',
		positions: [position('Chuyên viên tài chính - kế toán', 'kinh-te', 'accountant')]
	},
	{
		key: 'mot-cua',
		wardKey: ward.key,
		name: 'Nguyễn Thị Bích Ngọc',
		positions: [position('Phó Giám đốc Trung tâm Phục vụ hành chính công phường', 'mot-cua', 'one_stop')]
	},
	{
		key: 'mat-tran',
		wardKey: ward.key,
		name: 'Mạc Văn Hưng',
		positions: [position('Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'mat-tran', 'front')]
	},
	{
		key: 'to-dan-pho',
		wardKey: ward.key,
		name: 'Dương Văn Bảy',
		positions: [
			position('Tổ trưởng Tổ dân phố An Thành', 'tdp-an-thanh', 'residential'),
			position('Tổ trưởng Tổ công nghệ số cộng đồng An Thành', 'tdp-an-thanh', 'residential', '2025-09-15')
		]
	},
	{
		key: 'cap-tren',
		wardKey: ward.key,
		name: 'Đỗ Quang Vinh',
		positions: [position('Chuyên viên theo dõi cải cách hành chính', 'so-noi-vu', 'superior')]
	},
	{
		key: 'van-hoa@lang-gieng',
		wardKey: neighbourWard.key,
		name: 'Lê Hồng Vân',
		positions: [position('Chuyên viên văn hóa, thông tin', 'lg-van-hoa-xa-hoi', 'culture')]
	}
];
