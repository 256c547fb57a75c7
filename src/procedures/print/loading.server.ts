/** Gathers a print set from the catalogue: which sheets, their numbers on the board, the forms behind them. */
import { inArray } from 'drizzle-orm';
import sharp from 'sharp';
import type { Ctx } from '#people/actor.ts';
import * as hotlines from '#people/hotlines.server.ts';
import * as wards from '#people/wards.server.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { boardAt, type BoardSheet, type PlaceBoard } from '../boards.server.ts';
import * as places from '../places.server.ts';
import { procedureVersion } from '../schema.server.ts';
import { isPrintablePdf } from './forms.server.ts';
import type { Paper } from './paper.ts';
import { contactOf, wardInSentence, type PrintedForm, type PrintSet, type WorkSlip } from './set.ts';

export type PrintChoice = {
	placeId: number;
	/** Only what has to be hung or changed, a field, a procedure; nothing named: the whole board. */
	only?: { changes: true } | { field: string } | { code: string };
	/** Without the forms: the sheets alone. */
	withoutForms?: boolean;
	paper?: Paper;
	/** A day to come, to print ahead. */
	listOf?: Day;
	origin: string;
};

/** A form nobody here can print: Word files, addresses elsewhere. */
export type FormToAdd = { no: number; procedure: string; name: string; address: string };

type Version = typeof procedureVersion.$inferSelect;
type WantedForm = { name: string; fileToken: string | null; url: string | null };

export async function load(ctx: Ctx, choice: PrintChoice): Promise<PrintSet> {
	const today = dayOf(ctx.now);
	const listOf = choice.listOf && choice.listOf > today ? choice.listOf : today;
	const ward = await wards.byId(ctx.db, ctx.wardId);
	const picked = await read(ctx, async (tx) => {
		const place = await places.byId(tx, ctx, choice.placeId);
		const { board, sheets } = await boardAt(tx, place, listOf);
		const wanted = pick(choice, board, sheets);
		const versions = await versionsOf(tx, wanted);
		const forms = choice.withoutForms ? [] : [...versions.values()].flatMap(formsOf);
		const tokens = forms.flatMap(({ fileToken }) => fileToken ?? []);
		const announced = await hotlines.feedbackContact(tx, listOf);
		return { place, board, sheets, wanted, versions, stored: await storedFiles(tx, tokens), announced };
	});
	const { place, board, sheets, wanted, versions, stored, announced } = picked;
	const printed: PrintSet['sheets'] = [];
	for (const { no, code, versionId } of wanted) {
		const version = versions.get(versionId)!;
		const forms: PrintedForm[] = [];
		for (const wantedForm of choice.withoutForms ? [] : formsOf(version)) {
			forms.push(await printedForm(wantedForm, stored, choice.origin));
		}
		printed.push({ no, version: { ...version, code }, forms });
	}
	const onlyChanges = choice.only !== undefined && 'changes' in choice.only;
	return {
		ward: {
			name: wardInSentence(ward.name),
			superiorName: ward.superiorName,
			// The number for feedback stands in the register; what it leaves open is taken from the ward.
			contact: { ...contactOf(ward.settings), ...announced }
		},
		place: { id: place.id, name: place.name, address: place.address },
		sheets: printed,
		contents: choice.only && !onlyChanges ? [] : sheets,
		of: sheets.length,
		slip: onlyChanges ? slipOf(board) : null,
		origin: choice.origin,
		day: today,
		listOf,
		paper: choice.paper ?? place.paper
	};
}

function pick({ only }: PrintChoice, board: PlaceBoard, sheets: BoardSheet[]): BoardSheet[] {
	const wanted = !only
		? sheets
		: 'field' in only
			? sheets.filter(({ field }) => field === only.field)
			: 'code' in only
				? sheets.filter(({ code }) => code === only.code)
				: [...board.toHang, ...board.toReplace.map(({ next }) => next), ...board.toAnnounce];
	return wanted.toSorted((a, b) => a.no - b.no);
}

