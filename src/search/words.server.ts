/**
 * The word list (từ đồng nghĩa, từ viết tắt): what people say, and what the procedure calls it. A built-in list ships
 * with the program; a ward adds its own words, changes or removes what does not fit.
 */
import { asc, count, desc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { staleVersion } from '#people/stale.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { fold } from './fold.ts';
import { wordsChanged } from './index.server.ts';
import { builtIn, keyOf } from './lexicon.ts';
import { refusals } from './policy.ts';
import { searchMiss, searchWord, violations } from './schema.server.ts';

export type Word = {
	/** Of the ward's own row; null for a built-in line nobody touched. */
	id: number | null;
	/** What people type: "giấy độc thân", "cccd". */
	said: string;
	/** What it means, one official phrase each. */
	means: string[];
	/** Where the line comes from. */
	origin: 'built_in' | 'own' | 'changed' | 'removed';
	lockVersion: number;
};

export type WordGiven = { said: string; means: string[] };

/** Searches that found nothing, without who: folded words, how often, first and last day. */
export type Miss = { id: number; words: string; count: number; firstDay: Day; lastDay: Day };

type Own = typeof searchWord.$inferSelect;

/** Sorted by what people say; `filter` narrows by any of the words. */
export async function list(ctx: Ctx, filter = ''): Promise<Word[]> {
	refuseIfAny(refusals(ctx.actor, 'read_words'));
	const rows = await read(ctx, (tx) => tx.select().from(searchWord));
	const own = new Map(rows.map((row) => [row.folded, row]));
	const lines: Word[] = [...builtIn().values()].map(({ said, means }) => {
		const row = own.get(keyOf(said));
		if (!row) return { id: null, said, means, origin: 'built_in', lockVersion: 0 };
		own.delete(row.folded);
		return {
			id: row.id,
			said: row.said,
			means: row.means.length > 0 ? row.means : means,
			origin: originOf(row),
			lockVersion: row.lockVersion
		};
	});
	for (const row of own.values())
		lines.push({ id: row.id, said: row.said, means: row.means, origin: 'own', lockVersion: row.lockVersion });
	const wanted = fold(filter);
	const collator = new Intl.Collator('vi');
	return lines
		.filter(
			({ said, means }) => wanted === '' || [said, ...means].some((text) => fold(text).includes(wanted))
		)
		.sort((a, b) => collator.compare(a.said, b.said));
}

const originOf = (row: Own): 'changed' | 'removed' => (row.means.length > 0 ? 'changed' : 'removed');

/** More of its own than this no ward keeps in order. */
const MOST = 2000;

export async function add(ctx: Ctx, given: WordGiven): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'edit_words'));
	const { said, means } = checked(given);
	return transact(
		ctx,
		async (tx) => {
			const [all] = await tx.select({ count: count() }).from(searchWord);
			if (all!.count >= MOST) {
				throw new Refusal({
					code: 'search.too_many_words',
					message: `Danh sách riêng của phường đã có ${MOST} dòng. Hãy bỏ bớt dòng không dùng rồi thêm.`
				});
			}
			if (builtIn().has(keyOf(said)) && !(await ownOf(tx, said)))
				throw new Refusal(violations['search_word_unique']!);
			return write(tx, ctx, undefined, { said, means }, 'search_word.added');
		},
		violations
	);
}

/** Changes an own line, or lays an own line over a built-in one. `said` names the line as it stands. */
export async function change(ctx: Ctx, said: string, lockVersion: number, given: WordGiven): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'edit_words'));
	const clean = checked(given);
	await transact(
		ctx,
		async (tx) => {
			const row = await ownOf(tx, said);
			refuseStale(row, lockVersion);
			const shipped = builtIn().get(keyOf(said));
			if (!row && !shipped) throw notFound('từ này');
			// A built-in line keeps its words; under other words it would be another line.
			await write(tx, ctx, row, shipped ? { ...clean, said: shipped.said } : clean, 'search_word.changed');
		},
		violations
	);
}

/** Takes an own line away; a built-in line is set aside for this ward. */
export async function remove(ctx: Ctx, said: string, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'edit_words'));
	await transact(ctx, async (tx) => {
		const row = await ownOf(tx, said);
		refuseStale(row, lockVersion);
		const shipped = builtIn().get(keyOf(said));
		if (shipped) {
			await write(tx, ctx, row, { said: shipped.said, means: [] }, 'search_word.removed');
			return;
		}
		if (!row) throw notFound('từ này');
		await drop(tx, ctx, row, 'search_word.removed');
	});
}

