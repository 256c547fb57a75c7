/**
 * Messages as people write them, one a line, by what they are: what the words of message-class-words.ts do not know is
 * told by likeness to these. Written by hand; a ward's own may be added. Data only.
 */
export const examples = {
	procedure: `Tôi nộp giấy tờ làm lại căn cước cho mẹ từ hôm rằm tháng 7, ba lần lên hỏi đều nói chờ thêm, không biết vướng ở đâu.
Hồ sơ của tôi trên mạng báo đã hoàn thành nhưng ra một cửa lấy thì không có.
lam so do ma phuong bao len quan, quan bao ve phuong, di ca thang nay khong dau nhan
Thủ tục xin xác nhận hộ nghèo năm nay tự nhiên yêu cầu công chứng cả sổ tiết kiệm, trên bảng công khai đâu có ghi.
Đăng ký khai tử cho bố tôi bị ghi sai năm sinh, lên sửa lại bảo phải làm lại từ đầu.
Cổng dịch vụ công không thanh toán được lệ phí, tiền đã trừ mà hồ sơ vẫn báo chưa nộp.
Nộp đơn xin tách hộ khẩu một tháng rồi chưa thấy gọi
Hẹn trả kết quả thứ ba mà thứ sáu lên vẫn bảo lãnh đạo đi vắng chưa ký
Xin dấu xác nhận vào sơ yếu lý lịch mà phải về tổ dân phố xin chữ ký trước, trong quy trình không có bước này
Hồ sơ đất của gia đình tôi bị lạc giữa phường và chi nhánh đăng ký đất đai, không ai chịu trách nhiệm
Tờ khai mẫu trên mạng khác với mẫu ở quầy nên tôi phải viết lại lần thứ hai
Tài khoản định danh của tôi bị khóa nên không làm được giấy tờ gì
nop tien le phi qua app roi ma khong co bien lai, ho so khong nhich
Giấy khai sinh của cháu in sai họ mẹ, xin đính chính cả tháng không xong
Chứng thực chữ ký mà bắt đặt lịch trên mạng, người già không biết dùng đành đi về
Thủ tục chuyển trường yêu cầu xác nhận tạm trú trong khi dữ liệu dân cư đã có
Tra cứu mã hồ sơ không hiện ra gì, hỏi thì không ai biết hồ sơ đang ở khâu nào
Bảng giá lệ phí dán ở quầy mờ hết chữ, không đọc được
tien ho tro mai tang cua me toi lam thang truoc den gio chua thay ve tai khoan
Phần mềm cứ bắt ký số trong khi tôi không có chữ ký số, hồ sơ bị trả liên tục`,
	conduct: `Cô ở bàn tiếp nhận nói như tát nước vào mặt dân, ai hỏi cũng bảo tự đọc bảng đi.
Chờ từ 7h30 đến 9h chưa thấy cán bộ nào ra làm việc, hỏi thì bảo còn đang họp nội bộ.
thay cong an khu vuc ve giai quyet ma cu hen lan hen lua, dan buc xuc
Cán bộ văn hóa gọi điện hẹn rồi không có mặt, không báo lại, coi thời gian của dân như không.
Nhân viên tỏ ra khó chịu khi tôi nhờ đọc giúp tờ đơn vì mắt tôi kém.
Ông trưởng khu phố chỉ ưu tiên bà con họ hàng nhà mình khi bình xét, người khác hỏi thì gạt đi.
Cô tiếp nhận giấy tờ vừa làm vừa tô son, hỏi không thưa
Anh công an khu vực đến nhà kiểm tra tạm trú nói năng như ra lệnh
Người trực ở quầy nạt nộ một bác nông dân vì viết sai tờ khai
Cả phòng kéo nhau đi ăn sáng, dân đến không có ai tiếp
Gửi đơn lên phó chủ tịch ba lần không được trả lời lấy một câu
bac si o tram kham qua loa, hoi benh thi gat di
Cán bộ địa chính hẹn xuống đo rồi biệt tăm
Ông tổ trưởng bình xét hộ nghèo theo kiểu thân quen
Cán bộ đóng dấu xong quăng giấy qua cửa kính
Tôi hỏi thủ tục thì được trả lời lên mạng mà xem, ở đây không rảnh
Người làm ở bộ phận một cửa bật quạt cho mình còn dân thì ngồi nóng, chẳng buồn nhìn
Hôm nay hết giờ lúc 4 rưỡi chiều đã đóng cửa phòng, tôi đi làm về không kịp
can bo nhan ho so doi cho, nguoi quen thi cho vao truoc
Bảo vệ không cho vào gửi xe, chỉ tay quát nạt người khuyết tật`,
	regulation: `Bắt người bán vé số phải có hợp đồng lao động mới được vay vốn chính sách thì ai mà đáp ứng nổi, quy định trên trời.
thong tu yeu cau hop khong giay ma van phai nop ban giay, mau thuan voi nghi dinh ve chuyen doi so
Việc chỉ hỗ trợ học phí cho con thứ nhất và thứ hai theo nghị quyết là không công bằng với trẻ em, đề nghị sửa.
Thời gian giữ xe vi phạm theo luật 7 ngày là quá lâu với người chạy xe ôm kiếm sống hằng ngày.
Mẫu đơn ban hành kèm thông tư dài 6 trang toàn từ khó, người dân không điền nổi, cần rút gọn.
Quy định chỉ nhận hồ sơ trực tuyến làm khó người già không có điện thoại thông minh
Luật mới bắt đội mũ bảo hiểm cả khi đi xe đạp điện, tôi thấy chưa cần thiết
Chế độ cho người hoạt động không chuyên trách quá thấp, nghị quyết nên tăng
Điều kiện vay vốn nhà ở xã hội đòi thu nhập dưới 15 triệu là không sát với giá nhà
hai thong tu quy dinh hai kieu ve thoi han tam tru
Nghị định xử phạt xe không chính chủ rất khó thực hiện với người mua xe cũ
Tuổi nghỉ hưu tăng lên không hợp với công nhân lao động nặng
Thuế khoán hộ kinh doanh bỏ đi thì hộ nhỏ không biết làm sổ sách, chính sách cần có lộ trình
Quy định cấm nuôi gà trong khu dân cư áp dụng cả cho vùng nông thôn là máy móc
Bảng giá đất mới tăng gấp năm lần, người dân không đủ tiền chuyển mục đích, mong sửa
Hướng dẫn thi hành luật ban hành chậm khiến xã không biết làm theo văn bản nào
Mức hưởng bảo hiểm y tế trái tuyến quy định như hiện nay thiệt cho dân nghèo
tieu chuan xet gia dinh van hoa mang tinh hinh thuc, nen bo`,
	local_issue: `Sáng nào cũng có mùi khét từ lò gạch bay vào lớp học, các cháu ho suốt.
Bờ tường nhà văn hóa nứt một vệt dài, cháu nhỏ hay chơi quanh đó.
xe dap dien cua hoc sinh dung tran lan truoc cong truong gio tan hoc, di lai rat kho
Đề nghị dọn đống gạch đá ai đó đổ trộm ở mép sông cạnh miếu.
Vòi nước công cộng ở công viên chảy suốt ngày đêm không ai khóa.
Con mương sau xóm đầy bèo và túi ni lông, nước đen kịt.
Trạm biến áp kêu ù ù cả đêm, dân quanh đó lo lắng.
den xanh den do o nga tu cho may hom nay nhap nhay vang hoai, xe co lon xon
Nhà hàng xóm nuôi gà chọi gáy từ 3 giờ sáng, phân bốc mùi sang nhà tôi.
Có người phơi thóc kín cả mặt đường, xe máy phải lách xuống ruộng
Bể nước công cộng bị nứt, nước chảy tràn ra đường
Nhà đối diện sửa nhà đổ cát sỏi kín lối đi chung
Đàn chó nhà bên chạy ra đuổi trẻ con
Mùi từ trại vịt đầu làng theo gió vào từng nhà
Nhà máy gần khu dân cư thải khói đen lúc nửa đêm
Cầu tạm bắc qua mương gỗ mục sắp rơi
nguoi ta rua xe xa nuoc xa phong ra via he tron nga
Cột mốc, biển chỉ đường ở ngã tư bị quay ngược
Sân bóng mini mở đèn và hò hét tới khuya
Xe ba gác chở tôn cồng kềnh đi vào giờ học sinh tan trường
Sông bị bèo tây phủ kín, thuyền không đi được
Nghĩa trang cỏ um tùm, tường rào đổ một đoạn
Wifi công cộng, loa truyền thanh ở khu tôi rè không nghe được
Tủ điện ngoài trời mở toang không có khóa, trẻ con nghịch
Lòng đường bị đào lắp ống nước rồi lấp qua loa, trồi sụt
Đống lửa đốt rác ven đường khói mù cả đoạn, xe chạy không thấy gì
Điện yếu buổi tối quạt không quay nổi
Quán cà phê để bàn ghế và xe khách ra hết lối đi bộ`,
	proposal: `Phường có thể cho dân xem trước lịch cắt nước trên trang điện tử để chủ động trữ.
Tôi muốn góp một ý: đặt hòm thư góp ý ngay cổng nhà văn hóa mỗi khu.
Giá mà có tuyến xe buýt nhỏ chạy qua trạm y tế thì các cụ đi khám đỡ vất vả.
nen co hinh thuc khen cac ho phan loai rac tot de moi nguoi noi theo
Đề xuất ghép ngày tiếp dân với phiên chợ để bà con tiện đi lại.
Kính mong lãnh đạo xem xét xây thêm một phòng học mầm non ở khu mới, trẻ đông quá.
Nên cho người dân đăng ký nhận tin nhắn khi hồ sơ xong
Góp ý phường in tờ rơi hướng dẫn từng bước bằng chữ to cho người già
Đề nghị tổ chức khám sức khỏe miễn phí cho người cao tuổi mỗi quý
Tôi mong có thêm thùng rác công cộng và ghế đá ở bờ hồ
Kiến nghị cho phép nộp tiền lệ phí bằng chuyển khoản tại quầy
chung toi de nghi mo lop hoc boi mien phi cho tre em dip he
Phường nên công khai danh sách hộ được hỗ trợ trên trang điện tử
Xin hiến kế dùng đèn năng lượng mặt trời cho các ngõ nhỏ
Kính đề nghị kẻ vạch sang đường và gắn gờ giảm tốc trước trường
Theo tôi cần có quầy ưu tiên cho phụ nữ mang thai và người khuyết tật
Đề xuất đổi giờ họp tổ dân phố sang tối thứ Bảy cho người đi làm
Phường thử mô hình cà phê nghe dân mỗi sáng thứ Hai xem sao
Mong muốn phường kêu gọi doanh nghiệp mở xưởng may tạo việc làm cho chị em
de xuat trang bi may loc nuoc o nha van hoa`,
	question: `Làm lại giấy phép lái xe mất thì đến đâu vậy ad?
Tôi 60 tuổi có được miễn phí làm thẻ căn cước không?
con toi hoc lop 6 muon chuyen truong ve day thi hoi ai
Anh chị cho em xin mẫu đơn xác nhận cư trú với ạ.
Thời hạn giải quyết đăng ký lại khai sinh là mấy ngày làm việc?
Xin hướng dẫn cách nộp hồ sơ hưởng trợ cấp một lần khi sinh con.
Lịch phát quà Tết cho người cao tuổi năm nay như thế nào?
Thẻ căn cước hết hạn thì đổi ở phường hay lên tỉnh?
Em muốn mở quán ăn thì cần xin giấy phép loại nào
Bao giờ thì có kết quả xét hộ nghèo năm nay ạ
Ông tôi 80 tuổi không có lương hưu có được trợ cấp không
Cho hỏi giờ tiếp công dân của chủ tịch phường
Giấy ủy quyền có phải công chứng không hay phường chứng thực được
Nhà em muốn sửa mái tôn có cần xin phép xây dựng không
tre em duoi 6 tuoi lam bao hiem y te o dau
Em bé sinh ở viện tỉnh thì khai sinh tại đâu ạ, cần giấy chứng sinh bản gốc không
Mất giấy đăng ký kết hôn thì xin trích lục như nào
Sau sáp nhập thì giấy tờ cũ còn dùng được không
Nhờ anh chị chỉ giúp cách tra cứu hồ sơ đã nộp
Muốn gặp lãnh đạo phường thì đăng ký với ai
mua nha o xa hoi thi dieu kien the nao
Xin số điện thoại của cán bộ phụ trách đất đai`,
	praise: `Công an phường giúp tôi tìm lại ví tiền trong có một giờ, quý hóa quá.
Chất lượng phục vụ ở bộ phận một cửa dạo này tiến bộ rõ, tôi chấm 9 điểm.
Nhờ chị Hoa tư pháp chỉ bảo cặn kẽ mà tôi làm xong giấy tờ cho cháu trong buổi sáng, thật quý.
cac ban doan vien huong dan nhiet tinh, de thuong lam
Xin gửi bó hoa tươi thắm tới tập thể trạm y tế đã chăm sóc mẹ tôi.
Nhân viên rất dễ gần, giải thích rõ ràng từng mục, tôi rất ưng
Đường mới làm xong phẳng phiu, bà con phấn khởi lắm
Chưa bao giờ làm giấy tờ dễ như lần này, xin gửi lời khen
Các cháu đoàn viên trực cả ngày nghỉ giúp dân cài ứng dụng, quá đáng khen
Cán bộ trẻ mà lễ phép, dắt tay cụ già vào tận bàn
thay duoc su thay doi cua phuong, dan hai long
Đội vệ sinh làm việc từ 4 giờ sáng cho phố sạch, tôi rất trân trọng
Cảm ơn phường đã sửa đèn ngay sau khi tôi phản ánh
Xin được gửi lời tri ân đến các y bác sĩ
Làm việc khoa học, không phải chờ lâu, năm sao cho phường
Bác bảo vệ tốt bụng trả lại túi tiền tôi bỏ quên
cam on phuong nhieu nhe, xu ly nhanh lam`,
	denunciation: `Trưởng thôn kê thêm 5 người đã chết vào danh sách nhận gạo cứu trợ rồi đem bán.
Tôi có đủ bằng chứng ông phó phòng nhận 50 triệu của nhà thầu để nghiệm thu đường.
can bo ho tich lam giay khai sinh gia cho nguoi ta lay 10 trieu
Bà kế toán hợp tác xã lập hai sổ, giấu nguồn thu chợ suốt ba năm.
Đề nghị thanh tra việc bí thư đưa con trai vào biên chế dù không qua thi tuyển.
Chủ tịch xã ký giao đất ruộng công cho em vợ làm trang trại
Kế toán trường học rút tiền bán trú tiêu riêng
Trưởng công an xã thả đối tượng đánh bạc sau khi nhận tiền
Cán bộ dùng bằng cấp ba giả để được bổ nhiệm
Nhà thầu và cán bộ phường thông đồng rút lõi công trình đường bê tông
Ông giám đốc bắt nhân viên nộp lại một phần thưởng tết để chia nhau
bi thu chi bo lay quy khu dan cu cho vay lay lai
Tôi tố giác cán bộ thương binh xã hội lập danh sách người có công giả
Hiệu trưởng nhận tiền chạy suất vào lớp một, có phụ huynh làm chứng
Công chức hộ tịch bán thông tin công dân cho bên bảo hiểm
Đề nghị làm rõ việc cán bộ địa chính sửa bản đồ, lấy đất của dân sang tên người nhà
Trạm trưởng y tế kê đơn thuốc bảo hiểm cho người không khám rồi bán ra ngoài
lanh dao phuong duyet cho nguoi nha trung thau tat ca cong trinh`,
	complaint_decision: `Tôi đã nộp đủ giấy tờ mà phường vẫn ra văn bản từ chối cho tôi tách hộ, như vậy là sai luật, tôi yêu cầu rút lại.
Nhà tôi có sổ từ 1993 nhưng phương án giải phóng mặt bằng chỉ tính 1/3 diện tích, tôi kiên quyết không ký.
toi khong vi pham ma bi lap bien ban phat 2 trieu, de nghi xoa phat
Gia đình liệt sĩ chúng tôi bị cắt tiền thờ cúng không có thông báo, đề nghị trả lại chế độ.
Tôi không nhất trí quyết định hành chính bắt tháo nhà kho, nhà xây từ 1990 có trước quy hoạch
Họ thu đất nhà tôi làm đường mà chỉ trả giá đất vườn, tôi không nhận tiền
Bị phạt vì không đeo khẩu trang trong khi tôi có đeo, tôi đề nghị xóa biên bản
Phường trả lại hồ sơ xin cấp sổ lần đầu vì cho là đất công, gia đình tôi ở đó 40 năm, tôi không chấp nhận kết luận này
Trợ cấp của con tôi bị dừng vô cớ, yêu cầu chi trả lại và trả lời bằng văn bản
Yêu cầu hủy kết quả bình xét hộ cận nghèo vì nhà tôi bị loại sai
nha toi khong lan chiem ma bi cuong che, doi boi thuong
Sổ đỏ cấp cho hàng xóm chồng lên đất nhà tôi, đề nghị thu hồi sổ đó
Tôi khiếu nại về việc bị cho thôi việc ở hợp tác xã
Biên bản vi phạm ghi tôi xây vượt 20 m2, đo lại không phải vậy, tôi không ký
Quyết định giải quyết tranh chấp lối đi không công bằng cho gia đình tôi, tôi yêu cầu xem xét lại
UBND từ chối xác nhận nguồn gốc đất của tôi không lý do, xâm phạm quyền lợi hợp pháp của tôi`,
	crime_report: `Nghi có ổ nhóm làm giả sổ đỏ ở quán photo gần chợ.
Tối qua hai thanh niên đi xe không biển giật mất túi xách của tôi.
thang con re nha ben canh suot ngay say ruou danh vo gay tay, ca xom so
Con tôi bị người lạ nhắn tin dụ dỗ gửi ảnh nhạy cảm rồi đòi tiền.
Có điểm bán bóng cười và thuốc lá điện tử cho học sinh ngay sau trường.
Có nhóm người lạ đi xe bán tải đánh bả bắt chó lúc nửa đêm
Cháu gái nhà bên bị bố dượng sàm sỡ
Shop online nhận cọc của tôi 3 triệu rồi chặn số
Có người đến từng nhà bán thuốc nam giả danh cán bộ y tế
Quán nét cho học sinh chơi game ăn tiền thâu đêm
Nhà nghỉ cuối phố có gái đứng đường vẫy khách
bi mat dien thoai o cho, camera quay duoc mat tho no
Một nhóm mang hung khí kéo đến nhà bà cụ đòi nợ
Phát hiện kho chứa pháo và súng hơi trong nhà trọ
Có người chích điện bắt cá trên sông đêm nào cũng nghe
Đối tượng nghiện vào chùa lấy hòm công đức
Nhóm tín dụng dán số điện thoại cho vay, đòi nợ bằng cách gọi khủng bố người thân`,
	emergency: `Ai đó giúp với, ông cụ nhà tôi bị xe tông nằm giữa đường không dậy được
chay o kho go canh cay xang roi, lua lan nhanh lam
Trẻ con đang bị nhốt trong ô tô khóa trái, tím tái rồi
Cây đổ đè trúng người ở đầu cầu, mau tới
Nước tràn vào nhà, cụ già liệt giường không di chuyển được, cần thuyền ngay
Có người rơi xuống kênh, dòng nước xiết
Xe bồn lật tràn hóa chất ra đường, mùi sốc lắm
Nhà tôi đang bị mấy thanh niên phá cửa xông vào
Bà cụ đi lạc nằm gục bên đường thở yếu
Mưa to tường nhà sập đè lên hai mẹ con
Khói bốc ra từ phòng trọ khóa trái bên trong có tiếng khóc
Chồng say cầm dao rượt vợ con ngoài ngõ
chay xe may truoc cay xang, lua to qua
Con tôi nuốt phải viên pin tím tái
Nước sông lên ngập nửa nhà, có trẻ sơ sinh cần cứu
Người đàn ông trèo lên cột điện dọa nhảy
Cáp điện đứt nằm trên vũng nước giữa đường, chưa ai ngắt điện`,
	spam: `Nhận gia công phần mềm, chạy ads Facebook, giá sinh viên, ib em tư vấn nha
Chúc mừng bạn đã trúng iPhone 17, bấm đường dẫn bên dưới để nhận
Bán sim phong thủy, hợp mệnh, phát tài phát lộc, call em
cho thue can ho 2 phong ngu full noi that 8tr/thang gan trung tam
Đầu tư 5 triệu lãi 1 triệu mỗi ngày, rút vốn bất cứ lúc nào
Nhận thiết kế logo, in ấn giá mềm cho cửa hàng
Mời tham gia hội thảo làm giàu, vé miễn phí
Combo du lịch Đà Nẵng 3 ngày 2 đêm giảm sâu
Sữa non tăng chiều cao cho bé, mua 2 hộp tặng 1
Cần bán gấp lô góc 2 mặt tiền, sổ sẵn, thương lượng
tuyen nhan vien ban hang online, hoa hong cao, vao nhom nhan huong dan
Mở thẻ tín dụng hạn mức 100 triệu duyệt nhanh, phí 0 đồng
Chuyên hút bể phốt thông tắc cống giá rẻ có mặt sau 15 phút
Nhận đặt vé máy bay Tết, quà tặng hấp dẫn
Game đổi thưởng uy tín số một, tặng code tân thủ
Máy lọc nước chính hãng trả góp 0 phần trăm, bảo hành tận nơi
Tài khoản của bạn sắp bị khóa, đăng nhập vào liên kết sau để xác minh`,
	abuse: `Bọn bay hút máu dân đến bao giờ, lũ đê hèn
thang cho nao lam chu tich day, ngu vl
Đồ rác rưởi, biến đi cho khuất mắt
Toàn một lũ giòi bọ bám vào dân mà sống
may con mu quay so 3 la do ranh con lao toet
Quân khốn kiếp, trời đánh thánh vật chúng bay
Mấy con lợn ngồi bàn giấy, câm mồm lại
đồ điên, não để đâu, về nhà mà đuổi gà
clm bọn quan tham, chết cả lò đi
lu suc sinh khong bang con cho
Thằng chủ tịch mặt lợn, đồ bị thịt
Ngu si đần độn cả đám`,
	unclear: `Ok
Chuyện hôm qua thế nào rồi
123456
hihi
Xin chào, tôi là người dân
Cái này không được đâu
Chào buổi sáng
có ai ở đó không
ừ thôi được rồi
Em gửi nhầm, xin bỏ qua
Việc đó anh nhớ nhé
thu nghiem 1 2 3
Đúng rồi đấy
Tôi muốn nói chuyện với ai đó
Lần trước tôi có nhắn rồi mà
qwerty zxcv
Xem ảnh
Nội dung như đã nói qua điện thoại
vâng ạ
abc
gửi lại lần nữa
Tôi tên là Nguyễn Văn An
Kính gửi Ủy ban nhân dân phường
Tên tôi là Trần Thị Bình, số điện thoại và địa chỉ như trên
Họ tên, ngày sinh, quê quán
toi ten la pham van hung o to 5
Tôi cần gặp người của phường
Tôi là Lê Văn Tám, sinh năm 1970
Nguyễn Thị Hoa, tổ 3
Mong được hồi âm
Tôi có việc cần trình bày
Alo phường ơi`
} as const;
