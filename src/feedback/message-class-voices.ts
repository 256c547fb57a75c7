/**
 * Messages in voices the first examples do not have: angry, old, young, of the South and the Centre, on a phone without tones.
 * Part of them are the fresh sets of triage-messages, without what is personal in them. Data only.
 */
export const voices = {
	procedure: `Nộp giấy xin cấp sổ tạm trú tháng rồi mà giờ lên hỏi mấy cổ nói hồ sơ thất lạc, kêu tui làm lại từ đầu.
má tui mất hồi tháng ba, đi xin trợ cấp mai táng mà chạy lên chạy xuống bốn năm bận chưa được đồng nào
lam ly lich tu phap qua vneid nop roi he thong bao loi hoai, goi tong dai khong ai bat may
e nộp hs đất 45 ngày r mà trên app vẫn ghi đang xử lý, h e phải làm s
Giấy tờ tui đủ hết trơn mà cô kia biểu thiếu tờ xác nhận của tổ, trong bảng dán đâu có ghi
Chờ cái giấy xác nhận độc thân mà hai tuần nay chưa ký, lỡ hết chuyện cưới xin của con tui
thẻ bhyt của con e in sai tên đệm, nộp giấy sửa từ hè tới giờ chưa có thẻ mới
Xã đội hẹn hoài cái giấy chứng nhận xuất ngũ của con tôi
giấy hẹn ghi thứ năm lấy kết quả mà thứ năm lên nói máy hư, thứ hai lên nói sếp đi họp
e lm hồ sơ nhập hộ khẩu cho con mà 3 tuần r ch thấy j, mã hs, mấy a chị check giùm e vs, ib zalo e ạ
Kính gửi các đồng chí. Tôi là, sinh ngày, số căn cước. Tôi làm hồ sơ trợ cấp tuổi già từ tháng Giêng đến nay chưa thấy trả lời. Số điện thoại nhà tôi là.
Hồ sơ đất của ba tôi, sổ, tờ bản đồ 14 thửa 208, nộp phiếu hẹn ngày 12 tháng 9 tới giờ im ru. Ba tôi tên, cmnd cũ.
sdt cua toi la nho goi lai, toi lam khai sinh tre cho chau noi, can bo noi thieu giay chung sinh ma khong noi xin o dau
Con trai tui đi lính về tháng 2, giấy xuất ngũ nộp rồi mà xã đội kêu chờ. Nhà ở, cạnh miễu Bà. Cần thì gọi ông hàng xóm, số không có, cứ vô hỏi là biết.
alo phuong oi, e nop ho so lam giay chung tu cho ong noi, bien nhan so, hen t5 ma t2 tuan sau van chua co, ten ong la, e la chau noi
Vợ tôi là, dân tộc Khmer, đăng ký kết hôn với tôi mà giấy tờ ghi sai tên thành "Sa Rin", xin chỉnh lại dùm. Căn cước của vợ:
Mã số thuế cá nhân của tôi bị trùng, phường chỉ tôi lên thuế, thuế chỉ về phường, đi 4 lần rồi.,
Thẻ bảo hiểm y tế số của con tôi ghi sai ngày sinh, đúng là ngày. Bé tên. Nhà.
e nop hs dk tam tru onl tu 25/10 ma h van bao dang xu ly, mhs, sdt dky, ten e,
Tôi tên, chồng, xin đăng ký khai sinh muộn cho con, sinh, cán bộ nói thiếu giấy, mà đẻ ở nương không có giấy
Đã chuyển khoản 1.250.000 đồng lệ phí vào tài khoản Vietinbank của chị theo lời chị dặn mà nay chị chối, tôi có biên lai số hồ sơ
Thẻ BHYT hộ gia đình hết hạn mà nộp tiền 3 tuần chưa gia hạn xong, người nộp, mã định danh
Số hồ sơ, nộp ngày 12/10/2026 hẹn 26/10/2026, nay 23/11 vẫn "đang thẩm định". Người nộp:. ĐT:
Em, sinh, người Ba Na, thôn em làm hộ khẩu xong mà thẻ căn cước báo trùng số với người khác, gọi em
chuyen khoan nham le phi 2 lan, moi lan 85000, tai khoan toi sacombank, ten, xin hoan lai 1 lan
Tôi là,, nhà ở, làm hồ sơ người cao tuổi 3 tháng chưa xong, mã biên nhận, nhờ gọi con tôi
Chuyển khoản lệ phí vào ngân hàng Vietinbank rồi mà hệ thống báo chưa đóng, hồ sơ số, người nộp
Ba em mất ngày 2/11, em xuống khai tử thì cán bộ đòi giấy xác nhận của tổ, em,,
con em sinh ở bệnh viện Từ Dũ ngày tên, làm liên thông khai sinh bhyt mã mà 3 tuần chưa có thẻ, sđt em là
Đất ba mẹ cho, sổ đứng tên, số seri, nộp hồ sơ tặng cho từ 2/9, cán bộ thụ lý chị hẹn hoài, tài khoản nhận lại tiền thừa VCB
Thưa cán bộ, tôi là,, ở, xin xác nhận con tôi là người dân tộc để đi học nội trú`,
	conduct: `bà cô ở quầy liếc xéo hỏi gì cũng hất hàm, tưởng mình làm cha thiên hạ
toi hoi duong toi phong tiep dan ma anh bao ve nat nhu nat con nit
mấy ổng ngồi cà phê từ sáng tới trưa, dân ngồi chờ mốc mỏ
Cán bộ trẻ măng mà kêu ông già bảy mươi bằng "ông kia", lễ phép để đâu
con nhỏ trực bàn số 1 coi phim cười khúc khích, kêu ba lần hổng thèm ngó
anh dia chinh xuong do dat xin tien xang xe, khong dua thi lam lo
thu tiền dân mà không ghi biên lai, hỏi tới thì sừng cồ lên
Ông tổ trưởng ăn nói cộc cằn, ai không hợp ý là không cho vô danh sách quà Tết
cán bộ văn hóa mà văng tục giữa cuộc họp dân
hồi sáng vô phường gặp chú công an mặt chầm dầm, hỏi một câu gắt một câu
Toi la,, thuong binh hang 3/4. Hom qua len phuong hoi che do ma co o quay so 4 lieng giay to tra lai, noi ong gia roi biet gi ma hoi. Toi dau long lam. Nha toi o, khong co dien thoai, xin goi nho con gai toi la so
Bực mình hết sức! Ông bên đô thị vô nhà tôi đòi coi giấy phép xây dựng mà mặt hầm hầm, đòi cà phê 2 triệu mới cho làm tiếp. Nhà tôi. Đừng có nói là không biết nghen.
ban em di cung em len phuong chung thuc bang, chi truc ban coi dien thoai ca buoi ko ngo toi, hoi thi xi mat
tao nói thẳng, thằng với con phòng tư pháp ăn tiền trắng trợn, đưa 500k mới đóng dấu, sđt tao có gan thì gọi
Thưa lãnh đạo, tôi tên,, ngụ. Cán bộ bên thương binh xã hội bảo tôi già rồi đừng đi kiện nữa, tôi rất tủi thân.
Hẹn 8h mà 9h30 cô mới tới, vô là lo ăn sáng, dân ngồi chờ dài cổ. Làm ăn kiểu gì vậy?
ong chu tich oi ong xuong ma coi linh cua ong, thang do thi sang nay dap bang hieu quan toi, xung toi voi ba gia 70 tuoi
CÁN BỘ GÌ MÀ THÁI ĐỘ NHƯ CHA NGƯỜI TA, TÊN NGỒI QUẦY 3, TÔI HỎI MỘT CÂU NẠT BA CÂU, GỌI LẠI CHO TÔI SỐ NGAY
Trưa nay 11h15 tôi lên chứng thực thì khóa cửa im ỉm, gọi số của anh ghi trên cửa cũng không nghe, hết giờ là 11h30 mà
Tổ trưởng tổ 5 là ông thu tiền làm đường 2 triệu một hộ không có phiếu thu, hỏi thì chửi. Tôi giấu tên.
con thủ quỹ phường bữa tui tới lãnh tiền trợ cấp 500.000 đồng nó đưa có 450.000 rồi nói hết tiền lẻ, sinh năm như tui mà nó qua mặt
sang thu 2 ngay 16/11 quay so 1 can bo deo kinh, ao trang, chac ten, noi voi toi la di cho khac ma hoi, day khong ranh
Gặp ông phó chủ tịch xin chữ ký 3 lần không được, lần nào thư ký cũng nói ổng đi họp, trong khi xe ổng đậu trong sân
Chú tổ phó tổ dân phố 12 thu tiền rác 60 ngàn mà biên lai ghi 40 ngàn, hỏi thì sừng sộ
bữa thứ ba lên quầy hộ tịch gặp chị mang thai, nói nhỏ nhẹ dễ thương; còn anh ngồi kế bên thì quát tháo tôi như con nít
Anh địa chính xã cũ nay về phường vẫn cái thói dọa dân, nói "thích kiện thì kiện"
hôm nay e ra lấy giấy mà cô trực bảo nghỉ trưa sớm mới 11h kém 15, e đi 20km chứ ít gì`,
	regulation: `Bắt xe ôm tụi tui phải mặc đồng phục rồi đóng phí tháng, luật lệ chi kỳ cục vậy
quy dinh 5 nam moi duoc doi muc tro cap la vo ly, gia ca len tung ngay
Cái luật gì mà nuôi vài con gà trong nhà cũng cấm, dân quê biết sống sao
muốn sửa cái mái tôn cũng phải xin phép, quy định kiểu này khổ dân quá, nên bỏ
Phạt nồng độ cồn mức 0 là quá cứng nhắc, ăn trái cây lên men cũng dính, mong trên xem lại
hộ nghèo có cái tivi cũ cũng bị cắt, tiêu chí chi mà ác rứa
Quy định giờ giấc chợ kiểu ni tiểu thương chịu răng nổi
thu phí đậu xe lòng đường cả với dân ở đó là bất công, đề nghị sửa quy định
Đòi người già phải có điện thoại thông minh mới làm được giấy tờ, chính sách đó ai nghĩ ra
Sao bắt người bán hàng rong phải đóng phí vỉa hè 50 ngàn một mét vuông mỗi tháng, quy định kiểu gì vậy, ai nghĩ ra cái đó xin về bỏ giùm dân nghèo
luật bắt xe máy cũ trên 5 năm đi kiểm định khí thải mỗi năm 1 lần là k hợp lý, sv như bọn e lấy đâu ra tiền
Bắt dân đóng quỹ bảo trì đường bộ, quỹ phòng chống thiên tai, quỹ này quỹ kia, một năm cả chục thứ, quy định vầy ai chịu nổi, xin bỏ bớt
Cái quy định 2 năm mới được xét lại hộ nghèo một lần là bất cập, người bị tai nạn giữa chừng thì lấy gì sống
Cấm xe tải vào phố từ 6h đến 22h là giết chết hộ buôn bán nhỏ tụi tui, hàng về ban đêm ai bốc
Điều 7 khoản 2 quyết định 19/2026/QĐ-UBND bắt quán nhỏ dưới 20 m2 cũng phải có 2 lối thoát hiểm, quán tui 3x5 m thì lấy đâu ra
Tuổi nghỉ hưu giáo viên mầm non mà 60 thì sao bế nổi trẻ, xin kiến nghị lên trên sửa luật
vô lý hết sức, mở tiệm tóc 10 m2 mà đòi giấy phép phòng cháy y như quán karaoke
Thu phí hạ tầng 200k/xe mà đường toàn ổ voi, quy định bất hợp lý cần bãi bỏ
Bắt tiểu thương chợ phải xuất hóa đơn điện tử từng mớ rau là trên trời rơi xuống`,
	local_issue: `Cống nghẹt nước tràn lên mặt đường đen thui hôi rình, bước ra cửa là lội
cái hố giữa đường Mười Lăm to chà bá, tối chạy xe sụp xuống té hoài
cot dien nghieng sap nga vo nha dan, day dien long thong thay ghe
nhà hàng xóm mở loa kẹo kéo hát tới khuya ngày nào cũng vậy, nhức đầu hết sức
rác chất đống ngoài đầu kiệt ba bốn bữa không ai hốt, ruồi bu đen
nước máy yếu xìu, có bữa vàng khè, tắm ngứa hết mình
mương sau xóm bị lấp, mưa xuống ngập lút mắt cá, phường coi giùm
đèn đường tắt nguyên dãy, con gái đi làm ca đêm về sợ quá
bò thả rông ỉa đầy đường, chạy xe đụng hoài
Quán nhậu lấn hết lề, xe đậu tràn xuống đường, con nít đi học phải đi ra giữa lộ
xe ben chạy rầm rầm rớt đất đá đầy lộ, bụi mịt mù
cây me trước trường khô queo, nhánh rớt trúng xe người ta hôm qua
trời ơi nói hoài hông ai nghe, cái cống trước nhà tui ở nó nghẹt mấy tháng nay rồi, mưa cái là nước vô tới giường, mấy ông có xuống coi giùm cái không, kêu tui theo số nghen, tui tên
cai xe tai mang bien so ngay nao cung dau truoc nha tui,, khong ra vo gi duoc, noi thi no chui
Hàng xóm nhà tôi là gia đình ông,, nuôi hơn hai chục con heo thúi rùm trời, xả thẳng xuống mương. Gọi tôi qua.
quán karaoke Hoa Sim hát tới 1h sáng cả xóm k ngủ đc, con e mới sinh 2 tháng khóc suốt, e gọi 113 r mà cx vậy
cột điện ở đầu hẻm 215 nghiêng muốn ngã, dây tòn ten, ngày mưa sợ muốn chết
Tôi ở nhà trọ cô,, nước giếng vàng khè hôi tanh, cả dãy trọ ai cũng ngứa. Liên lạc hoặc
bớ làng nước ơi cái ổ gà ngay trước mới té thêm một bà già nữa nè, tui nói hoài mà phường làm ngơ, tui tên, alo tui
mùi hôi từ lò mổ heo nhà ông ở bay qua trường học, tụi em học sinh ngửi muốn ói
loa phường phát 5h sáng ngay đầu giường, con tôi mới 3 tháng giật mình khóc thét, vặn nhỏ bớt được không
Thùng rác trước cổng chợ Bà Hom không nắp, chó bới tùm lum, đề nghị thay cái khác
Cứ tới chủ nhật là nhà đối diện nhà tôi mở loa kẹo kéo, gọi tôi chỉ nhà cho
Mô rứa hè, cái mương thoát nước ni hắn bít ba tháng chừ rồi, mạ tui ở già yếu mà phải lội nước bẩn, o tổ trưởng nói báo phường mà phường nỏ làm chi, kêu tui
Nuoc may chay nho giot ca thang nay, khu tap the, ai cung keu, lien he bac to truong
xe ba bánh tự chế chở tôn biển giả sáng nào cũng quẹt vô đám học trò, cháu con chị bị rách tay
Cây điệp già trước cành khô rớt trúng xe tôi biển, phường bồi thường thế nào
Nhà tui, nước cống trào ngược lên nhà tắm mỗi bữa triều cường, tui gọi công ty thoát nước 1900 545 520 mà họ hẹn lần hẹn lữa. Tui là, máy.
Karaoke di động của nhà hẻm 60 hát từ 18h đến 23h30, hôm qua 20/11 hát tới 1h kém, gọi trực ban công an 0274.3822.113 thì không ai bắt máy
Đề nghị sửa 12 bóng đèn từ số nhà 101 đến 157 đường Lý Nam Đế, cột số 5, 7, 9 nghiêng; trạm biến áp T4 kêu rè rè
Sáng nay 6h30 xe rác rò nước đen suốt 2 km đường 208, hôi không chịu nổi
con nghiện tụ tập chích choác ở mả tổ họ Phạm sau đình, kim tiêm vứt đầy, trẻ con đi chăn trâu dẫm phải
phường ơi là phường, cái đèn ở đầu hẻm 96 tắt ngóm nửa tháng nay, tui đi bán vé số về khuya té trầy hết giò nè, tui tên, số
nha toi bi ngap cong, con nit ghe lo het nguoi, da bao anh to truong ma khong thay ai xuong, dt
Xe ben chở cát chạy đường Tỉnh lộ 10 rớt đầy đất đá, biển,,
ối giời ơi cái ngõ nhà tôi,, đào lên lắp ống nước từ tháng 8 rồi bỏ đấy, bụi mù trời, bà cụ nhà tôi 90 tuổi ho sặc sụa, ai phụ trách gọi ngay cho tôi, tôi
Trước nhà bà và nhà tôi () có hố ga mất nắp, tối qua cháu lọt chân xuống may mà kéo kịp
quán nhậu Bờ Kè 2 ngày nào cx vứt xương cá xuống rạch, hôi thúi, số chủ quán phường gọi mà nhắc`,
	proposal: `Tui nghĩ phường nên làm cái nhà chờ xe buýt cho bà con khỏi đứng nắng
mong phường tổ chức lớp dạy bơi miễn phí cho con nít xóm kinh
nen co so dien thoai zalo chung de dan nhan hinh bao tin cho le
Đề nghị gom mấy tờ hướng dẫn thành một cuốn nhỏ phát cho từng nhà
Em góp ý làm thêm sân bóng rổ ở công viên, tụi em chơi không có chỗ
sao mình không mở thêm điểm thu pin cũ ở trường học, vừa sạch vừa dạy con nít
Bà con đề xuất lắp gương cầu ở khúc quanh, gắn camera ở ngã ba cho an toàn
xin trồng thêm cây bông giấy dọc bờ kè cho mát, cho đẹp
Nên dán mã quét ở quầy để người trẻ khỏi lấy tờ giấy
Hội người cao tuổi xin mượn nhà văn hóa sáng thứ bảy để sinh hoạt
Em góp ý phường làm cái group zalo cho từng tổ, có gì thông báo lên đó cho lẹ, chứ dán giấy ở trụ điện ai mà coi. Em tên, sinh viên, mail em là
de nghi phuong mo cua sang thu bay de cong nhan nhu tui di lam giay to, chu trong tuan xin nghi la bi tru luong
Tuổi già chúng tôi mong phường đặt vài cái ghế đá dưới gốc đa để chiều ra ngồi, cả tổ dân phố đã bàn và ai cũng ưng
Đề nghị phường trồng thêm cây ở trục đường Võ Thị Sáu, trời nắng chang chang con nít đi học tội nghiệp lắm
bac o xom em co sang kien lam hem xanh, moi nha trong 1 gian bau, phuong nen khen va nhan rong
Kính đề nghị phường đặt thêm trạm xe đạp công cộng ở công viên Thanh Niên để người cao tuổi chúng tôi tập thể dục. Nhóm dưỡng sinh, trưởng nhóm,
Nên lắp gương cầu lồi ở ngã ba đình làng, khuất tầm nhìn, tuần trước bé nhà anh suýt bị xe tông
phường mình có hơn 12.000 dân mà chỉ có 1 nhà văn hóa 80 m2, xin quy hoạch thêm ở khu đất 2.300 m2 cạnh trường Nguyễn Bỉnh Khiêm
Cụ : trồng cây thì chọn cây bóng mát ít gãy, đừng trồng hoa sữa, ngửi nhức đầu. Nhà tôi gần công viên.
kiến nghị làm gờ giảm tốc trước trường Kim Đồng, xe chạy 60 km/h ào ào
đề nghị thay chữ trên bảng hướng dẫn to hơn, mắt kém như tôi (78 tuổi) không đọc được
Nên để thùng xin ý kiến ở sảnh, chúng tôi ngại viết trên mạng
bà con tổ 7 xin lắp camera ở ngã tư Cây Da, 3 vụ mất xe trong tháng rồi`,
	question: `sáng thứ bảy phường có làm việc không ạ
chủ nhật có ai trực không vậy
mấy giờ phường mở cửa hả em
cho tui hỏi làm giấy ủy quyền bán xe thì vô phường hay ra công chứng vậy
Con ở trọ đi học xa thì đăng ký tạm vắng chỗ mô ạ
muon hoi may tuoi thi duoc mien tien xe buyt
Nhà tui muốn tách hộ cho thằng con thì cần giấy tờ chi
ad cho e hỏi đăng ký xe máy ở phường đc chưa hay phải lên huyện
Bác hỏi chút, tiền trợ cấp 80 tuổi giờ được bao nhiêu một tháng
phường mình có làm căn cước ngày chủ nhật hông
tiem phong cho dang ky o dau, co ton tien khong
xin hỏi thời gian nhận hồ sơ buổi chiều mấy giờ nghỉ
khai sinh cho con mà ba nó không có ở đây thì sao ạ
Bác ơi cho cháu hỏi làm lại thẻ căn cước bị mất thì đến đâu ạ, cháu sinh năm, cháu tên
cho hoi can bo la nguoi chua du tuoi thi co dang ky xe may dien duoc khong
Nhà tôi bán tạp hóa, thuế khoán bỏ rồi thì kê khai kiểu nào, bữa nay lên hỏi cô kế toán bận họp. Hộ kinh doanh, mã số thuế
Từ ngày 1/7/2026 bảo hiểm y tế cho người từ 75 tuổi được miễn phải không, mẹ tôi sinh cần giấy gì, số thẻ
dạ cho con hỏi con sinh thì làm căn cước lần đầu cần ba mẹ đi cùng hông ạ, con học ở trường Nguyễn Du
Tôi muốn hỏi thủ tục tách thửa đất ở thôn Cầu Dừa, xã Vĩnh Hòa, thửa số 45 tờ bản đồ số 12, sổ hồng số, tôi là gọi lại giúp
Xe ba gác của tôi biển có được chạy vô đường nội ô giờ hành chính hông, phạt bao nhiêu
Bác cho hỏi, nhà bác thuộc hộ cận nghèo, bác là,, ở, có được cấp bò giống không, số
Con trai tôi ra ở riêng, số nhà mới, cho hỏi đổi số nhà trên sổ hồng làm ở đâu
mẹ em sinh ngày chưa có giấy khai sinh thì làm trợ cấp kiểu gì ạ
nhà trẻ tư thục thu 1.850.000 đồng một tháng cộng 300k tiền ga tiền nước vậy có đúng Nghị quyết 05/2024/NQ-HĐND không ạ
Số định danh cá nhân của cháu là thì đăng ký thi lớp 10 dùng số này hay số học sinh ?
Bà nội tôi, tuổi Mão, liệt giường ở, muốn cấp căn cước tại nhà thì gọi ai, số tôi
e mún hỏi đky kết hôn vs ng nước ngoài thì ra phường hay lên trên ạ, e tên 24t, mail
Cho em hỏi con sinh mà em ở trọ tại phòng 12, dãy trọ bà, thì đăng ký khai sinh ở đây được không, chồng em là
toi o muon hoi the ngan hang chinh sach cho vay sua nha ve sinh con khong, toi ten,
Biển số xe tôi mua lại của anh nay muốn sang tên mà ảnh đi nước ngoài thì làm sao
Con nuôi của tôi tên,, chưa có giấy khai sinh gốc, thì nhập học lớp 5 ra sao`,
	praise: `nhặt được bóp tiền trả lại nguyên si, người đâu mà tốt quá trời
cô ở quầy dễ thương hết sức, chỉ từng chút một, tui quê mùa mà cổ không la
cam on may chu dan quan loi nuoc dem mi goi toi cho ba con
Đội thu gom rác dạo này sạch sẽ ghê, khen thiệt lòng
Chú cảnh sát khu vực nửa đêm chở bà ngoại em đi cấp cứu, cả nhà đội ơn
lên phường giờ lẹ lắm, năm phút là xong, không như hồi trước
Khen mấy em đoàn viên chịu khó dạy tui xài điện thoại
mấy cháu y tế phường tới tận giường chích ngừa cho má tôi, quý hóa quá
Tui già 78 tuổi rồi, bữa đi làm giấy được cô ở một cửa dắt vô tận ghế, viết giùm tờ đơn, tui cảm ơn cổ và mấy chú nhiều lắm. Tui là bà ở.
khen đội dân phòng khu 2 nha, tối nào cũng đi tuần, ngủ ngon hẳn luôn
Em là, công nhân may, hôm rồi lên làm sổ tạm trú gặp anh công an phường làm mau lẹ mà còn cười tươi, thương hết sức
cam on co ban rau dau hem luom duoc bop tien tra lai cho toi, trong bop co can cuoc so cua toi
o bên một cửa hiền dễ sợ, chỉ dẫn tận tình, mạ tui khen hoài
cảm ơn tổ công nghệ số và bạn đã tới tận khu cài VNeID cho 40 công nhân
Chúng tôi ở cám ơn anh công an khu vực đi từng nhà hướng dẫn phòng cháy, 9h tối còn ghé nhà bà chỉ cách dùng bình.
Cảm ơn quầy 2, làm chứng thực 15 bản có 20 phút, thu đúng 30.000 đồng, có hóa đơn
má tôi 81 tuổi được cán bộ tới tận làm căn cước, cô dịu dàng lắm, cảm ơn phường
khen cô lao công quét đường Hùng Vương 5h sáng đã sạch bong
chị lao công tên nhặt được điện thoại đem trả cho cháu, không lấy đồng nào
Gia đình liệt sĩ chúng tôi cảm ơn phường đã sửa mộ và thăm hỏi mẹ tôi nhân 27/7`,
	denunciation: `ông phó phường lấy tiền của chủ đầu tư để làm ngơ cho xây lố, tui có giấy chuyển khoản
tui to ong truong ap ky khong ten ba con de lanh tien ho tro bao
Kế toán trường lập hai sổ thu, tiền ăn của trẻ bị bớt, phụ huynh chúng tôi xin tố cáo
bí thư chi bộ đưa người nhà vô danh sách hộ nghèo để hưởng chế độ, cả xóm ai cũng biết
cán bộ xây dựng đòi năm triệu mới cho đổ móng, ai không chung thì lập biên bản
Người của phường bán suất nhà tình nghĩa cho người có tiền
ăn chặn quà cứu trợ, mười ký gạo còn sáu ký, đề nghị điều tra ông trưởng thôn
thủ quỹ hội giữ tiền quỹ của chị em rồi xài riêng, làm chứng từ giả
tôi tố cáo ông trưởng khu phố 6 ăn chặn tiền cứu trợ bão của dân, mỗi nhà bị bớt 200 ngàn, chuyển vô tài khoản Vietcombank của vợ ổng là. đề nghị giấu tên tui
can bo dia chinh nhan 30 trieu dong cua gia dinh toi de lam so do roi khong lam, toi co ghi am. Toi lam don to cao gui phuong.,
Tôi,, số CMND, tố cáo bà kế toán trường mầm non thu quỹ sai, tiền chuyển vào STK Agribank. Đề nghị không cho bà biết tôi gửi đơn này.
can bo phong kinh te lay 5 trieu cua to hop tac ma khong ghi bien lai. chung toi 7 ho dan dong ky ten to cao
Tôi làm đơn này tố cáo ông, Phó Giám đốc hợp tác xã, khai khống danh sách hỗ trợ lúa. Người làm đơn:, sinh năm, thường trú, căn cước.
kinh gui chu tich, toi to cao co ke toan truong tieu hoc lap quy den, toi la phu huynh, sdt
Người tố cáo:,. Người bị tố cáo: bà, công chức tài chính, về việc nâng khống dự toán sửa trường năm 2025 từ 1,2 tỉ lên 1,9 tỉ.
Tôi không dám nêu tên. Hiệu phó trường cấp 2 nhận phong bì 20 triệu để chuyển trường cho con bà chủ tiệm vàng Kim Hoàn.
To cao ong thanh tra xay dung nhan tien bao ke cho nha xay trai phep, toi co video, dung de lo ten toi
tôi tố giác cán bộ chính sách phường ghi tên người chết vào danh sách nhận quà Tết, có 3 tên:,,
tui xin tố chú trưởng ấp lấy tên má tui lãnh gạo cứu trợ, má tui có ký tên đâu`,
	complaint_decision: `tui không chịu cái biên bản phạt đó, đề nghị hủy quyết định
họ cưỡng chế đập hàng rào nhà tôi mà không báo trước, tôi khiếu nại tới cùng
gia boi thuong dat cua nha toi thap hon nha ben, toi khieu nai quyet dinh thu hoi
Không đồng ý với việc bác đơn xin cấp sổ của gia đình tôi, yêu cầu xét lại
quyết định cắt trợ cấp của ba tui là sai, tui đòi giải quyết lại
Thông báo tháo dỡ mái che nhà tôi là không công bằng, tôi không chấp nhận
Tôi không đồng ý với quyết định xử phạt số 214/QĐ-XPHC ngày 03/11/2026 đối với tôi, tôi có phép đàng hoàng. Tôi là, CCCD, yêu cầu xem xét lại, nếu không tôi kiện ra tòa.
nhà tui bị cưỡng chế thu hồi 120m2 mà giá đền bù có 3 triệu rưỡi một mét, tui khiếu nại cái quyết định đó, đề nghị áp giá lại cho đúng
Không chấp nhận biên bản và Quyết định số 1187/QĐ-UBND về việc buộc tháo dỡ mái hiên nhà tôi, vì nhà kế bên cũng vậy mà không bị gì. Người khiếu nại:, ĐT
Tôi khiếu nại việc UBND phường thu hồi 35 m2 đất vườn của mẹ tôi là cụ mà không có thông báo, thửa đất có sổ cấp năm 2005
Đơn khiếu nại lần hai: tôi,, không đồng ý Quyết định giải quyết khiếu nại số 33/QĐ-UBND ngày 2/10/2026 vì chưa đối thoại
gia đình tôi không đồng ý với thông báo 145/TB-UBND về giá bồi thường, đề nghị xem lại, người đại diện sđt
Tôi khiếu nại Quyết định 902/QĐ-XPVPHC phạt tôi 7.500.000 đồng, người bị phạt, số căn cước`,
	crime_report: `tụi nó rủ con tui chơi đá gà ăn tiền, độ mấy chục triệu mỗi bữa, công an vô bắt dùm
bọn cho vay tới nhà tạt sơn, ném mắm tôm, dọa chém cả nhà
thang kia ban ma tuy cho hoc sinh ngay cong truong
nó nhắn tin giả ngân hàng lừa má tui hết bốn chục triệu
xe tui dựng trước cửa bị bẻ khóa lấy mất đêm qua, có camera
nó hack facebook của e rồi nhắn mượn tiền bạn bè, có người chuyển 3tr r
có ổ cờ bạc trong nhà kho cuối hẻm, tối nào cũng tụ tập
ông dượng đánh con riêng của vợ bầm mình, hàng xóm nghe la khóc hoài
đám thanh niên cầm dao rượt nhau hôm qua, giờ vẫn lảng vảng quanh xóm
người ta trộm chó bằng súng điện, tối qua mất ba con
nó gọi xưng là công an kêu tui chuyển 45 triệu vô stk ngân hàng Techcombank tên, số nó gọi là, giờ tui mất hết tiền rồi, mấy chú bắt nó giùm
Đêm qua lúc 2 giờ có hai thằng chạy chiếc Exciter biển bẻ khóa lấy con SH của tôi biển trước cửa nhà, camera có quay lại, tôi ở
Cháu nhà tôi học lớp 7 bị thằng ở rủ hút thuốc lá điện tử với cần, mong công an vào cuộc. Biển số xe nó
co mot thang ten biet danh la Tý sún di xe wave bien hay giut day chuyen cua ba con di cho som, hom qua no giut cua chi
Facebook lừa tôi 12 triệu, nó bắt chuyển vô số MB Bank chủ tài khoản
Tối qua nhóm thanh niên độ xe rú ga ở dốc Cầu Đôi, có chiếc biển và một chiếc không biển, tụi nó cầm mã tấu rượt nhau, người dân hoảng sợ đóng cửa hết
thg lớp 9a2 trường cạnh nhà e nó đăng ảnh e lên fb bắt e đưa tiền, e sợ lắm, mẹ e chưa biết, e sđt
bọn cho vay app Tiền Liền 24h đòi tôi trả 18 triệu cho khoản vay 5 triệu, khủng bố điện thoại mẹ tôi số, đòi ghép ảnh tôi lên mạng
Chiều 19/11 khoảng 16h, 2 thanh niên đi xe Vision đỏ vào tiệm tạp hóa của mẹ tôi ở giả mua thuốc rồi lấy điện thoại iPhone 13 màu xanh
Sáng 15/11 tên cướp mặc áo grab biển số giật túi của mẹ tôi trước cổng bệnh viện, trong có thẻ ATM số và căn cước
Tui bị lừa mua vé máy bay, chuyển cho số tài khoản MSB 6 triệu 4, nick zalo Vé Rẻ số
Kính gửi công an, ngày 18/11 bà vay tôi 120 triệu rồi bỏ trốn, bà ta sinh năm, quê, đi xe SH biển
nick telegram dụ e làm nhiệm vụ, e ck 3 lần vô BIDV tên CTV, mất 23tr`,
	emergency: `nước lên tới nóc rồi, kẹt ba người, cho ghe tới cứu
co nguoi te gieng chua len duoc, le len
xe tải đụng xe máy máu me tùm lum, gọi cấp cứu giùm
cháy nhà bên cạnh, bình ga sắp nổ, tới liền
có đứa nhỏ kẹt trong xe hơi đóng kín, bất tỉnh rồi
ông già trúng điện nằm im re, kêu xe cứu thương
sạt lở đất sập nhà, còn người ở dưới
dang co nguoi cam dao khong che con tin trong quan
CHAY LON QUA, kho go sau cho Ba Chieu,, goi cuu hoa dum voi!!!
có đứa nhỏ té xuống kinh chỗ cầu sắt, lẹ lên
co nguoi bi dien giut ben, bat tinh roi, goi cap cuu gap, sdt em
lu ve toi noc roi, 6 nguoi tren gac,, xin ca no,
Sập giàn giáo công trình, có 2 thợ bị đè, máu nhiều lắm, kêu xe cấp cứu lẹ lên
Có ông cụ đi lạc ngồi trước nhà em, cụ nói tên là, run lắm, phường cử người tới giúp với
cuu cuu, xe lat o khuc cua deo Ngang km 12+300, nguoi ket trong cabin xe
Rò ga nặng mùi ở, mọi người đang chạy xuống, gọi PCCC giúp
nhà sập! có 2 đứa nhỏ kẹt trong đó cứu với
cháy chung cư lầu 8 khói đen mù mịt, người kêu cứu,
nước dâng lên tới cửa sổ rồi, bà ngoại con liệt, ở, máy con, cứu với`,
	spam: `nhận làm bằng, chứng chỉ, bao xét duyệt, alo zalo liền
shop thanh lý đồ hiệu giảm sập sàn, inbox em báo giá
cho thuê loa kéo, nhận tiệc cưới trọn gói giá mềm
Thợ sửa ống nước, thông cầu cống 24/7, gọi là có mặt
vay tien nhanh khong can the chap lai thap lh em
Bán sim, thẻ cào, đất nền ngộp, liên hệ chính chủ
khai trương phòng gym tặng tháng đầu cho mười khách đăng ký sớm
HOT HOT!!! Khai trương nha khoa Nụ Cười Xinh giảm 70% niềng răng, hotline 1900 63 68 99, đ/c
Nhan lam bang dai hoc, bang lai xe gia re bao dau, zalo
cho thue xe cuoi, xe hoa, gia re nhat vinh bac bo, lh a
shop sỉ lẻ mỹ phẩm chính hãng, ib zalo nhận báo giá, freeship toàn quốc
Nhận sơn sửa nhà, chống thấm, báo giá 24/7, thợ lành nghề 15 năm, call gặp
Bán sim số đẹp giá 15tr, thu mua sim cũ, lh
VAY NÓNG trả góp 10-200tr, chỉ cần CCCD, gọi Mr.`,
	abuse: `tụi bây ăn cơm dân mà làm như chó gặm
đồ quan lại ăn hút, trời đánh hết đi
may thang can bo ngu nhu lon
phường khỉ gió gì đâu, toàn đồ bỏ đi
cái phường như cc, cán bộ toàn lũ ăn hại, nuôi tốn cơm
mấy ông bà ngồi mát ăn bát vàng, đồ ăn hại, cút hết đi cho dân nhờ
phường với chả xã, một lũ vô dụng, ngu như bò
đéo hiểu lũ chúng mày làm được cái tích sự gì
mẹ kiếp phường khốn nạn
bọn quan tham ăn cho chết`,
	unclear: `sao chưa ai gọi lại
gọi lại cho tui nghen
giúp giùm
em gửi rồi đó
hôm trước có nói rồi
nhu lan truoc
ủa sao vậy ta
sao chua thay goi lai

gửi lại lần 2
ok
Em chào anh chị ạ
????
xin giúp đỡ`
} as const;