/** Gives a built-in line that was changed or set aside its first meaning back. */
export async function restore(ctx: Ctx, said: string, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'edit_words'));
	await transact(ctx, async (tx) => {
		const row = await ownOf(tx, said);
		if (!row || !builtIn().has(keyOf(said))) throw notFound('từ này');
		refuseStale(row, lockVersion);
		await drop(tx, ctx, row, 'search_word.restored');
	});
}

function checked({ said, means }: WordGiven): WordGiven {
	const tidy = (text: string): string =>
		text.normalize('NFC').replaceAll('\u0000', '').replace(/\s+/g, ' ').trim();
	const clean = { said: tidy(said), means: [...new Set(means.map(tidy).filter(Boolean))] };
	const refuse = (field: string, message: string) =>
		new Refusal({ code: `search.word_${field}`, field, message });
	if (clean.said.length < 2 || clean.said.length > 80 || fold(clean.said) === '')
		throw refuse('said', 'Từ người dân hay gõ cần từ 2 đến 80 ký tự. Hãy nhập lại.');
	if (clean.means.length === 0)
		throw refuse('means', 'Hãy ghi nghĩa theo tên chính thức của thủ tục, mỗi dòng một nghĩa.');
	if (clean.means.length > 10 || clean.means.some((one) => one.length > 200 || fold(one) === ''))
		throw refuse('means', 'Nhiều nhất 10 nghĩa, mỗi nghĩa không quá 200 ký tự. Hãy rút gọn.');
	return clean;
}

async function ownOf(tx: Transaction, said: string): Promise<Own | undefined> {
	const [row] = await tx
		.select()
		.from(searchWord)
		.where(eq(searchWord.folded, keyOf(said)))
		.for('update');
	return row;
}

function refuseStale(row: Own | undefined, lockVersion: number): void {
	if ((row?.lockVersion ?? 0) !== lockVersion) throw staleVersion();
}

async function write(
	tx: Transaction,
	ctx: Ctx,
	row: Own | undefined,
	given: WordGiven,
	act: string
): Promise<number> {
	const values = { ...given, folded: keyOf(given.said) };
	const [stored] = row
		? await tx
				.update(searchWord)
				.set({ ...values, lockVersion: row.lockVersion + 1 })
				.where(eq(searchWord.id, row.id))
				.returning({ id: searchWord.id })
		: await tx.insert(searchWord).values(values).returning({ id: searchWord.id });
	await wordsChanged(tx);
	await record(tx, ctx, {
		act,
		subject: { kind: 'search_word', id: stored!.id },
		...(row ? { before: { said: row.said, means: row.means } } : {}),
		after: given
	});
	return stored!.id;
}

async function drop(tx: Transaction, ctx: Ctx, row: Own, act: string): Promise<void> {
	await tx.delete(searchWord).where(eq(searchWord.id, row.id));
	await wordsChanged(tx);
	await record(tx, ctx, {
		act,
		subject: { kind: 'search_word', id: row.id },
		before: { said: row.said, means: row.means }
	});
}

/** Most often first. */
export async function misses(ctx: Ctx, limit = 100): Promise<Miss[]> {
	refuseIfAny(refusals(ctx.actor, 'read_words'));
	return read(ctx, (tx) =>
		tx
			.select({
				id: searchMiss.id,
				words: searchMiss.words,
				count: searchMiss.count,
				firstDay: searchMiss.firstDay,
				lastDay: searchMiss.lastDay
			})
			.from(searchMiss)
			.where(isNull(searchMiss.dismissedOn))
			.orderBy(desc(searchMiss.count), desc(searchMiss.lastDay), asc(searchMiss.id))
			.limit(limit)
	);
}

export async function dismiss(ctx: Ctx, missId: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'edit_words'));
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.update(searchMiss)
			.set({ dismissedOn: dayOf(ctx.now) })
			.where(eq(searchMiss.id, missId))
			.returning();
		if (!row) throw notFound('lượt tìm này');
		await record(tx, ctx, {
			act: 'search_miss.dismissed',
			subject: { kind: 'search_miss', id: missId },
			after: { words: row.words, count: row.count }
		});
	});
}
