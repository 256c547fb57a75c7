/** What came in, looked through: only what can be understood as a message goes on. */
import { z } from 'zod';
import type { Ctx } from '#people/actor.ts';
import type * as files from '#platform/files.server.ts';
import { Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
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

const wrong = (field: string, code: string, message: string): RefusalDetail => ({
	code: `feedback.${code}`,
	field,
	message
});

/** Refuses with everything that is wrong at once: each further try may cost minutes on a bad network. */
export function checked(ctx: Ctx, given: Intake): Checked {
	const text = tidy(given.text);
	const place = tidy(given.place ?? '').replace(/\s+/g, ' ');
	const receivedAt = given.receivedAt ?? ctx.now;
	const contact = senders.tidyContact(given.contact);
	refuseIfAny([
		...wrongMessage(given, text),
		...(place.length > 300
			? [wrong('place', 'place_long', 'Địa điểm dài quá 300 ký tự. Xin viết gọn lại.')]
			: []),
		...wrongMoment(ctx, receivedAt),
		...senders.wrongContact(contact)
	]);
	return {
		submissionKey: given.submissionKey,
		source: given.source,
		category: given.category,
		text,
		place,
		...pointOf(given),
		contact,
		namePublic: given.namePublic ?? false,
		proven: given.proven ?? false,
		trapped: given.trapped ?? false,
		address: given.address,
		receivedAt
	};
}

function wrongMessage(given: Intake, text: string): RefusalDetail[] {
	const reasons: RefusalDetail[] = [];
	if (!Object.hasOwn(sources, given.source))
		reasons.push(wrong('source', 'source', 'Hãy chọn phản ánh đến bằng cách nào.'));
	if (!Object.hasOwn(categories, given.category))
		reasons.push(
			wrong('category', 'category', 'Xin chọn phản ánh về việc gì; chưa rõ thì chọn “Việc khác”.')
		);
	if (text.replace(/\s/g, '').length < SHORTEST)
		reasons.push(
			wrong(
				'text',
				'text_short',
				`Nội dung còn quá ngắn để hiểu được. Xin viết rõ việc gì, ở đâu, khi nào (ít nhất ${SHORTEST} chữ cái).`
			)
		);
	if (text.length > LONGEST)
		reasons.push(
			wrong(
				'text',
				'text_long',
				'Nội dung dài quá 20.000 ký tự. Xin viết gọn lại, phần còn lại có thể gửi thành tệp PDF kèm theo.'
			)
		);
	if (!/^[\w-]{16,100}$/.test(given.submissionKey))
		reasons.push(
			wrong(
				'text',
				'submission_key',
				'Mẫu gửi đã cũ. Xin mở lại trang gửi phản ánh rồi gửi lại; nội dung đã viết vẫn còn trong ô.'
			)
		);
	if ((given.uploads?.length ?? 0) + (given.keptFileIds?.length ?? 0) > mostFiles)
		reasons.push(...tooManyFiles.reasons);
	return reasons;
}

function wrongMoment(ctx: Ctx, receivedAt: Date): RefusalDetail[] {
	const past = ctx.now.getTime() - receivedAt.getTime();
	return past >= 0 && past <= 60 * 86_400_000
		? []
		: [
				wrong(
					'receivedAt',
					'received_at',
					'Ngày giờ nhận phải trước lúc này và không quá 60 ngày. Hãy xem lại.'
				)
			];
}

const degrees = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** A position is a help, not a condition: one that makes no sense is left out. */
function pointOf(given: Intake): { latitude: number | null; longitude: number | null } {
	const parsed = degrees.safeParse({ latitude: given.latitude, longitude: given.longitude });
	return parsed.success ? parsed.data : { latitude: null, longitude: null };
}
