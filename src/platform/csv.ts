/** Tables as CSV (RFC 4180) that a spreadsheet opens with Vietnamese letters whole and nothing run as a formula. */

/** A cell that begins like a formula is one to a spreadsheet; an apostrophe in front makes it text. */
function cell(value: string): string {
	const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** With a byte order mark, since Excel takes a file without one for another alphabet. */
export function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return `\u{FEFF}${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
