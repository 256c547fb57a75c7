/** Numbers with what they count: percent, money, units, ranges, fractions, "a … per …". */
import { digitsOf, wholeNumber, writtenNumber, type Region } from './numbers.ts';

const N = String.raw`(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)`;
const dash = String.raw`\s*[-–—]\s*`;

/** After a number; longest first. */
const units: [string, string][] = [
	['m3/s', 'mét khối một giây'],
	['km/h', 'ki-lô-mét một giờ'],
	['km/giờ', 'ki-lô-mét một giờ'],
	['m/s', 'mét một giây'],
	['mg/l', 'mi-li-gam một lít'],
	['dBA', 'đề-xi-ben'],
	['dB', 'đề-xi-ben'],
	['kWh', 'ki-lô-oát giờ'],
	['kWp', 'ki-lô-oát'],
	['kW', 'ki-lô-oát'],
	['MW', 'mê-ga-oát'],
	['kV', 'ki-lô-vôn'],
	['km2', 'ki-lô-mét vuông'],
	['km²', 'ki-lô-mét vuông'],
	['km', 'ki-lô-mét'],
	['kg', 'ki-lô-gam'],
	['cm', 'xăng-ti-mét'],
	['mm', 'mi-li-mét'],
	['dm', 'đề-xi-mét'],
	['ml', 'mi-li-lít'],
	['mg', 'mi-li-gam'],
	['ha', 'héc-ta'],
	['m2', 'mét vuông'],
	['m²', 'mét vuông'],
	['m3', 'mét khối'],
	['m³', 'mét khối'],
	['GB', 'ghi-ga-bai'],
	['MB', 'mê-ga-bai'],
	['KB', 'ki-lô-bai'],
	['kB', 'ki-lô-bai'],
	['TB', 'tê-ra-bai'],
	['Mbps', 'mê-ga-bít một giây'],
	['°C', 'độ xê'],
	['ºC', 'độ xê'],
	['độ C', 'độ xê'],
	['lít', 'lít'],
	['VNĐ', 'đồng'],
	['VND', 'đồng'],
	['vnđ', 'đồng'],
	['đồng', 'đồng'],
	['đ', 'đồng'],
	['USD', 'đô la Mỹ'],
	['EUR', 'ơ-rô'],
	['k', 'nghìn đồng'],
	['K', 'nghìn đồng'],
	['G', 'gờ'],
	['l', 'lít'],
	['g', 'gam'],
	['m', 'mét'],
	['s', 'giây'],
	['V', 'vôn'],
	['W', 'oát'],
	['%', 'phần trăm'],
	['‰', 'phần nghìn']
];
const unitNames = new Map(units);
const U = units.map(([unit]) => unit.replaceAll('/', '\\/')).join('|');

/** What follows "mỗi" behind a slash. */
const per =
	'trang|bản|người|tháng|năm|ngày|tuần|giờ|phút|lần|hồ sơ|hộ|lít|kg|km|trường hợp|vụ việc|việc|tờ|học sinh|buổi|lượt|suất|tấn|ha|quý|điểm|vụ|sào|con|cái|chiếc|thửa|giấy|văn bản|chữ ký|khẩu|đợt|phiếu|mét|m2|m²|m3|m³|kWh|tổ|phường|xã|cặp|đêm|ca|sinh viên|cháu|hộ dân|thẻ|xe|số|chuyên mục|tệp|gói|cuộc|khóa|lớp|đội|tiết|môn|cơ sở|đơn vị|công trình|kỳ|phòng|giường|bữa|viên|liều';

