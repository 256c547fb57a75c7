/** Words names are made of, without tones: what tells a name from a sentence when people type without capitals. */
const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Family names (họ) of nearly everybody. */
export const familyNames = words(`
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly doan dinh truong trinh lam mai dao luong cao phung
luu to ta tong quach ha vuong kieu thai thach chu chau quan nong be lo vi lu ma giang giap khuat nghiem tieu tang
ninh an bach cu han hua khuc mac nhan o phi quang sam than tien trieu ung vien y au banh cam chung diep ton
dam lai khong luc nhu thieu khuong diem doan kha mong danh
`);

/**
 * The same with their tones: a word that was written with tones has to be one of these. "Đường", "là", "cô" fold to
 * family names and are none.
 */
export const familyNamesWithTones = words(`
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn đinh trương trịnh lâm mai đào lương cao phùng
lưu tô tạ tống quách lã hà vương kiều thái thạch chu châu quan nông bế lò vi lữ mã giang giáp khuất nghiêm tiêu tăng
ninh an bạch cù hán hứa khúc mạc tôn quảng sầm thân tiền triệu ung viên âu bành cầm lù lường quàng vàng giàng sùng đàm lại khổng lục nhữ thiều khương diêm doãn kha mông danh thào hạng chảo phàn tẩn lầu vừ mùa tòng điêu lỳ pờ
`);

/** Family names that are also everyday words: believed only with capitals or a middle name. */
export const doubtfulFamilyNames = words(`
do ho ha to ta an chu chau cu be vi lo lu ma o ong y quan vien tien tang than nhan lam mai cam chung han dao cao
luu le ly vu thai tong quang giang phi au kieu hua bach ton
dam lai khong luc nhu kha mong danh diem
`);

/** Middle names (tên đệm) that make a family name certain. */
export const middleNames = words(`
van thi duc huu xuan quoc cong dinh minh ngoc thanh hoang quang trong viet dang manh tien the ba kim thu bich hong hai
tuan anh gia nhu dieu nu that phuong khanh bao duy trung ngo thuy my lan phi tan vinh mai tuyet cam hoai
`);

/** Given names (tên) people call one another by. */
export const givenNames = words(`
an anh bac bach bang bao bich binh cam canh chau chi chien chinh chung cong cuc cuong dai dan dao dat diem diep dinh
doan dong du duc dung duong duy duyen gam giang giap ha hai han hang hanh hao hau hien hiep hieu hoa hoai hoan hoang
hong hue hung huong huy huyen khai khanh khoa khoi khue kien kieu kim ky la lam lan lanh le lich lien lieu linh loan
loc loi long lua luan luc luong luyen ly mai man manh mao mau minh mo mui my nam nga ngan nghia ngoan ngoc nguyen nguyet
nhai nhan nhat nhi nhien nhu nhung ninh no nu oanh phan phat phi phong phu phuc phung phuong quan quang que quy quyen
quyet quynh sam sang sau sinh soi son suong suu tai tam tan thach thai tham thang thanh thao the thi thiep thiet thieu
thin thinh tho thoa thom thong thu thua thuan thuc thuy thuong tien tiep tin tinh toan ton tra tram tran trang tri trieu
trinh trong tru truc trung truong tu tuan tue tung tuoi tuong tuyen tuyet uyen van vi viet vinh vu vuong vy xuan xuyen
y yen beo teo ti ty cu dot ky ba bon nam sau bay chin muoi khiem luyen lua mong bui hai hao hung quat lai tuat than dau suu dan mao thin ty ngo mui tham thiem thieng thoan thuoc thuat chuc khang khuong kiem luong nhinh ninh hau hoan hung huynh cham cat lanh huong bao anh chau nhung nhan tao tha ton tung uyen vinh xinh
quoc gai no nhan hen lanh ngat thien tri kiet vuong thi nguu nghiem quach
`);

