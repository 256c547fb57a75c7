import { describe, expect, it } from 'vitest';
import type { Actor } from '#people/actor.ts';
import { roles, type Role } from '#people/role.ts';
import { refusals, type StoryAct, type StoryFacts } from './policy.ts';
import { states, type StoryState } from './story.ts';

const AUTHOR = 1;
const WRITER = 2;
const STRANGER = 3;

const person = (role: Role, personId: number): Actor => ({
	kind: 'person',
	personId,
	positionId: personId,
	name: 'Người',
	title: 'Chức danh',
	role,
	unitId: 1,
	unitName: 'Đơn vị'
});
const facts = (changes: Partial<StoryFacts> = {}): StoryFacts => ({
	state: 'draft',
	authorPersonId: AUTHOR,
	writerIds: [AUTHOR, WRITER],
	isPublic: false,
	everPublished: false,
	missing: [],
	emergency: null,
	...changes
});

/**
 * The rule written a second time, another way round: for each act who may, and in which states. `l` leaders, `c` chair,
 * `e` editors (leaders, office, culture), `p` whoever takes things off (leaders, office), `w` posts that write.
 */
const groups: Record<string, Role[]> = {
	l: ['chair', 'vice_chair'],
	c: ['chair'],
	e: ['chair', 'vice_chair', 'office', 'culture'],
	p: ['chair', 'vice_chair', 'office'],
	w: ['chair', 'vice_chair', 'office', 'culture', 'radio', 'justice', 'one_stop', 'front'],
	a: ['chair', 'vice_chair', 'office', 'culture', 'radio', 'admin'],
	none: []
};
const all = Object.keys(states) as StoryState[];
const rules: Record<
	Exclude<StoryAct, 'create' | 'list'>,
	{ who: string; authorToo: boolean; in: StoryState[]; onlyPublic?: true; neverPublic?: true }
> = {
	open: { who: 'a', authorToo: true, in: all },
	save: { who: 'e', authorToo: true, in: all.filter((state) => state !== 'withdrawn') },
	submit: { who: 'e', authorToo: true, in: ['draft', 'sent_back'] },
	preview: { who: 'e', authorToo: true, in: all },
	duplicate: { who: 'w', authorToo: true, in: all },
	remove: { who: 'e', authorToo: true, in: ['draft', 'sent_back'], neverPublic: true },
	discard: {
		who: 'e',
		authorToo: true,
		in: ['draft', 'sent_back', 'in_review', 'approved', 'scheduled'],
		onlyPublic: true
	},
	send_back: { who: 'l', authorToo: false, in: ['in_review', 'approved', 'scheduled'] },
	approve: { who: 'l', authorToo: false, in: ['in_review'] },
	schedule: { who: 'e', authorToo: false, in: ['approved', 'scheduled'] },
	unschedule: { who: 'e', authorToo: false, in: ['scheduled'] },
	publish: { who: 'e', authorToo: false, in: ['approved', 'scheduled'] },
	publish_due: { who: 'none', authorToo: false, in: ['scheduled'] },
	publish_emergency: { who: 'c', authorToo: false, in: ['draft', 'in_review', 'sent_back'] },
	clear_emergency: { who: 'p', authorToo: false, in: all },
	withdraw: {
		who: 'p',
		authorToo: false,
		in: all.filter((state) => state !== 'withdrawn'),
		onlyPublic: true
	},
	restore: { who: 'p', authorToo: false, in: ['withdrawn'] }
};

