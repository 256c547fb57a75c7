/** Delivery (lượt gửi): its states, what leads from one to the next, and how long it waits in between. */

export type DeliveryState = 'planned' | 'sending' | 'unknown' | 'asking' | 'sent' | 'failed' | 'cancelled';

export const deliveryStates: Record<DeliveryState, string> = {
	planned: 'Chờ gửi',
	sending: 'Đang gửi',
	unknown: 'Chưa rõ, đang kiểm tra',
	asking: 'Cần người xem giúp',
	sent: 'Đã gửi',
	failed: 'Không gửi được',
	cancelled: 'Đã hủy'
};

/** Figures a channel gives for a post; each is a total since it went out. */
export type Figures = {
	views?: number;
	reach?: number;
	clicks?: number;
	likes?: number;
	shares?: number;
	comments?: number;
	plays?: number;
};

export const figureNames: Record<keyof Figures, string> = {
	views: 'lượt xem',
	reach: 'người tiếp cận',
	clicks: 'lượt bấm',
	likes: 'lượt thích',
	shares: 'lượt chia sẻ',
	comments: 'bình luận',
	plays: 'lượt phát'
};

/** What happens to a delivery. `by`: who may make it happen. */
export const deliveryMoves = {
	/** A worker takes it in hand, to send it or to look for it. */
	take: { from: ['planned', 'unknown'], to: 'sending' },
	arrive: { from: ['sending'], to: 'sent' },
	/** Certainly nothing happened: it waits for its next try. */
	wait: { from: ['sending'], to: 'planned' },
	doubt: { from: ['sending'], to: 'unknown' },
	ask: { from: ['sending'], to: 'asking' },
	give_up: { from: ['sending'], to: 'failed' },
	/** A person: try again what failed. */
	retry: { from: ['failed', 'planned'], to: 'planned' },
	/** A person looked at the channel: it is there. */
	say_there: { from: ['asking', 'unknown', 'failed'], to: 'sent' },
	/** A person looked at the channel: it is not there, send it. */
	say_absent: { from: ['asking'], to: 'planned' },
	move: { from: ['planned'], to: 'planned' },
	cancel: { from: ['planned', 'failed'], to: 'cancelled' },
	/** A person brought it out by hand and says how many, where. */
	confirm: { from: ['planned', 'sent'], to: 'sent' }
} as const satisfies Record<string, { from: readonly DeliveryState[]; to: DeliveryState }>;
export type DeliveryMove = keyof typeof deliveryMoves;

export const mayMove = (move: DeliveryMove, from: DeliveryState): boolean =>
	(deliveryMoves[move].from as readonly DeliveryState[]).includes(from);

/** Seconds until the next try: growing, so that a channel in trouble is not pressed; after the last one it has failed. */
const WAITS = [20, 60, 180, 600, 1800, 3600, 7200, 14_400] as const;

/** `tries`: how many were made. Null: that was the last. */
export function secondsUntilNext(tries: number, asked?: number): number | null {
	const wait = WAITS[tries - 1];
	return wait === undefined ? null : Math.max(wait, asked ?? 0);
}

/**
 * Seconds after a broken try before the channel is asked whether it arrived: what was on its way has settled by then.
 * Longer than any request of ours may take.
 */
export const SETTLE = 30;
/** Seconds a worker holds a delivery; renewed before each step. Longer than a step may take. */
export const HOLD = 60;
/** Seconds one request may take, from its first byte out to its last byte in. */
export const PATIENCE = 20;
/** How often in a row an unknown outcome is looked for before a person is asked. */
export const LOOKS = 6;
