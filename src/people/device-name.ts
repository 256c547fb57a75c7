/** What a person recognises a device by: "Chrome trên Windows". A browser may claim what it likes; this is only a hint. */
export function deviceName(userAgent: string | null): string {
	if (!userAgent) return 'Thiết bị không rõ';
	const browser = (
		[
			[/Edg(?:e|A|iOS)?\//, 'Edge'],
			[/coc_coc/i, 'Cốc Cốc'],
			[/OPR\/|Opera/, 'Opera'],
			[/SamsungBrowser/, 'Samsung Internet'],
			[/Firefox|FxiOS/, 'Firefox'],
			[/Chrome|CriOS/, 'Chrome'],
			[/Safari/, 'Safari']
		] as const
	).find(([pattern]) => pattern.test(userAgent))?.[1];
	const system = (
		[
			[/Windows/, 'Windows'],
			[/iPhone/, 'iPhone'],
			[/iPad/, 'iPad'],
			[/Android/, 'điện thoại Android'],
			[/Macintosh|Mac OS X/, 'máy Mac'],
			[/Linux|X11/, 'Linux']
		] as const
	).find(([pattern]) => pattern.test(userAgent))?.[1];
	if (!browser && !system) return 'Thiết bị không rõ';
	return system ? `${browser ?? 'Trình duyệt'} trên ${system}` : browser!;
}
