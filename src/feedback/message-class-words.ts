/**
 * Words by which messages are told apart, as people say them, with tones; the match also finds them typed without.
 * `*` stands for up to three words between. Data only: what a group means for a class stands in message-class.ts.
 */
export type Group = { says: string; words: string };

export const words = {
	officer: {
		says: 'nói đến người làm việc cho cơ quan',
		words: `cán bộ|quầy|công chức|viên chức|nhân viên|chuyên viên|một cửa|bộ phận tiếp nhận|bộ phận tiếp dân|địa chính|tư pháp|hộ tịch|chủ tịch|phó chủ tịch|bí thư|lãnh đạo|trưởng phòng|tổ trưởng|trưởng thôn|trưởng khu|trưởng ấp|khu trưởng|tổ phó|trưởng công an|phó công an|công an viên|kế toán phường|kế toán xã|kế toán|thủ quỹ|hiệu trưởng|hiệu phó|giáo viên|cô giáo|thầy giáo|bác sĩ|y tá|điều dưỡng|y sĩ|bảo vệ|văn thư|lễ tân|người tiếp nhận|cán bộ chính sách|thanh tra|dân phòng|bảo vệ dân phố|tổ bảo vệ|quản lý đô thị|trật tự đô thị|quan chức|quan phường|giám đốc trung tâm|trưởng trạm|trạm trưởng|trạm y tế|ban quản lý|đồng chí`
	},
	self: {
		says: 'chạm đến quyền lợi của chính người gửi',
		words: `tôi|nhà tôi|của tôi|gia đình tôi|chúng tôi|nhà em|gia đình em|đất nhà tôi|bố tôi|mẹ tôi|em|mình|gia đình mình`
	},
	danger: {
		says: 'có nguy hiểm đến tính mạng',
		words: `cháy nhà|nhà cháy|đang cháy|bốc cháy|bùng cháy|cháy lớn|cháy to|cháy rồi|cháy xe|cháy rừng|cháy kho|cháy xưởng|cháy chợ|phát hỏa|hỏa hoạn|lửa bùng|lửa cháy|lửa lan|lửa to|ngọn lửa|khói mù mịt|khói đen|nổ bình ga|nổ bình gas|xì ga|xì gas|ga xì|rò ga|rò rỉ ga|rò rỉ gas|rò rỉ khí|mùi ga nồng nặc|mùi gas|sợ nổ|sắp nổ|phát nổ|đuối nước|chết đuối|rơi xuống ao|rơi xuống sông|rơi xuống hồ|rơi xuống giếng|rơi xuống cống|ngã xuống ao|ngã xuống sông|ngã xuống hồ|ngã xuống giếng|ngã xuống kênh|bị cuốn|nước cuốn|lũ cuốn|cuốn trôi|điện giật|bị giật điện|bất tỉnh|ngất xỉu|ngất lịm|ngừng thở|không thở|khó thở|ngừng tim|co giật|đột quỵ|hôn mê|máu me|chảy máu|chảy nhiều máu|mất máu|nguy kịch|hấp hối|bị thương nặng|mắc kẹt|bị kẹt|kẹt trên|kẹt trong|kẹt ở|chém nhau|đâm nhau|đâm chém|đuổi chém|chém người|đâm người|bị đâm|bị chém|cầm dao|cầm mã tấu|cầm kiếm|vác dao|cầm gậy|dao dọa|hỗn chiến|ẩu đả|đang đánh nhau|đánh nhau to|đang bị đánh|đánh hội đồng|nổ súng|tự tử|tự vẫn|tự sát|nhảy cầu|nhảy lầu|định nhảy|đòi nhảy|uống thuốc sâu|uống thuốc trừ sâu|uống thuốc diệt cỏ|sập nhà|nhà sập|tường sập|sập tường|sập giàn giáo|vùi lấp|bị đè|vỡ đê|nước lũ|lũ quét|lũ dâng|nước dâng|nước lên nhanh|sạt lở đất vào nhà|tóe lửa|tóe điện|chập điện cháy|dây điện * đứt|dây điện đứt|dây điện rơi|đứt dây điện|điện cao thế đứt|tai nạn|tông nhau|đâm xe|lật xe|bắt cóc|ngộ độc|bị rắn cắn|rắn độc cắn|đe dọa tính mạng|nguy hiểm tính mạng|nguy hiểm đến tính mạng|sắp chết|chết mất|lên cơn|hóc dị vật|trở dạ|sắp đẻ|sắp sinh`
	},
	help: {
		says: 'kêu cứu, cần đến ngay',
		words: `cứu với|cứu tôi|cứu em|cứu cháu|cứu người|cứu nhà|cứu mẹ|cứu bố|cứu con|kêu cứu|xin cứu|cứu hỏa|cứu nạn|cứu hộ|giúp với|cấp cứu|xe cứu thương|gọi 113|gọi 114|gọi 115|113|114|115|đến ngay|tới ngay|xuống ngay|lên ngay|khẩn cấp|khẩn trương đến|đến giúp|đến gấp|gọi công an với|gọi cứu|làm ơn|nhanh lên|mau lên|mau đến|ngay bây giờ|bây giờ|ngay lập tức`
	},
	now: { says: 'việc đang xảy ra', words: `đang|hiện đang|lúc này|vừa|vừa xảy ra|sắp|trước mặt` },
	notNow: {
		says: 'việc đã qua hoặc chỉ là nguy cơ',
		words: `nguy cơ|nếu xảy ra|nếu có|khi có|lỡ có|phòng cháy|chữa cháy|pccc|diễn tập|tập huấn|tuyên truyền|lắp đặt|tháng trước|năm ngoái|tuần trước|tuần qua|hôm qua|hôm kia|hôm trước|đêm qua|tối qua|đã từng|dễ|dễ gây|hay xảy ra|thường xuyên|liên tục|thường|đã nhiều|nhiều vụ|đã có người|có thể gây|sợ có ngày|tiềm ẩn|làm sao để|thủ tục|tìm lại|đã giúp|cảm ơn|bắt cháy|mấy hôm|cả tuần|tuần nay|tháng nay|lâu nay`
	},
	crime: {
		says: 'nói về hành vi phạm tội',
		words: `đánh bạc|cờ bạc|sóc đĩa|xóc đĩa|chọi gà|đá gà|cá độ|lô đề|số đề|ghi đề|đánh đề|bán đề|tài xỉu ăn tiền|ba cây ăn tiền|tá lả ăn tiền|sới bạc|sòng bạc|mại dâm|gái gọi|kích dục|ma túy|hút chích|tiêm chích|chích hút|hút hít|đập đá|hàng đá|thuốc lắc|cần sa|bóng cười|con nghiện|nghiện hút|xì ke|hàng cấm|pháo lậu|pháo nổ|buôn lậu|hàng lậu|buôn người|mua bán người|vũ khí|súng tự chế|trộm cắp|trộm chó|bắt trộm|trộm đột nhập|kẻ trộm|tên trộm|bị trộm|mất trộm|ăn trộm|lấy trộm|trộm xe|trộm đồ|lấy cắp|ăn cắp|đánh cắp|đột nhập|cạy cửa|phá khóa|cắt khóa|bẻ khóa|móc túi|lấy mất|cướp giật|cướp|giật túi|giật điện thoại|giật dây chuyền|giật đồ|lừa đảo|lừa tiền|lừa lấy|bị lừa|lừa bán|lừa mất|chiếm đoạt|giả danh|mạo danh|xưng là|giả mạo công an|chiếm quyền điều khiển|rút sạch|mất sạch tiền|hack|huy động vốn|vỡ hụi|giật hụi|vỡ nợ bỏ trốn|bỏ trốn|đa cấp lừa|cho vay nặng lãi|vay nặng lãi|cho vay lãi|cho vay lấy lãi|vay lãi cắt cổ|lãi cắt cổ|tín dụng đen|xã hội đen|đòi nợ thuê|siết nợ|tạt sơn|ném chất bẩn|ném mắm tôm|khủng bố|đe dọa|dọa giết|dọa chém|dọa đánh|tống tiền|cưỡng đoạt|bảo kê chợ|giết người|hiếp dâm|xâm hại|dâm ô|sàm sỡ|quấy rối tình dục|bạo hành|bạo lực gia đình|đánh đập|hành hung|đánh vợ|đánh con|bị đánh|đánh trọng thương|cố ý gây thương tích|gây thương tích|hủy hoại tài sản|đập phá|đốt xe|đốt nhà|tiền giả|làm giả giấy tờ|giấy tờ giả|bằng giả|sổ đỏ giả|hàng giả|thực phẩm bẩn|bán thuốc giả|sản xuất rượu giả|chất cấm|khai thác cát trộm|khai thác cát trái phép|hút cát trái phép|cát tặc|khai thác khoáng sản|phá rừng|đánh cá bằng điện|kích điện|đánh bắt bằng điện|nổ mìn|trốn truy nã|truy nã|đối tượng truy nã|nuôi nhốt động vật hoang dã|bẫy chim|đua xe|ném đá vào xe|truyền đạo trái phép|chống phá`
	},
	police: {
		says: 'báo cho công an',
		words: `báo công an|trình báo|tố giác|tin báo|đề nghị công an|mong công an|nhờ công an|công an vào cuộc|công an điều tra|công an kiểm tra|công an xử lý|công an bắt|truy tìm|bắt giữ|điều tra`
	},
	suspect: {
		says: 'nói đến kẻ đáng ngờ',
		words: `đối tượng|kẻ gian|kẻ xấu|kẻ lạ|nhóm thanh niên|thanh niên|nghi|tụ tập|băng nhóm|giang hồ|hàng xóm|nghi ngờ|nghi có|dấu hiệu`
	},
	accuse: { says: 'tự gọi là tố cáo', words: `tố cáo|đơn tố cáo|tôi tố|xin tố|đứng ra tố` },
	graft: {
		says: 'nói đến tham nhũng, trục lợi',
		words: `nhận hối lộ|ăn hối lộ|hối lộ|đưa hối lộ|nhận đút lót|đút lót|tham ô|tham nhũng|ăn chặn|ăn bớt|cắt xén|xà xẻo|bỏ túi|bỏ túi riêng|đút túi|rút ruột|trục lợi|vụ lợi|tư lợi|khai khống|lập khống|khống hồ sơ|kê khống|khống danh sách|hồ sơ khống|chứng từ khống|làm giả hồ sơ|giả hồ sơ|hồ sơ giả|giả mạo hồ sơ|giả mạo chữ ký|ký khống|ký giả|làm giả chữ ký|khai man|man khai|cấp đất trái|cấp đất sai|cấp sổ đỏ trái|cấp sổ trái|giao đất trái|bán đất công|bán đất trái|lấn chiếm đất công|chiếm đất công|xẻ thịt đất|trái thẩm quyền|lạm quyền|lộng quyền|lạm dụng chức vụ|lợi dụng chức vụ|lợi dụng chức quyền|lợi dụng quyền|lợi ích nhóm|chia chác|lại quả|chung chi|bao che|bảo kê|tiếp tay|thông đồng|móc ngoặc|cấu kết|câu kết|biển thủ|thụt két|chiếm dụng|lạm thu|thu tiền trái|thu sai quy định|thu trái quy định|ngoài sổ sách|không hóa đơn|không có hóa đơn|không biên lai|không có biên lai|không phiếu thu|không có phiếu thu|không xuất hóa đơn|chi sai|chi khống|chi vào việc riêng|dùng vào việc riêng|tiêu xài cá nhân|nâng khống|thất thoát|bằng cấp giả|sử dụng bằng giả|dùng bằng giả|chạy chức|chạy việc|chạy án|mua chức|con ông cháu cha|đưa người nhà vào|cho người nhà vào|vi phạm pháp luật|vi phạm nghiêm trọng|làm trái pháp luật|làm trái|cố ý làm trái|sai phạm|tiêu cực|nhận tiền hàng tháng|bòn rút|vơ vét|ép * nộp thêm|quỹ đen`
	},
	bribe: {
		says: 'nói đến việc nhận, đòi tiền',
		words: `nhận * triệu|nhận tiền|lấy tiền|nhận phong bì|đòi * triệu|đòi * nghìn|đòi tiền|vòi tiền|vòi vĩnh|vòi * triệu|xin * triệu mới|ép * đưa tiền|ép đưa|đòi phong bì|phải có phong bì|phải đưa * tiền|phải đưa * triệu|phải lót tay|lót tay|tiền bồi dưỡng|đòi bồi dưỡng|gợi ý bồi dưỡng|làm luật|chi thêm|ăn tiền của dân|ăn tiền|đưa tiền mới|đưa * triệu mới|chuyển khoản cho * cán bộ|tiền lót tay|bôi trơn`
	},
	complain: {
		says: 'tự gọi là khiếu nại',
		words: `khiếu nại|đơn khiếu nại|khiếu kiện|khiếu nại lần hai|khiếu lại`
	},
	disagree: {
		says: 'không đồng ý, đòi xem lại',
		words: `không đồng ý|không đồng tình|không nhất trí|không chấp nhận|chưa đồng ý|chưa nhất trí|không thể chấp nhận|không chấp thuận|phản đối|bác bỏ|oan|oan sai|oan ức|bất công|vô lý|không thỏa đáng|chưa thỏa đáng|quá thấp|rẻ mạt|không bồi thường|không đền bù|không được bồi thường|hủy quyết định|hủy bỏ|hủy biên bản|thu hồi quyết định|rút quyết định|sửa quyết định|thay đổi quyết định|xem xét lại|xem lại|tính lại|đo lại|giải quyết lại|rà soát lại|thẩm định lại|không có căn cứ|thiếu căn cứ|không căn cứ|không đúng pháp luật|trái pháp luật|trái luật|trái quy định|sai quy định|không đúng quy định|không đúng thực tế|không đúng sự thật|không nêu lý do|không có lý do|không rõ lý do|không có văn bản|ghi sai|áp dụng sai|xâm phạm|ảnh hưởng quyền lợi|thiệt hại cho gia đình|bị thiệt thòi|thiệt thòi|không đúng|không phục|chưa thuyết phục|bức xúc với quyết định`
	},
	act: {
		says: 'nói đến một quyết định, hành vi hành chính',
		words: `quyết định|quyết định xử phạt|xử phạt|phạt tôi|phạt nhà tôi|phạt gia đình|bị phạt|mức phạt * tôi|biên bản|cưỡng chế|thu hồi đất|thu hồi * đất|thu hồi|bồi thường|đền bù|giải tỏa|giải phóng mặt bằng|tái định cư|phương án|giá đất|từ chối cấp|từ chối tiếp nhận|từ chối xác nhận|từ chối chứng thực|từ chối giải quyết|từ chối đăng ký|không cho tôi|không cấp cho|không công nhận|đưa ra khỏi danh sách|loại khỏi danh sách|loại * ra khỏi|cắt chế độ|cắt trợ cấp|cắt hộ nghèo|dừng trợ cấp|thông báo thu hồi|kết luận|kết quả giải quyết|kết quả hòa giải|văn bản trả lời|công văn trả lời|tháo dỡ|đình chỉ|thu giữ|tạm giữ|tịch thu|kỷ luật tôi|buộc thôi việc|cấp sổ đỏ cho người khác|cấp chồng|cấp nhầm`
	},
	rude: {
		says: 'nói về thái độ của người làm việc',
		words: `thái độ|thiếu tôn trọng|không tôn trọng|coi thường|khinh thường|khinh người|coi dân|khinh dân|bề trên|ra vẻ|hống hách|hách dịch|hạch sách|hạch họe|cửa quyền|quan liêu|cáu gắt|cáu kỉnh|cáu bẳn|gắt|gắt gỏng|gắt lên|quát|quát tháo|quát mắng|quát nạt|mắng|mắng mỏ|chửi bới|chửi dân|nạt|nạt nộ|dọa nạt dân|to tiếng|lớn tiếng|xẵng giọng|sẵng giọng|nặng lời|nói năng|ăn nói|cộc lốc|trống không|nói trống|xấc xược|hỗn láo|cằn nhằn|càu nhàu|lườm|nguýt|nhăn nhó|khó chịu ra mặt|lạnh nhạt|lạnh lùng|thờ ơ|dửng dưng|vô cảm|hờ hững|vô trách nhiệm|thiếu trách nhiệm|không có trách nhiệm|thiếu tinh thần trách nhiệm|tắc trách|cẩu thả|làm việc qua loa|nhũng nhiễu|sách nhiễu|gây khó dễ|gây phiền hà|làm khó|làm khó dễ|hành dân|hành hạ dân|hành là chính|trù dập|trù úm|thiên vị|không công tâm|không công bằng|mất lịch sự|bất lịch sự|thiếu lịch sự|thiếu văn hóa|vô văn hóa|vô lễ|không niềm nở|không nhiệt tình|thiếu nhiệt tình|kém nhiệt tình|không hợp tác|ném hồ sơ|vứt hồ sơ|ném giấy|quăng hồ sơ|ném trả|không thèm|chẳng thèm|chả thèm|đuổi dân|đuổi các cụ|đuổi tôi|đuổi về|xua đuổi|tác phong|phong cách làm việc|bắt bẻ|xúc phạm dân|lăng mạ|miệt thị|kênh kiệu|vênh váo|không coi ai ra gì|trả lời cho qua|tinh tướng|bảo về mà|phục vụ kém|tiếp dân kém`
	},
	lazy: {
		says: 'nói về việc không làm đúng phận sự',
		words: `đi muộn|đi làm muộn|đến muộn|về sớm|vắng mặt|bỏ vị trí|rời vị trí|bỏ trực|không có mặt|trốn việc|chơi game|chơi điện tử|lướt mạng|lướt facebook|lướt điện thoại|lướt tiktok|xem tiktok|xem phim|xem điện thoại|xem youtube|bấm điện thoại|chơi điện thoại|dùng điện thoại|ôm điện thoại|nghe điện thoại suốt|buôn chuyện|nói chuyện riêng|chuyện riêng|tán gẫu|tán chuyện|tám chuyện|cười nói|cười cợt|cười đùa|ngồi chơi|uống trà|uống nước chè|ăn quà|ăn sáng trong giờ|ngủ gật|ngủ trong giờ|uống rượu|say rượu|say xỉn|nồng nặc mùi rượu|hơi men|mùi rượu|mặt đỏ gay|hút thuốc trong phòng|đùn đẩy|đùn qua|đẩy qua đẩy lại|đá bóng trách nhiệm|né tránh|trốn tránh|không giải thích|không hướng dẫn|chẳng hướng dẫn|không tiếp dân|không tiếp|từ chối tiếp dân|không nghe máy|không ai nghe máy|không bắt máy|không nghe điện thoại|gọi * không nghe|không có người trực|không có ai trực|không ai trực|không thấy ai trực|quầy trống|quầy * không có ai|khóa cửa|đóng cửa sớm|đóng cửa trong giờ|nghỉ sớm|để dân chờ|bắt dân chờ|bắt chờ|dân chờ|bỏ mặc dân|dân ngồi chờ|dân đợi|để dân đợi|mặc dân|hẹn * không đến|hẹn * mới đến|không một lời xin lỗi|không xin lỗi|đang giờ nghỉ|làm việc riêng|việc riêng|đi ăn cơm|làm ngơ|phớt lờ|không giải quyết|không thèm giải quyết|bao che cho nhau`
	},
	paper: {
		says: 'nói về thủ tục, giấy tờ',
		words: `hồ sơ|thủ tục|giấy tờ|giấy hẹn|biên nhận|khai sinh|giấy khai sinh|kết hôn|đăng ký kết hôn|khai tử|chứng tử|chứng thực|sao y|công chứng|sổ đỏ|sổ hồng|giấy chứng nhận|sang tên|tách thửa|đăng ký biến động|cấp đổi|cấp lại|giấy phép|giấy phép xây dựng|cấp phép|căn cước|cccd|tạm trú|thường trú|nhập khẩu|hộ khẩu|xác nhận|giấy xác nhận|tình trạng hôn nhân|độc thân|dịch vụ công|cổng dịch vụ công|trực tuyến|online|vneid|định danh|tài khoản định danh|lý lịch tư pháp|hộ tịch|trích lục|đăng ký kinh doanh|hộ kinh doanh|thẻ bhyt|bhyt|bảo hiểm y tế|thai sản|trợ cấp|chế độ|mai táng phí|bảo trợ|hộ nghèo|người có công|thương binh|tờ khai|mẫu đơn|biểu mẫu|phần mềm|hệ thống|app|ứng dụng|một cửa|niêm yết|lệ phí|phí|nộp hồ sơ|con dấu|chữ ký số|trả kết quả|kết quả|thừa kế|di chúc|quyền sử dụng đất|đất đai|đất ở|chuyển mục đích`
	},
	delay: {
		says: 'bị chậm, bị phiền',
		words: `chậm|chậm trễ|chậm trả|trả chậm|trễ|trễ hẹn|sai hẹn|lỡ hẹn|quá hạn|quá hẹn|hẹn lại|hẹn đi hẹn lại|hẹn lần này|hẹn lên hẹn xuống|hẹn * lần|lần này lần khác|hết lần này|chưa có kết quả|chưa trả|chưa được trả|chưa được cấp|chưa được giải quyết|chưa giải quyết|chưa nhận được|vẫn chưa|mãi chưa|mãi không|vẫn không|đến nay chưa|chờ mãi|đợi mãi|chờ dài cổ|bảo chờ|bắt đợi|ngâm hồ sơ|ngâm|om hồ sơ|để đấy|không hồi âm|không phản hồi|không thấy phản hồi|vẫn đang tiếp nhận|đang xử lý mãi|đi lại nhiều|đi lại * lần|đi đi lại lại|chạy đi chạy lại|đi lên đi xuống|lên xuống * lần|lên phường * lần|đến * lần|trả lại hồ sơ|bị trả lại|trả về|trả hồ sơ|bị từ chối|thất lạc|làm mất hồ sơ|quên hồ sơ|thiếu dấu`
	},
	pending: {
		says: 'chưa xong, chưa đúng',
		words: `chưa thấy|chưa nhận|chưa có|chưa được|chưa xong|không trả lời|om|im lặng|nhiều lần|lần thứ|ghi sai|viết sai|sai tên|in sai|nhập sai|sai thông tin|sai ngày sinh|ghi nhầm|mất hồ sơ|không thấy trả lời`
	},
	extra: {
		says: 'bị đòi thêm giấy tờ, thủ tục phiền hà, niêm yết sai',
		words: `bắt bổ sung|yêu cầu bổ sung|đòi bổ sung|bổ sung thêm|thêm giấy|đòi thêm|yêu cầu thêm|bắt thêm|bắt nộp|bắt mang|bắt làm lại|bắt khai lại|bắt đi|bắt về|thiếu một loại|thiếu giấy|lại bảo thiếu|nói thiếu|kêu thiếu|bảo thiếu|vẫn bắt|vẫn đòi|vẫn yêu cầu|rườm rà|phiền hà|phiền phức|nhiêu khê|lằng nhằng|rắc rối|phức tạp|nhiều khâu|nhiều giấy tờ|quá nhiều giấy|nhiều cửa|không hề có giấy|không có trong|không niêm yết|chưa niêm yết|niêm yết sai|niêm yết cũ|niêm yết * cũ|ghi * cũ|lệ phí cũ|mẫu cũ|không cập nhật|chưa cập nhật|hết hiệu lực|khác với niêm yết|không đúng niêm yết|thu phí cao|thu quá|thu thêm|thu sai|không rõ ràng|mỗi nơi một kiểu|mỗi người nói một kiểu|mỗi lần một kiểu|mỗi hôm một kiểu|đẩy * sang|chỉ * sang|chỉ lòng vòng|lòng vòng|đá qua đá lại|cơ quan này đẩy|đẩy qua`
	},
	system: {
		says: 'hệ thống trực tuyến bị lỗi',
		words: `báo lỗi|bị lỗi|toàn lỗi|lỗi|treo|bị treo|không nộp được|không vào được|không đăng nhập được|đăng nhập không được|không truy cập được|không tải được|không gửi được|không đính kèm được|không nhận mã|không có mã otp|không nhận được mã|không liên thông|không đồng bộ|không kết nối|nghẽn mạng|sập mạng|mạng chậm|quay mãi|hết phiên|hết hạn phiên`
	},
	rule: {
		says: 'nói về một quy định',
		words: `quy định|nghị định|thông tư|nghị quyết|luật|bộ luật|chính sách|cơ chế|tiêu chí|tiêu chuẩn|mức phạt|mức hỗ trợ|mức trợ cấp|mức thu|mức phí|mức đóng|mức lương|mức chuẩn|chuẩn nghèo|hạn mức|định mức|điều kiện hưởng|điều kiện để|quy chế|hương ước|quy ước|văn bản|hướng dẫn của|quy trình|quyết định số|quyết định|độ tuổi hưởng|thời hạn|giảm trừ|khung giá|bảng giá đất|thuế suất`
	},
	unfit: {
		says: 'thấy chưa hợp lý',
		words: `bất hợp lý|chưa hợp lý|không hợp lý|vô lý|bất cập|chưa phù hợp|không phù hợp|không còn phù hợp|không sát thực tế|chưa sát thực tế|xa rời thực tế|xa thực tế|không thực tế|thiếu thực tế|mâu thuẫn|chồng chéo|vênh|vênh nhau|trái ngược|khác nhau|không thống nhất|chưa thống nhất|không đồng bộ|không khả thi|khó thực hiện|khó áp dụng|khó hiểu|không rõ|chưa rõ|chung chung|vướng mắc|vướng|bó tay|lạc hậu|lỗi thời|cứng nhắc|máy móc|rườm rà|quá cao|quá nặng|quá thấp|quá lớn|quá nhỏ|quá ngắn|quá dài|quá ít|quá khắt khe|khắt khe|cao quá|thấp quá|quá sức|thiệt cho dân|thiệt thòi cho|bất công|gây khó cho|làm khó người dân|làm khó dân|khổ dân|khó cho dân|nên bỏ|cần bỏ|bãi bỏ|cần sửa|cần được sửa|nên sửa|sửa đổi|sửa lại|cần điều chỉnh|điều chỉnh|xem xét lại|xem lại|nên nâng|nâng mức|nên giảm|nới lỏng|nới|thay đổi quy định|không theo kịp|không biết theo cái nào|không cần thiết`
	},
	trouble: {
		says: 'nói về việc tại hiện trường',
		words: `ổ gà|ổ voi|ổ trâu|hố ga|hố sâu|hố tử thần|sụt lún|sụt|lún|lún nứt|nứt nẻ|nứt toác|bong tróc|xuống cấp|hư hỏng|nắp cống|cống hở|cống vỡ|tắc cống|cống tắc|cống nghẹt|nghẹt cống|ứ đọng|đọng nước|ngập|ngập úng|ngập nước|lầy lội|trơn trượt|bùn đất|rơi vãi|bụi|bụi bặm|bụi mù|khói bụi|ô nhiễm|mùi hôi|hôi thối|bốc mùi|mùi thối|thối|hôi tanh|nước thải|xả thải|rác|rác thải|đổ rác|vứt rác|xả rác|bãi rác|xác động vật|phế thải|vật liệu xây dựng|đốt rác|đốt rơm|đốt rơm rạ|đốt phế liệu|ruồi muỗi|muỗi|chuột|chó thả rông|thả rông|chó dữ|chó cắn|chó sủa|phân chó|gia súc|trâu bò|nuôi lợn|nuôi heo|nuôi gà|nuôi bò|nuôi vịt|lò mổ|giết mổ|chuồng|ồn ào|tiếng ồn|ồn|inh ỏi|karaoke|loa kẹo kéo|mở loa|mở nhạc|nhạc xập xình|hát hò|xập xình|không ngủ được|mất ngủ|lấn chiếm|chiếm vỉa hè|chiếm lòng đường|họp chợ|chợ cóc|bày bán|bán hàng rong|mái che|mái vẩy|đỗ xe|đậu xe|đỗ chắn|chắn lối|chặn đường|chắn ngang|chắn đường|bịt đường|bịt lối đi|rào đường|rào lối đi|rào lại|xe tải|xe ben|xe quá tải|quá tải|xe container|chạy ầm ầm|phóng nhanh|lạng lách|tắc đường|ùn tắc|kẹt xe|mất nước|mất điện|cúp điện|cúp nước|cắt nước|nước yếu|nước đục|nước * đục|đục ngầu|nước bẩn|nước có mùi|điện yếu|chập chờn|điện chập chờn|dây điện|dây diện|cột điện|trụ điện|cáp viễn thông|dây cáp|dây mạng|võng xuống|sà xuống|thòng xuống|chằng chịt|nghiêng|sắp đổ|sắp sập|gãy|đổ ngang|cây đổ|cây nghiêng|cành cây|cây che|tối om|tối thui|không sáng|không có đèn|đèn không|đèn hỏng|đèn đường * hỏng|đèn * không|đèn đường|bóng đèn|bóng cháy|mất biển báo|biển báo|gờ giảm tốc|đèn tín hiệu|đèn giao thông|vạch kẻ|lan can|xe rác|thu gom rác|gom rác|sạt lở|xói lở|kênh mương|mương|tưới tiêu|bồi lấp|nước tưới|bơm nước|dịch bệnh|sâu bệnh|xây dựng trái phép|xây trái phép|xây không phép|xây sai phép|xây lấn|cơi nới|lấn đất|lấn ngõ|lấn đường|biển quảng cáo|rao vặt|quảng cáo dán|dán quảng cáo|vẽ bậy|loa phường * to|hư|hỏng|bị vỡ|vỡ|bể|rò nước|rò rỉ nước|rỉ nước|vỡ ống|vỡ đường ống|ống nước|cỏ mọc|cây cối um tùm|um tùm|hoang hóa|bỏ hoang|nhà hoang|chưa dọn|không dọn|không ai dọn|không ai xử lý|không ai thông|không ai sửa|chưa sửa|không sửa|cày nát|nham nhở|đào đường|đào lên|thi công|mất vệ sinh|bẩn thỉu|nhếch nhác|mất mỹ quan|mất an toàn|nguy hiểm cho người đi|tai nạn nhiều|xưởng|quán nhậu`
	},
	site: {
		says: 'nêu nơi chốn cụ thể',
		words: `đường|đoạn đường|ngõ|hẻm|ngách|phố|vỉa hè|ngã ba|ngã tư|cổng chợ|chợ|trước cổng|trước cửa|trước nhà|đầu ngõ|cuối ngõ|đầu xóm|cuối xóm|khu phố|thôn|xóm|cầu|cống|kênh|ao|hồ|nhà văn hóa|nghĩa trang|khu đất|bãi|sân chơi|công viên|cột|cây|xe|nước máy`
	},
	propose: {
		says: 'có đề xuất, mong muốn',
		words: `đề xuất|kiến nghị|đề nghị|xin đề nghị|mong|mong muốn|mong được|rất mong|ước gì|giá như|giá mà|nên|thiết nghĩ|theo tôi|theo em|theo ý kiến|theo mình|em nghĩ|tôi nghĩ|tôi thấy nên|nguyện vọng|hy vọng|cần có|cần phải có|tại sao không|sao không|hay là|xin kiến nghị`
	},
	idea: {
		says: 'tự gọi là góp ý, sáng kiến',
		words: `góp ý|đóng góp ý kiến|ý kiến đóng góp|xin góp|hiến kế|sáng kiến|ý tưởng|đề xuất|giải pháp|mô hình|kiến nghị`
	},
	newThing: {
		says: 'nêu cách làm mới',
		words: `lắp|lắp thêm|lắp đặt|gắn|đặt thêm|đặt|bố trí thêm|bố trí|mở thêm|mở|mở lớp|lớp dạy|tổ chức|tổ chức thêm|xây|xây dựng|xây thêm|làm thêm|làm một|trồng|trồng thêm|trang bị|nghiên cứu|thành lập|lập|lập nhóm|triển khai|áp dụng|ứng dụng|sử dụng|dùng|mã qr|quét mã|camera|wifi|máy lấy số|bảng điện tử|màn hình|ghế chờ|sân chơi|thư viện|tủ sách|cây xanh|cho phép|cho đặt lịch|đặt lịch hẹn|đặt lịch|đăng ký trước|tạo điều kiện|đẩy mạnh|tăng cường|tăng thêm|phát động|phong trào|hội thi|cuộc thi|câu lạc bộ|phát thanh|nhắn tin|nhóm zalo|kênh zalo|tuyên truyền|đăng tải|công khai|lấy ý kiến|thí điểm|thay vì|ngoài giờ|làm việc thứ bảy|sáng thứ bảy|thùng rác|phân loại rác|nhà vệ sinh công cộng|bãi đỗ xe|khen thưởng|hỗ trợ|lịch|mỗi tháng|hàng tháng|mỗi tuần|hàng tuần|phiên chợ|tour|du lịch|tập huấn|đào tạo`
	},
	ask: {
		says: 'là câu hỏi',
		words: `cho hỏi|cho tôi hỏi|cho em hỏi|cho mình hỏi|cho cháu hỏi|cho con hỏi|cho tui hỏi|cho bác hỏi|cho chị hỏi|xin hỏi|xin cho hỏi|xin cho biết|cho biết|cho tôi biết|cho em biết|muốn hỏi|muốn được hỏi|muốn biết|hỏi về|hỏi thăm|hỏi thủ tục|hỏi chút|hỏi xíu|tư vấn|xin tư vấn|nhờ tư vấn|nhờ giải đáp|giải đáp|thắc mắc|hướng dẫn giúp|hướng dẫn tôi|hướng dẫn em|xin hướng dẫn|xin được hướng dẫn|nhờ hướng dẫn|mong được hướng dẫn|không biết là|không rõ là|ad ơi`
	},
	interrogative: {
		says: 'có từ để hỏi',
		words: `ở đâu|chỗ nào|nơi nào|khi nào|bao giờ|lúc nào|bao lâu|bao nhiêu|mấy giờ|mấy ngày|mấy bản|mấy loại|thế nào|như thế nào|ra sao|làm sao|làm gì|gồm những gì|những gì|cái gì|giấy gì|giấy tờ gì|cần gì|là gì|gồm gì|mang gì|ngày nào|ngày mấy|mẫu nào|loại nào|cơ quan nào|bên nào|ai giải quyết|gặp ai|cho ai|ai được|ai phải|được không|không ạ|không a|phải không|đúng không|có cần|có phải|có được|có mất|có tốn|có kịp|có thể|kịp không|hay không|hay lên|hay phải|hay là|hả|nhỉ|chưa ạ|ntn|ntnào|ở đâu ạ|hết bao`
	},
	why: { says: 'hỏi vì sao', words: `tại sao|vì sao|sao lại|sao chưa|sao không` },
	thank: {
		says: 'có lời cảm ơn, khen',
		words: `cảm ơn|cám ơn|gửi lời cảm ơn|lời cảm ơn|biết ơn|tri ân|cảm kích|chân thành cảm ơn|ghi nhận`
	},
	praise: {
		says: 'khen ngợi',
		words: `khen|khen ngợi|ngợi khen|biểu dương|tuyên dương|hoan hô|hoan nghênh|hài lòng|rất hài lòng|ấn tượng|rất ấn tượng|tuyệt vời|tuyệt|tận tình|tận tâm|tận tụy|tận nhà|đến tận nhà|chu đáo|niềm nở|nhiệt tình|thân thiện|lịch sự|ân cần|cởi mở|dễ thương|dễ mến|vui vẻ|nhẹ nhàng|trách nhiệm cao|có tâm|có trách nhiệm|chuyên nghiệp|nhanh gọn|nhanh chóng|nhanh thật|rất nhanh|xong ngay|đúng hẹn|sớm hẹn|trước hẹn|sạch đẹp|đẹp quá|đẹp hẳn|khang trang|tốt lắm|rất tốt|quá tốt|giỏi|xứng đáng|cảm phục|cảm động|xúc động|tự hào|phấn khởi|yên tâm|mát lòng|điểm 10|mười điểm|10 điểm|tiến bộ|văn minh hơn|đổi mới|hướng dẫn tận|giúp đỡ|đã giúp|muôn năm`
	},
	offer: {
		says: 'mời mua bán, vay tiền, kiếm tiền',
		words: `vay tiền|vay tín chấp|vay nhanh|vay online|vay không|hỗ trợ vay|không cần thế chấp|không thế chấp|giải ngân|duyệt vay|duyệt hồ sơ nhanh|không gọi người thân|khuyến mãi|khuyến mại|giảm giá|siêu sale|xả kho|xả hàng|chiết khấu|đồng giá|tặng kèm|tặng 1|miễn phí ship|free ship|freeship|ship cod|ship toàn quốc|mua 1|đặt mua|chốt đơn|giá rẻ|giá sốc|giá gốc|giá chỉ từ|giá chỉ|rẻ nhất|hoàn tiền|nhắn tin zalo|kết bạn zalo|add zalo|liên hệ zalo|trúng thưởng|nhận thưởng|tri ân khách hàng|bấm vào|bấm link|click|nhấn vào|đăng ký ngay|nạp thẻ|nạp 100k|rút tiền nhanh|nhà cái|casino|cá cược|soi cầu|nổ hũ|bắn cá|game bài|lô đề online|xem bóng|forex|bitcoin|tiền ảo|sinh lời|kiếm tiền|ngày kiếm|lương cao|việc nhẹ|làm tại nhà|không cần kinh nghiệm|không cần vốn|tuyển ctv|nhóm tele|thiết kế website|chạy quảng cáo|tăng tương tác|sim số đẹp|bán đất|đất nền|sổ đỏ trao tay|mở bán|giảm cân|tăng cân|trắng da|thực phẩm chức năng|cường dương|yếu sinh lý|gia truyền|chữa khỏi|đặc trị|chuyên cung cấp|làm bằng|bói|xem bói|tử vi|bùa|vay tiền nhanh|vay lãi suất|tặng tên miền|giá rẻ|không hiệu quả hoàn tiền|kinh doanh online|ngày * 500k|tuyển * làm việc tại nhà|nhận * quà`
	},
	trade: {
		says: 'có lời chào mời',
		words: `vay vốn|cho vay|lãi suất|nợ xấu|duyệt trong|sale|ưu đãi|tặng|mua ngay|đặt hàng|hàng chính hãng|chính hãng|giá tốt|cam kết|bảo hành|inbox|ib|kết bạn|zalo|liên hệ ngay|gọi ngay|hotline|nhận quà|quà tặng|trúng giải|bốc thăm|quý khách|khách hàng|truy cập|link|tải app|nạp|kèo|tài xỉu|xổ số|bóng đá|coin|đầu tư|lợi nhuận|thu nhập|làm online|tại nhà|cộng tác viên|tuyển người|tuyển dụng|tuyển nhân viên|tele|telegram|like|follow|seo|website|sim|căn hộ|chung cư|lô đất|dự án|chủ đầu tư|thuốc|kem|mỹ phẩm|thảo dược|sinh lý|xương khớp|tiểu đường|spa|lớp học|khóa học|học phí|khai giảng|bên em|bên mình|shop|cửa hàng|chuyên|nhận làm|dịch vụ|làm giấy tờ|uy tín|100%|số lượng có hạn|liền tay|cơ hội|nhanh tay|tham gia nhóm|vào nhóm|không cần|chỉ cần điện thoại|hoa hồng|giao hàng|sỉ lẻ|báo giá|giá từ|liên hệ|mua|bán|mời|siêu|hot|5 phút|trong ngày|website giá rẻ`
	},
	insult: {
		says: 'có lời xúc phạm',
		words: `đồ chó|chó má|chó đẻ|chó chết|lũ chó|con chó chúng|thằng chó|óc chó|óc lợn|óc bò|ngu như|ngu như bò|ngu như chó|ngu như lợn|đồ ngu|lũ ngu|bọn ngu|thằng ngu|con ngu|ngu dốt|ngu học|đồ lợn|đồ con lợn|thằng khốn|khốn nạn|khốn kiếp|đồ khốn|lũ khốn|chó nó|địt|địt mẹ|đụ|đụ má|đù má|đm|đ m|đmm|dcm|đcm|đkm|vcl|vkl|vl|clgt|cc|cái lồn|lồn|cặc|buồi|đéo|đếch|mẹ kiếp|mẹ mày|mẹ chúng mày|bố mày|tổ sư|cha mày|tiên sư|mả mẹ|mả cha|mất dạy|vô học|vô lại|vô liêm sỉ|súc vật|súc sinh|rác rưởi|cặn bã|đồ tể|ăn hại|đồ ăn hại|lũ ăn hại|ăn tàn phá hại|ăn cháo đá bát|bố láo|láo toét|láo chó|mất nết|đê tiện|bỉ ổi|hèn hạ|đồ hèn|cút|cút đi|cút xéo|chết đi|chết hết|chết tiệt|đi chết|cho chết|đồ điên|thằng điên|con điên|lũ điên|thần kinh|dở hơi|đầu đất|đầu bò|mặt lợn|mặt dày|mặt mẹt|sâu mọt|ký sinh trùng|ăn bám|lũ sâu|phò|đĩ|con đĩ|mẹ cha chúng|đốt nhà mày|giết hết|lũ vô|bọn vô|bọn mày|chúng mày|lũ chúng|mày là|tụi bay|bọn bay|lũ quan|bọn quan|lũ|quân ăn cướp|lũ ăn cướp|lũ cướp ngày|cướp ngày`
	}
} as const satisfies Record<string, Group>;
export type GroupKey = keyof typeof words;
