/** A text for eyes that may not see who wrote it: personal data is replaced by what it is before it leaves the server. */
import { personalDataIn, personalKinds } from '#platform/personal-data/personal-data.ts';

export function masked(text: string): string {
	let shown = '';
	let from = 0;
	for (const { kind, start, end } of personalDataIn(text)) {
		shown += `${text.slice(from, start)}[đã che: ${personalKinds[kind].toLocaleLowerCase('vi')}]`;
		from = end;
	}
	return shown + text.slice(from);
}
