/**
 * What arrives broken is the sender's slip, not ours: a form that was cut off on its way, letters no text has. Said here
 * once for every page, so that no action has to think of it.
 */
import { error } from '@sveltejs/kit';
import { log } from '#platform/log.server.ts';

/** PostgreSQL keeps no NUL, and half a pair of letters is no Unicode: neither was typed by anybody. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const MEGABYTE = 1_048_576;
/** Forms that come with photos of a telephone, five at once; all others stay far below. */
const withPhotos = /^\/(phan-anh\/(gui|tra-cuu)|lam-viec\/phan-anh\/ghi-nhan)$/;

class TooLarge extends Error {
	readonly status = 413;
}

/** From here on `formData` answers a broken body with 400 and one that is too large with 413, in words. */
export function guardForm(request: Request): void {
	const readForm = request.formData.bind(request);
	const most = withPhotos.test(new URL(request.url).pathname) ? 110 : 40;
	request.formData = async () => {
		let given: FormData;
		try {
			if (Number(request.headers.get('content-length')) > most * MEGABYTE) throw new TooLarge();
			given = await readForm();
		} catch (cause) {
			log.info({ why: String(cause) }, 'a form could not be read');
			if ((cause as { status?: number }).status === 413) {
				error(
					413,
					`Tệp hoặc nội dung gửi lên lớn quá mức nhận được (${most} MB mỗi lần gửi). Hãy quay lại, chọn tệp nhỏ hơn hoặc chia thành nhiều lần gửi.`
				);
			}
			error(
				400,
				'Biểu mẫu gửi đến bị đứt quãng hoặc chưa đúng nên chưa được nhận. Hãy quay lại trang trước, tải lại trang rồi gửi lại.'
			);
		}
		const form = new FormData();
		for (const [name, value] of given)
			if (typeof value === 'string') form.append(clean(name), clean(value));
			else form.append(clean(name), value, clean(value.name));
		return form;
	};
}

/** An address nobody here wrote. */
export function refuseStrangeAddress(url: URL, method: string): void {
	if (/%00/.test(url.pathname + url.search))
		error(400, 'Địa chỉ có ký tự không dùng được. Hãy kiểm tra lại địa chỉ, hoặc quay về trang chủ.');
	// A name the framework keeps for itself, and takes for a fault of ours.
	if (method === 'POST' && url.searchParams.has('/default'))
		error(404, 'Không tìm thấy việc này trên trang. Hãy quay lại trang trước và làm lại.');
}
