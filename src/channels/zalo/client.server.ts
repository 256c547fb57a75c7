/**
 * Zalo Official Account: articles (bài viết OA) and their sending to followers. An article is live as soon as it is
 * created: there is no trial call, so what is not to be seen must not be sent here.
 *
 * Three steps: `create` gives a token, `verify` turns it into an id some seconds later, `broadcast` (only where the account
 * has the right) offers it to the followers. A create whose answer was lost is looked for in the list of articles; a
 * broadcast whose answer was lost cannot be looked for by any call, so a person is asked.
 */
import sharp from 'sharp';
import type { AccountSettings, Secrets } from '../account.ts';
import type { Answer, Client, Found, Hand, Health, Picture } from '../client.ts';
import { cutTo, sameWords, type Message } from '../message.ts';
import { call, json, multipart, type NoReply, type Reply } from '../outgoing.server.ts';
import { zaloTrouble } from './answers.ts';

export type ZaloAccount = { settings: AccountSettings; secrets: Secrets; base: string };

const VERIFY_TRIES = 6;
/** Articles of the list looked through for a lost one. */
const LOOKED_THROUGH = 500;

export function zaloClient(account: ZaloAccount): Client {
	const at = (path: string): URL => new URL(path, account.base);
	const headers = { access_token: account.secrets.accessToken ?? '' };
	const get = (path: string, query: Record<string, string | number>): Promise<Reply> => {
		const url = at(path);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
		return call({ method: 'GET', url, headers, reach: 'installed' });
	};
	const post = (path: string, body: unknown): Promise<Reply> =>
		call({
			method: 'POST',
			url: at(path),
			headers: { ...headers, 'content-type': 'application/json' },
			body: JSON.stringify(body),
			reach: 'installed'
		});

	async function send(message: Message, hand: Hand): Promise<Answer> {
		let { progress } = hand;
		if (!progress.token && !progress.articleId) {
			const cover = await coverOf(message, hand);
			if ('kind' in cover) return cover;
			await hand.keep({ doing: 'create' });
			const created = await effect(() =>
				post('/v2.0/article/create', articleOf(message, cover, account.settings, hand))
			);
			if ('kind' in created) return created;
			const token = text(created.data, 'token');
			if (!token)
				return { kind: 'unknown', code: 'zalo shape', words: 'Zalo nhận bài nhưng không trả mã của bài.' };
			progress = { token };
			await hand.keep(progress);
		}
		if (!progress.articleId) {
			const verified = await verify(String(progress.token), hand);
			if (verified.kind !== 'id') return verified;
			await hand.claim(verified.id);
			progress = { ...progress, articleId: verified.id };
			await hand.keep(progress);
		}
		const articleId = String(progress.articleId);
		if (account.settings.broadcast && !progress.messageId) {
			await hand.keep({ ...progress, doing: 'broadcast' });
			const sent = await effect(() =>
				post('/v2.0/oa/message', {
					recipient: { target: {} },
					message: {
						attachment: {
							type: 'template',
							payload: {
								template_type: 'media',
								elements: [{ media_type: 'article', attachment_id: articleId }]
							}
						}
					}
				})
			);
			if ('kind' in sent) {
				// Nothing happened: the article stands, its offer to the followers is still to be made.
				if (sent.kind !== 'unknown') await hand.keep({ token: progress.token, articleId });
				return sent;
			}
			await hand.keep({ ...progress, messageId: text(sent.data, 'message_id') ?? 'accepted' });
		}
		return { kind: 'sent', remoteId: articleId, url: null };
	}

	/** Zalo fetches the picture from our public address, or is sent it where the account says so. */
	async function coverOf(message: Message, hand: Hand): Promise<Cover | Exclude<Answer, { kind: 'sent' }>> {
		const picture = message.cover && (await hand.picture(message.cover.token));
		if (!message.cover || !picture)
			return {
				kind: 'refused',
				code: 'cover',
				words: 'Bài gửi Zalo cần có ảnh bìa. Hãy thêm ảnh vào bản Zalo rồi gửi lại.'
			};
		if (!account.settings.uploadCover) return { photo_url: hand.absolute(`/tep/${message.cover.token}`) };
		const { body, type } = multipart({}, { field: 'file', ...(await underAMegabyte(picture)) });
		const uploaded = await effect(() =>
			call({
				method: 'POST',
				url: at('/v2.0/oa/upload/image'),
				headers: { ...headers, 'content-type': type },
				body,
				reach: 'installed'
			})
		);
		// A picture nobody uses harms nobody: it may be uploaded again.
		if ('kind' in uploaded) return uploaded.kind === 'unknown' ? { ...uploaded, kind: 'again' } : uploaded;
		const attachment = text(uploaded.data, 'attachment_id');
		return attachment
			? { attachment_id: attachment }
			: { kind: 'again', code: 'zalo shape', words: 'Zalo nhận ảnh nhưng không trả mã của ảnh.' };
	}

	/** Asks until the article has its id. Changes nothing, so it may be asked as often as needed. */
	async function verify(
		token: string,
		hand: Hand
	): Promise<{ kind: 'id'; id: string } | Exclude<Answer, { kind: 'sent' }>> {
		for (let tried = 0; ; tried++) {
			let reply: Reply;
			try {
				reply = await post('/v2.0/article/verify', { token });
			} catch (error) {
				return { kind: 'again', code: 'net', words: (error as NoReply).words };
			}
			const body = json(reply);
			if (reply.status >= 500 || body === undefined)
				return { kind: 'again', code: `http ${reply.status}`, words: 'Zalo đang trục trặc.' };
			const trouble = zaloTrouble(body);
			if (!trouble) {
				const id = text((body as { data?: unknown }).data, 'id');
				if (id) return { kind: 'id', id };
			} else if (trouble.kind !== 'again') return trouble;
			const wait = Math.min(2500, 250 * 2 ** tried);
			if (tried >= VERIFY_TRIES || performance.now() + wait > hand.until)
				return {
					kind: 'again',
					afterSeconds: 10,
					code: 'zalo processing',
					words: 'Zalo đang xử lý bài, sẽ hỏi lại sau.'
				};
			await new Promise((go) => setTimeout(go, wait));
		}
	}

	async function find(message: Message, since: Date, hand: Hand): Promise<Found> {
		const { doing, ...progress } = hand.progress;
		if (doing === 'broadcast')
			return {
				kind: 'ask',
				code: 'zalo broadcast',
				words:
					'Bài đã đăng trên Zalo OA, nhưng không rõ đã gửi tới người quan tâm chưa. Hãy mở Zalo OA, xem mục tin đã gửi rồi chọn một trong hai nút bên dưới.'
			};
		if (progress.token || progress.articleId || doing !== 'create') return { kind: 'go_on', progress };
		const title = sameWords(articleTitle(message));
		for (let offset = 0; offset < LOOKED_THROUGH; offset += 10) {
			let reply: Reply;
			try {
				reply = await get('/v2.0/article/getlist', { offset, limit: 10, type: 'normal' });
			} catch (error) {
				return { kind: 'later', code: 'net', words: (error as NoReply).words };
			}
			const body = json(reply);
			if (reply.status >= 500 || body === undefined)
				return { kind: 'later', code: `http ${reply.status}`, words: 'Zalo đang trục trặc.' };
			const trouble = zaloTrouble(body);
			if (trouble) {
				if (trouble.kind === 'account') return trouble;
				return {
					kind: 'later',
					code: trouble.code,
					words: trouble.words,
					...(trouble.kind === 'pause' ? { seconds: trouble.seconds } : {})
				};
			}
			const items = listed((body as { data?: unknown }).data);
			const alike = items.filter(
				(one) => sameWords(one.title) === title && one.at >= since.getTime() - CLOCKS_APART
			);
			for (const { id } of alike.reverse())
				if (await hand.claim(id)) return { kind: 'go_on', progress: { articleId: id } };
			if (items.length < 10 || items.at(-1)!.at < since.getTime() - CLOCKS_APART) return { kind: 'absent' };
		}
		return {
			kind: 'ask',
			code: 'zalo list',
			words: 'Không tìm hết được danh sách bài trên Zalo OA. Hãy mở Zalo OA xem bài đã có chưa.'
		};
	}

	async function test(): Promise<Health> {
		try {
			const reply = await get('/v2.0/oa/getoa', {});
			const body = json(reply);
			const trouble = body === undefined ? null : zaloTrouble(body);
			if (body === undefined || reply.status >= 500)
				return {
					ok: false,
					state: null,
					code: `http ${reply.status}`,
					words: 'Zalo đang trục trặc. Hãy thử lại sau ít phút.'
				};
			if (trouble?.kind === 'account')
				return { ok: false, state: trouble.state, code: trouble.code, words: trouble.words };
			if (trouble)
				return { ok: false, state: null, code: trouble.code, words: 'words' in trouble ? trouble.words : '' };
			const { data } = body as { data?: unknown };
			const followers = Number((data as { num_follower?: unknown } | undefined)?.num_follower);
			return {
				ok: true,
				words: `Đã kết nối với “${text(data, 'name') ?? 'Zalo OA'}”${Number.isFinite(followers) ? `, ${followers} người quan tâm` : ''}.`
			};
		} catch (error) {
			return { ok: false, state: null, code: 'net', words: (error as NoReply).words };
		}
	}

	async function remove(remoteId: string): Promise<Answer> {
		const removed = await effect(() => post('/v2.0/article/remove', { id: remoteId }));
		return 'kind' in removed ? removed : { kind: 'sent', remoteId, url: null };
	}

	async function figures(remoteId: string): Promise<Record<string, number> | null> {
		const body = json(await get('/v2.0/article/getdetail', { id: remoteId }));
		if (body === undefined || zaloTrouble(body)) return null;
		const data = (body as { data?: Record<string, unknown> }).data ?? {};
		return numbers({ views: data.total_view, shares: data.total_share, likes: data.total_like });
	}

	return { send, find, test, remove, figures };
}

