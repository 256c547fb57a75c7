/**
 * Story (tin, bài tuyên truyền): written once by an officer, reviewed, approved by somebody else, and then shown to the
 * public; every version is kept. It belongs to content areas of the plan, speaks to audiences, carries out a task.
 *
 * The state is that of the version being worked on. A story that is public can have its next version drafted, approved
 * and scheduled while the old one stays public (`isPublic` beside the state tells).
 */
import { z } from 'zod';
import type { RefusalDetail } from '#platform/refusal.ts';
import { imagesOf, isSafeText, wordCount, type Body } from './body.ts';

export const states = {
	draft: 'Bản nháp',
	in_review: 'Chờ duyệt',
	sent_back: 'Trả lại để sửa',
	approved: 'Đã duyệt',
	scheduled: 'Hẹn giờ đăng',
	published: 'Đang đăng',
	withdrawn: 'Đã gỡ'
} as const;
export type StoryState = keyof typeof states;

/** Every way from state to state. `null` keeps the state; who may do it stands in policy.ts. */
export const transitions = {
	/** Changing the text: what was submitted, approved or scheduled was another text, so that is void. */
	save: { label: 'Sửa bài', from: ['in_review', 'approved', 'scheduled', 'published'], to: 'draft' },
	submit: { label: 'Gửi duyệt', from: ['draft', 'sent_back'], to: 'in_review' },
	send_back: { label: 'Trả lại', from: ['in_review', 'approved', 'scheduled'], to: 'sent_back' },
	approve: { label: 'Duyệt', from: ['in_review'], to: 'approved' },
	schedule: { label: 'Hẹn giờ đăng', from: ['approved', 'scheduled'], to: 'scheduled' },
	unschedule: { label: 'Bỏ hẹn giờ', from: ['scheduled'], to: 'approved' },
	publish: { label: 'Đăng ngay', from: ['approved', 'scheduled'], to: 'published' },
	/** The minute has come; done by the robot `hen-gio`. */
	publish_due: { label: 'Đăng theo giờ hẹn', from: ['scheduled'], to: 'published' },
	publish_emergency: { label: 'Đăng khẩn', from: ['draft', 'in_review', 'sent_back'], to: 'published' },
	/** Takes what is public off the portal, whatever is being done to its next version. */
	withdraw: {
		label: 'Gỡ bài',
		from: ['draft', 'in_review', 'sent_back', 'approved', 'scheduled', 'published'],
		to: 'withdrawn'
	},
	restore: { label: 'Đưa về nháp', from: ['withdrawn'], to: 'draft' },
	/** Gives up the new version of a public story and goes back to what the public sees. */
	discard: {
		label: 'Bỏ bản đang sửa',
		from: ['draft', 'sent_back', 'in_review', 'approved', 'scheduled'],
		to: 'published'
	}
} as const satisfies Record<string, { label: string; from: readonly StoryState[]; to: StoryState }>;
export type TransitionAct = keyof typeof transitions;

export function mayFollow(act: TransitionAct, state: StoryState): boolean {
	return (transitions[act].from as readonly StoryState[]).includes(state);
}

/** Whom a story speaks to (đối tượng tuyên truyền). */
export const audiences = {
	residents: 'Người dân',
	businesses: 'Doanh nghiệp, hộ kinh doanh',
	officials: 'Cán bộ, công chức',
	organisations: 'Tổ chức, đoàn thể',
	youth: 'Thanh niên, học sinh',
	elderly: 'Người cao tuổi',
	vulnerable: 'Người yếu thế, khó khăn'
} as const;
export type Audience = keyof typeof audiences;

export const palettes = {
	red: 'Đỏ',
	gold: 'Vàng',
	green: 'Xanh lá',
	blue: 'Xanh dương',
	earth: 'Nâu đất'
} as const;
export type Palette = keyof typeof palettes;
/** Cover (ảnh đại diện): a picture with its alternative text, or one drawn from palette and motif. */
export type Cover = { palette: Palette; motif: string; token?: string; alt?: string };
export type Attachment = { token: string; title: string };

/** What an approval covers: change any of it and the approval is void. */
export type StoryText = {
	title: string;
	summary: string;
	body: Body;
	citedDocuments: string[];
	areas: string[];
	audiences: Audience[];
	cover: Cover;
	attachments: Attachment[];
};
/** What may change without a new approval: it is not part of what the public reads. */
export type StorySettings = { taskId: number | null; reviewBy: string | null; expiresOn: string | null };

export const limits = {
	title: { min: 10, max: 160 },
	summary: { min: 20, max: 300 },
	/** Counted in tiếng, as Vietnamese editors count. */
	words: 40,
	citedDocuments: 30,
	attachments: 20
} as const;

