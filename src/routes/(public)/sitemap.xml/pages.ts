/** Pages of the portal that stand by themselves, for search engines; a test knows when one is missing here. */
export const pages: string[] = [
	'/',
	'/thu-tuc',
	'/thu-tuc/thay-doi',
	'/tin-tuc',
	'/ke-hoach',
	'/phan-anh',
	'/phan-anh/gui',
	'/phan-anh/so-lieu',
	'/phat-thanh',
	'/phan-anh/tra-cuu',
	'/duong-day-nong',
	'/dang-ky-tin',
	'/kenh-chinh-thuc',
	'/du-lieu-mo'
];
