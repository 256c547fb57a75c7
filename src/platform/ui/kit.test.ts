/** What the kit promises to whoever cannot see, has no script, or uses the keyboard only. */
import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ActButton from './ActButton.svelte';
import Breadcrumbs from './Breadcrumbs.svelte';
import DataTable from './DataTable.svelte';
import Field from './Field.svelte';
import Icon from './Icon.svelte';
import Pager from './Pager.svelte';
import RefusalBox from './RefusalBox.svelte';
import Tabs from './Tabs.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
function html<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string {
	return render(component as never, { props } as never).body.replaceAll(/<!--.*?-->/g, '');
}

describe('a button for an act', () => {
	it('can be pressed when nothing stands against it', () => {
		const text = html(ActButton, { children: words('Duyệt'), name: 'act', value: 'approve' });
		expect(text).toContain('type="submit"');
		expect(text).toContain('value="approve"');
		expect(text).not.toContain('disabled');
	});

	it('is closed with every reason in words beside it', () => {
		const text = html(ActButton, {
			children: words('Duyệt'),
			reasons: [
				{ code: 'a', message: 'Bài này do chính đồng chí viết.' },
				{ code: 'b', message: 'Bài chưa được gửi duyệt.' }
			]
		});
		expect(text).toMatch(/<button[^>]* disabled/);
		const describedBy = /aria-describedby="([^"]+)"/.exec(text)![1];
		expect(text).toContain(`<ul id="${describedBy}"`);
		expect(text).toContain('Bài này do chính đồng chí viết.');
		expect(text).toContain('Bài chưa được gửi duyệt.');
	});
});

describe('a field', () => {
	const control = createRawSnippet<[Record<string, unknown>]>((given) => ({
		render: () =>
			`<input ${Object.entries(given())
				.filter(([, value]) => value !== undefined && value !== false)
				.map(([name, value]) => `${name}="${String(value)}"`)
				.join(' ')}>`
	}));

	it('ties label, hint and error to its control', () => {
		const text = html(Field, {
			name: 'title',
			label: 'Tiêu đề',
			hint: 'Ngắn gọn.',
			error: 'Cần ít nhất 10 ký tự.',
			required: true,
			control: control as never
		});
		expect(text).toContain('<label for="o-title"');
		expect(text).toContain('id="o-title"');
		expect(text).toContain('aria-describedby="o-title-goi-y o-title-loi"');
		expect(text).toContain('aria-invalid="true"');
		expect(text).not.toContain('không bắt buộc');
	});

	it('says when it may stay empty', () => {
		const text = html(Field, { name: 'note', label: 'Ghi chú', control: control as never });
		expect(text).toContain('(không bắt buộc)');
		expect(text).not.toContain('aria-describedby');
	});
});

describe('a refusal', () => {
	it('takes the focus, also without script, and leads to the field it is about', () => {
		const text = html(RefusalBox, {
			refusal: {
				message: 'Chưa có số.',
				reasons: [
					{ code: 'x', message: 'Chưa có số.', field: 'number' },
					{ code: 'y', message: 'Chưa có ngày.' }
				]
			}
		});
		expect(text).toContain('role="alert"');
		expect(text).toContain('autofocus');
		expect(text).toContain('href="#o-number"');
		expect(text).toContain('Chưa có ngày.');
	});

	it('shows its one message when no reasons came with it, and nothing when there is none', () => {
		expect(html(RefusalBox, { refusal: { message: 'Chưa có số.' } })).toContain('Chưa có số.');
		expect(html(RefusalBox, { refusal: undefined }).trim()).toBe('');
	});
});

describe('ways through a list', () => {
	const href = (page: number) => `?trang=${page}`;

	it('name each page, mark this one and skip the far ones', () => {
		const text = html(Pager, { page: 5, pages: 9, href });
		expect([...text.matchAll(/aria-label="Trang (\d)"/g)].map(([, n]) => n)).toEqual([
			'1',
			'4',
			'5',
			'6',
			'9'
		]);
		expect(text).toMatch(/href="\?trang=5" aria-current="page"/);
		expect(text).toContain('rel="prev"');
		expect(text).toContain('rel="next"');
	});

	it('are not there for a single page, and have no way beyond the ends', () => {
		expect(html(Pager, { page: 1, pages: 1, href }).trim()).toBe('');
		expect(html(Pager, { page: 1, pages: 2, href })).not.toContain('rel="prev"');
		expect(html(Pager, { page: 2, pages: 2, href })).not.toContain('rel="next"');
	});

	it('tell which tab and which page one is on', () => {
		const tabs = html(Tabs, {
			label: 'Trạng thái',
			items: [
				{ href: '/a', label: 'Chờ duyệt', current: true, count: 0 },
				{ href: '/b', label: 'Đã duyệt', current: false }
			]
		});
		expect(tabs.match(/aria-current="page"/g)).toHaveLength(1);
		expect(tabs).toContain('>0</span>');
		const crumbs = html(Breadcrumbs, {
			items: [
				{ label: 'Đầu', href: '/' },
				{ label: 'Đây', href: '/x' }
			]
		});
		expect(crumbs).toContain('href="/"');
		expect(crumbs).not.toContain('href="/x"');
	});
});

it('lets the keyboard scroll a wide table, under its name', () => {
	const text = html(DataTable, { caption: 'Danh sách', head: words('đầu'), children: words('dòng') });
	expect(text).toMatch(/role="region" aria-label="Danh sách" tabindex="0"/);
});

it('reads an icon out only when it stands for words', () => {
	expect(html(Icon, { name: 'bell', label: 'Thông báo' })).toContain('aria-label="Thông báo"');
	expect(html(Icon, { name: 'bell' })).toContain('aria-hidden="true"');
});
