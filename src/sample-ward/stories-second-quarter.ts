import { h, ol, p, published, table, ul } from '#sample-ward/story-blocks.ts';
import type { Story } from '#sample-ward/types.ts';

export const secondQuarter: Story[] = [
	published(
		{
			key: 'phan-anh-khieu-nai-to-cao',
			title: 'Phản ánh, khiếu nại, tố cáo: ba việc khác nhau, ba con đường khác nhau',
			summary:
				'Gửi đúng loại đơn thì việc được giải quyết đúng luật và đúng người. Bài viết chỉ cách phân biệt bằng những tình huống quen thuộc ở phường.',
			body: [
				p(
					'Quý I vừa qua, trong số thư gửi vào mục Phản ánh của phường có vài thư thực chất là khiếu nại hoặc tố cáo. Phường đã mời người gửi đến hướng dẫn lại. Để bà con đỡ mất công, xin phân biệt như sau.'
				),
				table(
					'So sánh nhanh',
					['', 'Phản ánh, kiến nghị', 'Khiếu nại', 'Tố cáo'],
					[
						'Dùng khi',
						'Thấy quy định khó thực hiện, thủ tục phiền hà, cách phục vụ chưa tốt; muốn góp ý',
						'Cho rằng một quyết định hoặc việc làm cụ thể xâm phạm quyền của chính mình',
						'Biết ai đó vi phạm pháp luật, kể cả khi không liên quan đến mình'
					],
					['Luật áp dụng', 'Nghị định số 20/2008/NĐ-CP', 'Luật Khiếu nại', 'Luật Tố cáo'],
					[
						'Gửi ở đâu',
						'Mục Phản ánh trên trang thông tin, đường dây nóng, quầy một cửa',
						'Nơi tiếp công dân của phường hoặc cơ quan đã ra quyết định',
						'Cơ quan có thẩm quyền giải quyết tố cáo; gặp nơi tiếp công dân để được chỉ dẫn'
					]
				),
				h('Thử phân loại ba tình huống'),
				ul(
					'“Tôi phải đến ba lần mới đủ giấy vì mỗi lần được dặn một kiểu.” Đây là phản ánh về cách giải quyết thủ tục.',
					'“Phường ra quyết định xử phạt tôi, tôi thấy không đúng.” Đây là khiếu nại, vì liên quan đến quyền của người gửi trước một quyết định cụ thể.',
					'“Tôi biết một cán bộ nhận tiền để làm nhanh hồ sơ.” Đây là tố cáo. Xin đừng gửi qua mục phản ánh hay đăng lên mạng, vì việc bảo vệ người tố cáo phải theo đúng trình tự của luật.'
				),
				h('Nếu một lá đơn có nhiều việc?'),
				p(
					'Bà con nên tách thành từng đơn. Cán bộ tiếp công dân có trách nhiệm hướng dẫn cách tách, không trả đơn về mà không giải thích. Việc nào đúng con đường của việc ấy thì thời hạn mới được tính đúng và kết quả mới có giá trị.'
				),
				p(
					'Chưa chắc việc của mình thuộc loại nào, bà con cứ đến nơi tiếp công dân. Công chức tư pháp của phường sẽ nghe và chỉ dẫn, không thu tiền, không hỏi điều riêng tư ngoài nội dung vụ việc.'
				)
			],
			contentAreas: ['rights', 'hotline'],
			audiences: ['residents', 'officials'],
			taskNo: 25,
			authorKey: 'tu-phap',
			createdAt: '2026-04-02T09:00:00+07:00',
			citedDocuments: ['Nghị định số 20/2008/NĐ-CP', 'Luật Khiếu nại', 'Luật Tố cáo'],
			cover: { palette: 'earth', motif: 'ngã ba' }
		},
		'2026-04-06T10:15:00+07:00',
		{ byKey: 'chu-tich', at: '2026-04-07T16:00:00+07:00' },
		'2026-04-08T08:30:00+07:00'
	),
	published(
		{
			key: 'chi-so-la-gi',
			title: 'Chỉ số cải cách hành chính là gì mà phường phải tự chấm điểm?',
			summary:
				'Mỗi năm phường tự chấm điểm công việc cải cách của mình và phải kèm minh chứng cho từng điểm. Người dân góp phần vào điểm số ấy nhiều hơn mình tưởng.',
			body: [
				p(
					'Nghe đài, bà con hay gặp cụm từ “chỉ số cải cách hành chính”. Nói cho dễ hình dung, đó là một bảng điểm. Cấp trên dùng bảng điểm này để biết từng địa phương làm cải cách tốt đến đâu, còn người dân dựa vào đó để so sánh và đòi hỏi.'
				),
				h('Ai chấm ai?'),
				p(
					'Bộ Nội vụ ban hành bộ chỉ số cho các bộ và các tỉnh, thành phố; bộ mới nhất theo Quyết định số 1187/QĐ-BNV ngày 15/10/2025. Đối với cấp xã, mỗi tỉnh, thành phố có bộ chỉ số riêng. Phường tự chấm trước, gửi kèm tài liệu kiểm chứng, cấp trên thẩm định lại rồi công bố kết quả.'
				),
				h('Điểm lấy từ đâu?'),
				ul(
					'Điểm tự chấm: có làm hay không, đúng hạn hay chậm, có tài liệu chứng minh hay chỉ nói miệng.',
					'Điểm từ số liệu: hồ sơ đúng hạn, hồ sơ nộp trực tuyến, kết quả được số hóa.',
					'Điểm từ người dân: mức độ hài lòng qua khảo sát, do người đã sử dụng dịch vụ và người dân trên địa bàn trả lời.'
				),
				p(
					'Nói cách khác, một tấm phiếu khảo sát bà con điền thật lòng cũng góp vào điểm của phường, của thành phố. Năm 2026, Hải Phòng đặt mục tiêu ít nhất chín mươi phần trăm người dân, tổ chức hài lòng.'
				),
				h('Vì sao không nên khen cho vui?'),
				p(
					'Điểm cao mà dân vẫn khổ thì bảng điểm ấy vô nghĩa. Phường mong bà con chấm đúng như mình cảm nhận. Phiếu không ghi tên, không ai được hỏi vì sao chấm thấp. Điều bà con chê chính là việc phường sẽ đưa vào kế hoạch sửa đổi quý sau.'
				),
				p(
					'Kết quả tự chấm và kết quả thẩm định sẽ được đăng ở mục Chỉ số trên trang thông tin điện tử của phường, kèm danh sách việc phải khắc phục.'
				)
			],
			contentAreas: ['indices'],
			audiences: ['residents', 'officials', 'organisations'],
			taskNo: 14,
			authorKey: 'van-hoa',
			createdAt: '2026-04-09T14:20:00+07:00',
			citedDocuments: [
				'Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ',
				'Quyết định số 5256/QĐ-UBND ngày 26/12/2025 của UBND thành phố Hải Phòng'
			],
			cover: { palette: 'gold', motif: 'bảng điểm' }
		},
		'2026-04-13T09:40:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-04-14T10:30:00+07:00' },
		'2026-04-15T08:00:00+07:00'
	),
	published(
		{
			key: 'canh-giac-gia-danh',
			title: 'Có người xưng “cán bộ phường” gọi điện bắt cập nhật dữ liệu? Hãy dập máy',
			summary:
				'Kẻ gian lợi dụng việc sắp xếp đơn vị hành chính để lừa người dân cài ứng dụng lạ, đọc mã xác thực. Năm dấu hiệu nhận biết và việc cần làm ngay nếu lỡ làm theo.',
			body: [
				p(
					'Đầu tháng 5, ba hộ ở Tổ dân phố Đông Hạ báo với phường về những cuộc gọi giống nhau: người gọi xưng là cán bộ phường, đọc đúng họ tên, đòi “cập nhật dữ liệu theo địa giới mới”, rồi gửi một đường dẫn bảo cài ứng dụng. May mắn là cả ba hộ đều hỏi lại tổ trưởng trước khi bấm.'
				),
				h('Năm dấu hiệu của cuộc gọi lừa đảo'),
				ol(
					'Giục làm ngay, dọa khóa tài khoản, cắt trợ cấp, phạt tiền.',
					'Gửi đường dẫn hoặc tệp cài đặt qua tin nhắn, mạng xã hội.',
					'Hỏi mật khẩu, mã xác thực gửi về điện thoại, ảnh thẻ ngân hàng.',
					'Yêu cầu chia sẻ màn hình hoặc giữ máy suốt khi thao tác.',
					'Dặn không được nói cho người nhà hay công an biết.'
				),
				h('Điều phường khẳng định'),
				ul(
					'Cán bộ phường không gọi điện yêu cầu cài ứng dụng và không hỏi mã xác thực của bất kỳ ai.',
					'Việc thay đổi tên đơn vị hành chính không khiến bà con bị mất quyền lợi nếu chưa “cập nhật” theo lời người lạ.',
					'Mọi khoản phải nộp đều có tên thủ tục, có biên lai và được niêm yết tại quầy.'
				),
				h('Lỡ làm theo thì sao?'),
				p(
					'Tắt mạng trên điện thoại, gọi ngay cho ngân hàng đề nghị khóa giao dịch, đổi mật khẩu từ một máy khác và đến Công an phường trình báo. Càng sớm càng dễ ngăn chặn. Không xóa tin nhắn, cuộc gọi vì đó là chứng cứ.'
				),
				p(
					'Từ ngày 01/01/2026, Luật Bảo vệ dữ liệu cá nhân đã có hiệu lực. Theo luật này, im lặng không có nghĩa là đồng ý, và người đã đồng ý cung cấp thông tin có quyền rút lại. Xin nhắc các cháu trong nhà đọc lại bài này cho ông bà nghe.'
				)
			],
			contentAreas: ['digital'],
			audiences: ['residents', 'vulnerable'],
			taskNo: 3,
			authorKey: 'van-hoa',
			createdAt: '2026-05-05T08:20:00+07:00',
			citedDocuments: ['Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15'],
			cover: { palette: 'red', motif: 'lá chắn' }
		},
		'2026-05-06T09:00:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-05-06T16:45:00+07:00' },
		'2026-05-07T07:45:00+07:00'
	),
	published(
		{
			key: 'giay-to-mot-cua',
			title: 'Cầm tờ giấy gì khi rời quầy một cửa?',
			summary:
				'Nộp hồ sơ phải có giấy tiếp nhận, thiếu giấy phải có phiếu hướng dẫn, chậm hẹn phải có phiếu xin lỗi. Bài viết giúp bà con nhận ra từng loại và biết quyền của mình.',
			body: [
				p(
					'Bà con đến quầy nộp hồ sơ rồi ra về tay không là điều không nên xảy ra. Theo cơ chế một cửa quy định tại Nghị định số 118/2025/NĐ-CP, mỗi bước đều có một mẫu phiếu để hai bên làm căn cứ.'
				),
				table(
					'Các loại phiếu thường gặp',
					['Khi nào', 'Bà con nhận được', 'Cần xem kỹ'],
					['Hồ sơ đủ', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Mã hồ sơ, ngày hẹn'],
					['Hồ sơ thiếu', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Thiếu giấy gì, vì sao'],
					['Không nhận hồ sơ', 'Phiếu từ chối tiếp nhận', 'Lý do từ chối'],
					['Trả chậm', 'Phiếu xin lỗi và hẹn lại ngày trả', 'Ngày hẹn mới']
				),
				h('Chỉ được yêu cầu bổ sung một lần'),
				p(
					'Nghị định số 63/2010/NĐ-CP quy định việc yêu cầu bổ sung hồ sơ chỉ thực hiện không quá một lần. Vì vậy nếu phiếu bổ sung liệt kê ba loại giấy, bà con chuẩn bị đủ ba loại là hồ sơ phải được nhận. Lần sau cán bộ lại đòi thêm giấy thứ tư, bà con có quyền hỏi lại và phản ánh.'
				),
				h('Vì sao có hồ sơ trả trong ngày, có hồ sơ phải đợi?'),
				p(
					'Nhiều việc hộ tịch không ghi thời hạn và việc chứng thực được giải quyết ngay trong ngày. Tuy vậy, pháp luật cho phép hồ sơ nhận sau 15 giờ được trả vào ngày làm việc tiếp theo. Những việc cần xác minh thì thời hạn dài hơn và luôn ghi trên giấy hẹn.'
				),
				h('Mất giấy hẹn có sao không?'),
				p(
					'Bà con mang giấy tờ tùy thân đến quầy, cán bộ tra lại trên hệ thống. Cũng có thể chụp ảnh giấy hẹn ngay khi nhận để phòng thất lạc. Đừng đưa mã hồ sơ lên mạng xã hội, vì người khác có thể dùng mã đó dò thông tin của mình.'
				)
			],
			contentAreas: ['one_stop', 'rights'],
			audiences: ['residents', 'businesses'],
			taskNo: 3,
			authorKey: 'mot-cua',
			createdAt: '2026-05-08T10:10:00+07:00',
			citedDocuments: [
				'Nghị định số 118/2025/NĐ-CP',
				'Nghị định số 63/2010/NĐ-CP',
				'Nghị định số 23/2015/NĐ-CP',
				'Luật Hộ tịch số 60/2014/QH13'
			],
			cover: { palette: 'blue', motif: 'giấy hẹn' }
		},
		'2026-05-12T14:15:00+07:00',
		{ byKey: 'chu-tich', at: '2026-05-13T15:20:00+07:00' },
		'2026-05-14T08:15:00+07:00'
	),
	published(
		{
			key: 'ket-qua-khao-sat',
			title: 'Khảo sát hài lòng 6 tháng đầu năm: điều bà con khen và điều phường phải sửa',
			summary:
				'186 người đã trả lời khảo sát trong tháng 5. Tỷ lệ hài lòng chung đạt 91,4%, nhưng việc tiếp nhận góp ý mới đạt 84,9%. Phường công bố đầy đủ và nhận phần việc phải sửa.',
			body: [
				p(
					'Từ ngày 04 đến ngày 29/5/2026, phường phát phiếu tại Trung tâm Phục vụ hành chính công và tại năm tổ dân phố. Có 186 người trả lời. Phiếu không ghi tên; việc kiểm phiếu có đại diện Ủy ban Mặt trận Tổ quốc phường tham gia.'
				),
				h('Kết quả theo năm nhóm'),
				p(
					'Năm nhóm câu hỏi dựa theo phương pháp đo lường sự hài lòng của Bộ Nội vụ tại Quyết định số 1001/QĐ-BNV. Tỷ lệ dưới đây là số người chọn “hài lòng” hoặc “rất hài lòng” trên tổng số người trả lời.'
				),
				table(
					'Khảo sát tháng 5/2026, 186 phiếu',
					['Nhóm', 'Số phiếu hài lòng', 'Tỷ lệ'],
					['Tiếp cận dịch vụ', '172', '92,5%'],
					['Thủ tục hành chính', '165', '88,7%'],
					['Công chức giải quyết công việc', '174', '93,5%'],
					['Kết quả dịch vụ', '172', '92,5%'],
					['Tiếp nhận, giải quyết góp ý', '158', '84,9%'],
					['Đánh giá chung', '170', '91,4%']
				),
				h('Bà con khen gì?'),
				p(
					'Nhiều phiếu khen thái độ niềm nở ở quầy hộ tịch và việc có người hướng dẫn nộp trực tuyến ngay tại sảnh.'
				),
				h('Bà con chê gì?'),
				ul(
					'Phản ánh gửi đi rồi không biết đang ở khâu nào.',
					'Bảng hướng dẫn nhiều chữ, chữ nhỏ, khó tìm đúng thủ tục của mình.',
					'Máy lấy số đôi khi hết giấy vào đầu buổi sáng.'
				),
				h('Phường cam kết'),
				ol(
					'Mỗi phản ánh có mã tra cứu; quá hạn phải báo lý do cho người gửi.',
					'In lại bảng niêm yết khổ lớn, xếp theo việc đời thường thay vì theo tên lĩnh vực.',
					'Giao một người kiểm tra máy lấy số trước giờ mở quầy.'
				),
				p(
					'186 phiếu chưa phải là nhiều so với số dân của phường, nên kết quả chỉ cho thấy xu hướng. Kỳ khảo sát cuối năm sẽ mở rộng thêm, rất mong bà con tham gia.'
				)
			],
			contentAreas: ['indices'],
			audiences: ['residents', 'officials', 'organisations'],
			taskNo: 12,
			authorKey: 'van-hoa',
			createdAt: '2026-06-01T09:30:00+07:00',
			citedDocuments: ['Quyết định số 1001/QĐ-BNV ngày 11/12/2023 của Bộ Nội vụ'],
			cover: { palette: 'green', motif: 'phiếu khảo sát' }
		},
		'2026-06-02T16:20:00+07:00',
		{ byKey: 'chu-tich', at: '2026-06-03T14:40:00+07:00' },
		'2026-06-04T08:00:00+07:00'
	),
	published(
		{
			key: 'nhin-thang-viec-cham',
			title: 'Hai bảng niêm yết quên gỡ tờ cũ: nhìn thẳng để sửa',
			summary:
				'Đợt kiểm tra quý II phát hiện ba tờ thủ tục đã hết hiệu lực còn dán ở nhà văn hóa Đông Hạ và Phúc Khánh. Phường nêu rõ nguyên nhân, trách nhiệm và kết quả khắc phục.',
			body: [
				p(
					'Ngày 03/6/2026, Văn phòng HĐND và UBND phường cùng đại diện Ủy ban Mặt trận Tổ quốc kiểm tra việc niêm yết thủ tục hành chính tại Trung tâm và năm nhà văn hóa. Phần lớn bảng niêm yết đúng, dễ đọc. Tuy nhiên, nhà văn hóa Đông Hạ còn hai tờ, nhà văn hóa Phúc Khánh còn một tờ thuộc thủ tục đã được thay thế.'
				),
				h('Hậu quả có thật'),
				p(
					'Một người dân đọc tờ cũ ở Đông Hạ đã chuẩn bị thừa hai loại giấy và mất thêm một buổi đi lại. Phường đã gặp trực tiếp để xin lỗi. Sai sót nhỏ trên giấy trở thành một buổi làm việc bị mất của người dân, vì thế không thể xem là chuyện vặt.'
				),
				h('Nguyên nhân'),
				ul(
					'Khi có quyết định công bố thủ tục mới, Trung tâm thay bảng ở trụ sở ngay trong ngày nhưng gửi bản in xuống nhà văn hóa chậm hơn một tuần.',
					'Tổ dân phố dán tờ mới chồng lên mà không gỡ tờ cũ ở trang sau.',
					'Chưa có người chịu trách nhiệm chính cho từng bảng.'
				),
				h('Đã sửa những gì?'),
				ol(
					'Ba tờ cũ được gỡ và thay ngay trong ngày kiểm tra; toàn bộ các bảng được rà lại xong ngày 09/6.',
					'Mỗi bảng có tên người phụ trách và ngày rà gần nhất ghi ở góc dưới.',
					'Mỗi tờ in có mã QR: quét vào là biết tờ đó còn hiệu lực hay không.',
					'Trung tâm Phục vụ hành chính công và hai tổ dân phố kiểm điểm rút kinh nghiệm.'
				),
				p(
					'Phường đăng công khai việc này không phải để phê bình cho có, mà để bà con biết và cùng canh giúp. Thấy tờ nào nghi là cũ, bà con quét mã hoặc báo tổ trưởng. Đợt kiểm tra sau sẽ đọc lại kết quả trên Đài truyền thanh.'
				)
			],
			contentAreas: ['models', 'reform_tasks'],
			audiences: ['officials', 'residents', 'organisations'],
			taskNo: 24,
			authorKey: 'van-phong',
			createdAt: '2026-06-08T15:00:00+07:00',
			citedDocuments: ['Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15'],
			cover: { palette: 'earth', motif: 'kính lúp' }
		},
		'2026-06-09T16:30:00+07:00',
		{ byKey: 'chu-tich', at: '2026-06-10T09:15:00+07:00' },
		'2026-06-11T08:30:00+07:00'
	),
	published(
		{
			key: 'so-hoa-ho-so',
			title: 'Số hóa hồ sơ: vì sao cán bộ quét giấy tờ của tôi rồi trả lại?',
			summary:
				'Giấy tờ được quét, ký số và lưu để lần sau không phải nộp lại. Bà con nên kiểm tra gì khi nhận kết quả điện tử, và ai được xem dữ liệu của mình?',
			body: [
				p(
					'Nhiều bác thắc mắc: nộp giấy khai sinh của cháu, cán bộ đặt lên máy quét, đánh máy một lúc rồi trả lại, có khi còn lâu hơn trước. Việc đó gọi là số hóa hồ sơ. Làm kỹ một lần để những lần sau nhanh hơn.'
				),
				h('Số hóa ở phường diễn ra thế nào?'),
				ol(
					'Lúc nhận hồ sơ, cán bộ quét giấy tờ, kiểm tra bản quét có rõ và đủ trang hay không.',
					'Thông tin cần thiết được nhập vào hệ thống và gắn với mã hồ sơ.',
					'Lúc trả kết quả, bản điện tử có chữ ký số được đưa vào kho dữ liệu của người dân trên Cổng Dịch vụ công quốc gia.',
					'Lần sau làm thủ tục khác, hệ thống gọi lại giấy tờ đã có, người dân không phải nộp bản giấy nữa.'
				),
				h('Bà con nên kiểm tra ba điều'),
				ul(
					'Họ tên, ngày sinh, số định danh trên màn hình có đúng với bản giấy không. Sai một dấu cũng đề nghị sửa ngay tại quầy.',
					'Bản chính đã được trả lại đủ.',
					'Kết quả điện tử có mở được trong tài khoản của mình không.'
				),
				h('Ai được xem?'),
				p(
					'Chỉ cán bộ đang giải quyết hồ sơ mới được mở, và mỗi lần mở đều để lại dấu vết trên hệ thống. Cán bộ không được chụp hồ sơ bằng điện thoại cá nhân, không gửi qua nhóm trò chuyện. Bà con thấy ai làm như vậy, xin phản ánh về Văn phòng.'
				),
				p(
					'Đến hết tháng 5, phường đã số hóa kết quả của khoảng tám trong mười hồ sơ phát sinh trong năm. Phần còn lại chủ yếu là sổ, giấy cũ bị mờ, cần đối chiếu bằng tay. Bộ chỉ số đánh giá phục vụ người dân, doanh nghiệp trên Cổng Dịch vụ công quốc gia cũng dành một nhóm điểm riêng cho việc này, nên đây là việc phải làm đều, không làm theo đợt.'
				)
			],
			contentAreas: ['digital'],
			audiences: ['residents', 'officials'],
			taskNo: 21,
			authorKey: 'mot-cua',
			createdAt: '2026-06-17T10:00:00+07:00',
			citedDocuments: ['Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ'],
			cover: { palette: 'blue', motif: 'máy quét' }
		},
		'2026-06-19T15:30:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-06-22T14:10:00+07:00' },
		'2026-06-23T08:00:00+07:00'
	)
];
