/**
 * Which units of the register a text names. Plans join units with ";", "," and "và", and unit names hold the same
 * signs ("Phòng Kinh tế, hạ tầng và đô thị"), so the names are looked for in the text instead of cutting the text.
 * Only units that existed on the plan's day are offered: the plan of 2023 finds the posts of 2023.
 */
import type { Day } from '#platform/clock.ts';
import { validOn, type UnitKind } from '#people/unit.ts';
import { syllables } from './words.ts';

export type KnownUnit = {
	id: number;
	name: string;
	shortName: string;
	abbreviation: string | null;
	kind: UnitKind;
	validFrom: Day | null;
	validTo: Day | null;
};

export type UnitMatch = {
	unitIds: number[];
	/** Words of the text no unit stands for; null when all were understood. */
	rest: string | null;
};

/** Different words of the same office. Applied to the text and to the names. */
const same: [RegExp, string][] = [
	[
		/\bhdnd va ubnd\b|\bhdnd ubnd\b|\bhoi dong nhan dan va uy ban nhan dan\b|\bhoi dong nhan dan uy ban nhan dan\b/g,
		'hdnd ubnd'
	],
	[/\bhoi dong nhan dan\b/g, 'hdnd'],
	[/\buy ban nhan dan\b/g, 'ubnd'],
	[/\b(?:uy ban |ub )?(?:mat tran to quoc|mttq)(?: viet nam| vn)?\b/g, 'mttq'],
	[/\bdai (?:phat thanh|truyen thanh)\b/g, 'dai truyen thanh'],
	[
		/\b(?:bo phan (?:tiep nhan va tra ket qua|mot cua)|trung tam phuc vu hanh chinh cong|trung tam pvhcc|ttpvhcc)\b/g,
		'mot cua'
	],
	[/\bcan bo\b/g, 'cong chuc'],
	[/\bvan hoa (?:va )?xa hoi\b/g, 'vhxh'],
	[/\bdoan thanh nien(?: cong san)?(?: ho chi minh)?\b/g, 'doan thanh nien'],
	[/\bhoi lien hiep phu nu(?: viet nam)?\b/g, 'hoi phu nu'],
	[/\bto dan pho\b/g, 'tdp'],
	[/\bkhu dan cu\b/g, 'kdc'],
	[/\btai chinh ke toan\b/g, 'ke toan']
];
const GENERIC = /\b(?:phuong|xa|dac khu)\b/g;

/** "Văn phòng HĐND-UBND phường Cổ Thành" is the same without the name of the ward. */
function reduced(text: string, wardName: string): string {
	const ownName = syllables(wardName).join(' ');
	let words = syllables(text)
		.join(' ')
		.replaceAll(new RegExp(`\\b(phuong|xa|dac khu) ${ownName}\\b`, 'g'), '$1');
	for (const [pattern, word] of same) words = words.replaceAll(pattern, word);
	return words.replaceAll(GENERIC, ' ').replaceAll(/\s+/g, ' ').trim();
}

export type Register = {
	units: KnownUnit[];
	/** Proper name of the ward, without its class word. */ wardName: string;
};

export function matchUnits(text: string | null, register: Register, on: Day): UnitMatch {
	if (!text?.trim()) return { unitIds: [], rest: null };
	let left = ` ${reduced(text, register.wardName)} `;
	const found: { at: number; id: number }[] = [];
	const valid = register.units.filter((unit) => validOn(unit, on));
	const take = (words: string, ids: number[]) => {
		const at = left.indexOf(` ${words} `);
		if (at < 0) return;
		found.push(...ids.map((id) => ({ at, id })));
		// Dots keep the places of the words that follow.
		left = left.slice(0, at + 1) + '.'.repeat(words.length) + left.slice(at + 1 + words.length);
	};
	for (const { words, ids } of namesOf(valid, register.wardName)) take(words, ids);
	const areas = valid.filter((unit) => unit.kind === 'residential_area').map((unit) => unit.id);
	if (areas.length > 0) {
		for (const words of ['cac tdp lien quan', 'cac kdc lien quan', 'cac tdp', 'cac kdc', 'tdp', 'kdc'])
			take(words, areas);
	}
	const rest = left
		.replaceAll(/\.+/g, ' ')
		.split(' ')
		.filter((word) => word && !joining.has(word));
	const unitIds = [...new Set(found.sort((a, b) => a.at - b.at || a.id - b.id).map(({ id }) => id))];
	return { unitIds, rest: rest.length > 0 ? text.trim() : null };
}

/** What may stand between names without being one. */
const joining = new Set(
	'va cac cung voi cua don vi co quan lien quan de nghi phoi hop chu tri de bc b c bao cao thuc hien luu'.split(
		' '
	)
);

/** Every name a unit answers to, longest first; a name of two units is a name of neither. */
function namesOf(units: KnownUnit[], wardName: string): { words: string; ids: number[] }[] {
	const byWords = new Map<string, Set<number>>();
	for (const unit of units) {
		const names = [
			unit.name,
			unit.shortName,
			...(unit.abbreviation && unit.abbreviation.length > 1 ? [unit.abbreviation] : [])
		];
		for (const name of names) {
			const words = reduced(name, wardName);
			if (words.length < 2) continue;
			byWords.set(words, (byWords.get(words) ?? new Set()).add(unit.id));
		}
	}
	return [...byWords]
		.filter(([, ids]) => ids.size === 1)
		.map(([words, ids]) => ({ words, ids: [...ids] }))
		.sort((a, b) => b.words.length - a.words.length);
}
