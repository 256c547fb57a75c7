/**
 * Letters by e-mail (thư điện tử) through the server that SMTP_URL names. Nothing here throws for what the other side
 * does: each sending ends as sent, as refused for good, or as to be tried again, with the reason in words for the office.
 */
import { createTransport, type Transporter } from 'nodemailer';
import { settings, type Settings } from './settings.ts';

export type Mail = {
	to: string;
	subject: string;
	text: string;
	html: string;
	/** The same at every try, so that whoever receives it twice can tell. */
	messageId: string;
	headers?: Record<string, string>;
};

export type Sending =
	| { sent: true }
	/** `forGood`: this address will never take it. `ours`: our own server or account is the trouble, whoever it is for. */
	| { sent: false; forGood: boolean; ours: boolean; reason: string };

export type Mailer = { send: (mail: Mail) => Promise<Sending>; close: () => void };

type Wanted = {
	url: string;
	/** Host of the portal, for the sender's address when the account's name is none. */
	host: string;
	seconds?: number;
	/** Letters cross the internet sealed only; a server beside us may do without. */
	sealed?: boolean;
};

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
const plainAddress = /^[^\s<>,;:"()[\]\\@\p{Cc}]{1,64}@[^\s<>,;:"()[\]\\@\p{Cc}]{1,190}$/u;

export function openMailer({ url, host, seconds = 20, sealed }: Wanted): Mailer {
	const server = new URL(url);
	const account = decodeURIComponent(server.username);
	const from = account.includes('@') ? account : `khong-tra-loi@${host}`;
	const milliseconds = seconds * 1000;
	const transport: Transporter = createTransport({
		host: server.hostname.replace(/^\[|\]$/g, ''),
		port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
		secure: server.protocol === 'smtps:',
		requireTLS: sealed ?? !isLoopback(server.hostname),
		...(account ? { auth: { user: account, pass: decodeURIComponent(server.password) } } : {}),
		pool: true,
		maxConnections: 2,
		maxMessages: 50,
		connectionTimeout: milliseconds,
		greetingTimeout: milliseconds,
		socketTimeout: milliseconds,
		dnsTimeout: milliseconds,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	// A pooled connection that breaks while it rests is opened anew; without a listener Node would end.
	transport.on('error', () => undefined);
	return {
		send: async ({ to, subject, text, html, messageId, headers }) => {
			if (!plainAddress.test(to))
				return { sent: false, forGood: true, ours: false, reason: 'Địa chỉ thư không dùng được.' };
			try {
				await transport.sendMail({
					from: { name: '', address: from },
					to: { name: '', address: to },
					envelope: { from, to },
					subject: subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
					text,
					html,
					messageId,
					// Told to machines: no out-of-office answers, please.
					headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers }
				});
				return { sent: true };
			} catch (error) {
				return refusedBecause(error);
			}
		},
		close: () => transport.close()
	};
}

type SmtpError = { code?: string; command?: string; responseCode?: number; message?: string };

function refusedBecause(error: unknown): Sending {
	const { code = '', command = '', responseCode = 0 } = error as SmtpError;
	// What the recipient's side says of the recipient; everything before is about us.
	const aboutThem = /^(RCPT TO|DATA)/.test(command) || code === 'EENVELOPE' || code === 'EMESSAGE';
	const forGood = responseCode >= 500 && aboutThem;
	const said = responseCode ? ` (máy chủ thư trả lời ${responseCode})` : '';
	const reason = forGood
		? `Máy chủ thư của người nhận từ chối${said}.`
		: code === 'EAUTH'
			? `Máy chủ thư không nhận tên hoặc mật khẩu trong SMTP_URL${said}.`
			: code === 'ETLS' || /certificate|self.signed|SSL|TLS/i.test(String((error as SmtpError).message))
				? 'Máy chủ thư không mở được kết nối mã hóa (TLS).'
				: code === 'ETIMEDOUT'
					? 'Máy chủ thư không trả lời trong thời gian chờ.'
					: responseCode
						? `Máy chủ thư hẹn gửi lại sau${said}.`
						: 'Không kết nối được với máy chủ thư.';
	return { sent: false, forGood, ours: !aboutThem, reason };
}

let opened: Mailer | undefined;

/** The mailer of this process; undefined without SMTP_URL: letters wait. */
export function mailer(wanted: Pick<Settings, 'SMTP_URL' | 'ORIGIN'> = settings()): Mailer | undefined {
	if (!wanted.SMTP_URL) return undefined;
	const host = wanted.ORIGIN ? new URL(wanted.ORIGIN).hostname : 'localhost';
	return (opened ??= openMailer({ url: wanted.SMTP_URL, host }));
}

export function closeMailer(): void {
	opened?.close();
	opened = undefined;
}
