/**
 * What was done outside the stories: broadcasts, meetings, postings, leaflets. Gaps and late entries are on purpose, so
 * that coverage, reminders and reports of the trial have something to say: July is thin, the inspection of the third
 * quarter and its hotline notice are missing, the quality-system task was never begun, several things came late.
 * What only repeats a story on another channel adds 0 to the measure, so nothing is counted twice.
 * Short portal news of task 3 is counted by month; the longer stories count through their own publication.
 */
import type { ChannelKey, ContentAreaKey, Evidence, Moment } from '#sample-ward/types.ts';

type Extra = { progress?: number; count?: Evidence['count']; note?: string };

/** Builds one kind of evidence: the task, the way it was told and who noted it stay the same over its lines. */
function kind(taskNo: number, channel: ChannelKey, notedByKey: string) {
	return (
		occurredAt: Moment,
		contentAreas: ContentAreaKey[],
		title: string,
		{ progress = 1, count, note = '' }: Extra = {}
	): Evidence => ({
		taskNo,
		channel,
		contentAreas,
		title,
		occurredAt,
		progress,
		...(count && { count }),
		notedByKey,
		note
	});
}

const people = (value: number) => ({ value, unit: 'người dự' });

const launch = kind(1, 'meeting', 'van-phong');
const broadcast = kind(2, 'radio', 'truyen-thanh');
const eveningBroadcast = kind(2, 'radio', 'van-hoa');
const shortNews = kind(3, 'portal', 'van-hoa');
const zalo = kind(4, 'zalo', 'van-hoa');
const facebook = kind(5, 'facebook', 'van-hoa');
const documents = kind(6, 'portal', 'van-hoa');
const posting = kind(7, 'notice_board', 'mot-cua');
const inspection = kind(8, 'other', 'van-phong');
const publicityList = kind(9, 'notice_board', 'van-phong');
const hotlineOnAir = kind(10, 'radio', 'truyen-thanh');
const hotlineOnBoard = kind(10, 'notice_board', 'van-phong');
const answersOnline = kind(11, 'portal', 'van-phong');
const answersOnAir = kind(11, 'radio', 'truyen-thanh');
const surveyResult = kind(12, 'notice_board', 'mot-cua');
const figures = kind(13, 'notice_board', 'mot-cua');
const indexTalk = kind(14, 'radio', 'truyen-thanh');
const legalMeeting = kind(15, 'meeting', 'tu-phap');
const neighbourhood = kind(16, 'meeting', 'mat-tran');
const training = kind(17, 'meeting', 'van-hoa');
const fieldHelp = kind(18, 'other', 'mot-cua');
const slogans = kind(19, 'slogan', 'van-hoa');
const leaflets = kind(20, 'leaflet', 'mot-cua');
const digitalTalk = kind(21, 'radio', 'truyen-thanh');
const initiatives = kind(23, 'meeting', 'van-phong');
const appraisal = kind(26, 'other', 'ke-toan');
const report = kind(28, 'other', 'van-phong');

