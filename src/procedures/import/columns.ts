/** The columns of a workbook of procedures: how each is headed, read from a cell, and written into one. */
import { feeWordsOf, timeWordsOf } from '../words.ts';
import {
	waysOfSubmitting,
	type Fee,
	type ProcedureText,
	type Way,
	type WayOfSubmitting
} from '../procedure.ts';

export type Column = {
	key: string;
	/** As the template heads it. */
	head: string;
	/** Folded words other files use for it. */
	also: string[];
	/** What to write, for the notes of the template. */
	hint: string;
	width: number;
	write: (text: ProcedureText, extra: { effectiveFrom: string | null }) => string;
};

const lines = (parts: string[]): string => parts.filter(Boolean).join('\n');
const wayOf = (text: ProcedureText, way: WayOfSubmitting): Way[] =>
	text.content.ways.filter((one) => one.way === way);
const timeIn = (text: ProcedureText, way: WayOfSubmitting): string =>
	lines(wayOf(text, way).map(({ time }) => time.text || timeWordsOf(time).text));
const localTimeIn = (text: ProcedureText): string =>
	lines([
		...new Set(
			text.content.ways.flatMap(({ localTime }) =>
				localTime ? [localTime.text || timeWordsOf(localTime).text] : []
			)
		)
	]);
const feeLine = (fee: Fee): string =>
	[fee.kind === 'unknown' ? '' : fee.text || feeWordsOf(fee).text, fee.note && `(${fee.note})`]
		.filter(Boolean)
		.join(' ');
const feeIn = (text: ProcedureText, way: WayOfSubmitting): string =>
	lines(wayOf(text, way).flatMap(({ fees }) => fees.map(feeLine)));
const day = (iso: string | null): string => iso?.split('-').reverse().join('/') ?? '';

