/**
 * Freshness of a printed sheet (tờ niêm yết còn hiệu lực không): what its QR code answers, from the versions and the day
 * alone, so that it turns by itself at 00:00 of the day something changes.
 */
import type { Day } from '#platform/clock.ts';
import { outlookOf, type Notice } from './outlook.ts';
import { standingOn } from './procedure.ts';

type Version = {
	id: number;
	effectiveFrom: Day;
	effectiveTo: Day | null;
	endKind: 'amended' | 'abolished' | 'replaced' | null;
	replacedBy: string[];
	supersededAt: Date | null;
};

export type Freshness<V> =
	/** Holds; `notice`: what is known to come. */
	| { state: 'current'; shown: V; notice: Notice | null }
	/** Another text holds today, or this one was put right. */
	| { state: 'changed'; shown: V; corrected: boolean; since: Day }
	/** Its day has not come; `meanwhile`: the text that holds until then. */
	| { state: 'not_yet'; shown: V; meanwhile: V | undefined }
	/** Over, and nothing of this procedure holds any more. */
	| { state: 'ended'; on: Day; how: 'abolished' | 'replaced'; replacedBy: string[]; next: V | undefined };

/** `versions`: every one of the procedure that was not superseded. */
export function freshnessOf<V extends Version>(sheet: V, versions: V[], today: Day): Freshness<V> {
	const { current, next, last, notice } = outlookOf(versions, today);
	if (sheet.supersededAt !== null) {
		const shown = current ?? next;
		if (shown) return { state: 'changed', shown, corrected: true, since: shown.effectiveFrom };
		return over(last ?? sheet, today);
	}
	switch (standingOn(sheet, today)) {
		case 'in_force':
			return { state: 'current', shown: sheet, notice };
		case 'upcoming':
			return { state: 'not_yet', shown: sheet, meanwhile: current };
		case 'ended':
			if (current)
				return { state: 'changed', shown: current, corrected: false, since: current.effectiveFrom };
			return { ...over(last ?? sheet, today), next };
	}
}

function over<V extends Version>(last: V, today: Day): Freshness<V> & { state: 'ended' } {
	return {
		state: 'ended',
		on: last.effectiveTo ?? today,
		how: last.endKind === 'replaced' || last.replacedBy.length > 0 ? 'replaced' : 'abolished',
		replacedBy: last.replacedBy,
		next: undefined
	};
}
