/** `GET /api/v1/procedures/CODE`: everything a procedure says on a day, and which versions it has. */
import { dayOf } from '#platform/clock.ts';
import { date } from '#platform/format.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { faqOf } from '#procedures/faq.server.ts';
import { standingOn } from '#procedures/procedure.ts';
import { versionsOf } from '#procedures/reading.server.ts';
import { answer } from '../../../answer.server.ts';
import { dayAsked } from '../day.ts';
import { versionLine, wholeProcedure } from '../item.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { ctx } = event.locals;
		const { searchParams, origin } = event.url;
		const today = dayOf(ctx.now);
		const on = dayAsked(searchParams, today);
		const code = event.params.code.normalize('NFC').toUpperCase();
		const { versions, faqs } = await read(ctx, async (tx) => {
			const found = await versionsOf(tx, code);
			return { versions: found, faqs: found[0] ? await faqOf(tx, found[0].procedureId) : [] };
		});
		if (versions.length === 0)
			throw new Refusal({
				code: 'procedure.not_found',
				status: 404,
				message: 'Không có thủ tục nào mang mã này. Hãy tìm mã ở /api/v1/procedures?q=…'
			});
		const inForce = versions.find((one) => standingOn(one, on) === 'in_force');
		// Without a day: an ended procedure still says what it said last, a coming one what it will say first.
		const nearest = searchParams.get('on')
			? undefined
			: (versions.find((one) => standingOn(one, on) === 'ended') ?? versions.at(-1));
		const shown = inForce ?? nearest;
		if (!shown)
			throw new Refusal({
				code: 'procedure.not_in_force',
				status: 404,
				field: 'on',
				message: `Thủ tục này không có hiệu lực vào ngày ${date(on)}. Bỏ tham số “on” để xem các khoảng thời gian hiệu lực.`
			});
		return {
			...wholeProcedure(shown, on, origin),
			on,
			versions: versions.map((one) => versionLine(one, on)),
			faqs: faqs.map(({ question, answer: said }) => ({ question, answer: said }))
		};
	});
