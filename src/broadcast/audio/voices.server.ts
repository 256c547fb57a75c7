/** Voices (giọng đọc) of this machine: which there are, what one lacks, how one sounds, and which the station reads with. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { settings } from '#platform/settings.ts';
import { refusals } from '../policy.ts';
import { broadcastSetting } from '../schema.server.ts';
import { settingsIn } from '../settings.server.ts';
import { renderApart } from './rendering.server.ts';
import { lacksOf } from './sherpa-folder.ts';
import { accents } from './voice.ts';

export type VoiceFound = {
	/** As in the station's rules. */
	key: string;
	name: string;
	kind: 'built_in' | 'folder' | 'service';
	/** Why it cannot be used yet, and what to do. */
	lacks: string | null;
};

const folder = (): string => path.join(settings().DATA_DIR, 'voices');

export async function list(): Promise<VoiceFound[]> {
	const built = Object.entries(accents).map(([accent, name]): VoiceFound => ({
		key: `espeak:${accent}`,
		name: `${name} (có sẵn)`,
		kind: 'built_in',
		lacks: null
	}));
	const dropped: VoiceFound[] = [];
	const entries = await readdir(folder(), { withFileTypes: true }).catch(() => []);
	for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name)))
		if (entry.isDirectory())
			dropped.push({
				key: `sherpa:${entry.name}`,
				name: entry.name,
				kind: 'folder',
				lacks: await lacksOf(path.join(folder(), entry.name))
			});
	const { VOICE_URL } = settings();
	const service: VoiceFound[] = VOICE_URL
		? [{ key: 'http', name: `Dịch vụ tại ${new URL(VOICE_URL).host}`, kind: 'service', lacks: null }]
		: [];
	return [...built, ...dropped, ...service];
}

/** Where models are dropped, as whoever runs the machine finds it. */
export const droppedInto = (): string => path.resolve(folder());

const LONGEST_SAMPLE = 300;
const PATIENCE_MS = 60_000;
/** One at a time: hearing a voice must not slow the office down. */
let busy = false;

/** A sentence read by a voice, as it would be on the air: MP3. */
export async function sample(ctx: Ctx, key: string, text: string): Promise<Buffer> {
	refuseIfAny(refusals(ctx.actor, 'make_audio'));
	const script = text.normalize('NFC').trim();
	if (!/\p{L}/u.test(script) || script.length > LONGEST_SAMPLE)
		throw new Refusal({
			code: 'voice.sample_text',
			field: 'loi',
			message: `Hãy viết một câu thử, nhiều nhất ${LONGEST_SAMPLE} ký tự.`
		});
	const voice = (await list()).find((one) => one.key === key);
	if (!voice) throw notFound('giọng đọc này');
	if (voice.lacks) throw new Refusal({ code: 'voice.lacks', status: 409, message: voice.lacks });
	if (busy)
		throw new Refusal({
			code: 'voice.busy',
			status: 429,
			message: 'Đang đọc thử một câu khác. Hãy đợi vài giây rồi nghe lại.'
		});
	busy = true;
	const into = await mkdtemp(path.join(tmpdir(), 'minhbach-voice-'));
	try {
		const { readingSpeed } = await read(ctx, settingsIn);
		const until = Date.now() + PATIENCE_MS;
		const answer = await renderApart(
			{ script, voice: key, syllables: readingSpeed, voicesDir: folder(), into },
			() => Promise.resolve(Date.now() < until)
		);
		if (answer === 'stopped' || 'refused' in answer)
			throw new Refusal({
				code: 'voice.sample',
				status: 409,
				message:
					answer === 'stopped'
						? 'Giọng này đọc quá lâu nên đã dừng. Hãy chọn giọng khác, hoặc dùng máy chủ mạnh hơn.'
						: answer.refused
			});
		return await readFile(answer.done.mp3);
	} finally {
		busy = false;
		await rm(into, { recursive: true, force: true });
	}
}

/** The voice that reads when nobody says otherwise: missing segments, emergencies. */
export async function choose(ctx: Ctx, key: string): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const voice = (await list()).find((one) => one.key === key);
	if (!voice) throw notFound('giọng đọc này');
	if (voice.lacks) throw new Refusal({ code: 'voice.lacks', status: 409, message: voice.lacks });
	await transact(ctx, async (tx) => {
		const before = await settingsIn(tx);
		const changed = { changedAt: ctx.now, changedByPersonId: person(ctx).personId };
		await tx
			.insert(broadcastSetting)
			.values({ settings: { ...before, voice: key }, ...changed })
			.onConflictDoUpdate({
				target: broadcastSetting.wardId,
				set: {
					// Only the voice: somebody else may be changing the hours in this moment.
					settings: sql`${broadcastSetting.settings} || jsonb_build_object('voice', ${key}::text)`,
					...changed,
					lockVersion: sql`${broadcastSetting.lockVersion} + 1`
				}
			});
		await record(tx, ctx, {
			act: 'station.voice_chosen',
			subject: { kind: 'broadcast_setting', id: ctx.wardId },
			before: { voice: before.voice },
			after: { voice: key }
		});
	});
}
