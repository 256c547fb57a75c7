/**
 * Automatic saving: a while after the last change the form is sent. Until the server has it, this device keeps it, so
 * a lost network or a closed laptop loses nothing.
 */
import type { Saved } from '#content/stories.server.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

export type Status = 'saved' | 'waiting' | 'saving' | 'offline' | 'signed_out' | 'conflict' | 'refused';
/** What this device keeps. */
export type Kept = { at: string; title: string; summary: string; citedDocuments: string; body: unknown };

const QUIET = 2500;
const RETRY = 8000;

type Answer = Saved | { outcome: 'refused'; reasons: RefusalDetail[] };

export class Autosave {
	status = $state<Status>('saved');
	/** When the server last had it, in milliseconds. */
	at = $state(0);
	reasons = $state<RefusalDetail[]>([]);
	conflict = $state<{ byName: string; sideRevisionId: number } | undefined>();

	#timer: ReturnType<typeof setTimeout> | undefined;
	#changes = 0;
	#sending: Promise<void> | undefined;
	readonly #key: string;
	readonly #address: string;
	readonly #form: () => HTMLFormElement;
	readonly #keep: () => Kept;
	readonly #onSaved: (lockVersion: number, revisionId: number) => void;
	/** Not while saving would void an approval: then only the button saves. */
	readonly #allowed: () => boolean;

	constructor(given: {
		id: number;
		at: Date;
		form: () => HTMLFormElement;
		keep: () => Kept;
		allowed: () => boolean;
		onSaved: (lockVersion: number, revisionId: number) => void;
	}) {
		this.#key = `minhbach-bai-${given.id}`;
		this.#address = `/lam-viec/tin-bai/${given.id}/tu-luu`;
		this.#form = given.form;
		this.#keep = given.keep;
		this.#allowed = given.allowed;
		this.#onSaved = given.onSaved;
		this.at = given.at.getTime();
	}

	/** Something was typed or chosen. */
	changed(): void {
		this.#changes += 1;
		if (this.status !== 'conflict') this.status = 'waiting';
		this.#wait(QUIET);
	}

	/** The button saved it. */
	savedByHand(at: number): void {
		this.#changes = 0;
		clearTimeout(this.#timer);
		this.status = 'saved';
		this.conflict = undefined;
		this.reasons = [];
		this.at = at;
		this.forget();
	}

	late(conflict: { byName: string; sideRevisionId: number }): void {
		this.conflict = conflict;
		this.status = 'conflict';
	}

	#wait(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#begin(), milliseconds);
	}

	/** Resolves when no save is on its way any more; none begins while the caller keeps `allowed` false. */
	async settled(): Promise<void> {
		clearTimeout(this.#timer);
		await this.#sending;
	}

	#begin(): void {
		this.remember();
		if (!this.#allowed()) return;
		// One at a time: the later one would name a version that is already gone.
		if (this.#sending) return this.#wait(QUIET);
		this.#sending = this.#send().finally(() => (this.#sending = undefined));
	}

	async #send(): Promise<void> {
		const before = this.#changes;
		if (this.status !== 'conflict') this.status = 'saving';
		try {
			const body = new FormData(this.#form());
			for (const name of ['attachmentFile', 'imageFile', 'coverFile']) body.delete(name);
			const response = await fetch(this.#address, { method: 'POST', body });
			if (response.status >= 500) throw new Error(`the server answered ${response.status}`);
			if (!response.headers.get('content-type')?.includes('json')) this.status = 'signed_out';
			else this.#understand((await response.json()) as Answer, before);
		} catch {
			// No network, or the server is starting again: kept here, tried again.
			this.status = 'offline';
			this.#wait(RETRY);
		}
	}

	#understand(answer: Answer, before: number): void {
		if (answer.outcome === 'refused') {
			this.status = answer.reasons[0]?.code === 'people.sign_in_first' ? 'signed_out' : 'refused';
			this.reasons = answer.reasons;
			return;
		}
		if (answer.outcome === 'conflict') {
			this.late(answer);
			this.forget();
			return;
		}
		this.#onSaved(answer.lockVersion, answer.revisionId);
		this.at = Date.parse(String(answer.at));
		this.reasons = [];
		if (before === this.#changes) {
			this.status = 'saved';
			this.#changes = 0;
			this.forget();
		} else {
			this.status = 'waiting';
			this.#wait(QUIET);
		}
	}

	/** Puts the text into this device's store; a full or forbidden store is no reason to stop writing. */
	remember(): void {
		if (this.#changes === 0) return;
		try {
			localStorage.setItem(this.#key, JSON.stringify(this.#keep()));
		} catch {
			this.status = this.status === 'offline' ? 'offline' : this.status;
		}
	}

	forget(): void {
		try {
			localStorage.removeItem(this.#key);
		} catch {
			this.reasons = [];
		}
	}

	/** What this device kept from a time that ended before the server had it. */
	kept(): Kept | undefined {
		try {
			const text = localStorage.getItem(this.#key);
			return text ? (JSON.parse(text) as Kept) : undefined;
		} catch {
			return undefined;
		}
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.remember();
	}
}
