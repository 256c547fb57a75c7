/**
 * What the console must not forget, written through to the disk: other storage of a browser may lose the last minute at a
 * power cut, and with it what was played already.
 */
const NAME = 'minh-bach-may-phat';
const STORE = 'kept';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
	return (opened ??= new Promise((resolve, reject) => {
		const asked = indexedDB.open(NAME, 1);
		asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error ?? new Error('the drawer does not open'));
	}));
}

export async function get<T>(key: string): Promise<T | null> {
	const db = await open();
	const text = await new Promise<unknown>((resolve, reject) => {
		const asked = db.transaction(STORE).objectStore(STORE).get(key);
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error ?? new Error('the drawer cannot be read'));
	});
	return typeof text === 'string' ? (JSON.parse(text) as T) : null;
}

/** On the disk when this is through. */
export async function put(key: string, value: unknown): Promise<void> {
	const text = JSON.stringify(value);
	const db = await open();
	await new Promise<void>((resolve, reject) => {
		const writing = db.transaction(STORE, 'readwrite', { durability: 'strict' });
		writing.objectStore(STORE).put(text, key);
		writing.oncomplete = () => resolve();
		writing.onabort = () => reject(writing.error ?? new Error('the drawer cannot be written'));
	});
}
