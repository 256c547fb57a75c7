/**
 * Syllables of the South and the middle (and of old papers) that are another spelling of a word of the procedures, each
 * with that word: khai sanh, tánh danh, chánh quyền, hiệp đồng. Taken for it only where the neighbour says so.
 */
export const dialect = `
sanh sinh, chánh chính, tánh tính, lãnh lĩnh, mạng mệnh, bịnh bệnh, lịnh lệnh, nhứt nhất, nhơn nhân, gởi gửi, thơ thư,
hiệp hợp, phước phúc, huê hoa, kiếng kính, quới quý, thiệt thật, bổn bản, bực bậc, võ vũ, hường hồng, nghĩa ngãi,
tòng tùng, tràng trường, huờn hoàn, đờn đàn, đơn đan, hột hạt, chưn chân, cãi cải, dựt giật, giùm giúp, hưỡn hoãn,
gia da, dzụ vụ, dzợ vợ, zợ vợ, dzề về, zề về, dzô vào, zô vào, vô vào, trển trên, hổng không, hông không,
tui tôi, tau tôi, mần làm, mô đâu, răng sao, rứa thế, chừ giờ, mệ bà, mạ mẹ, tía cha, bu mẹ, mướn thuê, dọn chuyển,
lộn nhầm, xài dùng, xỉn say, rầy nay, bảo bão, truờng trường, giáy giấy, chổ chỗ, sữa sửa, củ cũ, bổ bỗ, đả đã, nử nữ,
cưa cửa, mả mã, lảnh lãnh, lỉnh lĩnh, kỉ kỹ, quí quý, sĩ sỹ, sỹ sĩ, hi hy, oánh đánh, ngừơi người, đựơc được
`;