const line = (max: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
		.refine((text) => text.length <= max, { error: `Dài quá ${max} ký tự. Hãy rút gọn.` })
		.refine(isSafeText, { error: 'Có ký tự điều khiển không nhận được. Hãy gõ lại dòng này.' });
const day = z
	.union([z.literal(''), z.iso.date({ error: 'Ngày không đúng. Hãy chọn lại ngày.' }), z.null()])
	.transform((text) => text || null);

/** What a draft accepts: it may be unfinished, so the lower limits are asked only when it is submitted. */
export const storyForm = z.object({
	title: line(300),
	summary: line(1000),
	citedDocuments: z
		.array(line(300))
		.max(limits.citedDocuments, {
			error: `Nhiều nhất ${limits.citedDocuments} văn bản viện dẫn. Hãy bỏ bớt.`
		})
		.transform((lines) => [...new Set(lines.filter(Boolean))])
		.default([]),
	areas: z
		.array(z.string().regex(/^[a-z0-9_-]{1,60}$/))
		.transform((keys) => [...new Set(keys)].sort())
		.default([]),
	audiences: z
		.array(z.enum(Object.keys(audiences) as [Audience, ...Audience[]]))
		.transform((keys) => [...new Set(keys)].sort())
		.default([]),
	cover: z
		.object({
			palette: z.enum(Object.keys(palettes) as [Palette, ...Palette[]]).default('red'),
			motif: line(60).default(''),
			token: z
				.string()
				.regex(/^[\w-]{10,64}$/)
				.optional(),
			alt: line(300).optional()
		})
		.default({ palette: 'red', motif: '' }),
	attachments: z
		.array(z.object({ token: z.string().regex(/^[\w-]{10,64}$/), title: line(200) }))
		.max(limits.attachments, { error: `Nhiều nhất ${limits.attachments} tệp đính kèm. Hãy bỏ bớt.` })
		.default([]),
	taskId: z.number().int().positive().nullable().default(null),
	reviewBy: day.default(null),
	expiresOn: day.default(null)
});
export type StoryForm = z.output<typeof storyForm>;

export const emptyText: StoryText = {
	title: '',
	summary: '',
	body: { type: 'doc', content: [{ type: 'paragraph' }] },
	citedDocuments: [],
	areas: [],
	audiences: [],
	cover: { palette: 'red', motif: '' },
	attachments: []
};

/** Everything a text still lacks before it can be sent for review. */
export function missing(text: StoryText, openConflicts = 0): RefusalDetail[] {
	const found: RefusalDetail[] = [];
	const lack = (code: string, field: string, message: string) =>
		void found.push({ code: `story.${code}`, field, message });
	if (text.title.length < limits.title.min)
		lack(
			'title_short',
			'title',
			`Tiêu đề cần ít nhất ${limits.title.min} ký tự. Hãy viết rõ bài nói về việc gì.`
		);
	if (text.title.length > limits.title.max)
		lack(
			'title_long',
			'title',
			`Tiêu đề dài ${text.title.length} ký tự, nhiều nhất ${limits.title.max}. Hãy rút gọn.`
		);
	if (text.summary.length < limits.summary.min)
		lack(
			'summary_short',
			'summary',
			`Tóm tắt cần ít nhất ${limits.summary.min} ký tự. Hãy viết một, hai câu nêu ý chính.`
		);
	if (text.summary.length > limits.summary.max)
		lack(
			'summary_long',
			'summary',
			`Tóm tắt dài ${text.summary.length} ký tự, nhiều nhất ${limits.summary.max}. Hãy rút gọn.`
		);
	if (text.areas.length === 0)
		lack(
			'area_missing',
			'areas',
			'Bài chưa thuộc nội dung tuyên truyền nào. Hãy đánh dấu ít nhất một nội dung.'
		);
	const words = wordCount(text.body);
	if (words < limits.words)
		lack('body_short', 'body', `Nội dung mới có ${words} tiếng, cần ít nhất ${limits.words}. Hãy viết thêm.`);
	imagesOf(text.body).forEach((image, index) => {
		if (!image.alt.trim())
			lack(
				'image_alt',
				'body',
				`Ảnh thứ ${index + 1} chưa có lời mô tả cho người không nhìn thấy ảnh. Hãy bấm vào ảnh và ghi mô tả.`
			);
	});
	if (text.cover.token && !text.cover.alt?.trim())
		lack('cover_alt', 'coverAlt', 'Ảnh đại diện chưa có lời mô tả. Hãy ghi mô tả ảnh đại diện.');
	if (openConflicts > 0)
		lack(
			'conflict_open',
			'body',
			'Có bản sửa cùng lúc chưa được so sánh. Hãy mở mục “Bản sửa cùng lúc” và chọn giữ bản nào.'
		);
	return found;
}

/** Do two texts say the same? Then saving one over the other changes nothing and voids nothing. */
export function sameText(a: StoryText, b: StoryText): boolean {
	return canonical(a) === canonical(b);
}

function canonical(text: StoryText): string {
	const { title, summary, body, citedDocuments, areas, audiences, cover, attachments } = text;
	const parts = [
		title,
		summary,
		body,
		citedDocuments,
		[...areas].sort(),
		[...audiences].sort(),
		cover,
		attachments
	];
	// jsonb comes back with its keys in another order than they were written in.
	return JSON.stringify(parts, (_key, value: unknown) =>
		value && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
			: value
	);
}

/** The address of a title: `cong-khai-thu-tuc-hanh-chinh`, at most 80 characters, cut between words. */
export function slugOf(title: string): string {
	const plain = title
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	if (plain.length <= 80) return plain || 'tin';
	const cut = plain.slice(0, 81);
	return cut
		.slice(0, Math.max(cut.lastIndexOf('-'), 40))
		.slice(0, 80)
		.replace(/-$/, '');
}

export const pathOf = (slug: string): string => `/tin-tuc/${slug}`;
