/** Zalo OA as its working programs know it (see the client): HTTP 200 with `error`, one-time refresh tokens, slow verify. */
import { createHash, randomBytes } from 'node:crypto';
import {
	escaped,
	openBooks,
	serve,
	shownPage,
	type Asked,
	type Fault,
	type Service,
	type Told,
	type Ways
} from './service.ts';

export type ZaloArticle = {
	id: string;
	token: string;
	title: string;
	description: string;
	cover: string;
	lines: string[];
	at: number;
	checks: number;
	removed?: true;
};
type Sending = { id: string; articles: string[]; at: number };

export type ZaloFake = Service & {
	articles: () => ZaloArticle[];
	sendings: () => Sending[];
	/** A pair of tokens that works. */
	issue: () => { accessToken: string; refreshToken: string };
	/** All access tokens die; refresh tokens stay. */
	expire: () => void;
};

export type ZaloWays = Ways & {
	/** How many times verify says that it is still processing. */
	processing?: number;
	/** The package does not allow broadcasts. */
	noBroadcast?: boolean;
	file?: string;
	port?: number;
	now?: () => number;
};

const fail = (error: number, message: string): Told => ({ json: { error, message } });
const good = (data: unknown): Told => ({ json: { error: 0, message: 'Success', data } });

export async function startZalo(ways: ZaloWays = {}): Promise<ZaloFake> {
	const articles = openBooks<ZaloArticle>(ways.file);
	const sendings = openBooks<Sending>(ways.file && `${ways.file}.gui`);
	// With a file they outlive the process, as they do at Zalo.
	const tokens = openBooks<{ id: string; dead?: true }>(ways.file && `${ways.file}.ma`);
	const alive = (token: string): boolean => tokens.all().some(({ id, dead }) => id === token && !dead);
	/** Used up: true once. */
	const use = (token: string): boolean => {
		if (!alive(token)) return false;
		tokens.put({ id: token, dead: true });
		return true;
	};
	const codes = new Map<string, string>();
	const now = ways.now ?? Date.now;
	const name = (): string => randomBytes(9).toString('hex');
	const issue = (): { accessToken: string; refreshToken: string } => {
		const pair = { accessToken: `at-${name()}`, refreshToken: `rt-${name()}` };
		tokens.put({ id: pair.accessToken });
		tokens.put({ id: pair.refreshToken });
		return pair;
	};

	function create(fields: Record<string, unknown>): Told {
		const { title, description, author = '', cover, body, type, status } = fields;
		if (
			type !== 'normal' ||
			typeof title !== 'string' ||
			typeof description !== 'string' ||
			!Array.isArray(body)
		)
			return fail(-203, 'Params invalid');
		// In practice texts of exactly the announced length are refused too.
		if (title.length < 1 || title.length >= 150) return fail(-210, 'Title too long');
		if (description.length < 1 || description.length >= 300) return fail(-210, 'Description too long');
		if (String(author).length > 50) return fail(-210, 'Author too long');
		const { photo_url: photo, attachment_id: attachment } = (cover ?? {}) as {
			photo_url?: string;
			attachment_id?: string;
		};
		if (!photo && !attachment) return fail(-203, 'Cover is required');
		if (status !== 'show' && status !== 'hide') return fail(-203, 'Status invalid');
		const article: ZaloArticle = {
			id: name(),
			token: name(),
			title,
			description,
			cover: photo ?? '',
			lines: (body as { content?: string }[]).map(({ content = '' }) =>
				content
					.replaceAll(/<br>/g, '\n')
					.replaceAll(/&(lt|gt|amp);/g, (_, sign: string) => ({ lt: '<', gt: '>', amp: '&' })[sign] ?? '')
			),
			at: now(),
			checks: 0
		};
		articles.put(article);
		return good({ token: article.token });
	}

	function verify(token: unknown): Told {
		const article = articles.all().find((one) => one.token === token);
		if (!article) return fail(-203, 'Token invalid');
		article.checks += 1;
		return article.checks <= (ways.processing ?? 1)
			? fail(-1, 'Media is being processed')
			: good({ id: article.id });
	}

	function api({ method, path, query, headers, fields, body }: Asked, fault: Fault | undefined): Told {
		if (fault === 'token' || !alive(String(headers.access_token)))
			return fail(-216, 'Access token is invalid');
		if (fault === 'rate') return fail(-32, 'Too many requests');
		if (fault === 'busy') return fail(-1, 'Media is being processed');
		const live = (): ZaloArticle[] =>
			articles
				.all()
				.filter(({ removed }) => !removed)
				.toSorted((a, b) => b.at - a.at);
		switch (`${method} ${path}`) {
			case 'POST /v2.0/article/create':
				return create(fields);
			case 'POST /v2.0/article/verify':
				return verify(fields.token);
			case 'POST /v2.0/article/remove': {
				const article = articles.all().find(({ id }) => id === fields.id);
				if (!article) return fail(-203, 'Article not found');
				articles.put({ ...article, removed: true });
				return good({});
			}
			case 'GET /v2.0/article/getlist': {
				const offset = Number(query.get('offset') ?? 0);
				const limit = Number(query.get('limit') ?? 10);
				if (!(limit >= 1 && limit <= 10) || !(offset >= 0)) return fail(-203, 'Params invalid');
				return good({
					medias: live()
						.slice(offset, offset + limit)
						.map(({ id, title, at }) => ({
							id,
							title,
							type: 'normal',
							status: 'show',
							total_view: 0,
							create_date: at
						})),
					total: live().length
				});
			}
			case 'GET /v2.0/article/getdetail': {
				const article = live().find(({ id }) => id === query.get('id'));
				return article
					? good({
							...article,
							total_view: 12 + (article.title.length % 90),
							total_share: article.title.length % 7
						})
					: fail(-203, 'Article not found');
			}
			case 'POST /v2.0/oa/message': {
				if (ways.noBroadcast) return fail(-224, 'OA package does not support');
				const message = fields.message as
					{ attachment?: { payload?: { elements?: { attachment_id?: string }[] } } } | undefined;
				const ids = (message?.attachment?.payload?.elements ?? []).map((one) => String(one.attachment_id));
				if (ids.length < 1 || ids.length > 5 || ids.some((id) => !live().some((one) => one.id === id)))
					return fail(-204, 'Message invalid');
				const sending = { id: name(), articles: ids, at: now() };
				sendings.put(sending);
				return good({ message_id: sending.id });
			}
			case 'POST /v2.0/oa/upload/image':
				if (body.length > 1_050_000) return fail(-210, 'File too large');
				return good({ attachment_id: name() });
			case 'GET /v2.0/oa/getoa':
				return good({ oa_id: '4318657068771012646', name: 'Phường thử nghiệm', num_follower: 1284 });
			default:
				return { status: 404, json: { error: -1, message: 'Empty api' } };
		}
	}

	function signIn({ method, path, query, headers, fields }: Asked): Told | undefined {
		if (path === '/v4/oa/permission') {
			const back = query.get('redirect_uri') ?? '';
			const state = query.get('state') ?? '';
			const challenge = query.get('code_challenge') ?? '';
			if (!query.get('app_id') || !back || !challenge)
				return { status: 400, json: { error: -14, message: 'Params invalid' } };
			const code = name();
			codes.set(code, challenge);
			const target = new URL(back);
			target.searchParams.set('code', code);
			target.searchParams.set('state', state);
			target.searchParams.set('oa_id', '4318657068771012646');
			return {
				html: `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Zalo (mô phỏng)</title><body style="font:18px system-ui;max-width:30rem;margin:3rem auto;padding:0 1rem"><h1>Zalo (bản mô phỏng)</h1><p>Ứng dụng xin quyền quản lý bài viết của Official Account.</p><p><a id="allow" href="${escaped(target.href)}" style="display:inline-block;background:#0068ff;color:#fff;padding:.8rem 1.4rem;border-radius:8px;text-decoration:none">Cho phép</a></p>`
			};
		}
		if (method !== 'POST' || path !== '/v4/oa/access_token') return undefined;
		if (!headers.secret_key)
			return {
				json: { error: -14003, error_name: 'Invalid secret key', error_description: 'Secret key is invalid' }
			};
		const { grant_type: grant } = fields;
		if (grant === 'authorization_code') {
			const challenge = codes.get(String(fields.code));
			codes.delete(String(fields.code));
			if (
				!challenge ||
				createHash('sha256').update(String(fields.code_verifier)).digest('base64url') !== challenge
			)
				return {
					json: {
						error: -14014,
						error_name: 'Invalid authorization code',
						error_description: 'Authorization code is invalid or used'
					}
				};
		} else if (grant !== 'refresh_token' || !use(String(fields.refresh_token)))
			return {
				json: {
					error: -14014,
					error_name: 'Invalid refresh token',
					error_description: 'Refresh token is invalid or used'
				}
			};
		const pair = issue();
		return {
			json: { access_token: pair.accessToken, refresh_token: pair.refreshToken, expires_in: '90000' }
		};
	}

	const service = await serve(
		(asked, fault) => {
			if (asked.path === '/')
				return {
					html: shownPage(
						'Zalo OA (mô phỏng)',
						articles
							.all()
							.filter(({ removed }) => !removed)
							.map((one) => ({
								title: one.title,
								lines: [one.description, ...one.lines],
								picture: one.cover || undefined,
								at: one.at
							}))
					)
				};
			return signIn(asked) ?? api(asked, fault);
		},
		ways,
		ways.port
	);
	return {
		...service,
		articles: articles.all,
		sendings: sendings.all,
		issue,
		expire: () => tokens.all().forEach(({ id }) => id.startsWith('at-') && tokens.put({ id, dead: true }))
	};
}
