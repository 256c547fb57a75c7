/**
 * What residents are told when procedures change: the news for a story draft and a short text to be read aloud. The
 * words say what changes, from when, and where to look; what a procedure asks stays on its own page.
 */
import type { Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import type { ChangeKind } from './procedure.ts';

/** One line of a change set. */
export type ToldChange = {
	code: string;
	name: string;
	kind: ChangeKind;
	effectiveOn: Day;
	replacedBy: string[];
};
/** By what it was announced; empty where nothing is known (an imported file). */
export type ToldSet = { number: string | null; issuedOn: Day | null; issuer: string | null };

export type NewsItem = { label: string; href: string; rest: string };
export type ChangeNews = {
	title: string;
	summary: string;
	opening: string;
	sections: { heading: string; items: NewsItem[] }[];
	/** "và 35 thủ tục khác": how many are not listed here. */
	more: number;
	closing: string[];
};

/** So many stand in a story by name; nobody reads a longer list there. */
const LISTED = 20;
/** So many are read aloud; an ear keeps no more. */
const READ_OUT = 5;
/** Limits of a story (src/content/story.ts), which this room may not look at. */
const LONGEST_TITLE = 160;
const LONGEST_SUMMARY = 300;

/** In the order people ask: what is new to do, what is done differently, what is gone. */
const order: { kind: ChangeKind; heading: string; act: string; spoken: string }[] = [
	{ kind: 'new', heading: 'Thủ tục mới', act: 'thêm mới', spoken: 'thủ tục mới' },
	{
		kind: 'amended',
		heading: 'Thủ tục được sửa đổi, bổ sung',
		act: 'sửa đổi, bổ sung',
		spoken: 'được sửa đổi, bổ sung'
	},
	{ kind: 'replaced', heading: 'Thủ tục được thay thế', act: 'thay thế', spoken: 'được thay thế' },
	{ kind: 'abolished', heading: 'Thủ tục bãi bỏ', act: 'bãi bỏ', spoken: 'không còn áp dụng' }
];

/** What changed in law; mending our own slip of the pen is no news. */
export function newsworthy<Change extends ToldChange>(changes: Change[]): Change[] {
	return changes.filter(({ kind }) => kind !== 'corrected');
}

/** Undefined when there is nothing to tell. */
export function newsOf(set: ToldSet, changes: ToldChange[]): ChangeNews | undefined {
	const told = newsworthy(changes);
	if (told.length === 0) return undefined;
	let room = LISTED;
	const sections = order.flatMap(({ kind, heading }) => {
		const items = told
			.filter((change) => change.kind === kind)
			.slice(0, room)
			.map(itemOf);
		room -= items.length;
		return items.length > 0 ? [{ heading, items }] : [];
	});
	const by = decisionWords(set);
	return {
		title: titleOf(told),
		summary: summaryOf(by, told),
		opening: `${by ? `Theo ${by}, ` : ''}${by ? 'các' : 'Các'} thủ tục hành chính dưới đây có thay đổi. Bà con xem ngày áp dụng của từng thủ tục trước khi chuẩn bị hồ sơ.`,
		sections,
		more: Math.max(0, told.length - LISTED),
		closing: [
			'Để xem giấy tờ cần có, thời hạn và lệ phí, bà con bấm vào tên thủ tục ở trên, hoặc mở mục Thủ tục trên cổng thông tin của phường rồi gõ tên thủ tục, không cần gõ dấu.',
			'Tờ niêm yết tại các điểm của phường được thay theo nội dung mới. Khi cần hỏi thêm, bà con đến Trung tâm Phục vụ hành chính công của phường hoặc gọi số điện thoại đăng trên cổng.'
		]
	};
}

function itemOf({ code, name, kind, effectiveOn, replacedBy }: ToldChange): NewsItem {
	const day = format.date(effectiveOn);
	const instead = replacedBy.length > 0 ? `; làm theo thủ tục mã ${replacedBy.join(', ')}` : '';
	const when =
		kind === 'abolished' || kind === 'replaced'
			? `hết hiệu lực từ ngày ${day}${instead}`
			: `áp dụng từ ngày ${day}`;
	return { label: name, href: `/thu-tuc/${code}`, rest: ` (mã ${code}): ${when}.` };
}

function decisionWords({ number, issuedOn, issuer }: ToldSet): string {
	if (!number) return '';
	return `Quyết định số ${number}${issuedOn ? ` ngày ${format.date(issuedOn)}` : ''}${issuer ? ` của ${issuer}` : ''}`;
}

function daysOf(changes: ToldChange[]): Day[] {
	return [...new Set(changes.map(({ effectiveOn }) => effectiveOn))].sort();
}

function titleOf(changes: ToldChange[]): string {
	const days = daysOf(changes);
	const from =
		days.length === 1 ? `từ ngày ${format.date(days[0]!)}` : `sớm nhất từ ngày ${format.date(days[0]!)}`;
	const kinds = new Set(changes.map(({ kind }) => kind));
	const act = kinds.size === 1 ? order.find(({ kind }) => kinds.has(kind))!.act : undefined;
	if (changes.length === 1) {
		const frame = (name: string) => `${format.capitalise(act!)} thủ tục “${name}” ${from}`;
		return frame(shortened(bare(changes[0]!.name), LONGEST_TITLE - frame('').length));
	}
	const count = `${format.number(changes.length)} thủ tục hành chính`;
	if (act) return `${format.capitalise(act)} ${count} ${from}`;
	return days.length === 1 ? `${count} thay đổi ${from}` : `${count} có thay đổi, ${from}`;
}

function summaryOf(by: string, changes: ToldChange[]): string {
	const counts = order.flatMap(({ kind, act }) => {
		const number = changes.filter((change) => change.kind === kind).length;
		return number > 0 ? [`${act} ${format.number(number)} thủ tục`] : [];
	});
	const what = `${format.capitalise(counts.join('; '))}. Bà con xem danh sách và ngày áp dụng trong bài.`;
	const whole = by ? `Theo ${by}: ${what.charAt(0).toLocaleLowerCase('vi')}${what.slice(1)}` : what;
	return whole.length <= LONGEST_SUMMARY ? whole : what;
}

/** Many names begin with the word that stands before them anyway: “thủ tục Thủ tục đăng ký kết hôn”. */
const bare = (name: string): string => format.capitalise(name.replace(/^thủ tục\s+(?=\S)/i, ''));

/** Cut between words, so that the title stays a title. */
function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most >> 1))}…`;
}

/** To be read out by the radio; empty when there is nothing to tell. */
export function radioText(set: ToldSet, changes: ToldChange[]): string {
	const told = newsworthy(changes);
	if (told.length === 0) return '';
	const days = daysOf(told);
	const spokenDay = (day: Day): string => {
		const [year, month, date] = day.split('-').map(Number);
		return `ngày ${date} tháng ${month} năm ${year}`;
	};
	const one = days.length === 1;
	const lines = ['Mời bà con nghe thông báo về thủ tục hành chính thay đổi.'];
	if (set.number && set.issuer) {
		lines.push(
			`Theo quyết định của ${set.issuer}${set.issuedOn ? `, ban hành ${spokenDay(set.issuedOn)}` : ''}, ${told.length === 1 ? 'một thủ tục' : `${format.number(told.length)} thủ tục`} có thay đổi${one ? ` từ ${spokenDay(days[0]!)}` : ''}.`
		);
	} else {
		lines.push(
			`${told.length === 1 ? 'Một thủ tục' : `${format.number(told.length)} thủ tục`} có thay đổi${one ? ` từ ${spokenDay(days[0]!)}` : ''}.`
		);
	}
	const sorted = order.flatMap(({ kind }) => told.filter((change) => change.kind === kind));
	for (const { name, kind, effectiveOn, replacedBy } of sorted.slice(0, READ_OUT)) {
		const { spoken } = order.find((entry) => entry.kind === kind)!;
		const when = one ? '' : `, từ ${spokenDay(effectiveOn)}`;
		const instead = replacedBy.length > 0 ? ', đã có thủ tục khác thay' : '';
		lines.push(
			kind === 'new'
				? `Thủ tục mới: ${bare(name)}${when}.`
				: `Thủ tục ${bare(name)}: ${spoken}${when}${instead}.`
		);
	}
	if (sorted.length > READ_OUT) lines.push(`Và ${format.number(sorted.length - READ_OUT)} thủ tục khác.`);
	lines.push(
		'Trước khi đi làm thủ tục, bà con xem giấy tờ, thời hạn và lệ phí trên cổng thông tin của phường, tại bảng niêm yết, hoặc hỏi Trung tâm Phục vụ hành chính công của phường.'
	);
	return lines.join('\n');
}
