/** What happens in life, as people say it, and the words that find what has to be done (tra theo sự kiện cuộc đời). */
import { lifeEvents as atTheDesk } from '../../kiosk/life-events.ts';

/** The drawings are those of the desk's screen: the same matter looks the same in both places. */
const drawn = (key: string): string => atTheDesk.find((one) => one.key === key)?.drawing ?? '';

export const lifeEvents: { label: string; hint: string; words: string; drawing: string }[] = [
	{ label: 'Sinh con', hint: 'Khai sinh, nhận con', words: 'khai sinh', drawing: drawn('sinh-con') },
	{ label: 'Kết hôn', hint: 'Đăng ký, xác nhận độc thân', words: 'kết hôn', drawing: drawn('ket-hon') },
	{ label: 'Người thân mất', hint: 'Khai tử, mai táng phí', words: 'khai tử', drawing: drawn('qua-doi') },
	{
		label: 'Sao y, chứng thực',
		hint: 'Bản sao, chữ ký, di chúc',
		words: 'chứng thực',
		drawing: drawn('chung-thuc')
	},
	{ label: 'Làm nhà', hint: 'Giấy phép xây dựng', words: 'giấy phép xây dựng', drawing: drawn('nha-dat') },
	{
		label: 'Đất đai',
		hint: 'Đăng ký, cấp sổ, hòa giải',
		words: 'đất đai',
		drawing: 'M3.500 6L9 4l6 2 5.500-2v14L15 20l-6-2-5.500 2zM9 4v14M15 6v14'
	},
	{ label: 'Mở cửa hàng', hint: 'Hộ kinh doanh', words: 'hộ kinh doanh', drawing: drawn('kinh-doanh') },
	{ label: 'Chuyển chỗ ở', hint: 'Thường trú, tạm trú, tách hộ', words: 'cư trú', drawing: drawn('cu-tru') },
	{
		label: 'Căn cước',
		hint: 'Cấp, đổi thẻ; VNeID',
		words: 'căn cước',
		drawing:
			'M3.500 6h17v12.500h-17zM8 9.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM5.500 16c.4-1.300 1.300-2 2.500-2s2.100.7 2.500 2M13.500 10.500h4M13.500 14h4'
	},
	{
		label: 'Cần trợ giúp',
		hint: 'Trợ cấp, hộ nghèo, khuyết tật',
		words: 'trợ cấp xã hội',
		drawing: drawn('tro-giup')
	}
];
