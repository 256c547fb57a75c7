import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { whereOf } from '#procedures/import/rows.ts';
import * as imports from '#procedures/imports.server.ts';
import { refusals } from '#procedures/policy.ts';
import { dayOf, isDay } from '#platform/clock.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) => ({
	today: dayOf(ctx.now),
	reasons: refusals(ctx.actor, 'import'),
	/** The file was brought in before, or says what the catalogue says. */
	nothing: url.searchParams.get('xong') === 'khong-doi'
});

/** A page shows so many lines of each kind; the figures above it count them all. */
const SHOWN = 100;
/** Codes beside one warning. */
const NAMED = 60;

/** One thing to look at, and in which procedures. */
type Warned = { message: string; count: number; codes: string[] };

function warned(warnings: imports.Preview['warnings']): Warned[] {
	return [...Map.groupBy(warnings, ({ message }) => message)]
		.map(([message, all]) => {
			const codes = [...new Set(all.map(({ code }) => code))];
			return { message, count: codes.length, codes: codes.slice(0, NAMED) };
		})
		.toSorted((a, b) => b.count - a.count);
}

type Answer = {
	file?: { name: string; token: string };
	effectiveOn: string;
	preview?: Pick<imports.Preview, 'added' | 'changed' | 'unchanged' | 'absent'> & {
		bad: (imports.Preview['bad'][number] & { where: string })[];
		warned: Warned[];
	};
	counts?: Record<'added' | 'changed' | 'bad' | 'warned' | 'absent', number>;
	refusal?: { message: string; field: string | undefined; reasons: RefusalDetail[] };
};

const refused = (answer: Answer, thrown: unknown): ActionFailure<Answer> => {
	if (!(thrown instanceof Refusal)) throw thrown;
	const { message, field, reasons, status } = thrown;
	return fail(status, { ...answer, refusal: { message, field, reasons: reasons.slice(0, 20) } });
};

async function looked(
	ctx: App.Locals['ctx'],
	file: { name: string; bytes: Uint8Array; token: string },
	effectiveOn: string
): Promise<Answer> {
	const found = await imports.preview(ctx, file.bytes, isDay(effectiveOn) ? { effectiveOn } : {});
	const { added, changed, unchanged, absent, bad } = found;
	const things = warned(found.warnings);
	return {
		file: { name: file.name, token: file.token },
		effectiveOn,
		counts: {
			added: added.length,
			changed: changed.length,
			bad: bad.length,
			warned: things.length,
			absent: absent.length
		},
		preview: {
			unchanged,
			added: added.slice(0, SHOWN),
			changed: changed.slice(0, SHOWN),
			absent: absent.slice(0, SHOWN),
			bad: bad.slice(0, SHOWN).map((one) => ({ ...one, where: whereOf(one) })),
			warned: things.slice(0, SHOWN)
		}
	};
}

const dayIn = (data: FormData): string => {
	const day = data.get('effectiveOn');
	return typeof day === 'string' && isDay(day) ? day : '';
};

export const actions: Actions = {
	/** Reads the file and says what it would do; keeps it for the second step. */
	xem: async ({ locals: { ctx }, request }) => {
		const data = await request.formData();
		const effectiveOn = dayIn(data);
		const given = data.get('file');
		if (!(given instanceof File) || given.size === 0) {
			return fail(422, {
				effectiveOn,
				refusal: { message: 'Hãy chọn tệp danh mục thủ tục.', field: 'file', reasons: [] }
			} satisfies Answer);
		}
		try {
			const upload = { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) };
			// Read before it is kept: what cannot be read is not stored.
			const answer = await looked(ctx, { ...upload, token: '' }, effectiveOn);
			return { ...answer, file: { name: upload.name, token: await imports.keep(ctx, upload) } };
		} catch (thrown) {
			return refused({ effectiveOn }, thrown);
		}
	},

	nhap: async ({ locals: { ctx }, request }) => {
		const data = await request.formData();
		const effectiveOn = dayIn(data);
		const token = String(data.get('token') ?? '');
		let applied: Awaited<ReturnType<typeof imports.bringIn>>;
		let answer: Answer = { effectiveOn };
		try {
			const file = await imports.kept(ctx, token);
			answer = await looked(ctx, { ...file, token }, effectiveOn);
			const skipBad = data.get('skipBad') === 'co';
			applied = await imports.bringIn(ctx, file, { skipBad, ...(effectiveOn ? { effectiveOn } : {}) });
		} catch (thrown) {
			return refused(answer, thrown);
		}
		redirect(
			303,
			applied.changeSetId === null
				? '/lam-viec/thu-tuc/nhap?xong=khong-doi'
				: `/lam-viec/thu-tuc/quyet-dinh/${applied.changeSetId}?xong=${applied.kind === 'import' ? 'ghi' : 'nhap'}`
		);
	}
};
