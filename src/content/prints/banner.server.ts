/** A banner drawn: ready for the print shop as PDF (one to ten, bleed, crop marks, CMYK), to look at and pass on as PNG. */
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { fontFile } from '#procedures/print/fonts.server.ts';
import { bannerSizes, fit, type BannerSize, type BannerStyle, type Setting } from './banner.ts';
import { measureText, pathOf } from './outline.server.ts';

export type Banner = { text: string; size: BannerSize; style: BannerStyle; wardName: string };

type Ink = { screen: string; print: [number, number, number, number] };
const inks = {
	red: { screen: '#c8141c', print: [5, 100, 100, 5] },
	blue: { screen: '#0b4a8f', print: [100, 70, 0, 15] },
	gold: { screen: '#ffdd1f', print: [0, 8, 95, 0] },
	white: { screen: '#ffffff', print: [0, 0, 0, 0] }
} as const satisfies Record<string, Ink>;
type InkName = keyof typeof inks;

const looks: Record<BannerStyle, { ground: InkName; words: InkName; line: InkName }> = {
	red_gold: { ground: 'red', words: 'gold', line: 'white' },
	red_white: { ground: 'red', words: 'white', line: 'gold' },
	blue_white: { ground: 'blue', words: 'white', line: 'gold' }
};

type Drawing = {
	width: number;
	height: number;
	ground: InkName;
	shapes: { d: string; ink: InkName }[];
	setting: Setting;
};

/** Goes over the edge on every side and is cut or folded away (millimetres, true size). */
const BLEED = 30;

/** Everything on it, in millimetres of true size from the corner of the finished banner. */
export function drawBanner({ text, size, style, wardName }: Banner): Drawing {
	const { width, height } = bannerSizes[size];
	const look = looks[style];
	const short = Math.min(width, height);
	const frame = short * 0.045;
	const side = frame + short * (width > 2 * height ? 0.12 : 0.07);
	const name = `ỦY BAN NHÂN DÂN ${wardName}`.toLocaleUpperCase('vi');
	const measuredName = measureText(name, 'bold');
	const lying = width > 2 * height;
	const nameSize = Math.min(short * 0.075, (width - 2 * side) / measuredName.width);
	const nameLine = height - frame - short * (lying ? 0.05 : 0.07) - measuredName.bottom * nameSize;
	const nameTop = nameLine - measuredName.top * nameSize;
	const from = frame + short * 0.05;
	const room = {
		width: width - 2 * side,
		height: nameTop - short * (lying ? 0.05 : 0.14) - from,
		tallest: short * 0.62
	};
	const setting = fit(text.toLocaleUpperCase('vi'), room, (words) => measureText(words, 'bold'));
	const shapes: Drawing['shapes'] = [{ d: frameOf(width, height, frame, short * 0.006), ink: look.line }];
	const high = setting.top + setting.bottom + (setting.lines.length - 1) * setting.pitch;
	let y = from + (room.height - high) / 2 + setting.top;
	for (const line of setting.lines) {
		const across = measureText(line, 'bold').width * setting.size;
		shapes.push({
			d: pathOf(line, 'bold', { x: (width - across) / 2, y, size: setting.size }),
			ink: look.words
		});
		y += setting.pitch;
	}
	const nameAcross = measuredName.width * nameSize;
	const left = (width - nameAcross) / 2;
	shapes.push({
		d: pathOf(name, 'bold', { x: left, y: nameLine, size: nameSize }),
		ink: look.line
	});
	const rule = { long: short * 0.3, thick: short * 0.007, middle: nameLine - nameSize * 0.35 };
	if (lying)
		for (const x of [left - rule.long - nameSize, left + nameAcross + nameSize])
			shapes.push({ d: box(x, rule.middle, rule.long, rule.thick), ink: look.line });
	else
		shapes.push({
			d: box((width - rule.long) / 2, nameTop - short * 0.07, rule.long, rule.thick),
			ink: look.line
		});
	return { width, height, ground: look.ground, shapes, setting };
}

