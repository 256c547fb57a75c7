import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalDataIn } from './personal-data.ts';

const said = (text: string): string[] =>
	personalDataIn(text).map(({ kind, text: found }) => `${kind}=${found}`);

describe('personal data in what people write', () => {
	it.each<[string, string[]]>([
		[
			'Tôi là Nguyễn Văn An, sđt 0912.345.678, ở số 12 ngõ 34 phố Lê Lợi, phường Cổ Thành, đề nghị sửa đường Trần Phú.',
			['name=Nguyễn Văn An', 'phone=0912.345.678', 'address=số 12 ngõ 34 phố Lê Lợi, phường Cổ Thành']
		],
		[
			'toi ten la tran thi hoa so dien thoai khong chin mot hai ba bon nam sau bay tam, nha so 5 to 3 khu pho 2',
			[
				'name=tran thi hoa',
				'phone=khong chin mot hai ba bon nam sau bay tam',
				'address=nha so 5 to 3 khu pho 2'
			]
		],
		[
			'Chị Hương ở một cửa nói với bà Lan. CCCD 034 190 001 234',
			['name=Hương', 'name=Lan', 'citizen_id=034 190 001 234']
		],
		[
			'Xe biển số 34A-123.45, gọi 1900 1022. Tài khoản Vietcombank 0123 4567 8901',
			['plate=34A-123.45', 'bank_account=0123 4567 8901']
		],
		[
			'Mã hồ sơ: H23.12.15-261103-0012 nộp ngày 03/11/2026, email nguyen.an@gmail.com',
			['file_code=H23.12.15-261103-0012', 'email=nguyen.an@gmail.com']
		],
		[
			'sinh năm 1985, cmnd 141234567 sdt +84 912 345 678 hoặc (0220) 3 882 123',
			['birth_date=1985', 'citizen_id=141234567', 'phone=+84 912 345 678', 'phone=(0220) 3 882 123']
		],
		['HỒ SƠ CỦA TÔI BỊ CHẬM, TÔI LÀ PHẠM THỊ MAI', ['name=PHẠM THỊ MAI']]
	])('%s', (text, expected) => {
		expect(said(text)).toEqual(expected);
		// The same in the other Unicode form, with places of that form.
		expect(personalDataIn(text.normalize('NFD')).map((one) => one.text.normalize('NFC'))).toEqual(
			personalDataIn(text).map((one) => one.text)
		);
	});

	it.each([
		'Quyết định số 61/2018/NĐ-CP và Kế hoạch 06/KH-UBND ngày 15/11/2026, kinh phí 500.000.000 đồng',
		'anh huong den doi song ba con, co the chi tra tien cho chu nha khong? ong chu tich phuong',
		'Đường Nguyễn Văn Linh bị ngập, trường tiểu học Nguyễn Trãi'
	])('nothing personal: %s', (text) => {
		expect(said(text)).toEqual([]);
	});

	it('tells places of the text as it came, without overlap, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				let last = 0;
				for (const { start, end, text: found } of personalDataIn(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(start, end)).toBe(found);
					last = end;
				}
			})
		);
	});
});
