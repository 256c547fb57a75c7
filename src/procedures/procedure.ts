/**
 * Administrative procedure (thủ tục hành chính): the shape of what it says, as NĐ 63/2010 Điều 8 orders (amended by
 * NĐ 48/2013, NĐ 92/2017), with what the national portal adds: time and fee belong to the way of submitting, papers to
 * a case, and fees hold for a time.
 */
import { z } from 'zod';
import type { OnlineLevel } from '#search/entry.ts';

/** Way of submitting (cách thức nộp hồ sơ). */
export const waysOfSubmitting = {
	direct: 'Trực tiếp',
	online: 'Trực tuyến',
	postal: 'Bưu chính'
} as const;
export type WayOfSubmitting = keyof typeof waysOfSubmitting;

/** Level of the online service (NĐ 224/2026 Điều 14): full is the rule, partial has to say why. */
export const onlineLevels: Record<OnlineLevel, string> = {
	full: 'Dịch vụ công trực tuyến toàn trình',
	partial: 'Dịch vụ công trực tuyến một phần',
	none: 'Không cung cấp trực tuyến'
};

export const timeUnits = {
	working_day: 'ngày làm việc',
	day: 'ngày',
	working_hour: 'giờ làm việc',
	hour: 'giờ',
	month: 'tháng'
} as const;

const text = (most: number) => z.string().max(most).default('');
const day = z.iso.date();

/** Time limit (thời hạn giải quyết). Half days occur. Without a unit the source gave a bare number: never guessed. */
export const timeLimitShape = z.object({
	value: z.number().positive().nullable().default(null),
	unit: z.enum(['working_day', 'day', 'working_hour', 'hour', 'month']).nullable().default(null),
	/** As printed in the source; also what is neither number nor unit ("Không quy định"). */
	text: text(2000)
});
export type TimeLimit = z.output<typeof timeLimitShape>;

/** Fee (phí, lệ phí) of one way of submitting, with the days it holds; `note` carries exemptions and their reason. */
export const feeShape = z.object({
	name: text(300),
	/** `unknown`: the source had nothing, which is not the same as free. */
	kind: z.enum(['free', 'amount', 'range', 'other', 'unknown']),
	amount: z.number().nonnegative().nullable().default(null),
	/** Upper end of a range. */
	amountTo: z.number().nonnegative().nullable().default(null),
	currency: z.enum(['VND', 'USD']).default('VND'),
	text: text(1000),
	note: text(8000),
	validFrom: day.nullable().default(null),
	/** First day it no longer holds. */
	validTo: day.nullable().default(null)
});
export type Fee = z.output<typeof feeShape>;

export const wayShape = z.object({
	way: z.enum(['direct', 'online', 'postal']),
	/** Legal time limit. */
	time: timeLimitShape,
	/** The shorter time the province promises, where it does. */
	localTime: timeLimitShape.nullable().default(null),
	fees: z.array(feeShape).max(30).default([]),
	description: text(8000)
});
export type Way = z.output<typeof wayShape>;

/** Form (mẫu đơn, tờ khai): kept here as a file, or at an address. */
export const formShape = z.object({
	name: z.string().min(1).max(500),
	url: z
		.url({ protocol: /^https?$/ })
		.nullable()
		.default(null),
	/** Token of the file in our store (platform/files.server.ts). */
	fileToken: z.string().max(80).nullable().default(null)
});
export type Form = z.output<typeof formShape>;

/** Paper (thành phần hồ sơ). Null counts: the source did not say. */
export const paperShape = z.object({
	name: z.string().min(1).max(4000),
	originals: z.number().int().min(0).max(99).nullable().default(null),
	copies: z.number().int().min(0).max(99).nullable().default(null),
	required: z.boolean().nullable().default(null),
	forms: z.array(formShape).max(20).default([])
});
export type Paper = z.output<typeof paperShape>;

/** Case (trường hợp) with its own papers; most procedures have one without a name. */
export const caseShape = z.object({
	code: text(60),
	name: text(2000),
	time: timeLimitShape.nullable().default(null),
	papers: z.array(paperShape).max(200).default([])
});
export type Case = z.output<typeof caseShape>;

