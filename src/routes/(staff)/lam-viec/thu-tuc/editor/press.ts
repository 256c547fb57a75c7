/** How the buttons beside rows reach the form: with script the draft changes in place, without it the server changes it. */
import { getContext, setContext } from 'svelte';

export type Editing = {
	/** `them:steps`, `bo:ways.0.fees.1`; see draft.ts. */
	press: (what: string) => void;
	/** What is wrong with the field at this path. */
	errorAt: (path: string) => string | undefined;
};

const key = Symbol('editing a procedure');
export const setEditing = (editing: Editing): Editing => setContext(key, editing);
export const editing = (): Editing => getContext<Editing>(key);
