/**
 * What every channel looks like to a delivery: one small interface. The answers are made so that nobody has to guess
 * whether something happened: only 'again', 'pause' and 'account' say that nothing did.
 */
import type { Message } from './message.ts';

/** How far a delivery of several steps has come. `doing` names an effect that was begun and whose end is not known. */
export type Progress = { doing?: string } & Record<string, string | number | undefined>;

type Words = {
	/** The channel's own code, for the developer; `net` for trouble on the way. */
	code: string;
	/** What happened and what to do, for the officer. */
	words: string;
};

export type Answer =
	| { kind: 'sent'; remoteId: string; url: string | null }
	/** Nothing happened there: it may be sent again. */
	| ({ kind: 'again'; afterSeconds?: number } & Words)
	/** Nothing happened: the channel asks the whole account to wait. */
	| ({ kind: 'pause'; seconds: number } & Words)
	/** Nothing happened: the account has to be mended by a person. `refresh`: try a new token first. */
	| ({ kind: 'account'; state: 'sign_in' | 'stopped'; refresh?: boolean } & Words)
	/** The channel does not take this message, and will not take it again unchanged. */
	| ({ kind: 'refused' } & Words)
	/** It may or may not have arrived. */
	| ({ kind: 'unknown' } & Words);

export type Found =
	| { kind: 'there'; remoteId: string; url: string | null }
	/** Surely not there. */
	| { kind: 'absent' }
	/** It is there in part: go on sending from this progress. */
	| { kind: 'go_on'; progress: Progress }
	/** The channel could not be asked now. */
	| ({ kind: 'later'; seconds?: number } & Words)
	| ({ kind: 'account'; state: 'sign_in' | 'stopped'; refresh?: boolean } & Words)
	/** The channel cannot tell by any means of ours: a person has to look. */
	| ({ kind: 'ask' } & Words);

export type Picture = { bytes: Buffer; type: string; name: string };

/** What a client holds while it works on one delivery. */
export type Hand = {
	/** A mark of this delivery that appears in what is posted (in its link), to find it again. */
	mark: string;
	progress: Progress;
	/** Writes down how far we came; before an effect, with `doing`. Throws when the delivery is no longer ours. */
	keep: (progress: Progress) => Promise<void>;
	/** Takes what was found there for this delivery; false: it is another delivery's already. */
	claim: (remoteId: string) => Promise<boolean>;
	picture: (token: string) => Promise<Picture | null>;
	/** Address of one of our paths as the outside reaches it. */
	absolute: (path: string) => string;
	/** Enters a letter or a notice for each of our own readers, once; returns how many there are. */
	enlist: (kind: 'email' | 'push') => Promise<number>;
	/** Nothing may be begun after this moment (monotonic milliseconds, `performance.now()`). */
	until: number;
};

export type Health =
	{ ok: true; words: string } | ({ ok: false; state: 'sign_in' | 'stopped' | null } & Words);

export type Client = {
	send: (message: Message, hand: Hand) => Promise<Answer>;
	/** Looks for what an earlier try may have left; `since` is when it was begun. */
	find: (message: Message, since: Date, hand: Hand) => Promise<Found>;
	/** Is the account all right? Changes nothing there. */
	test: () => Promise<Health>;
	/** Takes a post back; null: the channel has no such call. */
	remove: ((remoteId: string) => Promise<Answer>) | null;
	/** The figures of a post, absent where the channel gives none. */
	figures: ((remoteId: string) => Promise<Record<string, number> | null>) | null;
};
