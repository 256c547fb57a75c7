/** Boxes over a picture, in parts of its width and height: drawn by hand, or the fields of a grid. */
import type { Box } from './redaction.ts';

/** How finely a picture is divided for covering without a script: so many fields across and down. */
export const fieldsAcross = 12;
export const fieldsDown = 9;
const MOST = 60;

/** The box of one field of the grid, counted row by row. */
export function boxOf(field: number): Box {
	const [x, y] = [field % fieldsAcross, Math.floor(field / fieldsAcross)];
	return { x: x / fieldsAcross, y: y / fieldsDown, width: 1 / fieldsAcross, height: 1 / fieldsDown };
}

/** Every field a box touches: the grid never covers less than what was drawn. */
export function fieldsUnder(boxes: readonly Box[]): number[] {
	const least = 1e-6;
	return Array.from({ length: fieldsAcross * fieldsDown }, (_, field) => field).filter((field) => {
		const one = boxOf(field);
		return boxes.some(
			(box) =>
				box.x + box.width > one.x + least &&
				one.x + one.width > box.x + least &&
				box.y + box.height > one.y + least &&
				one.y + one.height > box.y + least
		);
	});
}

/** What a browser sent, brought inside the picture; what is no box is left out. */
export function boxesFrom(given: unknown): Box[] {
	if (!Array.isArray(given)) return [];
	return given.slice(0, MOST).flatMap((one: unknown) => {
		const { x, y, width, height } = (one ?? {}) as Record<string, unknown>;
		if (![x, y, width, height].every((value) => typeof value === 'number' && Number.isFinite(value)))
			return [];
		const cut = (value: number): number => Math.min(1, Math.max(0, value));
		const [left, top] = [cut(x as number), cut(y as number)];
		const [right, bottom] = [cut((x as number) + (width as number)), cut((y as number) + (height as number))];
		return right - left > 0.002 && bottom - top > 0.002
			? [{ x: left, y: top, width: right - left, height: bottom - top }]
			: [];
	});
}

export function fieldBoxes(fields: readonly number[]): Box[] {
	return [...new Set(fields)]
		.filter((one) => Number.isInteger(one) && one >= 0 && one < fieldsAcross * fieldsDown)
		.map(boxOf);
}
