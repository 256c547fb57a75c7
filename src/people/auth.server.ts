/**
 * better-auth, set up for us: people sign in by name and password, with a second factor where it is on. Its HTTP
 * handler is not mounted anywhere: only our own pages and verbs call it, on the server.
 */
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { twoFactor, username } from 'better-auth/plugins';
import type { Database } from '#platform/db.server.ts';
import { log } from '#platform/log.server.ts';
import { keyFor } from '#platform/secret.server.ts';
import { settings } from '#platform/settings.ts';
import * as tables from './auth-schema.server.ts';
import { backupCodes } from './one-time.server.ts';
import { longestPassword, shortestPassword } from './password.ts';
import { isSignInName, normaliseSignInName } from './sign-in-name.ts';

/** Our own header, set from the connection by the web server's hook; whatever a caller sends under this name is overwritten. */
export const addressHeader = 'x-minhbach-address';
/** A working day: whoever does nothing for that long signs in again. */
const sessionSeconds = 12 * 3600;

function make(db: Database) {
	const { ORIGIN } = settings();
	return betterAuth({
		appName: 'Minh Bạch',
		baseURL: ORIGIN ?? 'http://127.0.0.1',
		secret: keyFor('sign-in'),
		database: drizzleAdapter(db, { provider: 'pg', schema: tables, transaction: true }),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: shortestPassword,
			maxPasswordLength: longestPassword
		},
		user: {
			additionalFields: {
				wardId: { type: 'number', required: true, input: false },
				temporaryUntil: { type: 'date', required: false, input: false }
			}
		},
		session: {
			expiresIn: sessionSeconds,
			// Also how exact "last seen" is.
			updateAge: 300,
			additionalFields: { positionId: { type: 'number', required: false, input: false } }
		},
		plugins: [
			username({
				minUsernameLength: 2,
				maxUsernameLength: 80,
				usernameValidator: isSignInName,
				usernameNormalization: normaliseSignInName
			}),
			twoFactor({ issuer: 'Minh Bạch', backupCodeOptions: { customBackupCodesGenerate: backupCodes } })
		],
		// Counts only requests to its own handler, which we do not mount; ours is throttle.server.ts.
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		logger: { level: 'error', log: (_level, message) => log.error({ message }, 'better-auth') },
		advanced: {
			cookiePrefix: 'minh-bach',
			useSecureCookies: ORIGIN?.startsWith('https:') ?? false,
			ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 }
		}
	});
}

export type Auth = ReturnType<typeof make>;
const made = new WeakMap<object, Auth>();

/** One per database of this process. */
export function authOf(db: Database): Auth {
	const found = made.get(db);
	if (found) return found;
	const auth = make(db);
	made.set(db, auth);
	return auth;
}

export type Cookie = {
	name: string;
	value: string;
	options: ReturnType<typeof toCookieOptions> & { path: string };
};

/** The cookies better-auth wants set, for the page to set. */
export function cookiesOf(headers: Headers): Cookie[] {
	return headers.getSetCookie().flatMap((line) =>
		[...parseSetCookieHeader(line)].map(([name, attributes]) => ({
			name,
			value: attributes.value,
			options: { ...toCookieOptions(attributes), path: attributes.path ?? '/' }
		}))
	);
}
