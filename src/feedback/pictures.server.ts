/** Public pictures: a new file drawn from the original, boxes painted over in one colour, nothing of the metadata left. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import * as files from '#platform/files.server.ts';
import type { Box } from './redaction.ts';

/** How finely a picture is divided for covering: so many fields across and down. */
export const fieldsAcross = 12;
export const fieldsDown = 9;

/** The box of one field of the grid, counted row by row. */
export function boxOf(field: number): Box {
	const [x, y] = [field % fieldsAcross, Math.floor(field / fieldsAcross)];
	return { x: x / fieldsAcross, y: y / fieldsDown, width: 1 / fieldsAcross, height: 1 / fieldsDown };
}

/** The field of the grid a stored box is. */
export const fieldOf = (box: Box): number =>
	Math.round(box.y * fieldsDown) * fieldsAcross + Math.round(box.x * fieldsAcross);

const cover = { r: 70, g: 78, b: 88 };

export async function covered(bytes: Uint8Array, boxes: readonly Box[]): Promise<Buffer> {
	const upright = await sharp(bytes).rotate().toBuffer({ resolveWithObject: true });
	const { width, height } = upright.info;
	const painted = boxes.flatMap((box) => {
		const left = Math.max(0, Math.floor(box.x * width));
		const top = Math.max(0, Math.floor(box.y * height));
		const right = Math.min(width, Math.ceil((box.x + box.width) * width));
		const bottom = Math.min(height, Math.ceil((box.y + box.height) * height));
		if (right <= left || bottom <= top) return [];
		return {
			input: {
				create: { width: right - left, height: bottom - top, channels: 3 as const, background: cover }
			},
			left,
			top
		};
	});
	// Without withMetadata() sharp writes none.
	return sharp(upright.data)
		.flatten({ background: '#ffffff' })
		.composite(painted)
		.jpeg({ quality: 82 })
		.toBuffer();
}

export async function coveredFile(row: files.StoredFile, boxes: readonly Box[]): Promise<Buffer> {
	return covered(await readFile(files.pathOf(row.token)), boxes);
}
