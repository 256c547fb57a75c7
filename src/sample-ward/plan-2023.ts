/**
 * The plan of 2023, kept as history: other superiors, other units, words of that time. The two documents it carries
 * out are real; the ward's own number, day, signer, tasks and results are invented for the trial.
 */
import { ward } from '#sample-ward/ward.ts';
import type { Audience, ContentArea, Day, Plan, Task } from '#sample-ward/types.ts';

const contentAreas: ContentArea[] = [
	{
		key: 'policy',
		marker: 'a',
		shortName: 'Chủ trương, chính sách',
		text: 'Đường lối của Đảng, pháp luật của Nhà nước, văn bản của tỉnh Hải Dương, thành phố Chí Linh và của phường về cải cách hành chính; chương trình tổng thể đến năm 2030, kế hoạch giai đoạn 2021 - 2025 và kế hoạch năm 2023.'
	},
	{
		key: 'indices',
		marker: 'b',
		shortName: 'Chỉ số, hài lòng',
		text: 'Chỉ số cải cách hành chính và chỉ số hài lòng đối với sự phục vụ của cơ quan nhà nước của tỉnh, thành phố Chí Linh và phường.'
	},
	{
		key: 'reform_tasks',
		marker: 'c',
		shortName: 'Nhiệm vụ cải cách',
		text: 'Các nhiệm vụ cải cách thể chế, thủ tục, bộ máy, công vụ, tài chính công, chính quyền điện tử, chính quyền số và công tác chỉ đạo, điều hành.'
	},
	{
		key: 'one_stop',
		marker: 'd',
		shortName: 'Cơ chế một cửa',
		text: 'Kết quả tiếp nhận, giải quyết hồ sơ theo cơ chế một cửa, một cửa liên thông tại Bộ phận tiếp nhận và trả kết quả phường.'
	},
	{
		key: 'digital',
		marker: 'đ',
		shortName: 'Chuyển đổi số',
		text: 'Chính quyền số, dịch vụ công trực tuyến mức độ 3, 4, số hóa hồ sơ, thanh toán trực tuyến, chứng thực điện tử; hoạt động của Trung tâm điều hành đô thị thông minh thành phố.'
	},
	{
		key: 'models',
		marker: 'e',
		shortName: 'Mô hình, sáng kiến',
		text: 'Cách làm mới, sáng kiến, tập thể và cá nhân tiêu biểu; những điểm còn yếu cần sửa trong cải cách hành chính.'
	},
	{
		key: 'hotline',
		marker: 'g',
		shortName: 'Đường dây nóng',
		text: 'Nơi tiếp nhận và đường dây nóng để người dân, doanh nghiệp góp ý về thủ tục, quy định và thái độ phục vụ.'
	},
	{
		key: 'rights',
		marker: 'h',
		shortName: 'Quyền, nghĩa vụ',
		text: 'Quy định về quan hệ giữa Nhà nước với Nhân dân; bổn phận của công chức, quyền và nghĩa vụ của người dân khi tham gia, giám sát cải cách hành chính.'
	}
];

const audiences: Audience[] = [
	{ key: 'officials', name: 'Cán bộ, công chức, viên chức, người lao động' },
	{ key: 'organisations', name: 'Tổ chức chính trị - xã hội, đơn vị sự nghiệp công lập' },
	{ key: 'businesses', name: 'Doanh nghiệp' },
	{ key: 'residents', name: 'Nhân dân trên địa bàn phường' }
];

const allYear = { from: '2023-01-01', to: '2023-12-31' } satisfies { from: Day; to: Day };
const residentialAreas = [
	'kdc-an-thanh',
	'kdc-binh-giang',
	'kdc-dong-ha',
	'kdc-tan-lap-1',
	'kdc-tan-lap-2',
	'kdc-phuc-khanh'
];

