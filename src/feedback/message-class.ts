/**
 * What a message is (phân loại): led by the law each kind falls under. Feedback on procedures, rules and conduct is NĐ
 * 20/2008; complaints against a decision (Luật Khiếu nại) and denunciations (Luật Tố cáo) have their own lawful path; a
 * crime goes to the police; an emergency is a telephone call. The list is that of contracts, `triage`.
 */
export const messageClasses = {
	procedure: 'Phản ánh về thủ tục hành chính',
	regulation: 'Phản ánh, kiến nghị về quy định',
	conduct: 'Thái độ, tinh thần, trách nhiệm của cán bộ',
	local_issue: 'Phản ánh hiện trường',
	proposal: 'Kiến nghị, sáng kiến',
	question: 'Hỏi đáp',
	praise: 'Khen ngợi, cảm ơn',
	denunciation: 'Tố cáo',
	complaint_decision: 'Khiếu nại quyết định, hành vi hành chính',
	crime_report: 'Tố giác tội phạm',
	emergency: 'Khẩn cấp',
	spam: 'Quảng cáo, tin rác',
	abuse: 'Lời lẽ xúc phạm',
	unclear: 'Chưa rõ nội dung'
} as const;
export type MessageClass = keyof typeof messageClasses;

/** A sign in the folded text (small letters, no tones), how much it says, and how to tell a person of it. */
export type Sign = { pattern: RegExp; weight: number; says: string };

const sign = (weight: number, says: string, source: string): Sign => ({
	pattern: new RegExp(`(?<![a-z])(?:${source})(?![a-z])`, 'g'),
	weight,
	says
});

/** Any of these words for people of the office. */
const officer =
	'can bo|cong chuc|nhan vien|nguoi tiep nhan|mot cua|bo phan tiep nhan|cong an|chu tich|pho chu tich|truong phong|dia chinh|tu phap|lanh dao|to truong|truong thon|bac si|y ta|giao vien';
const office = 'ubnd|uy ban|phuong|xa|co quan|chu tich|can bo|nha nuoc|chinh quyen';

