/** Words around numbers, without tones, as alternatives of a pattern. */
export const banks =
	'vietcombank|vcb|agribank|bidv|techcombank|tcb|vietinbank|viettinbank|ctg|mb ?bank|mb|acb|sacombank|stb|tp ?bank|vp ?bank|hd ?bank|shb|vib|msb|seabank|ocb|eximbank|lpbank|lienvietpostbank|pvcombank|abbank|nam a bank|bac a bank|bvbank|ncb|kienlongbank|saigonbank|scb|cake|timo|ngan hang';

export const agencies =
	'ubnd|uy ban|uy ban nhan dan|bo phan tiep nhan|bo phan mot cua|mot cua|trung tam|tram y te|dien luc|cap nuoc|cong ty nuoc|cong ty moi truong|so tu phap|so noi vu|so y te|phong van hoa|van phong|co quan|benh vien|nha truong|duong day nong|hotline cua phuong|hotline phuong|hotline ubnd|tong dai|truc ban|cong an phuong|cong an xa|cong an quan|cong an tinh|cong an thanh pho|cuc thue|chi cuc';

/** Digits as they are spoken. */
export const digitWords: Record<string, string> = {
	khong: '0',
	hong: '0',
	ko: '0',
	o: '0',
	zero: '0',
	mot: '1',
	moi: '1',
	hai: '2',
	ba: '3',
	bon: '4',
	tu: '4',
	nam: '5',
	lam: '5',
	nham: '5',
	sau: '6',
	bay: '7',
	bey: '7',
	tam: '8',
	chin: '9'
};