const tasks: Task[] = [
	{
		no: 1,
		title: 'Xây dựng và phổ biến kế hoạch tuyên truyền năm 2023',
		contentAreas: ['policy'],
		product: 'Kế hoạch được ban hành và gửi các khu dân cư',
		measure: { count: 1, unit: 'kế hoạch' },
		leadUnitKey: 'van-phong-cu',
		cooperatingUnitKeys: ['cc-van-hoa-cu'],
		recurrence: 'none',
		period: { from: '2023-01-12', to: '2023-02-10' },
		deadline: { date: '2023-02-10', words: 'Trước ngày 10 tháng 02 năm 2023' },
		channels: ['meeting'],
		budget: null
	},
	{
		no: 2,
		title: 'Phát chuyên mục cải cách hành chính trên Đài phát thanh phường',
		contentAreas: ['reform_tasks', 'one_stop', 'digital'],
		product: 'Chuyên mục hằng tháng',
		measure: { count: 12, unit: 'chuyên mục' },
		leadUnitKey: 'truyen-thanh-cu',
		cooperatingUnitKeys: ['cc-van-hoa-cu', 'cc-tu-phap-cu'],
		recurrence: 'monthly',
		period: allYear,
		deadline: { date: '2023-12-31', words: 'Hằng tháng' },
		channels: ['radio'],
		budget: 3_600_000
	},
	{
		no: 3,
		title: 'Đăng tin, bài trên Cổng thông tin điện tử phường',
		contentAreas: ['policy', 'digital', 'models'],
		product: 'Tin, bài đã đăng',
		measure: { count: 24, unit: 'tin, bài' },
		leadUnitKey: 'cc-van-hoa-cu',
		cooperatingUnitKeys: ['van-phong-cu'],
		recurrence: 'monthly',
		period: allYear,
		deadline: { date: '2023-12-31', words: 'Thường xuyên' },
		channels: ['portal'],
		budget: null
	},
	{
		no: 4,
		title: 'Niêm yết, cập nhật thủ tục hành chính tại Bộ phận tiếp nhận và trả kết quả',
		contentAreas: ['one_stop'],
		product: 'Bảng niêm yết đầy đủ, đúng danh mục',
		measure: { count: 4, unit: 'đợt cập nhật' },
		leadUnitKey: 'bo-phan-mot-cua-cu',
		cooperatingUnitKeys: ['van-phong-cu'],
		recurrence: 'quarterly',
		period: allYear,
		deadline: { date: '2023-12-20', words: 'Mỗi quý một đợt' },
		channels: ['notice_board', 'portal'],
		budget: 2_000_000
	},
	{
		no: 5,
		title: 'Kiểm tra việc công khai thủ tục hành chính',
		contentAreas: ['one_stop', 'reform_tasks'],
		product: 'Biên bản kiểm tra',
		measure: { count: 2, unit: 'biên bản' },
		leadUnitKey: 'van-phong-cu',
		cooperatingUnitKeys: ['mat-tran-cu'],
		recurrence: 'half_yearly',
		period: allYear,
		deadline: { date: '2023-11-30', words: 'Tháng 6 và tháng 11 năm 2023' },
		channels: ['other'],
		budget: null
	},
	{
		no: 6,
		title: 'Lồng ghép cải cách hành chính trong hội nghị tuyên truyền pháp luật',
		contentAreas: ['rights', 'policy'],
		product: 'Hội nghị',
		measure: { count: 3, unit: 'hội nghị' },
		leadUnitKey: 'cc-tu-phap-cu',
		cooperatingUnitKeys: ['mat-tran-cu', 'hoi-phu-nu-cu'],
		recurrence: 'none',
		period: allYear,
		deadline: { date: '2023-12-15', words: 'Trong năm 2023' },
		channels: ['meeting'],
		budget: 4_500_000
	},
	{
		no: 7,
		title: 'Công khai đường dây nóng của lãnh đạo Ủy ban nhân dân phường',
		contentAreas: ['hotline'],
		product: 'Thông báo tại bảng tin và trên đài',
		measure: { count: 2, unit: 'đợt thông báo' },
		leadUnitKey: 'van-phong-cu',
		cooperatingUnitKeys: ['truyen-thanh-cu'],
		recurrence: 'half_yearly',
		period: allYear,
		deadline: { date: '2023-09-30', words: 'Quý I và quý III năm 2023' },
		channels: ['notice_board', 'radio'],
		budget: null
	},
	{
		no: 8,
		title: 'Treo khẩu hiệu về cải cách hành chính',
		contentAreas: ['digital'],
		product: 'Khẩu hiệu tại trụ sở và khu dân cư',
		measure: { count: 8, unit: 'khẩu hiệu' },
		leadUnitKey: 'cc-van-hoa-cu',
		cooperatingUnitKeys: residentialAreas,
		recurrence: 'none',
		period: { from: '2023-03-01', to: '2023-06-30' },
		deadline: { date: '2023-06-30', words: 'Quý II năm 2023' },
		channels: ['slogan'],
		budget: 2_400_000
	},
	{
		no: 9,
		title: 'Giới thiệu chỉ số cải cách hành chính, chỉ số hài lòng',
		contentAreas: ['indices'],
		product: 'Bài viết, bài phát thanh',
		measure: { count: 2, unit: 'bài' },
		leadUnitKey: 'cc-van-hoa-cu',
		cooperatingUnitKeys: ['truyen-thanh-cu'],
		recurrence: 'none',
		period: allYear,
		deadline: { date: '2023-11-30', words: 'Trước ngày 30 tháng 11 năm 2023' },
		channels: ['portal', 'radio'],
		budget: null
	},
	{
		no: 10,
		title: 'Báo cáo kết quả tuyên truyền cải cách hành chính',
		contentAreas: ['reform_tasks'],
		product: 'Báo cáo 6 tháng và năm gửi Phòng Nội vụ thành phố Chí Linh',
		measure: { count: 2, unit: 'báo cáo' },
		leadUnitKey: 'van-phong-cu',
		cooperatingUnitKeys: ['cc-van-hoa-cu'],
		recurrence: 'half_yearly',
		period: allYear,
		deadline: { date: '2023-12-15', words: 'Ngày 15 tháng 6 và ngày 15 tháng 12 năm 2023' },
		channels: ['other'],
		budget: null
	}
];

