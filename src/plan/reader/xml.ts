/** A small reader of XML events, enough for the parts of a .docx: no entities of its own, no DTD, one pass. */
export type XmlEvents = {
	open(name: string, attribute: (name: string) => string | undefined): void;
	close(name: string): void;
	text(text: string): void;
};

export function readXml(xml: string, events: XmlEvents): void {
	let at = 0;
	for (;;) {
		const start = xml.indexOf('<', at);
		if (start < 0) return;
		if (start > at) events.text(unescape(xml.slice(at, start)));
		if (xml.startsWith('<!--', start)) {
			at = after(xml, '-->', start);
			continue;
		}
		if (xml.startsWith('<![CDATA[', start)) {
			at = after(xml, ']]>', start);
			events.text(xml.slice(start + 9, at - 3));
			continue;
		}
		const end = xml.indexOf('>', start);
		if (end < 0) return;
		at = end + 1;
		const first = xml[start + 1];
		if (first === '?' || first === '!') continue;
		if (first === '/') {
			events.close(xml.slice(start + 2, end).trim());
			continue;
		}
		const alone = xml[end - 1] === '/';
		const tag = xml.slice(start + 1, alone ? end - 1 : end);
		const space = tag.search(/\s/);
		const name = space < 0 ? tag : tag.slice(0, space);
		events.open(name, (wanted) => attributeOf(tag, wanted));
		if (alone) events.close(name);
	}
}

function after(xml: string, mark: string, from: number): number {
	const at = xml.indexOf(mark, from);
	return at < 0 ? xml.length : at + mark.length;
}

function attributeOf(tag: string, name: string): string | undefined {
	let at = tag.indexOf(` ${name}=`);
	if (at < 0) return undefined;
	at += name.length + 2;
	const quote = tag[at];
	if (quote !== '"' && quote !== "'") return undefined;
	const end = tag.indexOf(quote, at + 1);
	return end < 0 ? undefined : unescape(tag.slice(at + 1, end));
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,5});/gi, (whole, name: string) => {
		if (!name.startsWith('#')) return named[name] ?? whole;
		const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});
}
