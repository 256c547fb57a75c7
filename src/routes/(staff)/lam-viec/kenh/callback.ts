/** Where a channel sends the browser back to; the same words have to be entered at the channel. */
export const callback = (url: URL): string => `${url.origin}/lam-viec/kenh/dang-nhap`;
