/** Which requests are a person looking at a page. Nothing about the person is read or kept. */

export type VisitKind = 'view' | 'print' | 'scan' | 'kiosk';
export const visitKinds: Record<VisitKind, string> = {
	view: 'Xem trên cổng',
	print: 'In từ cổng',
	scan: 'Quét mã trên tờ niêm yết',
	kiosk: 'Xem ở màn hình tại quầy'
};

const machine =
	/bot\b|bot[/;)]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|monitor|uptime|lighthouse|headless|curl|wget|python|java\/|okhttp|go-http|axios|node-fetch/i;

/** Not a bot, not a browser that loads ahead, not a check whether the page is there. */
export function isLookedAt(request: Pick<Request, 'method' | 'headers'>): boolean {
	if (request.method !== 'GET') return false;
	const { headers } = request;
	const ahead = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? '';
	if (/prefetch|prerender|preview/i.test(ahead)) return false;
	const agent = headers.get('user-agent') ?? '';
	return agent !== '' && !machine.test(agent);
}
