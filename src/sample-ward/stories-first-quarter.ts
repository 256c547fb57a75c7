import { h, ol, p, published, quote, table, ul } from '#sample-ward/story-blocks.ts';
import type { Story } from '#sample-ward/types.ts';

export const firstQuarter: Story[] = [
	published(
		{
			key: 'ten-goi-moi',
			title: 'Những tên gọi mới bà con cần nhớ khi đến phường làm việc',
			summary:
				'Từ ngày 01/7/2025 không còn cấp huyện. Bài viết giúp bà con tra nhanh: cơ quan cũ nay là cơ quan nào, việc gì hỏi ở đâu, giấy tờ mang tên cũ có cần đổi ngay hay không.',
			body: [
				p(
					'Hơn nửa năm qua, nhiều bác đến trụ sở vẫn hỏi “lên thành phố Chí Linh nộp hồ sơ này ở phòng nào”. Câu hỏi rất dễ hiểu, bởi nếp quen hàng chục năm không thể đổi trong một sớm một chiều. Xin nói gọn lại để bà con tiện tra cứu.'
				),
				h('Hai cấp thay cho ba cấp'),
				p(
					'Theo Luật Tổ chức chính quyền địa phương số 72/2025/QH15, từ ngày 01/7/2025 chính quyền địa phương có hai cấp: cấp tỉnh và cấp xã. Cấp huyện không còn. Tỉnh Hải Dương đã hợp nhất vào thành phố Hải Phòng, nên cấp trên trực tiếp của phường hiện nay là Ủy ban nhân dân thành phố Hải Phòng. Phần lớn việc trước đây thuộc cấp huyện đã chuyển về phường.'
				),
				table(
					'Tên cũ và tên hiện nay',
					['Trước đây', 'Hiện nay'],
					['UBND thành phố Chí Linh', 'UBND thành phố Hải Phòng'],
					['Phòng Nội vụ thành phố Chí Linh', 'Sở Nội vụ thành phố Hải Phòng'],
					['Bộ phận tiếp nhận và trả kết quả', 'Trung tâm Phục vụ hành chính công phường'],
					['Công chức văn hóa - xã hội', 'Phòng Văn hóa - Xã hội'],
					['Công chức tài chính - kế toán', 'Phòng Kinh tế, hạ tầng và đô thị'],
					['Khu dân cư', 'Tổ dân phố']
				),
				h('Ba điều hay được hỏi'),
				ul(
					'Việc của gia đình tôi hỏi ở đâu? Bà con cứ đến Trung tâm Phục vụ hành chính công phường. Cán bộ ở quầy sẽ nhận hồ sơ hoặc chỉ đúng nơi, không để bà con phải tự dò từng phòng.',
					'Chữ “Chí Linh” trên giấy tờ cũ nghĩa là gì? Đó là tên thành phố trước ngày 01/7/2025. Hiện có một phường cũng mang tên Chí Linh, hai nơi không phải là một, xin đọc kỹ địa chỉ khi gửi đơn.',
					'Giấy tờ ghi địa danh cũ có phải đổi ngay không? Xin đừng vội nghe lời truyền miệng hoặc nộp tiền nhờ người khác đổi hộ. Khi cần dùng loại giấy nào, bà con mang đến quầy để được hướng dẫn theo quy định đang có hiệu lực.'
				),
				p(
					'Bảng tra cứu khổ lớn đã được dán tại sảnh Trung tâm và bảng tin các nhà văn hóa. Tổ trưởng tổ dân phố cũng có bản in để đọc giúp các cụ mắt kém.'
				)
			],
			contentAreas: ['policy', 'one_stop'],
			audiences: ['residents', 'vulnerable', 'businesses'],
			taskNo: 3,
			authorKey: 'van-hoa',
			createdAt: '2026-01-08T09:10:00+07:00',
			citedDocuments: ['Luật Tổ chức chính quyền địa phương số 72/2025/QH15'],
			cover: { palette: 'red', motif: 'biển tên' }
		},
		'2026-01-12T10:20:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-01-12T15:40:00+07:00' },
		'2026-01-13T08:00:00+07:00'
	),
	published(
		{
			key: 'khong-phu-thuoc-dia-gioi',
			title: 'Nộp hồ sơ không cần về đúng nơi thường trú: hiểu thế nào cho đúng?',
			summary:
				'Người đang ở phường nào trong thành phố Hải Phòng cũng có thể nộp hồ sơ tại Trung tâm Phục vụ hành chính công gần nhất. Bài viết nói rõ việc nào được, cần mang gì, nhận kết quả ra sao.',
			body: [
				p(
					'Chị Hoa quê ở Cổ Thành, lấy chồng và làm việc cách nhà gần bảy mươi cây số nhưng vẫn trong thành phố Hải Phòng. Trước kia, mỗi lần cần một bản sao trích lục, chị phải xin nghỉ một ngày để về quê. Nay chị nộp ngay ở phường nơi đang ở. Đó là điểm mới mà nhiều người chưa biết.'
				),
				h('Quy định nói gì?'),
				p(
					'Nghị định số 118/2025/NĐ-CP về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông có hiệu lực từ ngày 01/7/2025. Theo đó, Trung tâm Phục vụ hành chính công cấp xã tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính trong phạm vi tỉnh, thành phố. Quầy của phường nhận cả thủ tục thuộc thẩm quyền cấp xã, cấp thành phố và một số việc của cơ quan ngành dọc.'
				),
				h('Bà con làm theo bốn bước'),
				ol(
					'Hỏi trước xem thủ tục của mình có trong danh mục tiếp nhận không. Danh mục niêm yết tại sảnh và đăng trên trang thông tin điện tử của phường.',
					'Mang giấy tờ tùy thân và các giấy tờ ghi trong danh mục. Giấy nào đã có trong dữ liệu của Nhà nước thì cán bộ tra cứu, bà con không phải nộp lại.',
					'Nhận giấy tiếp nhận hồ sơ và hẹn trả kết quả. Xem kỹ ngày hẹn và nơi trả ngay tại quầy.',
					'Theo dõi hồ sơ bằng mã in trên giấy hẹn. Có thể chọn nhận kết quả tại quầy, qua bưu chính hoặc bản điện tử nếu thủ tục cho phép.'
				),
				h('Lưu ý'),
				p(
					'Nơi tiếp nhận và nơi quyết định có thể khác nhau. Phường nhận hồ sơ giúp bà con, còn cơ quan có thẩm quyền vẫn là nơi xem xét, ký kết quả. Vì vậy có việc trả trong ngày, có việc phải chờ theo đúng thời hạn của thủ tục. Nếu cán bộ ở bất kỳ quầy nào từ chối chỉ vì “hộ khẩu không ở đây”, bà con đề nghị ghi rõ lý do bằng văn bản và phản ánh về phường để được xem xét.'
				)
			],
			contentAreas: ['one_stop'],
			audiences: ['residents', 'businesses'],
			taskNo: 3,
			authorKey: 'mot-cua',
			createdAt: '2026-01-22T14:05:00+07:00',
			citedDocuments: ['Nghị định số 118/2025/NĐ-CP'],
			cover: { palette: 'blue', motif: 'bản đồ' }
		},
		'2026-01-26T09:30:00+07:00',
		{ byKey: 'chu-tich', at: '2026-01-27T16:10:00+07:00' },
		'2026-01-28T08:15:00+07:00'
	),
	published(
		{
			key: 'lich-tet-2026',
			title: 'Lịch tiếp nhận hồ sơ trước và sau Tết Bính Ngọ 2026',
			summary:
				'Trung tâm Phục vụ hành chính công phường nghỉ Tết từ thứ Bảy 14/02 đến hết Chủ nhật 22/02/2026. Việc gấp nên nộp trước ngày 12/02; hồ sơ trực tuyến vẫn gửi được trong kỳ nghỉ.',
			body: [
				p(
					'Kỳ nghỉ Tết Nguyên đán Bính Ngọ năm nay kéo dài chín ngày, từ thứ Bảy 14/02 đến hết Chủ nhật 22/02/2026. Để việc của bà con không bị lỡ, Trung tâm Phục vụ hành chính công phường thông báo lịch như sau.'
				),
				table(
					'Lịch làm việc',
					['Thời gian', 'Tại quầy', 'Nộp trực tuyến'],
					['Đến hết thứ Sáu 13/02', 'Làm việc bình thường', 'Bình thường'],
					['Thứ Bảy 14/02 - Chủ nhật 22/02', 'Nghỉ', 'Gửi được, xử lý từ ngày 23/02'],
					['Từ thứ Hai 23/02', 'Làm việc bình thường', 'Bình thường']
				),
				h('Nên làm sớm những việc gì?'),
				ul(
					'Chứng thực bản sao, chữ ký để đi xa, đi làm, nhập học: nên đến trước ngày 12/02 vì hai ngày cuối thường rất đông.',
					'Xác nhận tình trạng hôn nhân, đăng ký kết hôn dự định tổ chức ngay sau Tết: nộp sớm để có thời gian kiểm tra thông tin.',
					'Hồ sơ đã có hẹn trả trong tuần 09 - 13/02: bà con ghé lấy trước khi nghỉ. Ai chưa đến được, kết quả vẫn được giữ tại quầy.'
				),
				h('Thời hạn rơi vào ngày nghỉ thì tính thế nào?'),
				p(
					'Theo Bộ luật Dân sự năm 2015, nếu ngày cuối của thời hạn là ngày nghỉ thì thời hạn kết thúc vào cuối ngày làm việc tiếp theo. Như vậy, hồ sơ có ngày cuối rơi vào kỳ nghỉ Tết sẽ được trả trong thứ Hai 23/02. Riêng thời hạn tính bằng ngày làm việc thì các ngày nghỉ Tết không tính.'
				),
				p(
					'Trong kỳ nghỉ, phường vẫn có lịch trực lãnh đạo để xử lý việc khẩn cấp. Lịch trực và đầu mối liên hệ niêm yết tại cổng trụ sở và bảng tin nhà văn hóa. Kính chúc bà con đón Tết ấm áp, an toàn.'
				)
			],
			contentAreas: ['one_stop'],
			audiences: ['residents', 'businesses', 'vulnerable'],
			taskNo: 3,
			authorKey: 'mot-cua',
			createdAt: '2026-02-04T08:30:00+07:00',
			citedDocuments: ['Bộ luật Dân sự năm 2015'],
			cover: { palette: 'gold', motif: 'hoa đào' }
		},
		'2026-02-05T09:00:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-02-05T14:20:00+07:00' },
		'2026-02-06T07:45:00+07:00'
	),
	published(
		{
			key: 'dan-biet-dan-giam-sat',
			title: 'Phường phải công khai những gì, công khai ở đâu và trong bao lâu?',
			summary:
				'Luật Thực hiện dân chủ ở cơ sở quy định rõ nội dung chính quyền phường phải công khai, nơi niêm yết và thời hạn. Biết để theo dõi, để hỏi và để nhắc khi phường làm chưa đúng.',
			body: [
				p(
					'Nhiều người cho rằng việc dán thông báo ở bảng tin là phường “cho biết thì biết”. Không phải vậy. Công khai là nghĩa vụ do luật định, còn được biết là quyền của người dân. Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ghi cụ thể việc này.'
				),
				h('Công khai những gì?'),
				p(
					'Luật nêu mười bốn nhóm nội dung, từ kế hoạch phát triển kinh tế - xã hội, dự toán, quyết toán ngân sách, các khoản thu, chính sách hỗ trợ, danh sách được trợ giúp, cho đến thủ tục hành chính mà phường trực tiếp giải quyết.'
				),
				h('Ở đâu và bao lâu?'),
				ul(
					'Nơi có trang thông tin điện tử thì các nội dung đều phải đăng trên đó.',
					'Thủ tục hành chính được niêm yết thường xuyên tại trụ sở và cập nhật ngay khi thay đổi.',
					'Các khoản phí, lệ phí phường thu: niêm yết ít nhất ba mươi ngày liên tục và phát trên truyền thanh ít nhất ba ngày liên tục.',
					'Nếu luật khác không quy định, việc công khai phải làm chậm nhất năm ngày làm việc kể từ khi có quyết định.',
					'Mỗi quý, phường lập danh mục những gì đã công khai, ghi rõ hình thức và thời điểm để nhân dân đối chiếu.'
				),
				h('Người dân làm được gì?'),
				p(
					'Bà con có thể xem danh mục quý tại trụ sở, nhà văn hóa hoặc trên trang thông tin của phường. Thấy thiếu, thấy cũ, cứ hỏi thẳng cán bộ ở quầy hoặc gửi kiến nghị. Không ai phải ngại, vì câu hỏi của dân giúp phường làm đúng luật hơn.'
				),
				quote(
					'Tôi ra nhà văn hóa đánh cờ, tiện mắt đọc bảng tin. Tờ nào thấy ngày tháng cũ là tôi báo tổ trưởng ngay.',
					'Một cán bộ hưu trí ở Tổ dân phố Bình Giang'
				),
				p(
					'Báo cáo về việc công khai trong năm được gửi Hội đồng nhân dân phường tại kỳ họp thường lệ gần nhất và đồng thời gửi Ủy ban Mặt trận Tổ quốc phường để giám sát.'
				)
			],
			contentAreas: ['rights'],
			audiences: ['residents', 'organisations', 'officials'],
			taskNo: 25,
			authorKey: 'tu-phap',
			createdAt: '2026-02-05T10:45:00+07:00',
			citedDocuments: ['Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15'],
			cover: { palette: 'earth', motif: 'bảng tin' }
		},
		'2026-02-10T08:20:00+07:00',
		{ byKey: 'chu-tich', at: '2026-02-10T16:30:00+07:00' },
		'2026-02-11T08:30:00+07:00'
	),
	published(
		{
			key: 'ke-hoach-2026-2030',
			title: 'Cải cách hành chính giai đoạn 2026 - 2030: đích đến và phần việc của phường ta',
			summary:
				'Thủ tướng Chính phủ vừa ban hành kế hoạch cải cách hành chính trọng tâm giai đoạn 2026 - 2030. Thành phố đã giao chỉ tiêu năm 2026. Những con số ấy gắn với người dân Cổ Thành thế nào?',
			body: [
				p(
					'Ngày 12/02/2026, Thủ tướng Chính phủ ban hành Quyết định số 282/QĐ-TTg về Kế hoạch cải cách hành chính nhà nước trọng tâm giai đoạn 2026 - 2030. Đây là chặng thứ hai của Chương trình tổng thể theo Nghị quyết số 76/NQ-CP năm 2021.'
				),
				h('Hai chặng đường'),
				p(
					'Chặng 2026 - 2027 tập trung hoàn thiện thể chế và hạ tầng dùng chung: toàn bộ các nền tảng số dùng chung đi vào hoạt động, toàn bộ thủ tục đủ điều kiện được cung cấp trực tuyến toàn trình. Chặng 2028 - 2030 tiếp tục nâng chất lượng trên nền ấy.'
				),
				h('Thành phố đặt mục tiêu gì cho năm nay?'),
				p('Theo Quyết định số 5256/QĐ-UBND ngày 26/12/2025, năm 2026 Hải Phòng phấn đấu:'),
				ul(
					'Các chỉ số về cải cách hành chính, chuyển đổi số và năng lực cạnh tranh nằm trong nhóm năm địa phương dẫn đầu, hướng tới nhóm ba.',
					'Ít nhất chín mươi phần trăm người dân, tổ chức hài lòng với sự phục vụ.',
					'Toàn bộ hồ sơ được theo dõi trên hệ thống, không còn hồ sơ “nằm ngoài sổ”.'
				),
				h('Phần việc của phường'),
				p(
					'Muốn có những con số đó, từng quầy, từng hồ sơ ở phường phải tốt lên. Năm nay phường chọn ba việc để làm thật kỹ: trả hồ sơ đúng hẹn và chủ động báo trước nếu chậm; niêm yết đúng thủ tục đang có hiệu lực ở cả trụ sở lẫn năm nhà văn hóa; mỗi tháng một buổi hướng dẫn nộp hồ sơ trực tuyến ngay tại tổ dân phố.'
				),
				p(
					'Tiến độ từng nhiệm vụ được đăng ở mục Kế hoạch trên trang thông tin điện tử của phường. Bà con mở ra là thấy việc nào đã xong, việc nào còn chậm và đơn vị nào chịu trách nhiệm.'
				)
			],
			contentAreas: ['policy', 'reform_tasks'],
			audiences: ['officials', 'organisations', 'residents'],
			taskNo: 3,
			authorKey: 'van-phong',
			createdAt: '2026-02-23T14:00:00+07:00',
			citedDocuments: [
				'Quyết định số 282/QĐ-TTg ngày 12/02/2026 của Thủ tướng Chính phủ',
				'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ',
				'Quyết định số 5256/QĐ-UBND ngày 26/12/2025 của UBND thành phố Hải Phòng'
			],
			cover: { palette: 'red', motif: 'con đường' }
		},
		'2026-02-24T16:00:00+07:00',
		{ byKey: 'chu-tich', at: '2026-02-25T10:50:00+07:00' },
		'2026-02-26T08:00:00+07:00'
	),
	published(
		{
			key: 'ban-sao-dien-tu',
			title: 'Bản sao chứng thực điện tử: làm một lần, dùng được nhiều nơi',
			summary:
				'Thay vì photo và đóng dấu cả xấp giấy, bà con có thể yêu cầu bản sao chứng thực điện tử. Từ nay đến hết năm 2030, thành phố chi trả toàn bộ phí cho loại bản sao này.',
			body: [
				p(
					'Mùa tuyển dụng sau Tết, quầy chứng thực của phường đông hơn ngày thường. Có bạn trẻ xin đến mười bản sao của cùng một tấm bằng để nộp mười công ty. Nếu nơi nhận chấp nhận hồ sơ điện tử, chỉ cần một bản sao chứng thực điện tử là đủ.'
				),
				h('Bản sao chứng thực điện tử là gì?'),
				p(
					'Đó là bản sao do cơ quan có thẩm quyền chứng thực từ bản chính, thể hiện dưới dạng tệp và có chữ ký số thay cho chữ ký, con dấu trên giấy. Người nhận mở tệp là kiểm tra được ai ký, ký lúc nào, nội dung có bị sửa hay không.'
				),
				h('Cách làm'),
				ol(
					'Mang bản chính đến Trung tâm Phục vụ hành chính công phường, nói rõ muốn lấy bản sao điện tử.',
					'Cho cán bộ biết tài khoản trên Cổng Dịch vụ công quốc gia để gửi kết quả. Chưa có tài khoản thì được hướng dẫn tại chỗ.',
					'Cán bộ đối chiếu bản chính, quét, ký số. Bà con nhận lại bản chính ngay.',
					'Khi nộp hồ sơ trực tuyến, chọn tệp trong kho dữ liệu của mình, không phải chụp lại.'
				),
				h('Ai trả phí?'),
				p(
					'Theo Nghị quyết số 43/2025 của Hội đồng nhân dân thành phố Hải Phòng, từ ngày 01/01/2026 đến hết ngày 31/12/2030, ngân sách thành phố chi trả toàn bộ phí chứng thực bản sao điện tử. Người dân không phải nộp khoản này.'
				),
				h('Khi nào vẫn cần bản giấy?'),
				p(
					'Nơi nhận hồ sơ chưa tiếp nhận bản điện tử thì bà con vẫn làm bản giấy như trước. Yêu cầu chứng thực bản sao được giải quyết trong ngày; nếu tiếp nhận sau 15 giờ, có thể trả vào ngày làm việc tiếp theo. Vì vậy bà con nên đến sớm, nhất là ngày thứ Sáu.'
				)
			],
			contentAreas: ['digital'],
			audiences: ['residents', 'businesses'],
			taskNo: 21,
			authorKey: 'tu-phap',
			createdAt: '2026-03-09T09:20:00+07:00',
			citedDocuments: [
				'Nghị định số 23/2015/NĐ-CP',
				'Nghị quyết số 43/2025 của Hội đồng nhân dân thành phố Hải Phòng'
			],
			cover: { palette: 'blue', motif: 'con dấu' }
		},
		'2026-03-10T15:10:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-03-11T09:45:00+07:00' },
		'2026-03-12T08:00:00+07:00'
	),
	published(
		{
			key: 'toi-thu-nam-an-thanh',
			title: 'Tối thứ Năm ở nhà văn hóa An Thành',
			summary:
				'Mỗi tuần một buổi tối, ba người trong Tổ công nghệ số cộng đồng An Thành ngồi tại nhà văn hóa giúp bà con nộp hồ sơ. Cách làm nhỏ mà bền, nay đã có ba tổ dân phố học theo.',
			body: [
				p(
					'Bảy giờ tối thứ Năm, đèn nhà văn hóa An Thành đã sáng. Trên chiếc bàn dài có hai máy tính mượn của Đoàn Thanh niên, một ấm chè và một tờ giấy ghi tên theo thứ tự đến trước. Bác Dương Văn Bảy, Tổ trưởng tổ dân phố, vừa rót nước vừa hỏi từng người cần làm việc gì.'
				),
				p(
					'Buổi hướng dẫn bắt đầu từ tháng 10 năm ngoái, sau một lần bác Bảy thấy hai vợ chồng công nhân phải nghỉ làm buổi sáng chỉ để nộp một bộ hồ sơ. Bác bàn với chi đoàn và chi hội phụ nữ: người đi làm rảnh buổi tối thì mình giúp buổi tối.'
				),
				h('Ba nguyên tắc tự đặt ra'),
				ul(
					'Người dân tự cầm máy, tự bấm; người của tổ chỉ ngồi cạnh chỉ đường.',
					'Không hỏi, không ghi lại mật khẩu hay mã xác thực của bất kỳ ai.',
					'Việc nào vướng quá mười lăm phút thì ghi phiếu hẹn, sáng hôm sau hỏi Trung tâm Phục vụ hành chính công rồi báo lại.'
				),
				h('Kết quả sau hơn năm tháng'),
				p(
					'Sổ theo dõi của tổ ghi 21 buổi với 137 lượt người đến, trong đó 94 hồ sơ được nộp xong ngay tại chỗ. Nhiều nhất là đăng ký khai sinh, xin bản sao trích lục và các thủ tục về cư trú. Đáng mừng là người đến lần thứ hai thường không cần ai ngồi cạnh nữa.'
				),
				quote(
					'Lần đầu tôi run tay không dám bấm. Lần này tôi tự làm, còn chỉ cho bà hàng xóm.',
					'Một cụ bà ở ngõ Đình, Tổ dân phố An Thành'
				),
				p(
					'Từ tháng này, các tổ dân phố Bình Giang, Đông Hạ và Tân Lập cùng mở buổi tối tương tự. Ủy ban nhân dân phường biểu dương Tổ công nghệ số cộng đồng An Thành và giao Phòng Văn hóa - Xã hội in sổ tay hướng dẫn chung cho cả năm tổ.'
				)
			],
			contentAreas: ['models', 'digital'],
			audiences: ['residents', 'vulnerable', 'organisations'],
			taskNo: 22,
			authorKey: 'van-hoa',
			createdAt: '2026-03-13T08:40:00+07:00',
			citedDocuments: [],
			cover: { palette: 'gold', motif: 'ngọn đèn' }
		},
		'2026-03-16T11:00:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-03-17T14:30:00+07:00' },
		'2026-03-18T09:00:00+07:00'
	),
	published(
		{
			key: 'gui-phan-anh',
			title: 'Gửi phản ánh, kiến nghị đến phường: gửi ở đâu, viết thế nào để được trả lời nhanh?',
			summary:
				'Bốn cách gửi, ba điều cần ghi và đường đi của một phản ánh từ lúc tiếp nhận đến khi công khai câu trả lời. Thông tin của người gửi được giữ kín.',
			body: [
				p(
					'Một quy định khó hiểu, một lần phải đi lại nhiều lượt, một câu trả lời thiếu tôn trọng: bà con đều có thể phản ánh để phường sửa. Việc này được Nghị định số 20/2008/NĐ-CP quy định từ lâu, chỉ tiếc là nhiều người chưa biết gửi ở đâu.'
				),
				h('Bốn cách gửi'),
				ul(
					'Đến gặp trực tiếp tại nơi tiếp công dân của phường hoặc tại Trung tâm Phục vụ hành chính công.',
					'Viết thư, gửi qua bưu chính về Văn phòng HĐND và UBND phường.',
					'Điền mẫu tại mục Phản ánh, kiến nghị trên trang thông tin điện tử của phường.',
					'Gọi đường dây nóng. Chỉ số điện thoại có trong sổ đăng ký đường dây nóng niêm yết tại quầy một cửa mới là số chính thức; xin không dùng số chép lại trên mạng.'
				),
				h('Ba điều cần ghi'),
				p(
					'Nội dung rõ ràng: việc gì, ở đâu, ngày nào. Họ tên, địa chỉ hoặc cách liên hệ để phường hỏi thêm và trả lời. Điều bà con mong được giải quyết. Viết ngắn cũng được, không cần văn hoa.'
				),
				h('Phản ánh đi đến đâu?'),
				ol(
					'Văn phòng vào sổ và cấp mã tra cứu.',
					'Việc thuộc phường thì giao đơn vị xử lý; việc của nơi khác được chuyển đi chậm nhất trong năm ngày làm việc và báo cho người gửi.',
					'Câu trả lời được lãnh đạo phường duyệt, gửi lại người phản ánh.',
					'Nội dung đã lược bỏ tên, địa chỉ được công khai trên trang thông tin và đọc trên Đài truyền thanh.'
				),
				p(
					'Thông tin cá nhân của người gửi được giữ riêng, cán bộ bị phản ánh không được xem. Nếu bà con không để lại tên, phường vẫn đọc và xem xét như một nguồn tin, nhưng không có địa chỉ để trả lời.'
				)
			],
			contentAreas: ['hotline'],
			audiences: ['residents', 'businesses', 'vulnerable'],
			taskNo: 10,
			authorKey: 'van-phong',
			createdAt: '2026-03-20T15:15:00+07:00',
			citedDocuments: ['Nghị định số 20/2008/NĐ-CP'],
			cover: { palette: 'green', motif: 'hòm thư' }
		},
		'2026-03-24T09:10:00+07:00',
		{ byKey: 'chu-tich', at: '2026-03-25T15:00:00+07:00' },
		'2026-03-26T08:00:00+07:00'
	)
];
