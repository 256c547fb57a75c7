// Phones share through their own sheet; the plain links beside it work everywhere, also without this script.
class ShareLinks extends HTMLElement {
	connectedCallback() {
		const button = this.querySelector('button');
		if (!button || !navigator.share) return;
		button.hidden = false;
		button.addEventListener('click', async () => {
			try {
				await navigator.share({ title: this.dataset.title, url: this.dataset.url });
			} catch {
				// Closed without sharing: nothing to say.
			}
		});
	}
}
customElements.define('share-links', ShareLinks);
