import { error } from '@sveltejs/kit';
import * as browsing from '#procedures/browsing.server.ts';
import { differences, textOf, wordDiff } from '#procedures/compare.ts';
import * as reading from '#procedures/reading.server.ts';
import type { VersionOfCode } from '#procedures/reading.server.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import { forEveryone } from '../../../portal.ts';
import { dayIn } from '../../asked.ts';
import { codeOf, unknownCode } from '../procedure.server.ts';
import type { PageServerLoad } from './$types';

/** A version by its number, or the one that holds on a day. */
async function versionNamed(tx: Transaction, code: string, name: string): Promise<VersionOfCode | undefined> {
	if (/^\d{1,15}$/.test(name)) return browsing.versionById(tx, code, Number(name));
	const day = dayIn(name);
	return day ? reading.versionOn(tx, code, day) : undefined;
}

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	const code = codeOf(params.code);
	const page = await read(ctx, async (tx) => {
		const versions = await reading.versionsOf(tx, code);
		if (versions.length === 0) error(404, unknownCode);
		// Named by nothing, the newest is compared with the one before.
		const [from, to] = [url.searchParams.get('tu'), url.searchParams.get('den')];
		const newer = to ? await versionNamed(tx, code, to) : versions[0];
		const older = from
			? await versionNamed(tx, code, from)
			: versions.find((one) => newer && one.effectiveFrom < newer.effectiveFrom);
		if ((to && !newer) || (from && !older)) {
			error(404, 'Không tìm thấy bản cần so sánh của thủ tục này. Hãy chọn lại trong danh sách các bản.');
		}
		const shown = (one: VersionOfCode) => ({
			id: one.id,
			effectiveFrom: one.effectiveFrom,
			effectiveTo: one.effectiveTo,
			decision: one.decision,
			corrected: one.supersededAt !== null
		});
		return {
			name: (newer ?? versions[0]!).name,
			older: older ? shown(older) : null,
			newer: newer ? shown(newer) : null,
			fields:
				older && newer
					? differences(textOf(older), textOf(newer)).map(({ field, label, before, after }) => ({
							field,
							label,
							pieces: wordDiff(before, after)
						}))
					: [],
			versions: versions.map(shown)
		};
	});
	setHeaders(forEveryone);
	return { code, ...page };
};
