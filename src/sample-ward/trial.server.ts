/** The trial: sample wards made on the first start, passwords made on the spot, and the words printed at every start. */
import { createHash, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as accounts from '#people/accounts.server.ts';
import { roles } from '#people/role.ts';
import { person } from '#people/schema.server.ts';
import { now } from '#platform/now.server.ts';
import { read, type Database } from '#platform/db.server.ts';
import { ward as wardTable } from '#platform/schema.server.ts';
import type { Settings } from '#platform/settings.ts';
import { people } from './people.ts';
import { seedAccounts } from './channels.server.ts';
import { openCopies } from './copies.server.ts';
import { seed } from './seed.server.ts';

export type Trial = { welcome: (address: string) => string[]; close: () => Promise<void> };

/** Syllables that are easy to read out and to type on any keyboard. */
const SYLLABLES = [
	'sen',
	'lua',
	'tre',
	'song',
	'nui',
	'may',
	'gio',
	'nang',
	'dong',
	'lang',
	'cau',
	'pho',
	'cau',
	'ben',
	'thu',
	'xuan'
];

/** The password of all sample people: the one asked for, or one made on the first start and kept beside the data. */
function trialPassword(settings: Settings): string {
	if (settings.TRIAL_PASSWORD) return settings.TRIAL_PASSWORD;
	const file = path.join(settings.DATA_DIR, 'trial-password');
	if (existsSync(file)) return readFileSync(file, 'utf8').trim();
	const made = [
		...Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]),
		randomInt(1000, 10_000)
	].join('-');
	writeFileSync(file, `${made}\n`, { mode: 0o600 });
	return made;
}

export async function openTrial(db: Database, settings: Settings): Promise<Trial> {
	const wards = await db.select().from(wardTable);
	if (wards.length === 0) await seed(db, now());
	const { close, zalo, facebook } = await openCopies(settings);
	await seedAccounts(db);
	const password = trialPassword(settings);
	await giveAccounts(db, settings, password);
	return {
		close,
		welcome: (address) => [
			'',
			`Minh Bạch, bản dùng thử với dữ liệu mẫu. Cổng thông tin: ${address} · Đăng nhập: ${address}/dang-nhap`,
			`Mật khẩu chung của các tài khoản mẫu: ${password}`,
			...people.map(
				({ key, name, positions: [first] }) =>
					`  ${key.padEnd(18)} mật khẩu ${password}  ${name}, ${first.title} (${roles[first.role].toLowerCase()})`
			),
			...(zalo ? [`Zalo OA mô phỏng (xem bài đã gửi): ${zalo.url}`] : []),
			...(facebook ? [`Trang Facebook mô phỏng: ${facebook.url}`] : []),
			'Dừng chương trình: nhấn Ctrl+C.',
			''
		]
	};
}

/** Hashing is slow on purpose, so accounts are touched only when the password is another than at the last start. */
async function giveAccounts(db: Database, settings: Settings, password: string): Promise<void> {
	const stamp = path.join(settings.DATA_DIR, 'trial-accounts');
	const wards = (await db.select().from(wardTable)).filter((ward) => ward.sample);
	const wanted = createHash('sha256')
		.update(`${wards.map((ward) => `${ward.id}@${ward.createdAt.getTime()}`).join()} ${password}`)
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	for (const { id: wardId } of wards) {
		const scope = { wardId, db };
		const rows = await read(scope, (tx) =>
			tx.select({ id: person.id, signInName: person.signInName }).from(person)
		);
		for (const row of rows) {
			if (!people.some((sample) => sample.key === row.signInName)) continue;
			await accounts.give(db, { wardId, personId: row.id, signInName: row.signInName!, password });
		}
	}
	writeFileSync(stamp, wanted, { mode: 0o600 });
}
