/** The id of a form control, known to its label, its error and the refusal that links to it. */
export function fieldId(name: string): string {
	return `o-${name.replaceAll(/[^\w-]+/g, '-')}`;
}
