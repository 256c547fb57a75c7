import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import * as announcements from '#procedures/announcements.server.ts';
import { standingsOf } from '#procedures/browsing.server.ts';
import * as forms from '#procedures/forms.server.ts';
import { refusals } from '#procedures/policy.ts';
import { procedureTextShape, type ChangeKind } from '#procedures/procedure.ts';
import { catalogueOn } from '#procedures/reading.server.ts';
import type { Ctx } from '#people/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { headFrom, headProblems, linesFrom, linesOf, sayLine, type Head, type Line } from '../announcing.ts';
import { codesIn } from '../lines.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_LINES = 1000;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const today = dayOf(ctx.now);
	const catalogue = await read(ctx, (tx) => catalogueOn(tx, today));
	return {
		today,
		reasons: refusals(ctx.actor, 'announce'),
		/** Brought along from the catalogue. */
		picked: [...new Set(url.searchParams.getAll('ma'))].slice(0, MOST_LINES),
		catalogue: Object.entries(Object.groupBy(catalogue, ({ field }) => field || 'Chưa ghi lĩnh vực')).map(
			([field, versions]) => ({
				field,
				procedures: versions!.map(({ code, name }) => ({ code, name }))
			})
		)
	};
};

type Checked = Line & {
	known: { name: string; field: string } | null;
	words: string;
	problem: string | null;
};
type Answer = {
	step: 'write' | 'check';
	head: Head;
	lines: Checked[];
	notes: string[];
	picked: string[];
	refusal?: { message: string; field: string | undefined; reasons: RefusalDetail[] };
};

const refused = (status: number, answer: Answer, reasons: RefusalDetail[]): ActionFailure<Answer> =>
	fail(status, { ...answer, refusal: { message: reasons[0]!.message, field: reasons[0]!.field, reasons } });

async function checked(ctx: Ctx, head: Head, lines: Line[]): Promise<Checked[]> {
	const today = dayOf(ctx.now);
	const known = await read(ctx, (tx) =>
		standingsOf(
			tx,
			lines.map(({ code }) => code),
			today
		)
	);
	return lines.map((line) => {
		const found = known.get(line.code);
		return {
			...line,
			known: found ? { name: found.name, field: found.field } : null,
			...sayLine(line, found, { today, issuedOn: head.issuedOn })
		};
	});
}

const many = (): RefusalDetail => ({
	code: 'decision.lines',
	field: 'paste',
	message: `Nhiều nhất ${MOST_LINES.toLocaleString('vi')} thủ tục một lần. Hãy chia ra.`
});

/** The file of the decision is kept at the first step; later steps carry its token. */
async function keepFile(ctx: Ctx, head: Head, data: FormData): Promise<void> {
	const file = data.get('file');
	if (!(file instanceof File) || file.size === 0) return;
	const kept = await forms.upload(ctx, 'quyet-dinh', {
		name: file.name,
		bytes: new Uint8Array(await file.arrayBuffer())
	});
	head.fileToken = kept.token;
	head.fileName = kept.name;
}

export const actions: Actions = {
	/** First step: what each line will do. Nothing is stored but the file. */
	kiemtra: async ({ locals: { ctx }, request }) => {
		const data = await request.formData();
		const head = headFrom(data);
		const picked = data.getAll('ma').filter((code): code is string => typeof code === 'string');
		const answer: Answer = { step: 'write', head, lines: [], notes: [], picked };
		const problems = headProblems(head);
		const { lines, notes } = linesOf(head, picked);
		if (lines.length === 0) {
			problems.push({
				code: 'decision.lines',
				field: 'paste',
				message: 'Chưa có thủ tục nào. Hãy dán danh sách mã hoặc chọn từ danh mục.'
			});
		}
		if (lines.length > MOST_LINES) problems.push(many());
		try {
			await keepFile(ctx, head, data);
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			problems.push(...thrown.reasons);
		}
		if (problems.length > 0) return refused(422, { ...answer, notes }, problems);
		return { ...answer, step: 'check' as const, lines: await checked(ctx, head, lines), notes };
	},

	/** The same look again, after lines were changed in place. */
	kiemtralai: async ({ locals: { ctx }, request }) => {
		const data = await request.formData();
		const head = headFrom(data);
		const lines = await checked(ctx, head, linesFrom(data));
		return { step: 'check' as const, head, lines, notes: [], picked: [] };
	},

	/** Back to the first step with everything in place. */
	sualai: async ({ request }) => {
		const data = await request.formData();
		const answer: Answer = { step: 'write', head: headFrom(data), lines: [], notes: [], picked: [] };
		// Lines that were corrected in the check are written back the way they are pasted.
		answer.head.paste = linesFrom(data)
			.filter(({ drop }) => !drop)
			.map(({ code, name, replacedBy }) => `${code} ${name}${replacedBy ? ` -> ${replacedBy}` : ''}`.trim())
			.join('\n');
		return answer;
	},

	/** Second step: all lines, or none. */
	ghi: async ({ locals: { ctx }, request }) => {
		const data = await request.formData();
		const head = headFrom(data);
		const lines = await checked(ctx, head, linesFrom(data));
		const kept = lines.filter(({ drop }) => !drop);
		const answer: Answer = { step: 'check', head, lines, notes: [], picked: [] };
		const problems = headProblems(head);
		for (const { code, problem } of kept)
			if (problem) problems.push({ code: 'decision.line', message: `${code}: ${problem}` });
		if (kept.length === 0)
			problems.push({
				code: 'decision.lines',
				message: 'Không còn dòng nào. Hãy giữ lại ít nhất một thủ tục.'
			});
		if (problems.length > 0) return refused(422, answer, problems);
		let changeSetId: number;
		try {
			changeSetId = await announce(ctx, head, kept);
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			return refused(thrown.status, answer, thrown.reasons);
		}
		redirect(303, `/lam-viec/thu-tuc/quyet-dinh/${changeSetId}?xong=ghi`);
	}
};

async function announce(ctx: Ctx, head: Head, lines: Checked[]): Promise<number> {
	const [file] = await forms.release(ctx, head.fileToken ? [head.fileToken] : []);
	return announcements.announce(ctx, {
		number: head.number,
		issuedOn: head.issuedOn,
		issuer: head.issuer,
		title: head.title || `Công bố thủ tục hành chính theo Quyết định số ${head.number}`,
		postingLimitDays: Number(head.postingLimitDays || '5'),
		...(head.url ? { url: head.url } : {}),
		...(file ? { fileId: file.id } : {}),
		lines: lines.map(({ code, name, kind, effectiveOn, replacedBy }) => ({
			code,
			kind: kind as ChangeKind,
			effectiveOn,
			replacedBy: codesIn(replacedBy),
			// A new procedure begins with its name; what it lacks is listed until somebody writes it.
			...(kind === 'new' ? { text: procedureTextShape.parse({ code, name, content: {} }) } : {})
		}))
	});
}
