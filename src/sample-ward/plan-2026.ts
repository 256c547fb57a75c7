import { ward, units } from '#sample-ward/ward.ts';
import type { Audience, ContentArea, Day, Plan, Recurrence, Task } from '#sample-ward/types.ts';

/** The eight things to be told, in the order and with the letters of the plan. */
export const contentAreas: ContentArea[] = [
	{
		key: 'policy',
		marker: 'a',
		shortName: 'Chủ trương, chính sách',
		text: 'Chủ trương, chính sách, pháp luật về cải cách hành chính và sự chỉ đạo của thành phố, của phường; Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030; kế hoạch cải cách hành chính giai đoạn 2026 - 2030 và năm 2026 của thành phố Hải Phòng; mô hình chính quyền địa phương hai cấp và những điểm mới người dân cần biết khi đến làm việc với phường.'
	},
	{
		key: 'indices',
		marker: 'b',
		shortName: 'Chỉ số, hài lòng',
		text: 'Chỉ số cải cách hành chính, chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan nhà nước; cách đo, kết quả đo của thành phố và của phường, việc phường tiếp thu, sửa đổi sau mỗi kỳ đánh giá.'
	},
	{
		key: 'reform_tasks',
		marker: 'c',
		shortName: 'Nhiệm vụ cải cách',
		text: 'Kết quả thực hiện sáu lĩnh vực cải cách gồm thể chế, thủ tục hành chính, tổ chức bộ máy, chế độ công vụ, tài chính công, chính quyền điện tử và chính quyền số, cùng công tác chỉ đạo, điều hành của phường.'
	},
	{
		key: 'one_stop',
		marker: 'd',
		shortName: 'Cơ chế một cửa',
		text: 'Hoạt động của Trung tâm Phục vụ hành chính công phường; việc tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính trong phạm vi thành phố; kết quả giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông.'
	},
	{
		key: 'digital',
		marker: 'đ',
		shortName: 'Chuyển đổi số',
		text: 'Chính quyền số và chuyển đổi số gắn với đời sống: dịch vụ công trực tuyến toàn trình và một phần, tài khoản định danh điện tử, số hóa hồ sơ và kết quả giải quyết, chứng thực bản sao điện tử, thanh toán trực tuyến, an toàn khi giao dịch trên mạng.'
	},
	{
		key: 'models',
		marker: 'e',
		shortName: 'Mô hình, sáng kiến',
		text: 'Mô hình mới, sáng kiến, cách làm hay và những cá nhân, tập thể làm tốt; những việc còn chậm, còn gây phiền hà và cách khắc phục.'
	},
	{
		key: 'hotline',
		marker: 'g',
		shortName: 'Đường dây nóng',
		text: 'Địa chỉ và đường dây nóng tiếp nhận phản ánh, kiến nghị về thủ tục, quy định hành chính, về tinh thần trách nhiệm và thái độ phục vụ của cán bộ, công chức; kết quả tiếp nhận, trả lời.'
	},
	{
		key: 'rights',
		marker: 'h',
		shortName: 'Quyền, nghĩa vụ',
		text: 'Quyền và nghĩa vụ của người dân, tổ chức trong quan hệ với cơ quan nhà nước; trách nhiệm của cán bộ, công chức khi giải quyết công việc của dân; việc người dân tham gia và giám sát cải cách hành chính.'
	}
];

export const audiences: Audience[] = [
	{ key: 'officials', name: 'Cán bộ, công chức, viên chức và người lao động của phường' },
	{
		key: 'organisations',
		name: 'Mặt trận Tổ quốc, tổ chức chính trị - xã hội, đơn vị sự nghiệp, trường học'
	},
	{ key: 'businesses', name: 'Doanh nghiệp, hợp tác xã, hộ kinh doanh' },
	{ key: 'residents', name: 'Nhân dân sinh sống trên địa bàn phường' },
	{ key: 'vulnerable', name: 'Người cao tuổi, người khuyết tật và người ít dùng thiết bị số' }
];

const allYear = { from: '2026-01-01', to: '2026-12-31' } satisfies { from: Day; to: Day };
const residentialAreas = ['tdp-an-thanh', 'tdp-binh-giang', 'tdp-dong-ha', 'tdp-tan-lap', 'tdp-phuc-khanh'];

