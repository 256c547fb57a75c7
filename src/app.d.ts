import type { Held } from '#people/acting.server.ts';
import type { Ctx } from '#people/actor.ts';
import type { FirstDuty } from '#people/first-duty.ts';
import type { SignedIn } from '#people/sessions.server.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks, in which ward, when: made once per request in hooks.server.ts, passed to every verb. */
			ctx: Ctx;
			/** The other end of the connection; no header can change it. */
			address: string;
			/** Set when the host name belongs to one ward: only its people may sign in here. */
			onlyWard: number | undefined;
			/** The account behind the cookies, when it may act in this ward. */
			account: (SignedIn & { positions: Held[]; duty: FirstDuty | undefined }) | undefined;
		}
		interface Error {
			/** Vietnamese, says what to do next. */
			message: string;
			/** Told to the person and written in the log, so that both can be brought together. */
			incident?: string;
		}
	}
}
