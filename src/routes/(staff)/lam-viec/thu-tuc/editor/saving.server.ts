/** The three buttons of the editor: change rows, look before saving, save. Whatever happens, the draft comes back. */
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as catalogue from '#procedures/catalogue.server.ts';
import { differences, textOf, type FieldDifference } from '#procedures/compare.ts';
import * as forms from '#procedures/forms.server.ts';
import type { ProcedureText } from '#procedures/procedure.ts';
import { versionsOf, type VersionOfCode } from '#procedures/reading.server.ts';
import type { Ctx } from '#people/actor.ts';
import { isDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import * as editorForm from './editor-form.server.ts';
import { changeRows, pruned, type Draft } from './draft.ts';
import type { SaveAs } from './save-as.ts';
import { understood } from './understood.ts';

export type Answer = {
	draft: Draft;
	saveAs: SaveAs;
	baseVersionId: number | null;
	/** The newest version there was when the form was opened. */
	seenVersionId: number | null;
	/** Somebody saved in between: the version to look at. */
	newerVersionId: number | null;
	preview?: { differences: FieldDifference[] };
	refusal?: { message: string; field: string | undefined; reasons: RefusalDetail[] };
};
type Event = Pick<RequestEvent, 'locals' | 'request'>;
type Answered = Answer | ActionFailure<Answer>;

const refused = (status: number, answer: Answer, reasons: RefusalDetail[]): Answered =>
	fail(status, {
		...answer,
		refusal: { message: reasons[0]!.message, field: reasons[0]!.field, reasons }
	});

/** A row more or less, for browsers without script. */
export async function rows({ locals: { ctx }, request }: Event): Promise<Answered> {
	const { draft, saveAs, baseVersionId, seenVersionId, press, refusal } = await editorForm.read(ctx, request);
	changeRows(draft, press);
	const answer: Answer = { draft, saveAs, baseVersionId, seenVersionId, newerVersionId: null };
	return refusal ? refused(refusal.status, answer, refusal.reasons) : answer;
}

/** Reads the form as far as saving needs it, or says what is wrong with it. */
async function given(
	ctx: Ctx,
	request: Request,
	code: string | null
): Promise<{ answer: Answer; text: ProcedureText } | { answered: Answered }> {
	const sent = await editorForm.read(ctx, request);
	const draft = pruned(sent.draft);
	if (code !== null) draft.code = code;
	const answer: Answer = {
		draft,
		saveAs: sent.saveAs,
		baseVersionId: sent.baseVersionId,
		seenVersionId: sent.seenVersionId,
		newerVersionId: null
	};
	const reasons: RefusalDetail[] = sent.refusal ? [...sent.refusal.reasons] : [];
	const read = understood(draft);
	if (!read.ok)
		reasons.push(
			...read.errors.map(({ path, message }) => ({ code: 'procedure.form', field: path, message }))
		);
	if (sent.saveAs.how === 'new' && !isDay(sent.saveAs.effectiveFrom)) {
		reasons.push({
			code: 'procedure.effective_from',
			field: 'effectiveFrom',
			message: 'Hãy chọn ngày nội dung này có hiệu lực.'
		});
	}
	if (!read.ok || reasons.length > 0) return { answered: refused(422, answer, reasons) };
	return { answer, text: read.text };
}

/** What saving would change; also where the newer version differs when somebody was quicker. */
export async function look({ locals: { ctx }, request }: Event, code: string | null): Promise<Answered> {
	const was = await given(ctx, request, code);
	if ('answered' in was) return was.answered;
	const { answer, text } = was;
	const versions = await read(ctx, (tx) => versionsOf(tx, text.code));
	if (answer.baseVersionId === null) {
		if (versions.length > 0)
			return refused(409, answer, [
				{
					code: 'procedure.code_taken',
					field: 'code',
					message: 'Thủ tục mang mã này đã có trong danh mục. Hãy mở thủ tục đó và sửa, hoặc xem lại mã.'
				}
			]);
		return { ...answer, preview: { differences: [] } };
	}
	const late = quicker(answer, text, versions);
	if (late) return late;
	const base = versions.find(({ id }) => id === answer.baseVersionId)!;
	return { ...answer, preview: { differences: differences(textOf(base), text) } };
}

async function quickerSave(ctx: Ctx, answer: Answer, text: ProcedureText): Promise<Answered | undefined> {
	if (answer.baseVersionId === null) return undefined;
	return quicker(answer, text, await read(ctx, (tx) => versionsOf(tx, text.code)));
}

/** Somebody saved after this form was opened: nothing is written over unseen, and nothing typed is lost. */
function quicker(answer: Answer, text: ProcedureText, versions: VersionOfCode[]): Answered | undefined {
	const newest = [...versions].sort((a, b) => b.id - a.id)[0];
	const { baseVersionId, seenVersionId } = answer;
	if (!newest || (newest.id <= (seenVersionId ?? 0) && versions.some(({ id }) => id === baseVersionId)))
		return undefined;
	return refused(
		409,
		{
			...answer,
			newerVersionId: newest.id,
			preview: { differences: differences(textOf(newest), text) }
		},
		[
			{
				code: 'procedure.changed_meanwhile',
				message:
					'Trong lúc đồng chí sửa, người khác đã lưu một bản mới. Hãy xem phần khác nhau với bản mới đó, sửa lại nếu cần, rồi bấm “Đã xem, tiếp tục từ bản mới”.'
			}
		]
	);
}

export async function save({ locals: { ctx }, request }: Event, code: string | null): Promise<Answered> {
	const was = await given(ctx, request, code);
	if ('answered' in was) return was.answered;
	const { answer, text } = was;
	const { saveAs, baseVersionId } = answer;
	let done = 'luu';
	const late = await quickerSave(ctx, answer, text);
	if (late) return late;
	try {
		await forms.release(ctx, forms.tokensOf(text));
		const applied = await catalogue.edit(ctx, {
			text,
			effectiveFrom: saveAs.effectiveFrom,
			baseVersionId,
			correction: saveAs.how === 'correction',
			...(saveAs.reason ? { reason: saveAs.reason } : {})
		});
		if (applied.changeSetId === null) done = 'khong-doi';
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const overtaken = await quickerSave(ctx, answer, text);
		if (overtaken) return overtaken;
		return refused(thrown.status, answer, thrown.reasons);
	}
	redirect(303, `/lam-viec/thu-tuc/${encodeURIComponent(text.code)}?xong=${done}`);
}
