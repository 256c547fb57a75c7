import { createAdministrator } from '#people/administrators.server.ts';
import { options, WrongUsage } from './usage.ts';
import { withDatabase } from './joined.ts';

export async function adminCreate(args: string[]): Promise<void> {
	const { values } = options(
		args,
		{ name: { type: 'string' }, email: { type: 'string' }, ward: { type: 'string' } },
		{ min: 0, max: 0 }
	);
	const { name, email, ward } = values;
	if (!name || !email) throw new WrongUsage();
	const made = await withDatabase((db) => createAdministrator(db, { name, email, wardKey: ward }));
	console.error(
		`Đã tạo quản trị viên của ${made.wardName}. Mật khẩu dưới đây chỉ hiện một lần và phải đổi ngay khi đăng nhập.`
	);
	console.log(`${made.signInName}\t${made.password}`);
}
