import type { Day, SampleWard, Unit, UnitKind } from '#sample-ward/types.ts';

/** The trial's today; the plan year is 2026. */
export const sampleToday: Day = '2026-11-22';

export const ward: SampleWard = {
	key: 'co-thanh',
	name: 'Phường Cổ Thành',
	shortName: 'Cổ Thành',
	officialCode: 'MAU-CT',
	place: 'Cổ Thành',
	superiorName: 'Ủy ban nhân dân thành phố Hải Phòng',
	note: 'Phường mẫu dùng để chạy thử. Tên gọi, mã số, cán bộ và số liệu của phường trong năm 2026 là giả định.'
};

export const neighbourWard: SampleWard = {
	key: 'lang-gieng',
	name: 'Phường Láng Giềng',
	shortName: 'Láng Giềng',
	officialCode: 'MAU-LG',
	place: 'Láng Giềng',
	superiorName: 'Ủy ban nhân dân thành phố Hải Phòng',
	note: 'Phường mẫu thứ hai, có để kiểm tra dữ liệu hai phường không lẫn vào nhau.'
};

export const wards: SampleWard[] = [ward, neighbourWard];

/** First day of the two-level government; the last day of the old units is the day before. */
const newLevels: Day = '2025-07-01';
const oldLevelsEnd: Day = '2025-06-30';
/** Cổ Thành became a ward on this day; before, it was a commune and is not told here. */
const oldWardFrom: Day = '2019-03-01';

type Given = {
	parent?: string;
	symbol?: string;
	predecessors?: string[];
	from?: Day;
	to?: Day;
};

function unit(key: string, kind: UnitKind, name: string, shortName: string, given: Given = {}): Unit {
	return {
		key,
		wardKey: ward.key,
		kind,
		name,
		shortName,
		officialCode: `MAU-CT-${key.toUpperCase()}`,
		parentKey: given.parent ?? null,
		validFrom: given.from ?? newLevels,
		validTo: given.to ?? null,
		predecessorKeys: given.predecessors ?? [],
		symbol: given.symbol ?? null
	};
}

const present: Unit[] = [
	unit('ubnd-hai-phong', 'superior', 'Ủy ban nhân dân thành phố Hải Phòng', 'UBND thành phố', {
		symbol: 'UBND',
		predecessors: ['ubnd-chi-linh', 'ubnd-hai-duong']
	}),
	unit('so-noi-vu', 'superior', 'Sở Nội vụ thành phố Hải Phòng', 'Sở Nội vụ', {
		parent: 'ubnd-hai-phong',
		symbol: 'SNV',
		predecessors: ['phong-noi-vu-chi-linh']
	}),
	unit('dang-uy', 'party', 'Đảng ủy phường Cổ Thành', 'Đảng ủy phường', { predecessors: ['dang-uy-cu'] }),
	unit('hdnd', 'office', 'Hội đồng nhân dân phường Cổ Thành', 'HĐND phường', {
		symbol: 'HĐND',
		predecessors: ['hdnd-cu']
	}),
	unit('ubnd', 'office', 'Ủy ban nhân dân phường Cổ Thành', 'UBND phường', {
		parent: 'ubnd-hai-phong',
		symbol: 'UBND',
		predecessors: ['ubnd-cu']
	}),
	unit('van-phong', 'office', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', 'Văn phòng', {
		parent: 'ubnd',
		symbol: 'VP',
		predecessors: ['van-phong-cu', 'cc-tu-phap-cu']
	}),
	unit('van-hoa-xa-hoi', 'office', 'Phòng Văn hóa - Xã hội', 'Phòng VHXH', {
		parent: 'ubnd',
		symbol: 'VHXH',
		predecessors: ['cc-van-hoa-cu']
	}),
	unit('kinh-te', 'office', 'Phòng Kinh tế, hạ tầng và đô thị', 'Phòng KTHTĐT', {
		parent: 'ubnd',
		symbol: 'KTHTĐT',
		predecessors: ['cc-ke-toan-cu']
	}),
	unit('mot-cua', 'one_stop', 'Trung tâm Phục vụ hành chính công phường', 'Trung tâm PVHCC', {
		parent: 'ubnd',
		symbol: 'TTPVHCC',
		predecessors: ['bo-phan-mot-cua-cu']
	}),
	unit('truyen-thanh', 'radio', 'Đài truyền thanh phường', 'Đài truyền thanh', {
		parent: 'van-hoa-xa-hoi',
		predecessors: ['truyen-thanh-cu']
	}),
	unit('mat-tran', 'organisation', 'Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'UB MTTQ phường', {
		predecessors: ['mat-tran-cu']
	}),
	unit('hoi-phu-nu', 'organisation', 'Hội Liên hiệp Phụ nữ phường', 'Hội Phụ nữ', {
		predecessors: ['hoi-phu-nu-cu']
	}),
	unit('doan-thanh-nien', 'organisation', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh phường', 'Đoàn Thanh niên', {
		predecessors: ['doan-thanh-nien-cu']
	}),
	unit('cong-an', 'organisation', 'Công an phường', 'Công an phường', { predecessors: ['cong-an-cu'] }),
	unit('tram-y-te', 'organisation', 'Trạm Y tế phường', 'Trạm Y tế', { predecessors: ['tram-y-te-cu'] }),
	unit('tdp-an-thanh', 'residential_area', 'Tổ dân phố An Thành', 'TDP An Thành', {
		parent: 'ubnd',
		predecessors: ['kdc-an-thanh']
	}),
	unit('tdp-binh-giang', 'residential_area', 'Tổ dân phố Bình Giang', 'TDP Bình Giang', {
		parent: 'ubnd',
		predecessors: ['kdc-binh-giang']
	}),
	unit('tdp-dong-ha', 'residential_area', 'Tổ dân phố Đông Hạ', 'TDP Đông Hạ', {
		parent: 'ubnd',
		predecessors: ['kdc-dong-ha']
	}),
	unit('tdp-tan-lap', 'residential_area', 'Tổ dân phố Tân Lập', 'TDP Tân Lập', {
		parent: 'ubnd',
		predecessors: ['kdc-tan-lap-1', 'kdc-tan-lap-2']
	}),
	unit('tdp-phuc-khanh', 'residential_area', 'Tổ dân phố Phúc Khánh', 'TDP Phúc Khánh', {
		parent: 'ubnd',
		predecessors: ['kdc-phuc-khanh']
	})
];

