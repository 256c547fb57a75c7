import * as browsing from '#procedures/browsing.server.ts';
import * as changes from '#procedures/changes.server.ts';
import * as openData from '#procedures/open-data.server.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { search } from '#search/find.server.ts';
import { forEveryone } from '../portal.ts';
import { askedIn } from './asked.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 20;

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const asked = askedIn(url.searchParams);
	const today = dayOf(ctx.now);
	const offset = (asked.page - 1) * PER_PAGE;
	const narrow = {
		field: asked.field ?? undefined,
		applicant: asked.applicant ?? undefined,
		online: asked.online ?? undefined
	};
	const narrowed = Object.values(narrow).some((one) => one !== undefined);

	if (asked.words) {
		const found = await search(ctx, {
			words: asked.words,
			kind: 'procedure',
			...narrow,
			limit: PER_PAGE,
			offset,
			keepMisses: asked.page === 1 && !narrowed
		});
		const codes = found.hits.map(({ key }) => key);
		const standings = await read(ctx, (tx) => browsing.standingsOf(tx, codes, today));
		return {
			asked,
			narrowed,
			list: {
				items: found.hits.map((hit) => ({
					code: hit.key,
					titleHtml: hit.titleHtml,
					snippetHtml: hit.snippetHtml,
					field: hit.facets.field ?? '',
					online: hit.facets.online ?? null,
					notice: standings.get(hit.key)?.notice ?? null
				})),
				total: found.total,
				pages: Math.min(Math.ceil(found.total / PER_PAGE), 100),
				understoodAs: found.understoodAs
			},
			choices: { fields: found.fields, applicants: found.applicants, online: found.online },
			home: null
		};
	}

	return read(ctx, async (tx) => {
		const fields = (await openData.fieldsOn(tx, today)).map(({ field, count }) => ({ value: field, count }));
		const choices = { fields, ...(await browsing.choicesOn(tx, today)) };
		// All of them are a list too; the plain address begins with ways to look.
		if (narrowed || url.searchParams.has('trang')) {
			const { items, total } = await openData.list(tx, { on: today, ...narrow, limit: PER_PAGE, offset });
			const standings = await browsing.standingsOf(
				tx,
				items.map(({ code }) => code),
				today
			);
			return {
				asked,
				narrowed,
				list: {
					items: items.map(({ code, name, field, onlineLevel }) => ({
						code,
						title: name,
						field,
						online: onlineLevel,
						notice: standings.get(code)?.notice ?? null
					})),
					total,
					pages: Math.min(Math.ceil(total / PER_PAGE), 100),
					understoodAs: null
				},
				choices,
				home: null
			};
		}
		const recent = await changes.changesBetween(tx, {
			from: addDays(today, -90),
			to: addDays(today, 400),
			limit: 5,
			offset: 0
		});
		return { asked, narrowed, list: null, choices, home: { recent } };
	});
};
