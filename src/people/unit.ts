/**
 * Unit (cơ quan, đơn vị): whoever a plan can give a duty to: the ward's offices and posts, its organisations, its
 * residential areas, and the level above. Names are valid for a time (see domain law: Luật 72/2025/QH15).
 */
export const unitKinds = {
	office: 'Phòng, văn phòng',
	post: 'Công chức chuyên môn',
	one_stop: 'Trung tâm Phục vụ hành chính công',
	radio: 'Đài truyền thanh',
	party: 'Đảng ủy, HĐND',
	organisation: 'Mặt trận, đoàn thể',
	residential_area: 'Tổ dân phố, khu dân cư',
	service: 'Trạm y tế, trường học, công an',
	superior: 'Cấp trên',
	other: 'Đơn vị khác'
} as const;

export type UnitKind = keyof typeof unitKinds;

/** Was the unit there on that day? Open ends mean "as long as anybody remembers" and "until further notice". */
export function validOn(thing: { validFrom: string | null; validTo: string | null }, day: string): boolean {
	return (
		(thing.validFrom === null || thing.validFrom <= day) && (thing.validTo === null || day <= thing.validTo)
	);
}
