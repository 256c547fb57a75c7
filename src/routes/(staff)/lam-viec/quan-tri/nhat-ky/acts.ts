/** What a line of the journal says to a person, and where its thing is to be seen. */

const words: Record<string, string> = {
	'account.given': 'cấp tài khoản dùng thử',
	'account.created': 'cấp tài khoản',
	'account.password_reset': 'cấp lại mật khẩu',
	'account.password_changed': 'đổi mật khẩu của mình',
	'account.signed_in': 'đăng nhập',
	'account.device_signed_out': 'đăng xuất thiết bị của mình',
	'account.second_factor_on': 'bật xác thực hai lớp',
	'account.second_factor_off': 'tắt xác thực hai lớp',
	'account.second_factor_dropped': 'gỡ xác thực hai lớp của người khác',
	'account.backup_codes_renewed': 'tạo mã dự phòng mới',
	'search_word.added': 'thêm từ đồng nghĩa cho ô tìm kiếm',
	'search_word.changed': 'sửa từ đồng nghĩa của ô tìm kiếm',
	'search_word.removed': 'bỏ từ đồng nghĩa của ô tìm kiếm',
	'search_word.restored': 'khôi phục từ đồng nghĩa có sẵn',
	'search_miss.dismissed': 'bỏ qua một câu tìm không ra',
	'person.added': 'thêm cán bộ',
	'person.edited': 'sửa thông tin cán bộ',
	'person.left': 'ghi thôi công tác',
	'position.given': 'giao chức danh',
	'position.ended': 'ghi thôi giữ chức danh',
	'unit.added': 'thêm đơn vị',
	'unit.corrected': 'sửa thông tin đơn vị',
	'unit.succeeded': 'lập đơn vị kế tục',
	'unit.retired': 'kết thúc hoạt động đơn vị',
	'day_off.added': 'ghi ngày nghỉ hoặc ngày làm bù',
	'day_off.removed': 'bỏ ngày nghỉ hoặc ngày làm bù',
	'day_off.year_confirmed': 'xác nhận lịch nghỉ của năm',
	'day_off.year_reopened': 'bỏ xác nhận lịch nghỉ của năm',
	'plan.drafted': 'lập dự thảo kế hoạch',
	'plan.imported': 'nhập văn bản kế hoạch',
	'plan.header_corrected': 'sửa phần đầu kế hoạch',
	'plan.areas_corrected': 'sửa nội dung của kế hoạch',
	'plan.recipients_corrected': 'sửa nơi nhận kế hoạch',
	'plan.tasks_renumbered': 'đánh lại số nhiệm vụ',
	'plan.discarded': 'bỏ dự thảo kế hoạch',
	'plan.issued': 'ban hành kế hoạch',
	'plan.received': 'xác nhận đã nhận kế hoạch',
	'plan.change_started': 'bắt đầu điều chỉnh kế hoạch',
	'plan.replaced': 'thay thế kế hoạch bằng bản điều chỉnh',
	'task.created': 'thêm nhiệm vụ',
	'task.corrected': 'sửa nhiệm vụ',
	'task.dropped': 'bỏ nhiệm vụ khỏi dự thảo',
	'task.kept': 'giữ lại nhiệm vụ',
	'task.merged': 'gộp nhiệm vụ',
	'task.done': 'ghi hoàn thành nhiệm vụ',
	'task.waived': 'cho thôi thực hiện nhiệm vụ',
	'task.reopened': 'mở lại nhiệm vụ',
	'task.reminded': 'đôn đốc nhiệm vụ',
	'task.confirmation_asked': 'nhờ xác nhận kết quả nhiệm vụ',
	'task.confirmed': 'xác nhận kết quả nhiệm vụ',
	'evidence.added': 'thêm minh chứng',
	'evidence.landed': 'ghi nhận minh chứng',
	'evidence.withdrawn': 'rút minh chứng',
	'story.created': 'bắt đầu một tin, bài',
	'story.saved': 'lưu tin, bài',
	'story.settings_changed': 'đổi thông tin của tin, bài',
	'story.file_added': 'thêm tệp vào tin, bài',
	'story.submitted': 'trình duyệt tin, bài',
	'story.submission_voided': 'rút tin, bài khỏi chờ duyệt',
	'story.sent_back': 'trả lại tin, bài',
	'story.approved': 'duyệt tin, bài',
	'story.approval_voided': 'hủy duyệt vì tin, bài đã sửa',
	'story.scheduled': 'hẹn giờ đăng tin, bài',
	'story.unscheduled': 'hủy hẹn giờ đăng',
	'story.published': 'đăng tin, bài',
	'story.published_late': 'đăng tin, bài muộn giờ hẹn',
	'story.published_emergency': 'đăng khẩn cấp tin, bài',
	'story.emergency_cleared': 'xác nhận lại tin, bài đăng khẩn cấp',
	'story.withdrawn': 'gỡ tin, bài',
	'story.removed': 'xóa tin, bài nháp',
	'story.new_version': 'viết phiên bản mới của tin, bài',
	'story.version_discarded': 'bỏ phiên bản mới của tin, bài',
	'story.restored': 'khôi phục bản cũ của tin, bài',
	'story.preview_made': 'tạo liên kết xem trước',
	'story.preview_revoked': 'thu hồi liên kết xem trước',
	'story.review_due': 'nhắc rà soát tin, bài',
	'story.expired': 'nhắc tin, bài hết hạn',
	'story.conflict_kept': 'giữ bản viết bị chồng lấn',
	'story.conflict_left': 'bỏ bản viết bị chồng lấn',
	'story.conflict_taken': 'dùng bản viết bị chồng lấn',
	'procedures.changed': 'ghi thay đổi của danh mục thủ tục',
	'procedure.edited': 'sửa nội dung thủ tục',
	'procedure_duty.finished': 'ghi xong việc do thủ tục thay đổi',
	'procedure_duty.recounted': 'tính lại hạn của việc do thủ tục thay đổi vì lịch nghỉ đổi',
	'procedure_file.uploaded': 'tải lên tệp danh mục thủ tục để nhập',
	'procedure.form_uploaded': 'tải lên mẫu đơn, tờ khai hoặc quyết định',
	'procedure_duty.story_begun': 'soạn sẵn tin về thủ tục thay đổi',
	'procedure_duty.story_gone': 'bỏ bản nháp tin về thủ tục thay đổi',
	'place.added': 'thêm nơi niêm yết',
	'place.changed': 'sửa nơi niêm yết',
	'place.retired': 'thôi dùng nơi niêm yết',
	'posting.hung': 'ghi đã dán tờ niêm yết',
	'posting.taken_down': 'ghi đã gỡ tờ niêm yết',
	'report.drafted': 'lập dự thảo báo cáo',
	'report.edited': 'sửa dự thảo báo cáo',
	'report.recounted': 'tính lại số liệu báo cáo',
	'report.frozen': 'chốt số liệu báo cáo',
	'report.discarded': 'bỏ dự thảo báo cáo',
	'report.supplemented': 'lập báo cáo bổ sung',
	'faq.added': 'thêm câu hỏi thường gặp của thủ tục',
	'faq.changed': 'sửa câu hỏi thường gặp của thủ tục',
	'faq.removed': 'bỏ câu hỏi thường gặp của thủ tục',
	'report.issued': 'ban hành báo cáo'
};

