/**
 * Words to hide are marked by selecting them, with the mouse, a finger or Shift and arrows: a button then says which.
 * They land in the field where they could be typed; without this file they are typed there.
 */
class MarkWords extends HTMLElement {
	connectedCallback() {
		const form = this.closest('form');
		this.list = form?.querySelector('[name="byHand"]');
		if (!form || !this.list) return;
		this.texts = ['title', 'question', 'answer'].map((name) => form.querySelector(`[name="${name}"]`));
		this.button = document.createElement('button');
		this.button.type = 'button';
		this.button.className = 'btn btn-primary min-h-11 max-w-full';
		this.button.hidden = true;
		this.button.style.display = 'none';
		// The selection stays while the button is pressed.
		this.button.addEventListener('pointerdown', (event) => event.preventDefault());
		this.button.addEventListener('click', () => this.mark());
		this.says = document.createElement('p');
		this.says.className = 'mt-1';
		this.says.setAttribute('role', 'status');
		this.says.textContent = 'Bôi đen chữ trong tiêu đề, câu hỏi hoặc trả lời, rồi bấm “Che chữ này”.';
		this.append(this.button, this.says);
		for (const text of this.texts)
			for (const event of ['select', 'pointerup', 'keyup', 'touchend', 'focus'])
				text?.addEventListener(event, () => setTimeout(() => this.look(text), 0));
		document.addEventListener('selectionchange', () => this.look(document.activeElement));
	}

	look(text) {
		if (!this.texts.includes(text)) return;
		this.words = text.value.slice(text.selectionStart, text.selectionEnd).replace(/\s+/g, ' ').trim();
		const fits = this.words.length > 1 && this.words.length <= 200;
		this.button.hidden = !fits;
		this.button.style.display = fits ? '' : 'none';
		// Beside what is selected, also on a small screen.
		if (fits) {
			text.parentElement.append(this.button);
			this.button.style.marginTop = '0.5rem';
			const short = this.words.length > 40 ? `${this.words.slice(0, 40)}…` : this.words;
			this.button.textContent = `Che chữ này: “${short}”`;
		}
	}

	mark() {
		const lines = this.list.value
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean);
		if (!lines.includes(this.words)) lines.push(this.words);
		this.list.value = lines.join('\n');
		this.button.hidden = true;
		this.button.style.display = 'none';
		this.says.textContent = `Đã đánh dấu “${this.words}”. Đang che thêm ${lines.length} chỗ; bấm “Tìm lại chỗ cần quyết định” khi đánh dấu xong.`;
	}
}

customElements.define('mark-words', MarkWords);
