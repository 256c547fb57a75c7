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
		['HỒ SƠ CỦA TÔI BỊ CHẬM, TÔI LÀ PHẠM THỊ MAI', ['name=PHẠM THỊ MAI']],
		[
			'Rãnh trước cửa nhà số 17 ngách 42/8 phố Chu Văn An bị lấp.',
			['address=nhà số 17 ngách 42/8 phố Chu Văn An']
		],
		['Có kẻ giả danh điện lực gọi từ số 024.6688.7799.', ['phone=024.6688.7799']],
		['Điện lực thành phố: 024.6688.7799.', []],
		[
			'0912345678/0987654321; 0084 912 345 678; O912345678; sđt 0912 345 678 2 lần không nghe',
			[
				'phone=0912345678',
				'phone=0987654321',
				'phone=0084 912 345 678',
				'phone=O912345678',
				'phone=0912 345 678'
			]
		],
		[
			'căn cước không ba không một chín không không không một hai ba bốn',
			['citizen_id=không ba không một chín không không không một hai ba bốn']
		],
		['stk 19035567788012 TCB của DO THI HANG', ['bank_account=19035567788012', 'name=DO THI HANG']],
		[
			'xe 29-G1 234.56, bien so 34b1 12345, biển TM 12-34',
			['plate=29-G1 234.56', 'plate=34b1 12345', 'plate=TM 12-34']
		],
		[
			'sinh ngày mồng năm tháng mười năm một chín tám hai; con Nguyễn Gia Hân, 12/3/2019',
			['birth_date=mồng năm tháng mười năm một chín tám hai', 'name=Nguyễn Gia Hân', 'birth_date=12/3/2019']
		],
		['sổ đỏ số BK 123456, số biên nhận 000123/2026', ['file_code=BK 123456', 'file_code=000123/2026']],
		[
			'mail thuhang90 a cong gmail cham com hoặc ab (at) yahoo.com',
			['email=thuhang90 a cong gmail cham com', 'email=ab (at) yahoo.com']
		],
		[
			'BHYT GD4303012345678, hộ chiếu C1234567, MST 8012345678',
			['other=GD4303012345678', 'other=C1234567', 'other=8012345678']
		],
		// As the South and the Centre speak.
		[
			'tui tên Út Mành, ở khóm 4, hỏi bà Năm Sẻ hay o Thắm là biết',
			['name=Út Mành', 'address=khóm 4', 'name=Năm Sẻ', 'name=Thắm']
		],
		['máy tui o 9 o 3 5 6 7 8 9 1, tui là Chín Bền', ['phone=o 9 o 3 5 6 7 8 9 1', 'name=Chín Bền']],
		['hẻm 21/4 Trần Xuân Soạn cháy rồi', ['address=hẻm 21/4 Trần Xuân Soạn']],
		['C5/12 ấp 3, phòng 7.08 chung cư Bình Minh', ['address=C5/12 ấp 3, phòng 7.08 chung cư Bình Minh']],
		[
			'toi to cao gui phuong. Ly Kim Hue, so nha 4 duong 2 thang 9',
			['name=Ly Kim Hue', 'address=so nha 4 duong 2 thang 9']
		],
		[
			'thằng T. Quốc Bảo học lớp 9; sổ BM 884201; app Tiền Nhanh',
			['name=T. Quốc Bảo', 'file_code=BM 884201']
		],
		[
			'bà nội tuổi Thìn 1940; ghi sai ngày sinh, đúng là ngày 3 tháng 4 năm 2018',
			['birth_date=1940', 'birth_date=3 tháng 4 năm 2018']
		],
		["tôi là K'Srai ở buôn B'Nor", ["name=K'Srai", "address=buôn B'Nor"]],
		['hẹn 8h mà 9h30 cô trực mới tới, không nêu tên. Hiệu phó biết', []],
		['THÁI ĐỘ PHỤC VỤ QUÁ KÉM, chuyển cho LE VAN DAT', ['name=LE VAN DAT']],
		['gia đình tôi ở kiệt 12 đường Hùng Vương, tổ 8', ['address=kiệt 12 đường Hùng Vương, tổ 8']],
		['Phan Văn Lực, tổ 4, khu dân cư An Thành', ['name=Phan Văn Lực', 'address=tổ 4, khu dân cư An Thành']],
		[
			'các ông Trần Văn Tư, Nguyễn Hữu Đạt, bác sĩ Phương, trưởng khu Nguyễn Văn Bảy',
			['name=Trần Văn Tư', 'name=Nguyễn Hữu Đạt', 'name=Phương', 'name=Nguyễn Văn Bảy']
		]
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
		'Đường Nguyễn Văn Linh bị ngập, trường tiểu học Nguyễn Trãi',
		'Mã thủ tục 1.004194, 2.000815.000.00.00.H26; Quyết định 3249/QĐ-UBND; Luật 91/2025/QH15',
		'Gọi 113, 1022, 18001096, 1900 6769; đường dây nóng UBND phường 0220.3888.999; ubnd@haiphong.gov.vn',
		'Kính gửi bà Chủ tịch, ông Bí thư, anh Công an khu vực; ông bà, anh em, chị em phụ nữ, chị ấy, Đoàn Thanh niên',
		'Hồ Chí Minh, Trần Hưng Đạo, đường Võ Văn Kiệt, chợ Bến Thành, tỉnh Hà Nam, công ty TNHH Hoàng Anh',
		'Đèn hỏng ở ngõ 12 phố Lê Lợi; tổ dân phố 5 mất nước; trụ sở UBND số 25 đường Trần Phú; cột số 12 ngõ 5',
		'Từ 2021-2025, lúc 8h30 ngày 12/11/2026 nộp 1.200.000 đồng, 60 m2, học sinh năm 2026, phòng số 2 tầng 3',
		'toi muon phan anh viec dang thi cong duong, dang tien hanh dao duong, em la sinh vien, tên đường bị sai'
	])('nothing personal: %s', (text) => {
		expect(said(text)).toEqual([]);
	});

	it('tells places in units of the text as it came', () => {
		const text = '😀 SĐT\r\n０９１２３４５６７８, 09\u200b12.345.679 của ông Ta\u0323o';
		expect(personalDataIn(text).map(({ kind, text: found }) => [kind, found])).toEqual([
			['phone', '０９１２３４５６７８'],
			['phone', '09\u200b12.345.679'],
			['name', 'Ta\u0323o']
		]);
		for (const { start, end, text: found } of personalDataIn(text))
			expect(text.slice(start, end)).toBe(found);
	});

	it('keeps to the text, in order, without overlap, whatever the text', () => {
		const pieces = fc.constantFrom(
			'ông ',
			'Nguyễn ',
			'Văn A',
			'0912',
			'.345',
			' 678',
			'số 12 ',
			'ngõ ',
			'34/5',
			', ',
			'\r\n',
			'tổ 5',
			'@',
			'gmail.com',
			'không chín ',
			'34A-',
			'sinh ',
			'12/3/2019',
			'mã hồ sơ ',
			'H23.',
			'😀',
			'\u0301',
			'\u200b',
			'１２',
			'STK '
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc
				.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
				.map((all) => all.join(''))
		);
		fc.assert(
			fc.property(text, (given) => {
				let last = 0;
				for (const { start, end, text: found } of personalDataIn(given)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(given.length);
					expect(given.slice(start, end)).toBe(found);
					last = end;
				}
			}),
			{ numRuns: 300 }
		);
	});

	it.each([
		'a.',
		'1 ',
		'0912 ',
		'a a cong ',
		'khong ',
		'ma ho so h2',
		'Nguyễn Văn An, ',
		'tổ 5 ',
		'số 12 ngõ ',
		'sinh ngay 1/',
		'(+'
	])(
		'needs no longer than the text: a megabyte of "%s"',
		(piece) => {
			const began = performance.now();
			personalDataIn(piece.repeat(1_000_000 / piece.length));
			expect(performance.now() - began).toBeLessThan(15_000);
		},
		20_000
	);
});
