/** What people come for most, with the whole card. The words are ours; names, codes, times and fees are facts. */
import type { ProcedureText } from '#procedures/procedure.ts';
import {
	calendarDays,
	dong,
	everyWay,
	free,
	freeOnline,
	paper,
	procedure,
	sameDay,
	way,
	workingDays
} from './procedure-writing.ts';

const civilStatusLaw = { code: '60/2014/QH13', name: 'Luật Hộ tịch' };
const civilStatusDecree = { code: '123/2015/NĐ-CP', name: 'Nghị định hướng dẫn thi hành Luật Hộ tịch' };
const certificationDecree = { code: '23/2015/NĐ-CP', name: 'Nghị định về chứng thực' };
const identity = paper(
	'Giấy tờ tùy thân còn hạn (thẻ căn cước, hộ chiếu) để xuất trình; không cần nếu đã có trong VNeID',
	1
);

const handIn = (what: string) => ({
	name: 'Nộp hồ sơ',
	text: `Chuẩn bị ${what} rồi nộp tại quầy của Trung tâm Phục vụ hành chính công phường, gửi qua bưu chính, hoặc nộp trên Cổng Dịch vụ công quốc gia.`
});
const check = {
	name: 'Kiểm tra',
	text: 'Người tiếp nhận xem hồ sơ ngay. Thiếu giấy tờ thì được hướng dẫn bổ sung một lần bằng phiếu ghi rõ từng loại; đủ thì được hẹn ngày trả kết quả.'
};
const receive = (what: string) => ({
	name: 'Nhận kết quả',
	text: `Đến ngày hẹn, nhận ${what} tại quầy, qua bưu chính, hoặc bản điện tử trong kho giấy tờ của mình.`
});

