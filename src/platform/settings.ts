/**
 * Every setting of the program, declared once. All are optional: with none of them the program is a trial
 * on the loopback address. A wrong value stops the start with one sentence that names the setting.
 */
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
	/** Port of the web server. */
	PORT: z.coerce.number().int().min(0).max(65535).default(3000),
	/** Address the web server listens on. */
	HOST: z.string().min(1).default('127.0.0.1'),
	/** Folder of the database, the files and the trial's secrets. */
	DATA_DIR: z.string().min(1).default('./data'),
	/** An outside PostgreSQL 15 or newer instead of the embedded one. */
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
	/** Public address of the site; its presence means production. */
	ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
	/** `file:` path. Default: the folder `files` in DATA_DIR. An S3 store is agreed (contracts) and not built yet: refused. */
	FILES_URL: z
		.string()
		.regex(/^file:/)
		.optional(),
	SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
	/** A service that reads text aloud (src/broadcast/audio/http-voice.ts). */
	VOICE_URL: z.url({ protocol: /^https?$/ }).optional(),
	/** Where Zalo OA and its sign-in, and Facebook's Graph API, are reached; in the trial the copies of ours stand in. */
	ZALO_URL: z.url({ protocol: /^https?$/ }).default('https://openapi.zalo.me'),
	ZALO_SIGN_IN_URL: z.url({ protocol: /^https?$/ }).default('https://oauth.zaloapp.com'),
	FACEBOOK_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
	FACEBOOK_SIGN_IN_URL: z.url({ protocol: /^https?$/ }).default('https://www.facebook.com'),
	/** Version of the Graph API; Facebook retires each after about two years. */
	FACEBOOK_VERSION: z
		.string()
		.regex(/^v\d{1,3}\.\d$/)
		.default('v25.0'),
	/** `web`, `worker`, or both when absent. */
	ROLE: z.enum(['web', 'worker']).optional(),
	/** Seals secrets; made and kept in DATA_DIR in the trial. */
	SECRET_KEY: z.string().min(32).optional(),
	/** Fixes the sample people's password (trial only). */
	TRIAL_PASSWORD: z.string().min(10).optional(),
	/** Sets the clock of the trial: it runs on from this moment (trial only). */
	TRIAL_NOW: z.iso
		.date()
		.or(z.iso.datetime({ offset: true, local: true }))
		.optional(),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')
});

export type Settings = z.infer<typeof schema> & { production: boolean };

/** What a right value looks like, in the words of the person who has to mend it. */
const hints: Record<string, string> = {
	PORT: 'phải là số cổng từ 0 đến 65535, ví dụ 3000',
	HOST: 'phải là địa chỉ máy, ví dụ 127.0.0.1',
	DATA_DIR: 'phải là đường dẫn một thư mục, ví dụ ./data',
	DATABASE_URL: 'phải có dạng postgres://người-dùng:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu',
	ORIGIN: 'phải là địa chỉ đầy đủ của trang, ví dụ https://cothanh.haiphong.gov.vn',
	FILES_URL: 'phải bắt đầu bằng file: (kho S3 chưa dùng được ở bản này)',
	SMTP_URL: 'phải có dạng smtp://người-dùng:mật-khẩu@máy:587',
	VOICE_URL: 'phải có dạng http://máy:cổng/đường-dẫn',
	ZALO_URL: 'phải có dạng https://openapi.zalo.me',
	ZALO_SIGN_IN_URL: 'phải có dạng https://oauth.zaloapp.com',
	FACEBOOK_URL: 'phải có dạng https://graph.facebook.com',
	FACEBOOK_SIGN_IN_URL: 'phải có dạng https://www.facebook.com',
	FACEBOOK_VERSION: 'phải có dạng v25.0',
	ROLE: 'chỉ nhận web hoặc worker; bỏ trống để chạy cả hai',
	SECRET_KEY: 'phải dài ít nhất 32 ký tự',
	TRIAL_PASSWORD: 'phải dài ít nhất 10 ký tự',
	TRIAL_NOW: 'phải là ngày giờ ISO 8601, ví dụ 2026-03-02 hoặc 2026-03-02T08:00:00+07:00',
	LOG_LEVEL: 'chỉ nhận fatal, error, warn, info, debug, trace hoặc silent'
};

export class WrongSetting extends Error {
	override name = 'WrongSetting';
}

/** Reads settings from an environment; empty strings count as absent. Throws {@link WrongSetting}. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
	const given = Object.fromEntries(
		Object.keys(schema.shape).flatMap((name) => {
			const value = environment[name]?.trim();
			return value ? [[name, value]] : [];
		})
	);
	const parsed = schema.safeParse(given);
	if (!parsed.success) {
		const name = String(parsed.error.issues[0]?.path[0]);
		throw new WrongSetting(`Thiết lập ${name} không đúng: ${hints[name]}. Hãy sửa lại rồi khởi động lại.`);
	}
	const settings = { ...parsed.data, DATA_DIR: path.resolve(parsed.data.DATA_DIR) };
	const production = settings.ORIGIN !== undefined;
	if (production) {
		for (const name of ['TRIAL_PASSWORD', 'TRIAL_NOW'] as const) {
			if (settings[name] !== undefined) {
				throw new WrongSetting(
					`Thiết lập ${name} chỉ dùng khi chạy thử, không dùng cùng ORIGIN. Hãy bỏ ${name} rồi khởi động lại.`
				);
			}
		}
		if (!settings.SECRET_KEY) {
			throw new WrongSetting(
				'Thiết lập SECRET_KEY còn thiếu: khi chạy chính thức (có ORIGIN) phải đặt SECRET_KEY dài ít nhất 32 ký tự và cất giữ cẩn thận.'
			);
		}
	}
	return { ...settings, production };
}

let current: Settings | undefined;
/** The settings of this process. */
export function settings(): Settings {
	return (current ??= readSettings(process.env));
}

/**
 * What is known only once something listens (the trial's copies of outside services); told to this process and to what
 * it loads later.
 */
export function settle(
	found: Partial<Record<'ZALO_URL' | 'ZALO_SIGN_IN_URL' | 'FACEBOOK_URL' | 'FACEBOOK_SIGN_IN_URL', string>>
): void {
	Object.assign(process.env, found);
	current = { ...settings(), ...found };
}
