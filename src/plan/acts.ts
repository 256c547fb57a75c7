/** What the journal's acts of this room are called when a person reads a history. */
const acts: Record<string, string> = {
	'plan.drafted': 'Lập dự thảo',
	'plan.header_corrected': 'Sửa phần thể thức',
	'plan.areas_corrected': 'Sửa nội dung tuyên truyền',
	'plan.recipients_corrected': 'Sửa nơi nhận',
	'plan.tasks_renumbered': 'Đánh lại số thứ tự nhiệm vụ',
	'plan.issued': 'Ban hành',
	'plan.replaced': 'Được thay thế bằng bản mới',
	'plan.change_started': 'Mở bản điều chỉnh',
	'plan.received': 'Nơi nhận xác nhận đã nhận',
	'plan.discarded': 'Xóa dự thảo',
	'task.created': 'Thêm nhiệm vụ',
	'task.corrected': 'Sửa nhiệm vụ',
	'task.kept': 'Giữ nguyên như đề xuất',
	'task.merged': 'Gộp nhiệm vụ',
	'task.dropped': 'Bỏ nhiệm vụ',
	'task.done': 'Báo hoàn thành',
	'task.waived': 'Khép lại: không thực hiện',
	'task.confirmation_asked': 'Đề nghị xác nhận',
	'task.confirmed': 'Xác nhận',
	'task.reopened': 'Mở lại',
	'task.reminded': 'Đôn đốc',
	'evidence.landed': 'Minh chứng tự ghi nhận',
	'evidence.added': 'Thêm minh chứng',
	'evidence.withdrawn': 'Rút minh chứng'
};

export function actLabel(act: string): string {
	return acts[act] ?? act;
}

/** What the act was about, in a few words: the title of the evidence, the number of the plan. */
export function actDetail(line: { before: unknown; after: unknown }): string | null {
	for (const values of [line.after, line.before]) {
		if (typeof values !== 'object' || values === null) continue;
		const { title, titles, number } = values as { title?: unknown; titles?: unknown; number?: unknown };
		if (typeof title === 'string') return title;
		if (Array.isArray(titles)) return titles.join('; ');
		if (typeof number === 'string') return number;
	}
	return null;
}
