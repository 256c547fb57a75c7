/** Web and mail addresses as they are said: labels that are Vietnamese words are split into them. */
import { spelled } from './abbreviations.ts';
import { isSyllable } from '#search/syllable.ts';

const labels: Record<string, string> = {
	www: 'vê-kép vê-kép vê-kép',
	vn: 'vi en',
	gov: 'gốp',
	com: 'com',
	edu: 'e-đu',
	org: 'o-rờ-gờ',
	net: 'nét',
	gmail: 'gờ-meo',
	dichvucong: 'dịch vụ công',
	haiphong: 'hải phòng',
	haiduong: 'hải dương',
	hanoi: 'hà nội',
	hochiminhcity: 'hồ chí minh xi-ti',
	chinhphu: 'chính phủ',
	vanphong: 'văn phòng',
	baochinhphu: 'báo chính phủ',
	moj: 'mờ-ô-giê',
	facebook: 'facebook',
	zalo: 'zalo',
	youtube: 'youtube',
	google: 'google',
	phuong: 'phường',
	gopy: 'góp ý',
	congan: 'công an',
	bocongan: 'bộ công an',
	baohiemxahoi: 'bảo hiểm xã hội',
	thuedientu: 'thuế điện tử',
	tiepnhan: 'tiếp nhận',
	motcua: 'một cửa',
	ubnd: 'u bê en dê',
	hdnd: 'hát đê en dê',
	dvc: 'dịch vụ công',
	vneid: 'vi en e ai đi',
	info: 'in-phô'
};

function label(text: string): string {
	const known = labels[text.toLowerCase()];
	if (known) return known;
	const first = ['ubnd', 'hdnd', 'dvc', 'vneid'].find(
		(name) => name.length < text.length && text.toLowerCase().startsWith(name)
	);
	if (first) return `${labels[first]!} ${label(text.slice(first.length))}`;
	// What nobody can say is spelled; digits are said later.
	return (
		syllables(text.toLowerCase()) ?? (/^[a-z]{1,5}$/i.test(text) ? spelled(text).replaceAll('-', ' ') : text)
	);
}

/** "cothanh" → "co thanh"; null when it is no row of syllables. As few as possible; consonants go with what follows. */
function syllables(text: string): string | null {
	if (!/^[a-z]{2,40}$/.test(text)) return null;
	const best: (string[] | null)[] = [[]];
	for (let end = 1; end <= text.length; end++) {
		best[end] = null;
		for (let begin = Math.max(0, end - 6); begin < end; begin++) {
			const before = best[begin];
			const word = text.slice(begin, end);
			if (!before || !isSyllable(word)) continue;
			if (best[end] === null || before.length + 1 < best[end]!.length) best[end] = [...before, word];
		}
	}
	return best[text.length]?.join(' ') ?? null;
}

const host = (text: string): string => text.split('.').map(label).join(' chấm ');

const tail = String.raw`(?:\/(?:[\w\-./?=&%#~+]*[\w/=])?)?`;
const address = new RegExp(
	String.raw`(?<![\w@.])(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:vn|com|org|net|edu|gov|info|io|me))(?![\w])(${tail})`,
	'gi'
);
const mail = /(?<![\w.])([\w.+-]+)@((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w])/gi;

export function sayAddresses(text: string): string {
	return text
		.replace(
			mail,
			(_, name: string, where: string) =>
				`${name.split(/[._]/).map(label).join(' chấm ')} a-còng ${host(where)}`
		)
		.replace(address, (_, where: string, path: string) => {
			// A long way behind the host cannot be kept in the ear: one finds it from the host.
			const all = path.split(/[/?#=&]+/).filter(Boolean);
			const steps = all.length > 2 || /[?=]|\.\w+$|-.*-/.test(path) ? [] : all;
			return [
				host(where),
				...steps.map((step) =>
					step
						.split(/[-_.]+/)
						.map(label)
						.join(' ')
				)
			].join(' gạch chéo ');
		});
}
