/** The letters of the bulletin: words for people, in text and in HTML that every letter box can show. */
import type { Message } from './message.ts';

export type Letter = { subject: string; text: string; html: string };

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const frame = (title: string, inside: string): string =>
	`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head><body style="margin:0;background:#f6f1e7;font-family:Arial,Helvetica,sans-serif;color:#222"><div style="max-width:600px;margin:0 auto;padding:24px 16px"><div style="background:#fff;border-radius:12px;padding:24px;font-size:17px;line-height:1.55">${inside}</div></div></body></html>`;

const button = (link: string, words: string): string =>
	`<p style="margin:24px 0"><a href="${escaped(link)}" style="background:#8f1219;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:bold">${words}</a></p>`;

export function confirmLetter(given: { wardName: string; link: string; days: number }): Letter {
	const { wardName, link, days } = given;
	const subject = `Xác nhận đăng ký nhận tin của ${wardName}`;
	const words = `Có người (mong là bà con) vừa dùng địa chỉ thư này để đăng ký nhận tin của ${wardName}. Nếu đúng, mời bấm vào liên kết dưới đây trong ${days} ngày. Nếu không phải, xin bỏ qua thư này; sẽ không có thư nào gửi tới nữa.`;
	return {
		subject,
		text: `Kính gửi bà con,\n\n${words}\n\n${link}\n\n${wardName}`,
		html: frame(
			subject,
			`<p>Kính gửi bà con,</p><p>${escaped(words)}</p>${button(link, 'Xác nhận nhận tin')}<p style="color:#666;font-size:15px">${escaped(wardName)}</p>`
		)
	};
}

export function bulletinLetter(given: {
	message: Message;
	link: string | null;
	leave: string;
	wardName: string;
	picture: string | null;
}): Letter {
	const { message, link, leave, wardName, picture } = given;
	const foot = `Bà con nhận thư này vì đã đăng ký nhận tin của ${wardName}.`;
	return {
		subject: message.title,
		text: [
			message.title,
			message.summary,
			message.text,
			link ? `Đọc trên Cổng thông tin: ${link}` : '',
			'--',
			foot,
			`Thôi nhận tin: ${leave}`
		]
			.filter(Boolean)
			.join('\n\n'),
		html: frame(
			message.title,
			[
				picture
					? `<img src="${escaped(picture)}" alt="${escaped(message.cover?.alt ?? '')}" width="552" style="width:100%;height:auto;border-radius:8px">`
					: '',
				`<h1 style="font-size:22px;line-height:1.3">${escaped(message.title)}</h1>`,
				message.summary ? `<p><strong>${escaped(message.summary)}</strong></p>` : '',
				...message.text
					.split(/\n{2,}/)
					.filter(Boolean)
					.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`),
				link ? button(link, 'Đọc trên Cổng thông tin') : '',
				`<hr style="border:0;border-top:1px solid #ddd"><p style="color:#666;font-size:14px">${escaped(foot)} <a href="${escaped(leave)}" style="color:#666">Thôi nhận tin</a></p>`
			].join('')
		)
	};
}
