import * as browsing from '#procedures/browsing.server.ts';
import * as changes from '#procedures/changes.server.ts';
import * as openData from '#procedures/open-data.server.ts';
import { changeKinds, type ChangeKind } from '#procedures/procedure.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { forEveryone } from '../../portal.ts';
import { askedIn } from '../asked.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 30;
const far = '2199-12-31';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const { field, page } = askedIn(url.searchParams);
	const wanted = url.searchParams.get('loai');
	const kind = wanted && Object.hasOwn(changeKinds, wanted) ? (wanted as ChangeKind) : undefined;
	const today = dayOf(ctx.now);
	return read(ctx, async (tx) => {
		const fields = (await openData.fieldsOn(tx, today)).flatMap((one) => (one.field ? [one.field] : []));
		const narrow = { field: field ?? undefined, kind };
		const upcoming =
			page === 1
				? await changes.changesBetween(tx, {
						from: addDays(today, 1),
						to: far,
						...narrow,
						limit: 200,
						offset: 0
					})
				: [];
		// One more than shown tells whether there is another page.
		const past = await changes.changesBetween(tx, {
			from: '1945-09-02',
			to: today,
			...narrow,
			limit: PER_PAGE + 1,
			offset: (page - 1) * PER_PAGE
		});
		const codes = [...upcoming, ...past].flatMap(({ replacedBy }) => replacedBy);
		return {
			known: [...(await browsing.standingsOf(tx, [...new Set(codes)], today)).keys()],
			field,
			kind: kind ?? null,
			page,
			more: past.length > PER_PAGE,
			fields: field && !fields.includes(field) ? [field, ...fields] : fields,
			upcoming: upcoming.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)),
			past: past.slice(0, PER_PAGE)
		};
	});
};
