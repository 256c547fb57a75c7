/**
 * Automatic numbering of Word. The marker a reader sees ("I.", "a)") often stands nowhere in the text: it is counted
 * from word/numbering.xml and from the paragraph styles of word/styles.xml, as Word does it.
 */
import { readXml } from './xml.ts';

type Level = { format: string; text: string; start: number; restart: number | null };
export type NumberingRef = { id: string; level: number };

export class DocxNumbering {
	readonly #abstract = new Map<string, Map<number, Level>>();
	readonly #abstractOf = new Map<string, string>();
	readonly #overrides = new Map<string, Map<number, Partial<Level>>>();
	readonly #styles = new Map<string, { ref: Partial<NumberingRef>; basedOn?: string }>();
	readonly #counts = new Map<string, number[]>();
	readonly #begun = new Set<string>();

	constructor(numbering: string | null, styles: string | null) {
		if (numbering) this.#readNumbering(numbering);
		if (styles) this.#readStyles(styles);
	}

	#readNumbering(xml: string): void {
		let abstractId = '';
		let num = '';
		let level = -1;
		let override = -1;
		let current: Partial<Level> | undefined;
		readXml(xml, {
			open: (name, attribute) => {
				const value = (): string => attribute('w:val') ?? '';
				if (name === 'w:abstractNum') {
					abstractId = attribute('w:abstractNumId') ?? '';
					num = '';
					this.#abstract.set(abstractId, new Map());
				} else if (name === 'w:num') {
					num = attribute('w:numId') ?? '';
					abstractId = '';
				} else if (name === 'w:abstractNumId' && num) this.#abstractOf.set(num, value());
				else if (name === 'w:lvlOverride') {
					override = Number(attribute('w:ilvl'));
					const all = this.#overrides.get(num) ?? new Map<number, Partial<Level>>();
					this.#overrides.set(num, all.set(override, {}));
				} else if (name === 'w:startOverride')
					this.#overrides.get(num)!.get(override)!.start = Number(value());
				else if (name === 'w:lvl') {
					level = Number(attribute('w:ilvl'));
					const fresh: Level = { format: 'decimal', text: '', start: 1, restart: null };
					current = fresh;
					if (num) {
						const given: Partial<Level> = { ...this.#overrides.get(num)?.get(level) };
						const all = this.#overrides.get(num) ?? new Map<number, Partial<Level>>();
						current = Object.assign(fresh, given);
						this.#overrides.set(num, all.set(level, current));
					} else this.#abstract.get(abstractId)?.set(level, fresh);
				} else if (current && name === 'w:start') current.start = Number(value());
				else if (current && name === 'w:numFmt') current.format = value();
				else if (current && name === 'w:lvlText') current.text = value();
				else if (current && name === 'w:lvlRestart') current.restart = Number(value());
			},
			close: (name) => {
				if (name === 'w:lvl') current = undefined;
			},
			text: () => undefined
		});
	}

	#readStyles(xml: string): void {
		let style: { ref: Partial<NumberingRef>; basedOn?: string } | undefined;
		readXml(xml, {
			open: (name, attribute) => {
				if (name === 'w:style') {
					style = { ref: {} };
					this.#styles.set(attribute('w:styleId') ?? '', style);
				} else if (style && name === 'w:basedOn') style.basedOn = attribute('w:val');
				else if (style && name === 'w:numId') style.ref.id = attribute('w:val');
				else if (style && name === 'w:ilvl') style.ref.level = Number(attribute('w:val'));
			},
			close: (name) => {
				if (name === 'w:style') style = undefined;
			},
			text: () => undefined
		});
	}

	/** Marker of the next paragraph, which moves the count on; empty without numbering. */
	next(style: string | undefined, own: Partial<NumberingRef>): string {
		const ref = this.#resolve(style, own);
		if (!ref) return '';
		const abstract = this.#abstractOf.get(ref.id);
		if (abstract === undefined) return '';
		const level = this.#level(ref.id, ref.level);
		if (!level) return '';
		if (level.format === 'bullet') return bullet(level.text);
		const counts = this.#counts.get(abstract) ?? [];
		this.#counts.set(abstract, counts);
		// A list of its own start begins again the first time it is used.
		const key = `${ref.id}/${ref.level}`;
		const restarts =
			this.#overrides.get(ref.id)?.get(ref.level)?.start !== undefined && !this.#begun.has(key);
		this.#begun.add(key);
		counts[ref.level] = restarts || counts[ref.level] === undefined ? level.start : counts[ref.level]! + 1;
		for (let deeper = ref.level + 1; deeper < counts.length; deeper += 1) {
			const restart = this.#level(ref.id, deeper)?.restart ?? null;
			if (restart !== 0 && (restart === null || ref.level < restart)) delete counts[deeper];
		}
		if (level.format === 'none') return '';
		return level.text
			.replace(/%(\d)/g, (_, digit: string) => {
				const at = Number(digit) - 1;
				const other = this.#level(ref.id, at) ?? level;
				return written(counts[at] ?? other.start, at === ref.level ? level.format : other.format);
			})
			.trim();
	}

	#resolve(style: string | undefined, own: Partial<NumberingRef>): NumberingRef | null {
		let { id, level } = own;
		for (let name = style, steps = 0; name && steps < 12; steps += 1) {
			const found = this.#styles.get(name);
			if (!found) break;
			id ??= found.ref.id;
			level ??= found.ref.level;
			name = found.basedOn;
		}
		return id === undefined || id === '0' ? null : { id, level: level ?? 0 };
	}

	#level(num: string, level: number): Level | undefined {
		const base = this.#abstract.get(this.#abstractOf.get(num) ?? '')?.get(level);
		const over = this.#overrides.get(num)?.get(level);
		if (!base)
			return over?.text !== undefined
				? ({ format: 'decimal', start: 1, restart: null, ...over } as Level)
				: undefined;
		return over ? { ...base, ...over } : base;
	}
}

function bullet(text: string): string {
	if (text === '+' || text === '*') return text;
	return '-';
}

function written(count: number, format: string): string {
	switch (format) {
		case 'upperRoman':
			return roman(count);
		case 'lowerRoman':
			return roman(count).toLowerCase();
		case 'lowerLetter':
			return letters(count);
		case 'upperLetter':
			return letters(count).toUpperCase();
		case 'decimalZero':
			return String(count).padStart(2, '0');
		default:
			return String(count);
	}
}

function roman(count: number): string {
	const values: [number, string][] = [
		[100, 'C'],
		[90, 'XC'],
		[50, 'L'],
		[40, 'XL'],
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I']
	];
	let out = '';
	let left = Math.min(count, 399);
	for (const [value, sign] of values) for (; left >= value; left -= value) out += sign;
	return out;
}

function letters(count: number): string {
	const letter = String.fromCharCode(97 + ((count - 1) % 26));
	return letter.repeat(Math.min(5, Math.ceil(count / 26)));
}
