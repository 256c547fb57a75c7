/** A square to photograph with a phone; drawn here, so that the screen asks nobody. */
import { toString } from 'qrcode';

export async function square(address: string): Promise<string> {
	const svg = await toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
