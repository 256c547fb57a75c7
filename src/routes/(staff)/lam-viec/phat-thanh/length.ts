/** "4 phút 05 giây", as a length is read. */
export function length(ms: number): string {
	const seconds = Math.round(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	return minutes === 0 ? `${seconds} giây` : `${minutes} phút ${String(seconds % 60).padStart(2, '0')} giây`;
}
