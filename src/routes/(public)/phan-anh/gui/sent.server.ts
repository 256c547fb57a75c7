/** What the browser sent, as the room takes it. Nothing here refuses: that is the room's own decision. */
import type * as files from '#platform/files.server.ts';
import type { Category } from '#feedback/case.ts';
import type { Intake } from '#feedback/given.server.ts';

/** What goes back into the form when it is handed back. */
export type Typed = {
	key: string;
	category: string;
	text: string;
	place: string;
	latitude: string;
	longitude: string;
	name: string;
	phone: string;
	email: string;
	address: string;
	namePublic: boolean;
};

export type Sent = { typed: Typed; intake: Intake; solution: string };

/** So many parts no form of ours has; what comes after them is not looked at. */
const MOST_UPLOADS = 20;

export async function sentIn(form: FormData, address: string): Promise<Sent> {
	const text = (name: string, most = 1000): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value.slice(0, most) : '';
	};
	const typed: Typed = {
		key: text('key', 100),
		category: text('category', 40),
		// One more than may be: so that too long is told, not cut.
		text: text('text', 60_000),
		place: text('place'),
		latitude: text('latitude', 30),
		longitude: text('longitude', 30),
		name: text('name'),
		phone: text('phone'),
		email: text('email'),
		address: text('address'),
		namePublic: form.get('namePublic') === 'yes'
	};
	const { key, name, phone, email, address: home, category, latitude, longitude, ...rest } = typed;
	const kept = form
		.getAll('keep')
		.map(Number)
		.filter((id) => Number.isSafeInteger(id) && id > 0);
	return {
		typed,
		solution: text('altcha', 6000),
		intake: {
			...rest,
			submissionKey: key,
			source: 'web',
			category: category as Category,
			latitude: degreesOf(latitude),
			longitude: degreesOf(longitude),
			contact: { name, phone, email, address: home },
			uploads: await uploadsIn(form, 'files'),
			keptFileIds: [...new Set(kept)].slice(0, MOST_UPLOADS),
			address,
			trapped: text('website') !== ''
		}
	};
}

const degreesOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** An empty file field sends one empty file without a name. */
export async function uploadsIn(form: FormData, field: string): Promise<files.Upload[]> {
	const chosen = form
		.getAll(field)
		.filter((value): value is File => value instanceof File && (value.size > 0 || value.name !== ''))
		.slice(0, MOST_UPLOADS);
	return Promise.all(
		chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
}
