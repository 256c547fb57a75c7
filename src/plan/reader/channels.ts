/**
 * Channels (hình thức tuyên truyền) a plan names. In the part about forms every word counts; elsewhere only a sentence
 * that speaks of telling people does, so that a conference on industry is no channel.
 */
import { bare } from './plain.ts';

const signs: [string, RegExp][] = [
	[
		'portal',
		/cong (?:thong tin|tttt|ttdt)|trang (?:thong tin|tin) dien tu|website|trang web|cong dien tu|cong giao tiep dien tu/
	],
	['radio', /truyen thanh|phat thanh|phat song|loa (?:cong cong|keo|truyen thanh)/],
	['zalo', /\bzalo\b/],
	['facebook', /facebook|fan\s?page|trang fb\b/],
	['slogan', /khau hieu|pa\s?-?no|bang\s?-?ron|bang\s?-?zon|ap\s?-?phich|co phuon|tranh co dong|truc quan/],
	[
		'meeting',
		/hoi nghi|hoi thao|toa dam|cuoc hop|buoi hop|tap huan|sinh hoat|giao ban|hoi thi|cuoc thi|ngay hoi|doi thoai|tuyen truyen mieng|noi chuyen chuyen de/
	],
	['notice_board', /niem yet|bang tin|bang thong bao|bang dien tu|man hinh led|bien chi dan/],
	['press', /bao chi|co quan bao|\bbao va dai\b|\bbao,\s?dai\b|tren bao\b|bao in|dang bao/],
	['leaflet', /\bto (?:roi|gap|buom)\b|cam nang|\bso tay\b|tai lieu tuyen truyen|\ban pham\b/]
];
const OTHER =
	/hinh thuc (?:tuyen truyen |thong tin )?khac|truyen hinh|tin nhan|youtube|tiktok|xe luu dong|tuyen truyen luu dong|san khau hoa|van nghe/;
const TELLING =
	/tuyen truyen|truyen thong|thong tin|dang tai|phat song|pho bien|dua tin|chuyen muc|tin,? bai|chuyen trang|niem yet|phat thanh|truyen thanh/;

export function readChannels(forms: string | null, elsewhere: string[]): string[] {
	const found = new Set<string>();
	const inForms = bare(forms ?? '');
	for (const [channel, sign] of signs) if (sign.test(inForms)) found.add(channel);
	if (OTHER.test(inForms)) found.add('other');
	for (const text of elsewhere) {
		for (const sentence of bare(text).split(/\.\s|\n/)) {
			if (!TELLING.test(sentence)) continue;
			for (const [channel, sign] of signs) {
				if (
					channel === 'meeting'
						? /(?:hoi nghi|hoi thao|cuoc hop|tap huan|sinh hoat|toa dam)[^.;]{0,20}(?:tuyen truyen|pho bien|truyen thong)|(?:tuyen truyen|pho bien|truyen thong|long ghep)[^.;]{0,40}(?:hoi nghi|hoi thao|cuoc hop|sinh hoat|tap huan)/.test(
								sentence
							)
						: sign.test(sentence)
				)
					found.add(channel);
			}
		}
	}
	// Social networks without a name are a channel nobody can tell apart.
	if (!found.has('zalo') && !found.has('facebook') && /mang xa hoi/.test(inForms)) found.add('other');
	return [...signs.map(([channel]) => channel), 'other'].filter((channel) => found.has(channel));
}