const until = { from: oldWardFrom, to: oldLevelsEnd };

/** The units of the plan year 2023, closed on the last day of the three-level government. */
const former: Unit[] = [
	unit('ubnd-hai-duong', 'superior', 'Ủy ban nhân dân tỉnh Hải Dương', 'UBND tỉnh', until),
	unit('ubnd-chi-linh', 'superior', 'Ủy ban nhân dân thành phố Chí Linh', 'UBND thành phố Chí Linh', {
		...until,
		parent: 'ubnd-hai-duong'
	}),
	unit('phong-noi-vu-chi-linh', 'superior', 'Phòng Nội vụ thành phố Chí Linh', 'Phòng Nội vụ', {
		...until,
		parent: 'ubnd-chi-linh'
	}),
	unit('dang-uy-cu', 'party', 'Đảng ủy phường Cổ Thành', 'Đảng ủy phường', until),
	unit('hdnd-cu', 'office', 'Hội đồng nhân dân phường Cổ Thành', 'HĐND phường', until),
	unit('ubnd-cu', 'office', 'Ủy ban nhân dân phường Cổ Thành', 'UBND phường', {
		...until,
		parent: 'ubnd-chi-linh',
		symbol: 'UBND'
	}),
	unit('van-phong-cu', 'post', 'Văn phòng HĐND-UBND phường, Nội vụ', 'Văn phòng, Nội vụ', {
		...until,
		parent: 'ubnd-cu',
		symbol: 'VP'
	}),
	unit('cc-van-hoa-cu', 'post', 'Công chức văn hóa', 'Công chức văn hóa', { ...until, parent: 'ubnd-cu' }),
	unit('cc-tu-phap-cu', 'post', 'Công chức Tư pháp', 'Công chức Tư pháp', { ...until, parent: 'ubnd-cu' }),
	unit('cc-ke-toan-cu', 'post', 'Công chức Kế toán', 'Công chức Kế toán', { ...until, parent: 'ubnd-cu' }),
	unit('bo-phan-mot-cua-cu', 'one_stop', 'Bộ phận tiếp nhận và trả kết quả phường', 'Bộ phận một cửa', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('truyen-thanh-cu', 'radio', 'Đài phát thanh phường', 'Đài phát thanh', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('mat-tran-cu', 'organisation', 'Ủy ban Mặt trận Tổ quốc phường', 'UB MTTQ phường', until),
	unit('hoi-phu-nu-cu', 'organisation', 'Hội Liên hiệp Phụ nữ phường', 'Hội Phụ nữ', until),
	unit('doan-thanh-nien-cu', 'organisation', 'Đoàn Thanh niên phường', 'Đoàn Thanh niên', until),
	unit('cong-an-cu', 'organisation', 'Công an phường', 'Công an phường', until),
	unit('tram-y-te-cu', 'organisation', 'Trạm Y tế phường', 'Trạm Y tế', until),
	unit('kdc-an-thanh', 'residential_area', 'Khu dân cư An Thành', 'KDC An Thành', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('kdc-binh-giang', 'residential_area', 'Khu dân cư Bình Giang', 'KDC Bình Giang', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('kdc-dong-ha', 'residential_area', 'Khu dân cư Đông Hạ', 'KDC Đông Hạ', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('kdc-tan-lap-1', 'residential_area', 'Khu dân cư Tân Lập 1', 'KDC Tân Lập 1', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('kdc-tan-lap-2', 'residential_area', 'Khu dân cư Tân Lập 2', 'KDC Tân Lập 2', {
		...until,
		parent: 'ubnd-cu'
	}),
	unit('kdc-phuc-khanh', 'residential_area', 'Khu dân cư Phúc Khánh', 'KDC Phúc Khánh', {
		...until,
		parent: 'ubnd-cu'
	})
];

function neighbour(
	key: string,
	kind: UnitKind,
	name: string,
	shortName: string,
	parentKey: string | null
): Unit {
	return {
		key,
		wardKey: neighbourWard.key,
		kind,
		name,
		shortName,
		officialCode: `MAU-${key.toUpperCase()}`,
		parentKey,
		validFrom: newLevels,
		validTo: null,
		predecessorKeys: [],
		symbol: null
	};
}

const ofNeighbour: Unit[] = [
	neighbour('lg-ubnd', 'office', 'Ủy ban nhân dân phường Láng Giềng', 'UBND phường', null),
	neighbour('lg-van-hoa-xa-hoi', 'office', 'Phòng Văn hóa - Xã hội', 'Phòng VHXH', 'lg-ubnd'),
	neighbour(
		'lg-mot-cua',
		'one_stop',
		'Trung tâm Phục vụ hành chính công phường',
		'Trung tâm PVHCC',
		'lg-ubnd'
	)
];

export const units: Unit[] = [...present, ...former, ...ofNeighbour];

/** The unit that carries on the work of a closed one, so far as there is one. */
export function successorOf(key: string): Unit | undefined {
	return units.find((unit) => unit.predecessorKeys.includes(key));
}