export const evidence: Evidence[] = [
	launch(
		'2026-01-30T08:00:00+07:00',
		['policy'],
		'Hội nghị triển khai Kế hoạch tuyên truyền cải cách hành chính',
		{
			count: people(46),
			note: 'Có đại diện năm tổ dân phố; tài liệu phát tại chỗ.'
		}
	),

	broadcast(
		'2026-01-28T17:05:00+07:00',
		['policy'],
		'Giới thiệu kế hoạch năm 2026 và tám nội dung tuyên truyền'
	),
	broadcast('2026-02-11T17:05:00+07:00', ['one_stop'], 'Nhắc lịch tiếp nhận hồ sơ dịp Tết Bính Ngọ'),
	broadcast('2026-02-25T17:05:00+07:00', ['policy', 'reform_tasks'], 'Đích đến của giai đoạn 2026 - 2030'),
	broadcast('2026-03-11T17:05:00+07:00', ['digital'], 'Bản sao chứng thực điện tử dùng vào việc gì?'),
	eveningBroadcast('2026-03-25T17:05:00+07:00', ['one_stop'], 'Nộp hồ sơ không phụ thuộc địa giới'),
	broadcast('2026-04-08T17:05:00+07:00', ['reform_tasks'], 'Hỏi đáp: sáu lĩnh vực cải cách là gì?'),
	broadcast('2026-04-22T17:05:00+07:00', ['one_stop'], 'Đọc giấy hẹn thế nào cho đúng?'),
	broadcast('2026-05-13T17:05:00+07:00', ['digital'], 'Nhận diện cuộc gọi giả danh cán bộ phường'),
	eveningBroadcast('2026-05-27T17:05:00+07:00', ['one_stop'], 'Hồ sơ thiếu chỉ được yêu cầu bổ sung một lần'),
	broadcast('2026-06-10T17:05:00+07:00', ['reform_tasks'], 'Khắc phục bảng niêm yết ở hai nhà văn hóa'),
	broadcast('2026-06-24T17:05:00+07:00', ['digital'], 'Số hóa hồ sơ và quyền của người nộp'),
	broadcast('2026-07-08T17:05:00+07:00', ['digital', 'policy'], 'Toàn trình là mặc định: điểm mới từ 01/7', {
		note: 'Kỳ ngày 22/7 không phát được do sét đánh hỏng hai cụm loa, đã sửa ngày 03/8.'
	}),
	broadcast('2026-08-12T17:05:00+07:00', ['digital'], 'Quyền lợi của công dân số từ 15/8'),
	eveningBroadcast(
		'2026-08-26T17:05:00+07:00',
		['one_stop'],
		'Hỏi đáp: nhờ người khác nộp hồ sơ được không?',
		{ note: 'Đã đọc chậm phần hỏi đáp theo góp ý của người dân.' }
	),
	broadcast('2026-09-09T17:05:00+07:00', ['digital'], 'Đăng nhập bằng VNeID: những lỗi hay gặp'),
	broadcast('2026-09-23T17:05:00+07:00', ['reform_tasks'], 'Chín tháng cải cách hành chính của phường'),
	broadcast('2026-10-14T17:05:00+07:00', ['digital', 'policy'], 'Mời dự Ngày Công dân số Việt Nam'),
	eveningBroadcast('2026-10-28T17:05:00+07:00', ['digital'], 'Tổ công nghệ số cộng đồng là ai?'),
	broadcast('2026-11-11T17:05:00+07:00', ['one_stop'], 'Chuẩn bị cho những thủ tục thay đổi từ năm 2027'),

	shortNews(
		'2026-01-30T15:30:00+07:00',
		['policy'],
		'Tin ngắn tháng 1: hội nghị triển khai, danh sách đầu mối',
		{ progress: 2 }
	),
	shortNews(
		'2026-02-27T15:30:00+07:00',
		['one_stop', 'indices'],
		'Tin ngắn tháng 2: ngày làm việc đầu năm, số liệu hồ sơ',
		{ progress: 3 }
	),
	shortNews(
		'2026-03-31T15:30:00+07:00',
		['digital', 'models'],
		'Tin ngắn tháng 3: buổi hướng dẫn đầu tiên, ra quân của đoàn viên',
		{ progress: 3 }
	),
	shortNews(
		'2026-04-29T15:30:00+07:00',
		['digital'],
		'Tin ngắn tháng 4: lớp tập huấn Tổ công nghệ số cộng đồng',
		{ progress: 2 }
	),
	shortNews(
		'2026-05-29T15:30:00+07:00',
		['indices', 'models'],
		'Tin ngắn tháng 5: phát phiếu khảo sát, phát động sáng kiến',
		{ progress: 3 }
	),
	shortNews(
		'2026-06-30T15:30:00+07:00',
		['rights'],
		'Tin ngắn tháng 6: hội nghị hỏi đáp hộ tịch, chứng thực',
		{ progress: 2 }
	),
	shortNews('2026-07-31T15:30:00+07:00', ['digital'], 'Tin ngắn tháng 7: thêm bàn hướng dẫn đăng nhập VNeID'),
	shortNews(
		'2026-08-28T15:30:00+07:00',
		['one_stop'],
		'Tin ngắn tháng 8: buổi hướng dẫn ở Đông Hạ, kết quả tháng 7',
		{ progress: 2 }
	),
	shortNews(
		'2026-09-30T15:30:00+07:00',
		['models'],
		'Tin ngắn tháng 9: công nhận sáng kiến, sửa máy lấy số',
		{ progress: 2 }
	),
	shortNews(
		'2026-10-30T15:30:00+07:00',
		['rights', 'digital'],
		'Tin ngắn tháng 10: Ngày Công dân số, hội nghị pháp luật',
		{ progress: 3 }
	),
	shortNews('2026-11-13T15:30:00+07:00', ['indices'], 'Tin ngắn tháng 11: mời tham gia khảo sát cuối năm'),

	zalo('2026-01-26T09:00:00+07:00', ['one_stop'], 'Bảng tra tên gọi mới của các cơ quan'),
	zalo('2026-02-09T09:00:00+07:00', ['one_stop'], 'Lịch làm việc dịp Tết'),
	zalo('2026-03-16T09:00:00+07:00', ['digital'], 'Ba bước lấy bản sao chứng thực điện tử'),
	zalo('2026-04-17T09:00:00+07:00', ['one_stop'], 'Nộp hồ sơ ở phường gần nhất'),
	zalo('2026-05-08T09:00:00+07:00', ['digital'], 'Năm dấu hiệu cuộc gọi lừa đảo'),
	zalo('2026-07-16T09:00:00+07:00', ['digital'], 'Đăng nhập Cổng Dịch vụ công quốc gia bằng VNeID'),
	zalo('2026-08-14T09:00:00+07:00', ['digital'], 'Tự kiểm tra năm loại giấy tờ trong VNeID'),
	zalo('2026-10-22T09:00:00+07:00', ['digital'], 'Hình ảnh bốn bàn hướng dẫn ngày 15/10', {
		note: 'Đăng sau ngày 20 do chờ xin phép sử dụng hình ảnh.'
	}),
	zalo('2026-11-18T09:00:00+07:00', ['one_stop'], 'Lịch nghỉ Ngày Văn hóa Việt Nam 24/11'),

	facebook('2026-03-19T10:00:00+07:00', ['models', 'digital'], 'Tối thứ Năm ở nhà văn hóa An Thành'),
	facebook('2026-05-21T10:00:00+07:00', ['digital'], 'Đoàn viên hướng dẫn người cao tuổi dùng VNeID'),
	facebook(
		'2026-08-21T10:00:00+07:00',
		['digital'],
		'Hộ kinh doanh đầu tiên nộp hồ sơ tại nhà văn hóa Đông Hạ'
	),
	facebook(
		'2026-10-16T10:00:00+07:00',
		['models', 'digital'],
		'Các cháu học sinh làm “thầy giáo” của ông bà'
	),

	documents(
		'2026-02-27T15:00:00+07:00',
		['policy'],
		'Đăng Quyết định số 282/QĐ-TTg và kế hoạch năm của thành phố'
	),
	documents('2026-05-29T15:00:00+07:00', ['policy'], 'Rà soát chuyên mục văn bản tháng 5'),
	documents('2026-07-06T15:00:00+07:00', ['policy'], 'Đăng Nghị định số 224/2026/NĐ-CP kèm bản tóm tắt'),

	posting(
		'2026-03-17T14:00:00+07:00',
		['one_stop'],
		'Cập nhật bảng niêm yết quý I tại Trung tâm và năm nhà văn hóa',
		{
			count: { value: 6, unit: 'bảng' }
		}
	),
	posting('2026-06-09T14:00:00+07:00', ['one_stop'], 'Rà lại toàn bộ bảng niêm yết sau kiểm tra', {
		count: { value: 6, unit: 'bảng' },
		note: 'Gỡ ba tờ hết hiệu lực; ghi tên người phụ trách từng bảng.'
	}),
	posting('2026-09-25T14:00:00+07:00', ['one_stop'], 'Cập nhật bảng niêm yết quý III', {
		count: { value: 6, unit: 'bảng' },
		note: 'Chậm năm ngày do chờ in lại mã QR.'
	}),

	inspection('2026-03-09T08:30:00+07:00', ['one_stop'], 'Biên bản kiểm tra niêm yết quý I'),
	inspection('2026-06-03T08:30:00+07:00', ['one_stop', 'reform_tasks'], 'Biên bản kiểm tra niêm yết quý II', {
		note: 'Đông Hạ còn hai tờ, Phúc Khánh còn một tờ hết hiệu lực; hạn khắc phục ngày 10/6.'
	}),

	publicityList('2026-03-31T16:00:00+07:00', ['rights', 'one_stop'], 'Danh mục nội dung đã công khai quý I', {
		note: '17 nội dung.'
	}),
	publicityList(
		'2026-06-30T16:00:00+07:00',
		['rights', 'one_stop'],
		'Danh mục nội dung đã công khai quý II',
		{
			note: '21 nội dung.'
		}
	),
	publicityList(
		'2026-10-06T16:00:00+07:00',
		['rights', 'one_stop'],
		'Danh mục nội dung đã công khai quý III',
		{
			note: 'Niêm yết chậm bốn ngày làm việc.'
		}
	),

	hotlineOnAir('2026-03-26T17:10:00+07:00', ['hotline'], 'Thông báo nơi tiếp nhận phản ánh, kiến nghị', {
		progress: 0,
		note: 'Đọc địa chỉ hai lần; số điện thoại xem sổ đăng ký đường dây nóng tại quầy.'
	}),
	hotlineOnBoard('2026-06-25T09:00:00+07:00', ['hotline'], 'Dán thông báo đường dây nóng tại sáu bảng tin', {
		count: { value: 6, unit: 'bảng' }
	}),

	// What was answered on the portal lands by itself (feedback.ts); these were put together by hand.
	answersOnAir('2026-05-25T17:10:00+07:00', ['hotline'], 'Đọc câu trả lời phản ánh tháng 5'),
	answersOnline('2026-06-25T10:00:00+07:00', ['hotline'], 'Trả lời phản ánh tháng 6'),
	answersOnAir('2026-09-11T17:10:00+07:00', ['hotline', 'rights'], 'Đọc câu trả lời phản ánh tháng 8', {
		progress: 0
	}),
	answersOnline('2026-10-23T10:00:00+07:00', ['hotline'], 'Trả lời phản ánh tháng 10'),

	surveyResult(
		'2026-06-04T09:00:00+07:00',
		['indices'],
		'Niêm yết kết quả khảo sát hài lòng 6 tháng đầu năm',
		{
			progress: 0,
			note: '186 phiếu; đại diện Mặt trận Tổ quốc tham gia kiểm phiếu.'
		}
	),

	figures('2026-03-17T16:00:00+07:00', ['one_stop', 'indices'], 'Số liệu giải quyết hồ sơ tháng 2/2026'),
	figures('2026-04-17T16:00:00+07:00', ['one_stop', 'indices'], 'Số liệu giải quyết hồ sơ tháng 3/2026'),
	figures('2026-05-18T16:00:00+07:00', ['one_stop', 'indices'], 'Số liệu giải quyết hồ sơ tháng 4/2026'),
	figures('2026-06-17T16:00:00+07:00', ['one_stop', 'indices'], 'Số liệu giải quyết hồ sơ tháng 5/2026'),
	figures(
		'2026-08-21T16:00:00+07:00',
		['one_stop', 'indices'],
		'Số liệu giải quyết hồ sơ tháng 6 và 7/2026',
		{
			progress: 2,
			note: 'Đăng gộp, chậm so với ngày 18.'
		}
	),
	figures('2026-10-16T16:00:00+07:00', ['one_stop', 'indices'], 'Số liệu giải quyết hồ sơ tháng 9/2026'),

	indexTalk('2026-04-16T17:10:00+07:00', ['indices'], 'Trò chuyện: người dân chấm điểm phường thế nào?'),

	legalMeeting('2026-03-20T14:00:00+07:00', ['rights'], 'Hội nghị phổ biến Luật Thực hiện dân chủ ở cơ sở', {
		count: people(62)
	}),
	legalMeeting('2026-06-18T14:00:00+07:00', ['rights', 'policy'], 'Hội nghị hỏi đáp hộ tịch, chứng thực', {
		count: people(58)
	}),
	legalMeeting('2026-10-08T14:00:00+07:00', ['rights'], 'Hội nghị phân biệt phản ánh, khiếu nại, tố cáo', {
		count: people(71),
		note: 'Hội nghị quý III, lùi sang tháng 10 do trùng lịch.'
	}),

	neighbourhood('2026-03-07T19:30:00+07:00', ['policy'], 'Họp Tổ dân phố An Thành', { count: people(84) }),
	neighbourhood('2026-03-13T19:30:00+07:00', ['policy'], 'Họp Tổ dân phố Bình Giang', { count: people(67) }),
	neighbourhood('2026-03-14T19:30:00+07:00', ['policy', 'digital'], 'Họp Tổ dân phố Đông Hạ', {
		count: people(59)
	}),
	neighbourhood('2026-03-20T19:30:00+07:00', ['digital'], 'Họp Tổ dân phố Tân Lập', { count: people(91) }),
	neighbourhood('2026-03-21T19:30:00+07:00', ['policy'], 'Họp Tổ dân phố Phúc Khánh', { count: people(52) }),
	neighbourhood('2026-06-12T19:30:00+07:00', ['digital', 'rights'], 'Họp Tổ dân phố An Thành', {
		count: people(79)
	}),
	neighbourhood('2026-06-19T19:30:00+07:00', ['rights'], 'Họp Tổ dân phố Tân Lập', { count: people(73) }),
	neighbourhood('2026-06-26T19:30:00+07:00', ['digital'], 'Họp Tổ dân phố Đông Hạ', { count: people(61) }),
	neighbourhood('2026-08-22T19:30:00+07:00', ['digital', 'policy'], 'Họp Tổ dân phố Phúc Khánh', {
		count: people(48)
	}),
	neighbourhood('2026-09-18T19:30:00+07:00', ['digital'], 'Họp Tổ dân phố An Thành', { count: people(76) }),
	neighbourhood('2026-11-13T19:30:00+07:00', ['rights'], 'Họp Tổ dân phố Bình Giang', { count: people(64) }),

	training('2026-04-21T08:00:00+07:00', ['digital'], 'Tập huấn Tổ công nghệ số cộng đồng lần 1', {
		count: people(32)
	}),
	training('2026-10-16T08:00:00+07:00', ['digital'], 'Tập huấn Tổ công nghệ số cộng đồng lần 2', {
		count: people(30),
		note: 'Lùi một ngày để cả tổ phục vụ Ngày Công dân số.'
	}),

	fieldHelp('2026-03-14T08:00:00+07:00', ['digital', 'one_stop'], 'Hướng dẫn lưu động tại An Thành', {
		count: people(38)
	}),
	fieldHelp('2026-04-11T08:00:00+07:00', ['digital'], 'Hướng dẫn lưu động tại Bình Giang', {
		count: people(29)
	}),
	fieldHelp('2026-05-16T08:00:00+07:00', ['digital'], 'Hướng dẫn lưu động tại Tân Lập', {
		count: people(44)
	}),
	fieldHelp('2026-06-13T08:00:00+07:00', ['digital', 'one_stop'], 'Hướng dẫn lưu động tại Phúc Khánh', {
		count: people(26)
	}),
	fieldHelp('2026-08-08T08:00:00+07:00', ['digital'], 'Hướng dẫn lưu động tại Đông Hạ', {
		count: people(35)
	}),
	fieldHelp('2026-09-12T08:00:00+07:00', ['digital'], 'Hướng dẫn lưu động tại Bình Giang', {
		count: people(31)
	}),
	fieldHelp(
		'2026-10-15T07:30:00+07:00',
		['digital', 'one_stop'],
		'Bốn bàn hướng dẫn Ngày Công dân số Việt Nam',
		{
			count: people(143)
		}
	),

	slogans('2026-03-12T08:00:00+07:00', ['digital', 'one_stop'], 'Treo khẩu hiệu đợt 1', {
		progress: 8,
		count: { value: 8, unit: 'khẩu hiệu' },
		note: 'Trụ sở hai, trục đường chính ba, nhà văn hóa ba.'
	}),
	slogans('2026-11-10T08:00:00+07:00', ['digital'], 'Treo khẩu hiệu đợt 2', {
		progress: 5,
		count: { value: 5, unit: 'khẩu hiệu' },
		note: 'Chậm so với kế hoạch, còn thiếu ba khẩu hiệu tại nhà văn hóa.'
	}),

	leaflets('2026-06-12T08:00:00+07:00', ['digital'], 'Phát tờ gấp đợt 1 tại quầy và hai tổ dân phố', {
		progress: 600,
		count: { value: 600, unit: 'tờ' }
	}),
	leaflets('2026-07-18T08:00:00+07:00', ['digital'], 'Phát tờ gấp đợt 2, bổ sung bước đăng nhập VNeID', {
		progress: 500,
		count: { value: 500, unit: 'tờ' }
	}),

	digitalTalk('2026-03-13T17:10:00+07:00', ['digital'], 'Chuyên đề chứng thực bản sao điện tử', {
		progress: 0
	}),
	digitalTalk('2026-08-28T17:10:00+07:00', ['digital'], 'Chuyên đề thanh toán trực tuyến an toàn'),

	initiatives('2026-05-15T08:00:00+07:00', ['models'], 'Phát động sáng kiến cải cách hành chính', {
		progress: 0,
		count: people(38)
	}),
	initiatives('2026-09-28T14:00:00+07:00', ['models'], 'Họp xét chọn sáng kiến', {
		count: people(9),
		note: 'Công nhận một sáng kiến về bảng niêm yết xếp theo việc đời thường; một sáng kiến cần bổ sung.'
	}),

	appraisal(
		'2026-02-12T15:00:00+07:00',
		['reform_tasks'],
		'Biên bản thẩm định dự toán kinh phí tuyên truyền'
	),

	report('2026-03-13T16:00:00+07:00', ['reform_tasks'], 'Báo cáo quý I'),
	report('2026-06-15T15:30:00+07:00', ['reform_tasks'], 'Báo cáo 6 tháng'),
	report('2026-09-18T16:30:00+07:00', ['reform_tasks'], 'Báo cáo quý III', {
		note: 'Gửi chậm ba ngày do chờ số liệu của hai tổ dân phố.'
	})
];
