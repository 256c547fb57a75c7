/**
 * Facebook Page (trang Facebook) through the Graph API: a post with its link, or a photo with the text beside it. What
 * was posted is found again by the mark in its link, or by its words where there is no link.
 */
import type { AccountSettings, Secrets } from '../account.ts';
import type { Answer, Client, Found, Hand, Health } from '../client.ts';
import { sameWords, type Message } from '../message.ts';
import { call, json, type NoReply, type Reply } from '../outgoing.server.ts';
import { facebookTrouble, usageWait, type GraphError } from './answers.ts';

export type FacebookAccount = { settings: AccountSettings; secrets: Secrets; base: string; version: string };

/** Posts of the page looked through for a lost one. */
const LOOKED_THROUGH = 1000;
/** Facebook's clock and ours may differ by as much, in milliseconds; a PC further off reaches no sealed address at all. */
const CLOCKS_APART = 2 * 86_400_000;

type Said = { data: Record<string, unknown> } | Trouble;
type Trouble = ReturnType<typeof facebookTrouble>;

export function facebookClient(account: FacebookAccount): Client {
	const page = account.settings.pageId ?? '';
	const token = account.secrets.accessToken ?? '';
	const address = (path: string, query: Record<string, string | number> = {}): URL => {
		const url = new URL(`/${account.version}/${path}`, account.base);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
		return url;
	};
	// The token goes in a header: addresses end up in logs.
	const headers = { authorization: `Bearer ${token}` };
	const get = (path: string, query?: Record<string, string | number>): Promise<Said> =>
		ask(() => call({ method: 'GET', url: address(path, query), headers, reach: 'installed' }), false);
	const post = (path: string, body: Record<string, unknown>): Promise<Said> =>
		ask(
			() =>
				call({
					method: 'POST',
					url: address(path),
					headers: { ...headers, 'content-type': 'application/json' },
					body: JSON.stringify(body),
					reach: 'installed'
				}),
			true
		);

	async function send(message: Message, hand: Hand): Promise<Answer> {
		const words = postText(message, hand);
		await hand.keep({ doing: 'post' });
		const photo = message.cover && (await hand.picture(message.cover.token)) ? message.cover : null;
		const said = photo
			? await post(`${page}/photos`, {
					url: hand.absolute(`/tep/${photo.token}`),
					caption: words,
					alt_text_custom: photo.alt,
					published: true
				})
			: await post(`${page}/feed`, {
					message: words,
					...(message.link ? { link: hand.absolute(marked(message.link, hand)) } : {}),
					published: true
				});
		if ('kind' in said) {
			if (said.kind !== 'twice') {
				if (said.kind !== 'unknown') await hand.keep({});
				return said;
			}
			// It says that it has this already. Only our own look may believe that.
			const found = await find(message, new Date(Date.now() - CLOCKS_APART), hand);
			if (found.kind === 'there') return { ...found, kind: 'sent' };
			return {
				kind: 'refused',
				code: said.code,
				words: `${said.words} Hãy sửa lời của bản Facebook cho khác bài trước rồi gửi lại.`
			};
		}
		const id = String(said.data.post_id ?? said.data.id ?? '');
		if (!id)
			return {
				kind: 'unknown',
				code: 'facebook shape',
				words: 'Facebook nhận bài nhưng không trả mã của bài.'
			};
		return { kind: 'sent', remoteId: id, url: `https://www.facebook.com/${id}` };
	}

	async function find(message: Message, since: Date, hand: Hand): Promise<Found> {
		if (hand.progress.doing !== 'post') return { kind: 'go_on', progress: {} };
		const wanted = sameWords(postText(message, hand));
		let after = '';
		for (let seen = 0; seen < LOOKED_THROUGH;) {
			const said = await get(`${page}/feed`, {
				fields: 'id,message,created_time,permalink_url',
				limit: 100,
				...(after ? { after } : {})
			});
			if ('kind' in said) {
				if (said.kind === 'account') return said;
				return {
					kind: 'later',
					code: said.code,
					words: said.words,
					...(said.kind === 'pause' ? { seconds: said.seconds } : {})
				};
			}
			const posts = Array.isArray(said.data.data) ? (said.data.data as Record<string, unknown>[]) : [];
			for (const one of posts) {
				const text = sameWords(String(one.message ?? ''));
				const alike = message.link ? text.includes(hand.mark) : text === wanted;
				if (
					alike &&
					Date.parse(String(one.created_time)) >= since.getTime() - CLOCKS_APART &&
					(await hand.claim(String(one.id)))
				)
					return {
						kind: 'there',
						remoteId: String(one.id),
						url: typeof one.permalink_url === 'string' ? one.permalink_url : null
					};
			}
			seen += posts.length;
			const oldest = Date.parse(String(posts.at(-1)?.created_time));
			// Only the cursor is taken from the answer, never an address.
			after = String(
				(said.data.paging as { cursors?: { after?: unknown } } | undefined)?.cursors?.after ?? ''
			);
			if (posts.length === 0 || !after || oldest < since.getTime() - CLOCKS_APART) return { kind: 'absent' };
		}
		return {
			kind: 'ask',
			code: 'facebook feed',
			words: 'Không tìm hết được các bài trên Trang. Hãy mở Trang Facebook xem bài đã có chưa.'
		};
	}

	async function test(): Promise<Health> {
		const said = await get(page, { fields: 'id,name,followers_count' });
		if ('kind' in said)
			return {
				ok: false,
				state: said.kind === 'account' ? said.state : null,
				code: said.code,
				words: said.words
			};
		const followers = Number(said.data.followers_count);
		return {
			ok: true,
			words: `Đã kết nối với Trang “${String(said.data.name ?? '')}”${Number.isFinite(followers) ? `, ${followers} người theo dõi` : ''}.`
		};
	}

	async function remove(remoteId: string): Promise<Answer> {
		const said = await ask(
			() => call({ method: 'DELETE', url: address(remoteId), headers, reach: 'installed' }),
			true
		);
		if (!('kind' in said)) return { kind: 'sent', remoteId, url: null };
		return said.kind === 'twice' ? { ...said, kind: 'refused' } : said;
	}

	async function figures(remoteId: string): Promise<Record<string, number> | null> {
		const said = await get(`${remoteId}/insights`, {
			metric: 'post_impressions,post_impressions_unique,post_clicks'
		});
		if ('kind' in said) return null;
		const names: Record<string, string> = {
			post_impressions: 'views',
			post_impressions_unique: 'reach',
			post_clicks: 'clicks'
		};
		const rows = Array.isArray(said.data.data)
			? (said.data.data as { name?: string; values?: { value?: unknown }[] }[])
			: [];
		return Object.fromEntries(
			rows.flatMap(({ name = '', values }) => {
				const value = Number(values?.at(-1)?.value);
				return names[name] && Number.isFinite(value) ? [[names[name], value]] : [];
			})
		);
	}

	return { send, find, test, remove, figures };
}

