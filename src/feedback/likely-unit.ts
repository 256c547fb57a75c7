/** Which unit of the ward most likely handles a message: usual names of the units since July 2025 (Luật 72/2025/QH15). */
import type { MessageClass } from './message-class.ts';

const units: { name: string; pattern: RegExp }[] = [
	{
		name: 'Công an phường',
		pattern:
			/\b(?:tam tru|thuong tru|ho khau|cu tru|can cuoc|cccd|vneid|dinh danh|an ninh|trat tu|trom|danh bac|ma tuy|lua dao|karaoke|loa keo|tieng on|gay roi|bien so|dang ky xe|phong chay|pccc|danh nhau)\b/
	},
	{
		name: 'Phòng Kinh tế, hạ tầng và đô thị',
		pattern:
			/\b(?:dat dai|so do|dia chinh|giay phep xay dung|xay dung|xay nha|duong|via he|long duong|den duong|cot den|rac|thoat nuoc|cong|ngap|o ga|nap cong|cay xanh|do thi|ho kinh doanh|kinh doanh|cho\b|nuoc sach|mat nuoc|dien|moi truong|o nhiem|nuoc thai|chan nuoi|quy hoach|den bu|boi thuong|kenh muong|thuy loi|nong nghiep)\b/
	},
	{
		name: 'Phòng Văn hóa - Xã hội',
		pattern:
			/\b(?:tro cap|bao tro|ho ngheo|can ngheo|nguoi cao tuoi|khuyet tat|nguoi co cong|liet si|bhyt|bao hiem y te|truong hoc|giao duc|hoc sinh|mam non|y te|van hoa|le hoi|the thao|truyen thanh|loa phuong|thu vien|gia dinh|tre em|mai tang)\b/
	},
	{
		name: 'Trung tâm Phục vụ hành chính công',
		pattern:
			/\b(?:mot cua|khai sinh|ket hon|khai tu|ho tich|chung thuc|sao y|thu tuc|ho so|dich vu cong|giay hen|tra ket qua|tiep nhan|le phi|truc tuyen)\b/
	}
];

export function likelyUnit(folded: string, kind: MessageClass): { name: string; words: string } | undefined {
	if (kind === 'spam' || kind === 'abuse' || kind === 'unclear') return undefined;
	// What an officer did is looked at by the office that serves the chair, not by the officer's own unit.
	if (kind === 'conduct') {
		const words = /\b(?:can bo|cong chuc|nhan vien|thai do|mot cua)\b/.exec(folded)?.[0];
		return { name: 'Văn phòng HĐND và UBND phường', words: words ?? 'thái độ phục vụ' };
	}
	if (kind === 'crime_report' || kind === 'emergency') {
		return { name: 'Công an phường', words: kind === 'emergency' ? 'việc khẩn cấp' : 'tố giác tội phạm' };
	}
	if (kind === 'denunciation' || kind === 'complaint_decision') {
		return { name: 'Văn phòng HĐND và UBND phường', words: 'tiếp công dân' };
	}
	const hits = units
		.map((unit) => ({ unit, all: [...folded.matchAll(new RegExp(unit.pattern, 'g'))] }))
		.filter(({ all }) => all.length > 0)
		.toSorted((a, b) => b.all.length - a.all.length);
	const best = hits[0];
	return best && { name: best.unit.name, words: best.all[0]![0] };
}