export const columns: Column[] = [
	{
		key: 'code',
		head: 'Mã thủ tục',
		also: [
			'ma tthc',
			'ma thu tuc hanh chinh',
			'ma so',
			'ma so tthc',
			'ma so thu tuc',
			'ma so thu tuc hanh chinh',
			'ma',
			'code'
		],
		hint: 'Bắt buộc. Định dạng ô là Văn bản (Text) để không mất số 0, ví dụ 1.000894.',
		width: 13,
		write: (text) => text.code
	},
	{
		key: 'name',
		head: 'Tên thủ tục',
		also: ['ten tthc', 'ten thu tuc hanh chinh', 'thu tuc hanh chinh', 'ten', 'name'],
		hint: 'Bắt buộc. Tên đầy đủ như quyết định công bố.',
		width: 45,
		write: (text) => text.name
	},
	{
		key: 'field',
		head: 'Lĩnh vực',
		also: ['linh vuc thuc hien', 'ten linh vuc', 'nganh, linh vuc', 'field'],
		hint: 'Ví dụ: Hộ tịch.',
		width: 20,
		write: (text) => text.field
	},
	{
		key: 'level',
		head: 'Cấp thực hiện',
		also: ['cap', 'cap giai quyet', 'cap thuc hien', 'cap hanh chinh', 'level'],
		hint: 'Ví dụ: Cấp xã.',
		width: 14,
		write: (text) => text.level
	},
	{
		key: 'agency',
		head: 'Cơ quan thực hiện',
		also: [
			'co quan giai quyet',
			'co quan co tham quyen',
			'co quan',
			'co quan co tham quyen giai quyet',
			'co quan thuc hien',
			'don vi thuc hien',
			'don vi giai quyet',
			'agency'
		],
		hint: 'Cơ quan có thẩm quyền quyết định.',
		width: 26,
		write: (text) => text.agency
	},
	{
		key: 'applicants',
		head: 'Đối tượng thực hiện',
		also: ['doi tuong', 'nguoi thuc hien', 'applicants'],
		hint: 'Mỗi đối tượng một dòng trong ô.',
		width: 22,
		write: (text) => text.applicants.join('\n')
	},
	{
		key: 'online',
		head: 'Mức độ trực tuyến',
		also: [
			'muc do dvc',
			'muc do dvctt',
			'dvc',
			'dvctt',
			'dich vu cong',
			'dich vu cong truc tuyen',
			'muc do dich vu cong',
			'muc do dich vu cong truc tuyen',
			'muc do cung cap',
			'muc do',
			'online'
		],
		hint: 'Toàn trình, Một phần, hoặc Không.',
		width: 14,
		write: ({ onlineLevel }) =>
			onlineLevel === null ? '' : { full: 'Toàn trình', partial: 'Một phần', none: 'Không' }[onlineLevel]
	},
	{
		key: 'onlineReason',
		head: 'Lý do một phần',
		also: ['ly do chua toan trinh', 'ly do'],
		hint: 'Bắt buộc công khai khi dịch vụ chỉ một phần.',
		width: 24,
		write: (text) => text.content.onlineReason
	},
	{
		key: 'channels',
		head: 'Cách nộp',
		also: [
			'cach thuc thuc hien',
			'cach thuc nop',
			'cach thuc nop ho so',
			'cach thuc',
			'hinh thuc nop',
			'hinh thuc nop ho so',
			'hinh thuc thuc hien',
			'phuong thuc nop'
		],
		hint: 'Trực tiếp; Trực tuyến; Bưu chính. Cách không có thời hạn, phí riêng thì theo cột trực tiếp.',
		width: 16,
		write: (text) => [...new Set(text.content.ways.map(({ way }) => waysOfSubmitting[way]))].join('; ')
	},
	...(['direct', 'online', 'postal'] as const).flatMap((way): Column[] => [
		{
			key: `time:${way}`,
			head: `Thời hạn (${waysOfSubmitting[way].toLocaleLowerCase('vi')})`,
			also:
				way === 'direct'
					? [
							'thoi han',
							'thoi han giai quyet',
							'thoi gian giai quyet',
							'thoi gian thuc hien',
							'thoi gian',
							'time'
						]
					: [],
			hint: 'Ví dụ: 3 ngày làm việc. Để trống nếu không nhận theo cách này.',
			width: 18,
			write: (text) => timeIn(text, way)
		},
		{
			key: `fee:${way}`,
			head: `Phí, lệ phí (${waysOfSubmitting[way].toLocaleLowerCase('vi')})`,
			also:
				way === 'direct'
					? ['phi, le phi', 'phi', 'le phi', 'phi le phi', 'muc phi', 'fee']
					: way === 'online'
						? ['phi truc tuyen', 'le phi truc tuyen']
						: [],
			hint: 'Mỗi khoản một dòng, ví dụ: 8.000 đồng (miễn cho hộ nghèo). Không thu thì ghi Miễn phí.',
			width: 24,
			write: (text) => feeIn(text, way)
		}
	]),
	{
		key: 'localTime',
		head: 'Thời hạn địa phương rút ngắn',
		also: ['thoi han rut ngan', 'thoi gian rut ngan', 'thoi han da cat giam', 'thoi gian cat giam'],
		hint: 'Ví dụ: 1,5 ngày làm việc.',
		width: 18,
		write: localTimeIn
	},
	{
		key: 'papers',
		head: 'Thành phần hồ sơ',
		also: ['ho so', 'giay to', 'thanh phan', 'thanh phan ho so, so luong', 'documents'],
		hint: 'Mỗi giấy tờ một dòng: Tên giấy tờ | 1 bản chính | 1 bản sao | nếu có. Trường hợp riêng ghi dòng: Trường hợp: …',
		width: 50,
		write: ({ content }) =>
			lines(
				content.cases.flatMap((one) => [
					one.name || one.code ? `Trường hợp: ${[one.code, one.name].filter(Boolean).join(' ')}` : '',
					...one.papers.map((paper) =>
						[
							paper.name.replace(/\s*\n\s*/g, ' ').replaceAll('|', '/'),
							paper.originals === null ? '' : `${paper.originals} bản chính`,
							paper.copies === null ? '' : `${paper.copies} bản sao`,
							paper.required === false ? 'nếu có' : ''
						]
							.filter(Boolean)
							.join(' | ')
					)
				])
			)
	},
	{
		key: 'sets',
		head: 'Số bộ hồ sơ',
		also: ['so bo', 'so luong', 'so luong ho so', 'so luong bo ho so'],
		hint: 'Con số, ví dụ 1.',
		width: 10,
		write: ({ content }) => (content.sets === null ? '' : String(content.sets))
	},
	{
		key: 'steps',
		head: 'Trình tự thực hiện',
		also: ['trinh tu', 'cac buoc', 'cac buoc thuc hien', 'steps'],
		hint: 'Mỗi bước bắt đầu bằng: Bước 1: …',
		width: 50,
		write: ({ content }) => lines(content.steps.map(({ name, text }) => (name ? `${name}: ${text}` : text)))
	},
	{
		key: 'results',
		head: 'Kết quả',
		also: ['ket qua thuc hien', 'ket qua giai quyet', 'result'],
		hint: 'Mỗi kết quả một dòng.',
		width: 30,
		write: ({ content }) => content.results.map((one) => one.replace(/\s*\n\s*/g, ' ')).join('\n')
	},
	{
		key: 'conditions',
		head: 'Yêu cầu, điều kiện',
		also: ['yeu cau dieu kien', 'dieu kien', 'yeu cau', 'conditions'],
		hint: 'Nếu có.',
		width: 36,
		write: ({ content }) => content.conditions
	},
	{
		key: 'legalBases',
		head: 'Căn cứ pháp lý',
		also: ['can cu', 'can cu phap ly cua tthc', 'co so phap ly', 'van ban quy dinh'],
		hint: 'Mỗi văn bản một dòng: Số hiệu | Tên văn bản.',
		width: 36,
		write: ({ content }) =>
			content.legalBases
				.map(({ code, name }) => (code ? `${code} | ${name}` : name).replace(/\s*\n\s*/g, ' '))
				.join('\n')
	},
	{
		key: 'place',
		head: 'Nơi tiếp nhận',
		also: ['dia diem thuc hien', 'dia diem', 'noi nop', 'dia chi tiep nhan'],
		hint: 'Nơi nộp hồ sơ.',
		width: 30,
		write: ({ content }) => content.place
	},
	{
		key: 'decision',
		head: 'Quyết định công bố',
		also: ['so quyet dinh', 'quyet dinh', 'so qd', 'qd cong bo', 'so quyet dinh cong bo', 'decision'],
		hint: 'Số, ký hiệu, ví dụ: 163/QĐ-BTP.',
		width: 18,
		write: (text) => text.decision
	},
	{
		key: 'decidedOn',
		head: 'Ngày quyết định',
		also: ['ngay ky', 'ngay ban hanh', 'ngay qd', 'ngay cong bo'],
		hint: 'ngày/tháng/năm.',
		width: 13,
		write: (text) => day(text.decidedOn)
	},
	{
		key: 'effectiveFrom',
		head: 'Ngày hiệu lực',
		also: ['hieu luc tu', 'co hieu luc tu ngay', 'hieu luc', 'ngay co hieu luc', 'effective_from'],
		hint: 'ngày/tháng/năm nội dung này bắt đầu áp dụng. Để trống: từ hôm nhập.',
		width: 13,
		write: (_text, { effectiveFrom }) => day(effectiveFrom)
	},
	{
		key: 'portalUrl',
		head: 'Đường dẫn',
		also: ['dia chi', 'link', 'url', 'duong dan cong dvc', 'duong dan cong dvcqg', 'duong link', 'lien ket'],
		hint: 'Trang của thủ tục trên Cổng Dịch vụ công quốc gia (https://…).',
		width: 30,
		write: ({ content }) => content.portalUrl ?? ''
	},
	{
		key: 'keywords',
		head: 'Từ khóa',
		also: ['tu khoa tim kiem', 'keywords'],
		hint: 'Tên gọi thường ngày, cách nhau bằng dấu phẩy.',
		width: 24,
		write: ({ content }) => content.keywords.join(', ')
	},
	{
		key: 'note',
		head: 'Ghi chú',
		also: ['luu y', 'note'],
		hint: 'Điều người dân cần biết thêm.',
		width: 30,
		write: ({ content }) => content.note
	}
];

/** A spreadsheet holds no more letters in one cell. */
const LONGEST_CELL = 32_000;

/** What stands in the cell of this column; reading it back compares with the same words. */
export const written = (column: Column, text: ProcedureText, effectiveFrom: string | null = null): string =>
	column.write(text, { effectiveFrom }).slice(0, LONGEST_CELL);
