/** Where a form wants to lead back to: a page of the workspace, or the one given. */
export const backTo = (wanted: unknown, otherwise: string): string =>
	typeof wanted === 'string' && /^\/lam-viec\/phat-thanh(?:\/[a-z\d-]+)*(?:#[a-z\d-]+)?$/.test(wanted)
		? wanted
		: otherwise;
