/**
 * Page by page: what a stranger, another resident, a radio person, the unit a message is about, the level above, the
 * administrator and the ward next door can see of feedback. Pages and endpoints are found in the folders (routes.ts), so what
 * is built later is looked at too; every answer is searched for what its reader must not learn, wherever it stands.
 */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { measures } from '#feedback/period-figures.ts';
import { dayOf } from '#platform/clock.ts';
import { addressWith, allRoutes, walk, type Route } from './routes.ts';
import { makeCases, type Cast, type Secret } from './strangers-cases.ts';

const PATIENCE = 600_000;
let routes: Route[];
let cast: Cast;

type Viewer = {
	who: string;
	/** Who signs in; null: nobody does. */
	as: string | null;
	/** What of this case they must not learn. */
	mustNotSee: (one: Secret) => string[];
};

const identity = (one: Secret): string[] => [one.name, one.phone, one.email, one.secret];
const everything = (one: Secret): string[] => [...identity(one), one.hidden, one.code, ...one.office];
/** The code of what is public is public (Open311). */
const unlessShown = (one: Secret): string[] =>
	one === cast.shown ? [...identity(one), one.hidden] : everything(one);

const viewers: Viewer[] = [
	{ who: 'a stranger', as: null, mustNotSee: unlessShown },
	{
		who: 'another resident',
		as: null,
		mustNotSee: (one) => (one === cast.other ? [] : unlessShown(one))
	},
	{ who: 'a radio person', as: 'truyen-thanh', mustNotSee: unlessShown },
	{ who: 'the accountant', as: 'ke-toan', mustNotSee: unlessShown },
	{ who: 'the level above', as: 'cap-tren', mustNotSee: unlessShown },
	{
		who: 'the administrator',
		as: 'quan-tri',
		// The journal names a case by its code, and says no more of it.
		mustNotSee: (one) => [...identity(one), one.hidden, ...one.office]
	},
	{
		who: 'the unit it is about',
		as: 'mot-cua',
		// What it handles it knows by code; what was given to it and by whom are two things.
		mustNotSee: (one) =>
			one === cast.criticised
				? identity(one)
				: handledByDesk.includes(one.what)
					? [one.secret]
					: everything(one)
	},
	{ who: 'the ward next door', as: 'van-hoa@lang-gieng', mustNotSee: unlessShown }
];
const handledByDesk = [
	'published',
	'a public copy not confirmed',
	'a public copy taken down',
	'rated and opened anew'
];

const cookies = new Map<string, string>();
type Asked = { method?: string; form?: Record<string, string>; accept?: string };
async function ask(viewer: Viewer, address: string, { method = 'GET', form, accept }: Asked = {}) {
	return fetch(inject('address') + address, {
		method,
		redirect: 'manual',
		headers: {
			origin: inject('address'),
			accept: accept ?? 'text/html',
			cookie: cookies.get(viewer.who) ?? ''
		},
		...(form ? { body: new URLSearchParams(form) } : {})
	});
}

type Leak = { who: string; address: string; status: number; what: string; said: string };

