/** What somebody types in about an account, and what is wrong with it. */
import { Refusal } from '#platform/refusal.ts';
import type { AccountSettings, Secrets } from './account.ts';
import type { Outlet } from './forms.ts';

export type GivenAccount = {
	name: string;
	address?: string;
	settings?: AccountSettings;
	/** Empty ones are left as they are. */
	secrets?: Secrets;
};

const wrong = (field: string, message: string): Refusal =>
	new Refusal({ code: `channel_account.${field}`, field, message });

const plain = (value: string | undefined): string =>
	(value ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
const idForm = /^[\w.-]{1,100}$/;

/** Throws a refusal that names the field. */
export function checkAccount(
	kind: Outlet,
	given: GivenAccount
): { name: string; address: string | null; settings: AccountSettings; secrets: Secrets } {
	const name = plain(given.name);
	if (name.length < 2 || name.length > 120) throw wrong('name', 'Hãy đặt tên tài khoản (2 đến 120 ký tự).');
	const address = plain(given.address) || null;
	if (
		address &&
		(!URL.canParse(address) || !/^https?:\/\/[^\s]+\.[^\s]+$/.test(address) || address.length > 500)
	)
		throw wrong('address', 'Địa chỉ trang phải đầy đủ, ví dụ https://zalo.me/1234567890.');
	const from = given.settings ?? {};
	const settings: AccountSettings = {};
	const id = (key: 'appId' | 'oaId' | 'pageId', what: string, needed: boolean): void => {
		const value = plain(from[key]);
		if (!value && !needed) return;
		if (!idForm.test(value)) throw wrong(key, `Hãy nhập ${what} (chỉ gồm chữ và số).`);
		settings[key] = value;
	};
	if (kind === 'zalo') {
		id('appId', 'mã ứng dụng Zalo (App ID)', true);
		id('oaId', 'mã Zalo OA', false);
		const author = plain(from.author);
		if (author.length > 49) throw wrong('author', 'Tên tác giả trên Zalo dài nhất 49 ký tự.');
		if (author) settings.author = author;
		if (from.uploadCover) settings.uploadCover = true;
		if (from.broadcast) settings.broadcast = true;
		if (from.monthly !== undefined) {
			if (!Number.isInteger(from.monthly) || from.monthly < 0 || from.monthly > 10_000)
				throw wrong('monthly', 'Số lần gửi mỗi tháng là một số từ 0 đến 10.000.');
			settings.monthly = from.monthly;
		}
	} else if (kind === 'facebook') {
		id('appId', 'mã ứng dụng Facebook (App ID)', true);
		id('pageId', 'mã Trang Facebook (Page ID)', true);
	} else if (kind === 'webhook') {
		const endpoint = plain(from.endpoint);
		if (!URL.canParse(endpoint) || new URL(endpoint).protocol !== 'https:')
			throw wrong('endpoint', 'Địa chỉ nhận phải bắt đầu bằng https://.');
		settings.endpoint = endpoint;
	}
	const secrets: Secrets = {};
	for (const key of ['appSecret', 'accessToken', 'refreshToken', 'signingKey'] as const) {
		const value = (given.secrets?.[key] ?? '').trim();
		if (!value) continue;
		if (value.length > 4000 || /[\s\p{Cc}]/u.test(value))
			throw wrong(key, 'Mã này có khoảng trắng hoặc quá dài. Hãy chép lại cho đúng.');
		secrets[key] = value;
	}
	return { name, address, settings, secrets };
}
