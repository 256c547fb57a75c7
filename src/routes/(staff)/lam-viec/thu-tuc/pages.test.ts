/** The officers' pages of procedures, asked as their browser asks them. */
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import * as daysOff from '#people/days-off.server.ts';
import type { Role } from '#people/role.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import * as files from '#platform/files.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from '#procedures/announcements.server.ts';
import * as catalogue from '#procedures/catalogue.server.ts';
import * as duties from '#procedures/duties.server.ts';
import { placeForm } from '#procedures/place-form.ts';
import * as places from '#procedures/places.server.ts';
import { recount } from '#procedures/recounting.server.ts';
import { versionsOf } from '#procedures/reading.server.ts';
import { aCatalogue, procedureText } from '#procedures/testing.ts';
import { load as list } from './+page.server.ts';
import { actions as codeActions, load as one } from './[code]/+page.server.ts';
import { actions as editActions, load as edit } from './[code]/sua/+page.server.ts';
import { draftOf, type Draft } from './editor/draft.ts';
import { GET as sendForm } from './mau/[token]/+server.ts';
import { actions as newActions, load as fresh } from './moi/+page.server.ts';
import { load as decisions } from './quyet-dinh/+page.server.ts';
import { actions as setActions, load as set } from './quyet-dinh/[id]/+page.server.ts';
import { actions as announceActions, load as announcing } from './quyet-dinh/moi/+page.server.ts';
import { actions as dutyActions, load as board } from './viec/+page.server.ts';

const database = useDatabase();
let ward: TestWard;
let codes: string[];
beforeAll(async () => {
	ward = await makeWard(database.db);
	codes = await aCatalogue(ward.as('one_stop'), 12);
});

