/** What the editor's form sent: files are kept first, so that nothing chosen or typed is lost whatever comes after. */
import * as forms from '#procedures/forms.server.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { draftFrom, type Draft } from './draft.ts';
import type { SaveAs } from './save-as.ts';

export type Sent = {
	draft: Draft;
	saveAs: SaveAs;
	baseVersionId: number | null;
	/** The newest version there was when the form was opened. */
	seenVersionId: number | null;
	press: string;
	/** A file that could not be taken. */
	refusal: Refusal | undefined;
};

export async function read(ctx: Ctx, request: Request): Promise<Sent> {
	const data = await request.formData();
	const draft = draftFrom(data);
	for (const name of data.keys()) {
		const at = /^cases\.(\d+)\.papers\.(\d+)\.forms\.(\d+)\.drop$/.exec(name);
		const form = at && formAt(draft, data, at.slice(1).map(Number));
		if (form) form.fileToken = '';
	}
	const refusal = await keepFiles(ctx, draft, data);
	const word = (name: string): string => {
		const value = data.getAll(name).at(-1);
		return typeof value === 'string' ? value.trim() : '';
	};
	// A button may name the newer version to go on from; it comes after the hidden field.
	const baseVersionId = Number(word('base')) || null;
	return {
		draft,
		saveAs: {
			how: word('how') === 'correction' ? 'correction' : 'new',
			effectiveFrom: word('effectiveFrom'),
			reason: word('reason').slice(0, 1000)
		},
		baseVersionId,
		seenVersionId: Math.max(Number(word('seen')) || 0, baseVersionId ?? 0) || null,
		press: word('dong'),
		refusal
	};
}

type FormDraft = Draft['cases'][number]['papers'][number]['forms'][number];

/** The row a field stands in; rows were numbered anew when there were gaps. */
function formAt(draft: Draft, data: FormData, [a, b, c]: number[]): FormDraft | undefined {
	const rank = (prefix: string, row: number): number =>
		[
			...new Set(
				[...data.keys()]
					.filter((name) => name.startsWith(prefix))
					.map((name) => Number(name.slice(prefix.length).split('.')[0]))
			)
		]
			.sort((x, y) => x - y)
			.indexOf(row);
	return draft.cases[rank('cases.', a!)]?.papers[rank(`cases.${a}.papers.`, b!)]?.forms[
		rank(`cases.${a}.papers.${b}.forms.`, c!)
	];
}

async function keepFiles(ctx: Ctx, draft: Draft, data: FormData): Promise<Refusal | undefined> {
	for (const [name, value] of data) {
		const at = /^cases\.(\d+)\.papers\.(\d+)\.forms\.(\d+)\.file$/.exec(name);
		if (!at || !(value instanceof File) || value.size === 0) continue;
		const form = formAt(draft, data, at.slice(1).map(Number));
		if (!form) continue;
		const bytes = new Uint8Array(await value.arrayBuffer());
		try {
			const kept = await forms.upload(ctx, draft.code || 'moi', { name: value.name, bytes });
			form.fileToken = kept.token;
			if (!form.name.trim()) form.name = kept.name.replace(/\.[^.]*$/, '');
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			return thrown;
		}
	}
	return undefined;
}
