/**
 * Words that ask for the same thing wherever they stand: who lost a paper, dropped it or had it stolen wants it anew.
 * One group a line; of what people say in the North, the middle and the South too. A word marked ! counts only with
 * its diacritics, since without them it is mostly another word.
 */
export const acts = `
mất, bị mất, rơi, bị rơi, rớt, bị rớt, thất lạc, bị thất lạc, đánh mất, làm mất, làm rơi, làm rớt, đánh rơi, để quên, mất cắp, bị mất cắp, bị trộm, lạc mất, mất tiêu, cháy, bị cháy
chết, qua đời, từ trần, tử vong, quá cố, tạ thế, khuất núi, đã khuất, trút hơi thở
rách, bị rách, hỏng, bị hỏng, hư, bị hư, mờ, bị mờ, gãy, bị gãy, nát, cũ nát, ướt, bị ướt, nhòe, bị nhòe, hư hỏng, bị hư hỏng, bể, tróc, bong tróc, bay chữ, phai
sai, bị sai, sai sót, nhầm, bị nhầm, lộn!, bị lộn, trật, ghi sai, ghi nhầm, ghi lộn, in sai, in nhầm, đánh sai, viết sai, bị ghi sai, nhầm lẫn, không khớp, không đúng, lệch, sửa, sửa lại, sửa đổi, chỉnh, chỉnh sửa, chỉnh lại, đính chính, cải chính, hiệu đính, sửa sai, sửa lỗi
làm lại, cấp lại, xin lại, xin cấp lại, làm mới lại
hết hạn, bị hết hạn, quá hạn, hết thời hạn, sắp hết hạn, hết hiệu lực, gia hạn, gia hạn thêm, xin thêm hạn
chấm dứt, dẹp, giải thể, giải tán, hủy, hủy bỏ, nghỉ hẳn, nghỉ luôn, ngừng hẳn, ngưng hẳn, dừng hẳn, đóng cửa, đóng cửa hẳn, ngừng hoạt động, ngưng hoạt động, không làm nữa, không bán nữa, thôi, không hoạt động nữa, kết thúc
tạm ngừng, tạm ngưng, tạm dừng, tạm nghỉ, tạm đóng cửa, nghỉ tạm, tạm thời đóng cửa, nghỉ một thời gian, tạm thời nghỉ
đổi, thay đổi, thay, chuyển đổi
chuyển, dời, dọn, chuyển sang, dời sang, dọn sang, dọn về, chuyển về, dời về, dời đi, chuyển đi
mở, lập, thành lập, khai trương
hưởng, lãnh, lĩnh, được hưởng, nhận tiền, lấy tiền
từ chối, không nhận, không lấy, nhường, nhường lại, khước từ, không hưởng, bỏ phần
ủy quyền, uỷ quyền, nhờ người, đi thay, làm thay, thay mặt
một thời gian, vài tháng, mấy tháng, ít lâu, nửa năm, một tháng, hai tháng, ba tháng, vài tuần, tạm thời
nghỉ, ngưng, ngừng, dừng
dựng, che, bắc, căng, dựng rạp, che rạp, bắc rạp
chặt, đốn, cưa, hạ cây, đốn hạ, chặt hạ
tạm lánh, lánh nạn, nương tựa
muộn, trễ, chậm, trễ hạn, chậm trễ, trễ quá
xóa, cắt, gạch tên, xóa tên, rút, bỏ
xin phép, xin giấy phép, giấy phép, cấp phép, cấp giấy phép
`;