export const plan2023: Plan = {
	key: 'tuyen-truyen-cchc-2023',
	wardKey: ward.key,
	year: 2023,
	title: 'Tuyên truyền cải cách hành chính nhà nước trên địa bàn phường Cổ Thành năm 2023',
	number: '08/KH-UBND',
	symbol: 'KH-UBND',
	date: '2023-01-31',
	place: 'Cổ Thành',
	issuer: 'Ủy ban nhân dân phường Cổ Thành',
	superior: 'Ủy ban nhân dân thành phố Chí Linh',
	state: 'issued',
	legalBases: [
		{
			citation:
				'Kế hoạch số 06/KH-UBND ngày 12 tháng 01 năm 2023 của Ủy ban nhân dân thành phố Chí Linh về tuyên truyền cải cách hành chính năm 2023',
			number: '06/KH-UBND'
		},
		{
			citation:
				'Kế hoạch số 53/KH-UBND ngày 26 tháng 12 năm 2022 của Ủy ban nhân dân phường Cổ Thành về công tác cải cách hành chính năm 2023',
			number: '53/KH-UBND'
		}
	],
	purposes: [
		'Để cán bộ, công chức và nhân dân nắm được việc cải cách hành chính trong năm, từ đó cùng tham gia và cùng giám sát.',
		'Đưa thông tin đến gần dân hơn qua đài, cổng thông tin điện tử, mạng xã hội và sinh hoạt khu dân cư.'
	],
	requirements: [
		'Bám sát kế hoạch của thành phố Chí Linh và của phường; nói ngắn, nói đúng, làm thường xuyên.',
		'Chọn hình thức hợp với từng khu dân cư, từng nhóm người nghe.'
	],
	audiences,
	contentAreas,
	forms: [
		{
			marker: 'a',
			channels: ['radio', 'portal'],
			text: 'Qua Đài phát thanh và Cổng thông tin điện tử của phường.'
		},
		{
			marker: 'b',
			channels: ['meeting'],
			text: 'Qua hội nghị tuyên truyền pháp luật và các cuộc họp định kỳ.'
		},
		{
			marker: 'c',
			channels: ['notice_board'],
			text: 'Niêm yết thủ tục tại Bộ phận tiếp nhận và trả kết quả.'
		},
		{ marker: 'd', channels: ['zalo', 'facebook'], text: 'Qua Zalo, trang Facebook của phường.' },
		{ marker: 'đ', channels: ['slogan'], text: 'Qua khẩu hiệu tại trụ sở, khu dân cư.' },
		{ marker: 'e', channels: ['other'], text: 'Hình thức khác phù hợp với từng đơn vị.' }
	],
	funding: 'Từ nguồn chi cải cách hành chính trong dự toán năm 2023 của phường.',
	duties: [
		{
			name: 'Văn phòng HĐND-UBND phường, Nội vụ',
			unitKeys: ['van-phong-cu'],
			role: 'lead',
			duties: ['Lập kế hoạch, kiểm tra việc công khai thủ tục, tổng hợp báo cáo Phòng Nội vụ.']
		},
		{
			name: 'Công chức văn hóa',
			unitKeys: ['cc-van-hoa-cu'],
			role: 'lead',
			duties: ['Viết, đăng tin, bài; cùng Đài phát thanh xây dựng chuyên mục.']
		},
		{
			name: 'Công chức Tư pháp',
			unitKeys: ['cc-tu-phap-cu'],
			role: 'coordinate',
			duties: ['Đưa nội dung cải cách hành chính vào các buổi phổ biến pháp luật.']
		},
		{
			name: 'Công chức Kế toán',
			unitKeys: ['cc-ke-toan-cu'],
			role: 'coordinate',
			duties: ['Thẩm định kinh phí tuyên truyền.']
		},
		{
			name: 'Đài phát thanh phường',
			unitKeys: ['truyen-thanh-cu'],
			role: 'lead',
			duties: ['Soạn kịch bản, phát chuyên mục định kỳ, nêu gương người tốt và phê bình việc gây phiền hà.']
		},
		{
			name: 'Ủy ban Mặt trận Tổ quốc và các đoàn thể phường',
			unitKeys: ['mat-tran-cu', 'hoi-phu-nu-cu', 'doan-thanh-nien-cu'],
			role: 'coordinate',
			duties: ['Vận động hội viên, đoàn viên cùng tham gia tuyên truyền.']
		}
	],
	tasks,
	recipients: [
		'Phòng Nội vụ thành phố Chí Linh (để báo cáo)',
		'Đảng ủy, HĐND, UBND phường (để báo cáo)',
		'Các ban, ngành, đoàn thể; công chức liên quan',
		'Các khu dân cư',
		'Lưu: VT, VP'
	],
	signer: { name: 'Trịnh Công Khải', title: 'CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN' }
};

