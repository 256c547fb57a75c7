import type { Ctx } from '#people/actor.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks, in which ward, when: made once per request in hooks.server.ts, passed to every verb. */
			ctx: Ctx;
		}
		interface Error {
			/** Vietnamese, says what to do next. */
			message: string;
			/** Told to the person and written in the log, so that both can be brought together. */
			incident?: string;
		}
	}
}