export const signs: Record<Exclude<MessageClass, 'unclear'>, Sign[]> = {
	emergency: [
		sign(
			9,
			'đang cháy',
			'dang (?:bi )?chay (?!xe)(?:nha|lon|to|rung|kho|xuong|cho|can|o|tai|roi)|chay nha|chay lon|boc chay|no binh ga|ro ri (?:khi )?gas?'
		),
		sign(
			9,
			'có người gặp nguy hiểm',
			'cap cuu|duoi nuoc|bi duoi|dien giat|mac ket|cuu (?:toi|voi|nguoi|em|chau)|nguy hiem den tinh mang|sap chet|tu tu|nhay cau|bat tinh|tai nan (?:nghiem trong|chet nguoi)|dang danh nhau|dang bi danh|dang cam dao|dang doa giet|sap nha|sap tuong de|vo de|lu cuon'
		),
		sign(4, 'cần giúp ngay', 'khan cap|cuu voi|cuu hoa|goi 11[345]|den ngay')
	],
	crime_report: [
		sign(
			8,
			'tố giác hành vi phạm tội',
			'to giac|danh bac|ca do|so de|ghi de|loto an tien|mai dam|ma tuy|hut chich|buon ban (?:ma|hang cam|nguoi)|hang lau|phao lau|trom cap|trom (?:xe|cho|do|dien|tai san)|mat trom|cuop giat|bi cuop|cuop (?:tui|dien thoai|xe)|lua dao|chiem doat|cho vay nang lai|tin dung den|doi no thue|khung bo|giet nguoi|hiep dam|xam hai|bao hanh|doa giet|de doa tinh mang|co y gay thuong tich|lam gia|tien gia|san xuat hang gia|tang tru (?:vu khi|ma tuy)'
		),
		sign(3, 'đề nghị công an vào cuộc', 'cong an (?:vao cuoc|dieu tra|bat)|trinh bao|bao cong an')
	],
	denunciation: [
		sign(10, 'tự gọi là tố cáo', '(?:don )?to cao|toi to cao|lam don to cao'),
		sign(
			8,
			'nói người có chức vụ vi phạm pháp luật',
			`(?:${officer})[^.!?\\n]{0,60}(?:nhan hoi lo|an hoi lo|nhan tien|an tien|tham nhung|tham o|vi pham phap luat|lam trai|loi dung chuc vu|lam quyen|bao ke|an chan|rut ruot|khai khong|cap dat trai|ban dat cong|gia mao|lap khong|vu loi|nhan phong bi|loi ich nhom|bao che)`
		),
		sign(
			7,
			'nói đến tham nhũng, hối lộ',
			'tham nhung|tham o|hoi lo|dua phong bi|nhan phong bi|vu loi|rut ruot|bien thu|ban dat cong|lap khong ho so|loi dung chuc vu|chia chac|an chan tien'
		)
	],
	complaint_decision: [
		sign(10, 'tự gọi là khiếu nại', '(?:don )?khieu nai|toi khieu nai'),
		sign(
			8,
			'không đồng ý với một quyết định',
			'khong dong (?:y|tinh) (?:voi )?(?:quyet dinh|ket luan|muc boi thuong|muc phat|bien ban|viec thu hoi|viec xu phat|ket qua giai quyet)|(?:quyet dinh|bien ban) (?:xu phat|thu hoi|cuong che|boi thuong|giai quyet)[^.!?\\n]{0,80}(?:sai|trai|khong dung|oan|bat cong|vo ly|huy|xem xet lai|thu hoi lai)|(?:yeu cau|de nghi) (?:huy|thu hoi|rut) (?:bo )?quyet dinh|xam pham quyen (?:va )?loi ich'
		),
		sign(
			5,
			'nói về việc bị phạt, bị thu hồi, bồi thường',
			'xu phat oan|phat oan|thu hoi dat cua (?:toi|gia dinh)|den bu (?:khong thoa dang|qua thap|sai)|boi thuong (?:khong thoa dang|qua thap|sai)|cuong che nha'
		)
	],
	abuse: [
		sign(
			8,
			'có lời xúc phạm',
			'do cho|do lon|thang cho|con cho|may (?:thang|con) (?:cho|lon|ngu|khon)|oc cho|ngu nhu (?:bo|cho|lon)|dit|du ma|dcm|dmm|dm|vcl|vkl|clgt|cc gi|cai lon|deo (?:me|biet)|khon nan|mat day|sucvat|suc vat|an hai|cut di|chet me|bo lao|me kiep|lu ngu|do ngu|mat lon'
		),
		sign(3, 'có lời nặng nề', 'lu (?:an|vo)|bon (?:an|vo|chung may)|chung may|vo hoc|vo lai')
	],
	spam: [
		sign(
			6,
			'mời mua bán, vay tiền',
			'vay tien (?:nhanh|online)|vay (?:von )?(?:online|khong the chap|tin chap)|lai suat (?:thap|uu dai)|giai ngan|inbox|ib ngay|lien he zalo de (?:mua|nhan)|khuyen mai|giam gia|uu dai (?:soc|lon|khung)|mua ngay|dat hang|ship cod|hang chinh hang|cam ket chinh hang|dang ky ngay|nhan qua|trung thuong|click|bam vao link|truy cap link|tang code|nap the|ca cuoc|nha cai|casino|bong da truc tuyen|no hu|tai xiu|forex|tien ao|bitcoin|loi nhuan|kiem tien|viec nhe luong cao|tuyen ctv|tuyen cong tac vien|seo|tang like|follow|thiet ke website|ban dat nen|can ho cao cap|chung cu gia re|lo dat dep|thuoc (?:giam can|cuong duong|gia truyen)|giam can|lam dep|spa'
		),
		sign(
			4,
			'có địa chỉ dẫn đi nơi khác',
			'https?://(?!dichvucong|[a-z.]*gov\\.vn)[^ ]+|www\\.(?!dichvucong)[^ ]+|bit\\.ly|t\\.me|tinyurl'
		)
	],
	praise: [
		sign(
			6,
			'có lời cảm ơn, khen',
			`cam on|cam kich|khen ngoi|bieu duong|tuyen duong|rat hai long|hai long voi|tan tinh|chu dao|niem no|nhiet tinh|than thien|(?:${officer})[^.!?\\n]{0,50}(?:tot|tuyet voi|nhanh gon|nhanh chong|de men)`
		)
	],
	conduct: [
		sign(
			7,
			'nói về thái độ của cán bộ',
			'thai do|cau (?:gat|kinh)|gat gong|quat (?:thao|mang|toi|nguoi|dan)?|quat|hach (?:sach|dich)|sach nhieu|nhung nhieu|phien ha|gay kho (?:khan|de)?|lam kho|vo trach nhiem|thieu trach nhiem|thieu ton trong|coi thuong|nat nguoi|to tieng|noi trong khong|lanh nhat|tho o|vo cam|cua quyen|hong hach|thieu van hoa|khong niem no|khong nhiet tinh|mat lich su|bat lich su'
		),
		sign(
			6,
			'nói về việc cán bộ không làm đúng phận sự',
			`(?:${officer})[^.!?\\n]{0,60}(?:di muon|ve som|vang mat|bo vi tri|khong co mat|choi game|luot (?:dien thoai|facebook|mang)|choi dien thoai|xem dien thoai|nghe dien thoai suot|an uong|noi chuyen rieng|tan gau|un day|dun day|day cho|dua day|bat (?:dan )?cho|bat doi|khong giai thich|khong huong dan|noi dong|chui|mang|khong tiep|tu choi tiep|doi them tien|goi y (?:boi duong|phong bi)|dong phong bi|uong ruou|say)`
		),
		sign(
			4,
			'tiếp dân không có người',
			'khong (?:co|thay) (?:can bo|nguoi|ai) (?:truc|tiep|lam viec|o quay)|quay (?:khong|chang) co ai|do(?:i)? qua day lai|di lai nhieu lan|phai di (?:lai )?(?:\\d|hai|ba|bon|nam|nhieu) lan'
		)
	],
	local_issue: [
		sign(
			6,
			'nói về việc tại hiện trường',
			'den duong|bong den|cot den|rac thai|bai rac|do rac|vut rac|rac chat|rac (?:khong|chua|o|to|boc)|rac|o ga|ho ga|nap cong|cong (?:thoat|tac|vo|hong)|thoat nuoc|ngap|nuoc thai|nuoc sach|mat nuoc|mat dien|cot dien|day dien|cap vien thong|cay (?:do|gay|xanh|nghieng)|cho tha rong|cho dai|chan nuoi|mui hoi|hoi thoi|o nhiem|khoi bui|bui|dot rom|dot rac|on ao|tieng on|karaoke|loa keo|lan chiem|via he|long duong|do xe|dau xe|xe tai|xe qua tai|mat duong|duong (?:hong|xau|nut|sut|lun|bi|qua)|o voi|lun|sat lo|bien bao|den giao thong|den tin hieu|cau (?:hong|gay|sap|yeu)|lan can|kenh muong|tuoi tieu|muoi|dich benh|xay dung trai phep|xay (?:nha )?khong phep|pano|quang cao dan'
		),
		sign(
			2,
			'nêu nơi chốn cụ thể',
			'gan (?:cho|truong|nha van hoa|cau|tram)|doan duong|truoc (?:cong|nha)|dau ngo|cuoi ngo|nga (?:ba|tu)'
		)
	],
	regulation: [
		sign(
			7,
			'nói quy định chưa hợp lý',
			'(?:quy dinh|nghi dinh|thong tu|nghi quyet|luat|quyet dinh so|chinh sach|tieu chi|muc thu|muc phi|muc ho tro|dinh muc|bieu mau|mau don)[^.!?\\n]{0,80}(?:bat cap|bat hop ly|chua hop ly|khong hop ly|chua phu hop|khong phu hop|vuong mac|chong cheo|mau thuan|lac hau|kho thuc hien|chua thong nhat|khong thong nhat|qua cao|qua thap|can sua|nen sua|sua doi|bai bo|chua ro|kho ap dung|moi noi mot kieu)|(?:bat cap|bat hop ly|chong cheo|vuong mac)[^.!?\\n]{0,60}(?:quy dinh|nghi dinh|thong tu|chinh sach|luat)'
		),
		sign(
			3,
			'nhắc đến văn bản quy định',
			'nghi dinh|thong tu|nghi quyet|luat (?:dat dai|ho tich|cu tru|can cuoc|hon nhan|xay dung)'
		)
	],
	procedure: [
		sign(
			7,
			'nói hồ sơ, thủ tục bị chậm hoặc phiền',
			'(?:ho so|thu tuc|giay to|giay hen|ket qua|khai sinh|ket hon|khai tu|chung thuc|so do|giay phep|can cuoc|cccd|tam tru|thuong tru|dich vu cong|truc tuyen|tro cap)[^.!?\\n]{0,90}(?:cham|tre|qua han|qua hen|chua (?:duoc|tra|co|xong|thay)|khong (?:duoc tra|tra|nhan duoc)|bi tra lai|tra lai|tra ve|yeu cau them|doi them|bo sung|ruom ra|phien ha|nhieu khau|phuc tap|loi|khong nop duoc|khong vao duoc|treo|bi tu choi|thu (?:phi|le phi) (?:cao|sai|khong)|kho hieu|thieu niem yet|khong niem yet|niem yet)'
		),
		sign(
			5,
			'nói về hồ sơ quá hẹn',
			'qua hen|tre hen|cham tra|cham giai quyet|ngam ho so|om ho so|hen lai|hen di hen lai|hen nhieu lan|chua tra ket qua'
		),
		sign(3, 'nhắc đến thủ tục, dịch vụ công', 'thu tuc|ho so|dich vu cong|niem yet|mot cua dien tu|le phi')
	],
	proposal: [
		sign(
			7,
			'có đề xuất, kiến nghị',
			'(?:toi |em |chung toi |nguoi dan |ba con )?(?:de xuat|kien nghi|gop y|hien ke|sang kien|y kien dong gop|mong muon|mong (?:phuong|xa|uy ban|ubnd|chinh quyen|cap tren|lanh dao|nha nuoc))'
		),
		sign(
			5,
			'nêu cách làm nên có',
			`(?:${office})[^.!?\\n]{0,30}(?:nen|can phai|can) (?:co|lam|mo|lap|to chuc|bo tri|dat|them|xay|trong|tang|trien khai|ap dung)|nen (?:co them|bo tri|mo them|lap|to chuc|dat them|trien khai|ap dung|lam)|tai sao khong (?:lam|mo|dat|to chuc)|gia nhu`
		)
	],
	question: [
		sign(
			6,
			'là câu hỏi',
			'cho (?:toi|em|minh|chau|con|tui)? ?hoi|xin hoi|muon hoi|hoi (?:ve|thu tuc|cach)|can (?:nhung )?(?:giay to|ho so|mang) (?:gi|nao)|can nhung gi|can gi|can chuan bi|giay to gi|ho so gom|gom nhung gi|lam (?:the nao|nhu the nao|sao|o dau)|o dau|khi nao|bao gio|bao lau|bao nhieu|may gio|may ngay|phai khong|duoc khong|co (?:duoc|phai|can|mat|ton)[^.!?\\n]{0,50}khong|the nao|nhu nao|ai (?:duoc|phai)|la gi|huong dan (?:toi|em|giup|minh|cach)|tu van|ntn'
		)
	]
};