export function sayQuantities(given: string, region: Region): string {
	const say = (number: string): string => writtenNumber(number, region);
	let text = given;
	text = text.replace(new RegExp(String.raw`\$\s?(${N})`, 'g'), (_, n: string) => `${say(n)} đô la`);
	// 4x6
	text = text.replace(
		new RegExp(String.raw`(?<![\d.,])(${N})\s?(${U})?\s?[xX×]\s?(?=\d)`, 'g'),
		(_, n: string, unit: string | undefined) => `${say(n)}${unit ? ` ${unitNames.get(unit)!}` : ''} nhân `
	);
	text = text.replace(/(?<=\d\p{Ll}{0,5}|\d \p{Ll}{1,5}) [xX×] (?=\p{L}|\d)/gu, ' nhân ');
	// ≥ 2 băng rôn, …: what is counted ends at a stop; else nobody knows where it ends
	text = text.replace(
		new RegExp(String.raw`(?:≥|>=)\s*(${N} \p{Ll}+(?: \p{Ll}+){0,2})(?=\s*(?:[,.;:)]|$))`, 'gu'),
		'từ $1 trở lên'
	);
	text = text.replace(
		new RegExp(String.raw`(?:≥|>=)\s*(?=${N} (?!(?:${U})(?!\p{L}))\p{Ll}+ \p{L})`, 'gu'),
		'ít nhất '
	);
	// ≥ 90%: the number with one word of what it counts
	const counted = String.raw`(${N}\s?(?:(?:${U})(?!\p{L})|\p{Ll}+)?)`;
	text = text.replace(new RegExp(String.raw`(?:≥|>=)\s*${counted}`, 'gu'), 'từ $1 trở lên');
	text = text.replace(new RegExp(String.raw`(?:≤|<=)\s*(?=\d)`, 'g'), 'không quá ');
	text = text.replace(/(?<![-=])>\s*(?=\d)/g, 'trên ').replace(/<\s*(?=\d)/g, 'dưới ');
	text = text.replace(
		/(?:(khoảng|chừng|độ|gần)\s*)?[~≈]\s*(?=\d)/g,
		(_, word?: string) => `${word ?? 'khoảng'} `
	);
	// 12.500/13.000
	text = text.replace(
		/(?<![\d/.,-])(\d{1,3}(?:\.\d{3})+|\d+)\/(\d{1,3}(?:\.\d{3})+)(?![\d/]|[.,]\d)/g,
		(_, over: string, under: string) => `${say(over)} trên ${say(under)}`
	);
	// 1/2, 18/20
	text = text.replace(
		/(?<![\d/.,-])(\d{1,4})\/(\d{1,4})(?![\d/]|[.,]\d)/g,
		(_, over: string, under: string, at: number, whole: string) => {
			const house =
				/(?<!\p{L})(?:bước|xếp(?: hạng| thứ)?|trang|mục|số(?: nhà)?|nhà|ngõ|ngách|hẻm|kiệt|đường|thửa(?: đất)?(?: số)?|địa chỉ:?)\s*$/iu.test(
					whole.slice(0, at)
				);
			const fraction = !house && Number(under) <= 10 && Number(over) < Number(under);
			if (!fraction) return `${wholeNumber(over, region)} trên ${wholeNumber(under, region)}`;
			return `${wholeNumber(over, region)} phần ${under === '4' ? 'tư' : wholeNumber(under, region)}`;
		}
	);
	// 5-10 %
	text = text.replace(
		new RegExp(
			String.raw`(?<![\d.,\p{L}]|\p{L}-)(${N})(?:\s?(?:${U})(?!\p{L}))?${dash}(?=${N}(?!\d)(?!${dash}\d))`,
			'gu'
		),
		(found, n: string, at: number, whole: string) => {
			const unit = new RegExp(String.raw`\s?(${U})(?!\p{L})\s*[-–—]`, 'u').exec(found)?.[1];
			const rest = whole.slice(at + found.length);
			// A unit on both sides is said twice, as it is written.
			return unit && new RegExp(String.raw`^${N}\s?(?:${U})(?!\p{L})`, 'u').test(rest) && !rest.includes(unit)
				? `${say(n)} ${unitNames.get(unit)!} đến `
				: `${say(n)} đến `;
		}
	);
	// Number with unit
	text = text.replace(
		new RegExp(String.raw`(?<![\d.,\p{L}])(${N})\s?(${U})(?![\p{L}\d])`, 'gu'),
		(_, n: string, unit: string) => `${say(n)} ${unitNames.get(unit)!}`
	);
	// "nghìn", "triệu đ"
	text = text.replace(/(?<=(?:nghìn|ngàn|triệu|tỷ|tỉ)\s)(?:đ|VNĐ|VND)(?!\p{L})/gu, 'đồng');
	// 600.000 đồng/12 tháng
	text = text.replace(/(?<=(?:đồng|triệu|tỷ|nghìn))\s?\/\s?(?=\d)/gu, ' cho ');
	// 20.000 đồng/mũi, 3 người/xuồng
	text = text.replace(
		/(?<=(?:nghìn|ngàn|trăm|triệu|tỷ|mươi|mười) đồng|\d (?:người|lần|buổi|phút|giờ|lượt|suất))\s?\/\s?(?=\p{Ll}{2})(?!(?:m2|m²|m3|m³|ki|kg|kWh|km)(?!\p{L}))/gu,
		' một '
	);
	// hội nghị/6 tháng
	text = text.replace(
		/(?<=\p{Ll})\s?\/\s?(\d{1,2}) (tháng|ngày|tuần|năm|quý)(?!\p{L})/gu,
		(_, n: string, unit: string) => ` ${wholeNumber(n, region)} ${unit} một lần`
	);
	// đồng/trang/tháng
	text = text.replace(
		new RegExp(
			String.raw`(?<=[\p{L}\d)²³])\s?\/\s?(${per})(?!\p{L}| (?:chức|đình|nghiệp|phố|chiếu|khẩu|tịch|sinh|kinh))`,
			'gu'
		),
		(_, what: string) => ` một ${unitNames.get(what) ?? what}`
	);
	return text;
}

/** What is left of digits: numbers by themselves, and digits in the middle of a sign ("A4", "B12"). */
export function sayNumbers(given: string, region: Region): string {
	return given
		.replace(
			new RegExp(String.raw`(?<![\d\p{L}.,])-(${N})(?![\d])`, 'gu'),
			(_, n: string) => `âm ${writtenNumber(n, region)}`
		)
		.replace(
			new RegExp(String.raw`(\p{L}-?|[)])?(?<![\d])(${N})(?=(\p{L})?)`, 'gu'),
			(_, before: string | undefined, n: string, after: string | undefined) => {
				const code = /^0\d+$/.test(n) && before !== undefined && /^\p{Lu}/u.test(before);
				const said = code || (/^\d+$/.test(n) && n.length > 9) ? digitsOf(n) : writtenNumber(n, region);
				const head =
					before === undefined ? '' : before.endsWith('-') ? `${before.slice(0, -1)} ` : `${before} `;
				return `${head}${said}${after === undefined ? '' : ' '}`;
			}
		);
}
