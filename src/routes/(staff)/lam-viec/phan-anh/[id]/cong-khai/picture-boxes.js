/**
 * Boxes drawn over a picture: press and drag for a new one; drag one to move it, its corner to size it; with the keys,
 * arrows move, Shift and arrows size, Delete removes. The hidden field holds them in parts of the picture's size.
 * Without this file the grid of ticked fields is there.
 */
const LEAST = 0.02;
const within = (value, low, high) => Math.min(high, Math.max(low, value));

class PictureBoxes extends HTMLElement {
	connectedCallback() {
		this.field = this.querySelector('input[type="hidden"]');
		this.surface = this.querySelector('[data-surface]');
		if (!this.field || !this.surface) return;
		this.boxes = JSON.parse(this.field.value || '[]');
		this.before = [];
		const grid = this.querySelector('[data-grid]');
		for (const input of grid.querySelectorAll('input')) input.disabled = true;
		grid.hidden = true;
		grid.style.display = 'none';
		this.field.disabled = false;
		this.layer = document.createElement('div');
		Object.assign(this.layer.style, {
			position: 'absolute',
			inset: '0',
			cursor: 'crosshair',
			touchAction: 'none'
		});
		this.layer.dataset.layer = '';
		this.surface.append(this.layer);
		this.layer.addEventListener('pointerdown', (event) => this.press(event));
		this.layer.addEventListener('keydown', (event) => this.key(event));
		this.addButtons();
		this.draw();
	}