/** Everything of the card that nothing is filtered by. */
export const contentShape = z.object({
	steps: z
		.array(z.object({ name: text(500), text: z.string().min(1).max(20_000) }))
		.max(60)
		.default([]),
	ways: z.array(wayShape).max(20).default([]),
	cases: z.array(caseShape).max(60).default([]),
	/** Number of sets (số bộ hồ sơ). */
	sets: z.number().int().positive().max(20).nullable().default(null),
	results: z.array(z.string().min(1).max(4000)).max(40).default([]),
	conditions: text(20_000),
	legalBases: z
		.array(z.object({ code: text(100), name: z.string().min(1).max(1000) }))
		.max(100)
		.default([]),
	coordinating: text(2000),
	/** Where files are received (địa điểm tiếp nhận). */
	place: text(2000),
	/** Why the online service is only partial (NĐ 224/2026 Điều 14). */
	onlineReason: text(1000),
	/** Its page on the national portal, where a file is really submitted. */
	portalUrl: z
		.url({ protocol: /^https?$/ })
		.nullable()
		.default(null),
	keywords: z.array(z.string().min(1).max(100)).max(40).default([]),
	note: text(8000),
	/** Where this text was seen (import file, repository), for the officer. */
	seenIn: text(500)
});
export type ProcedureContent = z.output<typeof contentShape>;

/** The whole text of one version, as imported, edited and compared. */
export const procedureTextShape = z.object({
	code: z
		.string()
		.trim()
		.toUpperCase()
		.regex(/^[0-9A-Z][0-9A-Z.-]{2,39}$/, 'Mã thủ tục chưa đúng, ví dụ đúng: 1.000894. Hãy xem lại mã.'),
	name: z
		.string()
		.trim()
		.min(3, 'Tên thủ tục còn trống hoặc quá ngắn. Hãy nhập đủ tên.')
		.max(1000, 'Tên thủ tục dài quá 1.000 ký tự. Hãy xem lại.'),
	/** Field (lĩnh vực). */
	field: text(300),
	/** Level of administration (cấp thực hiện), as printed. */
	level: text(300),
	/** Agency that decides (cơ quan thực hiện, cơ quan có thẩm quyền). */
	agency: text(4000),
	/** Who applies (đối tượng thực hiện). */
	applicants: z.array(z.string().min(1).max(200)).max(30).default([]),
	/** Null: the source did not say. */
	onlineLevel: z.enum(['full', 'partial', 'none']).nullable().default(null),
	/** Announcing decision, as printed. */
	decision: text(200),
	decidedOn: day.nullable().default(null),
	content: contentShape
});
export type ProcedureText = z.output<typeof procedureTextShape>;

export type ChangeKind = 'new' | 'amended' | 'replaced' | 'abolished' | 'corrected';
/** Kinds of announcement (NĐ 63/2010 Điều 14); a correction mends our own slip and changes no law. */
export const changeKinds: Record<ChangeKind, string> = {
	new: 'Mới ban hành',
	amended: 'Sửa đổi, bổ sung',
	replaced: 'Được thay thế',
	abolished: 'Bãi bỏ',
	corrected: 'Đính chính nội dung hiển thị'
};

/** Where a version stands on a day; computed, never stored. */
export type Standing = 'upcoming' | 'in_force' | 'ended';
export const standings: Record<Standing, string> = {
	upcoming: 'Chờ hiệu lực',
	in_force: 'Đang hiệu lực',
	ended: 'Hết hiệu lực'
};

/** Days from `effectiveFrom` until before `effectiveTo`. */
export function standingOn(
	version: { effectiveFrom: string; effectiveTo: string | null },
	on: string
): Standing {
	if (on < version.effectiveFrom) return 'upcoming';
	return version.effectiveTo === null || on < version.effectiveTo ? 'in_force' : 'ended';
}

export type DutyKind = 'portal' | 'board' | 'take_down' | 'story' | 'radio';
export const dutyKinds: Record<DutyKind, string> = {
	portal: 'Công khai trên cổng',
	board: 'Dán tờ niêm yết mới',
	take_down: 'Gỡ tờ niêm yết cũ',
	story: 'Viết tin, bài',
	radio: 'Đưa vào bản tin truyền thanh'
};

export type PlaceKind = 'one_stop' | 'office' | 'culture_house' | 'residential_area' | 'other';
export const placeKinds: Record<PlaceKind, string> = {
	one_stop: 'Trung tâm Phục vụ hành chính công',
	office: 'Trụ sở HĐND, UBND',
	culture_house: 'Nhà văn hóa',
	residential_area: 'Khu dân cư, tổ dân phố',
	other: 'Nơi khác'
};
