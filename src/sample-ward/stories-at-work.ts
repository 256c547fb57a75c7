/** Stories still on somebody's desk at the trial's today: drafts, one in review, one sent back, approved, scheduled. */
import {
	approved,
	draft,
	h,
	inReview,
	ol,
	p,
	scheduled,
	sentBack,
	table,
	ul
} from '#sample-ward/story-blocks.ts';
import type { Story } from '#sample-ward/types.ts';

export const atWork: Story[] = [
	draft({
		key: 'luat-ho-tich-moi',
		title: 'Luật Hộ tịch mới có hiệu lực từ 01/3/2027: chưa cần vội, nhưng nên biết',
		summary:
			'Luật Hộ tịch số 03/2026/QH16 có hiệu lực từ ngày 01/3/2027. Hồ sơ nộp trước ngày đó vẫn theo luật hiện hành. Bà con nên chuẩn bị gì từ bây giờ?',
		body: [
			p(
				'Quốc hội đã thông qua Luật Hộ tịch số 03/2026/QH16, có hiệu lực từ ngày 01/3/2027. Những tuần gần đây, vài người đến quầy hỏi có nên chờ luật mới rồi mới đăng ký kết hôn, khai sinh cho con. Câu trả lời ngắn: không nên chờ.'
			),
			h('Mốc thời gian cần nhớ'),
			table(
				'Áp dụng luật nào?',
				['Ngày nộp hồ sơ', 'Luật áp dụng'],
				['Đến hết ngày 28/02/2027', 'Luật Hộ tịch số 60/2014/QH13'],
				['Từ ngày 01/3/2027', 'Luật Hộ tịch số 03/2026/QH16']
			),
			p(
				'Hồ sơ nộp trước ngày 01/3/2027 được giải quyết theo luật hiện hành, kể cả khi ngày trả kết quả rơi vào sau mốc đó. Vì vậy, quyền lợi của người nộp sớm không bị ảnh hưởng.'
			),
			h('Nên làm gì từ bây giờ?'),
			ul(
				'Soát lại họ tên, ngày sinh trên giấy khai sinh, căn cước, bằng cấp của từng người trong nhà. Thấy lệch thì xin cải chính sớm.',
				'Đăng ký khai sinh, khai tử đúng hạn, không để dồn.',
				'Giữ bản chính ở nơi khô ráo; làm sẵn bản điện tử của những giấy tờ hay dùng.'
			),
			h('Phường chuẩn bị gì?'),
			p(
				'Công chức tư pháp sẽ dự tập huấn khi thành phố tổ chức. Bảng niêm yết hộ tịch được chuẩn bị hai bộ, bộ mới chỉ dán khi luật có hiệu lực và thủ tục mới được công bố. Các điểm mới của luật sẽ được giới thiệu dần trên Đài truyền thanh từ tháng 01/2027.'
			),
			p(
				'[Ghi chú của người soạn: chờ văn bản hướng dẫn để bổ sung phần điểm mới, chưa nêu nội dung cụ thể khi chưa có căn cứ.]'
			)
		],
		contentAreas: ['policy'],
		audiences: ['residents', 'officials'],
		taskNo: 3,
		authorKey: 'tu-phap',
		createdAt: '2026-11-18T14:20:00+07:00',
		citedDocuments: ['Luật Hộ tịch số 03/2026/QH16', 'Luật Hộ tịch số 60/2014/QH13'],
		cover: { palette: 'earth', motif: 'cuốn sổ' }
	}),
	draft({
		key: 'dich-vu-cong-chu-dong',
		title: 'Dịch vụ công chủ động: khi Nhà nước nhắc việc trước, người dân không phải đi hỏi',
		summary:
			'Nghị định số 224/2026/NĐ-CP nói về bốn mức dịch vụ công chủ động, từ nhắc việc đến tự thực hiện. Người dân vẫn có quyền từ chối. Phường ta đang ở đâu trên con đường ấy?',
		body: [
			p(
				'Con sắp đến tuổi vào lớp một, giấy phép sắp hết hạn, cụ ông vừa đủ tuổi hưởng trợ cấp: lâu nay người dân phải tự nhớ, tự hỏi, tự làm đơn. Dịch vụ công chủ động đảo lại chiều ấy: cơ quan nhà nước biết trước thì báo trước.'
			),
			h('Bốn mức từ thấp đến cao'),
			ol(
				'Nhắc: báo cho người dân biết sắp có việc cần làm hoặc có quyền lợi được hưởng.',
				'Nhắc và chuẩn bị sẵn hồ sơ từ dữ liệu đã có, người dân chỉ kiểm tra và xác nhận.',
				'Thêm phần gợi ý phương án có lợi để người dân lựa chọn.',
				'Tự thực hiện mà không cần đơn; nếu người dân không đồng ý thì phải đưa về như cũ.'
			),
			h('Đừng lẫn với tên gọi cũ'),
			p(
				'Bốn mức nói trên không phải là “mức độ 1, 2, 3, 4” của dịch vụ công trực tuyến trước năm 2022. Trước kia mức độ chỉ cách nộp hồ sơ; nay mức chủ động chỉ việc cơ quan nhà nước làm trước cho dân đến đâu.'
			),
			h('Ở phường ta'),
			p(
				'Phường mới bắt đầu ở mức thứ nhất với hai việc: nhắc hộ kinh doanh khi giấy tờ sắp hết hạn và báo gia đình có trẻ sắp vào lớp một. Việc nhắc được thực hiện qua tổ trưởng tổ dân phố và tin nhắn từ kênh chính thức của phường; tin nhắn không kèm đường dẫn lạ, không đòi mã xác thực.'
			),
			p(
				'Muốn tiến lên mức cao hơn, dữ liệu của từng gia đình phải đúng. Vì vậy, mỗi lần đến quầy, bà con kiểm tra giúp thông tin của mình trên màn hình. Sửa một lần hôm nay, đỡ nhiều lần sau này.'
			),
			p('[Đang viết: xin thêm ví dụ của Phòng Kinh tế, hạ tầng và đô thị.]')
		],
		contentAreas: ['digital'],
		audiences: ['residents', 'businesses'],
		taskNo: 3,
		authorKey: 'van-hoa',
		createdAt: '2026-11-20T15:40:00+07:00',
		citedDocuments: ['Nghị định số 224/2026/NĐ-CP'],
		cover: { palette: 'gold', motif: 'chuông nhỏ' }
	}),
	inReview(
		{
			key: 'niem-yet-dung-go-kip',
			title: 'Niêm yết đúng, gỡ kịp thời: chuẩn bị cho những thủ tục thay đổi từ 01/01/2027',
			summary:
				'Bốn thủ tục về hộ nghèo, hộ cận nghèo sẽ được thay bằng hai thủ tục mới từ 01/01/2027. Trung tâm cho biết cách chuyển bảng niêm yết để bà con không đọc nhầm tờ cũ.',
			body: [
				p(
					'Theo Quyết định số 3249/QĐ-UBND của Ủy ban nhân dân thành phố Hải Phòng, từ ngày 01/01/2027, bốn thủ tục về công nhận hộ nghèo, hộ cận nghèo, thoát nghèo hiện hành sẽ hết hiệu lực, thay bằng hai thủ tục mới. Biết trước hơn một tháng, Trung tâm Phục vụ hành chính công chuẩn bị từ bây giờ để không lặp lại chuyện tờ cũ, tờ mới dán chồng nhau hồi quý II.'
				),
				h('Lộ trình thay bảng'),
				ol(
					'Trước ngày 20/12: in hai tờ mới, có mã QR, ghi rõ “có hiệu lực từ 01/01/2027”.',
					'Ngày 31/12: dán tờ mới bên cạnh tờ cũ, kèm nhãn màu để phân biệt.',
					'Ngày làm việc đầu tiên của năm 2027: gỡ toàn bộ tờ cũ ở trụ sở và năm nhà văn hóa, chụp ảnh, ghi sổ.',
					'Trong năm ngày làm việc sau đó: Văn phòng kiểm tra lại từng bảng.'
				),
				h('Bà con cần biết gì?'),
				ul(
					'Từ nay đến hết ngày 31/12/2026, bà con làm theo tờ đang niêm yết ở quầy.',
					'Hồ sơ nộp dở dang qua năm mới được cán bộ quầy hướng dẫn từng trường hợp, bà con không phải tự đoán.',
					'Hộ nào thấy mình thuộc diện cần xét, cứ báo tổ trưởng ngay, không phải chờ sang năm.'
				),
				h('Quét mã trước khi tin'),
				p(
					'Mỗi tờ niêm yết của phường đều có mã QR ở góc phải. Quét mã, màn hình cho biết tờ ấy còn hiệu lực hay đã được thay. Nhà ai không có điện thoại thông minh, xem ngày ở góc dưới và hỏi lại cán bộ quầy.'
				),
				p(
					'Luật Thực hiện dân chủ ở cơ sở yêu cầu thủ tục hành chính phải được niêm yết thường xuyên và cập nhật khi thay đổi. Làm đúng điều đó là trách nhiệm của Trung tâm; nhắc chúng tôi khi làm chưa đúng là quyền của bà con.'
				)
			],
			contentAreas: ['one_stop'],
			audiences: ['residents', 'officials', 'vulnerable'],
			taskNo: 7,
			authorKey: 'mot-cua',
			createdAt: '2026-11-16T09:40:00+07:00',
			citedDocuments: [
				'Quyết định số 3249/QĐ-UBND của UBND thành phố Hải Phòng',
				'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15'
			],
			cover: { palette: 'blue', motif: 'bảng ghim' }
		},
		'2026-11-19T16:10:00+07:00'
	),
	sentBack(
		{
			key: 'goc-dich-vu-cong-tan-lap',
			title: 'Góc dịch vụ công ở nhà văn hóa Tân Lập',
			summary:
				'Một chiếc bàn, hai máy tính cũ được sửa lại và một cuốn sổ ghi việc: góc dịch vụ công của Tân Lập mở ba buổi mỗi tuần, giúp được nhiều gia đình công nhân.',
			body: [
				p(
					'Trước đây, phòng kho của nhà văn hóa Tân Lập chất đầy phông bạt và ghế hỏng. Từ tháng 8, căn phòng mười hai mét vuông ấy được dọn sạch, quét vôi, kê một chiếc bàn dài, hai máy tính cũ do một doanh nghiệp trên địa bàn tặng. Bà con gọi là “góc dịch vụ công”.'
				),
				h('Mở cửa lúc người dân rảnh'),
				p(
					'Tân Lập có nhiều gia đình công nhân làm ca. Vì thế góc dịch vụ công mở vào tối thứ Ba, tối thứ Sáu và sáng Chủ nhật. Hai đoàn viên và một cô giáo hưu trí thay nhau trực. Ai đến cũng được ghi một dòng trong sổ: cần việc gì, xong hay chưa, còn vướng ở đâu. Sổ không ghi số định danh hay địa chỉ.'
				),
				h('Từ cuốn sổ đến thay đổi ở quầy'),
				p(
					'Cứ hai tuần, tổ trưởng mang cuốn sổ lên Trung tâm Phục vụ hành chính công. Nhờ đó, phường nhận ra nhiều người vướng đúng một chỗ: không biết chọn cơ quan giải quyết trên Cổng. Trung tâm in một tờ hướng dẫn có hình chụp từng bước, dán ngay trên bàn. Tháng sau, số lượt vướng chỗ ấy giảm hẳn.'
				),
				h('Con số đáng mừng'),
				p(
					'Sau ba tháng, góc dịch vụ công Tân Lập giúp nộp xong 58 hồ sơ trực tuyến. Nghị định số 224/2026/NĐ-CP có quy định về điểm hỗ trợ xã hội số; phường đang xem xét chọn Tân Lập làm nơi thí điểm.'
				),
				p(
					'Bác Nguyễn Văn Thịnh ở ngõ 12, hộ vừa thoát nghèo năm ngoái, là người đến nhiều nhất. Bác kể, nhờ góc này mà bác tự nộp được hồ sơ cho cháu nội vào mẫu giáo. Mô hình nhỏ nhưng cho thấy một điều: muốn dân dùng dịch vụ số, hãy đặt nó ở nơi dân đi qua hằng ngày.'
				)
			],
			contentAreas: ['models'],
			audiences: ['residents', 'organisations'],
			taskNo: 22,
			authorKey: 'truyen-thanh',
			createdAt: '2026-11-10T10:30:00+07:00',
			citedDocuments: ['Nghị định số 224/2026/NĐ-CP'],
			cover: { palette: 'earth', motif: 'mái nhà' }
		},
		'2026-11-13T15:00:00+07:00',
		{
			byKey: 'pho-chu-tich',
			at: '2026-11-16T10:05:00+07:00',
			reason:
				'Bài tốt nhưng đoạn cuối nêu họ tên, ngõ và hoàn cảnh hộ vừa thoát nghèo của một người dân; đề nghị bỏ hoặc xin phép bằng văn bản. Số 58 hồ sơ cần đối chiếu với số liệu của Trung tâm.'
		}
	),
	approved(
		{
			key: 'kenh-chinh-thuc',
			title: 'Kênh nào là kênh chính thức của phường?',
			summary:
				'Có trang mạng tự xưng là của phường. Bài viết cho biết cách nhận ra kênh chính thức, ai được phát ngôn, phường thông tin thế nào khi có việc nóng và cách báo khi thấy trang giả.',
			body: [
				p(
					'Hồi tháng 10, một trang mạng xã hội lấy ảnh trụ sở phường làm ảnh đại diện rồi đăng tin “thu hồi giấy tờ mang địa danh cũ”. Tin đó sai. Nhiều người đã chia sẻ trước khi phường kịp đính chính. Để không bị dẫn dắt, bà con nên biết kênh nào là của phường.'
				),
				h('Kênh chính thức gồm những gì?'),
				p(
					'Nghị định số 224/2026/NĐ-CP yêu cầu cơ quan nhà nước quản lý và công bố danh sách kênh cung cấp thông tin của mình. Danh sách của phường đăng ở chân trang thông tin điện tử và niêm yết tại quầy một cửa, gồm:'
				),
				ul(
					'Trang thông tin điện tử của phường, là một phần trong hệ thống của thành phố.',
					'Trang Zalo và trang Facebook được ghi tên trong danh sách.',
					'Đài truyền thanh phường và bảng tin các nhà văn hóa.'
				),
				p(
					'Trang nào không có tên trong danh sách thì không phải của phường, dù ảnh và tên gọi giống đến đâu.'
				),
				h('Ai nói thay phường?'),
				p(
					'Theo Nghị định số 244/2026/NĐ-CP, Ủy ban nhân dân cấp xã phải cử người phát ngôn và công khai trên trang thông tin. Việc có ảnh hưởng lớn, dư luận quan tâm thì thông tin đầu tiên phải được đưa ra trong vòng hai mươi bốn giờ. Nếu chưa có thông tin chính thức, xin bà con khoan vội chia sẻ.'
				),
				h('Thấy trang giả thì làm gì?'),
				ol(
					'Không bấm đường dẫn, không để lại thông tin.',
					'Chụp màn hình có tên trang và ngày giờ.',
					'Gửi cho phường qua mục Phản ánh hoặc báo tổ trưởng, Công an phường.',
					'Nhắc người thân trong nhóm chat gia đình đừng chia sẻ tiếp.'
				),
				p(
					'Phường sẽ đính chính trên cả ba kênh trong thời gian sớm nhất và đề nghị nền tảng gỡ trang giả. Người báo tin được giữ kín thông tin.'
				)
			],
			contentAreas: ['hotline', 'policy'],
			audiences: ['residents', 'organisations'],
			taskNo: 10,
			authorKey: 'van-phong',
			createdAt: '2026-11-12T14:10:00+07:00',
			citedDocuments: ['Nghị định số 224/2026/NĐ-CP', 'Nghị định số 244/2026/NĐ-CP'],
			cover: { palette: 'red', motif: 'dấu tích' }
		},
		'2026-11-17T09:00:00+07:00',
		{ byKey: 'chu-tich', at: '2026-11-20T16:00:00+07:00' }
	),
	scheduled(
		{
			key: 'lich-thang-12',
			title: 'Tháng 12/2026: lịch tiếp công dân, hướng dẫn lưu động và khảo sát cuối năm',
			summary:
				'Lịch lãnh đạo phường tiếp công dân, buổi hướng dẫn nộp hồ sơ tại Tổ dân phố Phúc Khánh và đợt khảo sát hài lòng cuối năm. Bà con ghi lại để sắp xếp công việc.',
			body: [
				p(
					'Tháng cuối năm nhiều việc, xin gửi bà con lịch những buổi phường gặp dân trong tháng 12/2026 để tiện sắp xếp. Lịch này đồng thời niêm yết tại Trung tâm Phục vụ hành chính công và bảng tin các nhà văn hóa.'
				),
				table(
					'Lịch tháng 12/2026',
					['Ngày', 'Việc', 'Nơi'],
					['Thứ Năm 03/12', 'Công bố kết quả khảo sát hài lòng cuối năm', 'Hội trường phường'],
					['Thứ Năm 10/12', 'Chủ tịch UBND phường tiếp công dân', 'Nơi tiếp công dân, trụ sở phường'],
					['Thứ Bảy 12/12', 'Hướng dẫn nộp hồ sơ lưu động', 'Nhà văn hóa Phúc Khánh'],
					['Thứ Năm 17/12', 'Công bố số liệu giải quyết hồ sơ', 'Trang thông tin, bảng tin'],
					['Thứ Năm 24/12', 'Phó Chủ tịch UBND phường tiếp công dân', 'Nơi tiếp công dân, trụ sở phường']
				),
				h('Đến tiếp công dân cần chuẩn bị gì?'),
				ul(
					'Giấy tờ tùy thân và tài liệu liên quan đến việc muốn trình bày.',
					'Nếu có nhiều việc, viết tách từng việc ra giấy để được hướng dẫn đúng con đường giải quyết.',
					'Người cao tuổi, người khuyết tật được ưu tiên vào trước; nên đi cùng người nhà.'
				),
				h('Buổi hướng dẫn ở Phúc Khánh'),
				p(
					'Đây là buổi bù cho lần hoãn hồi tháng 8. Ngoài hỗ trợ nộp hồ sơ, bàn số 3 dành riêng cho hộ kinh doanh hỏi về đăng ký, thay đổi, tạm ngừng. Công an phường giúp kiểm tra giấy tờ trên VNeID tại chỗ.'
				),
				h('Nếu lịch thay đổi'),
				p(
					'Khi phải đổi lịch, phường sẽ báo trước trên Đài truyền thanh và bảng tin, ghi rõ lý do và ngày thay thế. Bà con từng đến mà không gặp người tiếp, xin phản ánh ngay để phường xin lỗi và sắp lịch khác. Hồ sơ nộp trực tuyến được nhận vào mọi ngày, kể cả ngày nghỉ.'
				)
			],
			contentAreas: ['one_stop', 'rights'],
			audiences: ['residents', 'businesses', 'vulnerable'],
			taskNo: 3,
			authorKey: 'van-phong',
			createdAt: '2026-11-17T15:20:00+07:00',
			citedDocuments: [],
			cover: { palette: 'gold', motif: 'tờ lịch' }
		},
		'2026-11-19T10:00:00+07:00',
		{ byKey: 'chu-tich', at: '2026-11-20T11:00:00+07:00' },
		'2026-12-01T07:45:00+07:00'
	)
];
