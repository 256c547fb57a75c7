/** Suggestions while typing. Without this file, or without network, the box is the plain form it was. */
class SearchBox extends HTMLElement {
	connectedCallback() {
		const [input, list, row, said] = ['input', 'ul', 'template', '[role=status]'].map((one) =>
			this.querySelector(one)
		);
		const set = (name, value) => (value ? input.setAttribute(name, value) : input.removeAttribute(name));
		const on = (name, act) => input.addEventListener(name, act);
		let timer, asking;
		let at = -1;

		const mark = (index) => {
			at = index;
			[...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === at));
			list.children[at]?.scrollIntoView({ block: 'nearest' });
			set('aria-activedescendant', list.children[at]?.id);
		};
		const open = (yes) => {
			list.hidden = !yes;
			input.setAttribute('aria-expanded', yes);
			if (!yes) mark(-1);
		};
		const show = (items) => {
			list.replaceChildren(
				...items.map(({ title, kindName, url }, i) => {
					const option = row.content.firstElementChild.cloneNode(true);
					const [name, kind] = option.children;
					name.textContent = title;
					kind.textContent = kindName;
					option.id = `${list.id}-${i}`;
					option.dataset.url = url;
					return option;
				})
			);
			// On a phone the keys cover the lower half: the box goes to the top, its list stays in sight.
			if (items.length && list.hidden && innerWidth < 640) this.scrollIntoView();
			open(items.length > 0);
			said.textContent = items.length ? `${items.length} gợi ý, bấm phím mũi tên xuống để chọn` : '';
		};
		const ask = async () => {
			const words = input.value.trim();
			if (words.length < 2) return show([]);
			const { signal } = (asking = new AbortController());
			let items = [];
			try {
				const answer = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: words, ...this.dataset })}`, {
					signal
				});
				if (answer.ok) ({ items } = await answer.json());
			} catch {
				// No network, or typed on: the form works without.
			}
			if (!signal.aborted && document.activeElement === input) show(items);
		};

		set('role', 'combobox');
		set('aria-autocomplete', 'list');
		set('aria-controls', list.id);
		open(false);
		on('input', () => {
			clearTimeout(timer);
			asking?.abort();
			timer = setTimeout(ask, 120);
		});
		on('focus', () => open(list.children.length > 0));
		on('blur', () => open(false));
		on('keydown', (event) => {
			const { key } = event;
			const count = list.children.length;
			if (event.isComposing || !count) return;
			if (key === 'ArrowDown' || key === 'ArrowUp') {
				open(true);
				// The place before the first is the box itself.
				mark(((at + 1 + (key === 'ArrowDown' ? 1 : count)) % (count + 1)) - 1);
			} else if (key === 'Escape' && !list.hidden) open(false);
			else if (key === 'Enter' && at >= 0) location.assign(list.children[at].dataset.url);
			else return;
			event.preventDefault();
		});
		// The box keeps the focus, or the list would be gone before the finger is up.
		list.addEventListener('mousedown', (event) => event.preventDefault());
		list.addEventListener('click', (event) => {
			const { url } = event.target.closest('[role=option]')?.dataset ?? {};
			if (url) location.assign(url);
		});
	}
}
customElements.define('search-box', SearchBox);
