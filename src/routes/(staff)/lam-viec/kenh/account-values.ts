/** What a form about an account sends, as the verbs take it. */
import type { GivenAccount } from '#channels/account-form.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function accountOf(values: Record<string, unknown>): GivenAccount {
	const monthly = text(values['monthly']).trim();
	return {
		name: text(values['name']),
		address: text(values['address']),
		settings: {
			appId: text(values['appId']),
			oaId: text(values['oaId']),
			pageId: text(values['pageId']),
			author: text(values['author']),
			endpoint: text(values['endpoint']),
			broadcast: values['broadcast'] === 'on',
			uploadCover: values['uploadCover'] === 'on',
			...(monthly ? { monthly: Number(monthly) } : {})
		},
		secrets: {
			appSecret: text(values['appSecret']),
			accessToken: text(values['accessToken']),
			refreshToken: text(values['refreshToken']),
			signingKey: text(values['signingKey'])
		}
	};
}
