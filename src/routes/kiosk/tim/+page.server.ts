import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { lifeEvents, ofEvent } from '#procedures/life-events.ts';
import * as openData from '#procedures/open-data.server.ts';
import { search } from '#search/find.server.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 8;

/** One way in at a time: words, a tile of the start page, a field; or none, which lists the fields. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const on = dayOf(ctx.now);
	const asked = (name: string) =>
		(url.searchParams.get(name) ?? '').normalize('NFC').replaceAll('\u0000', '').trim().slice(0, 200);
	const words = asked('q');
	const field = asked('linh-vuc');
	const event = lifeEvents.find(({ key }) => key === asked('viec'));

	if (!words && !field && !event)
		return { asked: null, fields: await read(ctx, (tx) => openData.fieldsOn(tx, on)) };

	const found = words
		? await search(ctx, { words, kind: 'procedure', limit: 60, keepMisses: true })
		: undefined;
	const { items } = await read(ctx, (tx) =>
		openData.list(tx, {
			on,
			field: field || undefined,
			codes: found?.hits.map(({ key }) => key),
			limit: 5000,
			offset: 0
		})
	);
	const fitting = event && !words ? ofEvent(event, items) : items;
	const pages = Math.max(1, Math.ceil(fitting.length / PER_PAGE));
	const page = Math.min(Math.max(1, Math.trunc(Number(asked('trang'))) || 1), pages);
	const title = words ? `Tìm “${words}”` : (event?.label ?? field);
	return {
		asked: { words, field, event: event?.key ?? '', title },
		understoodAs: found?.understoodAs ?? null,
		total: fitting.length,
		page,
		pages,
		items: fitting
			.slice((page - 1) * PER_PAGE, page * PER_PAGE)
			.map(({ code, name, field: its }) => ({ code, name, field: its })),
		fields: []
	};
};
