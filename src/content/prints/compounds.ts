/**
 * Words of two syllables that slogans of a ward use again and again: a line must not break inside them. A word that is
 * not here only makes the break a little less good.
 */
const words = `an ninh|an toàn|bảo đảm|bảo vệ|biểu mẫu|bình đẳng|cải cách|cải thiện|cán bộ|cấp cứu|chất lượng|chính phủ|chính quyền|chính sách|chung tay|chuyên nghiệp|chuyển đổi|chức trách|công bằng|công chức|công dân|công dịch|công khai|công việc|cộng đồng|củng cố|cư trú|danh mục|dân chủ|dân cư|dịch vụ|doanh nghiệp|dữ liệu|đảng bộ|đảng viên|đăng ký|đất đai|địa phương|đoàn kết|đô thị|đồng hành|đổi mới|đơn giản|đúng hẹn|giải quyết|giám sát|giao dịch|giao thông|giấy tờ|hài lòng|hành chính|hành động|hạnh phúc|hiện đại|hiệu lực|hiệu quả|hồ sơ|hỗ trợ|hộ tịch|hướng dẫn|hưởng ứng|kết quả|khai sinh|khai tử|kết hôn|khẩn trương|kiến nghị|kinh doanh|kinh tế|kỷ cương|kỷ luật|liêm chính|lòng dân|mặt trận|minh bạch|môi trường|mục tiêu|nâng cao|nền tảng|nếp sống|nghĩa vụ|nghiêm túc|nghiêm minh|người dân|nhân dân|nhanh chóng|nhiệm vụ|nhiệt tình|niềm tin|phát huy|phát triển|phản ánh|phòng chống|phong trào|phục vụ|phường ta|quản lý|quyền lợi|quy định|quy trình|sáng tạo|sạch đẹp|sẵn sàng|tận tâm|tận tụy|tham gia|thái độ|thanh toán|thành công|thành phố|thân thiện|thi đua|thông tin|thời gian|thủ tục|thuận lợi|thuận tiện|thước đo|tiếp nhận|tiết kiệm|tinh gọn|tinh thần|tích cực|toàn dân|toàn diện|toàn trình|trách nhiệm|trật tự|trong ngày|trong sạch|trung tâm|trực tuyến|truyền thanh|truyền thống|tuyên truyền|từng bước|ủy ban|ứng dụng|văn hóa|văn minh|vận động|vì dân|vững mạnh|xã hội|xây dựng|xử lý|ý kiến|đẩy mạnh|thực hiện|tiếp tục|quyết tâm|ra sức|công nghệ|trí tuệ|sự nghiệp|tổ chức|đất nước|tổ quốc|nhà nước|việt nam|gần dân|sát dân|nêu cao|làm chủ|cấp xã|một cửa|liên thông|điện tử|dân vận|khu phố|tổ dân|dân phố|gia đình|phường xã|số hóa|kỹ năng|tài khoản|định danh|chữ ký`;
const known = new Set(words.split('|'));

const bare = (word: string): string => word.toLocaleLowerCase('vi').replace(/^\P{L}+|\P{L}+$/gu, '');

/** Do two neighbouring syllables belong together? Never across a comma. */
export const belongTogether = (first: string, second: string): boolean =>
	/\p{L}$/u.test(first) && known.has(`${bare(first)} ${bare(second)}`);
