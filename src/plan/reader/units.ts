/**
 * Who does what (tổ chức thực hiện, phân công trách nhiệm). A unit is named by a numbered heading, before a colon, in
 * bold, or by the sentence itself ("Phòng A chủ trì, phối hợp …"). Items on money and closing sentences are not units.
 */
import type { UnitRole } from '../plan-document.ts';
import { under } from './content.ts';
import { textOf, type Item } from './outline.ts';
import { bare, sameWords } from './plain.ts';
import { isGeneric, readUnitAtStart, readUnitHeading, splitNames, type Named } from './unit-names.ts';

export type Unit = { name: string; role: UnitRole; duties: { text: string; at: number }[]; at: number };

const REGION =
	/(?:^|\s)(?:to chuc(?: va)? (?:thuc hien|trien khai)|trien khai thuc hien|phan cong|trach nhiem|nhiem vu cua cac|giao nhiem vu|to chuc,? thuc hien|trien khai,? thuc hien)(?:\s|$)/;
const NOT_REGION = /^(?:noi dung|muc dich|yeu cau|tinh than|hinh thuc|kinh phi|doi tuong|muc tieu|thoi gian)/;

export function readUnits(items: Item[]): Unit[] {
	const units = new UnitList();
	for (const at of regions(items)) readRegion(items, at, units);
	inlinePairs(items, units);
	return units.all;
}

function regions(items: Item[]): number[] {
	const found: number[] = [];
	let covered = -1;
	for (const [at, item] of items.entries()) {
		const words = sameWords(item.title);
		if (at <= covered || item.depth > 3 || !REGION.test(words) || NOT_REGION.test(words)) continue;
		// "Trách nhiệm của Phòng A" names a unit of its own inside a larger part.
		found.push(at);
		covered = under(items, at).to - 1;
	}
	return found;
}

class UnitList {
	readonly all: Unit[] = [];

	open(named: Named, at: number): Unit[] {
		return named.names.map((name) => {
			const known = this.find(name);
			if (known) {
				if (named.asked && known.role === 'other') known.role = 'coordinate';
				return known;
			}
			const unit: Unit = {
				name: name.charAt(0).toUpperCase() + name.slice(1),
				role: named.asked ? 'coordinate' : 'other',
				duties: [],
				at
			};
			this.all.push(unit);
			return unit;
		});
	}

	find(name: string): Unit | undefined {
		const words = sameWords(name);
		return this.all.find((unit) => sameWords(unit.name) === words);
	}
}

function give(units: Unit[], text: string, at: number): void {
	const duty = text
		.replace(/^[-+*:;,.\s]+/, '')
		.replace(/\.?\/\.?\s*$/, '')
		.trim();
	if (!/\p{L}{2}/u.test(duty)) return;
	const said = duty.charAt(0).toUpperCase() + duty.slice(1);
	for (const unit of units) {
		unit.duties.push({ text: said, at });
		unit.role = stronger(unit.role, roleIn(duty));
	}
}

const stronger = (one: UnitRole, other: UnitRole): UnitRole =>
	one === 'lead' || other === 'lead'
		? 'lead'
		: one === 'coordinate' || other === 'coordinate'
			? 'coordinate'
			: 'other';

function roleIn(duty: string): UnitRole {
	const words = bare(duty);
	if (
		/(?:^|[^a-z])(?:chu tri|lam dau moi|la dau moi|dau moi|co quan thuong truc)(?=[^a-z]|$)/.test(words) &&
		!/(?:don vi|co quan|phong|so) chu tri/.test(words)
	)
		return 'lead';
	return /phoi hop/.test(words) ? 'coordinate' : 'other';
}

function readRegion(items: Item[], at: number, list: UnitList): void {
	const { from, to } = under(items, at);
	const heading = items[at]!;
	let open: { units: Unit[]; depth: number } | null = null;

	const paragraphs = (item: Item): void => {
		for (const extra of item.extra) {
			const named =
				readUnitAtStart(extra.text, extra.boldLead) ??
				(extra.bold || extra.text.length < 80 ? readUnitHeading(extra.text) : null);
			// Below a unit's own heading only a name before a colon is another unit.
			const below = open !== null && open.depth === item.depth;
			if (named && isUnitParagraph(named, extra.text) && !(below && !named.colon)) {
				open = { units: list.open(named, extra.at), depth: item.depth + 0.5 };
				give(open.units, named.rest, extra.at);
			} else if (open) give(open.units, extra.text, extra.at);
		}
	};

	const ownUnit = /^(?:trach nhiem|nhiem vu) cua /.test(bare(heading.title))
		? readUnitHeading(heading.title)
		: null;
	if (ownUnit && !ownUnit.names.some(isGeneric)) {
		open = { units: list.open(ownUnit, heading.at), depth: heading.depth };
		if (heading.own) give(open.units, heading.own, heading.at);
	} else if (heading.own) {
		const named = readUnitAtStart(heading.own, null);
		if (named) give(list.open(named, heading.at), named.rest, heading.at);
	}
	paragraphs(heading);

	for (let index = from; index < to; index += 1) {
		const item = items[index]!;
		const current: { units: Unit[]; depth: number } | null = open;
		const named = unitOf(item, current !== null && item.depth > (current as { depth: number }).depth);
		if (named && !isContainer(items, index, named)) {
			open = { units: list.open(named, item.at), depth: item.depth };
			give(open.units, named.rest, item.at);
			paragraphs(item);
			continue;
		}
		if (current && item.depth > (current as { depth: number }).depth) {
			if (!isAboutMoney(item)) giveItem((current as { units: Unit[] }).units, item);
			continue;
		}
		// A bullet beside the bullets that name units goes on with the last of them; any other sibling ends it.
		if (
			current &&
			item.depth === 4 &&
			item.depth === (current as { depth: number }).depth &&
			!isAboutMoney(item)
		) {
			giveItem((current as { units: Unit[] }).units, item);
			continue;
		}
		open = null;
		paragraphs(item);
	}
}