/** A task over the whole year, which most are; the rest is given in full. */
function yearly(task: Omit<Task, 'period' | 'recurrence'> & { recurrence: Recurrence }): Task {
	return { ...task, period: allYear };
}

export const tasks: Task[] = [
	{
		no: 1,
		title: 'Phổ biến Kế hoạch tuyên truyền cải cách hành chính năm 2026 đến các đơn vị, tổ dân phố',
		contentAreas: ['policy'],
		product: 'Hội nghị triển khai; kế hoạch được gửi và đăng công khai',
		measure: { count: 1, unit: 'hội nghị' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', 'mat-tran'],
		recurrence: 'none',
		period: { from: '2026-01-20', to: '2026-02-06' },
		deadline: { date: '2026-02-06', words: 'Trước ngày 07 tháng 02 năm 2026' },
		channels: ['meeting', 'portal'],
		budget: 1_500_000
	},
	yearly({
		no: 2,
		title: 'Duy trì chuyên mục Cải cách hành chính trên Đài truyền thanh phường',
		contentAreas: ['policy', 'reform_tasks', 'one_stop', 'digital'],
		product: 'Chuyên mục phát hai kỳ mỗi tháng',
		measure: { count: 24, unit: 'chuyên mục' },
		leadUnitKey: 'truyen-thanh',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', 'van-phong', 'mot-cua'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Tuần thứ hai và tuần thứ tư hằng tháng' },
		channels: ['radio'],
		budget: 9_600_000
	}),
	yearly({
		no: 3,
		title: 'Đăng tin, bài về cải cách hành chính trên trang thông tin điện tử phường',
		contentAreas: ['policy', 'indices', 'reform_tasks', 'one_stop', 'digital', 'models', 'hotline', 'rights'],
		product: 'Tin, bài được duyệt và đăng, mỗi tháng ít nhất bốn tin, bài',
		measure: { count: 48, unit: 'tin, bài' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['van-phong', 'mot-cua', 'truyen-thanh'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Hằng tháng' },
		channels: ['portal'],
		budget: 7_200_000
	}),
	yearly({
		no: 4,
		title: 'Đăng bài hướng dẫn, nhắc việc trên trang Zalo của phường',
		contentAreas: ['digital', 'one_stop'],
		product: 'Bài đăng Zalo hằng tháng',
		measure: { count: 12, unit: 'bài đăng' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['mot-cua', 'doan-thanh-nien'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Trước ngày 20 hằng tháng' },
		channels: ['zalo'],
		budget: null
	}),
	yearly({
		no: 5,
		title: 'Giới thiệu hoạt động cải cách hành chính trên trang Facebook của phường',
		contentAreas: ['models', 'digital'],
		product: 'Bài đăng có hình ảnh, mỗi tháng một bài',
		measure: { count: 12, unit: 'bài đăng' },
		leadUnitKey: 'doan-thanh-nien',
		cooperatingUnitKeys: ['van-hoa-xa-hoi'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Hằng tháng' },
		channels: ['facebook'],
		budget: null
	}),
	yearly({
		no: 6,
		title: 'Rà soát, đăng văn bản chỉ đạo về cải cách hành chính của Trung ương, thành phố và phường',
		contentAreas: ['policy'],
		product: 'Chuyên mục văn bản được cập nhật trong năm ngày làm việc kể từ ngày nhận',
		measure: { count: 12, unit: 'đợt cập nhật' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['van-phong'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Thường xuyên, tổng hợp hằng tháng' },
		channels: ['portal'],
		budget: null
	}),
	yearly({
		no: 7,
		title: 'Cập nhật bảng niêm yết thủ tục hành chính tại Trung tâm và nhà văn hóa các tổ dân phố',
		contentAreas: ['one_stop'],
		product: 'Bảng niêm yết đúng với danh mục đang có hiệu lực',
		measure: { count: 4, unit: 'đợt cập nhật' },
		leadUnitKey: 'mot-cua',
		cooperatingUnitKeys: ['van-phong', ...residentialAreas],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-20', words: 'Trước ngày 20 tháng cuối quý' },
		channels: ['notice_board', 'portal'],
		budget: 6_000_000
	}),
	yearly({
		no: 8,
		title: 'Kiểm tra việc niêm yết, công khai thủ tục hành chính',
		contentAreas: ['one_stop', 'reform_tasks'],
		product: 'Biên bản kiểm tra, có hạn khắc phục',
		measure: { count: 4, unit: 'biên bản' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['mat-tran', 'mot-cua'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-10', words: 'Trước ngày 10 tháng cuối quý' },
		channels: ['other'],
		budget: null
	}),
	yearly({
		no: 9,
		title: 'Lập và niêm yết danh mục các nội dung đã công khai trong quý',
		contentAreas: ['rights', 'one_stop'],
		product: 'Danh mục ghi rõ nội dung, hình thức, thời điểm công khai',
		measure: { count: 4, unit: 'danh mục' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', ...residentialAreas],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-31', words: 'Ngày làm việc cuối cùng của quý' },
		channels: ['notice_board', 'portal'],
		budget: null
	}),
	yearly({
		no: 10,
		title: 'Công khai địa chỉ, đường dây nóng tiếp nhận phản ánh, kiến nghị',
		contentAreas: ['hotline'],
		product: 'Thông báo trên truyền thanh, trang thông tin điện tử và bảng tin',
		measure: { count: 4, unit: 'đợt thông báo' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['truyen-thanh', 'van-hoa-xa-hoi'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Mỗi quý một đợt' },
		channels: ['radio', 'portal', 'notice_board'],
		budget: 800_000
	}),
	yearly({
		no: 11,
		title: 'Đăng kết quả trả lời phản ánh, kiến nghị của người dân, tổ chức',
		contentAreas: ['hotline', 'rights'],
		product: 'Nội dung trả lời đã lược bỏ thông tin cá nhân',
		measure: { count: 12, unit: 'kỳ đăng' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['mot-cua', 'van-hoa-xa-hoi', 'truyen-thanh'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Trước ngày 25 hằng tháng' },
		channels: ['portal', 'radio'],
		budget: null
	}),
	yearly({
		no: 12,
		title: 'Khảo sát và công bố kết quả hài lòng của người dân, tổ chức',
		contentAreas: ['indices'],
		product: 'Kết quả khảo sát niêm yết tại Trung tâm và đăng trên trang thông tin điện tử',
		measure: { count: 2, unit: 'kỳ công bố' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['mot-cua', 'mat-tran', ...residentialAreas],
		recurrence: 'half_yearly',
		deadline: { date: '2026-12-05', words: 'Trước ngày 05 tháng 6 và ngày 05 tháng 12 năm 2026' },
		channels: ['portal', 'notice_board'],
		budget: 4_000_000
	}),
	yearly({
		no: 13,
		title: 'Công bố số liệu tiếp nhận, giải quyết hồ sơ hằng tháng',
		contentAreas: ['one_stop', 'indices'],
		product: 'Bảng số liệu hằng tháng',
		measure: { count: 12, unit: 'bảng số liệu' },
		leadUnitKey: 'mot-cua',
		cooperatingUnitKeys: ['van-hoa-xa-hoi'],
		recurrence: 'monthly',
		deadline: { date: '2026-12-31', words: 'Trước ngày 18 hằng tháng' },
		channels: ['portal', 'notice_board'],
		budget: null
	}),
	yearly({
		no: 14,
		title: 'Giới thiệu chỉ số cải cách hành chính và cách người dân tham gia đánh giá',
		contentAreas: ['indices'],
		product: 'Bài viết, chương trình truyền thanh dễ hiểu',
		measure: { count: 4, unit: 'bài' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['truyen-thanh'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Mỗi quý một bài' },
		channels: ['portal', 'radio'],
		budget: null
	}),
	yearly({
		no: 15,
		title: 'Lồng ghép nội dung cải cách hành chính vào hội nghị phổ biến, giáo dục pháp luật',
		contentAreas: ['rights', 'policy'],
		product: 'Hội nghị có tài liệu và danh sách người dự',
		measure: { count: 4, unit: 'hội nghị' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['mat-tran', 'cong-an', 'hoi-phu-nu'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Mỗi quý một hội nghị' },
		channels: ['meeting'],
		budget: 8_000_000
	}),
	yearly({
		no: 16,
		title: 'Đưa nội dung cải cách hành chính vào sinh hoạt tổ dân phố',
		contentAreas: ['policy', 'digital', 'rights'],
		product: 'Cuộc họp của năm tổ dân phố, có biên bản',
		measure: { count: 20, unit: 'cuộc họp' },
		leadUnitKey: 'mat-tran',
		cooperatingUnitKeys: residentialAreas,
		recurrence: 'quarterly',
		deadline: { date: '2026-12-20', words: 'Mỗi quý một cuộc tại từng tổ dân phố' },
		channels: ['meeting'],
		budget: 5_000_000
	}),
	yearly({
		no: 17,
		title: 'Tập huấn Tổ công nghệ số cộng đồng',
		contentAreas: ['digital'],
		product: 'Lớp tập huấn nửa ngày',
		measure: { count: 2, unit: 'lớp' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['mot-cua', 'cong-an', 'doan-thanh-nien'],
		recurrence: 'half_yearly',
		deadline: { date: '2026-10-15', words: 'Tháng 4 và tháng 10 năm 2026' },
		channels: ['meeting'],
		budget: 6_000_000
	}),
	{
		no: 18,
		title: 'Hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa tổ dân phố',
		contentAreas: ['digital', 'one_stop'],
		product: 'Buổi hướng dẫn lưu động, mỗi tháng một tổ dân phố',
		measure: { count: 10, unit: 'buổi' },
		leadUnitKey: 'doan-thanh-nien',
		cooperatingUnitKeys: ['mot-cua', 'hoi-phu-nu', ...residentialAreas],
		recurrence: 'monthly',
		period: { from: '2026-03-01', to: '2026-12-31' },
		deadline: { date: '2026-12-31', words: 'Hằng tháng, từ tháng 3 năm 2026' },
		channels: ['other', 'meeting'],
		budget: 5_000_000
	},
	yearly({
		no: 19,
		title: 'Treo khẩu hiệu, băng rôn về cải cách hành chính, dịch vụ công trực tuyến',
		contentAreas: ['digital', 'one_stop'],
		product: 'Khẩu hiệu tại trụ sở, trục đường chính và nhà văn hóa',
		measure: { count: 16, unit: 'khẩu hiệu' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['kinh-te', ...residentialAreas],
		recurrence: 'half_yearly',
		deadline: { date: '2026-10-31', words: 'Tháng 3 và tháng 10 năm 2026' },
		channels: ['slogan'],
		budget: 6_400_000
	}),
	{
		no: 20,
		title: 'In, phát tờ gấp hướng dẫn nộp hồ sơ trên Cổng Dịch vụ công quốc gia',
		contentAreas: ['digital'],
		product: 'Tờ gấp chữ lớn, có mã QR',
		measure: { count: 1500, unit: 'tờ' },
		leadUnitKey: 'mot-cua',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', ...residentialAreas],
		recurrence: 'none',
		period: { from: '2026-04-01', to: '2026-08-31' },
		deadline: { date: '2026-08-31', words: 'Trước ngày 31 tháng 8 năm 2026' },
		channels: ['leaflet'],
		budget: 4_500_000
	},
	yearly({
		no: 21,
		title: 'Chuyên đề số hóa hồ sơ, chứng thực bản sao điện tử, thanh toán trực tuyến',
		contentAreas: ['digital'],
		product: 'Bài chuyên đề đăng và phát thanh',
		measure: { count: 4, unit: 'chuyên đề' },
		leadUnitKey: 'mot-cua',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', 'truyen-thanh', 'van-phong'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Mỗi quý một chuyên đề' },
		channels: ['portal', 'radio'],
		budget: null
	}),
	yearly({
		no: 22,
		title: 'Giới thiệu mô hình, cách làm hay, gương người tốt trong cải cách hành chính',
		contentAreas: ['models'],
		product: 'Bài viết về tập thể, cá nhân cụ thể',
		measure: { count: 6, unit: 'bài' },
		leadUnitKey: 'van-hoa-xa-hoi',
		cooperatingUnitKeys: ['mat-tran', 'truyen-thanh', ...residentialAreas],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Mỗi quý ít nhất một bài' },
		channels: ['portal', 'radio', 'facebook'],
		budget: 1_800_000
	}),
	{
		no: 23,
		title: 'Phát động, xét chọn sáng kiến cải cách hành chính của phường',
		contentAreas: ['models'],
		product: 'Sáng kiến được công nhận và phổ biến',
		measure: { count: 2, unit: 'sáng kiến' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', 'kinh-te', 'mot-cua'],
		recurrence: 'none',
		period: { from: '2026-03-01', to: '2026-09-30' },
		deadline: { date: '2026-09-30', words: 'Trước ngày 30 tháng 9 năm 2026' },
		channels: ['meeting', 'portal'],
		budget: 3_000_000
	},
	yearly({
		no: 24,
		title: 'Thông tin về những tồn tại, hạn chế và việc khắc phục',
		contentAreas: ['models', 'reform_tasks'],
		product: 'Bài viết nêu rõ việc, nguyên nhân, thời hạn sửa',
		measure: { count: 2, unit: 'bài' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', 'truyen-thanh'],
		recurrence: 'half_yearly',
		deadline: { date: '2026-12-10', words: 'Tháng 6 và tháng 12 năm 2026' },
		channels: ['portal', 'radio'],
		budget: null
	}),
	yearly({
		no: 25,
		title: 'Phổ biến quyền, nghĩa vụ của người dân và trách nhiệm của công chức khi giải quyết công việc',
		contentAreas: ['rights'],
		product: 'Bài hỏi đáp pháp luật ngắn',
		measure: { count: 4, unit: 'bài' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['mat-tran', 'truyen-thanh'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Mỗi quý một bài' },
		channels: ['portal', 'radio'],
		budget: null
	}),
	{
		no: 26,
		title: 'Thẩm định dự toán kinh phí tuyên truyền cải cách hành chính năm 2026',
		contentAreas: ['reform_tasks'],
		product: 'Biên bản thẩm định',
		measure: { count: 1, unit: 'biên bản' },
		leadUnitKey: 'kinh-te',
		cooperatingUnitKeys: ['van-phong', 'van-hoa-xa-hoi'],
		recurrence: 'none',
		period: { from: '2026-01-20', to: '2026-02-13' },
		deadline: { date: '2026-02-13', words: 'Trước ngày 14 tháng 02 năm 2026' },
		channels: ['other'],
		budget: null
	},
	{
		no: 27,
		title: 'Giới thiệu việc áp dụng Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 tại phường',
		contentAreas: ['reform_tasks'],
		product: 'Tin, bài và bảng mục tiêu chất lượng niêm yết tại Trung tâm',
		measure: { count: 2, unit: 'tin, bài' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['mot-cua', 'van-hoa-xa-hoi'],
		recurrence: 'none',
		period: { from: '2026-04-01', to: '2026-10-30' },
		deadline: { date: '2026-10-30', words: 'Trước ngày 31 tháng 10 năm 2026' },
		channels: ['portal', 'notice_board'],
		budget: null
	},
	yearly({
		no: 28,
		title: 'Báo cáo kết quả thực hiện Kế hoạch',
		contentAreas: ['reform_tasks'],
		product: 'Báo cáo quý I, 6 tháng, quý III và năm gửi Sở Nội vụ',
		measure: { count: 4, unit: 'báo cáo' },
		leadUnitKey: 'van-phong',
		cooperatingUnitKeys: ['van-hoa-xa-hoi', 'mot-cua', 'truyen-thanh', 'mat-tran'],
		recurrence: 'quarterly',
		deadline: { date: '2026-12-15', words: 'Ngày 15 tháng cuối quý' },
		channels: ['other'],
		budget: null
	})
];

export const plan2026: Plan = {
	key: 'tuyen-truyen-cchc-2026',
	wardKey: ward.key,
	year: 2026,
	title: 'Tuyên truyền cải cách hành chính nhà nước trên địa bàn phường Cổ Thành năm 2026',
	number: '12/KH-UBND',
	symbol: 'KH-UBND',
	date: '2026-01-20',
	place: ward.place,
	issuer: 'Ủy ban nhân dân phường Cổ Thành',
	superior: 'Ủy ban nhân dân thành phố Hải Phòng',
	state: 'issued',
	legalBases: [
		{ citation: 'Luật Thực hiện dân chủ ở cơ sở', number: '10/2022/QH15' },
		{
			citation:
				'Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030',
			number: '76/NQ-CP'
		},
		{
			citation:
				'Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ về hoạt động thông tin cơ sở',
			number: '49/2024/NĐ-CP'
		},
		{
			citation:
				'Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông',
			number: '118/2025/NĐ-CP'
		},
		{
			citation:
				'Quyết định số 3470/QĐ-UBND ngày 27 tháng 8 năm 2025 của Ủy ban nhân dân thành phố Hải Phòng về kế hoạch cải cách hành chính giai đoạn 2026 - 2030',
			number: '3470/QĐ-UBND'
		},
		{
			citation:
				'Quyết định số 5256/QĐ-UBND ngày 26 tháng 12 năm 2025 của Ủy ban nhân dân thành phố Hải Phòng về kế hoạch cải cách hành chính năm 2026',
			number: '5256/QĐ-UBND'
		}
	],
	purposes: [
		'Giúp cán bộ, công chức và nhân dân hiểu đúng, hiểu đủ việc cải cách hành chính đang làm những gì, vì sao phải làm và mỗi người được lợi gì từ đó; đề cao trách nhiệm của người đứng đầu từng đơn vị.',
		'Làm cho người dân, doanh nghiệp dễ tìm được thủ tục mình cần, biết nộp hồ sơ trực tuyến, biết nơi gửi phản ánh, kiến nghị và nhận được trả lời công khai.',
		'Kịp thời động viên những cách làm tốt; thẳng thắn nêu việc còn chậm, còn phiền hà để khắc phục, qua đó tạo sự đồng thuận trong cơ quan và trong nhân dân.'
	],
	requirements: [
		'Bám sát kế hoạch cải cách hành chính năm 2026 của thành phố và của phường; mỗi nhiệm vụ có sản phẩm, số lượng, đơn vị chủ trì và thời hạn rõ ràng.',
		'Nói ngắn, nói đúng, ai cũng hiểu được; một nội dung được truyền tải trên nhiều kênh, phù hợp với từng nhóm người nghe, người đọc, nhất là người cao tuổi và người ít dùng thiết bị số.',
		'Thông tin phải kịp thời: thủ tục, văn bản thay đổi thì nội dung niêm yết, đăng tải được sửa ngay; không để thông tin cũ gây hiểu nhầm.',
		'Bảo vệ thông tin cá nhân của người phản ánh, người làm thủ tục; tiết kiệm, không hình thức; kết quả thực hiện phải có minh chứng.'
	],
	audiences,
	contentAreas,
	forms: [
		{
			marker: 'a',
			channels: ['radio', 'portal'],
			text: 'Phát chuyên mục Cải cách hành chính trên Đài truyền thanh phường; đăng tin, bài, văn bản trên trang thông tin điện tử của phường.'
		},
		{
			marker: 'b',
			channels: ['zalo', 'facebook'],
			text: 'Đăng bài hướng dẫn, nhắc việc, hình ảnh hoạt động trên trang Zalo và trang Facebook chính thức của phường.'
		},
		{
			marker: 'c',
			channels: ['meeting'],
			text: 'Lồng ghép trong hội nghị, lớp tập huấn, sinh hoạt tổ dân phố, hội nghị phổ biến, giáo dục pháp luật.'
		},
		{
			marker: 'd',
			channels: ['notice_board'],
			text: 'Niêm yết thủ tục hành chính, số liệu giải quyết hồ sơ, địa chỉ tiếp nhận phản ánh, kiến nghị tại Trung tâm Phục vụ hành chính công và bảng tin các nhà văn hóa.'
		},
		{
			marker: 'đ',
			channels: ['slogan', 'leaflet'],
			text: 'Treo khẩu hiệu, băng rôn trên các trục đường chính; phát tờ gấp hướng dẫn đến từng hộ có nhu cầu.'
		},
		{
			marker: 'e',
			channels: ['other'],
			text: 'Hướng dẫn trực tiếp tại nhà văn hóa thông qua Tổ công nghệ số cộng đồng và các hình thức phù hợp khác.'
		}
	],
	funding:
		'Kinh phí thực hiện bố trí trong dự toán chi cải cách hành chính năm 2026 đã giao cho phường. Phòng Kinh tế, hạ tầng và đô thị thẩm định trước khi chi; các đơn vị sử dụng đúng mục đích, quyết toán theo quy định.',
	duties: [
		{
			name: 'Văn phòng HĐND và UBND phường',
			unitKeys: ['van-phong'],
			role: 'lead',
			duties: [
				'Giúp Ủy ban nhân dân phường điều hành Kế hoạch; theo dõi, đôn đốc, lập báo cáo quý I, 6 tháng, quý III và báo cáo năm gửi Sở Nội vụ.',
				'Kiểm tra việc niêm yết, công khai thủ tục hành chính mỗi quý một lần; ghi rõ thời hạn khắc phục đối với thiếu sót.',
				'Quản lý sổ đăng ký đường dây nóng; đầu mối tiếp nhận, theo dõi việc trả lời phản ánh, kiến nghị.',
				'Lồng ghép nội dung cải cách hành chính trong công tác tư pháp, phổ biến, giáo dục pháp luật.'
			]
		},
		{
			name: 'Phòng Văn hóa - Xã hội',
			unitKeys: ['van-hoa-xa-hoi'],
			role: 'lead',
			duties: [
				'Biên tập tin, bài; quản lý trang thông tin điện tử, trang Zalo, trang Facebook; chịu trách nhiệm về tính chính xác của nội dung trước khi trình duyệt.',
				'Đăng văn bản chỉ đạo trong năm ngày làm việc kể từ ngày nhận; hằng tháng rà soát nội dung còn thiếu so với Kế hoạch.',
				'Tập huấn Tổ công nghệ số cộng đồng; tổ chức khảo sát mức độ hài lòng.'
			]
		},
		{
			name: 'Đài truyền thanh phường',
			unitKeys: ['truyen-thanh'],
			role: 'lead',
			duties: [
				'Xây dựng kịch bản, ghi âm, phát chuyên mục đúng lịch; ghi nhật ký phát thanh.',
				'Phát nội dung trả lời phản ánh, kiến nghị; nêu gương người tốt, việc tốt và phê bình việc gây phiền hà sau khi nội dung được duyệt.'
			]
		},
		{
			name: 'Trung tâm Phục vụ hành chính công phường',
			unitKeys: ['mot-cua'],
			role: 'lead',
			duties: [
				'Niêm yết đầy đủ, cập nhật ngay khi thủ tục thay đổi; gỡ bản hết hiệu lực.',
				'Cung cấp số liệu hồ sơ hằng tháng; hướng dẫn người dân nộp hồ sơ trực tuyến, chứng thực bản sao điện tử; đặt phiếu đánh giá tại quầy.'
			]
		},
		{
			name: 'Phòng Kinh tế, hạ tầng và đô thị',
			unitKeys: ['kinh-te'],
			role: 'lead',
			duties: [
				'Thẩm định dự toán, hướng dẫn thanh toán, quyết toán kinh phí tuyên truyền.',
				'Phổ biến thủ tục về đăng ký kinh doanh, đất đai, xây dựng đến doanh nghiệp, hộ kinh doanh.'
			]
		},
		{
			name: 'Công an phường',
			unitKeys: ['cong-an'],
			role: 'coordinate',
			duties: [
				'Hướng dẫn kích hoạt, sử dụng tài khoản định danh điện tử; cảnh báo thủ đoạn giả danh cơ quan nhà nước.'
			]
		},
		{
			name: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường',
			unitKeys: ['mat-tran'],
			role: 'coordinate',
			duties: [
				'Cùng các đoàn thể vận động hội viên, đoàn viên tham gia; đưa nội dung Kế hoạch vào sinh hoạt tổ dân phố.',
				'Giám sát việc công khai thủ tục, tinh thần phục vụ của công chức và phản ánh ý kiến của nhân dân.'
			]
		},
		{
			name: 'Các tổ dân phố',
			unitKeys: residentialAreas,
			role: 'coordinate',
			duties: [
				'Tổ trưởng tổ dân phố thông báo đến từng hộ, duy trì bảng tin nhà văn hóa, hỗ trợ người dân nộp hồ sơ trực tuyến và chuyển ý kiến của dân về phường.'
			]
		}
	],
	tasks,
	recipients: [
		'UBND thành phố Hải Phòng (để báo cáo)',
		'Sở Nội vụ thành phố Hải Phòng (để báo cáo)',
		'Thường trực Đảng ủy, Thường trực HĐND phường (để báo cáo)',
		'Chủ tịch, Phó Chủ tịch UBND phường',
		'Ủy ban MTTQ Việt Nam và các đoàn thể phường',
		'Các phòng, Trung tâm, Đài truyền thanh phường; Công an, Trạm Y tế phường',
		'Các tổ dân phố',
		'Lưu: VT, VP'
	],
	signer: { name: 'Vũ Đình Thắng', title: 'CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN' }
};

const shortName = new Map(units.map((unit) => [unit.key, unit.shortName]));

/** Cooperating units as the office writes them: five residential areas become "các tổ dân phố". */
function cooperatingNames(task: Task): string {
	const names = task.cooperatingUnitKeys
		.filter((key) => !residentialAreas.includes(key))
		.map((key) => shortName.get(key));
	if (residentialAreas.every((key) => task.cooperatingUnitKeys.includes(key))) names.push('các tổ dân phố');
	return names.join('; ');
}

function dutyLines(): string {
	return plan2026.duties
		.map((duty, index) =>
			[`2.${index + 1}. ${duty.name}`, ...duty.duties.map((line) => `- ${line}`)].join('\n')
		)
		.join('\n');
}

const annexHead = 'TT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn hoàn thành';

/** The plan as the office types it and saves it from the word processor; the annex keeps its cells apart by tabs. */
export const planDocumentText = `UBND THÀNH PHỐ HẢI PHÒNG
ỦY BAN NHÂN DÂN
PHƯỜNG CỔ THÀNH

Số: ${plan2026.number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cổ Thành, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
${plan2026.title}

${plan2026.legalBases.map((basis, index, all) => `Căn cứ ${basis.citation}${index === all.length - 1 ? '.' : ';'}`).join('\n')}

Ủy ban nhân dân phường Cổ Thành xây dựng Kế hoạch tuyên truyền cải cách hành chính nhà nước năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
${plan2026.purposes.map((text, index) => `${'abc'[index]}) ${text}`).join('\n')}
2. Yêu cầu
${plan2026.requirements.map((text, index) => `${'abcd'[index]}) ${text}`).join('\n')}

II. ĐỐI TƯỢNG, NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN
1. Đối tượng
${audiences.map((audience, index, all) => `- ${audience.name}${index === all.length - 1 ? '.' : ';'}`).join('\n')}
2. Nội dung
${contentAreas.map((area) => `${area.marker}) ${area.text}`).join('\n')}
3. Hình thức
${plan2026.forms.map((form) => `${form.marker}) ${form.text}`).join('\n')}
(Nhiệm vụ, sản phẩm cụ thể tại Phụ lục kèm theo Kế hoạch này)

III. TỔ CHỨC THỰC HIỆN
1. Kinh phí
${plan2026.funding}
2. Trách nhiệm của các đơn vị
${dutyLines()}

Trên đây là Kế hoạch tuyên truyền cải cách hành chính nhà nước năm 2026 của phường Cổ Thành. Trong quá trình thực hiện, đơn vị nào gặp khó khăn kịp thời trao đổi với Văn phòng HĐND và UBND phường để báo cáo Ủy ban nhân dân phường xem xét./.

Nơi nhận:
${plan2026.recipients.map((line, index, all) => `- ${line}${index === all.length - 1 ? '.' : ';'}`).join('\n')}

${plan2026.signer.authority}
${plan2026.signer.title}

${plan2026.signer.name}

Phụ lục
NHIỆM VỤ, SẢN PHẨM TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2026
(Kèm theo Kế hoạch số ${plan2026.number} ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân phường Cổ Thành)

${annexHead}
${tasks
	.map((task) =>
		[
			task.no,
			task.title,
			`${task.product} (${task.measure.count.toLocaleString('vi-VN')} ${task.measure.unit})`,
			shortName.get(task.leadUnitKey),
			cooperatingNames(task),
			task.deadline.words
		].join('\t')
	)
	.join('\n')}
`;
