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

/** `said`: the words of the message it rests on; null when it only follows from the class. */
type Likely = { key: UnitKey; said: string | null };

const mattersIn = finderOf(matters);

/** Classes the law or the office gives to one unit whatever the matter. */
const byClass: Partial<Record<MessageClass, UnitKey>> = {
	emergency: 'cong-an',
	crime_report: 'cong-an',
	// What an officer did is looked at by the office that serves the chair, not by the officer's own unit.
	conduct: 'van-phong',
	denunciation: 'van-phong',
	complaint_decision: 'van-phong'
};
const nobody: readonly MessageClass[] = ['spam', 'abuse', 'unclear'];

export function likelyUnit(text: string, kind: MessageClass): Likely | undefined {
	if (nobody.includes(kind)) return undefined;
	const { hits } = mattersIn(text);
	const given = byClass[kind];
	if (given) {
		const said = hits.find(({ group, sure }) => group === given && sure)?.said;
		return { key: given, said: said ?? null };
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
