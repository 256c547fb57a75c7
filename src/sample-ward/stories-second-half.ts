import { h, ol, p, published, quote, table, ul, withdrawn } from '#sample-ward/story-blocks.ts';
import type { Story } from '#sample-ward/types.ts';

export const secondHalf: Story[] = [
	published(
		{
			key: 'toan-trinh-mot-phan',
			title: 'Từ 01/7/2026: “toàn trình” là mặc định, “một phần” phải nói rõ lý do',
			summary:
				'Không còn gọi dịch vụ công mức độ 3, mức độ 4. Hai cụm từ toàn trình và một phần nghĩa là gì, khi nào bà con vẫn phải đến quầy và vì sao cơ quan nhà nước phải giải thích điều đó?',
			body: [
				p(
					'Trên Cổng Dịch vụ công quốc gia, bên cạnh tên thủ tục thường có chữ “Toàn trình” hoặc “Một phần”. Hiểu đúng hai cụm từ này, bà con biết trước mình có phải đến quầy hay không.'
				),
				h('Hiểu cho đúng'),
				ul(
					'Toàn trình: từ lúc khai, nộp, bổ sung đến lúc nhận kết quả đều làm trên mạng. Bà con không phải đến cơ quan nhà nước lần nào.',
					'Một phần: có bước làm trên mạng, nhưng còn bước phải có mặt hoặc phải kiểm tra thực tế, ví dụ ký trước mặt công chức hay xem hiện trạng đất.'
				),
				h('Điểm mới từ 01/7/2026'),
				p(
					'Nghị định số 224/2026/NĐ-CP thay thế Nghị định số 42/2022/NĐ-CP. Trước đây, thủ tục được xếp loại rồi công bố. Nay toàn trình là cách cung cấp mặc định. Cơ quan nào chỉ cung cấp một phần phải công khai lý do: cần người dân có mặt, cần kiểm tra thực địa hay do điều kiện kỹ thuật.'
				),
				table(
					'Cách gọi qua các thời kỳ',
					['Thời gian', 'Cách gọi'],
					['Đến năm 2022', 'Mức độ 1, 2, 3, 4'],
					['Từ năm 2022 đến tháng 6/2026', 'Một phần, toàn trình'],
					['Từ tháng 7/2026', 'Mặc định toàn trình; một phần phải nêu lý do']
				),
				p(
					'Xin lưu ý một điểm dễ nhầm: Nghị định mới có nói đến “mức độ” của dịch vụ công chủ động, là loại dịch vụ cơ quan nhà nước tự nhắc và chuẩn bị cho người dân. Hai cách dùng chữ “mức độ” này không liên quan đến nhau.'
				),
				h('Ở phường ta'),
				p(
					'Trung tâm Phục vụ hành chính công đang rà lại từng thủ tục. Thủ tục nào còn là một phần sẽ có dòng lý do dưới tên, in đậm trên bảng niêm yết. Bà con thấy lý do chưa thuyết phục, cứ hỏi; câu hỏi hay sẽ được phường gửi lên cấp trên kèm kiến nghị.'
				)
			],
			contentAreas: ['digital', 'policy'],
			audiences: ['residents', 'businesses', 'officials'],
			taskNo: 3,
			authorKey: 'van-hoa',
			createdAt: '2026-06-26T09:20:00+07:00',
			citedDocuments: ['Nghị định số 224/2026/NĐ-CP', 'Nghị định số 42/2022/NĐ-CP'],
			cover: { palette: 'blue', motif: 'mũi tên' }
		},
		'2026-06-30T10:00:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-07-01T15:30:00+07:00' },
		'2026-07-02T08:00:00+07:00'
	),
	published(
		{
			key: 'dang-nhap-vneid',
			title: 'Từ ngày 20/7, đăng nhập Cổng Dịch vụ công quốc gia bằng VNeID: làm từng bước',
			summary:
				'Từ 20/7/2026, Cổng Dịch vụ công quốc gia chỉ nhận đăng nhập bằng tài khoản VNeID. Bài hướng dẫn từng bước, kèm cách xử lý khi quên mật khẩu, đổi điện thoại hoặc làm hộ người thân.',
			body: [
				p(
					'Theo Quyết định số 29/2026/QĐ-TTg, từ ngày 20/7/2026, người dân đăng nhập Cổng Dịch vụ công quốc gia bằng một cách duy nhất là tài khoản định danh điện tử VNeID. Tài khoản lập riêng trên Cổng trước đây không dùng để đăng nhập được nữa.'
				),
				h('Chuẩn bị'),
				ul(
					'Điện thoại đã cài ứng dụng VNeID từ kho ứng dụng chính thức.',
					'Tài khoản định danh đã kích hoạt. Ai chưa có, mang căn cước đến Công an phường để được làm.',
					'Tệp hoặc ảnh chụp giấy tờ cần nộp, rõ bốn góc.'
				),
				h('Bảy bước nộp một bộ hồ sơ'),
				ol(
					'Mở trình duyệt, gõ dichvucong.gov.vn. Không bấm vào đường dẫn lạ trong tin nhắn.',
					'Chọn Đăng nhập, chọn tài khoản VNeID rồi xác nhận trên điện thoại của mình.',
					'Gõ tên việc cần làm vào ô tìm kiếm, ví dụ “khai sinh”.',
					'Chọn đúng thủ tục, xem giấy tờ phải có, sau đó bấm Nộp hồ sơ.',
					'Chọn nơi giải quyết: thành phố Hải Phòng, phường Cổ Thành.',
					'Điền tờ khai. Những ô đã có sẵn thông tin thì kiểm tra lại, chưa đúng thì dừng lại và hỏi.',
					'Đính kèm giấy tờ, chọn cách nhận kết quả, gửi đi và lưu mã hồ sơ.'
				),
				h('Vướng thì làm sao?'),
				p(
					'Quên mật khẩu hoặc đổi điện thoại: làm theo hướng dẫn trong ứng dụng, hoặc đến Công an phường. Làm giúp cha mẹ già: đưa các cụ cùng đến quầy hoặc buổi hướng dẫn ở nhà văn hóa, không nên giữ mật khẩu của các cụ. Không có điện thoại thông minh: bà con vẫn được nộp trực tiếp, cán bộ quầy có trách nhiệm nhập giúp.'
				),
				p(
					'Trong hai tuần đầu, Trung tâm bố trí thêm một bàn hướng dẫn vào các buổi sáng và in tờ gấp chữ lớn cho người cao tuổi.'
				)
			],
			contentAreas: ['digital'],
			audiences: ['residents', 'vulnerable', 'businesses'],
			taskNo: 3,
			authorKey: 'mot-cua',
			createdAt: '2026-07-10T08:50:00+07:00',
			citedDocuments: ['Quyết định số 29/2026/QĐ-TTg của Thủ tướng Chính phủ'],
			cover: { palette: 'green', motif: 'điện thoại' }
		},
		'2026-07-14T09:30:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-07-15T10:20:00+07:00' },
		'2026-07-16T08:00:00+07:00'
	),
	withdrawn(
		published(
			{
				key: 'lich-luu-dong-thang-8',
				title: 'Lịch hướng dẫn nộp hồ sơ lưu động tháng 8/2026',
				summary:
					'Tháng 8, tổ hướng dẫn lưu động đến hai tổ dân phố Đông Hạ và Phúc Khánh. Bà con mang giấy tờ tùy thân, điện thoại và giấy tờ của việc cần làm.',
				body: [
					p(
						'Sau khi nghỉ tháng 7 để tập trung hỗ trợ bà con chuyển sang đăng nhập bằng VNeID, tổ hướng dẫn lưu động của Đoàn Thanh niên và Trung tâm Phục vụ hành chính công phường trở lại với hai buổi trong tháng 8.'
					),
					table(
						'Lịch dự kiến',
						['Ngày', 'Nơi hướng dẫn', 'Việc ưu tiên'],
						['Thứ Bảy 08/8', 'Nhà văn hóa Đông Hạ', 'Khai sinh, cư trú, bảo hiểm cho trẻ nhỏ'],
						['Thứ Bảy 22/8', 'Nhà văn hóa Phúc Khánh', 'Hộ kinh doanh, chứng thực bản sao điện tử']
					),
					h('Bà con mang theo gì?'),
					ul(
						'Căn cước và điện thoại đã cài VNeID; ai chưa kích hoạt sẽ được cán bộ Công an phường giúp tại chỗ.',
						'Bản chính giấy tờ liên quan đến việc cần làm.',
						'Giấy hẹn cũ, nếu muốn hỏi về hồ sơ đã nộp.'
					),
					h('Buổi hướng dẫn diễn ra thế nào?'),
					p(
						'Mỗi buổi có bốn bàn: một bàn hỏi việc và phát số, hai bàn ngồi cùng bà con khai hồ sơ, một bàn dành riêng cho người cao tuổi và người khuyết tật. Bà con tự thao tác trên máy của mình, người hướng dẫn chỉ ngồi bên cạnh. Việc chưa giải quyết được tại chỗ sẽ có phiếu hẹn và người gọi lại.'
					),
					p(
						'Những ai đi làm ca, không sắp xếp được ngày thứ Bảy, có thể đến buổi tối thứ Năm hằng tuần ở nhà văn hóa An Thành. Mọi hướng dẫn đều không thu tiền. Xin nhắn giúp các gia đình có người già ở một mình để tổ đến tận nhà khi cần.'
					)
				],
				contentAreas: ['digital', 'one_stop'],
				audiences: ['residents', 'vulnerable'],
				taskNo: 18,
				authorKey: 'van-hoa',
				createdAt: '2026-07-24T10:00:00+07:00',
				citedDocuments: [],
				cover: { palette: 'green', motif: 'tờ lịch' }
			},
			'2026-07-27T09:00:00+07:00',
			{ byKey: 'pho-chu-tich', at: '2026-07-27T16:00:00+07:00' },
			'2026-07-28T08:00:00+07:00'
		),
		{
			byKey: 'pho-chu-tich',
			at: '2026-07-30T09:40:00+07:00',
			reason:
				'Ngày 22/8 nhà văn hóa Phúc Khánh phục vụ hội nghị tổ dân phố đã lên lịch từ trước; lịch đăng chưa được đối chiếu với lịch sử dụng nhà văn hóa.',
			publicNotice:
				'Bài này đã được rút vì có ngày ghi chưa đúng. Phường xin lỗi bà con. Buổi hướng dẫn ở Phúc Khánh sẽ được hẹn lại và thông báo trên truyền thanh, bảng tin nhà văn hóa.'
		}
	),
	published(
		{
			key: 'cong-dan-so',
			title: '“Công dân số” được lợi gì? Đọc kỹ trước khi bấm',
			summary:
				'Từ 15/8/2026 đến hết 28/02/2027, người đã đưa đủ năm loại giấy tờ cơ bản vào VNeID được giảm hoặc miễn phí với một số thủ tục. Hải Phòng còn miễn lệ phí khi nộp trực tuyến.',
			body: [
				p(
					'Mấy hôm nay nhiều người hỏi nhau về chuyện “công dân số được miễn phí làm giấy tờ”. Tin ấy có thật, nhưng cần hiểu đủ điều kiện để không thất vọng khi đến quầy.'
				),
				h('Chính sách chung của cả nước'),
				p(
					'Nghị quyết số 66.22/2026/NQ-CP của Chính phủ quy định: từ ngày 15/8/2026 đến hết ngày 28/02/2027, người dân đã tích hợp năm loại giấy tờ cơ bản vào VNeID được miễn hoặc giảm phí, lệ phí khi làm những thủ tục có trong danh mục. Nếu một việc cùng lúc được hưởng nhiều mức ưu đãi thì áp dụng mức có lợi nhất cho người dân.'
				),
				h('Chính sách riêng của Hải Phòng'),
				p(
					'Theo Nghị quyết số 23/2026/NQ-HĐND của Hội đồng nhân dân thành phố, từ ngày 08/8/2026, người nộp hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia hoặc VNeID không phải nộp bốn loại lệ phí: hộ tịch; giấy phép lao động cho người nước ngoài; cấp giấy chứng nhận về đất, nhà; giấy phép xây dựng; cùng bảy loại phí nêu trong nghị quyết. Hồ sơ nộp trước ngày đó vẫn theo quy định cũ.'
				),
				h('Tự kiểm tra trong năm phút'),
				ol(
					'Mở VNeID, vào mục Ví giấy tờ, xem giấy tờ nào đã tích hợp, giấy tờ nào còn thiếu.',
					'Thiếu loại nào, chọn tích hợp loại ấy; thông tin sai lệch thì đến Công an phường để được hướng dẫn.',
					'Trước khi nộp, xem dòng phí, lệ phí của thủ tục trên Cổng. Số tiền hệ thống báo khi nộp mới là căn cứ.'
				),
				h('Điều không nên tin'),
				p(
					'Không có dịch vụ “đăng ký hộ để thành công dân số”, không ai thu tiền để tích hợp giấy tờ. Ưu đãi đến từ việc bà con tự làm trên ứng dụng chính thức. Thủ tục nào được giảm, giảm bao nhiêu, xin xem danh mục niêm yết tại Trung tâm; bài viết này không thay thế danh mục đó.'
				)
			],
			contentAreas: ['digital', 'rights'],
			audiences: ['residents', 'businesses'],
			taskNo: 3,
			authorKey: 'tu-phap',
			createdAt: '2026-08-07T14:00:00+07:00',
			citedDocuments: ['Nghị quyết số 66.22/2026/NQ-CP', 'Nghị quyết số 23/2026/NQ-HĐND ngày 28/7/2026'],
			cover: { palette: 'gold', motif: 'ví giấy tờ' }
		},
		'2026-08-11T09:10:00+07:00',
		{ byKey: 'chu-tich', at: '2026-08-12T16:15:00+07:00' },
		'2026-08-13T08:00:00+07:00'
	),
	published(
		{
			key: 'tra-loi-phan-anh-thang-8',
			title: 'Phường trả lời phản ánh, kiến nghị tháng 8/2026',
			summary:
				'Tháng 8, phường tiếp nhận chín phản ánh, kiến nghị; đã trả lời tám, chuyển một việc đến cơ quan có thẩm quyền. Dưới đây là những câu trả lời nhiều người cùng quan tâm.',
			body: [
				p(
					'Thực hiện việc công khai kết quả xử lý phản ánh, kiến nghị, Văn phòng HĐND và UBND phường tổng hợp nội dung tháng 8/2026. Tên, địa chỉ của người gửi và các chi tiết có thể nhận ra người gửi đã được lược bỏ.'
				),
				table(
					'Tình hình xử lý trong tháng 8',
					['Nhóm nội dung', 'Tiếp nhận', 'Đã trả lời', 'Đã chuyển nơi khác'],
					['Thủ tục, giấy tờ', '4', '4', '0'],
					['Thái độ, tinh thần phục vụ', '2', '2', '0'],
					['Phản ánh hiện trường', '2', '1', '1'],
					['Kiến nghị, sáng kiến', '1', '1', '0'],
					['Cộng', '9', '8', '1']
				),
				h('Vì sao tôi nộp trực tuyến mà vẫn bị gọi đến quầy?'),
				p(
					'Trả lời: Hồ sơ của ông thuộc loại cung cấp một phần, phải đối chiếu bản chính. Tuy nhiên tin nhắn gửi ông không nêu lý do, gây hiểu lầm. Trung tâm đã xin lỗi và sửa mẫu tin nhắn, từ nay luôn ghi rõ lý do cần có mặt.'
				),
				h('Có hôm quầy số 2 không có người trong giờ làm việc'),
				p(
					'Trả lời: Kiểm tra sổ trực cho thấy cán bộ quầy số 2 đi đối chiếu sổ hộ tịch gần ba mươi phút mà không có người thay. Phường đã nhắc nhở cán bộ và phân công người trực thay cho từng quầy.'
				),
				h('Đề nghị đọc tin thủ tục chậm hơn trên loa'),
				p(
					'Trả lời: Đài truyền thanh tiếp thu. Từ kỳ phát ngày 26/8, phần hỏi đáp thủ tục được đọc chậm và nhắc lại nơi tiếp nhận hai lần.'
				),
				quote(
					'Tôi chỉ góp ý chuyện đọc nhanh quá, không ngờ tuần sau nghe loa đã khác. Thế là quý rồi.',
					'Một người dân Tổ dân phố Tân Lập'
				),
				p(
					'Phản ánh đã chuyển đi là việc đèn chiếu sáng trên đoạn đường do đơn vị khác quản lý. Phường tiếp tục theo dõi và báo kết quả khi có trả lời. Bà con tra tiến độ bằng mã phản ánh ở mục Tra cứu, không cần đăng nhập.'
				)
			],
			contentAreas: ['hotline'],
			audiences: ['residents', 'officials'],
			taskNo: 11,
			authorKey: 'van-phong',
			createdAt: '2026-09-04T14:30:00+07:00',
			citedDocuments: ['Nghị định số 20/2008/NĐ-CP'],
			cover: { palette: 'earth', motif: 'bàn tiếp dân' }
		},
		'2026-09-08T10:00:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-09-09T14:50:00+07:00' },
		'2026-09-10T08:00:00+07:00'
	),
	published(
		{
			key: 'sau-linh-vuc',
			title: 'Sáu lĩnh vực cải cách hành chính: chín tháng, phường ta đã làm được gì?',
			summary:
				'Cải cách hành chính không chỉ là thủ tục. Điểm lại sáu lĩnh vực bằng việc cụ thể ở phường, kể cả những việc còn dở dang đến giữa tháng 9.',
			body: [
				p(
					'Nói đến cải cách hành chính, đa số bà con nghĩ ngay đến thủ tục. Thật ra công việc này có sáu lĩnh vực, lĩnh vực nào yếu cũng kéo chậm các lĩnh vực còn lại. Xin điểm lại bằng những việc cụ thể ở phường trong chín tháng qua.'
				),
				table(
					'Việc đã làm và việc còn dở',
					['Lĩnh vực', 'Đã làm', 'Còn dở'],
					[
						'Thể chế',
						'Rà soát quy chế làm việc và nội quy tiếp công dân',
						'Quy chế của Đài truyền thanh còn đang lấy ý kiến'
					],
					[
						'Thủ tục hành chính',
						'Niêm yết lại toàn bộ theo việc đời thường, có mã QR',
						'Chưa rà xong lý do của các thủ tục một phần'
					],
					[
						'Tổ chức bộ máy',
						'Phân công rõ người thay thế cho từng vị trí ở quầy',
						'Khối lượng việc giữa các phòng chưa đều'
					],
					[
						'Chế độ công vụ',
						'Hai buổi tập huấn giao tiếp; công khai người phụ trách từng việc',
						'Còn hai phản ánh về tinh thần phục vụ trong tháng 8'
					],
					[
						'Tài chính công',
						'Công khai dự toán, quyết toán đúng hạn tại trụ sở và trên trang thông tin',
						'Giải ngân kinh phí tuyên truyền còn chậm'
					],
					[
						'Chính quyền điện tử, chính quyền số',
						'Sáu buổi hướng dẫn lưu động tại tổ dân phố',
						'Tháng 7 không tổ chức được, sẽ bù trong quý IV'
					]
				),
				h('Nhìn chung'),
				p(
					'Việc gắn trực tiếp với người dân tiến nhanh hơn việc bên trong cơ quan. Điều đó dễ thấy ở quầy một cửa: hàng chờ ngắn hơn, giấy hẹn rõ hơn. Nhưng nếu quy chế, phân công và tiền bạc không theo kịp thì kết quả khó bền.'
				),
				h('Ba việc tập trung đến cuối năm'),
				ol(
					'Hoàn thành rà soát lý do của từng thủ tục một phần trong tháng 11.',
					'Tổ chức bù buổi hướng dẫn lưu động còn thiếu.',
					'Khảo sát hài lòng cuối năm, mở rộng số người trả lời.'
				),
				p(
					'Văn bản hướng dẫn về công tác cải cách hành chính, trong đó nêu sáu lĩnh vực này, là Thông tư số 06/2026/TT-BNV. Bà con quan tâm có thể tìm ở mục Văn bản trên trang thông tin điện tử của phường.'
				)
			],
			contentAreas: ['reform_tasks'],
			audiences: ['officials', 'organisations', 'residents'],
			taskNo: 3,
			authorKey: 'van-hoa',
			createdAt: '2026-09-16T08:45:00+07:00',
			citedDocuments: ['Thông tư số 06/2026/TT-BNV của Bộ Nội vụ'],
			cover: { palette: 'red', motif: 'sáu ô' }
		},
		'2026-09-18T15:00:00+07:00',
		{ byKey: 'chu-tich', at: '2026-09-21T11:10:00+07:00' },
		'2026-09-22T08:00:00+07:00'
	),
	published(
		{
			key: 'ngay-cong-dan-so',
			title: 'Ngày Công dân số Việt Nam 15/10: mời bà con đến học một việc có ích',
			summary:
				'Hưởng ứng Ngày Công dân số Việt Nam 15/10, phường mở bốn bàn hướng dẫn tại sân Trung tâm văn hóa: tích hợp giấy tờ, nộp hồ sơ, nhận diện lừa đảo và gửi phản ánh.',
			body: [
				p(
					'Theo Nghị quyết số 66.22/2026/NQ-CP, ngày 15 tháng 10 hằng năm là Ngày Công dân số Việt Nam. Năm đầu tiên, phường không tổ chức lễ mít tinh. Thay vào đó là một buổi sáng để mỗi người học được ít nhất một việc dùng được ngay.'
				),
				h('Bốn bàn, bốn việc'),
				ul(
					'Bàn 1 - Giấy tờ của tôi: kiểm tra và tích hợp giấy tờ vào VNeID, do Công an phường phụ trách.',
					'Bàn 2 - Hồ sơ đầu tiên: nộp thử một hồ sơ trên Cổng Dịch vụ công quốc gia, do Trung tâm Phục vụ hành chính công phụ trách.',
					'Bàn 3 - Không mắc bẫy: nghe lại cuộc gọi lừa đảo đã được diễn lại, cùng tìm điểm đáng ngờ, do Đoàn Thanh niên phụ trách.',
					'Bàn 4 - Tiếng nói của tôi: gửi một phản ánh hoặc lời khen, trả lời phiếu hài lòng, do Mặt trận Tổ quốc phụ trách.'
				),
				h('Thời gian, địa điểm'),
				p(
					'Buổi sáng thứ Năm ngày 15/10/2026, tại sân Trung tâm văn hóa phường; nếu mưa, chuyển vào hội trường. Ai đi làm không đến được, năm tổ dân phố sẽ có bàn hướng dẫn vào tối cùng ngày.'
				),
				h('Ai nên đến?'),
				p(
					'Người mới dùng điện thoại thông minh, người hay phải nhờ con cháu làm hộ, chủ hộ kinh doanh nhỏ, các cháu học sinh muốn trở thành “thầy giáo” của ông bà. Mỗi cháu hướng dẫn được một người trên sáu mươi tuổi sẽ được tặng một cuốn sổ.'
				),
				p(
					'Bà con mang theo căn cước và điện thoại đã sạc đầy. Không cần mang tiền: mọi hướng dẫn đều miễn phí. Người khuyết tật, người cao tuổi cần đưa đón, xin báo Tổ trưởng tổ dân phố trước một ngày để Đoàn Thanh niên bố trí xe.'
				)
			],
			contentAreas: ['digital', 'hotline'],
			audiences: ['residents', 'vulnerable', 'businesses'],
			taskNo: 3,
			authorKey: 'van-hoa',
			createdAt: '2026-10-08T09:00:00+07:00',
			citedDocuments: ['Nghị quyết số 66.22/2026/NQ-CP'],
			cover: { palette: 'blue', motif: 'bàn tay' }
		},
		'2026-10-12T08:50:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-10-13T10:40:00+07:00' },
		'2026-10-14T07:45:00+07:00'
	),
	published(
		{
			key: 'to-cong-nghe-so',
			title: 'Tổ công nghệ số cộng đồng: ai, làm gì và bà con nhờ được việc gì?',
			summary:
				'Mỗi tổ dân phố có một Tổ công nghệ số cộng đồng gồm những người tình nguyện ngay trong xóm. Họ giúp nộp hồ sơ, nhận diện lừa đảo, và có những điều họ không được phép làm.',
			body: [
				p(
					'Hễ điện thoại báo lỗi là nhiều cụ lại gọi con cháu đang đi làm xa. Thật ra ngay trong tổ dân phố đã có người giúp được. Đó là Tổ công nghệ số cộng đồng, hoạt động theo Nghị định số 224/2026/NĐ-CP, do Ủy ban nhân dân phường thành lập và tập huấn.'
				),
				h('Họ là ai?'),
				p(
					'Ở phường ta, năm tổ dân phố có năm tổ, tổng cộng 32 người: tổ trưởng tổ dân phố, đoàn viên, hội viên phụ nữ, thầy cô giáo, cán bộ hưu trí. Họ là người tình nguyện, đeo thẻ có ảnh và tên khi làm việc.'
				),
				h('Bà con nhờ được việc gì?'),
				ul(
					'Cài và dùng ứng dụng chính thức, nộp hồ sơ trực tuyến, tra kết quả.',
					'Xem giúp một tin nhắn, một cuộc gọi có đáng ngờ hay không.',
					'Gửi phản ánh về những vướng mắc khi dùng dịch vụ số.',
					'Báo cho phường biết trong xóm có người già, người khuyết tật cần được giúp tận nhà.'
				),
				h('Điều họ không được làm'),
				ul(
					'Không hỏi, không giữ mật khẩu và mã xác thực.',
					'Không chụp, lưu giấy tờ của bà con trong máy cá nhân.',
					'Không thu tiền, không bán hàng, không giới thiệu vay vốn.'
				),
				h('Tìm họ ở đâu?'),
				p(
					'Danh sách có ảnh dán ở bảng tin nhà văn hóa. Ngoài ra, theo Nghị định số 185/2026/NĐ-CP, tổ trưởng tổ dân phố cũng có nhiệm vụ hỗ trợ người dân dùng dịch vụ công trực tuyến, nên bà con cứ hỏi tổ trưởng trước.'
				),
				p(
					'Giữa tháng 10, cả năm tổ vừa dự lớp tập huấn lần thứ hai trong năm, tập trung vào cách tích hợp giấy tờ và nhận diện video giả mạo. Anh chị em chỉ mong một điều: bà con tự cầm máy mà làm, làm sai thì làm lại, đừng ngại.'
				)
			],
			contentAreas: ['models', 'digital'],
			audiences: ['residents', 'vulnerable', 'organisations'],
			taskNo: 22,
			authorKey: 'truyen-thanh',
			createdAt: '2026-10-21T08:30:00+07:00',
			citedDocuments: ['Nghị định số 224/2026/NĐ-CP', 'Nghị định số 185/2026/NĐ-CP'],
			cover: { palette: 'green', motif: 'vòng tròn' }
		},
		'2026-10-26T09:00:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-10-27T15:45:00+07:00' },
		'2026-10-28T08:00:00+07:00'
	),
	published(
		{
			key: 'ngay-van-hoa-24-11',
			title: 'Ngày Văn hóa Việt Nam 24/11: quầy một cửa nghỉ một ngày, hồ sơ trực tuyến vẫn nhận',
			summary:
				'Thứ Ba 24/11/2026 là ngày nghỉ lễ mới, người lao động được nghỉ một ngày. Trung tâm Phục vụ hành chính công nghỉ, thời hạn hồ sơ được tính sang ngày làm việc kế tiếp.',
			body: [
				p(
					'Từ năm 2026, ngày 24 tháng 11 - Ngày Văn hóa Việt Nam - là ngày nghỉ lễ theo Nghị quyết số 28/2026/QH16 của Quốc hội. Năm đầu tiên, ngày này rơi vào thứ Ba. Trụ sở phường và Trung tâm Phục vụ hành chính công nghỉ ngày 24/11, làm việc lại từ thứ Tư 25/11/2026.'
				),
				h('Việc của bà con được tính thế nào?'),
				ul(
					'Hồ sơ nộp trực tuyến trong ngày 24/11 vẫn gửi được, cán bộ tiếp nhận vào sáng thứ Tư 25/11.',
					'Hồ sơ có ngày hẹn rơi đúng 24/11 được trả vào ngày làm việc tiếp theo, tức thứ Tư 25/11.',
					'Thời hạn tính bằng ngày làm việc không tính ngày 24/11.',
					'Hồ sơ chứng thực, hộ tịch nhận sau 15 giờ thứ Hai 23/11 có thể trả vào thứ Tư 25/11. Việc cần gấp, xin đến sớm trong ngày thứ Hai.'
				),
				h('Ai trực ngày nghỉ?'),
				p(
					'Lãnh đạo phường, Công an phường và Trạm Y tế trực theo lịch niêm yết tại cổng trụ sở. Đài truyền thanh vẫn phát các thông báo khẩn nếu có.'
				),
				h('Phường làm gì trong Ngày Văn hóa?'),
				p(
					'Buổi sáng, đội văn nghệ của năm tổ dân phố giao lưu tại Trung tâm văn hóa phường. Các cháu thiếu nhi thi kể chuyện về nghề cũ của làng. Góc sách ở nhà văn hóa An Thành mở cửa cả ngày, có bàn trà cho các cụ cao niên kể lại chuyện xưa để Đoàn Thanh niên ghi âm lưu giữ.'
				),
				p(
					'Một nét văn hóa nhỏ mà ai cũng làm được: đến quầy một cửa xếp hàng theo số, nhường người già và người bế con nhỏ. Cán bộ chào trước, bà con cảm ơn sau. Phường chúc mọi gia đình một ngày nghỉ vui và ý nghĩa.'
				)
			],
			contentAreas: ['one_stop', 'policy'],
			audiences: ['residents', 'businesses', 'officials'],
			taskNo: 3,
			authorKey: 'mot-cua',
			createdAt: '2026-11-17T09:15:00+07:00',
			citedDocuments: ['Nghị quyết số 28/2026/QH16 của Quốc hội'],
			cover: { palette: 'red', motif: 'trống đồng' }
		},
		'2026-11-18T10:30:00+07:00',
		{ byKey: 'pho-chu-tich', at: '2026-11-19T09:20:00+07:00' },
		'2026-11-20T08:00:00+07:00'
	)
];
