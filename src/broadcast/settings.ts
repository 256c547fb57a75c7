/**
 * The station's own rules (quy chế hoạt động của đài, NĐ 49/2024): hours are local rules, so all of it is a setting with
 * a safe default (05:30 to 06:15 and 17:00 to 17:45, fifteen minutes of own programme, no weekend [R]).
 */
import { z } from 'zod';

const minute = z.coerce.number().int().min(0).max(1440);
const day = z.iso.date();

/** Windows in which may be played, in minutes from midnight, by weekday 1 (Monday) to 7 (Sunday). */
export const windows = z.record(
	z.enum(['1', '2', '3', '4', '5', '6', '7']),
	z.array(z.object({ from: minute, to: minute }))
);
export type Windows = z.infer<typeof windows>;

const usual = [
	{ from: 330, to: 375 },
	{ from: 1020, to: 1065 }
];

export const broadcastSettings = z.object({
	windows: windows.default({ '1': usual, '2': usual, '3': usual, '4': usual, '5': usual, '6': [], '7': [] }),
	/** The rule they rest on. */
	basis: z.string().max(300).default('Quy chế mẫu khi phường chưa ban hành quy chế riêng'),
	longestSessionMinutes: z.coerce.number().int().min(1).max(120).default(15),
	/** National mourning and the like: nothing but emergencies. */
	silentDays: z.array(z.object({ date: day, why: z.string().max(200) })).default([]),
	/** How an interrupted item goes on: from where it stopped, from its beginning, or not at all. */
	afterInterruption: z.enum(['resume', 'restart', 'drop']).default('resume'),
	/** Less than this left of a slot: it is not begun any more. */
	shortestRemainderSeconds: z.coerce.number().int().min(5).max(600).default(60),
	readingSpeed: z.coerce.number().int().min(120).max(300).default(200),
	region: z.enum(['north', 'south']).default('north'),
	/** Voice for drafts and emergencies: `espeak:north`, `espeak:central`, `espeak:south`, `sherpa:<folder>`, `http`. */
	voice: z.string().max(100).default('espeak:north'),
	/** A console not heard of for so long raises an alarm. */
	consoleAlarmMinutes: z.coerce.number().int().min(2).max(120).default(5),
	/** A volume test is possible inside the windows only. */
	signature: z.string().max(300).default('')
});
export type BroadcastSettings = z.infer<typeof broadcastSettings>;
export const defaultSettings: BroadcastSettings = broadcastSettings.parse({});
