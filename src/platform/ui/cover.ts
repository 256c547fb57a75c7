/**
 * Drawn covers: a story without a photo gets a picture made from its palette and its motif, always the same one, so
 * that no page needs somebody else's pictures. Motifs are drawn on a field of 100 x 100, grounds on 320 x 180.
 */
import { motifs, type Shape } from './cover-motifs.ts';

type Inks = { ground: string; mid: string; deep: string; paper: string; gold: string };

const palettes: Record<string, Inks> = {
	red: { ground: '#8f1219', mid: '#a92a2c', deep: '#5c080d', paper: '#fff3dc', gold: '#f3c65a' },
	gold: { ground: '#d89d2e', mid: '#e7b856', deep: '#6e3f06', paper: '#fffaf0', gold: '#8f1219' },
	green: { ground: '#1d5b45', mid: '#2e7359', deep: '#0b3526', paper: '#f5f4e2', gold: '#f0c75e' },
	blue: { ground: '#1f4d78', mid: '#316795', deep: '#0d2d4c', paper: '#f1f6fb', gold: '#f2c65c' },
	earth: { ground: '#7b4c2c', mid: '#93633f', deep: '#472813', paper: '#fbf1e1', gold: '#efc063' }
};

/** A small number that stays the same for the same words (FNV-1a). */
function numberOf(words: string): number {
	let hash = 0x811c9dc5;
	for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
	return hash;
}

const scales = (): string[] => {
	// Fish-scale waves, as on old woodwork.
	const arcs: string[] = [];
	for (let row = 0; row * 18 < 216; row++) {
		for (let x = row % 2 ? -18 : 0; x < 340; x += 36) {
			for (const r of [18, 12, 6]) arcs.push(`M${x - r} ${row * 18}a${r} ${r} 0 0 1 ${2 * r} 0`);
		}
	}
	return arcs;
};
const rays = (): string[] =>
	Array.from({ length: 24 }, (_, index) => {
		const at = (angle: number, r: number) => `${(160 + r * Math.cos(angle)).toFixed(1)} ${(96 + r * Math.sin(angle)).toFixed(1)}`;
		const a = (index * Math.PI) / 12;
		return `M${at(a, 62)}L${at(a, 240)}`;
	}).concat(['M98 96a62 62 0 1 0 124 0a62 62 0 1 0-124 0', 'M88 96a72 72 0 1 0 144 0a72 72 0 1 0-144 0']);
const fields = (): string[] =>
	Array.from({ length: 9 }, (_, index) => {
		const y = 24 + index * 20;
		const sway = index % 2 ? 16 : -14;
		return `M-10 ${y}C60 ${y - sway} 110 ${y + sway} 170 ${y}S280 ${y - sway} 330 ${y}`;
	});
const tiles = (): string[] => {
	const lines: string[] = [];
	for (let y = 0; y < 190; y += 30) {
		for (let x = (y / 30) % 2 ? -15 : 0; x < 330; x += 30) lines.push(`M${x} ${y - 13}l13 13l-13 13l-13-13z`);
	}
	return lines;
};
const bamboo = (): string[] => {
	const lines: string[] = [];
	for (let x = 10; x < 330; x += 22) {
		const lift = (x * 7) % 46;
		lines.push(`M${x} -4V184`, `M${x - 4} ${40 + lift}h8`, `M${x - 4} ${106 + lift}h8`);
	}
	return lines;
};
const grounds = [scales, rays, fields, tiles, bamboo];

export type DrawnCover = { inks: Inks; ground: string; groundWidth: number; shapes: Shape[] };

/** Which picture belongs to a palette and a motif; unknown words still get one of their own. */
export function draw(palette: string, motif: string): DrawnCover {
	const inks = palettes[palette] ?? palettes['red']!;
	const key = motif.normalize('NFC').trim().toLocaleLowerCase('vi');
	const seed = numberOf(`${key}/${palette}`);
	const ground = grounds[seed % grounds.length]!;
	const known = motifs[key] ?? Object.entries(motifs).find(([word]) => key.includes(word))?.[1];
	return {
		inks,
		ground: ground().join(''),
		groundWidth: ground === bamboo ? 3 : 1.6,
		shapes: known ?? motifs['hoa sen']!
	};
}