const box = (x: number, y: number, width: number, height: number): string =>
	`M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;

/** A thin line along the edge: the inner box runs the other way, so that it stays open. */
function frameOf(width: number, height: number, at: number, thick: number): string {
	const [left, top, right, bottom] = [at + thick, at + thick, width - at - thick, height - at - thick];
	return `${box(at, at, width - 2 * at, height - 2 * at)}M${left} ${top}L${left} ${bottom}L${right} ${bottom}L${right} ${top}Z`;
}

/** To look at in a page: the finished banner without its bleed. */
export function bannerSvg(banner: Banner): string {
	const { width, height, ground, shapes } = drawBanner(banner);
	const paths = shapes.map(({ d, ink }) => `<path d="${d}" fill="${inks[ink].screen}"/>`).join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${inks[ground].screen}"/>${paths}</svg>`;
}

/** Longest side of the picture in points of the screen: sharp enough to print from, small enough for a small machine. */
const LONGEST = 8000;

export async function bannerPng(banner: Banner, longest = LONGEST): Promise<Buffer> {
	const { width, height } = bannerSizes[banner.size];
	const scale = longest / Math.max(width, height);
	const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
	const svg = bannerSvg(banner).replace('<svg ', `<svg width="${w}" height="${h}" `);
	return sharp(Buffer.from(svg), { unlimited: true })
		.png({ palette: true, colours: 64, compressionLevel: 9 })
		.withMetadata({ density: Math.round((scale * 25.4 + Number.EPSILON) * 100) / 100 })
		.toBuffer();
}

const SCALE = 10;
const points = (millimetres: number): number => (millimetres / SCALE) * (72 / 25.4);
/** Room around the bleed for crop marks and a line for the print shop, in points. */
const SLUG = 30;

/** For the print shop: one to ten (PDF ends at 5 m), with bleed and crop marks, letters as outlines. */
export async function bannerPdf(banner: Banner, day: string): Promise<Buffer> {
	const drawing = drawBanner(banner);
	const [width, height, bleed] = [points(drawing.width), points(drawing.height), points(BLEED)];
	const edge = SLUG + bleed;
	const pdf = new PDFDocument({
		size: [width + 2 * edge, height + 2 * edge],
		margin: 0,
		font: null as unknown as string,
		lang: 'vi-VN',
		displayTitle: true,
		info: {
			Title: `${banner.text.replaceAll('\n', ' ')} (${bannerSizes[banner.size].label}, tỉ lệ 1:${SCALE})`,
			Author: `Ủy ban nhân dân ${banner.wardName}`,
			CreationDate: new Date(`${day}T08:00:00+07:00`)
		}
	});
	const chunks: Buffer[] = [];
	const done = new Promise<void>((resolve, reject) => {
		pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
		pdf.on('end', resolve);
		pdf.on('error', reject);
	});
	Object.assign((pdf.page as unknown as { dictionary: { data: object } }).dictionary.data, {
		TrimBox: [edge, edge, edge + width, edge + height],
		BleedBox: [SLUG, SLUG, SLUG + width + 2 * bleed, SLUG + height + 2 * bleed]
	});
	pdf
		.rect(SLUG, SLUG, width + 2 * bleed, height + 2 * bleed)
		.fillColor(inks[drawing.ground].print as unknown as [number, number, number, number])
		.fill();
	pdf.save().translate(edge, edge).scale(points(1));
	for (const { d, ink } of drawing.shapes)
		pdf
			.path(d)
			.fillColor(inks[ink].print as unknown as [number, number, number, number])
			.fill();
	pdf.restore();
	drawMarks(pdf, { width, height, edge });
	pdf
		.font(fontFile('regular') as Buffer)
		.fontSize(6)
		.fillColor([0, 0, 0, 100]);
	pdf.text(
		`${bannerSizes[banner.size].label} · tệp tỉ lệ 1:${SCALE} · bù xén mỗi cạnh ${BLEED / 10} cm (khổ thật)`,
		edge + 4,
		8,
		{
			lineBreak: true,
			width: width - 8,
			height: 18
		}
	);
	pdf.end();
	await done;
	return Buffer.concat(chunks);
}

function drawMarks(
	pdf: InstanceType<typeof PDFDocument>,
	{ width, height, edge }: { width: number; height: number; edge: number }
): void {
	const long = SLUG - 8;
	pdf.lineWidth(0.4).strokeColor([0, 0, 0, 100]);
	for (const x of [edge, edge + width])
		for (const y of [4, 2 * edge + height - 4 - long])
			pdf
				.moveTo(x, y)
				.lineTo(x, y + long)
				.stroke();
	for (const y of [edge, edge + height])
		for (const x of [4, 2 * edge + width - 4 - long])
			pdf
				.moveTo(x, y)
				.lineTo(x + long, y)
				.stroke();
}
