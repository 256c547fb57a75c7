import { beforeAll, describe, expect, it } from 'vitest';
import * as notices from '#people/notices.server.ts';
import type { Role } from '#people/role.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as publishing from './publishing.server.ts';
import { tell } from './telling.server.ts';
import { readyInput, storyIn } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

const hour = new Date(testNow.getTime() + 3_600_000);
async function tellAll(id: number): Promise<void> {
	const lines = await read(ward.as('admin'), (tx) => historyOf(tx, { kind: 'story', id }));
	// Twice, as a worker that was stopped in between may do.
	for (const line of [...lines, ...lines].reverse()) await tell(ward.robot(), line);
}
const heard = async (role: Role, about: string): Promise<string[]> =>
	(await notices.list(ward.as(role), { limit: 100 }))
		.map(({ text }) => text)
		.filter((text) => text.includes(about))
		.reverse();

describe('who is told of a story', () => {
	it('leaders of what waits, the author of what became of it, each once, nobody of their own act', async () => {
		const title = 'Bài được duyệt rồi đăng lên cổng';
		await tellAll(await storyIn(ward, 'published', { title }));
		expect(await heard('chair', title)).toEqual([`Chờ duyệt: ${title}`]);
		expect(await heard('vice_chair', title)).toEqual([`Chờ duyệt: ${title}`]);
		expect(await heard('culture', title)).toEqual([
			`Bài đã được duyệt: ${title}`,
			`Bài đã lên cổng: ${title}`
		]);
		expect(await heard('radio', title)).toEqual([]);
	});

	it('the author and the office of a story that came late', async () => {
		const title = 'Bài lỡ giờ vì mất điện';
		const id = await storyIn(ward, 'scheduled', { title });
		await publishing.publishDue({
			...ward.robot(new Date(hour.getTime() + 150_000)),
			actor: { kind: 'robot', name: 'hen-gio' }
		});
		await tellAll(id);
		for (const role of ['culture', 'office', 'chair'] as const)
			expect(await heard(role, title), role).toContain(`Bài đăng muộn 3 phút so với giờ hẹn: ${title}`);
	});

	it('those who can clear it of an emergency publication, and the author of a text sent back, with the reason', async () => {
		const urgent = 'Cảnh báo khẩn về tin nhắn lừa đảo';
		const id = await storyIn(ward, 'draft', { title: urgent });
		await publishing.publishEmergency(ward.as('chair'), id, 'Người dân đang bị lừa từng giờ.');
		await tellAll(id);
		expect(await heard('vice_chair', urgent)).toEqual([`Bài được đăng khẩn, cần hậu kiểm: ${urgent}`]);
		expect(await heard('chair', urgent)).toEqual([]);
		const back = 'Bài bị trả lại cho người viết';
		await tellAll(await storyIn(ward, 'sent_back', readyInput({ title: back })));
		expect((await heard('culture', back)).at(-1)).toContain('Cần ghi rõ giờ làm việc.');
	});
});
