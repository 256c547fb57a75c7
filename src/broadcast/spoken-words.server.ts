/** The ward's own words (cách đọc riêng): how place names and names of organisations are said. */
import { asc, eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { refusals } from './policy.ts';
import { spokenWord, violations } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { speak } from './spoken/speak.ts';

const line = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export async function put(ctx: Ctx, given: { written: string; said: string }): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'write_script'));
	const [written, said] = [line(given.written), line(given.said)];
	if (!written || written.length > 100)
		throw new Refusal({
			code: 'spoken_word.written',
			field: 'written',
			message: 'Hãy nhập từ như viết trong văn bản (đến 100 ký tự).'
		});
	if (!said || said.length > 200)
		throw new Refusal({
			code: 'spoken_word.said',
			field: 'said',
			message: 'Hãy nhập cách đọc (đến 200 ký tự).'
		});
	// A reading that would be read again differently never comes to rest.
	if (speak(said) !== said)
		throw new Refusal({
			code: 'spoken_word.not_spoken',
			field: 'said',
			message: `Cách đọc cần viết bằng chữ như khi nói. Gợi ý: “${speak(said)}”.`
		});
	await transact(
		ctx,
		async (tx) => {
			const values = { written, said, changedAt: ctx.now, changedByPersonId: person(ctx).personId };
			const [row] = await tx
				.insert(spokenWord)
				.values(values)
				.onConflictDoUpdate({ target: [spokenWord.wardId, spokenWord.written], set: values })
				.returning({ id: spokenWord.id });
			await record(tx, ctx, {
				act: 'spoken_word.put',
				subject: { kind: 'spoken_word', id: row!.id },
				after: { written, said }
			});
		},
		violations
	);
}

export async function remove(ctx: Ctx, id: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'write_script'));
	await transact(ctx, async (tx) => {
		const [row] = await tx.delete(spokenWord).where(eq(spokenWord.id, id)).returning();
		if (!row) throw notFound('từ này');
		await record(tx, ctx, {
			act: 'spoken_word.removed',
			subject: { kind: 'spoken_word', id },
			before: { written: row.written, said: row.said }
		});
	});
}

export async function list(ctx: Ctx): Promise<{ id: number; written: string; said: string }[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, (tx) =>
		tx
			.select({ id: spokenWord.id, written: spokenWord.written, said: spokenWord.said })
			.from(spokenWord)
			.orderBy(asc(spokenWord.written))
	);
}

/** The spoken form by the ward's words and region. */
export async function speakIn(tx: Transaction): Promise<(written: string) => string> {
	const words = await tx.select({ written: spokenWord.written, said: spokenWord.said }).from(spokenWord);
	const { region } = await settingsIn(tx);
	const ownWords = Object.fromEntries(words.map(({ written, said }) => [written, said]));
	return (written) => speak(written, { region, ownWords });
}
