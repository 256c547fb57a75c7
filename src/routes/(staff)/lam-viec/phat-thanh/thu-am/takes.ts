/**
 * Takes (lần thu) stay in the browser second by second until they are sent: a reload, a closed window or a lost network
 * loses nothing. In the browser's database, by person, because the office's computer is shared.
 */
export type Take = {
	key: string;
	personId: number;
	segmentId: number;
	title: string;
	/** The words that were read. */
	spoken: string;
	mime: string;
	madeAt: number;
	durationMs: number;
	/** It was ended by its reader, not by a power cut. */
	whole: boolean;
};

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the browser’s database'));
	});

let opened: Promise<IDBDatabase> | undefined;
function shelf(): Promise<IDBDatabase> {
	return (opened ??= new Promise((resolve, reject) => {
		const request = indexedDB.open('minh-bach-thu-am', 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore('take', { keyPath: 'key' });
			request.result.createObjectStore('piece', { keyPath: ['take', 'at'] });
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the browser’s database'));
	}));
}

async function stores<T>(
	mode: IDBTransactionMode,
	work: (take: IDBObjectStore, piece: IDBObjectStore) => Promise<T>
): Promise<T> {
	const transaction = (await shelf()).transaction(['take', 'piece'], mode, { durability: 'strict' });
	const done = new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onerror = transaction.onabort = () =>
			reject(transaction.error ?? new Error('the browser’s database'));
	});
	const result = await work(transaction.objectStore('take'), transaction.objectStore('piece'));
	await done;
	return result;
}

export const keep = (take: Take): Promise<unknown> => stores('readwrite', (takes) => asked(takes.put(take)));

/** A second of it more; the length goes on with it, for when nobody ends it. */
export const addPiece = (take: Take, at: number, blob: Blob): Promise<unknown> =>
	stores('readwrite', async (takes, pieces) => {
		await asked(pieces.put({ take: take.key, at, blob }));
		await asked(takes.put(take));
	});

const piecesOf = (key: string): IDBKeyRange => IDBKeyRange.bound([key, 0], [key, Infinity]);

/** Of one reader and one segment, in the order they were made; empty ones are dropped. */
export function takesOf(personId: number, segmentId: number): Promise<{ take: Take; blob: Blob }[]> {
	return stores('readwrite', async (takes, pieces) => {
		const all = (await asked(takes.getAll() as IDBRequest<Take[]>))
			.filter((take) => take.personId === personId && take.segmentId === segmentId)
			.sort((a, b) => a.madeAt - b.madeAt);
		const found: { take: Take; blob: Blob }[] = [];
		for (const take of all) {
			const parts = (await asked(pieces.getAll(piecesOf(take.key)))) as { blob: Blob }[];
			if (parts.length > 0)
				found.push({
					take,
					blob: new Blob(
						parts.map(({ blob }) => blob),
						{ type: take.mime }
					)
				});
			else await asked(takes.delete(take.key));
		}
		return found;
	});
}

export const remove = (key: string): Promise<unknown> =>
	stores('readwrite', async (takes, pieces) => {
		await asked(pieces.delete(piecesOf(key)));
		await asked(takes.delete(key));
	});
