/** Who asks as a console: by the token in its header, in the ward the token belongs to. */
import * as consoles from '#broadcast/consoles.server.ts';
import type { Ctx } from '#people/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { problem } from '../../api/problem.ts';

type Asked = { request: Request; locals: Pick<App.Locals, 'ctx'> };

/** What `work` gives, kept by nobody; a refusal becomes a problem. */
export async function answerConsole(
	{ request, locals }: Asked,
	work: (ctx: Ctx, token: string) => Promise<unknown>
): Promise<Response> {
	const token = /^Bearer ([\w-]{10,100})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
	const wardId = consoles.wardOf(token);
	try {
		if (wardId === null)
			throw new Refusal({
				code: 'console.unknown',
				status: 401,
				message: 'Máy phát này chưa được đăng ký. Hãy nhập mã đăng ký lấy ở trang Máy phát.'
			});
		const given = await work({ ...locals.ctx, wardId, actor: { kind: 'robot', name: 'may-phat' } }, token);
		if (given instanceof Response) return given;
		return Response.json(given, { headers: { 'cache-control': 'no-store' } });
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const { code, message, status } = thrown;
		return problem({ code, message, status });
	}
}

const LONGEST = 2_000_000;

/** The JSON that was sent; a refusal for anything else. */
export async function sent(request: Request): Promise<unknown> {
	const text = await request.text();
	try {
		if (text.length > LONGEST) throw new RangeError('too long');
		return JSON.parse(text);
	} catch (error) {
		throw Object.assign(
			new Refusal({
				code: 'console.not_json',
				status: 400,
				message: 'Dữ liệu gửi lên không đọc được. Máy phát sẽ gửi lại.'
			}),
			{ cause: error }
		);
	}
}
