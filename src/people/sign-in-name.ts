/** Sign-in name (tên đăng nhập): `van-hoa`, or `van-hoa@lang-gieng` in a further ward of the installation. */

export function isSignInName(name: string): boolean {
	return name.length <= 80 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:@[a-z0-9]+(?:[.-][a-z0-9]+)*)?$/.test(name);
}

/** As it is compared: phones like to put a capital first and a space after. */
export function normaliseSignInName(name: string): string {
	return name.normalize('NFKC').trim().toLowerCase();
}

/** A proposal from a person's name: "Trần Thu Hương" becomes `tran-thu-huong`. */
export function proposeSignInName(personName: string): string {
	return withoutMarks(personName)
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '');
}

export function withoutMarks(text: string): string {
	return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
