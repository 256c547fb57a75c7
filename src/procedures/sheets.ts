/**
 * What hangs on a board and what has to be done there on a day: sheets to hang, to change for their new version, to
 * take down. Nothing of it is stored: it follows from the catalogue of the day, the fields of the place and the register
 * of what hangs, so at 00:00 of the day a version ends the list is another one, without any job.
 */

/** What of a version a board needs to know. */
export type Sheet = { versionId: number; procedureId: number; field: string };

/** A line of the register that was not taken down. */
export type Hanging = { postingId: number; procedureId: number; versionId: number };

export type Replacement<S, H> = { old: H[]; next: S };

export type Board<S, H> = {
	/** Sheets nothing of whose procedure hangs here yet. */
	toHang: S[];
	/** An older sheet of the procedure hangs: change it for this one. */
	toReplace: Replacement<S, H>[];
	/** No longer in force, or no longer for this place. */
	toTakeDown: H[];
	/** Hangs and is right. */
	current: { sheet: S; hanging: H }[];
	/** Announced, not yet in force: hangs beside the older sheet, which stays until its last day. */
	toAnnounce: S[];
	/** Hangs ahead of its day. */
	ahead: { sheet: S; hanging: H }[];
};

/** Does the field hang at the place? A place that names none carries every procedure. */
export function carries(place: { fields: string[] }, field: string): boolean {
	return place.fields.length === 0 || place.fields.includes(field);
}

/** The sheets of the place, in the order of the catalogue. */
export function sheetsOf<S extends Sheet>(place: { fields: string[] }, catalogue: S[]): S[] {
	return catalogue.filter((sheet) => carries(place, sheet.field));
}

/**
 * The work at one place, given the catalogue of a day, what is announced for later days, and what hangs there now. Law
 * counts posting from the decision (Luật 10/2022 Điều 12), so a sheet is wanted before it takes effect.
 */
export function boardOf<S extends Sheet, H extends Hanging>(
	place: { fields: string[] },
	catalogue: S[],
	upcoming: S[],
	hanging: H[]
): Board<S, H> {
	const board: Board<S, H> = {
		toHang: [],
		toReplace: [],
		toTakeDown: [],
		current: [],
		toAnnounce: [],
		ahead: []
	};
	const rest = new Set(hanging);
	for (const sheet of sheetsOf(place, upcoming)) {
		const early = hanging.find(({ versionId }) => versionId === sheet.versionId);
		if (early) {
			board.ahead.push({ sheet, hanging: early });
			rest.delete(early);
		} else board.toAnnounce.push(sheet);
	}
	const ofProcedure = Map.groupBy(rest, ({ procedureId }) => procedureId);
	for (const sheet of sheetsOf(place, catalogue)) {
		const here = ofProcedure.get(sheet.procedureId) ?? [];
		ofProcedure.delete(sheet.procedureId);
		const right = here.find(({ versionId }) => versionId === sheet.versionId);
		const others = here.filter((one) => one !== right);
		if (right) {
			board.current.push({ sheet, hanging: right });
			board.toTakeDown.push(...others);
		} else if (others.length > 0) board.toReplace.push({ old: others, next: sheet });
		else board.toHang.push(sheet);
	}
	for (const stale of ofProcedure.values()) board.toTakeDown.push(...stale);
	return board;
}

/** How many things there are to do: a change of sheets is one. */
export function workOf(board: Board<unknown, unknown>): number {
	return board.toHang.length + board.toReplace.length + board.toTakeDown.length + board.toAnnounce.length;
}
