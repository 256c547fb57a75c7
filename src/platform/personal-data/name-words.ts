/** Words names are made of, without tones: what tells a name from a sentence when people type without capitals. */
const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Family names (họ) of nearly everybody. */
export const familyNames = words(`
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly doan dinh truong trinh lam mai dao luong cao phung
luu to ta tong quach ha vuong kieu thai thach chu chau quan nong be lo vi lu ma giang giap khuat nghiem tieu tang
ninh an bach cu han hua khuc mac nhan o ong phi quang sam than tien trieu ung vien y au banh cam chung diep
`);

/**
 * The same with their tones: a word that was written with tones has to be one of these. "Đường", "là", "cô" fold to
 * family names and are none.
 */
export const familyNamesWithTones = words(`
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn đinh trương trịnh lâm mai đào lương cao phùng
lưu tô tạ tống quách lã hà vương kiều thái thạch chu châu quan nông bế lò vi lữ mã giang giáp khuất nghiêm tiêu tăng
ninh an bạch cù hán hứa khúc mạc nhan ông phí quảng sầm thân tiền triệu ung viên âu bành cầm lù lường quàng vàng giàng
`);

/** Family names that are also everyday words: believed only with capitals or a middle name. */
export const doubtfulFamilyNames = words(`
do ho ha to ta an chu chau cu be vi lo lu ma o ong y quan vien tien tang than nhan lam mai cam chung han dao cao
luu le ly vu thai tong quang giang phi au kieu hua bach
`);

/** Middle names (tên đệm) that make a family name certain. */
export const middleNames = words(`
van thi duc huu xuan quoc cong dinh minh ngoc thanh hoang quang trong viet dang manh tien the ba kim thu bich hong hai
tuan anh gia nhu dieu phuong khanh bao duy trung ngo thuy my lan phi tan vinh mai tuyet cam hoai
`);

/** Given names (tên) people call one another by. */
export const givenNames = words(`
an anh bac bach bang bao bich binh cam canh chau chi chien chinh chung cong cuc cuong dai dan dao dat diem diep dinh
doan dong du duc dung duong duy duyen gam giang giap ha hai han hang hanh hao hau hien hiep hieu hoa hoai hoan hoang
hong hue hung huong huy huyen khai khanh khoa khoi khue kien kieu kim ky la lam lan lanh le lich lien lieu linh loan
loc loi long lua luan luc luong luyen ly mai man manh mao mau minh mo mui my nam nga ngan nghia ngoan ngoc nguyen nguyet
nhai nhan nhat nhi nhien nhu nhung ninh no nu oanh phan phat phi phong phu phuc phung phuong quan quang que quy quyen
quyet quynh sam sang sau sinh soi son suong suu tai tam tan thach thai tham thang thanh thao the thi thiep thiet thieu
thin thinh tho thoa thom thong thu thua thuan thuc thuy thuong tien tiep tin tinh toan ton tra tram trang tri trieu
trinh trong tru truc trung truong tu tuan tue tung tuoi tuong tuyen tuyet uyen van vi viet vinh vu vuong vy xuan xuyen
y yen
`);

/** Titles (cách xưng hô) before a name. */
export const titles = words('ong ba anh chi em chau co chu bac cau di thim mo cu thay me bo');

/** Words after a title that make it no person's name: posts, families, and everyday pairs. */
export const notAfterTitle = words(`
chu pho truong bi thu ky can bo vien cong an ve dan nhan nguoi ban giam doc ta ay do nay kia toi minh chung cac moi ho
ngoai noi con gai trai chau em chi anh co ca hai lon nho gia tre dau re ruot ho hang lang xom thon to
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

/** Before a capitalised name these make it a street, a school, a place, an agency. */
export const placeWords =
	/(?:duong|pho|truong|ngo|ngach|hem|cau|cho|cong vien|ho|song|phuong|xa|quan|huyen|tinh|thanh pho|tp|thi tran|thi xa|thon|xom|lang|khu|to dan pho|tdp|ap|ban|dinh|chua|den|benh vien|nha may|cong ty|cua hang|quang truong|toa nha|doan|chi bo|dang bo|ubnd|hdnd|vien|dai hoc|cao dang|tieu hoc|thcs|thpt|mam non|khu do thi|chung cu|san|nghia trang|dia phuong|bang) $/;
