/** Which kind of thing the words sound like: procedures come before news, unless news is asked for. */
import type { Kind } from './entry.ts';

const newsWords =
	/(^| )(tin|tin tuc|tin moi|bai viet|bai bao|hoi nghi|hoi thao|toa dam|lich|thong bao|su kien|tap huan|tuyen truyen|phat dong|le ky niem|ky niem|phong trao|cuoc thi|ra quan|khai mac|be mac|tong ket|so ket|cau chuyen|mo hinh|guong|diem tin|chuong trinh)( |$)/;
const documentWords =
	/(^| )(quyet dinh so|quyet dinh|nghi quyet|ke hoach|cong van|van ban|nghi dinh|thong tu|chi thi|to trinh|bao cao|luat)( |$)/;
const callWords = /(^| )(duong day nong|so dien thoai|dien thoai|hotline|goi dien|lien he|sdt)( |$)/;
const listenWords = /(^| )(phat thanh|truyen thanh|loa|ban tin|nghe|podcast)( |$)/;

export function kindWeights(folded: string): Record<Kind, number> {
	const news = newsWords.test(folded);
	return {
		procedure: news ? 0.85 : 1,
		article: news ? 1.05 : 0.8,
		document: documentWords.test(folded) ? 1.08 : 0.8,
		answer: 0.82,
		hotline: callWords.test(folded) ? 1.4 : 0.78,
		broadcast: listenWords.test(folded) ? 1.1 : 0.74,
		page: 0.85
	};
}

const DAY = 86_400_000;
export const FRESHEST = 0.03;

/** Newer news before older: a nudge, not a verdict. */
export function freshness(kind: Kind, publishedAt: Date | null, now: number): number {
	if (kind === 'procedure' || !publishedAt) return 0;
	const days = Math.max(0, (now - publishedAt.getTime()) / DAY);
	return FRESHEST / (1 + days / 60);
}
