/** Where to go after signing in: a path of this site, whatever somebody wrote into the link. */
export function localPath(wanted: string | null | undefined): string {
	const start = '/lam-viec';
	if (!wanted || !/^\/[^/\\]/.test(wanted)) return start;
	const here = 'https://o-day.invalid';
	// The browser drops tabs and line breaks and turns \ into /; the parser does the same, so it is the judge.
	if (!URL.canParse(wanted, here)) return start;
	const { origin, pathname, search } = new URL(wanted, here);
	return origin === here && !pathname.startsWith('//') && !pathname.startsWith('/dang-')
		? pathname + search
		: start;
}
