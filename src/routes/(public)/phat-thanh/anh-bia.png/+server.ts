/** The podcast's cover: programs ask for a square picture of at least 1400 pixels. A loudspeaker, no words, so no font. */
import sharp from 'sharp';
import { forEveryone } from '../../portal.ts';
import type { RequestHandler } from './$types';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1400" viewBox="0 0 24 24">
<rect width="24" height="24" fill="#9b1c1c"/><rect y="22.4" width="24" height="1.6" fill="#e7b43c"/>
<g transform="translate(4.6 4) scale(.65)" fill="none" stroke="#fff" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">
<path d="M4 10v4h3l6 4.5v-13L7 10z" fill="#fff"/><path d="M16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/></g></svg>`;

let made: Promise<Buffer> | undefined;

export const GET: RequestHandler = async () => {
	made ??= sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer();
	return new Response(new Uint8Array(await made), {
		headers: { ...forEveryone, 'cache-control': 'public, max-age=86400', 'content-type': 'image/png' }
	});
};
