import { Wrong } from '#feedback/open311.ts';

/** Four thousand letters written as %xx, with everything beside them. */
const MOST = 256 * 1024;

/** A form as the specification sends it; read only so far. */
export async function bodyOf(request: Request): Promise<URLSearchParams> {
	const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
	if (type !== 'application/x-www-form-urlencoded')
		throw new Wrong(400, 'Hãy gửi với Content-Type: application/x-www-form-urlencoded; charset=utf-8.');
	const tooLong = new Wrong(
		400,
		'Nội dung gửi lên quá dài. Hãy viết gọn lại; ảnh, tệp thì gửi địa chỉ trong media_url.'
	);
	if (Number(request.headers.get('content-length')) > MOST) throw tooLong;
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of request.body ?? []) {
			size += chunk.byteLength;
			if (size > MOST) throw tooLong;
			chunks.push(chunk);
		}
	} catch (error) {
		if (error instanceof Wrong) throw error;
		throw new Wrong(400, 'Nội dung gửi lên bị đứt quãng nên chưa được nhận. Hãy gửi lại.');
	}
	const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();
	const form = new URLSearchParams();
	for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
		form.append(clean(name), clean(value));
	return form;
}
