/** The drawings of the covers, on 100 x 100. Flat shapes in four inks, in the manner of a paper cut. */
export type Ink = 'ground' | 'mid' | 'deep' | 'paper' | 'gold';
/** Filled, or drawn as a line of that width. */
export type Shape = { d: string; ink: Ink; line?: number };

const n = (value: number): string => String(Math.round(value * 10) / 10);
const fill = (ink: Ink, ...d: string[]): Shape => ({ d: d.join(''), ink });
const line = (ink: Ink, width: number, ...d: string[]): Shape => ({ d: d.join(''), ink, line: width });
const box = (x: number, y: number, w: number, h: number, r = 0): string =>
	r === 0
		? `M${x} ${y}h${w}v${h}h${-w}z`
		: `M${n(x + r)} ${y}h${n(w - 2 * r)}a${r} ${r} 0 0 1 ${r} ${r}v${n(h - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${r}h${n(2 * r - w)}a${r} ${r} 0 0 1 ${-r} ${-r}v${n(2 * r - h)}a${r} ${r} 0 0 1 ${r} ${-r}z`;
const disc = (x: number, y: number, r: number): string =>
	`M${n(x - r)} ${y}a${r} ${r} 0 1 0 ${n(2 * r)} 0a${r} ${r} 0 1 0 ${n(-2 * r)} 0z`;
const star = (x: number, y: number, r: number, points = 5, inner = 0.42): string =>
	`M${Array.from({ length: points * 2 }, (_, index) => {
		const radius = index % 2 ? r * inner : r;
		const angle = (index * Math.PI) / points - Math.PI / 2;
		return `${n(x + radius * Math.cos(angle))} ${n(y + radius * Math.sin(angle))}`;
	}).join('L')}z`;
/** A ring of the same shape. */
const around = (
	count: number,
	x: number,
	y: number,
	r: number,
	each: (x: number, y: number, angle: number) => string
): string =>
	Array.from({ length: count }, (_, index) => {
		const angle = (index * 2 * Math.PI) / count - Math.PI / 2;
		return each(x + r * Math.cos(angle), y + r * Math.sin(angle), angle);
	}).join('');
const tick = (x: number, y: number, s: number): string =>
	`M${n(x - s)} ${y}l${n(s * 0.75)} ${n(s * 0.75)}l${n(s * 1.4)} ${n(-s * 1.5)}`;

const sheet = [fill('deep', box(25, 13, 56, 78, 4)), fill('paper', box(21, 9, 56, 78, 4))];

