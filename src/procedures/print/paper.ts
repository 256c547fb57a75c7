/** Sizes of paper and letters. Points: 72 to the inch. A wall is read from farther away, so A3 grows the letters too. */
export type Paper = 'A4' | 'A3';

export const papers: Record<Paper, string> = { A4: 'A4', A3: 'A3 (chữ to hơn)' };

export type Measures = {
	width: number;
	height: number;
	/** Room inside the margins, between head and foot. */
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Letters of the body; everything else is a share of it. */
	body: number;
};

const millimetres = (value: number): number => (value * 72) / 25.4;

export function measuresOf(paper: Paper): Measures {
	const [width, height, body] =
		paper === 'A4' ? [millimetres(210), millimetres(297), 13] : [millimetres(297), millimetres(420), 18.5];
	const unit = body / 13;
	return {
		width,
		height,
		body,
		// Left a little wider: sheets stand in pockets and folders.
		left: millimetres(18) * unit,
		right: width - millimetres(15) * unit,
		top: millimetres(11) * unit,
		bottom: height - millimetres(25) * unit
	};
}
