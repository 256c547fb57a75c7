/** Columns of the catalogue as a table: name in the file, what it holds, in words for the page of open data. */
import type { Day } from '#platform/clock.ts';
import { card, type CardSection, type SectionKey } from '#procedures/card.ts';
import { onlineLevels } from '#procedures/procedure.ts';
import type { VersionOfCode } from '#procedures/reading.server.ts';

type Row = { version: VersionOfCode; sections: CardSection[]; origin: string };
export type Column = { name: string; what: string; of: (row: Row) => string };

/** A part of the card as plain lines: "Trực tiếp: 3 ngày làm việc". */
function said({ sections }: Row, key: SectionKey): string {
	const section = sections.find((one) => one.key === key);
	if (!section || section.missing) return '';
	return section.groups
		.flatMap(({ title, rows }) =>
			rows
				.filter(({ state }) => state !== 'missing')
				.map(({ label, text, notes }) =>
					[[title, label].filter(Boolean).join(', '), [text, ...notes].join(' ')].filter(Boolean).join(': ')
				)
		)
		.join('\n');
}

export const columns: readonly Column[] = [
	{ name: 'ma', what: 'Mã thủ tục trong cơ sở dữ liệu quốc gia', of: ({ version }) => version.code },
	{ name: 'ten', what: 'Tên thủ tục', of: ({ version }) => version.name },
	{ name: 'linh_vuc', what: 'Lĩnh vực', of: ({ version }) => version.field },
	{ name: 'cap_thuc_hien', what: 'Cấp thực hiện', of: ({ version }) => version.level },
	{ name: 'co_quan', what: 'Cơ quan giải quyết', of: ({ version }) => version.agency },
	{
		name: 'doi_tuong',
		what: 'Ai được làm, cách nhau bằng dấu chấm phẩy',
		of: ({ version }) => version.applicants.join('; ')
	},
	{
		name: 'muc_do_truc_tuyen',
		what: 'Mức độ cung cấp trực tuyến; trống khi nguồn chưa ghi',
		of: ({ version }) => (version.onlineLevel ? onlineLevels[version.onlineLevel] : '')
	},
	{ name: 'thoi_han', what: 'Thời hạn giải quyết theo từng cách nộp', of: (row) => said(row, 'time') },
	{ name: 'phi_le_phi', what: 'Phí, lệ phí của ngày lấy dữ liệu', of: (row) => said(row, 'fee') },
	{ name: 'giay_to', what: 'Thành phần, số lượng hồ sơ', of: (row) => said(row, 'papers') },
	{ name: 'cach_nop', what: 'Nơi nộp và cách nộp', of: (row) => said(row, 'where') },
	{ name: 'trinh_tu', what: 'Trình tự thực hiện', of: (row) => said(row, 'steps') },
	{ name: 'ket_qua', what: 'Kết quả thực hiện', of: (row) => said(row, 'results') },
	{ name: 'dieu_kien', what: 'Yêu cầu, điều kiện', of: (row) => said(row, 'conditions') },
	{ name: 'can_cu', what: 'Căn cứ pháp lý', of: (row) => said(row, 'legal') },
	{ name: 'quyet_dinh', what: 'Quyết định công bố', of: ({ version }) => version.decision },
	{
		name: 'hieu_luc_tu',
		what: 'Ngày bắt đầu có hiệu lực, dạng 2026-06-15',
		of: ({ version }) => version.effectiveFrom
	},
	{
		name: 'hieu_luc_den',
		what: 'Ngày đầu tiên không còn hiệu lực; trống khi chưa biết',
		of: ({ version }) => version.effectiveTo ?? ''
	},
	{
		name: 'dia_chi',
		what: 'Trang của thủ tục trên cổng này',
		of: ({ version, origin }) => `${origin}/thu-tuc/${encodeURIComponent(version.code)}`
	}
];

export function rowOf(version: VersionOfCode, day: Day, origin: string): string[] {
	const row = { version, sections: card(version, { day }), origin };
	return columns.map(({ of }) => of(row));
}
