/** Open311: service requests that are public, as their public copies say, and taking in what another program hands in. */
import { and, desc, eq, gte, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf, startOfDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import * as apiKeys from './api-keys.server.ts';
import * as brake from './brake.server.ts';
import { categories, closed, ownPath } from './case.ts';
import * as intake from './intake.server.ts';
import { hashOf } from './receipts.server.ts';
import { w3, Wrong, type List, type Query, type Value } from './open311.ts';
import { sentIn } from './open311-sent.ts';
import { feedbackCase, feedbackPublication } from './schema.server.ts';

const MOST = 1000;
const DESCRIPTION = 4000;

/** The ward as a jurisdiction: its name, and what it may be called. */
export async function jurisdiction(ctx: Ctx): Promise<{ name: string; ids: string[]; sample: boolean }> {
	const [row] = await read(ctx, (tx) => tx.select().from(ward).where(eq(ward.id, ctx.wardId)));
	return {
		name: row!.name.replace(/^(Phường|Xã|Đặc khu)(?=\s)/, (word) => word.toLocaleLowerCase('vi')),
		ids: [row!.key, ...(row!.host ? [row!.host] : [])],
		sample: row!.sample
	};
}

/** The moment it came is public to the day: the minute could tell who stood there. */
const cameOn = sql`date_trunc('day', ${feedbackCase.receivedAt}, 'Asia/Ho_Chi_Minh')`;

/** Published requests, newest first. Without place and contact: the public copy holds none. */
export async function list(ctx: Ctx, query: Query): Promise<List> {
	const { name } = await jurisdiction(ctx);
	const rows = await read(ctx, (tx) =>
		tx
			.select({
				code: feedbackCase.code,
				state: feedbackCase.state,
				category: feedbackCase.category,
				receivedAt: feedbackCase.receivedAt,
				closedAt: feedbackCase.closedAt,
				title: feedbackPublication.title,
				question: feedbackPublication.question,
				answer: feedbackPublication.answer,
				publishedAt: feedbackPublication.publishedAt
			})
			.from(feedbackPublication)
			.innerJoin(feedbackCase, eq(feedbackCase.id, feedbackPublication.caseId))
			.where(
				and(
					eq(feedbackPublication.state, 'published'),
					isNull(feedbackCase.sealedText),
					or(isNull(feedbackCase.class), notInArray(feedbackCase.class, [...ownPath])),
					query.ids.length > 0
						? inArray(feedbackCase.code, query.ids)
						: and(
								gte(cameOn, query.from),
								lte(cameOn, query.to),
								query.codes.length > 0 ? inArray(feedbackCase.category, query.codes) : undefined,
								query.status === 'closed' ? inArray(feedbackCase.state, [...closed]) : undefined,
								query.status === 'open' ? notInArray(feedbackCase.state, [...closed]) : undefined
							)
				)
			)
			.orderBy(desc(feedbackCase.receivedAt), desc(feedbackCase.id))
			.limit(MOST)
	);
	return {
		item: 'request',
		of: rows.map((row): Value => {
			const over = closed.includes(row.state);
			return {
				service_request_id: row.code,
				status: over ? 'closed' : 'open',
				status_notes: row.answer,
				service_name: categories[row.category].label,
				service_code: row.category,
				description: cut(`${row.title}\n\n${row.question}`),
				agency_responsible: `Ủy ban nhân dân ${name}`,
				service_notice: null,
				requested_datetime: w3(startOfDay(dayOf(row.receivedAt))),
				updated_datetime: w3((over ? row.closedAt : null) ?? row.publishedAt ?? row.receivedAt),
				expected_datetime: null,
				address: null,
				address_id: null,
				zipcode: null,
				lat: null,
				long: null,
				media_url: null
			};
		})
	};
}

const cut = (text: string): string =>
	text.length <= DESCRIPTION ? text : `${text.slice(0, DESCRIPTION - 1).toWellFormed()}…`;

const A_MINUTE = 120;
const lately = new Map<number, number[]>();

/** A program that goes wild is told to wait; what it was told so is not lost, it still holds it. */
function slowDown(keyId: number, now: Date): void {
	const since = now.getTime() - 60_000;
	const moments = (lately.get(keyId) ?? []).filter((at) => at > since);
	if (moments.length >= A_MINUTE)
		throw new Wrong(429, `Khóa này gửi quá ${A_MINUTE} phản ánh mỗi phút. Hãy đợi một phút rồi gửi tiếp.`);
	lately.set(keyId, [...moments, now.getTime()]);
}

/** Takes a request in; the same one sent again on the same day, or with the same mark, gives the same answer. */
export async function post(
	ctx: Ctx,
	form: URLSearchParams,
	{ mark, origin, address }: { mark: string | null; origin: string; address: string }
): Promise<List> {
	const keyId = await apiKeys.holderOf(ctx, (form.get('api_key') ?? '').trim());
	if (keyId === undefined)
		throw new Wrong(403, 'Thiếu api_key hoặc khóa không dùng được. Hãy xin khóa của Văn phòng phường.');
	slowDown(keyId, ctx.now);
	const sent = sentIn(form);
	const content = [...form].filter(([name]) => name !== 'api_key').sort(([a], [b]) => (a < b ? -1 : 1));
	const sending = mark ?? JSON.stringify([dayOf(ctx.now), content]);
	try {
		brake.countSending(address, ctx.now);
		await brake.refuseWhenFull(false);
		const receipt = await intake.receive(
			{ ...ctx, actor: { kind: 'visitor' } },
			{
				...sent,
				submissionKey: hashOf('open311 submission', [String(keyId), sending]),
				source: 'open311',
				// Who holds a key has been looked at; what is sent with it is still weighed by its words.
				proven: true
			}
		);
		return {
			item: 'request',
			of: [
				{
					service_request_id: receipt.code,
					service_notice: `Mã phản ánh ${receipt.code}, từ khóa ${receipt.secret}. Người gửi dùng hai mã này để theo dõi và bổ sung tại ${origin}/phan-anh/tra-cuu.`,
					account_id: (form.get('account_id') ?? '').slice(0, 200) || null
				}
			]
		};
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const status = thrown.status === 429 || thrown.status >= 500 ? thrown.status : 400;
		throw new Wrong(status, ...thrown.reasons.map(({ message }) => message));
	}
}