type Asked = {
	role?: Role;
	path?: string;
	params?: Record<string, string>;
	form?: [string, string | File][];
};
function ask({ role = 'one_stop', path = '/', params = {}, form }: Asked) {
	const url = new URL(path, 'https://phuong.example');
	const body = new FormData();
	for (const [name, value] of form ?? []) body.append(name, value);
	return {
		locals: { ctx: ward.as(role) },
		url,
		params,
		request: new Request(url, form ? { method: 'POST', body } : {})
	} as never;
}
// Pages answer with whatever they like; each test says what it looks for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any;
const run = async (work: unknown, event: never): Promise<Answer> => {
	try {
		const answer: Answer = await (work as (event: never) => Promise<Answer>)(event);
		if (!isActionFailure(answer)) return answer;
		const { status, data } = answer as { status: number; data: unknown };
		return { ...(data as object), status };
	} catch (thrown) {
		if (isRedirect(thrown)) return { location: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
};
const sent = (draft: Draft): [string, string][] => {
	const walk = (value: unknown, path: string): [string, string][] =>
		typeof value === 'string'
			? [[path, value]]
			: Object.entries(value as object).flatMap(([key, of]) => walk(of, path ? `${path}.${key}` : key));
	return walk(draft, '');
};
const versionOf = async (code: string) =>
	(await read(ward.robot(), (tx) => versionsOf(tx, code))).toSorted((a, b) => b.id - a.id)[0]!;

describe('the catalogue of the officers', () => {
	it('shows what is in force by pages, with figures and what is missing', async () => {
		const page = await run(list, ask({}));
		expect(page.lines).toHaveLength(12);
		expect(page.figures).toMatchObject({ inForce: 12, changing: 0, incomplete: 0, duties: 0 });
		await catalogue.edit(ward.as('office'), {
			text: procedureText({ code: '7.000001', name: 'Thủ tục thiếu căn cứ', content: { legalBases: [] } }),
			effectiveFrom: '2026-06-15',
			baseVersionId: null,
			correction: false
		});
		const incomplete = await run(list, ask({ path: '/?xem=incomplete' }));
		expect(incomplete.lines.map((line: { code: string }) => line.code)).toEqual(['7.000001']);
		expect(incomplete.lines[0].missing[0].part).toBe('Căn cứ pháp lý');
	});

	it('finds by words without diacritics, by code, within a field', async () => {
		const found = async (query: string) =>
			(await run(list, ask({ path: `/?${query}` }))).lines.map((line: { code: string }) => line.code);
		expect(await found('tim=thieu+can+cu')).toEqual(['7.000001']);
		expect(await found(`tim=${codes[3]!}`)).toEqual([codes[3]]);
		expect(await found(`linh-vuc=${encodeURIComponent('Lĩnh vực 1')}`)).toHaveLength(3);
		expect(await found('tim=khongcogi')).toEqual([]);
		expect(await found('xem=ended')).toEqual([]);
	});

	it('greys what a post may not do, with the reason', async () => {
		const { may } = await run(list, ask({ role: 'accountant' }));
		expect(may.edit[0].message).toMatch(/chưa được giao/);
		expect((await run(list, ask({}))).may).toEqual({ import: [], announce: [], edit: [] });
	});
});

describe('the editor', () => {
	it('offers the text in force; a code nobody knows is not found', async () => {
		const page = await run(edit, ask({ params: { code: codes[0]! } }));
		expect(page.draft.name).toBe('Thủ tục thử nghiệm số 1');
		expect(page.base.standing).toBe('in_force');
		expect(await run(edit, ask({ params: { code: '9.9' } }))).toMatchObject({ status: 404 });
	});

	it('adds a row without script and keeps everything typed', async () => {
		const { draft, base } = await run(edit, ask({ params: { code: codes[0]! } }));
		draft.name = 'Tên đang gõ dở';
		const answer = await run(
			editActions['dong'],
			ask({
				params: { code: codes[0]! },
				form: [...sent(draft), ['base', String(base.id)], ['dong', 'them:steps']]
			})
		);
		expect(answer.draft.steps).toHaveLength(draft.steps.length + 1);
		expect(answer.draft.name).toBe('Tên đang gõ dở');
		expect(answer.baseVersionId).toBe(base.id);
	});

	it('shows what would change, then saves it as a new text from a day on', async () => {
		const code = codes[1]!;
		const { draft, base, seenVersionId } = await run(edit, ask({ params: { code } }));
		draft.place = 'Quầy số ba';
		const form: [string, string][] = [
			...sent(draft),
			['base', String(base.id)],
			['seen', String(seenVersionId)],
			['how', 'new'],
			['effectiveFrom', '2026-07-01'],
			['reason', 'Chuyển quầy']
		];
		const looked = await run(editActions['xem'], ask({ params: { code }, form }));
		expect(looked.preview.differences).toEqual([
			{ field: 'place', label: 'Nơi tiếp nhận', before: '', after: 'Quầy số ba' }
		]);
		expect((await versionOf(code)).id).toBe(base.id);

		const saved = await run(editActions['luu'], ask({ params: { code }, form }));
		expect(saved.location).toBe(`/lam-viec/thu-tuc/${code}?xong=luu`);
		const version = await versionOf(code);
		expect(version).toMatchObject({ effectiveFrom: '2026-07-01', content: { place: 'Quầy số ba' } });
		const page = await run(one, ask({ params: { code }, path: '/?muc=cac-ban' }));
		expect(page.versions).toHaveLength(2);
		expect(page.versions[0].set.by).toBe('Người Một cửa');
		const lines = await read(ward.robot(), (tx) => historyOf(tx, { kind: 'procedure', id: code }));
		expect(lines[0]).toMatchObject({ act: 'procedure.edited', note: 'Chuyển quầy' });
	});

	it('mends a slip for the same days', async () => {
		const code = codes[2]!;
		const { draft, base } = await run(edit, ask({ params: { code } }));
		draft.name = 'Thủ tục thử nghiệm, viết đúng';
		const form: [string, string][] = [
			...sent(draft),
			['base', String(base.id)],
			['seen', String(base.id)],
			['how', 'correction']
		];
		expect(await run(editActions['luu'], ask({ params: { code }, form }))).toHaveProperty('location');
		expect(await versionOf(code)).toMatchObject({
			effectiveFrom: base.effectiveFrom,
			name: 'Thủ tục thử nghiệm, viết đúng'
		});
		const again = await run(
			editActions['luu'],
			ask({
				params: { code },
				form: [...form, ['base', String((await versionOf(code)).id)]]
			})
		);
		expect(again.location).toContain('khong-doi');
	});

	it('names every wrong field and loses nothing', async () => {
		const code = codes[3]!;
		const { draft, base } = await run(edit, ask({ params: { code } }));
		draft.ways[0].time.value = 'ba';
		draft.portalUrl = 'cong dich vu';
		const answer = await run(
			editActions['xem'],
			ask({ params: { code }, form: [...sent(draft), ['base', String(base.id)], ['how', 'new']] })
		);
		expect(answer.status).toBe(422);
		expect(answer.refusal.reasons.map(({ field }: { field: string }) => field).sort()).toEqual([
			'effectiveFrom',
			'portalUrl',
			'ways.0.time.value'
		]);
		expect(answer.draft.ways[0].time.value).toBe('ba');
	});

	it('refuses to write over what somebody saved meanwhile, shows both, and goes on from theirs when told to', async () => {
		const code = codes[4]!;
		const opened = await run(edit, ask({ params: { code } }));
		await catalogue.edit(ward.as('office'), {
			text: procedureText({ code, name: 'Bản của người khác', field: 'Lĩnh vực 4' }),
			effectiveFrom: '2026-06-15',
			baseVersionId: opened.base.id,
			correction: false
		});
		opened.draft.note = 'Ghi chú của tôi';
		const form: [string, string][] = [
			...sent(opened.draft),
			['base', String(opened.base.id)],
			['seen', String(opened.seenVersionId)],
			['how', 'new'],
			['effectiveFrom', '2026-06-15']
		];
		const late = await run(editActions['luu'], ask({ params: { code }, form }));
		expect(late.status).toBe(409);
		expect(late.refusal.reasons[0].code).toBe('procedure.changed_meanwhile');
		expect(late.draft.note).toBe('Ghi chú của tôi');
		expect(late.preview.differences.map(({ field }: { field: string }) => field)).toContain('name');
		expect((await versionOf(code)).name).toBe('Bản của người khác');

		const theirs = String(late.newerVersionId);
		const looked = await run(
			editActions['xem'],
			ask({ params: { code }, form: [...form, ['base', theirs]] })
		);
		expect(looked).toMatchObject({ baseVersionId: late.newerVersionId, newerVersionId: null });
		const saved = await run(editActions['luu'], ask({ params: { code }, form: [...form, ['base', theirs]] }));
		expect(saved).toHaveProperty('location');
		expect((await versionOf(code)).content.note).toBe('Ghi chú của tôi');
	});

	it('keeps an uploaded form for staff until the text is saved, then offers it to everybody', async () => {
		const code = codes[5]!;
		const { draft, base } = await run(edit, ask({ params: { code } }));
		draft.cases[0].papers[0].forms = [{ name: '', url: '', fileToken: '' }];
		const form: [string, string | File][] = [
			...sent(draft),
			['base', String(base.id)],
			['how', 'correction'],
			['cases.0.papers.0.forms.0.file', new File(['Tờ khai đăng ký'], 'to-khai.txt')]
		];
		const looked = await run(editActions['xem'], ask({ params: { code }, form }));
		const [kept] = looked.draft.cases[0].papers[0].forms;
		expect(kept.name).toBe('to-khai');
		const file = () => read(ward.robot(), (tx) => files.byToken(tx, kept.fileToken));
		expect((await file())!.access).toBe('staff');
		expect((await run(sendForm, ask({ params: { token: kept.fileToken } }))).status).toBe(200);
		expect(await run(sendForm, ask({ role: 'radio', params: { token: kept.fileToken } }))).toMatchObject({
			status: 404
		});
		const saving: [string, string][] = [
			...sent(looked.draft),
			['base', String(base.id)],
			['how', 'correction']
		];
		// Somebody else may not make public what they did not upload.
		const foreign = await run(editActions['luu'], ask({ role: 'office', params: { code }, form: saving }));
		expect(foreign.refusal.reasons[0].code).toBe('procedure.form_gone');
		expect((await file())!.access).toBe('staff');
		expect(await run(editActions['luu'], ask({ params: { code }, form: saving }))).toHaveProperty('location');
		expect((await file())!.access).toBe('public');
	});

	it('refuses a post that may not edit, with the draft still there', async () => {
		const code = codes[6]!;
		const { draft, base } = await run(edit, ask({ params: { code } }));
		draft.note = 'x';
		const form: [string, string][] = [...sent(draft), ['base', String(base.id)], ['how', 'correction']];
		const answer = await run(editActions['luu'], ask({ role: 'accountant', params: { code }, form }));
		expect(answer).toMatchObject({ status: 403, draft: { note: 'x' } });
	});

	it('takes a new procedure in, and refuses a code that is there', async () => {
		const { draft, saveAs } = await run(fresh, ask({}));
		const filled = { ...draft, ...draftOf(procedureText({ code: '8.000001', name: 'Thủ tục vừa thêm' })) };
		const form: [string, string][] = [
			...sent(filled),
			['how', 'new'],
			['effectiveFrom', saveAs.effectiveFrom]
		];
		expect((await run(newActions['luu'], ask({ form }))).location).toBe(
			'/lam-viec/thu-tuc/8.000001?xong=luu'
		);
		const taken = await run(newActions['xem'], ask({ form }));
		expect(taken).toMatchObject({ status: 409, refusal: { field: 'code' } });
	});
});

describe('an announcement decision', () => {
	const head: [string, string][] = [
		['number', '3249/QĐ-UBND'],
		['issuedOn', '2026-06-12'],
		['issuer', 'Ủy ban nhân dân thành phố Hải Phòng'],
		['title', 'Công bố thủ tục thay đổi'],
		['postingLimitDays', '5'],
		['kind', 'abolished'],
		['effectiveOn', '2026-06-22']
	];
	const lines = (values: Record<string, string>[]): [string, string][] =>
		values.flatMap((line, index) =>
			Object.entries({ effectiveOn: '2026-06-22', name: '', replacedBy: '', ...line }).map(
				([field, value]): [string, string] => [`lines.${index}.${field}`, value]
			)
		);

	it('asks for what is missing before looking at the lines', async () => {
		const answer = await run(announceActions['kiemtra'], ask({ form: [['paste', '']] }));
		expect(answer.status).toBe(422);
		expect(answer.refusal.reasons.map(({ field }: { field: string }) => field)).toEqual([
			'number',
			'issuedOn',
			'issuer',
			'paste'
		]);
	});

	it('says what each line will do, naming codes it does not know', async () => {
		const paste = `${codes[7]!} -> 9.000009\n9.999999 Không có\nDanh mục`;
		const answer = await run(
			announceActions['kiemtra'],
			ask({
				form: [...head, ['paste', paste], ['ma', codes[8]!]]
			})
		);
		expect(answer.step).toBe('check');
		expect(
			answer.lines.map((line: { code: string; problem: string | null }) => [line.code, line.problem !== null])
		).toEqual([
			[codes[7], false],
			['9.999999', true],
			[codes[8], false]
		]);
		expect(answer.lines[0].words).toContain('Người dân được chỉ sang mã 9.000009');
		expect(answer.notes[0]).toContain('Danh mục');
		const { picked } = await run(announcing, ask({ path: `/?ma=${codes[8]!}` }));
		expect(picked).toEqual([codes[8]]);
	});

	it('writes nothing while a line is wrong, and everything when all are right', async () => {
		const wrong = await run(
			announceActions['ghi'],
			ask({ form: [...head, ...lines([{ code: '9.999999', kind: 'abolished' }])] })
		);
		expect(wrong.status).toBe(422);
		expect((await run(decisions, ask({}))).sets).toEqual([]);

		const done = await run(
			announceActions['ghi'],
			ask({
				form: [
					...head,
					...lines([
						{ code: codes[7]!, kind: 'abolished' },
						{ code: codes[8]!, kind: 'amended' },
						{ code: '9.000010', kind: 'new', name: 'Thủ tục mới theo quyết định' },
						{ code: '9.999999', kind: 'abolished', drop: '1' }
					])
				]
			})
		);
		expect(done.location).toMatch(/^\/lam-viec\/thu-tuc\/quyet-dinh\/\d+\?xong=ghi$/);
		const id = /(\d+)\?/.exec(done.location)![1]!;
		const page = await run(set, ask({ params: { id } }));
		expect(page.changes.map((change: { code: string; kind: string }) => [change.code, change.kind])).toEqual(
			expect.arrayContaining([
				[codes[7], 'abolished'],
				[codes[8], 'amended'],
				['9.000010', 'new']
			])
		);
		expect(page.radio).toContain('ngày 22 tháng 6 năm 2026');
		const [listed] = (await run(decisions, ask({}))).sets;
		expect(listed).toMatchObject({ number: '3249/QĐ-UBND', changes: 3 });
		expect(listed.open).toBeGreaterThan(0);
		const twice = await run(
			announceActions['ghi'],
			ask({ form: [...head, ...lines([{ code: codes[9]!, kind: 'abolished' }])] })
		);
		expect(twice).toMatchObject({
			status: 409,
			refusal: { reasons: [{ code: 'change_set.decision_taken' }] }
		});
	});

	it('begins the story on demand, once', async () => {
		const [{ id }] = (await run(decisions, ask({}))).sets;
		const begun = await run(setActions['soan'], ask({ params: { id: String(id) }, form: [] }));
		expect(begun.location).toMatch(/^\/lam-viec\/tin-bai\/\d+\/sua$/);
		expect(await run(setActions['soan'], ask({ params: { id: String(id) }, form: [] }))).toMatchObject({
			status: 409
		});
		expect(await run(set, ask({ params: { id: '999999' } }))).toMatchObject({ status: 404 });
		expect(await run(set, ask({ params: { id: 'x' } }))).toMatchObject({ status: 404 });
	});
});

describe('a decision whose days have passed', () => {
	it('lists what is really to be done, apart from what nobody has to do any more, and explains its limit', async () => {
		const own = await makeWard(database.db, 'ngay-qua');
		const office = own.as('office');
		const [code] = await aCatalogue(office, 1);
		await places.add(office, placeForm.parse({ name: 'Bảng một', kind: 'office' }));
		const text = procedureText({ code: code!, name: 'Tạm thời', field: 'Lĩnh vực 0' });
		const id = await announce(office, {
			number: '77/QĐ-UBND',
			issuedOn: '2026-06-12',
			issuer: 'Ủy ban nhân dân thành phố',
			title: 'Công bố thủ tục tạm thời',
			lines: [
				{ code: code!, kind: 'amended', effectiveOn: '2026-07-01', text },
				{ code: code!, kind: 'abolished', effectiveOn: '2026-08-03' }
			]
		});
		const at = async (day: string) => {
			const event = ask({ params: { id: String(id) } }) as unknown as { locals: { ctx: Ctx } };
			event.locals.ctx = own.as('office', new Date(`${day}T09:00:00+07:00`));
			return run(set, event as never);
		};
		const kinds = (page: Answer) => page.duties.map(({ kind }: { kind: string }) => kind).sort();
		const june = await at('2026-06-15');
		expect(kinds(june)).toEqual(['board', 'portal', 'portal', 'radio', 'story', 'take_down']);
		expect(june.gone).toEqual([]);
		expect(june.limit).toMatchObject({ countedFrom: '2026-06-12', postBy: '2026-06-19', unusual: [] });
		const august = await at('2026-08-04');
		expect(kinds(august)).toEqual(['portal', 'portal', 'radio', 'story']);
		expect(august.gone.map(({ what, count }: { what: string; count: number }) => `${what} ${count}`)).toEqual(
			['Dán tờ niêm yết mới: Bảng một 1', 'Gỡ tờ niêm yết cũ: Bảng một 1']
		);
		await daysOff.add(office, {
			kind: 'off',
			from: '2026-06-18',
			to: '2026-06-18',
			reason: 'Nghỉ tránh bão',
			document: ''
		});
		await recount(own.robot());
		expect(await at('2026-06-15')).toMatchObject({
			limit: { postBy: '2026-06-22', unusual: [{ date: '2026-06-18', why: 'Nghỉ tránh bão' }] },
			recounts: [{ note: expect.stringContaining('19/06/2026 sang 22/06/2026') }]
		});
	});
});

describe('the board of duties', () => {
	it('shows what is open, in words, with the text for the radio', async () => {
		const page = await run(board, ask({ path: '/?loai=radio' }));
		expect(page.now.length + page.later.length).toBeGreaterThan(0);
		const [radio] = [...page.now, ...page.later];
		expect(radio.kind).toBe('radio');
		expect(radio.due.words).toMatch(/còn \d+ ngày làm việc|hạn hôm nay/);
		expect(page.radio[radio.changeSetId]).toContain('Mời bà con nghe');
		expect(page.period).toBe('2026-Q2');
	});

	it('ends a duty with a note, refuses without one, and goes back where it was pressed', async () => {
		const [radio] = await read(ward.as('radio'), (tx) =>
			duties.openDuties(tx, ward.as('radio'), { kind: 'radio', ahead: true })
		);
		const press = (note: string, back: string, role: Role = 'radio') =>
			run(
				dutyActions['xong'],
				ask({
					role,
					form: [
						['dutyId', String(radio!.id)],
						['note', note],
						['back', back]
					]
				})
			);
		expect(await press('', '/')).toMatchObject({ status: 422, refusal: { field: 'note' } });
		expect(await press('Đã phát 17 giờ', '/', 'accountant')).toMatchObject({ status: 403 });
		expect(await press('Đã phát bản tin 17 giờ', 'https://khac.example')).toEqual({
			location: '/lam-viec/thu-tuc/viec?xong=viec'
		});
		expect(await press('Đã phát bản tin 17 giờ', '/')).toMatchObject({ status: 409 });
	});
});

describe('the questions on the page of a procedure', () => {
	it('are added, changed, removed, and refused with what was typed', async () => {
		const code = codes[10]!;
		const form = (values: Record<string, string>): [string, string][] => Object.entries(values);
		const bad = await run(
			codeActions['them'],
			ask({ params: { code }, form: form({ question: 'Gì', answer: 'Câu trả lời' }) })
		);
		expect(bad).toMatchObject({ status: 422, question: 'Gì', answer: 'Câu trả lời', faqId: 0 });
		const added = await run(
			codeActions['them'],
			ask({
				params: { code },
				form: form({ question: 'Có phải đến không?', answer: 'Không, nộp qua mạng.' })
			})
		);
		expect(added.location).toContain('muc=hoi-dap&xong=them');
		const [question] = (await run(one, ask({ params: { code } }))).questions;
		const key = { id: String(question.id), lockVersion: String(question.lockVersion) };
		await run(
			codeActions['sua'],
			ask({
				params: { code },
				form: form({ ...key, question: 'Có phải đến tận nơi?', answer: 'Không cần.' })
			})
		);
		expect((await run(one, ask({ params: { code } }))).questions[0].question).toBe('Có phải đến tận nơi?');
		const stale = await run(codeActions['bo'], ask({ params: { code }, form: form(key) }));
		expect(stale.status).toBe(409);
	});

	it('are nobody else’s to write', async () => {
		const answer = await run(
			codeActions['them'],
			ask({
				role: 'accountant',
				params: { code: codes[10]! },
				form: [
					['question', 'Câu hỏi dài'],
					['answer', 'Câu trả lời']
				]
			})
		);
		expect(answer.status).toBe(403);
	});
});