export const askedMost: ProcedureText[] = [
	procedure({
		code: '1.001193',
		name: 'Thủ tục đăng ký khai sinh',
		field: 'Hộ tịch',
		content: {
			steps: [handIn('giấy chứng sinh và tờ khai'), check, receive('Giấy khai sinh')],
			ways: [
				way('direct', sameDay, [
					free('Đăng ký đúng hạn: trong 60 ngày kể từ ngày sinh.'),
					dong(8000, 'Đăng ký quá hạn. Miễn cho trẻ em, hộ nghèo, người khuyết tật, người có công.')
				]),
				way('online', sameDay, [freeOnline]),
				way('postal', sameDay, [free('Đăng ký đúng hạn.'), dong(8000, 'Đăng ký quá hạn.')])
			],
			cases: [
				{
					code: '1.001193.01',
					name: 'Cha mẹ đã đăng ký kết hôn',
					time: null,
					papers: [
						paper('Tờ khai đăng ký khai sinh'),
						paper(
							'Giấy chứng sinh; nếu không có thì văn bản của người làm chứng hoặc giấy cam đoan về việc sinh'
						),
						identity
					]
				},
				{
					code: '1.001193.02',
					name: 'Người đi đăng ký không phải cha, mẹ',
					time: null,
					papers: [
						paper('Tờ khai đăng ký khai sinh'),
						paper('Giấy chứng sinh'),
						paper('Văn bản ủy quyền của cha hoặc mẹ (không cần chứng thực nếu là ông, bà, người thân thích)'),
						identity
					]
				}
			],
			sets: 1,
			results: ['Giấy khai sinh', 'Số định danh cá nhân của trẻ'],
			conditions: 'Cha hoặc mẹ đăng ký trong 60 ngày kể từ ngày sinh con.',
			legalBases: [civilStatusLaw, civilStatusDecree],
			keywords: ['khai sinh', 'giấy khai sinh', 'sinh con']
		}
	}),
	procedure({
		code: '1.000894',
		name: 'Thủ tục đăng ký kết hôn',
		field: 'Hộ tịch',
		content: {
			steps: [
				handIn('tờ khai đăng ký kết hôn'),
				check,
				{
					name: 'Ký vào sổ',
					text: 'Hai người cùng có mặt, khẳng định tự nguyện kết hôn rồi cùng ký vào Sổ hộ tịch và Giấy chứng nhận kết hôn.'
				},
				receive('hai bản chính Giấy chứng nhận kết hôn')
			],
			ways: [way('direct', sameDay, [free()]), way('online', sameDay, [freeOnline])],
			cases: [
				{
					code: '1.000894.01',
					name: '',
					time: null,
					papers: [
						paper('Tờ khai đăng ký kết hôn, hai người có thể khai chung một tờ'),
						paper(
							'Giấy xác nhận tình trạng hôn nhân, khi đăng ký ở nơi không phải nơi thường trú; không cần nếu tra cứu được trong cơ sở dữ liệu'
						),
						paper('Quyết định ly hôn hoặc trích lục khai tử, nếu trước đây đã có vợ hoặc chồng', 0, 1),
						identity
					]
				}
			],
			sets: 1,
			results: ['Giấy chứng nhận kết hôn, mỗi người một bản'],
			conditions:
				'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi; hai người tự nguyện và không thuộc trường hợp cấm kết hôn. Cần xác minh thì thời hạn không quá 5 ngày làm việc.',
			legalBases: [civilStatusLaw, { code: '52/2014/QH13', name: 'Luật Hôn nhân và gia đình' }],
			onlineReason: 'Hai người phải có mặt để ký vào sổ khi nhận kết quả.',
			keywords: ['kết hôn', 'cưới', 'giấy kết hôn']
		},
		onlineLevel: 'partial'
	}),
	procedure({
		code: '1.000656',
		name: 'Thủ tục đăng ký khai tử',
		field: 'Hộ tịch',
		content: {
			steps: [handIn('tờ khai và giấy báo tử'), check, receive('trích lục khai tử')],
			ways: [
				way('direct', sameDay, [
					free('Đăng ký đúng hạn: trong 15 ngày kể từ ngày có người mất.'),
					dong(8000, 'Đăng ký quá hạn.')
				]),
				way('online', sameDay, [freeOnline])
			],
			cases: [
				{
					code: '1.000656.01',
					name: '',
					time: null,
					papers: [
						paper('Tờ khai đăng ký khai tử'),
						paper('Giấy báo tử hoặc giấy tờ thay giấy báo tử'),
						identity
					]
				}
			],
			sets: 1,
			results: ['Trích lục khai tử'],
			legalBases: [civilStatusLaw, civilStatusDecree],
			keywords: ['khai tử', 'báo tử', 'giấy chứng tử']
		}
	}),
	procedure({
		code: '1.004873',
		name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
		field: 'Hộ tịch',
		content: {
			steps: [handIn('tờ khai'), check, receive('giấy xác nhận')],
			ways: [way('direct', workingDays(3), [dong(5000)]), way('online', workingDays(3), [freeOnline])],
			cases: [
				{
					code: '1.004873.01',
					name: '',
					time: null,
					papers: [
						paper('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân, ghi rõ dùng vào việc gì'),
						paper('Giấy tờ chứng minh hôn nhân trước đã chấm dứt, nếu có', 0, 1),
						identity
					]
				}
			],
			sets: 1,
			results: ['Giấy xác nhận tình trạng hôn nhân, có giá trị 6 tháng'],
			legalBases: [civilStatusLaw, civilStatusDecree],
			keywords: ['giấy độc thân', 'xác nhận độc thân']
		}
	}),
	procedure({
		code: '2.000635',
		name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
		field: 'Hộ tịch',
		content: {
			steps: [handIn('tờ khai'), check, receive('bản sao trích lục')],
			ways: [
				way('direct', sameDay, [dong(8000, 'Mỗi bản sao.', 'Phí')]),
				way('online', sameDay, [freeOnline])
			],
			cases: [
				{
					code: '2.000635.01',
					name: '',
					time: null,
					papers: [paper('Tờ khai cấp bản sao trích lục hộ tịch'), identity]
				}
			],
			sets: 1,
			results: ['Bản sao trích lục hộ tịch hoặc bản sao Giấy khai sinh'],
			legalBases: [
				civilStatusLaw,
				{ code: '281/2016/TT-BTC', name: 'Thông tư về phí khai thác dữ liệu hộ tịch' }
			]
		}
	}),
	procedure({
		code: '1.004859',
		name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
		field: 'Hộ tịch',
		content: {
			steps: [handIn('tờ khai và giấy tờ làm căn cứ'), check, receive('trích lục')],
			ways: [
				way('direct', workingDays(3), [dong(10_000)], workingDays(1.5)),
				way('online', workingDays(3), [freeOnline], workingDays(1.5))
			],
			cases: [
				{
					code: '1.004859.01',
					name: 'Thay đổi, cải chính',
					time: null,
					papers: [paper('Tờ khai'), paper('Giấy tờ làm căn cứ thay đổi, cải chính', 0, 1), identity]
				},
				{
					code: '1.004859.02',
					name: 'Bổ sung thông tin',
					time: sameDay,
					papers: [paper('Tờ khai'), paper('Giấy tờ có thông tin cần bổ sung', 0, 1), identity]
				}
			],
			sets: 1,
			results: ['Trích lục thay đổi, cải chính, bổ sung hộ tịch'],
			conditions: 'Việc phức tạp cần xác minh thì kéo dài thêm không quá 3 ngày làm việc.',
			legalBases: [civilStatusLaw]
		}
	}),
	procedure({
		code: '2.000815',
		name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận',
		field: 'Chứng thực',
		applicants: ['Công dân Việt Nam', 'Người nước ngoài', 'Doanh nghiệp', 'Tổ chức'],
		content: {
			steps: [
				{ name: 'Đưa bản chính', text: 'Mang bản chính và bản cần chứng thực đến quầy chứng thực.' },
				{ name: 'Đối chiếu', text: 'Người thực hiện đối chiếu bản sao với bản chính, ghi lời chứng và ký.' },
				receive('bản sao đã chứng thực')
			],
			ways: [
				way('direct', sameDay, [
					dong(2000, 'Mỗi trang; từ trang thứ ba 1.000 đồng mỗi trang, tối đa 200.000 đồng một bản.', 'Phí')
				])
			],
			cases: [
				{
					code: '2.000815.01',
					name: '',
					time: null,
					papers: [paper('Bản chính giấy tờ, văn bản'), paper('Bản sao cần chứng thực', 0, 1)]
				}
			],
			sets: 1,
			results: ['Bản sao được chứng thực từ bản chính'],
			legalBases: [
				certificationDecree,
				{ code: '226/2016/TT-BTC', name: 'Thông tư về mức thu phí chứng thực' }
			],
			onlineReason: 'Phải đối chiếu với bản chính trên giấy.',
			keywords: ['sao y', 'công chứng giấy tờ', 'photo công chứng']
		},
		onlineLevel: 'partial'
	}),
	procedure({
		code: '2.000884',
		name: 'Chứng thực chữ ký trong các giấy tờ, văn bản',
		field: 'Chứng thực',
		applicants: ['Công dân Việt Nam', 'Người nước ngoài'],
		onlineLevel: 'none',
		content: {
			steps: [
				{ name: 'Đến quầy', text: 'Mang giấy tờ cần ký và giấy tờ tùy thân. Chưa ký trước ở nhà.' },
				{ name: 'Ký trước mặt', text: 'Ký trước mặt người thực hiện chứng thực.' },
				receive('giấy tờ đã chứng thực chữ ký')
			],
			ways: [way('direct', sameDay, [dong(10_000, 'Mỗi trường hợp.', 'Phí')])],
			cases: [{ code: '', name: '', time: null, papers: [paper('Giấy tờ, văn bản sẽ ký'), identity] }],
			sets: 1,
			results: ['Giấy tờ, văn bản được chứng thực chữ ký'],
			legalBases: [certificationDecree]
		}
	}),
	procedure({
		code: '2.001035',
		name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất và nhà ở',
		field: 'Chứng thực',
		onlineLevel: 'none',
		content: {
			steps: [handIn('dự thảo giao dịch và giấy tờ về tài sản'), check, receive('giao dịch đã chứng thực')],
			ways: [way('direct', workingDays(2), [dong(50_000, 'Mỗi giao dịch.', 'Phí')])],
			cases: [
				{
					code: '',
					name: '',
					time: null,
					papers: [
						paper('Dự thảo hợp đồng, giao dịch', 2),
						paper('Giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản', 1, 1),
						identity
					]
				}
			],
			sets: 1,
			results: ['Hợp đồng, giao dịch được chứng thực'],
			legalBases: [certificationDecree],
			keywords: ['mua bán xe', 'tặng cho đất', 'hợp đồng']
		}
	}),
	procedure({
		code: '1.001612',
		name: 'Đăng ký thành lập hộ kinh doanh',
		field: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
		applicants: ['Công dân Việt Nam', 'Hộ gia đình'],
		content: {
			steps: [handIn('giấy đề nghị đăng ký hộ kinh doanh'), check, receive('giấy chứng nhận')],
			ways: everyWay(workingDays(3), [
				{
					...free('Không thu với mọi cách nộp (Nghị quyết 12/2026/NQ-HĐND).'),
					validFrom: '2026-08-08',
					validTo: '2032-01-01'
				}
			]),
			cases: [
				{
					code: '',
					name: '',
					time: null,
					papers: [
						paper('Giấy đề nghị đăng ký hộ kinh doanh'),
						paper('Biên bản họp hộ gia đình, nếu các thành viên cùng đăng ký', 0, 1)
					]
				}
			],
			sets: 1,
			results: ['Giấy chứng nhận đăng ký hộ kinh doanh'],
			conditions: 'Ngành, nghề không bị cấm; tên hộ kinh doanh đặt đúng quy định.',
			legalBases: [{ code: '', name: 'Nghị định về đăng ký hộ kinh doanh' }],
			keywords: ['mở quán', 'mở cửa hàng', 'giấy phép kinh doanh']
		}
	}),
	procedure({
		code: '1.013225',
		name: 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
		field: 'Hoạt động xây dựng',
		applicants: ['Công dân Việt Nam', 'Tổ chức', 'Doanh nghiệp'],
		content: {
			steps: [handIn('đơn, bản vẽ và giấy tờ về đất'), check, receive('giấy phép xây dựng')],
			ways: [
				way('direct', calendarDays(15), [dong(75_000, 'Nhà ở riêng lẻ.'), dong(150_000, 'Công trình khác.')]),
				way('online', calendarDays(15), [freeOnline])
			],
			cases: [
				{
					code: '',
					name: 'Nhà ở riêng lẻ',
					time: null,
					papers: [
						paper('Đơn đề nghị cấp giấy phép xây dựng'),
						paper('Giấy tờ chứng minh quyền sử dụng đất', 0, 1),
						paper('Bản vẽ thiết kế xây dựng', 2),
						paper('Cam kết bảo đảm an toàn với công trình liền kề, nếu có')
					]
				}
			],
			sets: 2,
			results: ['Giấy phép xây dựng kèm bản vẽ đóng dấu'],
			legalBases: [{ code: '50/2014/QH13', name: 'Luật Xây dựng' }],
			keywords: ['xây nhà', 'phép xây dựng', 'gpxd']
		}
	}),
	procedure({
		code: '2.001263',
		name: 'Đăng ký việc nuôi con nuôi trong nước',
		field: 'Nuôi con nuôi',
		onlineLevel: 'partial',
		content: {
			steps: [handIn('đơn và giấy tờ của người nhận, của trẻ'), check, receive('giấy chứng nhận')],
			ways: [
				way('direct', calendarDays(30), [
					dong(
						400_000,
						'Miễn khi cha dượng, mẹ kế, cô, cậu, dì, chú, bác ruột nhận cháu; khi nhận trẻ khuyết tật, nhiễm HIV, mắc bệnh hiểm nghèo.'
					)
				])
			],
			cases: [
				{
					code: '',
					name: '',
					time: null,
					papers: [
						paper('Đơn xin nhận con nuôi'),
						paper('Phiếu lý lịch tư pháp'),
						paper('Giấy khám sức khỏe'),
						paper('Giấy khai sinh của người được nhận', 0, 1)
					]
				}
			],
			sets: 1,
			results: ['Giấy chứng nhận nuôi con nuôi'],
			onlineReason: 'Cần lấy ý kiến trực tiếp của những người liên quan.',
			legalBases: [{ code: '52/2010/QH12', name: 'Luật Nuôi con nuôi' }]
		}
	})
];
