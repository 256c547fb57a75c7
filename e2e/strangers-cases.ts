/** Feedback in every state, each with words of its own by which a leak is known; made by the verbs people use. */
import sharp from 'sharp';
import { and, eq, inArray } from 'drizzle-orm';
import * as answering from '#feedback/answering.server.ts';
import * as casefile from '#feedback/casefile.server.ts';
import * as following from '#feedback/following.server.ts';
import * as handling from '#feedback/handling.server.ts';
import * as intake from '#feedback/intake.server.ts';
import * as leading from '#feedback/leading.server.ts';
import * as merging from '#feedback/merging.server.ts';
import * as publication from '#feedback/publication.server.ts';
import { feedbackCase, feedbackFile } from '#feedback/schema.server.ts';
import * as splitting from '#feedback/splitting.server.ts';
import { read } from '#platform/db.server.ts';
import { dayOf } from '#platform/clock.ts';
import * as reports from '#reports/reports.server.ts';
import { file } from '#platform/schema.server.ts';
import { actorAs, type Acting } from './office.ts';

export type Secret = {
	what: string;
	id: number;
	code: string;
	/** The word the sender follows it with. */
	secret: string;
	/** Stands in the message and may be looked for; {@link hidden} stands right behind it. */
	asked: string;
	hidden: string;
	name: string;
	phone: string;
	email: string;
	/** Tokens of its files. */
	files: string[];
	/** Words of the office about it: title, note, question, and what the sender said later. */
	office: string[];
	/** Of its public copy, also one that is no longer or not yet public. */
	slug?: string;
};

const names = [
	'Nhàn',
	'Sửu',
	'Thoan',
	'Khuê',
	'Lạc',
	'Mến',
	'Ngát',
	'Oanh',
	'Phấn',
	'Quế',
	'Rạng',
	'Sót',
	'Tấm',
	'Út'
];
const words = [
	['cối xay', 'gió lùa chiều tà'],
	['chuông đồng', 'nứt vành sau'],
	['thuyền thúng', 'trát dầu rái'],
	['mái ngói', 'âm dương xô lệch'],
	['giếng khơi', 'đục ngầu váng mỡ'],
	['bờ tre', 'trổ hoa trắng'],
	['lò gạch', 'nhả khói đêm'],
	['chum sành', 'úp sân đình'],
	['vó bè', 'kéo trộm khuya'],
	['nong tằm', 'phơi kín lối'],
	['cầu ao', 'mục ván giữa'],
	['quạt hòm', 'thóc bay mù'],
	['đụn rơm', 'lấn nửa đường'],
	['cót thóc', 'mối xông đáy']
] as const;

type Acts = { office: Acting; desk: Acting; chair: Acting; deputy: Acting };

/** One message of a resident; everything about the person also stands in its text, as people write. */
async function message(
	acts: Acts,
	n: number,
	what: string,
	more: Partial<intake.Receipt> = {}
): Promise<Secret> {
	const [asked, hidden] = words[n]!;
	const name = `Khuất Thị ${names[n]!}`;
	const phone = `09876501${String(10 + n)}`;
	const email = `khuat.${n}.bimat@hopthu.vn`;
	const photo = await sharp({
		create: { width: 60, height: 40, channels: 3, background: { r: n, g: 9, b: 9 } }
	})
		.jpeg()
		.toBuffer();
	const receipt = await intake.receive(
		{ ...acts.office.ctx, actor: { kind: 'visitor' } },
		{
			submissionKey: `nguoi-la-khong-thay-${n}-${Date.now()}`,
			source: 'web',
			category: 'order',
			text: `Ở ngõ sau chợ có ${asked} ${hidden}, xin phường xem giúp. Tôi là ${name}, số ${phone}, thư ${email}.`,
			contact: { name, phone, email, address: '' },
			uploads: [{ name: 'anh.jpg', bytes: photo }],
			proven: true,
			trapped: what === 'quarantined',
			...more
		}
	);
	return {
		what,
		id: receipt.id,
		code: receipt.code,
		secret: receipt.secret,
		asked,
		hidden,
		name,
		phone,
		email,
		files: await tokensOf(acts, [receipt.id]),
		office: []
	};
}

async function tokensOf({ office }: Acts, ids: number[]): Promise<string[]> {
	const rows = await read(office.ctx, (tx) =>
		tx
			.select({ token: file.token })
			.from(feedbackFile)
			.innerJoin(file, eq(file.id, feedbackFile.fileId))
			.where(and(inArray(feedbackFile.caseId, ids), eq(file.access, 'staff')))
	);
	return rows.map(({ token }) => token);
}

export type Cast = {
	cases: Secret[];
	/** About the very unit that has to handle it: its people see a code and what was said, not by whom. */
	criticised: Secret;
	/** Whose answer is public. */
	shown: Secret;
	/** The receipt of another resident. */
	other: Secret;
	/** Counts all of them. */
	reportId: number;
};