/** Titles (cách xưng hô) before a name, with their tones. */
export const titles = words(`
ông bà anh chị em cháu chau cô chú bác cậu dì thím mợ cụ thầy mẹ bố má ba con thằng lão mụ ms mr mrs đ/c bé a c e o mạ mệ dượng thg
`);

/** Birth order (thứ): in the South people are called by it, mostly with a byname ("Tư Hẹ", "Út Lành"). */
export const birthOrder = words(`hai ba tu nam sau bay tam chin muoi ut ca`);

/** Posts after which people call somebody by name: "bác sĩ Phương", "kế toán Ngân". */
export const posts =
	/(?<!\p{L})(?:bac si|bs|y ta|y si|dieu duong|dong chi|d c|can bo|cong chuc|nhan vien|ke toan|thu quy|thu ky|chu tich|pho chu tich|bi thu|truong phong|truong thon|truong khu|truong ap|truong xom|to truong|to truong to dan pho|truong ban|truong tram|hieu truong|hieu pho|giam doc|thay giao|co giao|dai uy|thuong uy|trung uy|thieu uy|thieu ta|trung ta|thuong ta|dai ta|canh sat|cong an vien|dia chinh|tu phap|van thu|bao ve|nguoi ten|luat su|tham phan|thanh tra|doi tuong|chu quan|chu nha|chu ho|hang xom|nick|ban|(?:vo|chong|con|me|bo|em|chi|anh|ban|chau)(?: toi| em| gai| trai)?(?: ten)? la|vo|chong|nha|ho|chau (?:noi|ngoai)|con (?:trai|gai)(?: toi| tui| em)?|(?:ba|ma|me) (?:toi|tui)) $/u;

/** Words after a title that make it no person's name: posts, families, and everyday pairs. */
export const notAfterTitle = words(`
chu pho truong bi thu ky can bo vien cong an ve dan nhan nguoi ban giam doc ta ay do nay kia toi minh chung cac moi ho
ngoai noi con gai trai chau em chi anh co ca hai lon nho gia tre dau re ruot ho hang lang xom thon to viet troi dang y xin la
`);

/** Everyday pairs without capitals in which the first word only looks like a title. */
export const everydayPairs = new Set(
	`anh huong|anh sang|anh minh|anh em|anh chi|anh hung|anh van|chi tiet|chi phi|chi tra|chi dao|chi thi|chi cuc|chi nhanh|chi tieu|chi dinh|chi nam|chi bo|chi hoi|chi em
co the|co quan|co so|co hoi|co ban|co nhan|co che|co dinh|co giao|co khi|co len|co cong|co nguy|co dong|co nam|co tinh|co mat|co phan|co cau|co kim|co hai|co mot|co thanh|co tho|co tien|co duong
chu yeu|chu tich|chu dong|chu y|chu nhat|chu truong|chu quan|chu ho|chu nha|chu the|chu trong|chu ky|chu tri|chu tro|chu khong|chu dat|chu xe|chu cho|chu dau|chu quyen
ba con|ba me|ba muoi|ba nam|ba thang|ba ngay|ba lan|ba trang|ba ban|ba hoi|ba nguoi|ba nha|ba tram|ba dinh
ong ba|ong bo|ong nuoc|ong cong|ong noi|ong ngoai|em be|em trai|em gai|bac si|bac bo|bac nam|bac ninh|bac giang|bac thang|bo me|bo phan|bo sung|bo nganh|bo truong|bo tu|bo con|bo tai|bo mon|bo noi|bo cong
cu the|cu tru|cu dan|cu ly|cau hoi|cau tra|cau duong|cau thang|cau ca|cau long|cau xay|di lai|di tim|di sau|di san|di chuc|di lam|di hoc|di bo|di dong|di chuyen|di an|thay doi|thay the|thay mat|thay vi|thay dung|mo cua|mo rong|mo tai|mo ta|mo hinh|mo den|chau au|chau a|me con|me de`
		.split(/[|\n]/)
		.map((pair) => pair.trim())
);