/** What of the cases stands in an answer, head and body. Without the letters browsers and XML write otherwise. */
async function leaksIn(viewer: Viewer, address: string, answer: Response): Promise<Leak[]> {
	const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
	const body = await answer.text();
	const said = `${head}\n${body}`;
	const loose = said.normalize('NFC').replaceAll(/&#x?[\da-f]+;|[\s.]+/gi, ' ');
	return cast.cases.flatMap((one) =>
		viewer
			.mustNotSee(one)
			.filter((words) => said.includes(words) || loose.includes(words))
			.map((words) => ({ who: viewer.who, address, status: answer.status, what: one.what, said: words }))
	);
}

/** Asked for one by one; the words of all of them are looked for in every answer. */
const telling = (): Secret[] =>
	cast.cases.filter(
		(one) =>
			[cast.criticised, cast.shown, cast.cases[0]!].includes(one) ||
			['led to its own path', 'a public copy not confirmed', 'split'].includes(one.what)
	);

/** Values for what varies in an address: those of the cases where they belong, one that is nothing elsewhere. */
function addressesOf(id: string): string[] {
	const feedback = /phan-anh\/|open311|\/tep\//.test(id);
	const parameters = [...id.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name!);
	if (parameters.length === 0) return [addressWith(id, '')];
	const valuesOf = (name: string): string[] => {
		if (!feedback) return name === 'id' ? ['1', String(cast.criticised.id)] : ['1'];
		if (name === 'id') return telling().map((one) => String(one.id));
		if (name === 'slug') return cast.cases.flatMap(({ slug }) => slug ?? []);
		if (name === 'token' || name === 'file') return cast.cases.flatMap(({ files }) => files);
		if (name === 'path')
			return [
				'requests.json',
				'requests.xml',
				...telling().flatMap(({ code }) => [
					`requests/${code}.json`,
					`requests/${code}.xml`,
					`tokens/${code}.json`
				])
			];
		return ['1'];
	};
	const fill = (address: string, name: string, value: string): string =>
		address.replace(new RegExp(`\\[(?:\\.\\.\\.)?${name}\\]`), encodeURI(value));
	const bare = `/${id
		.split('/')
		.filter((part) => part && !/^\(.*\)$/.test(part))
		.join('/')}`;
	if (parameters.length === 1)
		return valuesOf(parameters[0]!).map((value) => fill(bare, parameters[0]!, value));
	// A file below its case.
	if (feedback && parameters.join() === 'id,token')
		return telling().flatMap((one) =>
			one.files.map((token) => fill(fill(bare, 'id', String(one.id)), 'token', token))
		);
	return [parameters.reduce((address, name) => fill(address, name, '1'), bare)];
}

const questions = (one: Secret): string[] => {
	const asked = [one.asked, one.name.split(' ')[0]!, one.phone.slice(0, 7)];
	return asked.flatMap((words) => {
		const q = encodeURIComponent(words);
		return [
			`/tim?q=${q}`,
			`/phan-anh?q=${q}`,
			`/kiosk/tim?q=${q}`,
			`/api/v1/search?q=${q}`,
			`/api/v1/suggest?q=${q}`,
			`/lam-viec/phan-anh?nhom=all&tim=${q}`,
			`/lam-viec/tim-kiem?q=${q}`
		];
	});
};

/** The report with its figures of feedback, each with what it was counted from. */
const reportPages = (): string[] => [
	`/lam-viec/bao-cao/${cast.reportId}`,
	...Object.keys(measures).map((name) => `/lam-viec/bao-cao/${cast.reportId}/phan-anh?so=${name}`),
	`/lam-viec/bao-cao/${cast.reportId}/phan-anh?so=total&nhom=class:conduct`
];

/** A few at once, as a server has it. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
	const waiting = [...all];
	await Promise.all(
		Array.from({ length: 4 }, async () => {
			for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
		})
	);
}

/** Everything this viewer can ask for with GET, and what they learn of it that they must not. */
async function lookEverywhere(viewer: Viewer): Promise<{ leaks: Leak[]; asked: number; opened: number }> {
	const leaks: Leak[] = [];
	let asked = 0;
	let opened = 0;
	const look = async (address: string): Promise<string> => {
		const answer = await ask(viewer, address);
		asked++;
		if (answer.status === 200) opened++;
		const text = answer.headers.get('content-type')?.includes('html') ? await answer.clone().text() : '';
		leaks.push(...(await leaksIn(viewer, address, answer)));
		return text;
	};
	const from = viewer.as
		? ['/lam-viec', '/lam-viec/thong-bao', '/lam-viec/phan-anh?nhom=all']
		: ['/', '/phan-anh', '/sitemap.xml'];
	await walk(
		look,
		from,
		routes.map(({ id }) => id)
	);
	const addresses = routes.flatMap(({ id }) => addressesOf(id));
	await each(
		[...addresses, ...telling().flatMap(questions), ...reportPages(), '/phan-anh/khong-co-trang-nay'],
		async (address) => {
			// Leaving ends the session of whoever looks.
			if (!address.startsWith('/dang-xuat')) await look(address);
		}
	);
	return { leaks, asked, opened };
}

async function signIn(viewer: Viewer): Promise<void> {
	if (!viewer.as) return;
	const answer = await ask(viewer, '/dang-nhap?/vao', {
		method: 'POST',
		form: { name: viewer.as, password: inject('password') }
	});
	expect([viewer.who, answer.status]).toEqual([viewer.who, 303]);
	keepCookies(viewer, answer);
}
function keepCookies(viewer: Viewer, answer: Response): void {
	cookies.set(
		viewer.who,
		answer.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ')
	);
}
const lookUp = (viewer: Viewer, code: string, secret: string) =>
	ask(viewer, '/phan-anh/tra-cuu?/mo', { method: 'POST', form: { code, secret } });

beforeAll(async () => {
	routes = await allRoutes();
	cast = await makeCases();
	for (const viewer of viewers) await signIn(viewer);
	const resident = viewers.find(({ who }) => who === 'another resident')!;
	const answer = await lookUp(resident, cast.other.code, cast.other.secret);
	expect(answer.status).toBe(303);
	keepCookies(resident, answer);
}, PATIENCE);

describe('page by page', () => {
	it('the office finds what was written, so that what follows looks for something', async () => {
		const office: Viewer = {
			who: 'the office',
			as: 'van-phong',
			mustNotSee: (one) => [one.hidden, one.code]
		};
		await signIn(office);
		for (const one of [cast.criticised, cast.cases[0]!, cast.shown]) {
			const address = `/lam-viec/phan-anh/${one.id}`;
			const found = await leaksIn(office, address, await ask(office, address));
			expect(found.map(({ said }) => said)).toEqual(expect.arrayContaining([one.hidden, one.code]));
		}
		const proof = `/lam-viec/bao-cao/${cast.reportId}/phan-anh?so=total`;
		const counted = await leaksIn(office, proof, await ask(office, proof));
		// The report's year ends in the middle of December; what comes later is not in it.
		if (dayOf(new Date()) <= '2026-12-14')
			expect(counted.map(({ said }) => said)).toContain(cast.criticised.code);
		const list = '/lam-viec/phan-anh?nhom=all';
		expect((await leaksIn(office, list, await ask(office, list))).length).toBeGreaterThan(3);
		const photo = `/lam-viec/phan-anh/${cast.shown.id}/tep/${cast.shown.files[0]!}`;
		expect((await ask(office, photo)).status).toBe(200);
	});

	it.each(viewers.map((viewer) => [viewer.who, viewer] as const))(
		'%s learns nothing that is not theirs, on any page, in any file, search, feed or machine answer',
		async (_who, viewer) => {
			const { leaks, asked, opened } = await lookEverywhere(viewer);
			expect(leaks).toEqual([]);
			expect(asked).toBeGreaterThan(200);
			expect(opened).toBeGreaterThan(20);
		},
		PATIENCE
	);

	it.each(viewers.map((viewer) => [viewer.who, viewer] as const))(
		'%s opens no file of a message that is not theirs',
		async (_who, viewer) => {
			const opened: string[] = [];
			for (const one of cast.cases) {
				if (viewer.as === 'mot-cua' && handledByDesk.includes(one.what)) continue;
				for (const token of one.files)
					for (const address of [`/tep/${token}`, `/lam-viec/phan-anh/${one.id}/tep/${token}`]) {
						const { status } = await ask(viewer, address);
						if (status === 200) opened.push(address);
					}
			}
			expect(opened).toEqual([]);
		},
		PATIENCE
	);
});

describe('with the hand', () => {
	it('nobody gets in with the word of another receipt, and the words are the same whatever is wrong', async () => {
		const resident = viewers.find(({ who }) => who === 'another resident')!;
		const told = new Set<string>();
		for (const one of cast.cases.filter((some) => some !== cast.other).slice(0, 5)) {
			const answer = await lookUp({ ...resident, who: 'nobody' }, one.code, cast.other.secret);
			expect(answer.status).toBe(404);
			const text = await answer.text();
			expect(
				await leaksIn(
					{ ...resident, mustNotSee: (some) => [some.hidden, some.name] },
					'mo',
					new Response(text)
				)
			).toEqual([]);
			told.add(/Mã hoặc từ khóa[^<]*/.exec(text)?.[0] ?? text);
			const ahead = await ask(resident, `/phan-anh/tra-cuu?ma=${one.code}`);
			expect(
				await leaksIn({ ...resident, mustNotSee: (some) => [some.hidden, some.name] }, 'ma', ahead)
			).toEqual([]);
		}
		expect((await lookUp(resident, 'PAKN.CT.20200101.0001', cast.other.secret)).status).toBe(404);
		expect(told.size).toBe(1);
	});

	it(
		'no act on a case is open to whoever may not see it, and none says anything of it',
		async () => {
			const acts = routes.filter(
				({ id }) => id.startsWith('/(staff)/lam-viec/phan-anh/[id]') && !id.includes('tep')
			);
			expect(acts.flatMap(({ actions }) => actions).length).toBeGreaterThan(20);
			const outside = viewers.filter(({ as }) => as !== null && as !== 'mot-cua');
			const leaks: Leak[] = [];
			const done: string[] = [];
			for (const viewer of outside) {
				for (const { id, actions } of acts) {
					for (const action of actions) {
						const address = `${addressWith(id, String(cast.criticised.id))}?/${action}`;
						const answer = await ask(viewer, address, {
							method: 'POST',
							form: {
								reason: 'Muốn xem cho biết người gửi là ai',
								lockVersion: '1',
								note: 'xem',
								text: 'Thử trả lời'
							}
						});
						if (answer.status < 400) done.push(`${viewer.who}: ${address} ${answer.status}`);
						leaks.push(...(await leaksIn({ ...viewer, mustNotSee: identity }, address, answer)));
					}
				}
			}
			expect(done).toEqual([]);
			expect(leaks).toEqual([]);
		},
		PATIENCE
	);
});
