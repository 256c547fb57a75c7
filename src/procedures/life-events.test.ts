import { expect, it } from 'vitest';
import { procedures } from '#sample-ward/procedures.ts';
import { belongsTo, lifeEvents } from './life-events.ts';

const eventsOf = (name: string, field = '') =>
	lifeEvents.filter((event) => belongsTo(event, { name, field })).map(({ key }) => key);

it('knows what a procedure is about', () => {
	expect(eventsOf('Thủ tục đăng ký khai sinh', 'Hộ tịch')).toEqual(['sinh-con']);
	expect(eventsOf('Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch')).toEqual(['ket-hon']);
	expect(eventsOf('ĐĂNG KÝ KHAI TỬ')).toEqual(['qua-doi']);
	expect(eventsOf('Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội')).toEqual(['qua-doi']);
	expect(eventsOf('Chứng thực giao dịch liên quan đến quyền sử dụng đất', 'Chứng thực')).toEqual([
		'chung-thuc'
	]);
});

it('has something behind every tile in the sample catalogue, and no tile behind which everything is', () => {
	// Identity cards are the police's: asked for on the portal, which says whom to ask; no tile at the desk.
	for (const event of lifeEvents.filter(({ key }) => key !== 'can-cuoc')) {
		const behind = procedures.filter((one) => belongsTo(event, one)).length;
		expect([event.key, behind > 0, behind < procedures.length / 2]).toEqual([event.key, true, true]);
	}
});

it('is one list with one name, drawing and search for each matter', () => {
	for (const of of ['key', 'label', 'search', 'drawing'] as const)
		expect(new Set(lifeEvents.map((event) => event[of])).size, of).toBe(lifeEvents.length);
});
