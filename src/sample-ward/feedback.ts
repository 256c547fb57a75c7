/** Messages of residents over the year, written for the trial ward; nobody in them exists. */
import type { Intake } from '#feedback/given.server.ts';
import type { Moment } from './types.ts';

/** How the office took it up and how far it came. */
type Handled = {
	class: string;
	title: string;
	/** `published` is answered and made public. */
	until:
		| 'received'
		| 'classifying'
		| 'assigned'
		| 'waiting'
		| 'drafted'
		| 'approved'
		| 'answered'
		| 'published'
		| 'forwarded'
		| 'refused'
		| 'guided'
		| 'quarantined'
		| 'reopened'
		| 'merged'
		| 'withdrawn'
		| 'split';
	/** Days from receipt to the answer. */
	days?: number;
	answer?: string;
	score?: number;
	/** What the sender said to have it looked at again, and the second answer, when there is one. */
	reopened?: { reason: string; days?: number; answer?: string };
	/** Title of the case it tells of once more. */
	sameAs?: string;
	/** Whose matter it is, and how they are reached; for `forwarded`. */
	forwardTo?: { to: string; reach: string };
};

export type SampleCase = Handled & {
	at: Moment;
	source: Intake['source'];
	category: Intake['category'];
	text: string;
	name?: string;
	/** Which of the parts each sentence belongs to; for `split`. */
	belongs?: (number | 'all')[];
	parts?: Handled[];
};
export type SamplePart = Handled;

/** Sent to the ward next door by somebody who was told that it is theirs. */
export const atNeighbours: Pick<SampleCase, 'at' | 'source' | 'category' | 'text' | 'name'>[] = [
	{
		at: '2026-09-29T18:30:00+07:00',
		source: 'web',
		category: 'roads',
		name: 'Đoàn Văn Ổi',
		text: 'Biển báo ở đầu cầu phía Láng Giềng đổ nằm bên lề từ tuần trước. Tôi đã báo bên Cổ Thành và được chuyển sang đây.'
	}
];

