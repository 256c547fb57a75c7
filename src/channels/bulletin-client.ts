/** The ward's own bulletin: sending it is entering a letter for each reader; the letters go out by themselves. */
import type { Client } from './client.ts';

export const bulletinClient: Client = {
	send: async (_message, hand) => {
		const readers = await hand.enlist('email');
		return readers === 0
			? {
					kind: 'refused',
					code: 'bulletin empty',
					words: 'Chưa có ai đăng ký nhận tin qua thư. Hãy giới thiệu trang đăng ký nhận tin, rồi gửi lại.'
				}
			: { kind: 'sent', remoteId: hand.mark, url: null };
	},
	// Entering twice enters nothing twice.
	find: (_message, _since, hand) => Promise.resolve({ kind: 'go_on', progress: hand.progress }),
	test: () => Promise.resolve({ ok: true, words: 'Bản tin gửi qua máy chủ thư của phường.' }),
	remove: null,
	figures: null
};
