/**
 * Intake of messages over HTTP against the real program with the durable commit on, beside what the bare commit of the
 * same database allows in the same run (one row per transaction, as many at once).
 */
import { Agent, request } from 'node:http';
import pg from 'pg';
import { runningUrl } from '#platform/postgres.server.ts';
import type { Measured } from '../bench.ts';
import { inNewFolder, median, startProgram } from './measure.ts';

const PER_SECOND = 100;
const SECONDS = 30;
/** As many at once when everything is given at full speed. */
const AT_ONCE = 16;
const FULL_SPEED_SECONDS = 10;

const things = [
	'đèn đường',
	'nắp cống',
	'cây xanh',
	'bãi rác',
	'vỉa hè',
	'biển báo',
	'loa phường',
	'hồ sơ đất'
];
const wishes = [
	'mong phường cho sửa sớm',
	'xin hỏi bao giờ xong',
	'đề nghị kiểm tra lại',
	'đã báo mà chưa thấy'
];

function formOf(n: number): Record<string, string> {
	return {
		key: `do-toc-do-${process.pid}-${Date.now()}-${n}`,
		category: ['roads', 'environment', 'procedure', 'question'][n % 4]!,
		text: `Tôi ở ngõ ${1 + (n % 97)} tổ ${1 + (n % 13)}, việc thứ ${n}: ${things[n % 8]!} trước nhà có vấn đề ${2 + (n % 20)} ngày nay, ${wishes[n % 4]!}. Buổi tối đi lại khó, người già và trẻ nhỏ trong ngõ rất lo. Số của tôi 09${String(10_000_000 + n)}.`,
		place: `đầu ngõ ${1 + (n % 97)}`,
		name: `Nguyễn Văn Đo ${n}`,
		phone: `09${String(10_000_000 + n)}`,
		namePublic: 'no'
	};
}

/** From one of many networks of this machine, so that it looks like a ward and not like one sender. */
const from = (n: number): string => `127.0.${1 + (Math.floor(n / 250) % 8)}.${1 + (n % 250)}`;

function post(address: string, agent: Agent, n: number): Promise<void> {
	const boundary = `----do${n}`;
	const body = `${Object.entries(formOf(n))
		.map(
			([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
		)
		.join('')}--${boundary}--\r\n`;
	return new Promise((resolve, reject) => {
		const sending = request(
			`${address}/phan-anh/gui`,
			{
				method: 'POST',
				agent,
				localAddress: from(n),
				headers: {
					origin: address,
					accept: 'text/html',
					'content-type': `multipart/form-data; boundary=${boundary}`,
					'content-length': Buffer.byteLength(body)
				}
			},
			(response) => {
				let page = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (page += chunk));
				response.on('error', reject);
				response.on('end', () => {
					if (response.statusCode === 200 && page.includes('data-secret')) resolve();
					else reject(new Error(`submission ${n} answered ${response.statusCode}`));
				});
			}
		);
		sending.on('error', reject);
		sending.end(body);
	});
}

type Spread = { p50: number; p99: number; most: number };
function spreadOf(took: number[]): Spread {
	const sorted = [...took].sort((a, b) => a - b);
	return { p50: median(sorted), p99: sorted[Math.floor(sorted.length * 0.99)]!, most: sorted.at(-1)! };
}

/** Every one at its moment, whether those before are done or not; counted from that moment. */
async function openLoop(seconds: number, send: (n: number) => Promise<void>): Promise<number[]> {
	const began = performance.now() + 100;
	return Promise.all(
		Array.from({ length: seconds * PER_SECOND }, async (_, n) => {
			const due = began + (n * 1000) / PER_SECOND;
			await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
			await send(n);
			return performance.now() - due;
		})
	);
}

/** So many at once, each as soon as the one before is done; how many a second. */
async function fullSpeed(send: (n: number) => Promise<unknown>): Promise<number> {
	const began = performance.now();
	let n = 0;
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			while (performance.now() - began < FULL_SPEED_SECONDS * 1000) await send(n++);
		})
	);
	return n / ((performance.now() - began) / 1000);
}

export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const { address, stop } = await startProgram(dataDir);
		// Every resident comes over a connection of their own.
		const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
		const pool = new pg.Pool({ connectionString: (await runningUrl(dataDir))!, max: AT_ONCE });
		try {
			const { rows } = await pool.query<{ durable: string }>(
				`select current_setting('fsync') || ' ' || current_setting('synchronous_commit') as durable`
			);
			if (rows[0]!.durable !== 'on on') throw new Error(`commits are not durable: ${rows[0]!.durable}`);
			await pool.query('create table bare (id bigint generated always as identity, note text)');
			const bare = (n: number) => pool.query('insert into bare (note) values ($1)', [`dòng ${n}`]);
			let lost = 0;
			// Cut off by a machine that is far too busy: told, not left out (its time counts until it was cut off).
			const take = (first: number) => (n: number) => post(address, agent, first + n).catch(() => void lost++);

			await openLoop(3, take(0));
			const bareRate = await fullSpeed(bare);
			const bareSpread = spreadOf(await openLoop(10, async (n) => void (await bare(n))));
			const began = performance.now();
			const spread = spreadOf(await openLoop(SECONDS, take(1_000)));
			const achieved = (SECONDS * PER_SECOND) / ((performance.now() - began) / 1000);
			const rate = await fullSpeed(take(100_000));
			const { rows: kept } = await pool.query<{ many: number }>(
				'select count(*)::int as many from feedback_case'
			);
			console.error(
				`intake: ${kept[0]!.many} cases kept; ${achieved.toFixed(0)} a second for ${SECONDS} s: p50 ${spread.p50.toFixed(0)} ms, p99 ${spread.p99.toFixed(0)} ms, longest ${spread.most.toFixed(0)} ms; at full speed ${rate.toFixed(0)} a second beside ${bareRate.toFixed(0)} bare commits; ${lost} without an answer`
			);
			return [
				{
					figure: `submission, p99 at ${PER_SECOND} a second for ${SECONDS} s`,
					milliseconds: spread.p99,
					reference: 'one bare row and commit at the same rate, p99',
					referenceMilliseconds: bareSpread.p99,
					bound: 'under 300 ms'
				},
				{
					figure: `submission at full speed, ${AT_ONCE} at once (1 s over the rate)`,
					milliseconds: 1000 / rate,
					reference: 'one bare row and commit, as many at once',
					referenceMilliseconds: 1000 / bareRate,
					bound: 'or ratio at most 2'
				}
			];
		} finally {
			agent.destroy();
			await pool.end();
			await stop();
		}
	});
}
