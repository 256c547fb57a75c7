/**
 * Brakes of the sender's pages, in this process's memory: addresses become a keyed mark and are written nowhere. A
 * message is never refused because many came (they wait for a person's look instead); what is refused here would break
 * the program for everybody else.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from '#people/throttle.server.ts';
import { dayOf } from '#platform/clock.ts';
import * as files from '#platform/files.server.ts';
import { Refusal } from '#platform/refusal.ts';

const key = randomBytes(32);
const markOf = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
const MEGABYTE = 1_048_576;

/** Far above what an office, a school or a whole telephone network behind one address sends honestly. */
const SENDINGS_A_DAY = 20_000;
let day = '';
const sendings = new Map<string, number>();

export function countSending(address: string, now: Date): void {
	const today = dayOf(now);
	if (today !== day) {
		sendings.clear();
		day = today;
	}
	const mark = markOf(networkOf(address));
	const many = (sendings.get(mark) ?? 0) + 1;
	sendings.set(mark, many);
	if (many > SENDINGS_A_DAY) {
		throw new Refusal({
			code: 'feedback.flood',
			status: 429,
			message:
				'Từ mạng này đã gửi quá nhiều trong hôm nay nên máy tạm dừng nhận để bảo vệ trang. Xin gọi đường dây nóng của phường, hoặc gửi lại vào ngày mai.'
		});
	}
}

/** Wrong words in a row: for one code from one network, for one code from anywhere, for one network. */
const GUESSES = { codeAtNetwork: 8, code: 60, network: 40 };
const MINUTES = 15;
const guesses = new Map<string, number[]>();

/** Counts a try before it is looked at, so that many at once do not slip through; the returned function forgives it. */
export function countGuess(address: string, code: string, now: Date): () => void {
	const moment = now.getTime();
	const since = moment - MINUTES * 60_000;
	if (guesses.size > 20_000)
		for (const [mark, moments] of guesses) if (moments.every((at) => at <= since)) guesses.delete(mark);
	const network = networkOf(address);
	const counted = [
		{ mark: markOf(`${network} ${code}`), most: GUESSES.codeAtNetwork },
		{ mark: markOf(`code ${code}`), most: GUESSES.code },
		{ mark: markOf(`network ${network}`), most: GUESSES.network }
	].map((one) => ({ ...one, moments: (guesses.get(one.mark) ?? []).filter((at) => at > since) }));
	const over = counted.find(({ moments, most }) => moments.length >= most);
	if (over) {
		const wait = Math.max(1, Math.ceil((over.moments[0]! + MINUTES * 60_000 - moment) / 60_000));
		throw new Refusal({
			code: 'feedback.too_many_guesses',
			status: 429,
			field: 'secret',
			message: `Đã thử nhiều lần chưa đúng. Để giữ kín cho người gửi, xin đợi khoảng ${wait} phút rồi thử lại, hoặc gọi đường dây nóng để được giúp tra cứu.`
		});
	}
	for (const { mark, moments } of counted) guesses.set(mark, [...moments, moment]);
	return () => {
		for (const { mark } of counted) {
			const left = guesses.get(mark);
			left?.splice(left.indexOf(moment), 1);
		}
	};
}

/** Bytes of forms being read right now; a form is held in memory while it is read. */
const ROOM = 250 * MEGABYTE;
const UNKNOWN_LENGTH = 40 * MEGABYTE;
let taken = 0;

/** Takes room for a form of this length, or says to come back; the returned function gives it back. */
export function takeRoom(contentLength: string | null): () => void {
	const length = contentLength === null ? UNKNOWN_LENGTH : Math.max(0, Number(contentLength) || 0);
	if (length > MEGABYTE && taken + length > ROOM) {
		throw new Refusal({
			code: 'feedback.busy',
			status: 429,
			message:
				'Máy của phường đang nhận nhiều tệp lớn cùng lúc. Xin bấm Quay lại (nội dung vẫn còn trong ô) và gửi lại sau một phút, hoặc gửi lời trước, ảnh bổ sung sau.'
		});
	}
	taken += length;
	let given = false;
	return () => {
		if (!given) taken -= length;
		given = true;
	};
}

const LEAST_FREE = { withFiles: 300 * MEGABYTE, words: 60 * MEGABYTE };

let measured = { at: 0, room: 0 };

/** Asked of the disk once in two seconds. */
async function freeRoom(): Promise<number> {
	if (Date.now() - measured.at > 2000) measured = { at: Date.now(), room: await files.freeRoom() };
	return measured.room;
}

/** Nothing is acknowledged that might not find room on the disk. */
export async function refuseWhenFull(withFiles: boolean): Promise<void> {
	const free = await freeRoom();
	if (free >= (withFiles ? LEAST_FREE.withFiles : LEAST_FREE.words)) return;
	throw new Refusal({
		code: 'feedback.disk_full',
		status: 507,
		field: withFiles ? 'files' : 'text',
		message:
			withFiles && free >= LEAST_FREE.words
				? 'Kho lưu của phường gần đầy nên tạm thời chưa nhận được tệp. Xin gửi lời trước, không kèm tệp, rồi bổ sung ảnh sau bằng mã tra cứu.'
				: 'Kho lưu của phường đã đầy nên tạm thời chưa nhận được phản ánh qua trang này. Xin gọi đường dây nóng hoặc đến bộ phận tiếp nhận của phường.'
	});
}