export const cases: SampleCase[] = [
	{
		at: '2026-01-12T08:20:00+07:00',
		source: 'web',
		category: 'roads',
		class: 'local_issue',
		name: 'Ngô Thị Lựu',
		title: 'Đèn đường ngõ cạnh trường mầm non tắt nhiều tối',
		text: 'Ba bóng đèn trong ngõ cạnh trường mầm non tắt từ tuần trước. Tối đón cháu về rất khó đi, xin phường cho sửa. Tôi là Ngô Thị Lựu, cần thì gọi 0912 000 145.',
		until: 'published',
		days: 3,
		score: 5,
		answer:
			'Ngày 14/01, tổ quản lý điện chiếu sáng đã thay cả ba bóng và kiểm tra toàn tuyến ngõ. Nếu đèn lại tắt, ông/bà báo đường dây nóng của phường, thợ đến trong vòng một ngày làm việc.'
	},
	{
		at: '2026-01-27T14:05:00+07:00',
		source: 'counter',
		category: 'question',
		class: 'question',
		name: 'Đỗ Văn Cừ',
		title: 'Làm khai sinh cho cháu ở xa có phải về tận phường không',
		text: 'Con tôi đi làm xa, mới sinh cháu. Xin hỏi đăng ký khai sinh có làm qua mạng được không hay phải về tận nơi?',
		until: 'published',
		days: 1,
		score: 5,
		answer:
			'Gia đình nộp được qua Cổng dịch vụ công quốc gia, không cần về phường để nộp. Khi nhận bản chính, gia đình chọn nhận tại phường hoặc qua bưu chính.'
	},
	{
		at: '2026-02-09T09:40:00+07:00',
		source: 'phone',
		category: 'environment',
		class: 'local_issue',
		name: 'Vũ Thị Mây',
		title: 'Rác dồn ở đầu chợ những ngày giáp Tết',
		text: 'Mấy hôm nay rác ở cổng chợ chất cao, có mùi. Đề nghị phường cho thu gom thêm chuyến trong dịp Tết.',
		until: 'published',
		days: 2,
		answer:
			'Phường đã làm việc với đơn vị vệ sinh: từ ngày 10/02 đến hết mùng 6 Tết mỗi ngày gom hai chuyến, lúc 5 giờ và 19 giờ. Ban quản lý chợ đặt thêm bốn thùng rác ở cổng.'
	},
	{
		at: '2026-02-09T18:10:00+07:00',
		source: 'web',
		category: 'environment',
		class: 'local_issue',
		name: 'Cao Thị Me',
		title: 'Rác ở cổng chợ nhiều ngày chưa gom',
		until: 'merged',
		sameAs: 'Rác dồn ở đầu chợ những ngày giáp Tết',
		text: 'Cổng chợ mấy hôm nay rác chất thành đống, đi qua phải bịt mũi. Nhờ phường cho xe gom rác chạy thêm chuyến trước Tết.'
	},
	{
		at: '2026-03-03T10:15:00+07:00',
		source: 'web',
		category: 'procedure',
		class: 'procedure',
		name: 'Lê Thị Thoa',
		title: 'Xác nhận tình trạng hôn nhân bị yêu cầu thêm giấy',
		text: 'Tôi đi xin xác nhận tình trạng hôn nhân, được hướng dẫn phải nộp thêm bản sao hộ khẩu. Hộ khẩu giấy không còn, vậy tôi phải nộp gì?',
		until: 'published',
		days: 4,
		score: 4,
		answer:
			'Ông/bà không phải nộp giấy về cư trú: cán bộ tra cứu trong cơ sở dữ liệu dân cư. Phường đã rà lại hướng dẫn tại quầy, bỏ dòng yêu cầu cũ và xin lỗi vì đã làm ông/bà mất thời gian.'
	},
	{
		at: '2026-03-19T15:50:00+07:00',
		source: 'web',
		category: 'conduct',
		class: 'conduct',
		name: 'Phạm Văn Ứng',
		title: 'Góp ý về cách trả lời tại quầy',
		text: 'Hôm qua tôi hỏi thủ tục thì được trả lời cộc, bảo tự về xem trên mạng. Mong phường nhắc nhở để người lớn tuổi đỡ ngại.',
		until: 'answered',
		days: 6,
		score: 4,
		answer:
			'Phường đã nghe lại sự việc, nhắc nhở trong giao ban và bố trí đoàn viên hướng dẫn người cao tuổi vào các buổi sáng. Cảm ơn ông/bà đã góp ý thẳng thắn.'
	},
	{
		at: '2026-04-07T08:30:00+07:00',
		source: 'zalo',
		category: 'proposal',
		class: 'proposal',
		name: 'Hoàng Thị Nhài',
		title: 'Đề nghị phát lịch làm việc thứ Bảy trên loa',
		text: 'Nhiều người đi làm không biết bộ phận một cửa có làm sáng thứ Bảy. Nên phát trên loa vào chiều thứ Sáu.',
		until: 'published',
		days: 5,
		score: 5,
		answer:
			'Đề nghị rất thiết thực. Từ tháng 4, Đài truyền thanh phường phát lịch làm việc sáng thứ Bảy trong buổi chiều thứ Sáu hằng tuần.'
	},
	{
		at: '2026-04-16T07:45:00+07:00',
		source: 'web',
		category: 'other',
		class: 'local_issue',
		name: 'Tống Văn Khoai',
		title: 'Hai việc ở khu nhà trọ',
		until: 'split',
		belongs: [1, 2, 'all'],
		parts: [
			{
				class: 'local_issue',
				title: 'Đèn lối vào khu nhà trọ cháy bóng',
				until: 'published',
				days: 4,
				answer:
					'Tổ điện chiếu sáng đã thay ba bóng và lắp thêm một đèn ở khúc cua. Khu nhà trọ cử chị tổ trưởng báo ngay khi có bóng hỏng.'
			},
			{
				class: 'procedure',
				title: 'Đăng ký tạm trú quá hẹn',
				until: 'answered',
				days: 3,
				score: 4,
				answer:
					'Hồ sơ thiếu chữ ký của chủ nhà trọ nên công an phường chưa xác nhận được. Cán bộ đã đến tận nơi lấy chữ ký; kết quả gửi cả phòng trong tuần.'
			}
		],
		text: 'Đèn ở lối vào khu nhà trọ công nhân cháy ba bóng, đi ca đêm về tối om. Việc thứ hai, tôi làm đăng ký tạm trú cho cả phòng mà hẹn mười ngày chưa có kết quả. Mong phường xem giúp cả hai.'
	},
	{
		at: '2026-04-22T11:00:00+07:00',
		source: 'web',
		category: 'other',
		class: 'denunciation',
		name: 'Người gửi mẫu',
		title: 'Việc có trình tự riêng',
		text: 'Tôi muốn tố cáo một việc thu tiền sai quy định. Đề nghị giữ kín tên tôi.',
		until: 'guided'
	},
	{
		at: '2026-05-11T13:30:00+07:00',
		source: 'loudspeaker',
		category: 'order',
		class: 'local_issue',
		name: 'Bùi Văn Khế',
		title: 'Loa kéo hát quá giờ ở ngõ sau nhà văn hóa',
		text: 'Tối nào cũng có loa kéo mở to đến gần 11 giờ đêm ở ngõ sau nhà văn hóa, trẻ con không ngủ được.',
		until: 'published',
		days: 14,
		answer:
			'Công an phường và tổ dân phố đã nhắc nhở các hộ, lập cam kết không dùng loa sau 22 giờ. Ai còn gặp tiếng ồn sau giờ này, xin gọi đường dây nóng ngay lúc đó để tổ trực đến.'
	},
	{
		at: '2026-06-02T09:10:00+07:00',
		source: 'letter',
		category: 'regulation',
		class: 'regulation',
		name: 'Trịnh Thị Cúc',
		title: 'Mức hỗ trợ hỏa táng chưa hợp lý',
		text: 'Mức hỗ trợ hỏa táng nhiều năm chưa thay đổi, trong khi giá dịch vụ đã tăng. Kính đề nghị xem xét nâng mức.',
		until: 'forwarded'
	},
	{
		at: '2026-06-15T10:20:00+07:00',
		source: 'zalo',
		category: 'order',
		class: 'local_issue',
		name: 'Lã Thị Bưởi',
		title: 'Chợ cóc họp lấn ra lòng đường',
		until: 'withdrawn',
		text: 'Chợ cóc họp sát mép đường trước cổng trường, xe máy phải lách. Xin phường dẹp giúp giờ tan học.'
	},
	{
		at: '2026-06-24T16:20:00+07:00',
		source: 'web',
		category: 'roads',
		class: 'local_issue',
		title: 'Nắp cống gãy ở ngã ba',
		until: 'refused',
		text: 'Nắp cống ở ngã ba bị gãy, công ty thoát nước đã cắm biển nhưng chưa thấy thay.'
	},
	{
		at: '2026-07-08T08:55:00+07:00',
		source: 'meeting',
		category: 'praise',
		class: 'praise',
		name: 'Đào Thị Sim',
		title: 'Cảm ơn tổ công nghệ số cộng đồng',
		until: 'published',
		days: 2,
		score: 5,
		text: 'Các cháu trong tổ công nghệ số đến tận nhà hướng dẫn bà con cài tài khoản định danh, rất kiên nhẫn. Xin cảm ơn.',
		answer:
			'Phường đã chuyển lời cảm ơn đến tổ công nghệ số cộng đồng và biểu dương trong giao ban tháng. Tổ vẫn nhận hướng dẫn tại nhà cho người cao tuổi, đăng ký qua tổ trưởng dân phố.'
	},
	{
		at: '2026-08-13T10:45:00+07:00',
		source: 'web',
		category: 'procedure',
		class: 'procedure',
		name: 'Mai Văn Lịch',
		title: 'Hồ sơ hộ kinh doanh chậm hẹn',
		until: 'answered',
		days: 20,
		score: 2,
		text: 'Hồ sơ đăng ký hộ kinh doanh của tôi hẹn trả ngày 10 mà đến nay chưa có, hỏi thì được hẹn lại hai lần.',
		answer:
			'Hồ sơ chậm do phần mềm gián đoạn khi chuyển dữ liệu. Kết quả đã có tại quầy; phường xin lỗi ông/bà và đã gửi thư xin lỗi kèm giấy hẹn theo quy định.'
	},
	{
		at: '2026-08-20T08:05:00+07:00',
		source: 'counter',
		category: 'procedure',
		class: 'procedure',
		name: 'Giang Văn Cốm',
		title: 'Bảng lệ phí ở quầy còn số cũ',
		until: 'reopened',
		days: 2,
		answer: 'Quầy đã thay bảng lệ phí mới ngay trong ngày. Xin lỗi ông/bà vì sự bất tiện.',
		score: 3,
		reopened: {
			reason: 'Bảng ở quầy đã thay nhưng tờ trên bảng tin tổ dân phố vẫn là mức cũ.',
			days: 3,
			answer:
				'Phường đã rà cả sáu bảng tin, thay tờ lệ phí ở hai nơi còn sót và ghi ngày thay ở góc tờ. Cảm ơn ông/bà đã chỉ thêm.'
		},
		text: 'Bảng lệ phí dán ở quầy vẫn là mức cũ, tôi mang đúng tiền theo bảng thì bị nói thiếu. Đề nghị sửa bảng cho dân biết.'
	},
	{
		at: '2026-09-15T09:00:00+07:00',
		source: 'email',
		category: 'question',
		class: 'question',
		name: 'Tạ Thị Na',
		title: 'Người cao tuổi nhận trợ cấp qua tài khoản thế nào',
		until: 'published',
		days: 3,
		score: 5,
		text: 'Mẹ tôi 82 tuổi, không đi lại được, muốn nhận trợ cấp qua tài khoản của tôi thì cần làm gì?',
		answer:
			'Gia đình làm giấy ủy quyền tại phường; nếu bà không đi lại được, cán bộ đến nhà lấy chữ ký theo lịch hẹn. Sau khi có ủy quyền, trợ cấp được chuyển vào tài khoản từ kỳ kế tiếp.'
	},
	{
		at: '2026-09-24T16:00:00+07:00',
		source: 'phone',
		category: 'roads',
		class: 'local_issue',
		name: 'Đoàn Văn Ổi',
		title: 'Biển báo đầu cầu đổ',
		until: 'forwarded',
		forwardTo: {
			to: 'Ủy ban nhân dân phường Láng Giềng',
			reach: 'trang phản ánh của phường Láng Giềng hoặc Văn phòng phường ấy'
		},
		text: 'Biển báo ở đầu cầu phía bên Láng Giềng bị xe tông đổ, tối đi không thấy.'
	},
	{
		at: '2026-10-05T14:40:00+07:00',
		source: 'web',
		category: 'environment',
		class: 'local_issue',
		name: 'Lương Văn Đa',
		title: 'Nước thải chảy ra mương',
		until: 'reopened',
		days: 6,
		reopened: { reason: 'Mùi vẫn còn, bể lắng chưa được nạo vét như đã hứa.' },
		text: 'Nước thải từ xưởng làm bún chảy ra mương sau nhà, mùi chua cả ngày. Mong phường kiểm tra.',
		answer:
			'Đoàn kiểm tra đã làm việc với cơ sở và yêu cầu nạo vét bể lắng trong bảy ngày. Phường sẽ kiểm tra lại.'
	},
	{
		at: '2026-10-06T20:15:00+07:00',
		source: 'web',
		category: 'environment',
		class: 'local_issue',
		name: 'Nông Thị Lạc',
		title: 'Mùi chua từ mương sau xưởng bún',
		until: 'merged',
		sameAs: 'Nước thải chảy ra mương',
		text: 'Mương sau xưởng làm bún mùi chua nồng cả ngày lẫn đêm, nước thải chảy thẳng ra. Mong phường kiểm tra xưởng.'
	},
	{
		at: '2026-11-03T08:15:00+07:00',
		source: 'web',
		category: 'other',
		class: 'spam',
		title: 'Tin quảng cáo',
		until: 'quarantined',
		text: 'Vay tiền nhanh trong ngày, lãi suất thấp, bấm vào đường dẫn bên dưới để nhận quà.'
	},
	{
		at: '2026-11-10T10:00:00+07:00',
		source: 'phone',
		category: 'roads',
		class: 'local_issue',
		name: 'Quách Thị Bòng',
		title: 'Cây phượng nghiêng trước cổng trường',
		until: 'waiting',
		text: 'Cây phượng trước cổng trường nghiêng ra đường, sợ đổ khi có gió to.'
	},
	{
		at: '2026-11-12T15:30:00+07:00',
		source: 'web',
		category: 'question',
		class: 'question',
		name: 'Kiều Văn Sấu',
		title: 'Chứng thực bản sao có cần đặt lịch',
		until: 'drafted',
		days: 3,
		text: 'Tôi cần chứng thực mười bản sao bằng tốt nghiệp, có phải đặt lịch trước không?',
		answer: 'Ông/bà không cần đặt lịch, mang bản chính đến quầy trong giờ làm việc và nhận ngay trong buổi.'
	},
	{
		at: '2026-11-16T09:25:00+07:00',
		source: 'counter',
		category: 'procedure',
		class: 'procedure',
		name: 'Hà Thị Vải',
		title: 'Bảng niêm yết đặt quá cao',
		until: 'assigned',
		text: 'Bảng niêm yết thủ tục treo cao quá, người thấp và người đi xe lăn không đọc được.'
	},
	{
		at: '2026-11-18T19:10:00+07:00',
		source: 'web',
		category: 'order',
		class: 'local_issue',
		name: 'Lục Văn Mơ',
		title: 'Xe tải đỗ kín lòng đường',
		until: 'classifying',
		text: 'Buổi tối xe tải đỗ kín một bên đường gom, xe cứu hỏa không vào được khu nhà trọ.'
	},
	{
		at: '2026-11-20T07:50:00+07:00',
		source: 'web',
		category: 'proposal',
		class: 'proposal',
		name: 'Chu Thị Trám',
		title: 'Thêm ghế ngồi chờ',
		until: 'received',
		text: 'Phòng chờ một cửa buổi sáng rất đông, đề nghị phường thêm ghế và nước uống cho người già.'
	}
];
