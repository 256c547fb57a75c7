/**
 * Forms to download (mẫu đơn, tờ khai) while a text is being edited: uploaded for staff, public once a saved text shows
 * them. A text may only show what is public already or what its editor uploaded, so no staff file leaks through it.
 */
import { inArray } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import { refusals } from './policy.ts';
import type { ProcedureText } from './procedure.ts';

/** Takes a form (or the decision itself) in; only staff see it until something with it is saved. */
export async function upload(
	ctx: Ctx,
	code: string,
	given: { name: string; bytes: Uint8Array }
): Promise<files.StoredFile> {
	refuseIfAny(refusals(ctx.actor, 'edit'));
	return transact(ctx, async (tx) => {
		const row = await files.put(tx, ctx, given);
		await record(tx, ctx, {
			act: 'procedure.form_uploaded',
			subject: { kind: 'procedure', id: code },
			after: { fileId: row.id, name: row.name }
		});
		return row;
	});
}

/** One form for whoever edits it: public already, or their own upload. */
export async function byToken(ctx: Ctx, token: string): Promise<files.StoredFile> {
	const { personId } = person(ctx);
	const found = await read(ctx, (tx) => files.byToken(tx, token));
	if (!found || !mayShow(found, personId)) throw notFound('tệp mẫu này');
	return found;
}

/** What shows these files is about to be saved: the public may fetch them from now on. */
export async function release(ctx: Ctx, tokens: string[]): Promise<files.StoredFile[]> {
	const { personId } = person(ctx);
	refuseIfAny(refusals(ctx.actor, 'edit'));
	if (tokens.length === 0) return [];
	return transact(ctx, async (tx) => {
		const rows = await rowsOf(tx, tokens);
		const shown = new Set(rows.filter((row) => mayShow(row, personId)).map(({ token }) => token));
		if (tokens.some((token) => !shown.has(token))) {
			throw new Refusal({
				code: 'procedure.form_gone',
				field: 'cases',
				message: 'Có tệp không còn hoặc không phải do đồng chí tải lên. Hãy bỏ tệp đó và tải lại.'
			});
		}
		for (const row of rows) if (row.access !== 'public') await files.makePublic(tx, row.id);
		return rows;
	});
}

/** The forms a text offers. */
export function tokensOf({ content }: ProcedureText): string[] {
	const forms = content.cases.flatMap(({ papers }) => papers.flatMap((paper) => paper.forms));
	return [...new Set(forms.flatMap(({ fileToken }) => (fileToken ? [fileToken] : [])))];
}

const rowsOf = (tx: Transaction, tokens: string[]): Promise<files.StoredFile[]> =>
	tx.select().from(file).where(inArray(file.token, tokens));

const mayShow = (row: files.StoredFile, personId: number): boolean =>
	row.access === 'public' || row.createdByPersonId === personId;
