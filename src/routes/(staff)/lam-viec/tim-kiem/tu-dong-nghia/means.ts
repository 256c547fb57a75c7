/** Meanings as an officer types them: one a line; a semicolon separates too. */
export function meansIn(text: string): string[] {
	return text
		.split(/[\n;]+/)
		.map((one) => one.trim().replaceAll(/\s+/g, ' '))
		.filter(Boolean);
}
