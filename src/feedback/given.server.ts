/** What came in, looked through: only what can be understood as a message goes on. */
import { z } from 'zod';
import type { Ctx } from '#people/actor.ts';
import type * as files from '#platform/files.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { tidy } from './given-words.ts';
import { categories, sources, type Category, type Source } from './case.ts';
import * as senders from './senders.server.ts';

export type Intake = {
	/** Made when the form was opened: what makes a second sending the same. */
	submissionKey: string;
	source: Source;
	category: Category;
	text: string;
	place?: string;
	latitude?: number | null;
	longitude?: number | null;
	contact: senders.Contact;
	namePublic?: boolean;
	uploads?: files.Upload[];
	/** Of files that came with an earlier try of the same form. */
	keptFileIds?: number[];
	/** The other end of the connection; never kept in clear. */
	address?: string;
	/** The puzzle was solved. */
	proven?: boolean;
	/** A field no person sees was filled in. */
	trapped?: boolean;
	/** When it was said, when an officer writes it down later. */
	receivedAt?: Date;
};

export const mostFiles = 5;
const SHORTEST = 10;
const LONGEST = 20_000;

export const tooManyFiles = new Refusal({
	code: 'feedback.too_many_files',
	field: 'files',
	message: `Mỗi phản ánh gửi kèm được tối đa ${mostFiles} tệp. Xin bớt tệp rồi gửi lại.`
});

export type Checked = Required<Omit<Intake, 'uploads' | 'keptFileIds' | 'address'>> & Pick<Intake, 'address'>;

const refused = (field: string, code: string, message: string): Refusal =>
	new Refusal({ code: `feedback.${code}`, field, message });

export function checked(ctx: Ctx, given: Intake): Checked {
	const text = tidy(given.text);
	if (!Object.hasOwn(sources, given.source))
		throw refused('source', 'source', 'Hãy chọn phản ánh đến bằng cách nào.');
	if (!Object.hasOwn(categories, given.category))
		throw refused('category', 'category', 'Xin chọn phản ánh về việc gì; chưa rõ thì chọn “Việc khác”.');
	if (text.replace(/\s/g, '').length < SHORTEST)
		throw refused(
			'text',
			'text_short',
			`Nội dung còn quá ngắn để hiểu được. Xin viết rõ việc gì, ở đâu, khi nào (ít nhất ${SHORTEST} chữ cái).`
		);
	if (text.length > LONGEST)
		throw refused(
			'text',
			'text_long',
			'Nội dung dài quá 20.000 ký tự. Xin viết gọn lại, phần còn lại có thể gửi thành tệp PDF kèm theo.'
		);
	if (!/^[\w-]{16,100}$/.test(given.submissionKey))
		throw refused(
			'text',
			'submission_key',
			'Mẫu gửi đã cũ. Xin mở lại trang gửi phản ánh rồi gửi lại; nội dung đã viết vẫn còn trong ô.'
		);
	if ((given.uploads?.length ?? 0) + (given.keptFileIds?.length ?? 0) > mostFiles) throw tooManyFiles;
	const place = tidy(given.place ?? '').replace(/\s+/g, ' ');
	if (place.length > 300)
		throw refused('place', 'place_long', 'Địa điểm dài quá 300 ký tự. Xin viết gọn lại.');
	const point = pointOf(given);
	const receivedAt = given.receivedAt ?? ctx.now;
	if (
		Number.isNaN(receivedAt.getTime()) ||
		receivedAt > ctx.now ||
		receivedAt.getTime() < ctx.now.getTime() - 60 * 86_400_000
	)
		throw refused(
			'receivedAt',
			'received_at',
			'Ngày giờ nhận phải trước lúc này và không quá 60 ngày. Hãy xem lại.'
		);
	return {
		submissionKey: given.submissionKey,
		source: given.source,
		category: given.category,
		text,
		place,
		...point,
		contact: senders.checkedContact(given.contact),
		namePublic: given.namePublic ?? false,
		proven: given.proven ?? false,
		trapped: given.trapped ?? false,
		address: given.address,
		receivedAt
	};
}

const degrees = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** A position is a help, not a condition: one that makes no sense is left out. */
function pointOf(given: Intake): { latitude: number | null; longitude: number | null } {
	const parsed = degrees.safeParse({ latitude: given.latitude, longitude: given.longitude });
	return parsed.success ? parsed.data : { latitude: null, longitude: null };
}
