/** A QR code as rectangles: drawn in vector it stays sharp on every printer. */
import { create } from 'qrcode';

export type Rectangle = { x: number; y: number; width: number };

/** Dark parts, row by row, in modules; `size` modules make the side. */
export function qrOf(text: string): { size: number; parts: Rectangle[] } {
	const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
	const parts: Rectangle[] = [];
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			if (!data[y * size + x]) continue;
			let width = 1;
			while (x + width < size && data[y * size + x + width]) width++;
			parts.push({ x, y, width });
			x += width;
		}
	}
	return { size, parts };
}
