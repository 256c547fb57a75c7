/** Personal data that are numbers: phones, identity cards, accounts, insurance and licences. */
import type { FoldedText } from './folded-text.ts';
import { agencies, banks } from './number-words.ts';
import type { Finding } from './personal-data.ts';

/** A run of digits with what people put between them. */
const digits =
	/(?<![\p{L}\d])(?:\(?\+ ?|\((?=\d))?[\do](?:(?:[ .\-–_·()]{0,3}|,)\d){5,21}(?![\p{L}\d]|[.,]\d)/gu;

const before = (text: string, place: number, length = 60): string =>
	text.slice(Math.max(0, place - length), place);
const bare = (run: string): string => run.replace(/^o/, '0').replace(/\D/g, '');

const cue = (words: string, within: number): RegExp =>
	new RegExp(String.raw`(?<![a-z])(?:${words})(?![a-z])[^\d\n]{0,${within}}$`);
const idCue = cue(
	'so can cuoc|cccd|can cuoc|cmnd|cmtnd|cmt|cmtnd|chung minh|dinh danh|so dd|so cc|cmqd|gttt',
	30
);
const accountCue = cue(`stk|so tk|tai khoan|tk|account|chuyen khoan|so the|${banks}`, 40);
const phoneCue = cue(
	'sdt|so dt|dt|dthoai|dien thoai|phone|tel|mobile|so may|di dong|zalo|lien he|lh|goi|goi cho|lien lac|alo|viber|nhan tin|so|hotline',
	25
);
const otherCue = cue(
	'bhxh|bhyt|bao hiem|the y te|mst|ma so thue|bang lai|gplx|giay phep lai xe|ma khach hang|ma kh|so ho khau|the dang vien|the dang|the thuong binh|so hop dong|ho chieu|passport|visa|the can bo|ma so ho ngheo',
	25
);
const codeCue = cue(
	'ma ho so|so ho so|bien nhan|giay hen|so tiep nhan|ma tra cuu|ma so ho so|so vao so|seri|so so do|so so hong|giay chung nhan',
	20
);
const documentCue =
	/(?:van ban|quyet dinh|nghi dinh|thong tu|cong van|ke hoach|luat|nghi quyet|chi thi|ma thu tuc)\s*(?:so\s*)?:?\s*$/;
const money =
	/^\s*(?:d|đ|dong|vnd|vnđ|nghin|ngan(?! hang)|trieu|tr|ty|ti|usd|%|m2|m3|ha|kg|km|nguoi|luot|k|ty dong)(?![a-z])/;
/** The number of an agency or a service is published on purpose. */
const agencyCue = new RegExp(
	String.raw`(?<![a-z])(?:${agencies})(?![a-z])[^\d\n.;]{0,30}$|(?<![a-z])(?:duong day nong|tong dai|truc ban)(?![a-z])[^\d\n;]{0,25}$`
);
const bankAfter = new RegExp(
	String.raw`^[ ,(\-–]{1,3}(?:tai |o |cua |mo tai |nh |ngan hang |chi nhanh )?(?:ngan hang|${banks})(?![a-z])`
);

type Kind = Finding['kind'];
type Context = { lead: string; next: string; plus: boolean };

export function numbersIn(text: FoldedText): Finding[] {
	const { folded } = text;
	const found: Finding[] = [];
	for (const match of folded.matchAll(digits)) found.push(...inRun(match[0], match.index, folded));
	return found;
}

/** One run may hold a number and what stands beside it ("0912345678 2 lần"): whole first, then piece by piece. */
function* inRun(run: string, from: number, folded: string): Generator<Finding> {
	if (/^\d\.\d{6}(?:\.|$)/.test(run)) return; // 1.004194 is a procedure
	const groups = [...run.matchAll(/[\do]+/g)].map((group) => ({ from: group.index, text: group[0] }));
	for (let first = 0; first < groups.length; first++) {
		for (let last = groups.length - 1; last >= first; last--) {
			const begin = first === 0 ? 0 : groups[first]!.from;
			const end = groups[last]!.from + groups[last]!.text.length;
			const closing = first === 0 && run.startsWith('(') && !run.slice(0, end).includes(')');
			const piece = run.slice(begin, end);
			const whole = first === 0 && last === groups.length - 1;
			const kind = kindOfRun(
				piece,
				{
					lead: before(folded, from + begin),
					next: folded.slice(from + end, from + end + 40),
					plus: /^\(?\+/.test(piece)
				},
				whole
			);
			if (!kind) continue;
			const open = closing ? 1 : 0;
			yield { kind, from: from + begin + open, to: from + end };
			first = last;
			break;
		}
	}
}

function kindOfRun(run: string, context: Context, whole: boolean): Kind | undefined {
	const { lead, next } = context;
	if (documentCue.test(lead)) return undefined;
	const told = idCue.test(lead) || accountCue.test(lead);
	// 500.000.000 đồng, 1.250.000: thousands with dots are money unless something says otherwise.
	const thousands = /^\d{1,3}(?:\.\d{3})+$/.test(run) || /^[1-9]\d{0,2}0{6,}$/.test(run);
	if (money.test(next) && !idCue.test(lead)) return undefined;
	// 15.11.2026, 15-11-2026, 2026-11-15 and "2021 2025" are days and years.
	if (
		/^\d{1,2}[.\- ]+\d{1,2}[.\- ]+(?:19|20)\d{2}$/.test(run) ||
		/^(?:19|20)\d{2}[.\- –]+\d{1,4}(?:[.\- ]\d{1,2})?$/.test(run)
	)
		return undefined;
	const kind = kindOfDigits(bare(run), context);
	if (!kind || (thousands && !told && kind !== 'phone')) return undefined;
	// A piece of a longer run has to be plain by itself.
	return whole || kind === 'phone' || kind === 'citizen_id' || told ? kind : undefined;
}

const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{8,9}$/;

/** What digits are, by their length, their beginning and the words around them. */
export function kindOfDigits(value: string, { lead, next, plus }: Context): Kind | undefined {
	if (/^(?:1800|1900)\d{2,6}$/.test(value)) return undefined; // a service's number is nobody's own
	// +84, 84 and 0084 stand for the 0 at the front; some write both, "+84(0)912…".
	const abroad = plus || /^(?:00)?84[235789]\d{8}/.test(value);
	const national = abroad ? value.replace(/^00/, '').replace(/^84/, '0').replace(/^00/, '0') : value;
	const isMobile = mobile.test(national);
	const isLandline = landline.test(national);
	const length = value.length;
	const cues: [RegExp, Kind, boolean][] = [
		[accountCue, 'bank_account', length >= 6 && length <= 19],
		[idCue, 'citizen_id', length === 9 || length === 12],
		[phoneCue, 'phone', isMobile || isLandline],
		[otherCue, 'other', length >= 8 && length <= 15],
		[codeCue, 'file_code', length >= 6]
	];
	// The cue nearest to the number says what it is.
	const told = cues
		.filter(([, , fitting]) => fitting)
		.map(([pattern, kind]) => ({ kind, place: pattern.exec(lead)?.index ?? -1 }))
		.filter(({ place }) => place >= 0)
		.sort((a, b) => b.place - a.place)[0];
	const kind = told?.kind ?? plainKind(value, isMobile || isLandline, next);
	return kind === 'phone' && ofAgency(lead, isLandline) ? undefined : kind;
}

function plainKind(value: string, phone: boolean, next: string): Kind | undefined {
	const { length } = value;
	if (length >= 6 && length <= 19 && bankAfter.test(next)) return 'bank_account';
	if (phone) return 'phone';
	if (length === 12 && /^0(?:0[1-9]|[1-8]\d|9[0-6])/.test(value)) return 'citizen_id';
	if (length === 9 && /^[0-3]\d/.test(value)) return 'citizen_id';
	// Long and nothing else: an account more often than anything.
	return length >= 12 && length <= 16 ? 'bank_account' : undefined;
}

/** A fixed line needs an agency before it; a mobile one is an agency's only where it is called its hotline. */
const ofAgency = (lead: string, fixed: boolean): boolean =>
	// Who only says that they call for an agency gives a number of their own.
	!/(?<![a-z])(?:gia danh|mao danh|gia mao|gia la|xung la|tu xung|lua dao)(?![a-z])/.test(lead) &&
	(fixed ? agencyCue.test(lead) : /(?:duong day nong|tong dai|truc ban)(?![a-z])[^\d\n;]{0,25}$/.test(lead));
