/**
 * What script adds to the form: a count of letters, a draft that outlives a lost network, smaller photos, the position,
 * the puzzle, progress and another try. Without this file the form is whole as it is.
 */
const DRAFT = 'phan-anh-viet-do';
const DAY = 86_400_000;
const LONGEST_SIDE = 2000;
/** Without a byte moving for so long, the network is taken for lost. */
const STALLED = 45_000;

const drafts = {
	read() {
		try {
			const draft = JSON.parse(localStorage.getItem(DRAFT));
			return draft && Date.now() - draft.at < DAY ? draft : null;
		} catch {
			return null; // no storage on this telephone, or not ours
		}
	},
	write(draft) {
		try {
			localStorage.setItem(DRAFT, JSON.stringify({ ...draft, at: Date.now() }));
		} catch {
			// Full or forbidden: the form works without.
		}
	},
	clear() {
		try {
			localStorage.removeItem(DRAFT);
		} catch {
			// As above.
		}
	}
};

/** Photos of today's telephones are ten times what a screen shows; a small one gets through a weak network. */
async function smaller(file) {
	if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 700_000) return file;
	try {
		const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
		const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
		if (!blob || blob.size >= file.size) return file;
		return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
	} catch {
		return file; // the server makes it smaller
	}
}

const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const size = (bytes) =>
	bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;

