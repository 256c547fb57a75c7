/** What a ward sets for its feedback; every field has a default that is safe to begin with. */
import { z } from 'zod';

export const feedbackSettings = z.object({
	/** Handed in after this hour counts for the next working day. */
	cutoff: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Hãy nhập giờ dạng 17:00.')
		.default('17:00'),
	/** Sender's contact is erased so many days after the case closed [R: the archive rules of the province decide]. */
	contactRetentionDays: z.coerce.number().int().min(30).max(3650).default(730),
	/** A denunciation's sender is not kept in this store: only as long as the guidance needs to reach them. */
	guidedRetentionDays: z.coerce.number().int().min(1).max(90).default(10),
	/** What a person has found to be spam is removed after so many days. */
	spamRetentionDays: z.coerce.number().int().min(7).max(365).default(90),
	/** How many from one network in an hour before further ones wait for a person's look: proven by the puzzle, and without. */
	perHourProven: z.coerce.number().int().min(1).max(1000).default(20),
	perHourPlain: z.coerce.number().int().min(1).max(1000).default(6),
	/** The sender may ask for another look within so many days of the answer. */
	reopenWithinDays: z.coerce.number().int().min(1).max(365).default(30),
	/** Working days before the due date when the officer, the head and the leader are reminded; negative: after it. */
	remindOfficer: z.coerce.number().int().min(-10).max(10).default(2),
	remindHead: z.coerce.number().int().min(-10).max(10).default(0),
	remindLeader: z.coerce.number().int().min(-10).max(10).default(-1)
});
export type FeedbackSettings = z.infer<typeof feedbackSettings>;
export const defaultSettings: FeedbackSettings = feedbackSettings.parse({});
