/**
 * From a printed name to the unit it meant at that time. Documents write "UBND phường", "Uỷ ban nhân dân Phường Cổ
 * Thành" and "uy ban nhan dan phuong" for the same office; and "Phòng Nội vụ" was an office above the ward in 2023 and
 * is nobody since July 2025, when its work went to another. So the day decides, and a name of another time says so.
 */
import type { Day } from '#platform/clock.ts';
import { validOn } from './unit.ts';
import { withoutMarks } from './sign-in-name.ts';

export type NamedUnit = {
	id: number;
	name: string;
	shortName: string;
	abbreviation: string | null;
	validFrom: Day | null;
	validTo: Day | null;
	successorIds: number[];
	predecessorIds: number[];
};

export type UnitNameMatch<T> = {
	/** The one unit meant; undefined when none or several could be. */
	unit: T | undefined;
	/** Several units of that day answer to the name: somebody has to choose. */
	candidates: T[];
	/** The name belongs to a unit of another time; `now` is who carries on its work on the day asked for. */
	otherTime: { unit: T; now: T[] } | undefined;
};

/** Abbreviations and older words, written out; applied without marks, in this order. */
const spelledOut: [RegExp, string][] = [
	[/\bubnd\b/g, 'uy ban nhan dan'],
	[/\bhdnd\b/g, 'hoi dong nhan dan'],
	[/\bub ?mttq\b|\bmttq\b/g, 'mat tran to quoc'],
	[/\bdangu?y\b/g, 'dang uy'],
	[/\bvp\b/g, 'van phong'],
	[/\bvhxh\b/g, 'van hoa xa hoi'],
	[/\bkthtdt\b/g, 'kinh te ha tang do thi'],
	[/\b(?:tt|trung tam) ?pvhcc\b|\bpvhcc\b/g, 'trung tam phuc vu hanh chinh cong'],
	[/\btdp\b/g, 'to dan pho'],
	[/\bkdc\b/g, 'khu dan cu'],
	[/\btp\b/g, 'thanh pho'],
	[/\bub\b/g, 'uy ban'],
	[/\buy ban (?=mat tran)/g, ''],
	[/\bmat tran to quoc viet nam\b/g, 'mat tran to quoc'],
	[
		/\bbo phan (?:mot cua|tiep nhan va tra ket qua)(?: giai quyet (?:thu tuc hanh chinh|tthc))?\b/g,
		'bo phan mot cua'
	],
	[/\bdai phat thanh\b/g, 'dai truyen thanh'],
	[/\bhoi (?:lhpn|lien hiep phu nu|phu nu)(?: viet nam)?\b/g, 'hoi phu nu'],
	[/\bdoan (?:tncs|tn|thanh nien cong san|thanh nien)(?: ho chi minh| hcm)?\b/g, 'doan thanh nien'],
	[/\bcan bo, cong chuc\b|\bcan bo\b/g, 'cong chuc'],
	[/\bvan phong(?: hoi dong nhan dan)?(?: va)? uy ban nhan dan\b/g, 'van phong']
];

/** Class words of places. Without marks "xa", "tinh", "quan" mean too much, so there they need a place's look after them. */
const levels = ['thanh pho', 'dac khu', 'thi xa', 'thi tran', 'phuong', 'xa', 'tinh', 'huyen', 'quan'];

type Parts = { core: string; level: string; place: string; whole: string };

function simplify(text: string): string {
	let words = withoutMarks(text.normalize('NFC'))
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, ' ')
		.trim();
	for (const [pattern, replacement] of spelledOut) words = words.replaceAll(pattern, replacement);
	return words
		.replaceAll(/\bva\b/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

/** "Phòng Nội vụ thành phố Chí Linh": core, class word of the place, the place. */
function partsOf(text: string): Parts {
	const whole = simplify(text);
	for (const level of levels) {
		const at = ` ${whole} `.indexOf(` ${level} `);
		if (at <= 0) continue;
		const place = whole.slice(at + level.length).trim();
		// "xã hội", "địa phương", "tình nguyện", "quân sự", "cơ quan" are no places.
		if (/^(hoi|nguyen|su|ly|doi)\b/.test(place) || /\b(dia|co|do)$/.test(whole.slice(0, at).trim())) continue;
		return { core: whole.slice(0, at).trim(), level, place, whole };
	}
	return { core: whole, level: '', place: '', whole };
}

function agree(printed: Parts, known: Parts): boolean {
	const levelFits = !printed.level || !known.level || printed.level === known.level;
	return levelFits && (!printed.place || !known.place || printed.place === known.place);
}

/** May the printed name be this unit's? The same core, and nothing in either of its names that speaks of another place. */
function same(printed: Parts, unit: NamedUnit, ownPlace: string): boolean {
	const [full, short] = [partsOf(unit.name), partsOf(unit.shortName)];
	if (printed.core !== full.core && printed.core !== short.core) return false;
	if (!agree(printed, full) || !agree(printed, short)) return false;
	// An office that names no place is the ward's own.
	const nameless = !full.place && !short.place && (!full.level || wardLevels.includes(full.level));
	return !(
		nameless &&
		ownPlace &&
		printed.place &&
		wardLevels.includes(printed.level) &&
		printed.place !== ownPlace
	);
}

const wardLevels = ['phuong', 'xa', 'thi tran', 'dac khu'];

/** `ward` is the proper name of the ward without its class word: "Cổ Thành". */
export function matchUnitName<T extends NamedUnit>(
	name: string,
	units: T[],
	day: Day,
	ward = ''
): UnitNameMatch<T> {
	const nothing = { unit: undefined, candidates: [], otherTime: undefined };
	const printed = partsOf(name);
	if (printed.whole.length < 2) return nothing;
	const ownPlace = simplify(ward);
	const there = units.filter((unit) => validOn(unit, day));
	const found = answering(name, printed, there, ownPlace);
	if (found.length === 1) return { unit: found[0], candidates: found, otherTime: undefined };
	if (found.length > 1) return { unit: undefined, candidates: found, otherTime: undefined };
	const elsewhere = answering(
		name,
		printed,
		units.filter((unit) => !validOn(unit, day)),
		ownPlace
	);
	if (elsewhere.length !== 1) return nothing;
	const [unit] = elsewhere;
	return { unit: undefined, candidates: [], otherTime: { unit: unit!, now: heirs(unit!, units, day) } };
}

/** First whoever bears exactly this name, then whoever bears it with or without the name of the place. */
function answering<T extends NamedUnit>(name: string, printed: Parts, units: T[], ownPlace: string): T[] {
	const exactly = units.filter(
		(unit) =>
			[unit.name, unit.shortName].some((known) => simplify(known) === printed.whole) ||
			(unit.abbreviation !== null &&
				unit.abbreviation.length > 1 &&
				unit.abbreviation === name.normalize('NFC').trim())
	);
	if (exactly.length > 0) return exactly;
	return units.filter((unit) => same(printed, unit, ownPlace));
}

/** Who carries on this unit's work on that day: later units when it ended before, earlier ones when it came after. */
function heirs<T extends NamedUnit>(from: T, units: T[], day: Day): T[] {
	const later = from.validTo !== null && from.validTo < day;
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const found = new Set<T>();
	const seen = new Set([from.id]);
	const queue: T[] = [from];
	for (let unit = queue.shift(); unit; unit = queue.shift()) {
		for (const id of later ? unit.successorIds : unit.predecessorIds) {
			const next = byId.get(id);
			if (!next || seen.has(id)) continue;
			seen.add(id);
			if (validOn(next, day)) found.add(next);
			else queue.push(next);
		}
	}
	return [...found];
}
