/** The part of Facebook's Graph API a page needs: posts, photos, feed with cursors, removal, figures, sign-in. */
import { randomBytes } from 'node:crypto';
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

export type FacebookPost = {
	id: string;
	page: string;
	message: string;
	link: string;
	photo: string;
	at: number;
	publishAt?: number;
	removed?: true;
};

export type FacebookFake = Service & {
	posts: () => FacebookPost[];
	/** A page token that works. */
	issue: (page: string) => string;
	/** All tokens die, as when the person changes the password. */
	expire: () => void;
};

export type FacebookWays = Ways & { file?: string; port?: number; now?: () => number };

const wrong = (status: number, code: number, message: string, more: object = {}): Told => ({
	status,
	json: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1b2C3', ...more } }
});

export async function startFacebook(ways: FacebookWays = {}): Promise<FacebookFake> {
	const books = openBooks<FacebookPost>(ways.file);
	// With a file they outlive the process, as they do at Facebook.
	const tokens = openBooks<{ id: string; page: string; dead?: true }>(ways.file && `${ways.file}.ma`);
	const pageOf = (token: string): string | undefined =>
		tokens.all().find(({ id, dead }) => id === token && !dead)?.page;
	const codes = new Set<string>();
	const now = ways.now ?? Date.now;
	const issue = (page: string): string => {
		const token = `EAA${randomBytes(12).toString('hex')}`;
		tokens.put({ id: token, page });
		return token;
	};
	const live = (page: string): FacebookPost[] =>
		books
			.all()
			.filter((one) => one.page === page && !one.removed && (one.publishAt ?? 0) <= now())
			.toSorted((a, b) => b.at - a.at);

	function put(page: string, fields: Record<string, unknown>, photo: string): Told {
		const message = String(fields.message ?? fields.caption ?? '');
		if (!message && !photo && !fields.link) return wrong(400, 100, 'Missing message or attachment');
		if (message.length > 63_206) return wrong(400, 100, 'Message too long');
		// The same words twice in a row are refused.
		if (live(page)[0]?.message === message) return wrong(400, 506, 'Duplicate status message');
		const publishAt = fields.published === false ? Number(fields.scheduled_publish_time) * 1000 : undefined;
		if (publishAt !== undefined && !(publishAt >= now() + 600_000 && publishAt <= now() + 30 * 86_400_000))
			return wrong(400, 100, 'The specified scheduled publish time is invalid.');
		const post: FacebookPost = {
			id: `${page}_${BigInt(`0x${randomBytes(7).toString('hex')}`)}`,
			page,
			message,
			link: String(fields.link ?? ''),
			photo,
			at: now(),
			...(publishAt === undefined ? {} : { publishAt })
		};
		books.put(post);
		return { json: photo ? { id: post.id.split('_')[1], post_id: post.id } : { id: post.id } };
	}

	function graph({ method, path, query, headers, fields }: Asked, fault: Fault | undefined): Told {
		const parts = path.split('/').slice(2).map(decodeURIComponent);
		const token =
			String(headers.authorization ?? '').replace(/^Bearer /, '') ||
			String(query.get('access_token') ?? fields.access_token ?? '');
		if (parts.join('/') === 'oauth/access_token') return exchange(query);
		if (parts.join('/') === 'me/accounts')
			return token.startsWith('long-')
				? {
						json: {
							data: [{ id: '1098765432', name: 'Phường thử nghiệm', access_token: issue('1098765432') }]
						}
					}
				: wrong(400, 190, 'Invalid OAuth access token', { error_subcode: 467 });
		if (fault === 'token' || !pageOf(token))
			return wrong(400, 190, 'Error validating access token: session is invalid', { error_subcode: 460 });
		if (fault === 'rate')
			return {
				...wrong(400, 32, 'Page request limit reached'),
				headers: {
					'x-business-use-case-usage': JSON.stringify({
						[parts[0]!]: [
							{
								type: 'pages',
								call_count: 100,
								total_cputime: 25,
								total_time: 25,
								estimated_time_to_regain_access: 1
							}
						]
					})
				}
			};
		if (fault === 'busy') return wrong(500, 2, 'Service temporarily unavailable', { is_transient: true });
		const page = pageOf(token)!;
		const [first = '', second = ''] = parts;
		if (first === page && second === 'feed' && method === 'POST') return put(page, fields, '');
		if (first === page && second === 'photos' && method === 'POST')
			return put(page, fields, String(fields.url ?? 'photo'));
		if (first === page && second === 'feed') return feed(page, query);
		if (first === page && !second)
			return { json: { id: page, name: 'Phường thử nghiệm', followers_count: 2310 } };
		const post = books.all().find(({ id, removed }) => id === first && !removed);
		if (!post) return wrong(404, 100, `Object with ID '${first}' does not exist`, { error_subcode: 33 });
		if (method === 'DELETE') {
			books.put({ ...post, removed: true });
			return { json: { success: true } };
		}
		if (second === 'insights')
			return {
				json: {
					data: String(query.get('metric') ?? '')
						.split(',')
						.map((name, at) => ({
							name,
							period: 'lifetime',
							values: [{ value: 40 + at * 3 + (post.message.length % 60) }]
						}))
				}
			};
		return { json: { id: post.id, message: post.message, permalink_url: permalink(post) } };
	}

	const permalink = ({ id }: FacebookPost): string =>
		`https://www.facebook.com/${id.replace('_', '/posts/')}`;

	function feed(page: string, query: URLSearchParams): Told {
		const all = live(page);
		const after = query.get('after');
		const from = after ? all.findIndex(({ id }) => Buffer.from(id).toString('base64') === after) + 1 : 0;
		const shown = all.slice(from, from + Math.min(100, Number(query.get('limit') ?? 25)));
		const last = shown.at(-1);
		return {
			json: {
				data: shown.map((one) => ({
					id: one.id,
					message: one.message,
					created_time: new Date(one.at).toISOString().replace(/\.\d+Z$/, '+0000'),
					permalink_url: permalink(one)
				})),
				...(last
					? { paging: { cursors: { before: 'x', after: Buffer.from(last.id).toString('base64') } } }
					: {})
			}
		};
	}

	function exchange(query: URLSearchParams): Told {
		if (!query.get('client_secret')) return wrong(400, 1, 'Missing client_secret parameter.');
		if (query.get('grant_type') === 'fb_exchange_token')
			return {
				json: {
					access_token: `long-${randomBytes(8).toString('hex')}`,
					token_type: 'bearer',
					expires_in: 5_183_944
				}
			};
		return codes.delete(query.get('code') ?? '')
			? {
					json: {
						access_token: `short-${randomBytes(8).toString('hex')}`,
						token_type: 'bearer',
						expires_in: 5400
					}
				}
			: wrong(400, 100, 'This authorization code has been used.', { error_subcode: 36_009 });
	}

	const service = await serve(
		(asked, fault) => {
			if (asked.path === '/')
				return {
					html: shownPage(
						'Trang Facebook (mô phỏng)',
						books
							.all()
							.filter(({ removed }) => !removed)
							.map((one) => ({
								title: 'Phường thử nghiệm',
								lines: [one.message],
								picture: /^https?:/.test(one.photo) ? one.photo : undefined,
								at: one.at
							}))
					)
				};
			if (/^\/v[\d.]+\/dialog\/oauth$/.test(asked.path)) {
				const code = randomBytes(9).toString('hex');
				codes.add(code);
				const target = new URL(asked.query.get('redirect_uri') ?? 'http://127.0.0.1');
				target.searchParams.set('code', code);
				target.searchParams.set('state', asked.query.get('state') ?? '');
				return {
					html: `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Facebook (mô phỏng)</title><body style="font:18px system-ui;max-width:30rem;margin:3rem auto;padding:0 1rem"><h1>Facebook (bản mô phỏng)</h1><p>Ứng dụng xin quyền đăng bài lên Trang của phường.</p><p><a id="allow" href="${escaped(target.href)}" style="display:inline-block;background:#1877f2;color:#fff;padding:.8rem 1.4rem;border-radius:8px;text-decoration:none">Tiếp tục</a></p>`
				};
			}
			return graph(asked, fault);
		},
		ways,
		ways.port
	);
	return {
		...service,
		posts: books.all,
		issue,
		expire: () => tokens.all().forEach((one) => tokens.put({ ...one, dead: true }))
	};
}
