/**
 * Things with a name of their own that other offices do, or nobody: where a question is mostly this, no part of the
 * name is taken for something the ward does. A driving licence (bằng lái xe) is no vehicle, a taxpayer's number no
 * identity number. Should a ward come to do one of them, its procedure is still found by the words of its title.
 */
export const elsewhere = `
bằng lái, bằng lái xe, bằng lái xe máy, bằng lái ô tô, bằng lái quốc tế, giấy phép lái xe, gplx, lái xe, học lái xe, thi lái xe
ly hôn, xin ly hôn, đơn ly hôn, ly hôn đơn phương, ly hôn thuận tình, ly dị, xin ly dị, đơn phương ly hôn, ly thân
lương hưu, hưu trí bảo hiểm, sổ hưu, làm lương hưu
quốc tịch, nhập quốc tịch, thôi quốc tịch, trở lại quốc tịch, quốc tịch việt nam
mã số thuế, mã số thuế cá nhân, quyết toán thuế, hoàn thuế, thuế thu nhập cá nhân, thuế tncn, nộp thuế, hóa đơn điện tử, hóa đơn đỏ, xuất hóa đơn
công ty cổ phần, công ty tnhh, thành lập công ty, mở công ty, thành lập doanh nghiệp, mở doanh nghiệp, giải thể công ty
tài khoản ngân hàng, thẻ ngân hàng, thẻ atm, thẻ tín dụng, lãi suất, lãi suất ngân hàng, vay tiền nhanh, vay tín chấp, vay tiền online
visa, xin visa, visa du học, visa du lịch, du học, vé máy bay, du lịch, thuê xe du lịch
tiền điện, điện, cúp điện, cắt điện, lịch cắt điện, mất điện, tiền nước, cúp nước, đóng tiền nước, đóng tiền điện, wifi, mạng internet, điện thoại
phạt nguội, nộp phạt, phạt giao thông, nộp phạt giao thông, đấu giá biển số, đăng kiểm, đăng kiểm xe, bảo hiểm ô tô, bảo hiểm xe, bảo hiểm xe máy, sửa xe, sửa xe máy
tiêm phòng, tiêm chủng, chích ngừa, tiêm ngừa, khám răng, bác sĩ, bệnh viện, thuốc đau đầu, mua thuốc, vắc xin, covid
thi đại học, điểm thi, thi thpt, thi tốt nghiệp, kết quả thi, học bổng, điểm chuẩn
mất chó, mất mèo, mất điện thoại, mất xe máy, tiêm phòng chó, nuôi chó, nuôi mèo
luật sư, thuê luật sư, đòi nợ, đòi tiền
tìm việc, xin việc làm, việc làm, tuyển dụng, tuyển nhân viên, việc làm thêm, giấy phép lao động
thuê phòng, thuê nhà giá rẻ, bán nhà mặt tiền, cho thuê phòng giá rẻ, phòng trọ giá rẻ, mua nhà giá rẻ, mua chung cư
giá vàng, giá xăng, bảng giá xăng, giá điện, giá đất, giá heo, giá lúa, thời tiết, xổ số, kết quả xổ số, bóng đá, xem phim, phim, ca nhạc, nấu ăn, công thức nấu, nấu phở, ngày tốt, xem ngày, xem bói, tử vi, sửa máy lạnh, sửa tivi, giao hàng, facebook, zalo, iphone
`;
