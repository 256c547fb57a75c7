/** Words addresses are made of. Each with its tones: "bản" is a hamlet, "bán" is selling. */
const list = (text: string): string[] => text.trim().split(/\s*\|\s*/);

/** Where a house stands: their number or name comes after them. */
export const quarters = list(
	'thôn|xóm|tổ dân phố|tổ dân cư|tổ nhân dân|tổ|tdp|khu dân cư|khu phố|kp|kdc|khu đô thị|kđt|khu tập thể|ktt|khu|ấp|khối phố|khối|khóm|cư xá|đội|bản|làng|buôn|sóc|phum|cụm'
);
/** Ways; alone they tell where a lamp is broken. */
export const ways = list('đường số|đường|phố|ngõ|ngách|hẻm|kiệt|quốc lộ|tỉnh lộ|ql|tl|lô');
/** Inside a house. */
export const insides = list(
	'số nhà|nhà số|căn hộ số|căn hộ|căn số|căn|phòng trọ số|phòng số|phòng|tầng|tòa nhà|tòa|block|chung cư|cc|nhà trọ|dãy trọ|dãy'
);
/** Administrative places, at the end of an address. */
export const districts = list('phường|xã|thị trấn|thị xã|quận|huyện|thành phố|tp|tỉnh|đặc khu|p|q');

/** No proper name of a place begins with these. */
export const noPlaceName = new Set(
	`cuoc co bi da dang la thi ma va hoac khong chua duoc den di lam muon xin de nghi phan em toi chau cua cho nay do kia o tai gan nha con nguoi rat qua rac nuoc
sdt dt gio khi vi nhung van hay bao dua cac nhieu mot may truong pho chu bi thu cong an doan dang uy hoi ban chi minh ay chung ta ba ong anh co bac di vao ra len xuong
trong ngoai dat vuc san choi cach giai tiep kham van kinh te noi vu tu phap dia chinh lam viec hop nghiep che xuat du lich di tich cong nghiep trung tam hanh chinh may
day truyen hoang dep sach hong xau tron lam bui lien ngo nho to rong hep moi cu ben canh giua truoc sau dau cuoi cong nghe tu quan trat tu bao ve gap hoi cau thau ke
thu gom rac thong tin tuyen nhac hang buon chat tot xe ve bang hoa mat hen dung ngu khach gym karaoke hat net thuoc cho mach tranh thua so sach sanh nuoc thoat lien gia
pham danh tri nen thuong tru ngay thang nam lan tuan ca tap cam lai them tung moi giay roi nua thoi nhe a
tren duoi nao cang that ten ta hoc kem theo khai mang tang suc pha thue doc ghi xay mua ban giao nhan lay tra`
		.split(/\s+/)
		.filter(Boolean)
);
