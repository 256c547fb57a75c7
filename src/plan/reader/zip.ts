/**
 * Opens the few parts of a .docx that are read. Sizes are counted while unpacking and never taken from the file's own
 * word, so a small file cannot become a large one in memory (zip bomb).
 */
import { Inflate } from 'fflate';
import { damaged, tooLarge } from './refusals.ts';

const MOST_UNPACKED = 60 * 1024 * 1024;

type Entry = { name: string; method: number; compressed: number; at: number };

export class ZipFile {
	readonly #bytes: Uint8Array;
	readonly #entries = new Map<string, Entry>();
	#left = MOST_UNPACKED;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		for (const entry of directory(bytes)) this.#entries.set(entry.name, entry);
	}

	has(name: string): boolean {
		return this.#entries.has(name);
	}

	/** Text of one part, or null when the file has none of that name. */
	text(name: string): string | null {
		const entry = this.#entries.get(name);
		return entry ? new TextDecoder('utf-8').decode(this.#unpack(entry)) : null;
	}

	#unpack(entry: Entry): Uint8Array {
		const view = viewOf(this.#bytes);
		if (entry.at + 30 > this.#bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw damaged();
		const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
		const packed = this.#bytes.subarray(start, start + entry.compressed);
		if (entry.method === 0) {
			this.#take(packed.length);
			return packed;
		}
		if (entry.method !== 8) throw damaged();
		const chunks: Uint8Array[] = [];
		const inflate = new Inflate((chunk) => {
			this.#take(chunk.length);
			chunks.push(chunk);
		});
		try {
			for (let at = 0; at < packed.length; at += 16_384)
				inflate.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length);
		} catch (error) {
			if (error instanceof Error && error.name === 'Refusal') throw error;
			throw damaged();
		}
		const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
		let at = 0;
		for (const chunk of chunks) {
			whole.set(chunk, at);
			at += chunk.length;
		}
		return whole;
	}

	#take(size: number): void {
		this.#left -= size;
		if (this.#left < 0) throw tooLarge();
	}
}

const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function directory(bytes: Uint8Array): Entry[] {
	const view = viewOf(bytes);
	let end = bytes.length - 22;
	const first = Math.max(0, end - 65_536);
	while (end >= first && view.getUint32(end, true) !== 0x06054b50) end -= 1;
	if (end < first) throw damaged();
	const entries: Entry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
		const nameLength = view.getUint16(at + 28, true);
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
			method: view.getUint16(at + 10, true),
			compressed: view.getUint32(at + 20, true),
			at: view.getUint32(at + 42, true)
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}
