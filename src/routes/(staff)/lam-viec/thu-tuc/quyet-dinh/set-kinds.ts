/** How a change of the catalogue came about. */
export const setKinds = {
	decision: 'Quyết định công bố',
	import: 'Nhập từ tệp',
	edit: 'Sửa trực tiếp',
	inventory: 'Lập danh mục lần đầu'
} as const;