function slipOf(board: PlaceBoard): WorkSlip {
	return {
		hang: [
			...board.toHang.map(({ no, name }) => ({ no, name, from: null })),
			...board.toAnnounce.map(({ no, name, effectiveFrom }) => ({ no, name, from: effectiveFrom }))
		],
		replace: board.toReplace.map(({ old, next }) => ({
			no: next.no,
			name: next.name,
			oldFrom: old[0]!.effectiveFrom
		})),
		takeDown: board.toTakeDown.map(({ no, name, code, effectiveFrom }) => ({
			no,
			name,
			code,
			oldFrom: effectiveFrom
		}))
	};
}

/** Forms of these sheets that have to be printed by hand. */
export async function formsByHand(
	tx: Transaction,
	sheets: BoardSheet[],
	origin: string
): Promise<FormToAdd[]> {
	const versions = await versionsOf(tx, sheets);
	const forms = sheets.flatMap(({ no, versionId }) => {
		const version = versions.get(versionId)!;
		return formsOf(version).map((form) => ({ no, procedure: version.name, form }));
	});
	const stored = await storedFiles(
		tx,
		forms.flatMap(({ form }) => form.fileToken ?? [])
	);
	return forms
		.filter(({ form }) => !fileToPrint(form, stored))
		.map(({ no, procedure, form }) => ({ no, procedure, name: form.name, address: addressOf(form, origin) }));
}

async function versionsOf(tx: Transaction, wanted: BoardSheet[]): Promise<Map<number, Version>> {
	if (wanted.length === 0) return new Map();
	const rows = await tx
		.select()
		.from(procedureVersion)
		.where(
			inArray(
				procedureVersion.id,
				wanted.map(({ versionId }) => versionId)
			)
		);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Forms of all cases, each once. */
function formsOf({ content }: Version): WantedForm[] {
	const forms = content.cases.flatMap(({ papers }) => papers.flatMap((paper) => paper.forms));
	const unique = new Map(forms.map((form) => [form.fileToken ?? form.url ?? form.name, form]));
	return [...unique.values()].filter(({ fileToken, url }) => fileToken !== null || url !== null);
}

async function storedFiles(tx: Transaction, tokens: string[]): Promise<Map<string, files.StoredFile>> {
	const stored = new Map<string, files.StoredFile>();
	for (const token of new Set(tokens)) {
		const row = await files.byToken(tx, token);
		if (row) stored.set(token, row);
	}
	return stored;
}

const addressOf = ({ fileToken, url }: WantedForm, origin: string): string =>
	fileToken === null ? url! : `${origin}/tep/${fileToken}`;

/** The stored file, when it is of a kind the press knows. */
function fileToPrint(
	{ fileToken }: WantedForm,
	stored: Map<string, files.StoredFile>
): files.StoredFile | undefined {
	const file = fileToken === null ? undefined : stored.get(fileToken);
	return file && /^(application\/pdf|image\/)/.test(file.mime) ? file : undefined;
}

async function printedForm(
	form: WantedForm,
	stored: Map<string, files.StoredFile>,
	origin: string
): Promise<PrintedForm> {
	const { name } = form;
	const file = fileToPrint(form, stored);
	const elsewhere = { kind: 'elsewhere' as const, name, address: addressOf(form, origin) };
	if (!file) return elsewhere;
	const bytes = await bytesOf(file);
	if (file.mime === 'application/pdf')
		return (await isPrintablePdf(bytes)) ? { kind: 'pdf', name, bytes } : elsewhere;
	// The press knows JPEG and PNG; what has transparent parts was stored as WebP.
	if (file.mime === 'image/webp') return { kind: 'image', name, bytes: await sharp(bytes).png().toBuffer() };
	return { kind: 'image', name, bytes };
}

async function bytesOf(file: files.StoredFile): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of files.openStream(file)) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
