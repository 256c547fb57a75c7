import { folded } from './words.ts';

/** Channel (hình thức tuyên truyền): the ways a plan names for reaching people; the list of contracts, `plan read`. */
export const channels = {
	portal: 'Cổng thông tin điện tử',
	radio: 'Truyền thanh',
	zalo: 'Zalo',
	facebook: 'Facebook',
	slogan: 'Khẩu hiệu, pa nô',
	meeting: 'Hội nghị, lồng ghép',
	notice_board: 'Niêm yết, bảng tin',
	press: 'Báo chí',
	leaflet: 'Tờ rơi',
	other: 'Hình thức khác'
} as const;
export type Channel = keyof typeof channels;

const signs: [Channel, RegExp][] = [
	['portal', /cong thong tin|trang thong tin|website|cong dien tu|trang tin dien tu/],
	['radio', /truyen thanh|phat thanh|phat song/],
	['zalo', /\bzalo\b/],
	['facebook', /facebook|fanpage|trang fb/],
	['slogan', /khau hieu|pa ?no|bang ron|bang zon|ap phich/],
	['meeting', /hoi nghi|hoi thao|toa dam|cuoc hop|long ghep|tap huan|sinh hoat|buoi hop/],
	['notice_board', /niem yet|bang tin|bang thong bao/],
	['press', /bao chi|co quan bao|bao dai|bao hai phong/],
	['leaflet', /to roi|to gap|to buom/]
];

/** The channels a text names, in the order of the list above. */
export function channelsIn(text: string): Channel[] {
	const words = folded(text);
	return signs.filter(([, sign]) => sign.test(words)).map(([channel]) => channel);
}