export const motifs: Record<string, Shape[]> = {
	'hoa sen': [
		fill('deep', disc(50, 50, 46)),
		fill('mid', 'M50 84C20 82 6 62 8 46C26 46 42 60 50 84zM50 84C80 82 94 62 92 46C74 46 58 60 50 84z'),
		fill('paper', 'M50 84C28 76 18 50 24 30C40 38 50 60 50 84zM50 84C72 76 82 50 76 30C60 38 50 60 50 84z'),
		fill('gold', 'M50 84C36 66 36 34 50 18C64 34 64 66 50 84z')
	],
	'biển tên': [
		fill('deep', box(24, 18, 6, 76), box(70, 18, 6, 76)),
		fill('paper', box(8, 20, 84, 44, 4)),
		line('gold', 2.5, box(13, 25, 74, 34, 2)),
		fill('ground', star(50, 36, 7), box(24, 47, 52, 4, 2))
	],
	'bản đồ': [
		fill('paper', 'M8 26l28-10v62L8 88zM64 26l28-10v62L64 88z'),
		fill('gold', 'M36 16l28 10v62L36 78z'),
		line('mid', 3, 'M14 66c12-14 18 6 30-10s22-6 42-20'),
		fill('deep', 'M58 54c-9-12-13-17-13-24a13 13 0 0 1 26 0c0 7-4 12-13 24z'),
		fill('paper', disc(58, 30, 5))
	],
	'bảng tin': [
		fill('deep', box(18, 60, 5, 34), box(77, 60, 5, 34), 'M2 22L50 4l48 18z'),
		fill('paper', box(8, 22, 84, 46, 2)),
		fill('gold', box(14, 28, 22, 34)),
		fill('mid', box(40, 28, 22, 15), box(66, 28, 20, 34)),
		fill('gold', box(40, 47, 22, 15)),
		line('deep', 2, 'M18 36h14M18 42h14M18 48h9M70 36h12M70 42h12M44 34h14M44 53h14')
	],
	'bảng ghim': [
		fill('deep', box(6, 12, 88, 74, 5)),
		fill('mid', box(11, 17, 78, 64, 2)),
		fill('paper', 'M18 26l28-3 3 34-28 3zM56 22l26 3-3 26-26-3z'),
		fill('gold', 'M54 56l28-2 1 20-28 2zM24 66h20v10H24z'),
		fill('ground', disc(33, 27, 3), disc(69, 27, 3), disc(68, 58, 3))
	],
	'bảng điểm': [
		...sheet,
		fill('gold', box(29, 56, 9, 22), box(44, 44, 9, 34), box(59, 32, 9, 46)),
		line('deep', 2.5, 'M27 79h44'),
		line('mid', 3, 'M29 22h30M29 30h18')
	],
	'con dấu': [
		line('gold', 4, disc(66, 68, 26)),
		line('gold', 1.5, disc(66, 68, 20)),
		fill('gold', star(66, 68, 12)),
		fill('paper', 'M26 54c0-10-10-14-10-28a18 18 0 0 1 36 0c0 14-10 18-10 28z', box(8, 54, 52, 12, 3)),
		fill('deep', box(12, 68, 44, 5, 1))
	],
	'con đường': [
		fill('gold', disc(68, 30, 15)),
		fill('mid', 'M0 58C22 40 40 44 54 54S84 50 100 56V94H0z'),
		fill('deep', 'M46 52h8L86 94H14z'),
		line('paper', 2.5, 'M50 56v5M50 66v7M50 79v10'),
		line('paper', 2, 'M46 52L14 94M54 52l32 42')
	],
	'giấy hẹn': [
		...sheet,
		line('mid', 3, 'M29 22h40M29 31h28M29 40h34'),
		fill('gold', disc(62, 68, 20)),
		fill('paper', disc(62, 68, 15)),
		line('deep', 3, 'M62 58v10l7 5')
	],
	'hoa đào': [
		line('deep', 5, 'M4 92C30 82 44 66 58 50S84 20 96 14'),
		line('deep', 3, 'M40 68C36 52 28 44 18 40M70 36c12 2 18 8 22 16'),
		fill(
			'paper',
			around(5, 56, 50, 13, (x, y) => disc(x, y, 11)),
			around(5, 22, 36, 8, (x, y) => disc(x, y, 6.5))
		),
		fill('gold', disc(56, 50, 6), disc(22, 36, 4), disc(90, 56, 5), disc(84, 20, 5)),
		fill('paper', disc(94, 50, 4), disc(78, 15, 4))
	],
	'hòm thư': [
		fill('deep', box(46, 66, 8, 30)),
		fill('gold', 'M12 68V40a20 20 0 0 1 20-20h38a20 20 0 0 1 20 20v28z'),
		fill('mid', 'M12 68V40a20 20 0 0 1 40 0v28z'),
		fill('deep', box(22, 40, 20, 5, 2)),
		fill('paper', 'M34 8l34 6-4 24-34-6z'),
		line('ground', 2, 'M34 8l14 15 20-9')
	],
	'kính lúp': [
		...sheet,
		line('mid', 3, 'M29 22h40M29 32h40M29 42h30M29 52h22'),
		line('deep', 9, 'M76 76l18 18'),
		fill('gold', disc(62, 60, 23)),
		fill('paper', disc(62, 60, 17)),
		line('ground', 4, tick(61, 60, 9))
	],
	'lá chắn': [
		fill('deep', 'M52 8l36 12v26c0 24-16 40-36 48C32 86 16 70 16 46V20z'),
		fill('paper', 'M50 5l36 12v26c0 24-16 40-36 48C30 83 14 67 14 43V17z'),
		fill('gold', 'M50 14l28 9v20c0 19-12 31-28 38z'),
		line('deep', 6, tick(48, 48, 16))
	],
	'máy quét': [
		fill('paper', box(26, 6, 48, 44, 2)),
		line('mid', 3, 'M34 16h32M34 25h32M34 34h20'),
		fill('deep', box(8, 44, 84, 40, 6)),
		fill('gold', box(16, 52, 68, 6, 2)),
		fill('mid', box(16, 64, 30, 12, 2)),
		fill('paper', disc(72, 70, 5))
	],
	'ngã ba': [
		fill('deep', box(46, 8, 8, 88, 2)),
		fill('paper', 'M24 18h52l16 12-16 12H24z'),
		fill('gold', 'M76 50H24L8 62l16 12h52z'),
		line('mid', 3, 'M32 30h38'),
		line('deep', 3, 'M34 62h36')
	],
	'ngọn đèn': [
		line('gold', 4, 'M50 2v10M14 18l7 7M86 18l-7 7M2 50h10M88 50h10'),
		fill('paper', 'M50 20a28 28 0 0 1 16 51v9H34v-9a28 28 0 0 1 16-51z'),
		fill('gold', 'M50 36c9 9 10 15 10 20a10 10 0 0 1-20 0c0-5 1-11 10-20z'),
		fill('deep', box(35, 82, 30, 5, 2), box(39, 89, 22, 5, 2))
	],
	'phiếu khảo sát': [
		...sheet,
		fill('gold', box(36, 4, 26, 11, 3)),
		fill('mid', disc(34, 34, 6), disc(34, 52, 6), disc(34, 70, 6)),
		line('paper', 2.5, tick(33.5, 34, 3), tick(33.5, 52, 3)),
		line('deep', 3, 'M46 34h22M46 52h22M46 70h14')
	],
	'bàn tay': [
		fill('deep', disc(50, 50, 46)),
		fill(
			'paper',
			box(30, 22, 10, 40, 5),
			box(42, 14, 10, 44, 5),
			box(54, 17, 10, 44, 5),
			box(66, 28, 9, 34, 4.5)
		),
		fill('paper', 'M30 48h45v16c0 16-9 26-23 26-12 0-18-6-24-16L18 60c-3-5 4-10 8-6l5 6z'),
		fill('gold', star(53, 66, 10))
	],
	'mũi tên': [
		fill('mid', box(10, 70, 18, 22), box(32, 56, 18, 36), box(54, 40, 18, 52), box(76, 24, 16, 68)),
		line('gold', 7, 'M8 56L34 38l16 10 34-32'),
		fill('gold', 'M68 8l24-2-4 24z'),
		line('paper', 3, 'M4 93h92')
	],
	'bàn tiếp dân': [
		fill('paper', disc(26, 28, 11), 'M8 62c0-14 7-21 18-21s18 7 18 21z'),
		fill('gold', disc(74, 28, 11), 'M56 62c0-14 7-21 18-21s18 7 18 21z'),
		fill('deep', box(2, 60, 96, 9, 2), box(10, 69, 7, 26), box(83, 69, 7, 26)),
		fill('paper', box(40, 50, 20, 10))
	],
	'cuốn sổ': [
		fill('deep', box(10, 18, 84, 66, 3)),
		fill('paper', 'M8 16c16-5 30-3 42 5v62c-12-8-26-10-42-5z'),
		fill('gold', 'M92 16c-16-5-30-3-42 5v62c12-8 26-10 42-5z'),
		line('mid', 2.5, 'M16 30c9-2 18-1 26 3M16 42c9-2 18-1 26 3M16 54c9-2 18-1 26 3'),
		line('deep', 2.5, 'M84 30c-9-2-18-1-26 3M84 42c-9-2-18-1-26 3M84 54c-9-2-18-1-26 3')
	],
	'mái nhà': [
		fill('gold', 'M2 40C14 40 24 34 34 18h32c10 16 20 22 32 22-6 8-14 10-22 10H24C16 50 8 48 2 40z'),
		fill('deep', box(18, 50, 64, 36)),
		fill(
			'paper',
			box(22, 52, 6, 34),
			box(40, 52, 6, 34),
			box(54, 52, 6, 34),
			box(72, 52, 6, 34),
			box(10, 86, 80, 6)
		),
		line('paper', 2.5, 'M34 18h32M30 26h40')
	],
	'chuông nhỏ': [
		fill('deep', disc(50, 88, 8)),
		fill('paper', 'M50 12c-20 0-28 15-28 34 0 20-8 26-14 34h84c-6-8-14-14-14-34 0-19-8-34-28-34z'),
		fill('gold', box(8, 76, 84, 7, 3), disc(50, 11, 6)),
		line('mid', 3, 'M34 44c0-10 4-17 11-20')
	],
	'tờ lịch': [
		fill('deep', box(14, 18, 80, 74, 5)),
		fill('paper', box(8, 12, 80, 74, 5)),
		fill('gold', 'M13 12h70a5 5 0 0 1 5 5v15H8V17a5 5 0 0 1 5-5z'),
		line('deep', 5, 'M28 6v14M68 6v14'),
		fill(
			'mid',
			...[18, 36, 54, 72].flatMap((x) => [box(x - 2, 42, 10, 9, 1), box(x - 2, 56, 10, 9, 1)]),
			box(16, 70, 10, 9, 1)
		),
		line('ground', 4, tick(50, 74, 7))
	],
	'ví giấy tờ': [
		fill('deep', box(10, 26, 84, 62, 6)),
		fill('paper', box(18, 10, 70, 46, 4)),
		fill('mid', disc(36, 27, 8), 'M23 46c0-8 5-11 13-11s13 3 13 11z'),
		line('gold', 3, 'M56 22h24M56 30h24M56 38h14'),
		fill('gold', 'M8 50h84v34a6 6 0 0 1-6 6H14a6 6 0 0 1-6-6z'),
		fill('deep', disc(74, 69, 6))
	],
	'vòng tròn': [
		fill('deep', disc(50, 50, 46)),
		line('gold', 3, disc(50, 50, 34)),
		fill(
			'paper',
			around(8, 50, 50, 34, (x, y) => disc(x, y, 8))
		),
		fill('gold', disc(50, 50, 14)),
		fill('deep', star(50, 50, 9))
	],
	'điện thoại': [
		fill('deep', box(22, 6, 46, 90, 8)),
		fill('paper', box(27, 15, 36, 68, 2)),
		fill(
			'mid',
			box(32, 21, 26, 14, 2),
			box(32, 40, 11, 11, 2),
			box(47, 40, 11, 11, 2),
			box(32, 56, 26, 6, 2)
		),
		fill('gold', 'M56 34h34a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H78l-10 10V64H56a6 6 0 0 1-6-6V40a6 6 0 0 1 6-6z'),
		line('deep', 4, tick(72, 49, 8))
	],
	'dấu tích': [
		fill('deep', disc(53, 53, 42)),
		fill('paper', disc(49, 49, 42)),
		line('gold', 3, disc(49, 49, 34)),
		line('ground', 10, tick(47, 50, 18))
	],
	'sáu ô': [
		fill('paper', box(6, 16, 27, 32, 4), box(67, 16, 27, 32, 4), box(36.5, 54, 27, 32, 4)),
		fill('gold', box(36.5, 16, 27, 32, 4), box(6, 54, 27, 32, 4), box(67, 54, 27, 32, 4)),
		fill('ground', disc(19.5, 32, 7), star(80.5, 32, 9), box(43, 65, 14, 10)),
		fill('deep', 'M50 23l8 16H42z', box(12, 63, 15, 4), box(12, 72, 15, 4), disc(80.5, 70, 7))
	],
	'trống đồng': [
		fill('deep', disc(50, 50, 47)),
		line('gold', 2, disc(50, 50, 43), disc(50, 50, 30), disc(50, 50, 20)),
		fill('gold', star(50, 50, 18, 12, 0.38)),
		fill(
			'paper',
			around(16, 50, 50, 36.5, (x, y) => disc(x, y, 2.6))
		),
		fill(
			'gold',
			around(24, 50, 50, 25, (x, y) => disc(x, y, 1.5))
		)
	],
	loa: [
		fill('deep', 'M30 60l8 30h12l-6-30z'),
		fill('paper', 'M10 40a6 6 0 0 1 6-6h20l40-22v76L36 66H16a6 6 0 0 1-6-6z'),
		fill('gold', 'M76 12a38 38 0 0 1 0 76z'),
		line('mid', 3, 'M36 34v32')
	]
};
