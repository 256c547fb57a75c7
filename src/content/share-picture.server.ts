/**
 * Share picture (ảnh chia sẻ): what a story looks like where its link is posted, 1200 x 630. It carries the title and the
 * ward's name, so that it says where it comes from also when it is passed on without its link.
 */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import sharp, { type OutputInfo } from 'sharp';
import type { Ctx } from '#people/actor.ts';
import type { Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { file } from '#platform/schema.server.ts';
import { draw } from '#platform/ui/cover.ts';
import { fontPath } from '#procedures/print/fonts.server.ts';
import { sharePicture } from './schema.server.ts';
import type { Cover } from './story.ts';

export type OnPicture = { title: string; wardName: string; cover: Pick<Cover, 'palette' | 'motif'> };

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;

/** Draws it. Fits any title: long ones get smaller letters, and beyond five lines an ellipsis. */
export async function drawPicture({ title, wardName, cover }: OnPicture): Promise<Buffer> {
	const drawn = draw(cover.palette, cover.motif);
	const { inks, ground } = drawn;
	const shapes = drawn.shapes
		.map((shape) =>
			shape.line
				? `<path d="${shape.d}" fill="none" stroke="${inks[shape.ink]}" stroke-width="${shape.line}"/>`
				: `<path d="${shape.d}" fill="${inks[shape.ink]}"/>`
		)
		.join('');
	const pattern = ground.tile
		? `<pattern id="p" width="${ground.tile.width}" height="${ground.tile.height}" patternUnits="userSpaceOnUse" patternTransform="scale(2.2)"><path d="${ground.d}"/></pattern><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#p)" stroke="none"/>`
		: `<g transform="scale(3.75 3.5)"><path d="${ground.d}"/></g>`;
	const back = Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${inks.ground}"/><g fill="none" stroke="${inks.mid}" stroke-width="${ground.line}" opacity="0.55">${pattern}</g><g transform="translate(880 40) scale(2.6)" stroke-linejoin="round" stroke-linecap="round" opacity="0.9">${shapes}</g><defs><linearGradient id="g" x1="0" x2="1"><stop offset="0.35" stop-color="${inks.deep}" stop-opacity="0.94"/><stop offset="0.85" stop-color="${inks.deep}" stop-opacity="0"/></linearGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#g)"/><rect x="${MARGIN}" y="${HEIGHT - 118}" width="96" height="6" fill="${inks.gold}"/></svg>`
	);
	const words = await fitted(title, inks.paper);
	const name = await line(wardName, inks.paper);
	return sharp(back)
		.composite([
			{
				input: words.data,
				left: MARGIN,
				top: Math.max(MARGIN, Math.round((HEIGHT - 130 - words.info.height) / 2))
			},
			{ input: name.data, left: MARGIN, top: HEIGHT - 92 }
		])
		.png({ compressionLevel: 9, palette: true })
		.toBuffer();
}

type Drawn = { data: Buffer; info: OutputInfo };

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const text = (words: string, size: number, ink: string, bold: boolean, width?: number): Promise<Drawn> =>
	sharp({
		text: {
			text: `<span foreground="${ink}" font_desc="Be Vietnam Pro ${bold ? 'Bold ' : ''}${size}" line_height="1.12">${escaped(words)}</span>`,
			fontfile: fontPath(bold ? 'bold' : 'regular'),
			rgba: true,
			dpi: 72,
			wrap: 'word-char',
			...(width ? { width } : {})
		}
	})
		.png()
		.toBuffer({ resolveWithObject: true });

async function fitted(title: string, ink: string): Promise<Drawn> {
	let words = title.trim() || 'Tin của phường';
	for (;;) {
		for (const size of [64, 56, 50, 44]) {
			const drawn = await text(words, size, ink, true, 800);
			if (drawn.info.height <= HEIGHT - 130 - MARGIN && drawn.info.width <= 830) return drawn;
		}
		words = `${words.slice(0, Math.floor(words.length * 0.8)).replace(/\s+\S*$/, '')}…`;
	}
}

async function line(name: string, ink: string): Promise<Drawn> {
	for (const size of [34, 30, 26, 22]) {
		const drawn = await text(name, size, ink, false);
		if (drawn.info.width <= WIDTH - 2 * MARGIN) return drawn;
	}
	return text(name, 20, ink, false, WIDTH - 2 * MARGIN);
}

/** The token of the picture of these words, drawn and made public when it is new. */
export async function pictureFor(tx: Transaction, ctx: Ctx, storyId: number, on: OnPicture): Promise<string> {
	const hash = createHash('sha256').update(JSON.stringify(on)).digest('hex');
	const [there] = await tx
		.select({ token: file.token })
		.from(sharePicture)
		.innerJoin(file, eq(file.id, sharePicture.fileId))
		.where(and(eq(sharePicture.storyId, storyId), eq(sharePicture.drawn, hash)));
	if (there) return there.token;
	const stored = await files.store(ctx, { name: `chia-se-${storyId}.png`, bytes: await drawPicture(on) });
	const [row] = await files.enter(tx, [stored], 'public');
	await tx.insert(sharePicture).values({ storyId, drawn: hash, fileId: row!.id }).onConflictDoNothing();
	return row!.token;
}
