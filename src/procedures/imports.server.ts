/** Bringing a file of procedures in (nhập danh mục): first what it would do, then all of it or nothing. */
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { apply, importKind, type Applied, type Proposed } from './catalogue.server.ts';
import { textOf } from './compare.ts';
import { diff, type Diff } from './diff.server.ts';
import { laidOver } from './import/keeping.ts';
import { readProcedures } from './import/read.ts';
import type { BadRow, ReadRow, Warning } from './import/rows.ts';
import { refusals } from './policy.ts';
import { standingOn, type ProcedureText } from './procedure.ts';
import { versionsOfCodes } from './reading.server.ts';
import { violations } from './schema.server.ts';

export type Preview = Diff & {
	/** Procedures the file holds, without the bad ones. */
	read: number;
	bad: BadRow[];
	warnings: (Warning & { at: string; code: string })[];
};

type Upload = { name: string; bytes: Uint8Array };
type How = {
	/** Leave bad rows out and take the rest; without it one bad row keeps everything out. */
	skipBad?: boolean;
	/** For rows that name no day of their own. */
	effectiveOn?: Day;
};

/** What the file would do. Writes nothing. */
export async function preview(ctx: Ctx, bytes: Uint8Array, how: How = {}): Promise<Preview> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const { rows, bad } = readProcedures(bytes);
	const found = await read(ctx, async (tx) => diff(tx, ctx, await laid(tx, ctx, rows, how)));
	return {
		...found,
		read: rows.length,
		bad,
		warnings: rows.flatMap(({ at, text, warnings }) =>
			warnings.map((one) => ({ ...one, at, code: text.code }))
		)
	};
}

/** Keeps the file for the second step; only staff can fetch it. Returns its token. */
export async function keep(ctx: Ctx, upload: Upload): Promise<string> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	return transact(ctx, async (tx) => (await files.put(tx, ctx, upload)).token);
}

/** The bytes of a kept file, for the person who uploaded it. */
export async function kept(ctx: Ctx, token: string): Promise<Upload> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const row = await read(ctx, (tx) => files.byToken(tx, token));
	if (
		row?.createdByPersonId == null ||
		ctx.actor.kind !== 'person' ||
		row.createdByPersonId !== ctx.actor.personId
	) {
		throw notFound('tệp đã tải lên');
	}
	return { name: row.name, bytes: await buffer(files.openStream(row)) };
}

/** Writes what the file holds, in one transaction. The same file again changes nothing. */
export async function bringIn(ctx: Ctx, upload: Upload, how: How = {}): Promise<Applied> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const { rows, bad } = readProcedures(upload.bytes);
	if (bad.length > 0 && !how.skipBad) throw badRows(bad);
	if (rows.length === 0) {
		throw new Refusal({
			code: 'import.no_rows',
			field: 'file',
			message: 'Tệp không có dòng nào nhập được. Hãy xem lại tệp.'
		});
	}
	return transact(
		ctx,
		async (tx) =>
			apply(
				tx,
				ctx,
				{ kind: await importKind(tx), title: `Nhập danh mục từ tệp ${upload.name}`.slice(0, 300) },
				(await laid(tx, ctx, rows, how)).map((row): Proposed => ({ what: 'text', ...row }))
			),
		violations
	);
}

type Laid = { text: ProcedureText; effectiveFrom: Day | null };

/** Each row over what the catalogue says on its day. */
async function laid(tx: Transaction, ctx: Ctx, rows: ReadRow[], { effectiveOn }: How): Promise<Laid[]> {
	const known = await versionsOfCodes(
		tx,
		rows.map(({ text }) => text.code)
	);
	return rows.map((row) => {
		const effectiveFrom = row.effectiveFrom ?? effectiveOn ?? null;
		const on = effectiveFrom ?? dayOf(ctx.now);
		const versions = known.get(row.text.code) ?? [];
		const base =
			versions.find((one) => standingOn(one, on) === 'in_force') ??
			versions.findLast((one) => one.effectiveFrom <= on) ??
			versions[0];
		return { text: base ? laidOver(textOf(base), row) : row.text, effectiveFrom };
	});
}

function badRows(bad: BadRow[]): Refusal {
	const said = bad.map(({ row, column, value, message }) => ({
		code: 'import.bad_row',
		message: `Dòng ${row}${column ? `, cột “${column}”` : ''}${value ? ` (“${value}”)` : ''}: ${message}`
	}));
	return new Refusal(
		{
			code: 'import.bad_rows',
			field: 'file',
			message: `Tệp có ${bad.length} dòng chưa đúng nên chưa nhập dòng nào. Hãy sửa các dòng đó rồi nhập lại, hoặc chọn chỉ nhập các dòng đúng.`
		},
		said
	);
}
