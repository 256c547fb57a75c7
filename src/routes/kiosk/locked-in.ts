/**
 * What a page of the desk's screen may not do, whatever is on it: open a window, load a file down, lead anywhere else,
 * send a form or show a frame from outside. Scripts, forms and the print dialog stay.
 */
export const lockedIn = [
	'sandbox allow-forms allow-modals allow-same-origin allow-scripts',
	"form-action 'self'",
	"frame-src 'self'",
	"connect-src 'self'",
	"frame-ancestors 'none'"
].join('; ');