/** Zalo's clock and ours may differ by as much, in milliseconds; a PC further off reaches no sealed address at all. */
const CLOCKS_APART = 2 * 86_400_000;

/** A request that changes something there: what came back, or what is known about it having happened. */
async function effect(
	ask: () => Promise<Reply>
): Promise<{ data: unknown } | Exclude<Answer, { kind: 'sent' }>> {
	let reply: Reply;
	try {
		reply = await ask();
	} catch (error) {
		const { reached, words } = error as NoReply;
		return { kind: reached ? 'unknown' : 'again', code: 'net', words };
	}
	const body = json(reply);
	// A gateway that answers for Zalo may have passed the request on before.
	if (reply.status >= 500 || body === undefined)
		return { kind: 'unknown', code: `http ${reply.status}`, words: 'Zalo trả lời không rõ ràng.' };
	return zaloTrouble(body) ?? { data: (body as { data?: unknown }).data };
}

type Cover = { photo_url: string } | { attachment_id: string };

/** Zalo takes JPG and PNG up to one megabyte. */
async function underAMegabyte({ bytes, name }: Picture): Promise<Picture> {
	for (const width of [1600, 1200, 800]) {
		const drawn = await sharp(bytes)
			.resize({ width, withoutEnlargement: true })
			.flatten({ background: '#fff' })
			.jpeg({ quality: 82 })
			.toBuffer();
		if (drawn.length <= 1_000_000 || width === 800)
			return { bytes: drawn, type: 'image/jpeg', name: `${name.replace(/\.\w+$/, '')}.jpg` };
	}
	throw new Error('not reached');
}