/** Before a capitalised name these make it a street, a school, a place, an agency. With tones. */
export const placeWords = [
	'đường số|đường|phố|trường|ngõ|ngách|hẻm|cầu|chợ|công viên|hồ|sông|phường|xã|quận|huyện|tỉnh|thành phố|tp|thị trấn|thị xã',
	'app|ứng dụng|hãng|nhãn hiệu|thôn|xóm|làng|khu|tổ dân phố|tdp|tổ|ấp|bản|đình|chùa|đền|bệnh viện|nhà máy|công ty|cửa hàng|quảng trường|tòa nhà|đoàn',
	'chi bộ|đảng bộ|ubnd|hđnd|viện|đại học|cao đẳng|tiểu học|thcs|thpt|mầm non|khu đô thị|chung cư|sân|nghĩa trang|băng',
	'khu dân cư|kdc|khu phố|kp|ngã tư|ngã ba|dốc|kênh|mương|đê|đập|cống|bến|ga|đảo|núi|đồi|thể thao|ao|ngân hàng|quán|tiệm|shop',
	'tnhh|cp|dntn|htx|hợp tác xã|doanh nghiệp|giải|cúp|lễ|huân chương|sử dụng|ủy ban|uỷ ban'
]
	.join('|')
	.split('|');

/** Streets and schools carry these names; they are a person's only after a title or where somebody says so. */
export const publicNames = new Set(
	`ho chi minh|tran hung dao|le loi|nguyen trai|tran phu|ly thuong kiet|nguyen du|quang trung|vo nguyen giap|le duan|nguyen hue|hung vuong|le hong phong
nguyen van linh|nguyen van cu|pham van dong|phan boi chau|phan chu trinh|phan chau trinh|hoang hoa tham|hoang van thu|ngo quyen|ba trieu|hai ba trung|trung trac
trung nhi|le thanh tong|le lai|le dai hanh|ly thai to|ly nam de|tran quoc toan|tran nhan tong|tran quang dieu|nguyen binh khiem|chu van an|nguyen dinh chieu
nguyen thai hoc|nguyen thi minh khai|vo thi sau|ton duc thang|truong chinh|dien bien phu|le quy don|nguyen cong tru|nguyen khuyen|to hien thanh|dinh tien hoang
yet kieu|mac dinh chi|tran quang khai|tran binh trong|tran nguyen han|pham ngu lao|bach dang|ho xuan huong|xuan dieu|to huu|nguyen luong bang|tran khanh du
nguyen duc canh|le thanh nghi|nguyen chi thanh|hoang quoc viet|hoang dieu|ngo gia tu|nguyen van troi|ly tu trong|kim dong|vo van kiet|nguyen tri phuong
tran nhat duat|tran cao van|nguyen an ninh|cao ba quat|doan thi diem|huynh thuc khang|le van tam|mai hac de|phung hung|thai phien|ton that thuyet|to ngoc van
ha noi|ha nam|ha giang|ha tinh|ha tay|ha long|ha dong|ha tien|thai binh|thai nguyen|thai lan|an giang|ninh binh|ninh thuan|ninh giang|cao bang|lam dong|tien giang
mai chau|chi linh|hai phong|hai duong|dong nai|an thanh|binh giang|dong ha|tan lap|phuc khanh|co thanh|an lao|le chan|ngo quyen|duong kinh|do son|thuy nguyen
kien an|vinh phuc|vinh long|phu tho|phu yen|bac ninh|hau giang|kien giang|long an|binh duong|binh dinh|binh phuoc|binh thuan|ho tay|ho guom|viet nam|da nang
doan thanh|doan the|doan kiem|le hoi|ly lich|do thi|ha tang|kieu hoi|dao tao|mai tang|van phong|an ninh|an toan|cao dang|cao cap|thai do|thach ban|quang ninh|quang nam|quang tri|quang binh|quang ngai|kim thanh|nam sach|thanh ha|gia loc`
		.split(/[|\n]/)
		.map((name) => name.trim())
);
