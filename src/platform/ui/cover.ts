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

/** A ground repeats a small tile, or is drawn once over the whole field. */
type Ground = { d: string; tile?: { width: number; height: number }; line: number };

/** Fish-scale waves, as on old woodwork. */
const arcs = (x: number, y: number): string =>
	[18, 12, 6].map((r) => `M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0`).join('');
const scales: Ground = {
	tile: { width: 36, height: 36 },
	line: 1.6,
	d: arcs(18, 18) + arcs(0, 36) + arcs(36, 36)
};
/** The sun of a bronze drum. */
const rays: Ground = {
	line: 1.6,
	d: Array.from({ length: 24 }, (_, index) => {
		const angle = (index * Math.PI) / 12;
		const at = (r: number) =>
			`${(160 + r * Math.cos(angle)).toFixed(1)} ${(90 + r * Math.sin(angle)).toFixed(1)}`;
		return `M${at(72)}L${at(240)}`;
	})
		.concat('M98 90a62 62 0 1 0 124 0a62 62 0 1 0-124 0', 'M88 90a72 72 0 1 0 144 0a72 72 0 1 0-144 0')
		.join('')
};
/** Rice terraces. */
const fields: Ground = {
	line: 1.6,
	d: Array.from({ length: 9 }, (_, index) => {
		const y = 14 + index * 20;
		const sway = index % 2 ? 16 : -14;
		return `M-10 ${y}C60 ${y - sway} 110 ${y + sway} 170 ${y}S280 ${y - sway} 330 ${y}`;
	}).join('')
};
/** Floor tiles of an old house. */
const tiles: Ground = {
	tile: { width: 30, height: 60 },
	line: 1.6,
	d: 'M15 2l13 13l-13 13l-13-13zM0 32l13 13l-13 13M30 32l-13 13l13 13'
};
const bamboo: Ground = {
	tile: { width: 66, height: 90 },
	line: 2.6,
	d: 'M11 0V90M7 22h8M33 0V90M29 58h8M55 0V90M51 36h8M51 80h8'
};
const grounds = [scales, rays, fields, tiles, bamboo];

export type DrawnCover = { inks: Inks; ground: Ground; shapes: Shape[] };

/** Which picture belongs to a palette and a motif; unknown words still get one of their own. */
export function draw(palette: string, motif: string): DrawnCover {
	const inks = palettes[palette] ?? palettes['red']!;
	const key = motif.normalize('NFC').trim().toLocaleLowerCase('vi');
	const seed = numberOf(`${key}/${palette}`);
	const ground = grounds[seed % grounds.length]!;
	const known = motifs[key] ?? Object.entries(motifs).find(([word]) => key.includes(word))?.[1];
	return { inks, ground, shapes: known ?? motifs['hoa sen']! };
}

/** The same picture as a file of its own, for the preview other sites show of a link; 1200 x 630 is what they ask for. */
export function drawFile(palette: string, motif: string): string {
	const { inks, ground, shapes } = draw(palette, motif);
	const lines = `fill="none" stroke="${inks.mid}" stroke-width="${ground.line}" opacity="0.75"`;
	const back = ground.tile
		? `<pattern id="nen" width="${ground.tile.width}" height="${ground.tile.height}" patternUnits="userSpaceOnUse"><path d="${ground.d}" ${lines}/></pattern><rect width="320" height="180" fill="url(#nen)"/>`
		: `<path d="${ground.d}" ${lines}/>`;
	const front = shapes
		.map(({ d, ink, line }) =>
			line
				? `<path d="${d}" fill="none" stroke="${inks[ink]}" stroke-width="${line}"/>`
				: `<path d="${d}" fill="${inks[ink]}"/>`
		)
		.join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 6 320 168" preserveAspectRatio="xMidYMid slice"><rect width="320" height="180" fill="${inks.ground}"/>${back}<g transform="translate(98 28) scale(1.24)" stroke-linejoin="round" stroke-linecap="round">${front}</g></svg>`;
}
