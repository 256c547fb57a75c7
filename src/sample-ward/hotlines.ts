/**
 * The sample ward's register of hotlines. Its own numbers are invented so that nobody real is called: after the area code
 * stands a zero, which no subscriber's number begins with. National numbers are recalled from common knowledge and not
 * checked against a source; a ward that sets out looks them over first.
 */
import type { HotlineKind } from '#people/hotline.ts';
import type { Day } from './types.ts';

type Sample = {
	kind: HotlineKind;
	name: string;
	title?: string;
	number?: string;
	email?: string;
	url?: string;
	postalAddress?: string;
	hours?: string;
	purpose: string;
	takesFeedback?: true;
	unitKey?: string;
	inside?: true;
	/** The number before, with the day the present one began. */
	before?: { number: string; until: Day };
};

const seat = 'Trụ sở Ủy ban nhân dân phường Cổ Thành';
const officeHours = 'giờ làm việc, Thứ Hai đến Thứ Sáu';

export const hotlinesFrom: Day = '2025-07-01';

export const hotlines: Sample[] = [
	{
		kind: 'office',
		name: 'Đường dây nóng phường Cổ Thành',
		title: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường',
		number: '0220 0000 311',
		email: 'phananh@cothanh.example',
		postalAddress: seat,
		hours: officeHours,
		purpose: 'Phản ánh, kiến nghị về thủ tục, quy định, thái độ của cán bộ, việc trong khu dân cư',
		takesFeedback: true,
		unitKey: 'van-phong',
		before: { number: '0220 0000 310', until: '2025-09-30' }
	},
	{
		kind: 'person',
		name: 'Chủ tịch Ủy ban nhân dân phường',
		title: 'Ông Vũ Đình Thắng',
		number: '0220 0000 301',
		hours: officeHours,
		purpose: 'Khi phản ánh đã gửi mà chưa được giải quyết; đăng ký gặp lãnh đạo ngày tiếp công dân',
		unitKey: 'ubnd'
	},
	{
		kind: 'office',
		name: 'Trung tâm Phục vụ hành chính công phường',
		number: '0220 0000 320',
		postalAddress: `Tầng 1, ${seat.charAt(0).toLowerCase()}${seat.slice(1)}`,
		hours: officeHours,
		purpose: 'Hỏi thủ tục cần giấy tờ gì, hồ sơ đến đâu',
		unitKey: 'mot-cua'
	},
	{
		kind: 'office',
		name: 'Công an phường (trực ban)',
		number: '0220 0000 340',
		hours: 'cả ngày đêm',
		purpose: 'An ninh, trật tự tại phường',
		unitKey: 'cong-an'
	},
	{
		kind: 'office',
		name: 'Trực máy phát Đài truyền thanh',
		number: '0220 0000 351',
		purpose: 'Báo cụm loa hỏng, dừng phát khẩn cấp',
		unitKey: 'truyen-thanh',
		inside: true
	},
	{
		kind: 'province',
		name: 'Cơ quan kiểm soát thủ tục hành chính thành phố Hải Phòng',
		postalAddress: 'Ủy ban nhân dân thành phố Hải Phòng',
		purpose: 'Tiếp nhận phản ánh, kiến nghị về quy định hành chính của thành phố',
		takesFeedback: true
	},
	{
		kind: 'province',
		name: 'Tổng đài 1022',
		number: '1022',
		hours: 'cả ngày đêm',
		purpose: 'Thông tin, giải đáp dịch vụ công của thành phố'
	},
	{
		kind: 'national',
		name: 'Cổng Dịch vụ công quốc gia',
		number: '18001096',
		url: 'https://dichvucong.gov.vn',
		purpose: 'Hỗ trợ nộp hồ sơ trực tuyến; gửi phản ánh đến mọi cơ quan nhà nước',
		takesFeedback: true
	},
	{
		kind: 'national',
		name: 'Bảo vệ trẻ em',
		number: '111',
		hours: 'cả ngày đêm',
		purpose: 'Trẻ em bị xâm hại, bạo lực, cần giúp đỡ'
	},
	{
		kind: 'national',
		name: 'Tìm kiếm, cứu nạn',
		number: '112',
		hours: 'cả ngày đêm',
		purpose: 'Thiên tai, tai nạn cần cứu nạn'
	},
	{
		kind: 'national',
		name: 'Công an',
		number: '113',
		hours: 'cả ngày đêm',
		purpose: 'An ninh, trật tự khẩn cấp'
	},
	{
		kind: 'national',
		name: 'Cứu hỏa, cứu nạn',
		number: '114',
		hours: 'cả ngày đêm',
		purpose: 'Cháy, nổ, cứu nạn'
	},
	{
		kind: 'national',
		name: 'Cấp cứu y tế',
		number: '115',
		hours: 'cả ngày đêm',
		purpose: 'Cấp cứu người bệnh, người bị nạn'
	}
];
