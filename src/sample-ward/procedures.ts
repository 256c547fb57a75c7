/**
 * The catalogue of the sample ward: real codes, names, fields, and those times and fees that the law or the city's
 * lists were seen to say. What was only recalled is left out; the officer's page lists it as missing, as it would for
 * any ward whose source has gaps.
 */
import type { Fee, ProcedureText, TimeLimit } from '#procedures/procedure.ts';
import {
	dong,
	everyWay,
	free,
	procedure,
	sameDay,
	unknownFee,
	unknownTime,
	workingDays
} from './procedure-writing.ts';
import { askedMost } from './procedures-asked-most.ts';

type Line = [code: string, name: string, time?: TimeLimit, fee?: Fee, localTime?: TimeLimit];

const listed = (field: string, given: Partial<ProcedureText>, lines: Line[]): ProcedureText[] =>
	lines.map(([code, name, time, fee, localTime]) =>
		procedure({
			...given,
			code,
			name,
			field,
			content: { ways: everyWay(time ?? unknownTime, [fee ?? unknownFee], localTime ?? null) }
		})
	);

const civilStatus = listed('Hộ tịch', {}, [
	[
		'1.000689',
		'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
		workingDays(3),
		dong(10_000, 'Phần nhận cha, mẹ, con.'),
		workingDays(1.5)
	],
	['1.003583', 'Thủ tục đăng ký khai sinh lưu động'],
	['1.004772', 'Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân', unknownTime, dong(8000)],
	['1.004884', 'Thủ tục đăng ký lại khai sinh', unknownTime, dong(8000)],
	['1.000593', 'Thủ tục đăng ký kết hôn lưu động', workingDays(5), free(), workingDays(2.5)],
	['1.004746', 'Thủ tục đăng ký lại kết hôn', unknownTime, dong(30_000)],
	['1.000419', 'Thủ tục đăng ký khai tử lưu động', workingDays(5), free(), workingDays(2.5)],
	['1.005461', 'Đăng ký lại khai tử', unknownTime, dong(8000)],
	['1.001022', 'Thủ tục đăng ký nhận cha, mẹ, con', workingDays(3), dong(10_000)],
	['1.004837', 'Thủ tục đăng ký giám hộ', workingDays(3), free()],
	['1.004845', 'Thủ tục đăng ký chấm dứt giám hộ', workingDays(2)],
	['2.002516', 'Thủ tục xác nhận thông tin hộ tịch'],
	['2.000528', 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài'],
	['2.000806', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài'],
	[
		'2.002189',
		'Thủ tục ghi vào Sổ hộ tịch việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài'
	]
]);

const certification = listed('Chứng thực', { onlineLevel: 'none' }, [
	['2.000913', 'Chứng thực việc sửa đổi, bổ sung, chấm dứt giao dịch', sameDay, dong(30_000)],
	['2.000927', 'Sửa lỗi sai sót trong giao dịch', sameDay, dong(25_000)],
	['2.000942', 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực', sameDay],
	['2.000908', 'Cấp bản sao từ sổ gốc', sameDay],
	['2.001019', 'Chứng thực di chúc', workingDays(2), dong(50_000)],
	['2.001016', 'Chứng thực văn bản từ chối nhận di sản', workingDays(2), dong(50_000)],
	['2.001406', 'Chứng thực văn bản thỏa thuận phân chia di sản', workingDays(2), dong(50_000)]
]);

const residence = listed('Đăng ký, quản lý cư trú', { agency: 'Công an cấp xã' }, [
	['1.004222', 'Đăng ký thường trú', workingDays(7)],
	['1.004194', 'Đăng ký tạm trú'],
	['1.002755', 'Gia hạn tạm trú'],
	['1.003197', 'Xóa đăng ký thường trú', unknownTime, free()],
	['1.010028', 'Xóa đăng ký tạm trú', unknownTime, free()],
	['1.010038', 'Tách hộ'],
	['1.003677', 'Khai báo tạm vắng', unknownTime, free()],
	['2.001159', 'Thông báo lưu trú', unknownTime, free()],
	['1.010041', 'Xác nhận thông tin về cư trú', unknownTime, free()]
]);

const business = listed(
	'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
	{ applicants: ['Công dân Việt Nam', 'Hộ gia đình'] },
	[
		['2.000720', 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', unknownTime, free()],
		[
			'1.001570',
			'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh',
			unknownTime,
			free()
		],
		['2.000575', 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh', unknownTime, free()],
		['1.001266', 'Chấm dứt hoạt động hộ kinh doanh', unknownTime, free()]
	]
);

const welfare = listed('Bảo trợ xã hội', {}, [
	[
		'1.001776',
		'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
		unknownTime,
		free()
	],
	['1.001731', 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội', unknownTime, free()],
	['1.014027', 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội', unknownTime, free()],
	[
		'1.001699',
		'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
		unknownTime,
		free()
	],
	['1.001653', 'Đổi, cấp lại Giấy xác nhận khuyết tật', unknownTime, free()]
]);

const poverty = listed('Giảm nghèo', { applicants: ['Hộ gia đình'] }, [
	['1.011606', 'Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm'],
	['1.011607', 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm'],
	['1.011608', 'Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm']
]);

const landAndBuilding = [
	...listed('Hoạt động xây dựng', {}, [
		['1.013227', 'Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV', unknownTime, dong(15_000)],
		['1.013228', 'Cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV', unknownTime, dong(15_000)]
	]),
	...listed('Đất đai', { onlineLevel: 'partial' }, [
		[
			'1.013978',
			'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân'
		],
		['1.012812', 'Hòa giải tranh chấp đất đai']
	])
];

const others = [
	...listed('Hòa giải ở cơ sở', { onlineLevel: 'none' }, [
		['1.002211', 'Thủ tục công nhận hòa giải viên (cấp xã)'],
		['2.000930', 'Thủ tục thôi làm hòa giải viên (cấp xã)']
	]),
	...listed('Nghĩa vụ quân sự', { agency: 'Ban Chỉ huy quân sự cấp xã', onlineLevel: 'none' }, [
		['1.013133', 'Thủ tục đăng ký nghĩa vụ quân sự lần đầu']
	]),
	...listed('Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân', {}, [
		['2.002481', 'Chuyển trường đối với học sinh trung học cơ sở']
	])
];

export const procedures: ProcedureText[] = [
	...askedMost,
	...civilStatus,
	...certification,
	...residence,
	...business,
	...welfare,
	...poverty,
	...landAndBuilding,
	...others
];
