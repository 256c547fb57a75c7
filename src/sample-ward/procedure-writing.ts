/** Short ways of writing a procedure down, so that the samples read like the card and not like JSON. */
import {
	procedureTextShape,
	type Fee,
	type Paper,
	type ProcedureText,
	type TimeLimit,
	type Way,
	type WayOfSubmitting
} from '#procedures/procedure.ts';

export const workingDays = (value: number): TimeLimit => ({
	value,
	unit: 'working_day',
	text: `${String(value).replace('.', ',')} ngày làm việc`
});
export const calendarDays = (value: number): TimeLimit => ({ value, unit: 'day', text: `${value} ngày` });
/** Luật Hộ tịch Đ5 k3 and NĐ 23/2015 Đ7: in the day, received after 15:00 by the next working day. */
export const sameDay: TimeLimit = {
	value: 1,
	unit: 'working_day',
	text: 'Ngay trong ngày; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo'
};
export const unknownTime: TimeLimit = { value: null, unit: null, text: '' };

const fee = (given: Partial<Fee> & Pick<Fee, 'kind'>): Fee => ({
	name: 'Lệ phí',
	amount: null,
	amountTo: null,
	currency: 'VND',
	text: '',
	note: '',
	validFrom: null,
	validTo: null,
	...given
});
export const free = (note = ''): Fee => fee({ kind: 'free', amount: 0, note });
export const dong = (amount: number, note = '', name = 'Lệ phí'): Fee =>
	fee({ kind: 'amount', amount, note, name });
/** Hải Phòng, NQ 23/2026/NQ-HĐND: no fee for files handed in online from 08/8/2026. */
export const freeOnline: Fee = fee({
	kind: 'free',
	amount: 0,
	note: 'Không thu khi nộp trực tuyến qua Cổng Dịch vụ công quốc gia hoặc VNeID (Nghị quyết 23/2026/NQ-HĐND).',
	validFrom: '2026-08-08'
});
export const unknownFee: Fee = fee({ kind: 'unknown' });

export const way = (
	kind: WayOfSubmitting,
	time: TimeLimit,
	fees: Fee[],
	localTime: TimeLimit | null = null
): Way => ({ way: kind, time, localTime, fees, description: '' });

/** Handed in directly, online and by post alike. */
export const everyWay = (time: TimeLimit, fees: Fee[], localTime: TimeLimit | null = null): Way[] =>
	(['direct', 'online', 'postal'] as const).map((kind) => way(kind, time, fees, localTime));

export const paper = (name: string, originals = 1, copies = 0): Paper => ({
	name,
	originals,
	copies,
	required: true,
	forms: []
});

type Given = Partial<Omit<ProcedureText, 'content'>> &
	Pick<ProcedureText, 'code' | 'name' | 'field'> & { content?: Partial<ProcedureText['content']> };

/** A procedure of the commune level, with what the sample leaves out filled in as "not said". */
export const procedure = (given: Given): ProcedureText =>
	procedureTextShape.parse({
		level: 'Cấp xã',
		agency: 'Ủy ban nhân dân cấp xã',
		applicants: ['Công dân Việt Nam'],
		onlineLevel: 'full',
		...given,
		content: { place: 'Trung tâm Phục vụ hành chính công phường Cổ Thành', ...given.content }
	});
