/** Account (tài khoản trên kênh): where deliveries go, and what has to be known to reach it. */
import type { Outlet } from './forms.ts';

export type AccountState = 'working' | 'sign_in' | 'stopped' | 'off';

export const accountStates: Record<AccountState, string> = {
	working: 'Đang hoạt động',
	sign_in: 'Cần đăng nhập lại',
	stopped: 'Kênh từ chối tài khoản',
	off: 'Đang tắt'
};

/** Nothing secret: shown to who runs the channels. */
export type AccountSettings = {
	/** Zalo: the application and the official account. Facebook: the application and the page. */
	appId?: string;
	oaId?: string;
	pageId?: string;
	/** Zalo: also send to all followers, and how many such sendings a month the package grants. */
	broadcast?: boolean;
	monthly?: number;
	/** Zalo: send the cover picture itself, instead of letting Zalo fetch it from our address. */
	uploadCover?: boolean;
	/** Zalo: the author's line of an article, up to 50 characters. */
	author?: string;
	/** Webhook: where signed copies go. */
	endpoint?: string;
};

/** Sealed; what a channel gave or the ward typed in. */
export type Secrets = {
	appSecret?: string;
	accessToken?: string;
	refreshToken?: string;
	/** Zalo and webhooks: what signs what comes in or goes out. */
	signingKey?: string;
};

/** Kinds somebody signs in to at the channel. */
export const signedInTo = ['zalo', 'facebook'] as const;
export const isSignedInTo = (kind: Outlet): kind is (typeof signedInTo)[number] =>
	(signedInTo as readonly Outlet[]).includes(kind);