describe('what each post may do with a story, in each state', () => {
	it('is exactly the table', () => {
		const wrong: string[] = [];
		let allowedCount = 0;
		for (const [act, rule] of Object.entries(rules) as [
			keyof typeof rules,
			(typeof rules)[keyof typeof rules]
		][])
			for (const role of Object.keys(roles) as Role[])
				for (const state of all)
					for (const personId of [AUTHOR, WRITER, STRANGER])
						for (const isPublic of [false, true]) {
							if ((state === 'published' && !isPublic) || (state === 'withdrawn' && isPublic)) continue;
							const story = facts({
								state,
								isPublic,
								everPublished: isPublic || state === 'withdrawn',
								emergency: act === 'clear_emergency' ? { byPersonId: 9 } : null
							});
							const seesOwn = !['residential', 'superior'].includes(role);
							const mayOpen = groups['a']!.includes(role) || (personId === AUTHOR && seesOwn);
							const inGroup = groups[rule.who]!.includes(role);
							const byAuthor =
								rule.authorToo &&
								personId === AUTHOR &&
								(act === 'open' ? seesOwn : groups['w']!.includes(role));
							const secondEyes = ['approve', 'clear_emergency'].includes(act) && personId !== STRANGER;
							const expected =
								mayOpen &&
								(inGroup || byAuthor) &&
								!secondEyes &&
								rule.in.includes(state) &&
								!(rule.onlyPublic && !isPublic) &&
								!(rule.neverPublic && story.everPublished);
							const allowed = refusals(person(role, personId), act, story).length === 0;
							if (allowed) allowedCount += 1;
							if (allowed !== expected)
								wrong.push(
									`${act} by ${role} (${personId}) in ${state}${isPublic ? ', public' : ''}: ${allowed}`
								);
						}
		expect(wrong).toEqual([]);
		expect(allowedCount).toBeGreaterThan(300);
	});

	it('lets nobody begin a story who does not write', () => {
		const may = (Object.keys(roles) as Role[]).filter(
			(role) => refusals(person(role, STRANGER), 'create').length === 0
		);
		expect(may).toEqual([
			'chair',
			'vice_chair',
			'office',
			'culture',
			'radio',
			'justice',
			'one_stop',
			'front'
		]);
	});

	it('never lets the radio approve, publish or schedule', () => {
		for (const act of ['approve', 'publish', 'schedule', 'send_back', 'withdraw'] as const)
			for (const state of all)
				expect(refusals(person('radio', STRANGER), act, facts({ state, isPublic: true }))).not.toEqual([]);
	});

	it('names every reason at once, each a sentence that ends and says what to do', () => {
		const lacking = [
			{ code: 'story.title_short', message: 'Tiêu đề thiếu. Hãy viết.' },
			{ code: 'story.area_missing', message: 'Thiếu nội dung. Hãy chọn.' }
		];
		const codes = refusals(
			person('radio', AUTHOR),
			'approve',
			facts({ state: 'draft', missing: lacking })
		).map(({ code }) => code);
		expect(codes).toEqual([
			'story.role',
			'story.own_work',
			'story.state',
			'story.title_short',
			'story.area_missing'
		]);
		for (const act of Object.keys(rules) as StoryAct[])
			for (const role of Object.keys(roles) as Role[])
				for (const { message } of refusals(person(role, STRANGER), act, facts()))
					expect(message).toMatch(/^\p{Lu}.*\.$/u);
	});

	it('keeps drafts from visitors and asks them to sign in', () => {
		expect(refusals({ kind: 'visitor' }, 'open', facts({ isPublic: true }))[0]!.status).toBe(401);
		expect(refusals({ kind: 'visitor' }, 'list', facts({ isPublic: true }))).toEqual([]);
		expect(refusals({ kind: 'visitor' }, 'list', facts())).not.toEqual([]);
	});

	it('leaves publishing at the hour to the robot alone', () => {
		expect(
			refusals({ kind: 'robot', name: 'hen-gio' }, 'publish_due', facts({ state: 'scheduled' }))
		).toEqual([]);
		for (const role of Object.keys(roles) as Role[])
			expect(refusals(person(role, STRANGER), 'publish_due', facts({ state: 'scheduled' }))).not.toEqual([]);
	});

	it('lets the one who published in an emergency not clear it', () => {
		const story = facts({ state: 'published', isPublic: true, emergency: { byPersonId: STRANGER } });
		expect(refusals(person('chair', STRANGER), 'clear_emergency', story).map(({ code }) => code)).toEqual([
			'story.own_emergency'
		]);
		expect(refusals(person('vice_chair', 7), 'clear_emergency', story)).toEqual([]);
	});
});
