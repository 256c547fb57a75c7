/** Suggestions while typing. Without this file, or without network, the box is the plain form it was. */
class SearchBox extends HTMLElement {
	connectedCallback() {
		const [input, list, row, said] = ['input', 'ul', 'template', '[role=status]'].map((one) =>
			this.querySelector(one)
		);
		const set = (name, value) => (value ? input.setAttribute(name, value) : input.removeAttribute(name));
		let timer, asking, shownFor;
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
			open(items.length > 0);
			said.textContent = items.length ? `${items.length} gợi ý, bấm phím mũi tên xuống để chọn` : '';
		};
		const ask = async () => {
			const words = input.value.trim();
			if (words.length < 2) return show([]);
			asking = new AbortController();
			const address = `/api/v1/suggest?${new URLSearchParams({ q: words, ...this.dataset })}`;
			try {
				const answer = await fetch(address, { signal: asking.signal });
				if (answer.ok && document.activeElement === input) {
					show((await answer.json()).items);
					shownFor = words;
				}
			} catch {
				// No network, or typed on: the form works without.
			}
		};

		set('role', 'combobox');
		set('aria-autocomplete', 'list');
		set('aria-controls', list.id);
		open(false);
		input.addEventListener('input', () => {
			clearTimeout(timer);
			asking?.abort();
			timer = setTimeout(ask, 120);
		});
		input.addEventListener('focus', () => open(list.children.length > 0 && input.value.trim() === shownFor));
		input.addEventListener('blur', () => open(false));
		input.addEventListener('keydown', (event) => {
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
		input.form.addEventListener('submit', () => {
			clearTimeout(timer);
			asking?.abort();
		});
	}
}
customElements.define('search-box', SearchBox);
