/** A worker of its own for the ordeal: sends until it is killed. Its clock runs as wrong as it is told. */
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '#platform/db.server.ts';
import { openDesk } from '../sending.server.ts';

const { DESK_DATABASE, DESK_WARD, DESK_CLOCK, DESK_PACE } = process.env;
const db = openDatabase(DESK_DATABASE!, { max: 8 });
// Its parent kills it at any moment; should the parent be gone first, it goes too.
process.stdin.resume().on('end', () => process.exit(0));

const desk = openDesk(
	{
		picture: () => Promise.resolve({ bytes: Buffer.from('picture'), type: 'image/jpeg', name: 'a.jpg' }),
		origin: () => Promise.resolve('https://phuong.test')
	},
	JSON.parse(DESK_PACE!) as { hold: number; settle: number; patience: number }
);
for (;;) {
	try {
		await desk.work({
			wardId: Number(DESK_WARD),
			actor: { kind: 'robot', name: 'gui-kenh' },
			now: new Date(Date.now() + Number(DESK_CLOCK)),
			db
		});
	} catch (error) {
		console.error(error);
	}
	await pause(20);
}