export const articleTitle = (message: Message): string => cutTo(message.title, 140);

function articleOf(message: Message, cover: Cover, settings: AccountSettings, hand: Hand): unknown {
	const paragraphs = message.text
		.split(/\n{2,}/)
		.map((part) => part.trim())
		.filter(Boolean);
	const link = message.link ? [`Xem đầy đủ: ${hand.absolute(message.link)}`] : [];
	return {
		type: 'normal',
		title: articleTitle(message),
		author: cutTo(settings.author ?? '', 49),
		cover: { cover_type: 'photo', ...cover, status: 'show' },
		description: cutTo(message.summary || message.title, 250),
		body: [...paragraphs, ...link].map((content) => ({ type: 'text', content: asHtml(content) })),
		status: 'show',
		comment: 'show'
	};
}

/** The body's texts are read as HTML there. */
const asHtml = (content: string): string =>
	content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

function text(data: unknown, name: string): string | null {
	const value = (data as Record<string, unknown> | undefined)?.[name];
	return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}

/** The list comes as `medias` or as the data itself; times in milliseconds or seconds, as number or text. */
function listed(data: unknown): { id: string; title: string; at: number }[] {
	const rows = Array.isArray(data) ? data : ((data as { medias?: unknown } | undefined)?.medias ?? []);
	if (!Array.isArray(rows)) return [];
	return rows.flatMap((row: Record<string, unknown>) => {
		const id = text(row, 'id');
		const at = Number(row.create_date ?? row.created_at ?? row.update_date);
		return id ? [{ id, title: text(row, 'title') ?? '', at: at < 1e11 ? at * 1000 : at }] : [];
	});
}

function numbers(given: Record<string, unknown>): Record<string, number> {
	return Object.fromEntries(
		Object.entries(given).flatMap(([name, value]) =>
			value !== undefined && Number.isFinite(Number(value)) ? [[name, Number(value)]] : []
		)
	);
}