/** Beginnings of acts, for the filter and for acts that have no words yet. */
export const rooms: Record<string, string> = {
	story: 'Tin bài',
	plan: 'Kế hoạch',
	task: 'Nhiệm vụ',
	evidence: 'Minh chứng',
	report: 'Báo cáo',
	place: 'Nơi niêm yết',
	posting: 'Niêm yết',
	faq: 'Hỏi đáp thủ tục',
	account: 'Tài khoản',
	person: 'Cán bộ',
	position: 'Chức danh',
	unit: 'Đơn vị',
	day_off: 'Ngày nghỉ',
	procedure: 'Thủ tục',
	procedures: 'Thủ tục thay đổi',
	procedure_duty: 'Việc do thủ tục thay đổi'
};

export function sayAct(act: string): string {
	const room = rooms[act.split('.')[0]!];
	return words[act] ?? (room ? `việc khác về ${room.toLocaleLowerCase('vi')} (${act})` : act);
}

const places: Record<string, string> = {
	story: '/lam-viec/tin-bai/',
	plan: '/lam-viec/ke-hoach/',
	task: '/lam-viec/nhiem-vu/',
	person: '/lam-viec/quan-tri/can-bo/',
	unit: '/lam-viec/quan-tri/don-vi/',
	posting_place: '/lam-viec/niem-yet/',
	procedure: '/lam-viec/thu-tuc/',
	change_set: '/lam-viec/thu-tuc/quyet-dinh/'
};

/** Persons are shown to administrators only, so only they get the way there. */
export function placeOf(
	kind: string,
	id: string,
	may: { people: boolean; units: boolean }
): string | undefined {
	if ((kind === 'person' && !may.people) || (kind === 'unit' && !may.units)) return undefined;
	return places[kind] && `${places[kind]}${encodeURIComponent(id)}`;
}

const robots: Record<string, string> = {
	'hen-gio': 'Hẹn giờ đăng',
	'nhac-viec': 'Nhắc việc',
	'lap-chi-muc': 'Lập chỉ mục tra cứu',
	'theo-doi': 'Theo dõi tự động',
	'tinh-lai-han': 'Tính lại hạn',
	'du-lieu-mau': 'Dữ liệu mẫu',
	'cap-tai-khoan': 'Cấp tài khoản dùng thử',
	'dong-lenh': 'Lệnh trên máy chủ',
	visitor: 'Người xem trang'
};

export function sayRobot(name: string | null): string {
	return name === null ? 'Hệ thống' : `${robots[name] ?? name} (tự động)`;
}
