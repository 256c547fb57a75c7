// Rows are dragged into order with mouse or finger, or moved with the arrow keys on their handle. Without this file the
// number fields and the button beneath do the same.
class SegmentOrder extends HTMLElement {
	connectedCallback() {
		const list = this.querySelector('ol');
		const form = this.querySelector('form');
		if (!list || !form) return;
		const rows = () => [...list.children];
		const number = () =>
			rows().forEach((row, at) => {
				row.querySelector('input[type=number]').value = String(at + 1);
			});
		const done = () => {
			number();
			form.requestSubmit();
		};
		for (const handle of this.querySelectorAll('[data-handle]')) {
			const row = handle.closest('li');
			handle.hidden = false;
			handle.addEventListener('pointerdown', (down) => {
				down.preventDefault();
				handle.setPointerCapture(down.pointerId);
				row.classList.add('opacity-60');
				const before = rows().indexOf(row);
				const move = (event) => {
					const under = rows().find((other) => {
						const box = other.getBoundingClientRect();
						return other !== row && event.clientY > box.top && event.clientY < box.bottom;
					});
					if (!under) return;
					// The others make room: the dragged row itself stays in the page, or the browser would let go of it.
					const box = under.getBoundingClientRect();
					const above = rows().indexOf(under) < rows().indexOf(row);
					const past = event.clientY < box.top + box.height / 2;
					if (above && past)
						while (rows().indexOf(under) < rows().indexOf(row)) row.after(row.previousElementSibling);
					else if (!above && !past)
						while (rows().indexOf(under) > rows().indexOf(row)) row.before(row.nextElementSibling);
				};
				const end = () => {
					handle.removeEventListener('pointermove', move);
					row.classList.remove('opacity-60');
					if (rows().indexOf(row) !== before) done();
				};
				handle.addEventListener('pointermove', move);
				handle.addEventListener('lostpointercapture', end, { once: true });
			});
			handle.addEventListener('keydown', (event) => {
				const other =
					event.key === 'ArrowUp'
						? row.previousElementSibling
						: event.key === 'ArrowDown'
							? row.nextElementSibling
							: null;
				if (!other) return;
				event.preventDefault();
				if (event.key === 'ArrowUp') other.before(row);
				else other.after(row);
				done();
			});
		}
	}
}
customElements.define('segment-order', SegmentOrder);
