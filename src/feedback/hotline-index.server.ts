/** What search knows of the hotlines. The register lies in a room before search, so it is followed through the journal. */
import type { Ctx } from '#people/actor.ts';
import { anchorOf, digitsOf, feedbackLineOf, hotlineKinds, type Hotline } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import { addDays, dayOf, startOfDay } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import type { Entry } from '#search/entry.ts';
import { replaceAll } from '#search/index.server.ts';

/** Public lines of today and later, each found while it holds. Safe to run twice. */
export async function follow(ctx: Ctx): Promise<void> {
	await transact(ctx, async (tx) => {
		const today = dayOf(ctx.now);
		const rows = (await hotlines.all(tx)).filter(
			(row) => row.public && (row.validTo === null || row.validTo >= today)
		);
		await replaceAll(tx, ctx, 'hotline', rows.map(entryOf));
	});
}

function entryOf(row: Hotline): Entry {
	const { number, email, hours, purpose, postalAddress, title } = row;
	return {
		kind: 'hotline',
		key: String(row.id),
		url: `/duong-day-nong#${anchorOf(row)}`,
		title: number && !row.name.includes(number) ? `${row.name}: ${number}` : row.name,
		codes: number ? [...new Set([number, digitsOf(number)])] : [],
		aliases: [
			title,
			'số điện thoại',
			`gọi ${row.name}`,
			// Who types just these words means the ward's own.
			...(feedbackLineOf([row]) ? ['đường dây nóng', 'phản ánh, kiến nghị', 'nơi tiếp nhận phản ánh'] : [])
		].filter(Boolean),
		body: [hotlineKinds[row.kind], purpose, hours, email, postalAddress].filter(Boolean).join('. '),
		facets: {},
		shownFrom: startOfDay(row.validFrom),
		shownTo: row.validTo === null ? null : startOfDay(addDays(row.validTo, 1)),
		publishedAt: null
	};
}