/** Things, papers and people by all their names. */
export const things = `
hộ kinh doanh, hộ kinh doanh cá thể, hkd, hộ cá thể, quán, tiệm, cửa hàng, cửa tiệm, shop, sạp, sạp hàng, quầy, quầy hàng, hộ kd, quán xá, tiệm quán, cơ sở kinh doanh
giấy phép kinh doanh, gpkd, đkkd, dkkd, giấy đăng ký kinh doanh, giấy kinh doanh, giấy chứng nhận đăng ký kinh doanh, giấy đkkd, giấy phép kd, giấy phép hộ kinh doanh, giấy đăng ký hộ kinh doanh, giấy chứng nhận hộ kinh doanh, giấy chứng nhận đăng ký hộ kinh doanh, gcn đkkd, giấy phép buôn bán, giấy phép hkd, giấy hkd, giấy đăng ký hkd, giấy phép bán hàng, giấy phép quán, giấy chứng nhận đăng ký hkd
căn cước, thẻ căn cước, cccd, căn cước công dân, thẻ căn cước công dân, chứng minh nhân dân, chứng minh thư, cmnd, cmt, cmtnd, chứng minh, giấy chứng minh, giấy cmnd, thẻ cccd, cccd gắn chip, căn cước gắn chip
sổ đỏ, sổ hồng, bìa đỏ, bìa hồng, sổ đất, bìa đất, giấy đất, giấy tờ đất, sổ nhà đất, giấy chứng nhận quyền sử dụng đất, gcnqsdđ, gcn qsdđ, quyền sử dụng đất, giấy tờ nhà đất, sổ
hộ khẩu, sổ hộ khẩu, khẩu, hk, hktt, thường trú
bảo hiểm y tế, bhyt, thẻ bảo hiểm y tế, thẻ bhyt, bh y tế, thẻ bảo hiểm
bảo hiểm xã hội, bhxh, sổ bảo hiểm xã hội, sổ bhxh, bh xã hội, sổ bảo hiểm
tàu, thuyền, ghe, xuồng, đò, tàu thuyền, ghe thuyền, ghe xuồng, sà lan, vỏ lãi, tắc ráng, phương tiện thủy, phương tiện thủy nội địa
cà vẹt, cavet, cà vẹt xe, cavet xe, giấy tờ xe, giấy xe, giấy đăng ký xe, chứng nhận đăng ký xe, giấy chứng nhận đăng ký xe, đăng ký xe máy
xe, xe máy, xe mô tô, mô tô, xe gắn máy, ô tô, xe ô tô, xe hơi, xe con, xe honda, xe tải, xe đạp điện, xe máy điện
cha, ba, bố, tía, bọ
mẹ, má, u, bầm, mạ, mế
ba má, cha mẹ, bố mẹ, ông bà cha mẹ, tía má, thầy u, thầy bu, ông bà
con, bé, em bé, cháu, cháu bé, trẻ, trẻ em, trẻ nhỏ, trẻ con, con nít, con nhỏ, con gái, con trai, con út, con cả, đứa nhỏ, thằng nhỏ, thằng bé, con bé, cháu nội, cháu ngoại, nhóc
người già, người cao tuổi, người lớn tuổi, cụ già, ông cụ, bà cụ, các cụ, ông già, bà già, cụ ông, cụ bà, lớn tuổi
nước ngoài, người nước ngoài, ngoại quốc, người ngoại quốc, tây, người tây, khách tây, ông tây, chồng tây, vợ tây, khách nước ngoài, quốc tịch nước ngoài, hoa kỳ, châu âu, việt kiều, người việt kiều, ngoại kiều, bên tây, người đài, người hàn, người tàu
thuê, mướn, thuê mướn, cho thuê, cho mướn, thuê trọ, ở trọ, phòng trọ, nhà trọ, trọ
cưới, cưới nhau, lấy nhau, về ở với nhau, cưới vợ, cưới chồng, lấy vợ, lấy chồng, kết hôn, đăng ký kết hôn, thành hôn, lập gia đình, hôn thú, giấy kết hôn, giấy đăng ký kết hôn, giấy chứng nhận kết hôn, đkkh
ly hôn, ly dị, bỏ nhau, thôi nhau, đã ly hôn, chia tay
tiền, trợ cấp, tiền trợ cấp, phụ cấp, chế độ, tiền chế độ, tiền hỗ trợ, hỗ trợ
thừa kế, di sản, gia tài, phần gia tài, phần thừa kế, của cải, để lại, hưởng thừa kế, nhận thừa kế, di sản thừa kế, tài sản để lại
công chứng, chứng thực, thị thực, đóng dấu, chứng giấy
hợp đồng, hđ, giao dịch, giấy mua bán, văn bản mua bán
đất, miếng đất, thửa đất, mảnh đất, đất đai, lô đất, đất cát, nền đất, nhà đất, đám đất
khuyết tật, tàn tật, tật nguyền, bị tật, người khuyết tật, người tàn tật
xây, xây dựng, xây cất, cất nhà, dựng nhà, làm nhà, xây nhà
đẻ, sinh, sanh, sinh con, đẻ con, sanh con, sinh đẻ, sinh nở, mới sinh, mới đẻ, mới sanh
khai sinh, giấy khai sinh, khai sanh, giấy khai sanh, gks, giấy ks, làm khai sinh, đăng ký khai sinh
khai tử, chứng tử, giấy chứng tử, giấy khai tử, giấy báo tử, báo tử, đăng ký khai tử, giấy chứng nhận tử vong
độc thân, tình trạng hôn nhân, chưa kết hôn, chưa vợ, chưa chồng, chưa có vợ, chưa có chồng, chưa vợ con, giấy độc thân, chưa lập gia đình, còn độc thân
lợn, heo
gà, vịt, gia cầm, ngan
định danh điện tử, vneid, tài khoản định danh, tài khoản vneid, định danh, tài khoản định danh điện tử, tk định danh
nghĩa vụ quân sự, nvqs, nghĩa vụ, đi lính, đi nghĩa vụ, đi bộ đội, nhập ngũ, tuổi lính, tuổi nghĩa vụ
thông tin, tên, họ tên, ngày sinh, năm sinh, ngày tháng năm sinh, quê quán, giới tính, nơi sinh, tên đệm, chữ lót, tên họ, số điện thoại, ảnh, chữ đệm
trích lục, bản sao, sao lục, bản sao trích lục
di chúc, chúc thư, tờ di chúc
hộ nghèo, sổ hộ nghèo, nghèo, sổ nghèo
nhà, căn nhà, ngôi nhà, nhà cửa, nhà ở
giấy phép xây dựng, gpxd, phép xây dựng, phép xây nhà, giấy phép xây nhà, giấy phép xd
hợp tác xã, htx
đường, con đường, mặt đường, lòng đường
đám tang, đám ma, tang lễ, ma chay, nhà có tang
đám cưới, tiệc cưới, lễ cưới, rạp cưới
vỉa hè, lề đường, ngoài đường, ngoài lộ, mặt lộ, hè phố, hè đường
bệnh, ốm, đau ốm, đau bệnh, bệnh tật, đau
địa chỉ, địa điểm, chỗ, nơi, chỗ khác, nơi khác, chỗ mới
chồng, ông xã
vợ, bà xã
ruộng, đất ruộng, đất lúa, đất trồng lúa, lúa
hàng xóm, láng giềng, lối xóm, nhà bên cạnh, nhà kế bên, nhà bên
tranh chấp, cãi nhau, lấn, lấn chiếm, lấn qua, lấn sang, kiện
xích mích, mâu thuẫn
sổ gốc, bản gốc, bản chính
con nuôi, nhận nuôi, xin con nuôi, nhận con nuôi
dưới 14 tuổi, chưa đủ 14 tuổi, chưa tới 14 tuổi, dưới mười bốn tuổi
đủ 14 tuổi, từ 14 tuổi, trên 14 tuổi, từ đủ 14 tuổi
một lần, 1 lần, một cục, 1 cục, trọn gói, một lượt
chủ hộ, chủ hộ khẩu, tên chủ hộ, người đứng tên hộ khẩu
ngành nghề, ngành, nghề, mặt hàng
thực phẩm, an toàn thực phẩm, vệ sinh an toàn thực phẩm, attp, vsattp, atvstp, vệ sinh thực phẩm, an toàn vệ sinh thực phẩm
quán ăn, quán cơm, tiệm cơm, quán bún, quán phở, quán nhậu, quán nước, nhà hàng, quán cà phê, quán cafe, tiệm ăn
`;

/** Where people come from, marry or are born; !: the name alone is another word without its marks. */
export const countries =
	'hàn quốc, đài loan, trung quốc, nhật bản, thái lan, singapore, malaysia, ấn độ, philippines, hồng kông, ma cao, canada, anh quốc, nhật!, mỹ!, úc!, pháp!, đức!, nga!, ý!, hàn!, thái!, philippin, indonesia, hoa kỳ, new zealand, thụy điển, na uy, séc, ba lan, ucraina';

/** Who it is for says little about what is wanted. */
export const kin =
	'ông bà cha bố ba tía mẹ má con cháu chồng vợ anh chị em cô dì chú bác cậu mợ thím cụ bé trẻ nội ngoại gái trai út nhà người thân gia đình';
