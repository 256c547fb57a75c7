/**
 * Which unit most likely handles a message, by what the unit does: keys stay when a ward renames or regroups its offices
 * (usual names since July 2025, Luật 72/2025/QH15).
 */
import { matters } from './likely-unit-words.ts';
import type { MessageClass } from './message-class.ts';
import { finderOf } from './triage-phrases.ts';

export type UnitKey = keyof typeof matters;

export const unitNames: Record<UnitKey, string> = {
	'cong-an': 'Công an phường',
	'kinh-te': 'Phòng Kinh tế, hạ tầng và đô thị',
	'van-hoa-xa-hoi': 'Phòng Văn hóa - Xã hội',
	'tram-y-te': 'Trạm Y tế phường',
	'mot-cua': 'Trung tâm Phục vụ hành chính công phường',
	'van-phong': 'Văn phòng HĐND và UBND phường',
	'truyen-thanh': 'Đài truyền thanh phường',
	'mat-tran': 'Ủy ban Mặt trận Tổ quốc Việt Nam phường'
};

type Likely = { key: UnitKey; said: string };

const mattersIn = finderOf(matters);

/** Classes the law or the office gives to one unit whatever the matter; `words` when the text has none of its own. */
const byClass: Partial<Record<MessageClass, { key: UnitKey; words: string }>> = {
	emergency: { key: 'cong-an', words: 'việc khẩn cấp' },
	crime_report: { key: 'cong-an', words: 'tố giác tội phạm' },
	// What an officer did is looked at by the office that serves the chair, not by the officer's own unit.
	conduct: { key: 'van-phong', words: 'thái độ, cách làm việc' },
	denunciation: { key: 'van-phong', words: 'tiếp công dân' },
	complaint_decision: { key: 'van-phong', words: 'tiếp công dân' }
};
const nobody: readonly MessageClass[] = ['spam', 'abuse', 'unclear'];

export function likelyUnit(text: string, kind: MessageClass): Likely | undefined {
	if (nobody.includes(kind)) return undefined;
	const { hits } = mattersIn(text);
	const given = byClass[kind];
	if (given) {
		const said = hits.find(({ group, sure }) => group === given.key && sure)?.said;
		return { key: given.key, said: said ?? given.words };
	}
	const weights = new Map<UnitKey, number>();
	for (const { group, length, sure } of hits) {
		// Longer words are more exact; what every message says ("hồ sơ", "cán bộ") decides only where nothing else does.
		const worth = (sure ? length : 0.4) * (everywhere.has(group) ? 0.6 : 1);
		weights.set(group, (weights.get(group) ?? 0) + worth);
	}
	const [key] = [...weights].toSorted((a, b) => b[1] - a[1])[0] ?? [];
	if (!key) return undefined;
	const said = hits
		.filter(({ group }) => group === key)
		.toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.length - a.length)[0]!.said;
	return { key, said };
}

const everywhere: ReadonlySet<UnitKey> = new Set<UnitKey>(['mot-cua', 'van-phong']);