export async function makeCases(): Promise<Cast> {
	const acts: Acts = {
		office: await actorAs('office'),
		desk: await actorAs('one_stop'),
		chair: await actorAs('chair'),
		deputy: await actorAs('vice_chair')
	};
	const { office, desk } = acts;
	const cases: Secret[] = [];
	const add = async (what: string): Promise<Secret> => {
		const made = await message(acts, cases.length, what);
		cases.push(made);
		return made;
	};
	/** Classified, with a title of its own that is not to be seen either. */
	const classify = async (one: Secret, kind: string, aboutUnitId: number | null = null): Promise<void> => {
		const title = `Hồ sơ nội bộ về ${one.asked} ${one.hidden}`;
		one.office.push(title);
		await handling.classify(office.ctx, one.id, { class: kind, complexity: 'simple', title, aboutUnitId });
	};
	const answerIt = async (one: Secret): Promise<void> => {
		await classify(one, 'local_issue');
		await handling.assign(office.ctx, one.id, { unitId: desk.unitId });
		const text = `Trả lời riêng cho việc ${one.hidden}: đã làm xong trong buổi sáng.`;
		one.office.push(`Trả lời riêng cho việc ${one.hidden}`);
		await answering.draft(desk.ctx, one.id, { text });
		await answering.approve(acts.chair.ctx, one.id);
		await answering.answer(desk.ctx, one.id);
	};
	const sender = { ...office.ctx, actor: { kind: 'visitor' as const } };
	const copy = async (one: Secret, slugWords: string): Promise<void> => {
		await publication.prepare(office.ctx, one.id, {
			texts: {
				title: slugWords,
				question: 'Có việc chưa được trong ngõ sau chợ, xin xem giúp.',
				answer: 'Phường đã xem và giải quyết xong trong buổi sáng.'
			},
			byHand: [],
			decided: {},
			taskId: null,
			pictures: {}
		});
		one.slug = slugWords
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replaceAll('đ', 'd')
			.toLowerCase()
			.replace(/ /g, '-');
	};

	await add('received');
	await add('quarantined');
	const criticised = await add('conduct about the unit that handles it');
	await classify(criticised, 'conduct', desk.unitId);
	await handling.assign(office.ctx, criticised.id, { unitId: desk.unitId });
	const guided = await add('led to its own path');
	await leading.guide(office.ctx, guided.id, { kind: 'denunciation', place: 'Nơi tiếp công dân của phường' });
	await classify(await add('a denunciation still open'), 'denunciation');
	const shown = await add('published');
	await answerIt(shown);
	await copy(shown, 'Ngõ sau chợ đã thông thoáng');
	await publication.confirm(acts.deputy.ctx, shown.id);
	const prepared = await add('a public copy not confirmed');
	await answerIt(prepared);
	await copy(prepared, 'Bản chờ xác nhận chưa ai được đọc');
	prepared.office.push('Bản chờ xác nhận chưa ai được đọc');
	const withdrawn = await add('a public copy taken down');
	await answerIt(withdrawn);
	await copy(withdrawn, 'Bản đã gỡ không còn được đọc');
	withdrawn.office.push('Bản đã gỡ không còn được đọc');
	await publication.confirm(acts.deputy.ctx, withdrawn.id);
	await publication.withdraw(office.ctx, withdrawn.id, 'Người gửi đề nghị gỡ.');
	const merged = await add('merged');
	await merging.merge(office.ctx, merged.id, cases[0]!.code);
	const refused = await add('refused');
	await leading.refuse(office.ctx, refused.id, {
		ground: 'elsewhere',
		reason: 'Công ty chiếu sáng đang sửa theo kế hoạch đã thông báo.'
	});
	const split = await add('split');
	const { row, whole: _none } = await casefile.open(office.ctx, split.id);
	await splitting.split(office.ctx, split.id, { belongs: [1, 2] }, row.lockVersion);
	const waiting = await add('asked, and added to');
	await classify(waiting, 'local_issue');
	await handling.ask(office.ctx, waiting.id, `Xin cho biết ${waiting.hidden} từ hôm nào?`);
	await following.add(sender, waiting.id, {
		text: `Lời bổ sung kín: ${waiting.hidden} đã lâu.`,
		formKey: `them-${Date.now()}-xyz`
	});
	await handling.note(office.ctx, waiting.id, `Ghi chú kín về ${waiting.hidden}.`);
	const rated = await add('rated and opened anew');
	await answerIt(rated);
	await following.rate(sender, rated.id, { score: 1, comment: `Chưa hài lòng vì ${rated.hidden}.` });
	await following.reopen(sender, rated.id, `Vẫn còn ${rated.hidden}, chưa ai đến xem.`);
	const other = await add('of another resident');
	for (const one of cases) {
		const ids = await read(office.ctx, (tx) =>
			tx.select({ id: feedbackCase.id }).from(feedbackCase).where(eq(feedbackCase.originalCaseId, one.id))
		);
		one.files = await tokensOf(acts, [one.id, ...ids.map(({ id }) => id)]);
	}
	// Later than the messages, which all came at one moment; of the year the sample ward has a plan for.
	// Of the quarter: another journey drafts the report of the year, and a period has one.
	const now = new Date();
	const today = dayOf(now);
	const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
	const reportId = await reports.draft({ ...office.ctx, now }, quarter);
	for (const one of Object.values(acts)) await one.done();
	return { cases, criticised, shown, other, reportId };
}