export type HistoricResult = { taskNo: number; doneCount: number; finishedOn: Day; note: string };

/** How the year ended; every task was closed. */
export const results2023: HistoricResult[] = [
	{ taskNo: 1, doneCount: 1, finishedOn: '2023-01-31', note: 'Gửi đủ sáu khu dân cư.' },
	{
		taskNo: 2,
		doneCount: 11,
		finishedOn: '2023-12-22',
		note: 'Thiếu kỳ tháng 7 do hỏng bộ khuếch đại, đã sửa.'
	},
	{ taskNo: 3, doneCount: 26, finishedOn: '2023-12-27', note: 'Vượt hai tin, bài.' },
	{ taskNo: 4, doneCount: 4, finishedOn: '2023-12-19', note: 'Đủ bốn đợt.' },
	{ taskNo: 5, doneCount: 2, finishedOn: '2023-11-28', note: 'Đã khắc phục ba bản niêm yết cũ.' },
	{ taskNo: 6, doneCount: 3, finishedOn: '2023-12-08', note: 'Tổng số 214 lượt người dự.' },
	{ taskNo: 7, doneCount: 2, finishedOn: '2023-09-20', note: 'Thông báo trên đài và tại sáu nhà văn hóa.' },
	{ taskNo: 8, doneCount: 8, finishedOn: '2023-06-16', note: 'Treo tại trụ sở và sáu khu dân cư.' },
	{ taskNo: 9, doneCount: 2, finishedOn: '2023-11-24', note: 'Một bài viết, một bài phát thanh.' },
	{ taskNo: 10, doneCount: 2, finishedOn: '2023-12-15', note: 'Gửi đúng hạn.' }
];
