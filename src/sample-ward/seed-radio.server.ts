/**
 * The radio of the last month: two programmes, four Fridays by the log of the station's machine (one interrupted, one
 * missed in a power cut), a drill of an emergency, and the coming fortnight half ready. The voice reads only what is to
 * be heard again, in the background after the first start, so that the start stays quick.
 */
import * as areas from '#broadcast/areas.server.ts';
import * as asRuns from '#broadcast/as-run.server.ts';
import * as consoles from '#broadcast/consoles.server.ts';
import * as emergencies from '#broadcast/emergencies.server.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import * as filling from '#broadcast/filling.server.ts';
import * as pastAirings from '#broadcast/past-airings.server.ts';
import * as programmes from '#broadcast/programmes.server.ts';
import * as segments from '#broadcast/segments.server.ts';
import * as words from '#broadcast/spoken-words.server.ts';
import { answersForRadio } from '#feedback/for-radio.server.ts';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf, startOfDay, type Day } from '#platform/clock.ts';
import type { SampleActors } from './seed-people.server.ts';

/** The programme about reform is a task of the plan. */
const RADIO_TASK = 2;
const FRIDAY = 5;
const AT_MINUTE = 17 * 60 + 5;

type Fate = { result: 'complete' | 'cut' | 'resumed' | 'missed'; share: number; why: string };
/** Of the Fridays behind us, the oldest first. */
const fates: Fate[] = [
	{ result: 'complete', share: 1, why: '' },
	{ result: 'resumed', share: 1, why: 'Bị bản tin mức cao hơn cắt rồi phát tiếp.' },
	{ result: 'missed', share: 0, why: 'Mất điện khu vực nhà văn hóa từ 16 giờ 40 đến 18 giờ 15.' },
	{ result: 'complete', share: 1, why: '' }
];
/** Those that can be heard again on the portal. */
const heardAgain = [0, 1, 3];

export async function seedRadio(
	ctx: Ctx,
	actors: SampleActors,
	taskIds: ReadonlyMap<number, number>
): Promise<void> {
	const today = dayOf(ctx.now);
	const fridays = lastFridays(today);
	const begun = addDays(fridays[0]!, -12);
	const as = (key: string, day: Day, hour = 9): Ctx => ({
		...ctx,
		actor: actors.get(key)!,
		now: new Date(Math.min(startOfDay(day).getTime() + hour * 3_600_000, ctx.now.getTime()))
	});
	const radio = as('truyen-thanh', begun);
	await words.put(radio, { written: 'NVH', said: 'nhà văn hóa' });
	const areaId = await areas.add(radio, { name: 'Các tổ dân phố' });
	const { token } = await consoles.register(radio, { name: 'Máy tại Đài truyền thanh', areaId });
	const programmeId = await programmes.create(radio, {
		name: 'Cải cách hành chính',
		about: 'Tin, hỏi đáp và thủ tục bà con hay làm',
		minutes: 5,
		taskId: taskIds.get(RADIO_TASK) ?? null,
		template: ['opening', 'story', 'answer', 'closing']
	});
	await programmes.addSlot(radio, programmeId, {
		recurrence: 'weekly',
		weekdays: [FRIDAY],
		atMinute: AT_MINUTE,
		validFrom: fridays[0]!
	});
	const morning = await programmes.create(as('truyen-thanh', addDays(today, -3)), {
		name: 'Thủ tục trong tuần',
		about: 'Mỗi sáng thứ Ba một thủ tục, đọc chậm',
		minutes: 4,
		areaKey: 'one_stop',
		template: ['opening', 'procedure', 'notice', 'closing']
	});
	await programmes.addSlot(as('truyen-thanh', addDays(today, -3)), morning, {
		recurrence: 'weekly',
		weekdays: [2],
		atMinute: 5 * 60 + 35,
		validFrom: today
	});

	const robot = (day: Day): Ctx => ({
		...as('truyen-thanh', day),
		actor: { kind: 'robot', name: 'phat-thanh' }
	});
	const answers = await answersForRadio(ctx);
	for (const [at, friday] of fridays.entries()) {
		// Made and filled ten days ahead, approved the day before.
		await episodes.makeAhead(robot(addDays(friday, -10)));
		await filling.fillAhead(robot(addDays(friday, -10)), answers);
		await airFriday(ctx, { at, friday, as, areaId, token, programmeId });
	}
	await drill(as, addDays(fridays[1]!, 5), areaId);
	await episodes.makeAhead({ ...ctx, actor: { kind: 'robot', name: 'phat-thanh' } });
	await filling.fillAhead({ ...ctx, actor: { kind: 'robot', name: 'phat-thanh' } }, answers);
}

