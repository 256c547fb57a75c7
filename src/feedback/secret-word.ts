/**
 * The secret word of a receipt: two common words and four digits, easy to write down, to say on the telephone and to
 * type without marks ("sen-trúc-4821"). Typed back it is forgiven marks, capitals, spaces and dashes.
 */
const words =
	'sen cúc mai đào lan huệ nhài quế bưởi cam chanh ổi mít xoài nho lê na vải dừa chuối khế bơ lúa ngô khoai sắn lạc vừng đậu chè tre trúc thông liễu bàng phượng xoan lim gỗ suối sông hồ biển núi đồi mây mưa nắng gió trăng sao thuyền buồm diều trống sáo đàn én cò vạc sếu yến công nai thỏ'.split(
		' '
	);

/** From at least eight evenly spread bytes. */
export function secretWordFrom(bytes: Uint8Array): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const first = words[view.getUint16(0) % words.length]!;
	const second = words[view.getUint16(2) % words.length]!;
	return `${first}-${second}-${String(view.getUint32(4) % 10_000).padStart(4, '0')}`;
}

/** What is compared: small letters without marks, and digits. */
export function foldSecret(typed: string): string {
	return typed
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/đ/g, 'd')
		.replace(/[^a-z0-9]/g, '');
}

/** A code as people type it: small letters, spaces or nothing instead of dots; null when it cannot be one. */
export function foldCode(typed: string): string | null {
	const parts = /^PAKN[^A-Z0-9]*([A-Z0-9]*?[A-Z])[^A-Z0-9]*(\d{8})[^A-Z0-9]*(\d{4,7})$/.exec(
		typed.normalize('NFKC').trim().toUpperCase()
	);
	return parts ? `PAKN.${parts[1]}.${parts[2]}.${parts[3]}` : null;
}