function giveItem(units: Unit[], item: Item): void {
	give(units, [item.title, item.own].filter(Boolean).join(': '), item.at);
	for (const extra of item.extra) give(units, extra.text, extra.at);
}

const isAboutMoney = (item: Item): boolean =>
	/^(?:ve )?(?:kinh phi|nguon kinh phi)/.test(bare(item.title || item.own));

/** Under a unit's heading a sentence about another unit is a duty, unless that unit is named before a colon. */
function unitOf(item: Item, inside: boolean): Named | null {
	if (isAboutMoney(item)) return null;
	if (item.title) {
		const named = readUnitHeading(item.title);
		if (named) return inside && !item.own ? null : { ...named, rest: item.own };
		const sentence = readUnitAtStart(item.title, item.boldLead);
		if (!sentence) return null;
		return inside ? null : { ...sentence, rest: [sentence.rest, item.own].filter(Boolean).join(': ') };
	}
	if (!item.own) return null;
	const named = readUnitAtStart(item.own, item.boldLead);
	return named && (!inside || named.introduced) ? named : null;
}

/** A paragraph without a marker opens a unit only when it is sure: a colon after the name, or an order to a unit. */
function isUnitParagraph(named: Named, text: string): boolean {
	if (/^(?:tren day la|trong qua trinh|qua trinh|yeu cau cac|can cu ke hoach)/.test(bare(text))) return false;
	if (named.colon || named.rest === '') return true;
	return named.introduced || !named.names.every(isGeneric);
}

/** "2. Trách nhiệm của các đơn vị": its children are the units. */
function isContainer(items: Item[], index: number, named: Named): boolean {
	if (!named.names.every(isGeneric)) return false;
	const item = items[index]!;
	if (item.own && named.rest) return false;
	const { from, to } = under(items, index);
	const inside = items
		.slice(from, to)
		.some((one) => unitOf(one, false) !== null && !isGeneric(unitOf(one, false)!.names[0]!));
	const between = item.extra.some(
		(extra) => /^[^.]{3,160}:/.test(extra.text) && readUnitAtStart(extra.text) !== null
	);
	return inside || between;
}

/** "Đơn vị chủ trì: A; Đơn vị phối hợp: B, C" under a task in the body. */
function inlinePairs(items: Item[], list: UnitList): void {
	const listed = list.all.length > 0;
	for (const [index, item] of items.entries()) {
		for (const one of [
			{ text: [item.title, item.own].filter(Boolean).join(': '), at: item.at },
			...item.extra
		]) {
			if (!/chủ trì\s*:|phối hợp\s*:/iu.test(one.text)) continue;
			const told = one.text
				.split(
					/(?:\(\s*)?(?:đơn vị|cơ quan|bộ phận|phòng|sở)?\s*(?:chủ trì|phối hợp)(?:\s+thực hiện)?\s*:/iu
				)[0]!
				.replace(/[\s;,.(]+$/, '');
			const task = told || headingAbove(items, index, one.at !== item.at);
			for (const { role, names } of pairsIn(one.text)) {
				for (const name of names) {
					const known = list.find(name);
					if (known && role === 'coordinate') continue;
					if (
						!known &&
						listed &&
						role === 'coordinate' &&
						list.all.some((unit) => sameWords(unit.name).includes(sameWords(name)))
					)
						continue;
					const [unit] = list.open(
						{ names: [name], rest: '', asked: false, introduced: true, colon: false },
						one.at
					);
					if (task) unit!.duties.push({ text: task, at: item.at });
					unit!.role = stronger(unit!.role, role);
				}
			}
		}
	}
}

/** The task a pair below it belongs to: the nearest titled item above the bullets. */
function headingAbove(items: Item[], index: number, belowItem: boolean): string {
	const item = items[index]!;
	if (belowItem && (item.title || item.depth < 3)) return item.title || item.own;
	if (belowItem && item.depth === 3 && siblingsHavePairs(items, index)) return item.own;
	for (let at = index - 1; at >= 0; at -= 1)
		if (items[at]!.depth < item.depth) return items[at]!.title || items[at]!.own;
	return textOf(item).split('\n')[0]!;
}

/** Every letter has a pair of its own; a single pair below the last letter belongs to the heading above. */
function siblingsHavePairs(items: Item[], index: number): boolean {
	const { depth } = items[index]!;
	const siblings: Item[] = [];
	for (let at = index - 1; at >= 0 && items[at]!.depth >= depth; at -= 1)
		if (items[at]!.depth === depth) siblings.push(items[at]!);
	return siblings.length === 0 || siblings.some((item) => /(?:chủ trì|phối hợp)\s*:/iu.test(textOf(item)));
}

export function pairsIn(text: string): { role: UnitRole; names: string[] }[] {
	const found: { role: UnitRole; names: string[] }[] = [];
	const sign = /(?:đơn vị|cơ quan|bộ phận|phòng|sở)?\s*(chủ trì|phối hợp)(?:\s+thực hiện)?\s*:\s*/giu;
	const marks = [...text.matchAll(sign)];
	for (const [at, mark] of marks.entries()) {
		const words = text
			.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length)
			.split(/\.\s|\n|;\s*(?=thời gian|thời hạn|sản phẩm|hoàn thành)/iu)[0]!;
		const names = splitNames(words.replace(/[\s.;,]+$/, '')).filter(
			(name) => name.length > 2 && name.length < 160
		);
		if (names.length > 0) found.push({ role: /chủ/iu.test(mark[1]!) ? 'lead' : 'coordinate', names });
	}
	return found;
}
