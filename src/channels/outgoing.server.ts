/**
 * Requests to services outside: bounded in time and size, never redirected, and, where an address came from a person,
 * never to a machine inside. A failure says whether the other side can have acted on it.
 */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { PATIENCE } from './delivery.ts';

export type Call = {
	method: 'GET' | 'POST' | 'DELETE';
	url: string | URL;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Largest answer, in bytes. */
	most?: number;
	/** Seconds for all of it. */
	seconds?: number;
	/** 'public': an address somebody typed in; inside addresses are refused. */
	reach: 'installed' | 'public';
};

export type Reply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** No usable answer came. `reached`: false only when the request surely never arrived. */
export class NoReply extends Error {
	override name = 'NoReply';
	readonly reached: boolean;
	readonly words: string;
	constructor(words: string, reached: boolean) {
		super(words);
		this.words = words;
		this.reached = reached;
	}
}

/** Addresses that are ours, the machine's own, or nobody's (RFC 6890 and its followers). */
const inside = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3]
] as const)
	inside.addSubnet(net, bits);
for (const [net, bits] of [
	['::', 128],
	['::1', 128],
	['64:ff9b::', 96],
	['64:ff9b:1::', 48],
	['100::', 64],
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8]
] as const)
	inside.addSubnet(net, bits, 'ipv6');

/** Is it an address no outside service has? `::ffff:127.0.0.1` counts as what it stands for. */
export function isInside(address: string): boolean {
	const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const kind = isIP(bare);
	if (kind === 0) return true;
	return inside.check(bare, kind === 4 ? 'ipv4' : 'ipv6');
}

const steered =
	'Địa chỉ này dẫn vào mạng nội bộ nên không được gửi tới. Hãy dùng địa chỉ công khai của hệ thống nhận.';

/** Looks a name up and refuses it when any of its addresses is inside; what was checked is what is connected to. */
const publicOnly: LookupFunction = (name, options, done) => {
	resolve(name, { ...options, all: true }, (error, found) => {
		const addresses = found as LookupAddress[];
		if (error) return done(error, '', 4);
		if (addresses.length === 0 || addresses.some(({ address }) => isInside(address)))
			return done(Object.assign(new Error(steered), { code: 'EINSIDE' }), '', 4);
		if (options.all) return (done as (error: null, found: LookupAddress[]) => void)(null, addresses);
		return done(null, addresses[0]!.address, addresses[0]!.family);
	});
};

export async function call(wanted: Call): Promise<Reply> {
	const url = new URL(wanted.url);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		throw new NoReply('Địa chỉ phải bắt đầu bằng https://.', false);
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (wanted.reach === 'public') {
		if (url.protocol !== 'https:') throw new NoReply('Địa chỉ phải bắt đầu bằng https://.', false);
		if (url.username || url.password) throw new NoReply('Địa chỉ không được chứa tên và mật khẩu.', false);
		if (isIP(host) && isInside(host)) throw new NoReply(steered, false);
	}
	const { most = 2_000_000, seconds = PATIENCE } = wanted;
	return new Promise<Reply>((give, fail) => {
		let connected = false;
		const request = (url.protocol === 'https:' ? https : http).request(url, {
			method: wanted.method,
			// A connection of its own: one that is taken up again may break for reasons of before.
			agent: false,
			...(wanted.reach === 'public' ? { lookup: publicOnly } : {}),
			headers: {
				accept: 'application/json',
				'user-agent': 'MinhBach/1 (+channels)',
				...wanted.headers,
				...(wanted.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(wanted.body)) })
			}
		});
		const tooLate = setTimeout(
			() => request.destroy(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })),
			seconds * 1000
		);
		const end = (error: unknown): void => {
			clearTimeout(tooLate);
			request.destroy();
			fail(error instanceof NoReply ? error : noReply(error, connected));
		};
		request.on('socket', (socket) =>
			socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (connected = true))
		);
		request.on('error', end);
		request.on('response', (response) => {
			const parts: Buffer[] = [];
			let length = 0;
			response.on('data', (part: Buffer) => {
				length += part.length;
				if (length > most) end(new NoReply('Kênh trả lời quá dài nên bị bỏ.', true));
				else parts.push(part);
			});
			response.on('aborted', () => end(Object.assign(new Error('cut'), { code: 'ECONNRESET' })));
			response.on('error', end);
			response.on('end', () => {
				clearTimeout(tooLate);
				give({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
			});
		});
		request.end(wanted.body);
	});
}

function noReply(error: unknown, connected: boolean): NoReply {
	const { code = '', message = '' } = error as { code?: string; message?: string };
	if (code === 'EINSIDE') return new NoReply(message, false);
	const words =
		code === 'ETIMEDOUT'
			? 'Kênh không trả lời trong thời gian chờ.'
			: code === 'ENOTFOUND' || code === 'EAI_AGAIN'
				? 'Không tìm thấy máy chủ của kênh: mạng của phường có thể đang mất.'
				: /CERT|SSL|TLS|self.signed/i.test(`${code} ${message}`)
					? 'Không mở được kết nối mã hóa với kênh.'
					: connected
						? 'Kết nối với kênh bị ngắt giữa chừng.'
						: 'Không kết nối được với kênh.';
	return new NoReply(words, connected);
}

/** The answer as JSON, or undefined when it is none. */
export function json(reply: Reply): unknown {
	try {
		return JSON.parse(reply.body.toString('utf8'));
	} catch {
		return undefined;
	}
}

/** A form of fields and one file, as browsers send it. */
export function multipart(
	fields: Record<string, string>,
	file: { field: string; name: string; type: string; bytes: Buffer }
): { body: Buffer; type: string } {
	const edge = `----minhbach${crypto.randomUUID().replaceAll('-', '')}`;
	const parts = Object.entries(fields).map(
		([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
	);
	const head = `--${edge}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"\r\ncontent-type: ${file.type}\r\n\r\n`;
	return {
		body: Buffer.concat([Buffer.from(parts.join('') + head), file.bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
		type: `multipart/form-data; boundary=${edge}`
	};
}