type Friday = {
	at: number;
	friday: Day;
	as: (key: string, day: Day, hour?: number) => Ctx;
	areaId: number;
	token: string;
	programmeId: number;
};

async function airFriday(ctx: Ctx, of: Friday): Promise<void> {
	const { at, friday, as, areaId, token, programmeId } = of;
	const before = as('truyen-thanh', addDays(friday, -2));
	const [one] = (await episodes.between(before, startOfDay(friday), startOfDay(addDays(friday, 1)))).filter(
		(listed) => listed.programmeId === programmeId
	);
	if (!one) return;
	const { segments: parts } = await episodes.view(before, one.id);
	for (const part of parts.filter(({ spoken }) => spoken === '')) await segments.remove(before, part.id);
	if (heardAgain.includes(at))
		for (const part of parts.filter(({ spoken }) => spoken !== '')) await segments.letRead(before, part.id);
	await episodes.submit(before, one.id);
	await episodes.approve(as('chu-tich', addDays(friday, -1)), one.id);

	const after = as('truyen-thanh', friday, 20);
	if (after.now <= one.airsAt) return;
	const { key, durationMs } = await pastAirings.enter(after, one.id, areaId);
	const { result, share, why } = fates[at]!;
	const heard = result !== 'missed';
	await asRuns.bring({ ...after, actor: { kind: 'robot', name: 'may-phat' } }, token, [
		{
			localId: `du-lieu-mau-${friday}`,
			itemKey: key,
			title: one.title,
			level: 'routine',
			plannedAt: one.airsAt.toISOString(),
			startedAt: heard ? new Date(one.airsAt.getTime() + 180).toISOString() : null,
			endedAt: heard ? new Date(one.airsAt.getTime() + 180 + durationMs * share).toISOString() : null,
			result,
			why,
			parts: []
		}
	]);
}

/** A drill by two people, as the station's regulation orders once a quarter. */
async function drill(as: Friday['as'], day: Day, areaId: number): Promise<void> {
	const office = as('van-phong', day);
	const id = await emergencies.draft(office, {
		title: 'Diễn tập báo tin khẩn: mưa lớn, ngập úng',
		text: 'Đây là bản tin diễn tập, không phải tình huống thật. Khi có mưa lớn, bà con ở vùng trũng kê cao tài sản, ngắt điện và nghe hướng dẫn tiếp theo trên loa.',
		orderedBy: 'Kế hoạch diễn tập quý IV của Ban Chỉ huy phòng thủ dân sự phường',
		receivedAt: office.now,
		repeatMinutes: null,
		until: null,
		areaIds: [areaId]
	});
	await emergencies.confirm({ ...as('chu-tich', day), now: new Date(office.now.getTime() + 240_000) }, id);
	await emergencies.lift({ ...as('chu-tich', day), now: new Date(office.now.getTime() + 900_000) }, id);
}

/** The four Fridays before today. */
function lastFridays(today: Day): Day[] {
	let day = addDays(today, -1);
	while (new Date(`${day}T00:00:00Z`).getUTCDay() !== FRIDAY) day = addDays(day, -1);
	return [3, 2, 1, 0].map((weeks) => addDays(day, -7 * weeks));
}