class MessageForm extends HTMLElement {
	connectedCallback() {
		this.form = this.querySelector('form');
		const { form } = this;
		this.piece = (name) => this.querySelector(`[data-${name}]`);
		this.button = form.querySelector('button:not([type])');
		this.words = this.button.lastElementChild;
		this.ready = Promise.resolve();
		this.restore();
		this.count();
		this.position();
		form.addEventListener('input', () => {
			this.count();
			clearTimeout(this.saving);
			this.saving = setTimeout(() => this.save(), 400);
		});
		form.addEventListener('focusin', () => this.solve(), { once: true });
		form.elements.files.addEventListener('change', () => {
			this.ready = this.shrink();
		});
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.send();
		});
	}

	fields() {
		return [...this.form.elements].filter(
			({ name, type }) =>
				name && !['file', 'checkbox'].includes(type) && !['altcha', 'website'].includes(name)
		);
	}

	save() {
		const values = {};
		for (const { name, type, value, checked } of this.fields())
			if (type !== 'radio' || checked) values[name] = value;
		drafts.write({ values });
	}

	/** What came back from the server is newer than any draft. */
	restore() {
		const draft = drafts.read();
		const { elements } = this.form;
		if (this.dataset.handedBack) return this.save();
		if (!draft?.values?.text || elements.text.value) return;
		for (const field of this.fields()) {
			const value = draft.values[field.name];
			if (value === undefined) continue;
			if (field.type === 'radio') field.checked = field.value === value;
			else field.value = value;
		}
		const bar = this.piece('draft');
		const [at, button] = bar.children;
		at.textContent = `Đã lấy lại nội dung ông/bà viết dở trên máy này lúc ${new Date(draft.at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' })}. Ảnh cần chọn lại.`;
		bar.hidden = false;
		button.addEventListener('click', () => {
			drafts.clear();
			location.reload();
		});
	}

	count() {
		const counter = this.piece('counter');
		const { length } = this.form.elements.text.value;
		counter.hidden = length === 0;
		counter.textContent = `${number(length)} trên 20.000 ký tự`;
	}

	async shrink() {
		const input = this.form.elements.files;
		const said = this.piece('files');
		if (input.files.length === 0) return void (said.textContent = '');
		said.textContent = 'Đang chuẩn bị tệp…';
		const files = await Promise.all([...input.files].map(smaller));
		try {
			const list = new DataTransfer();
			for (const file of files) list.items.add(file);
			input.files = list.files;
		} catch {
			// An old browser keeps the files as they were chosen.
		}
		const chosen = [...input.files];
		const much = chosen.reduce((sum, file) => sum + file.size, 0);
		const kept = this.querySelectorAll('[name=keep]:checked').length;
		said.textContent =
			chosen.length + kept > 5
				? `Đã chọn ${chosen.length + kept} tệp, chỉ gửi được 5. Xin bỏ bớt.`
				: `Đã chọn ${chosen.length} tệp, ${size(much)}.`;
	}

	position() {
		const part = this.piece('position');
		if (!navigator.geolocation || !window.isSecureContext) return;
		const [button, said] = part.children;
		const { latitude, longitude } = this.form.elements;
		part.hidden = false;
		button.addEventListener('click', () => {
			if (latitude.value) {
				latitude.value = longitude.value = '';
				button.textContent = 'Thêm vị trí tôi đang đứng';
				said.textContent = 'Đã bỏ vị trí.';
				return;
			}
			said.textContent = 'Đang tìm vị trí…';
			navigator.geolocation.getCurrentPosition(
				({ coords }) => {
					latitude.value = coords.latitude.toFixed(5);
					longitude.value = coords.longitude.toFixed(5);
					button.textContent = 'Bỏ vị trí';
					said.textContent = `Đã thêm vị trí, sai số khoảng ${Math.round(coords.accuracy)} m.`;
				},
				() => (said.textContent = 'Máy không cho biết vị trí. Xin ghi địa điểm bằng lời ở ô trên.'),
				{ enableHighAccuracy: true, timeout: 15_000 }
			);
		});
	}

	/** The puzzle is worked on in the background; not solved means nothing worse than a lower limit. */
	solve() {
		if (!window.crypto?.subtle || !window.Worker) return;
		this.solved = (async () => {
			const challenge = await (await fetch('/phan-anh/gui/cau-do')).json();
			const worker = new Worker(this.dataset.worker);
			const solution = await new Promise((done) => {
				worker.onmessage = ({ data }) => done(data);
				worker.onerror = () => done(null);
				worker.postMessage({ type: 'work', challenge, counterStart: 0, counterStep: 1, timeout: 60_000 });
			});
			worker.terminate();
			if (solution?.derivedKey)
				this.form.elements.altcha.value = btoa(JSON.stringify({ challenge, solution }));
		})().catch(() => undefined);
	}

	busy(words) {
		this.button.setAttribute('aria-disabled', words ? 'true' : 'false');
		this.words.textContent = words ? 'Đang gửi…' : 'Gửi phản ánh';
		const progress = this.piece('progress');
		progress.hidden = !words;
		progress.textContent = words ?? '';
	}

	fail(why) {
		this.sending = false;
		this.busy(null);
		this.words.textContent = 'Gửi lại';
		const box = this.piece('failed');
		box.lastElementChild.textContent = why;
		box.hidden = false;
		box.focus();
	}

	async send() {
		if (this.sending) return;
		this.sending = true;
		this.piece('failed').hidden = true;
		this.save();
		this.busy('Đang chuẩn bị…');
		await this.ready;
		await Promise.race([this.solved, new Promise((done) => setTimeout(done, 6000))]);
		const answer = await this.post(new FormData(this.form));
		if (answer === null)
			return this.fail(
				'Mất mạng giữa chừng. Nội dung đã được giữ trên máy này; khi có mạng, xin bấm “Gửi lại”. Gửi lại không thành hai phản ánh.'
			);
		if (answer.status === 200) {
			drafts.clear();
			// It lies in the book now. The browser opens the receipt itself, so that loading it again shows it again; the
			// same words without the files are the same sending.
			for (const field of this.form.querySelectorAll('[name=files], [name=keep]')) field.disabled = true;
			return void this.form.submit();
		}
		const page = new DOMParser().parseFromString(answer.body, 'text/html');
		const back = page.querySelector('message-form');
		if (back && back.querySelector('[name=key]').value === this.form.elements.key.value) {
			document.title = page.title;
			this.replaceWith(document.adoptNode(back));
			back.querySelector('[role=alert]')?.focus();
			return;
		}
		const told = page.querySelector('[role=alert] li, main h1 + p, main p')?.textContent.trim();
		this.fail(
			answer.status >= 500 && answer.status !== 503 && answer.status !== 507
				? 'Máy của phường đang bận hoặc khởi động lại. Nội dung đã được giữ trên máy này; xin đợi một phút rồi bấm “Gửi lại”.'
				: (told ?? 'Xin đợi một phút rồi bấm “Gửi lại”.')
		);
	}

	/** The answer; null when the network was lost. */
	post(body) {
		return new Promise((done) => {
			const request = new XMLHttpRequest();
			let timer;
			const alive = () => {
				clearTimeout(timer);
				timer = setTimeout(() => request.abort(), STALLED);
			};
			const end = (answer) => {
				clearTimeout(timer);
				done(answer);
			};
			request.upload.onprogress = ({ loaded, total }) => {
				alive();
				const part = Math.floor((loaded / total) * 100);
				this.busy(part < 100 ? `Đã gửi ${part}%` : 'Đang ghi vào sổ…');
			};
			request.onload = () => end({ status: request.status, body: request.responseText });
			request.onerror = request.onabort = () => end(null);
			request.open('POST', this.form.action);
			request.setRequestHeader('accept', 'text/html');
			alive();
			request.send(body);
		});
	}
}

/** The receipt: the draft has done its work, and this browser can print. */
class SentMessage extends HTMLElement {
	connectedCallback() {
		drafts.clear();
		const button = this.querySelector('[data-print]');
		button.hidden = false;
		button.addEventListener('click', () => print());
	}
}

customElements.define('message-form', MessageForm);
customElements.define('sent-message', SentMessage);