/** `changes`: an answer that is none leaves open whether it happened. */
async function ask(request: () => Promise<Reply>, changes: boolean): Promise<Said> {
	let reply: Reply;
	try {
		reply = await request();
	} catch (error) {
		const { reached, words } = error as NoReply;
		return { kind: changes && reached ? 'unknown' : 'again', code: 'net', words };
	}
	const wait = usageWait(reply.headers);
	const body = json(reply) as Record<string, unknown> | undefined;
	const error = body?.error as GraphError | undefined;
	if (error && typeof error === 'object') return facebookTrouble(error, reply.status, wait?.seconds);
	if (reply.status === 429)
		return {
			kind: 'pause',
			seconds: wait?.seconds ?? 300,
			code: 'http 429',
			words: 'Facebook báo gửi quá nhanh.'
		};
	if (reply.status !== 200 || body === undefined)
		return {
			kind: changes ? 'unknown' : 'again',
			code: `http ${reply.status}`,
			words: 'Facebook trả lời không rõ ràng.'
		};
	return { data: body };
}

const marked = (link: string, hand: Hand): string => `${link}${link.includes('?') ? '&' : '?'}k=${hand.mark}`;

/** What stands on the page: the words, the link with our mark, the hashtags. */
export function postText(message: Message, hand: Pick<Hand, 'mark' | 'absolute'>): string {
	return [
		message.text || message.title,
		message.link ? hand.absolute(marked(message.link, hand as Hand)) : '',
		message.hashtags.map((tag) => `#${tag}`).join(' ')
	]
		.filter(Boolean)
		.join('\n\n');
}
