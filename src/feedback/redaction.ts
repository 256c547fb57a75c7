/** Shapes of the public copy: what was marked in the text, what was decided of each mark, and boxes over pictures. */
import type { PersonalKind } from '#platform/personal-data/personal-data.ts';

/** A marked span of the original and what a person decided: hide it, or keep it with a reason. Offsets in UTF-16 units. */
export type Decision = {
	part: 'question' | 'answer';
	start: number;
	end: number;
	kind: PersonalKind;
	decision: 'hide' | 'keep';
	why?: string;
};

/** A box over a face or plate, in parts (0 to 1) of the picture's width and height. */
export type Box = { x: number; y: number; width: number; height: number };
