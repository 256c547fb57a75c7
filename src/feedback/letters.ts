/**
 * Letters to senders (thư báo): that something happened and where to read it. A letter lies open on its way and in shared
 * mailboxes, so it carries the code and nothing of the matter: not the text, not the secret word, not who is complained
 * about, not even that the matter is of a delicate kind.
 */
import type { Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import type { StepAct } from './schema.server.ts';

export type Told = {
	act: StepAct;
	code: string;
	receivedAt: Date;
	/** Until when the ward answers; null: nothing is promised. */
	dueOn: Day | null;
	/** "phường Cổ Thành". */
	wardName: string;
	/** Address of the portal without a slash at the end. */
	origin: string;
	/** The announced number with its hours; empty: none. */
	hotline: string;
};

export type Letter = { subject: string; text: string; html: string };

type Words = { subject: string; says: string; next?: string };

const see = 'Xin mở trang tra cứu để xem.';
const received: Words = {
	subject: 'Phường đã nhận phản ánh của ông/bà',
	says: 'Phường đã nhận phản ánh của ông/bà và đang phân loại để giao xử lý.',
	next: 'Ông/bà theo dõi, bổ sung thông tin bất cứ lúc nào ở trang tra cứu.'
};

/** What the letter of a step says; steps without a line here get the last. */
const words: Partial<Record<StepAct, Words>> = {
	received,
	release: received,
	assign: { subject: 'Phản ánh của ông/bà đang được xử lý', says: 'Phản ánh của ông/bà đã được giao xử lý.' },
	ask: {
		subject: 'Phường cần ông/bà cho biết thêm',
		says: 'Phường cần ông/bà cho biết thêm thì mới xử lý tiếp được.',
		next: 'Xin mở trang tra cứu, đọc câu hỏi và trả lời ngay ở đó. Thời hạn tạm dừng trong lúc chờ ông/bà.'
	},
	extend: {
		subject: 'Phường cần thêm thời gian để trả lời',
		says: 'Phường cần thêm thời gian để trả lời phản ánh của ông/bà. Lý do và hạn mới có ở trang tra cứu.'
	},
	forward: {
		subject: 'Phản ánh của ông/bà đã được chuyển đến cơ quan có thẩm quyền',
		says: 'Việc ông/bà nêu thuộc thẩm quyền của cơ quan khác. Phường đã chuyển và vẫn theo dõi.',
		next: 'Tên cơ quan và cách liên hệ có ở trang tra cứu.'
	},
	guide: {
		subject: 'Phường có hướng dẫn cho ông/bà',
		says: 'Phường đã xem nội dung ông/bà gửi và có hướng dẫn nơi giải quyết.'
	},
	refuse: {
		subject: 'Phường đã xem phản ánh của ông/bà',
		says: 'Phường đã xem phản ánh của ông/bà. Kết quả và lý do có ở trang tra cứu.',
		next: 'Nếu chưa đồng ý, ông/bà có thể đề nghị xem lại ngay ở trang đó.'
	},
	answer: {
		subject: 'Phường đã trả lời phản ánh của ông/bà',
		says: 'Phường đã trả lời phản ánh của ông/bà.',
		next: 'Xin mở trang tra cứu để đọc câu trả lời, đánh giá hoặc đề nghị xem lại.'
	},
	reopen: {
		subject: 'Phường xem lại phản ánh của ông/bà',
		says: 'Phường đang xem lại phản ánh của ông/bà và sẽ trả lời lần nữa.'
	}
};
const news: Words = {
	subject: 'Phản ánh của ông/bà có thông tin mới',
	says: 'Phản ánh của ông/bà có thông tin mới.'
};

/** Steps after which a day of answering is promised. */
const promises: readonly StepAct[] = ['received', 'release', 'assign', 'extend', 'reopen'];

export function letterOf(told: Told): Letter {
	const { subject, says, next = see } = words[told.act] ?? news;
	const ward = format.capitalise(told.wardName);
	const address = `${told.origin}/phan-anh/tra-cuu?ma=${encodeURIComponent(told.code)}`;
	const due =
		told.dueOn && promises.includes(told.act) ? `Hạn của bước này: ${format.weekdayDate(told.dueOn)}.` : '';
	const paragraphs = [
		'Kính gửi ông/bà,',
		says,
		`Mã phản ánh: ${told.code} (nhận ${format.dateTime(told.receivedAt)}).`,
		...(due ? [due] : []),
		next
	];
	const closing = [
		'Để mở, xin nhập từ khóa trên giấy tiếp nhận. Phường không bao giờ hỏi từ khóa qua thư hay điện thoại.',
		told.hotline
			? `Cần giúp, xin gọi đường dây nóng ${told.hotline}.`
			: 'Cần giúp, xin đến bộ phận tiếp nhận của phường.',
		`Ủy ban nhân dân ${told.wardName}`,
		'Thư này do máy gửi, xin không trả lời thư.'
	];
	return {
		subject: `${subject} (${told.code})`,
		text: [...paragraphs, address, ...closing].join('\n\n') + '\n',
		html: htmlOf(ward, paragraphs, address, closing)
	};
}

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');

/** No pictures and nothing from elsewhere: opening the letter tells nobody that it was opened. */
function htmlOf(ward: string, paragraphs: string[], address: string, closing: string[]): string {
	const lines = (all: string[]): string => all.map((one) => `<p>${escaped(one)}</p>`).join('\n');
	return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escaped(ward)}</title></head>
<body style="margin:0;padding:16px;font:17px/1.55 Arial,sans-serif;color:#2a1d16;background:#fffdf8">
<div style="max-width:560px;margin:0 auto">
<p style="font-weight:bold;color:#9a141b;border-bottom:3px solid #e2ab3a;padding-bottom:8px">${escaped(ward)}</p>
${lines(paragraphs)}
<p><a href="${escaped(address)}" style="display:inline-block;padding:12px 18px;background:#9a141b;color:#fffaf2;text-decoration:none;border-radius:6px">Mở trang tra cứu</a><br>
<span style="font-size:15px">${escaped(address)}</span></p>
${lines(closing)}
</div>
</body></html>
`;
}
