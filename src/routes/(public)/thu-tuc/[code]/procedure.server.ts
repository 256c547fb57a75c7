/** The procedure an address names, with everything its pages show; a code nobody knows is answered kindly. */
import { error } from '@sveltejs/kit';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { outlookOf, type Outlook } from '#procedures/outlook.ts';
import { standingOn } from '#procedures/procedure.ts';
import * as reading from '#procedures/reading.server.ts';
import type { VersionOfCode } from '#procedures/reading.server.ts';
import { codeIn } from '../asked.ts';

export const unknownCode =
	'Phường không có thủ tục nào mang mã này. Hãy xem lại mã, hoặc tìm theo tên việc cần làm.';

/** The code of the address as the catalogue writes it, however it was typed. */
export function codeOf(given: string): string {
	return codeIn(given) ?? error(404, unknownCode);
}

export type Found = Outlook<VersionOfCode> & {
	versions: VersionOfCode[];
	/** The text to show. */
	shown: VersionOfCode;
	/** The day it is read for: fees are those of this day. */
	day: Day;
	/** A day was asked for and the procedure says nothing then. */
	silentOn: Day | null;
};

/** Today's text, or that of the day asked for; what is over or still to come when nothing holds. */
export async function found(
	tx: Transaction,
	ctx: Pick<Ctx, 'now'>,
	code: string,
	asked: Day | null
): Promise<Found> {
	const versions = await reading.versionsOf(tx, code);
	const today = dayOf(ctx.now);
	const outlook = outlookOf(versions, today);
	const asOf = asked && versions.find((one) => standingOn(one, asked) === 'in_force');
	const shown = asOf ?? outlook.current ?? outlook.next ?? outlook.last;
	if (!shown) error(404, unknownCode);
	const day = asOf ? asked : dayFor(shown, today);
	return { ...outlook, versions, shown, day, silentOn: asked && !asOf ? asked : null };
}

/** A text that does not hold today is read for its first or its last day. */
function dayFor(version: VersionOfCode, today: Day): Day {
	const standing = standingOn(version, today);
	if (standing === 'upcoming') return version.effectiveFrom;
	return standing === 'ended' ? addDays(version.effectiveTo!, -1) : today;
}
