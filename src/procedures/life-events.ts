/**
 * What brings somebody to the ward (sự kiện cuộc đời), as people say it: with the words that find it on the portal, and
 * those by which a procedure of that matter is known in its name or field at the desk's screen. One list, so that the
 * same matter has one name and one drawing everywhere.
 */
export type LifeEvent = {
	key: string;
	label: string;
	/** Beneath the label: examples. */
	such: string;
	/** Typed for people who touch it on the portal. */
	search: string;
	/** Any of these in name or field, without letters' case. */
	words: string[];
	/** Not when one of these is there. */
	without?: string[];
	/** One path on a field of 24 x 24. */
	drawing: string;
};

export const lifeEvents: LifeEvent[] = [
	{
		key: 'sinh-con',
		label: 'Sinh con',
		such: 'Khai sinh, nhận cha mẹ con, con nuôi',
		search: 'khai sinh',
		words: ['khai sinh', 'nhận cha', 'con nuôi', 'trẻ em', 'giám hộ'],
		drawing:
			'M12 3.500a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10.500 7.500h.2M13.500 7.500h.2M10.700 9.300c.8.6 1.800.6 2.600 0M5 21c.4-4.500 3-7 7-7s6.600 2.500 7 7zM9 17.500h6'
	},
	{
		key: 'ket-hon',
		label: 'Kết hôn',
		such: 'Đăng ký kết hôn, xác nhận độc thân',
		search: 'kết hôn',
		words: ['kết hôn', 'tình trạng hôn nhân', 'ly hôn'],
		drawing:
			'M9 8.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM15 8.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM7 4h4l-2 3zM13 4h4l-2 3z'
	},
	{
		key: 'chung-thuc',
		label: 'Chứng thực, sao y',
		such: 'Bản sao, chữ ký, hợp đồng, di chúc',
		search: 'chứng thực',
		words: ['chứng thực', 'bản sao', 'di chúc', 'di sản', 'trích lục'],
		drawing:
			'M9.500 3.500h5l-1 6.500c0 1.500 4.500 2 5.500 4V17H5v-3c1-2 5.500-2.500 5.500-4zM4.500 20.500h15'
	},
	{
		key: 'cu-tru',
		label: 'Chuyển chỗ ở',
		such: 'Thường trú, tạm trú, tách hộ',
		search: 'cư trú',
		words: ['thường trú', 'tạm trú', 'cư trú', 'tách hộ', 'lưu trú', 'tạm vắng'],
		drawing: 'M3.500 11.500L12 4l8.500 7.500M6 10v10h12V10M10 20v-6h4v6'
	},
	{
		key: 'lam-nha',
		label: 'Làm nhà',
		such: 'Giấy phép xây dựng, nhà ở',
		search: 'giấy phép xây dựng',
		words: ['xây dựng', 'nhà ở'],
		without: ['chứng thực'],
		drawing:
			'M3.500 20.500h17M5.500 20.500V9l5-3.500V20.500M10.500 10l8 3v7.500M13.500 15v.2M16 16v.2M8 11v.2M8 14.500v.2'
	},
	{
		key: 'dat-dai',
		label: 'Đất đai',
		such: 'Đăng ký, cấp sổ, hòa giải',
		search: 'đất đai',
		words: ['đất'],
		without: ['chứng thực'],
		drawing: 'M3.500 6L9 4l6 2 5.500-2v14L15 20l-6-2-5.500 2zM9 4v14M15 6v14'
	},
	{
		key: 'kinh-doanh',
		label: 'Mở cửa hàng',
		such: 'Hộ kinh doanh, hợp tác xã, giấy phép',
		search: 'hộ kinh doanh',
		words: ['kinh doanh', 'hợp tác xã', 'bán lẻ', 'thuốc lá', 'rượu'],
		drawing:
			'M4 4.500h16l1 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM5 12.500v7.500h14v-7.500M9.500 20v-5h5v5'
	},
	{
		key: 'can-cuoc',
		label: 'Căn cước',
		such: 'Cấp, đổi thẻ; VNeID',
		search: 'căn cước',
		words: ['căn cước', 'định danh điện tử', 'định danh cá nhân'],
		drawing:
			'M3.500 6h17v12.500h-17zM8 9.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM5.500 16c.4-1.300 1.300-2 2.500-2s2.100.7 2.500 2M13.500 10.500h4M13.500 14h4'
	},
	{
		key: 'tro-giup',
		label: 'Cần trợ giúp',
		such: 'Bảo trợ, hộ nghèo, người có công, khuyết tật',
		search: 'trợ cấp xã hội',
		words: [
			'trợ cấp',
			'bảo trợ',
			'nghèo',
			'khuyết tật',
			'người có công',
			'trợ giúp',
			'chính sách',
			'cựu chiến binh'
		],
		without: ['mai táng'],
		drawing:
			'M12 9.500C10 6 5.500 6.500 5.500 10c0 2.500 3 4.500 6.500 7 3.500-2.500 6.500-4.500 6.500-7 0-3.500-4.500-4-6.500-.5zM4 20.500h16'
	},
	{
		key: 'qua-doi',
		label: 'Người thân qua đời',
		such: 'Khai tử, mai táng phí',
		search: 'khai tử',
		words: ['khai tử', 'mai táng'],
		drawing:
			'M12 4c1.500 2 1.500 3.500 0 5-1.500-1.500-1.500-3 0-5zM10 10.500h4V20h-4zM6 20.500h12M7 12c-1.500 2-1.500 4 0 6M17 12c1.500 2 1.500 4 0 6'
	}
];

type Named = { name: string; field: string };
const textOf = ({ name, field }: Named): string =>
	`${name} ${field}`.normalize('NFC').toLocaleLowerCase('vi');

/** Those of the matter, what most come for first: by the event's first words, and the plain name before the special. */
export function ofEvent<T extends Named>(event: LifeEvent, procedures: T[]): T[] {
	const rank = (one: T): number => event.words.findIndex((word) => textOf(one).includes(word));
	return procedures
		.filter((one) => belongsTo(event, one))
		.sort((a, b) => rank(a) - rank(b) || a.name.length - b.name.length);
}

export function belongsTo(event: LifeEvent, procedure: Named): boolean {
	const text = textOf(procedure);
	return (
		event.words.some((word) => text.includes(word)) &&
		!(event.without ?? []).some((word) => text.includes(word))
	);
}