	addButtons() {
		const bar = document.createElement('div');
		bar.className = 'mt-2 flex flex-wrap gap-2';
		const button = (words, act) => {
			const one = document.createElement('button');
			one.type = 'button';
			one.className = 'btn btn-outline btn-sm min-h-11';
			one.textContent = words;
			one.addEventListener('click', act);
			bar.append(one);
			return one;
		};
		button('Thêm ô che', () => {
			this.remember();
			this.boxes.push({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
			this.draw(this.boxes.length - 1);
		});
		this.undoButton = button('Hoàn tác', () => this.undo());
		this.clearButton = button('Bỏ hết ô', () => {
			this.remember();
			this.boxes = [];
			this.draw();
		});
		this.says = document.createElement('p');
		this.says.className = 'mt-1 text-quiet';
		this.says.setAttribute('role', 'status');
		const how = document.createElement('p');
		how.className = 'mt-1 text-quiet';
		how.textContent =
			'Kéo chuột hoặc ngón tay trên ảnh để vẽ ô che. Kéo ô để dời, kéo góc dưới bên phải để đổi cỡ. Dùng bàn phím: phím mũi tên dời ô, Shift và mũi tên đổi cỡ, Delete bỏ ô.';
		this.append(bar, this.says, how);
	}

	remember() {
		this.before.push(JSON.stringify(this.boxes));
		if (this.before.length > 100) this.before.shift();
	}

	undo() {
		const last = this.before.pop();
		if (last === undefined) return;
		this.boxes = JSON.parse(last);
		this.draw();
	}

	/** In parts of the picture. */
	placeOf(event) {
		const { left, top, width, height } = this.layer.getBoundingClientRect();
		return {
			x: within((event.clientX - left) / width, 0, 1),
			y: within((event.clientY - top) / height, 0, 1)
		};
	}

	press(event) {
		if (event.button !== 0) return;
		event.preventDefault();
		const target = event.target.closest('[data-box]');
		const from = this.placeOf(event);
		this.remember();
		let at = target ? Number(target.dataset.box) : this.boxes.length;
		const how = !target ? 'new' : event.target.dataset.corner === undefined ? 'move' : 'size';
		if (how === 'new') this.boxes.push({ ...from, width: 0, height: 0 });
		const was = { ...this.boxes[at] };
		this.layer.setPointerCapture(event.pointerId);
		const follow = (moved) => {
			const to = this.placeOf(moved);
			const box = this.boxes[at];
			if (how === 'new') {
				Object.assign(box, {
					x: Math.min(from.x, to.x),
					y: Math.min(from.y, to.y),
					width: Math.abs(to.x - from.x),
					height: Math.abs(to.y - from.y)
				});
			} else if (how === 'move') {
				box.x = within(was.x + to.x - from.x, 0, 1 - was.width);
				box.y = within(was.y + to.y - from.y, 0, 1 - was.height);
			} else {
				box.width = within(was.width + to.x - from.x, LEAST, 1 - was.x);
				box.height = within(was.height + to.y - from.y, LEAST, 1 - was.y);
			}
			this.draw();
		};
		const end = () => {
			this.layer.removeEventListener('pointermove', follow);
			this.layer.removeEventListener('pointerup', end);
			this.layer.removeEventListener('pointercancel', end);
			const box = this.boxes[at];
			// A touch is no box.
			if (how === 'new' && (box.width < LEAST / 2 || box.height < LEAST / 2)) {
				this.boxes.pop();
				this.before.pop();
				at = undefined;
			} else if (JSON.stringify(box) === JSON.stringify(was)) this.before.pop();
			this.draw(at);
		};
		this.layer.addEventListener('pointermove', follow);
		this.layer.addEventListener('pointerup', end);
		this.layer.addEventListener('pointercancel', end);
	}

	key(event) {
		const target = event.target.closest('[data-box]');
		if (!target) return;
		const at = Number(target.dataset.box);
		const box = this.boxes[at];
		if (event.key === 'Delete' || event.key === 'Backspace') {
			event.preventDefault();
			this.remember();
			this.boxes.splice(at, 1);
			this.draw(Math.min(at, this.boxes.length - 1));
			return;
		}
		const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
		const step = steps[event.key];
		if (!step) {
			if (event.key === 'z' && (event.ctrlKey || event.metaKey)) {
				event.preventDefault();
				this.undo();
			}
			return;
		}
		event.preventDefault();
		this.remember();
		const [x, y] = step.map((one) => one * 0.02);
		if (event.shiftKey) {
			box.width = within(box.width + x, LEAST, 1 - box.x);
			box.height = within(box.height + y, LEAST, 1 - box.y);
		} else {
			box.x = within(box.x + x, 0, 1 - box.width);
			box.y = within(box.y + y, 0, 1 - box.height);
		}
		this.draw(at);
	}

	draw(focused) {
		this.layer.replaceChildren(
			...this.boxes.map((box, at) => {
				const one = document.createElement('div');
				one.dataset.box = String(at);
				one.tabIndex = 0;
				one.setAttribute('role', 'button');
				one.setAttribute(
					'aria-label',
					`Ô che ${at + 1} trong ${this.boxes.length}. Mũi tên dời, Shift và mũi tên đổi cỡ, Delete bỏ.`
				);
				one.className = 'outline-offset-2 focus-visible:outline-3 focus-visible:outline-info';
				Object.assign(one.style, {
					position: 'absolute',
					left: `${box.x * 100}%`,
					top: `${box.y * 100}%`,
					width: `${box.width * 100}%`,
					height: `${box.height * 100}%`,
					background: 'rgb(70 78 88 / 0.88)',
					border: '2px solid #fff',
					cursor: 'move'
				});
				const corner = document.createElement('span');
				corner.dataset.corner = '';
				Object.assign(corner.style, {
					position: 'absolute',
					right: '-10px',
					bottom: '-10px',
					width: '24px',
					height: '24px',
					borderRadius: '50%',
					background: '#fff',
					border: '3px solid rgb(70 78 88)',
					cursor: 'nwse-resize'
				});
				one.append(corner);
				return one;
			})
		);
		this.field.value = JSON.stringify(this.boxes);
		this.undoButton.disabled = this.before.length === 0;
		this.clearButton.disabled = this.boxes.length === 0;
		this.says.textContent =
			this.boxes.length === 0 ? 'Chưa có ô che nào.' : `Đang che ${this.boxes.length} chỗ.`;
		if (focused !== undefined && focused >= 0) this.layer.children[focused]?.focus({ preventScroll: true });
	}
}

customElements.define('picture-boxes', PictureBoxes);
