/** Bringing a file of procedures in (nhập danh mục): first what it would do, then all of it or nothing. */
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#people/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { setById } from './announcements.server.ts';
import { apply, importKind, type Applied, type Proposed } from './catalogue.server.ts';
import { textOf } from './compare.ts';
import { diff, type Diff } from './diff.server.ts';
import { laidOver } from './import/keeping.ts';
import { asStored, readProcedures } from './import/read.ts';
import { whereOf, type BadRow, type ReadFile, type ReadRow, type Warning } from './import/rows.ts';
import { refusals } from './policy.ts';
import { standingOn, type ProcedureText } from './procedure.ts';
import { versionsOfCodes } from './reading.server.ts';
import { violations } from './schema.server.ts';

export type Preview = Diff & {
	/** Procedures the file holds, without the bad ones. */
	read: number;
	bad: BadRow[];
	/** What to look at in the rows that would come in. */
	warnings: (Warning & { at: string; code: string })[];
};

type Upload = {
	name: string;
	bytes: Uint8Array;
	/** Of a kept file: what was brought in can be looked up later. */
	fileId?: number;
};
type How = {
	/** Leave bad rows out and take the rest; without it one bad row keeps everything out. */
	skipBad?: boolean;
	/** For rows that name no day of their own. */
	effectiveOn?: Day;
};

/** The dry run and the import that follows it read the same bytes once. */
const lately = new WeakMap<Uint8Array, ReadFile>();
function readOnce(bytes: Uint8Array): ReadFile {
	const file = lately.get(bytes) ?? readProcedures(bytes);
	lately.set(bytes, file);
	return file;
}

/** What the file would do. Writes nothing. */
export async function preview(ctx: Ctx, bytes: Uint8Array, how: How = {}): Promise<Preview> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const { rows, bad } = readOnce(bytes);
	const found = await read(ctx, async (tx) => diff(tx, ctx, await laid(tx, ctx, rows, how)));
	// Of what is as it was, the catalogue itself tells what is missing.
	const coming = new Set([...found.added, ...found.changed].map(({ code }) => code));
	return {
		...found,
		read: rows.length,
		bad,
		warnings: rows
			.filter(({ text }) => coming.has(text.code))
			.flatMap(({ at, text, warnings }) => warnings.map((one) => ({ ...one, at, code: text.code })))
	};
}

/** Keeps the file for the second step; only staff can fetch it. Returns its token. */
export async function keep(ctx: Ctx, upload: Upload): Promise<string> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	return transact(ctx, async (tx) => {
		const row = await files.put(tx, ctx, { name: upload.name, bytes: asStored(upload.bytes) });
		await record(tx, ctx, {
			act: 'procedure_file.uploaded',
			subject: { kind: 'file', id: row.id },
			after: { name: upload.name, sha256: row.sha256 }
		});
		return row.token;
	});
}

/** The bytes of a kept file, for the person who uploaded it. */
export async function kept(ctx: Ctx, token: string): Promise<Upload> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const row = await read(ctx, (tx) => files.byToken(tx, token));
	if (
		!row?.createdByPersonId ||
		ctx.actor.kind !== 'person' ||
		row.createdByPersonId !== ctx.actor.personId
	) {
		throw notFound('tệp đã tải lên');
	}
	return { name: row.name, bytes: await buffer(files.openStream(row)), fileId: row.id };
}

/** What a set of changes was brought in from, for those who keep the catalogue. */
export async function fileOfSet(ctx: Ctx, changeSetId: number): Promise<files.StoredFile> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const found = await read(ctx, async (tx) => {
		const set = (await setById(tx, changeSetId))?.set;
		return set && set.kind !== 'decision' && set.fileId !== null ? files.byId(tx, set.fileId) : undefined;
	});
	if (!found) throw notFound('tệp đã nhập');
	return found;
}

/** Writes what the file holds, in one transaction. The same file again changes nothing. */
export async function bringIn(
	ctx: Ctx,
	upload: Upload,
	how: How = {}
): Promise<Applied & { kind: 'inventory' | 'import' }> {
	refuseIfAny(refusals(ctx.actor, 'import'));
	const { rows, bad } = readOnce(upload.bytes);
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
		async (tx) => {
			const kind = await importKind(tx);
			const head = {
				kind,
				title: `Nhập danh mục từ tệp ${upload.name}`.slice(0, 300),
				...(upload.fileId === undefined ? {} : { fileId: upload.fileId })
			};
			const texts = await laid(tx, ctx, rows, how);
			const applied = await apply(
				tx,
				ctx,
				head,
				texts.map((row): Proposed => ({ what: 'text', ...row }))
			);
			return { ...applied, kind };
		},
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

/** So many are named in one answer; the dry run lists them all. */
const MOST_NAMED = 50;

function badRows(bad: BadRow[]): Refusal {
	const said = bad.slice(0, MOST_NAMED).map((one) => ({
		code: 'import.bad_row',
		message: `${whereOf(one)}${one.value ? ` (“${one.value}”)` : ''}: ${one.message}`
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
