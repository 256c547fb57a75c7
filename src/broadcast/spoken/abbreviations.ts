/**
 * Abbreviations (từ viết tắt) in full words, and foreign short words as they are pronounced. Capital letters matter:
 * `BAN` is a word. A ward adds its own beside (place names, organisations).
 */
const written = `
UBND = Ủy ban nhân dân
HĐND = Hội đồng nhân dân
MTTQ = Mặt trận Tổ quốc
MTTQVN = Mặt trận Tổ quốc Việt Nam
UBMTTQ = Ủy ban Mặt trận Tổ quốc
CCHC = cải cách hành chính
TTHC = thủ tục hành chính
KSTTHC = kiểm soát thủ tục hành chính
DVC = dịch vụ công
DVCTT = dịch vụ công trực tuyến
DVCQG = Dịch vụ công quốc gia
TTPVHCC = Trung tâm Phục vụ hành chính công
TTHCC = Trung tâm Hành chính công
PVHCC = phục vụ hành chính công
HCC = hành chính công
TN&TKQ = tiếp nhận và trả kết quả
TNTKQ = tiếp nhận và trả kết quả
BP = bộ phận
CCCD = căn cước công dân
CMND = chứng minh nhân dân
CMTND = chứng minh thư nhân dân
BHXH = bảo hiểm xã hội
BHYT = bảo hiểm y tế
BHTN = bảo hiểm thất nghiệp
GPLX = giấy phép lái xe
GPXD = giấy phép xây dựng
ĐKKD = đăng ký kinh doanh
GCN = giấy chứng nhận
QSDĐ = quyền sử dụng đất
GCNQSDĐ = giấy chứng nhận quyền sử dụng đất
HKTT = hộ khẩu thường trú
TDP = tổ dân phố
KDC = khu dân cư
KD = kinh doanh
OA = ô-a
TE = trẻ em
NN = nông nghiệp
VT = văn thư
VP = văn phòng
UVBTV = ủy viên Ban Thường vụ
UVBCH = ủy viên Ban Chấp hành
GTGT = giá trị gia tăng
TNCN = thu nhập cá nhân
TNDN = thu nhập doanh nghiệp
BCCI = bưu chính công ích
QL = quốc lộ
TL = tỉnh lộ
MHz = mê-ga-héc
ĐVHC = đơn vị hành chính
CQNN = cơ quan nhà nước
TNXH = tệ nạn xã hội
ĐKKH = đăng ký kết hôn
ĐKKS = đăng ký khai sinh
KTTT = kinh tế tập thể
HCV = huy chương vàng
HCB = huy chương bạc
HCĐ = huy chương đồng
XHH = xã hội hóa
PCT = phó chủ tịch
VKS = viện kiểm sát
LH = liên hệ
YTNN = yếu tố nước ngoài
KV = khu vực
TNV = tình nguyện viên
CTV = cộng tác viên
TTV = tuyên truyền viên
BCV = báo cáo viên
BGK = ban giám khảo
PHHS = phụ huynh học sinh
GĐVH = gia đình văn hóa
BVTE = bảo vệ trẻ em
BĐG = bình đẳng giới
DSKHHGĐ = dân số, kế hoạch hóa gia đình
DBĐV = dự bị động viên
SHTT = sở hữu trí tuệ
TMĐT = thương mại điện tử
HĐBC = hội đồng bầu cử
SLĐ = sức lao động
XKLĐ = xuất khẩu lao động
VLXD = vật liệu xây dựng
CSVC = cơ sở vật chất
HTKT = hạ tầng kỹ thuật
QHSDĐ = quy hoạch sử dụng đất
TTCN = tiểu thủ công nghiệp
TMDV = thương mại, dịch vụ
KSND = kiểm sát nhân dân
THA = thi hành án
THADS = thi hành án dân sự
NHCSXH = Ngân hàng Chính sách xã hội
TK = tài khoản
STK = số tài khoản
ĐTDĐ = điện thoại di động
KQ = kết quả
HSSK = hồ sơ sức khỏe
BHXHTN = bảo hiểm xã hội tự nguyện
PCGD = phổ cập giáo dục
TTGDTX = trung tâm giáo dục thường xuyên
SXNN = sản xuất nông nghiệp
BVTV = bảo vệ thực vật
PCLB = phòng chống lụt bão
KCN = khu công nghiệp
KĐT = khu đô thị
CB = cán bộ
CC = công chức
CBCC = cán bộ, công chức
CCVC = công chức, viên chức
CBCCVC = cán bộ, công chức, viên chức
CBCCVCNLĐ = cán bộ, công chức, viên chức, người lao động
NLĐ = người lao động
NSDLĐ = người sử dụng lao động
CNTT = công nghệ thông tin
CNTT-TT = công nghệ thông tin, truyền thông
TT&TT = Thông tin và Truyền thông
CĐS = chuyển đổi số
CSDL = cơ sở dữ liệu
CSDLQG = cơ sở dữ liệu quốc gia
HTTT = hệ thống thông tin
ANTT = an ninh trật tự
ATGT = an toàn giao thông
TTATGT = trật tự an toàn giao thông
TTĐT = trật tự đô thị
ATTP = an toàn thực phẩm
VSATTP = vệ sinh an toàn thực phẩm
VSMT = vệ sinh môi trường
BVMT = bảo vệ môi trường
PCCC = phòng cháy chữa cháy
CNCH = cứu nạn cứu hộ
PCTT = phòng chống thiên tai
TKCN = tìm kiếm cứu nạn
PCTN = phòng chống tham nhũng
KNTC = khiếu nại, tố cáo
PAKN = phản ánh, kiến nghị
PBGDPL = phổ biến, giáo dục pháp luật
TGPL = trợ giúp pháp lý
NVQS = nghĩa vụ quân sự
CSGT = cảnh sát giao thông
CSKV = cảnh sát khu vực
CA = công an
CAND = Công an nhân dân
QĐND = Quân đội nhân dân
LLVT = lực lượng vũ trang
ANQP = an ninh quốc phòng
QPAN = quốc phòng an ninh
QP-AN = quốc phòng - an ninh
QPTD = quốc phòng toàn dân
KT-XH = kinh tế - xã hội
KTXH = kinh tế xã hội
VH-XH = văn hóa - xã hội
VHXH = văn hóa xã hội
VHTT = văn hóa thông tin
VHTTDL = Văn hóa, Thể thao và Du lịch
VHVN = văn hóa văn nghệ
TDTT = thể dục thể thao
LĐTBXH = Lao động - Thương binh và Xã hội
LĐ-TB&XH = Lao động - Thương binh và Xã hội
LĐTB&XH = Lao động - Thương binh và Xã hội
GDĐT = giáo dục đào tạo
GD&ĐT = Giáo dục và Đào tạo
GD-ĐT = giáo dục - đào tạo
KHCN = khoa học công nghệ
KH&CN = Khoa học và Công nghệ
KH&ĐT = Kế hoạch và Đầu tư
TN&MT = Tài nguyên và Môi trường
TNMT = tài nguyên môi trường
NN&PTNT = Nông nghiệp và Phát triển nông thôn
NN&MT = Nông nghiệp và Môi trường
GTVT = giao thông vận tải
GTNT = giao thông nông thôn
NTM = nông thôn mới
ĐTVM = đô thị văn minh
TDĐKXDĐSVH = toàn dân đoàn kết xây dựng đời sống văn hóa
HTX = hợp tác xã
THT = tổ hợp tác
DN = doanh nghiệp
DNNVV = doanh nghiệp nhỏ và vừa
DNTN = doanh nghiệp tư nhân
HKD = hộ kinh doanh
SXKD = sản xuất kinh doanh
XDCB = xây dựng cơ bản
GPMB = giải phóng mặt bằng
NSNN = ngân sách nhà nước
NSĐP = ngân sách địa phương
TTHĐ = thanh toán hóa đơn
THCS = trung học cơ sở
THPT = trung học phổ thông
TH = tiểu học
MN = mầm non
ĐH = đại học
CĐ = cao đẳng
HSSV = học sinh, sinh viên
GV = giáo viên
HS = học sinh
TNCS = Thanh niên cộng sản
TNCSHCM = Thanh niên cộng sản Hồ Chí Minh
TNXP = thanh niên xung phong
ĐVTN = đoàn viên thanh niên
LHPN = Liên hiệp Phụ nữ
LHTN = Liên hiệp Thanh niên
CCB = Cựu chiến binh
NCT = Người cao tuổi
NKT = người khuyết tật
HND = Hội Nông dân
CTĐ = Chữ thập đỏ
LĐLĐ = Liên đoàn Lao động
TAND = Tòa án nhân dân
VKSND = Viện kiểm sát nhân dân
ĐBQH = đại biểu Quốc hội
QH = Quốc hội
CP = Chính phủ
TTCP = Thủ tướng Chính phủ
VPCP = Văn phòng Chính phủ
TW = Trung ương
TƯ = Trung ương
BCH = Ban Chấp hành
BTV = Ban Thường vụ
BCĐ = Ban Chỉ đạo
BTC = Ban Tổ chức
BQL = ban quản lý
BGH = ban giám hiệu
XHCN = xã hội chủ nghĩa
CNXH = chủ nghĩa xã hội
VN = Việt Nam
CHXHCN = Cộng hòa xã hội chủ nghĩa
TNHH = trách nhiệm hữu hạn
TP.HCM = Thành phố Hồ Chí Minh
TPHCM = Thành phố Hồ Chí Minh
HCM = Hồ Chí Minh
TP = thành phố
TX = thị xã
SĐT = số điện thoại
ĐT = điện thoại
ĐC = địa chỉ
CN = Chủ nhật
ThS = thạc sĩ
TS = tiến sĩ
GS = giáo sư
PGS = phó giáo sư
GS.TS = giáo sư, tiến sĩ
PGS.TS = phó giáo sư, tiến sĩ
BS = bác sĩ
KS = kỹ sư
LS = luật sư
NSƯT = nghệ sĩ ưu tú
đ/c = đồng chí
Đ/c = Đồng chí
v/v = về việc
V/v = Về việc
T/M = thay mặt
TM = thay mặt
KT = ký thay
t/h = thực hiện
CCN = cụm công nghiệp
NSTW = ngân sách trung ương
QLTT = quản lý thị trường
QLNN = quản lý nhà nước
QLĐT = quản lý đô thị
TTYT = trung tâm y tế
TYT = trạm y tế
BVĐK = bệnh viện đa khoa
NVH = nhà văn hóa
CHQS = chỉ huy quân sự
BCHQS = Ban Chỉ huy quân sự
DQTV = dân quân tự vệ
DTTS = dân tộc thiểu số
BTXH = bảo trợ xã hội
HTXH = hưu trí xã hội
NCC = người có công
TBLS = thương binh, liệt sĩ
BĐKH = biến đổi khí hậu
ĐMST = đổi mới sáng tạo
KHKT = khoa học kỹ thuật
MTQG = mục tiêu quốc gia
ANCT = an ninh chính trị
TTATXH = trật tự an toàn xã hội
ATTT = an toàn thông tin
ATANM = an toàn, an ninh mạng
TCNSCĐ = tổ công nghệ số cộng đồng
CNSCĐ = công nghệ số cộng đồng
CQĐT = chính quyền điện tử
CQĐP = chính quyền địa phương
CQS = chính quyền số
ATVSLĐ = an toàn vệ sinh lao động
QCVN = quy chuẩn Việt Nam
TCVN = tiêu chuẩn Việt Nam
GDTX = giáo dục thường xuyên
GDMN = giáo dục mầm non
VPĐK = văn phòng đăng ký
ĐKĐĐ = đăng ký đất đai
HĐQT = hội đồng quản trị
HĐXX = hội đồng xét xử
GPKD = giấy phép kinh doanh
LLTP = lý lịch tư pháp
BLGĐ = bạo lực gia đình
DSGĐ = dân số, gia đình
SKSS = sức khỏe sinh sản
TNGT = tai nạn giao thông
VPHC = vi phạm hành chính
XPVPHC = xử phạt vi phạm hành chính
TDC = tái định cư
TĐC = tái định cư
XĐGN = xóa đói giảm nghèo
GNBV = giảm nghèo bền vững
BTXM = bê tông xi măng
CLB = câu lạc bộ
BCTĐ = báo cáo thẩm định
QLDA = quản lý dự án
ATM = a-tê-em
VNeID = Vi-en-e-ai-đi
VNEID = Vi-en-e-ai-đi
VNeid = Vi-en-e-ai-đi
VssID = Vi-ét-ét-ai-đi
ID = ai-đi
QR = quy-a
OTP = ô-tê-pê
PIN = pin
SMS = ét-em-ét
PDF = pê-đê-ép
USB = u-ét-bê
GPS = gi-pi-ét
CAMERA = ca-mê-ra
AI = ây-ai
IT = ai-ti
WIFI = oai-phai
WiFi = oai-phai
Wifi = oai-phai
Wi-Fi = oai-phai
wifi = oai-phai
OCOP = ô-cốp
SIPAS = xi-pát
PAPI = pa-pi
PCI = pê-xê-i
DTI = đê-tê-i
PAR = pa
INDEX = in-đếch
PAR-INDEX = pa in-đếch
ASEAN = A-xê-an
UNESCO = U-nét-xcô
UNICEF = U-ni-xép
WTO = vê-kép tê-ô
WHO = Tổ chức Y tế thế giới
HIV = hát-i-vê
AIDS = ết
HIV/AIDS = hát-i-vê ết
COVID = cô-vít
Covid = cô-vít
FDI = ép-đê-i
GDP = gi-đi-pi
GRDP = gi-a-đi-pi
ODA = ô-đê-a
VAT = vát
USD = đô la Mỹ
VND = đồng
VNĐ = đồng
EU = Liên minh châu Âu
`;

export const abbreviations: ReadonlyMap<string, string> = new Map(
	written
		.trim()
		.split('\n')
		.map((line) => line.split(' = ') as [string, string])
);

/** Names of letters, for what has no other reading. */
const letters: Record<string, string> = {
	A: 'a',
	Ă: 'á',
	Â: 'ớ',
	B: 'bê',
	C: 'xê',
	D: 'dê',
	Đ: 'đê',
	E: 'e',
	Ê: 'ê',
	F: 'ép',
	G: 'gờ',
	H: 'hát',
	I: 'i',
	J: 'gi',
	K: 'ca',
	L: 'e-lờ',
	M: 'em',
	N: 'en',
	O: 'o',
	Ô: 'ô',
	Ơ: 'ơ',
	P: 'pê',
	Q: 'quy',
	R: 'e-rờ',
	S: 'ét',
	T: 'tê',
	U: 'u',
	Ư: 'ư',
	V: 'vê',
	W: 'vê-kép',
	X: 'ích',
	Y: 'i dài',
	Z: 'dét'
};
export const letterName = (letter: string): string => letters[letter.toUpperCase()] ?? letter;
/** Said by their letters, as everybody does: QR, OTP. */
const told = new Set(abbreviations.values());
const letterNames = new Set(Object.values(letters));
/** "ca-tê-vê": letters by their names, of an abbreviation nobody told the words of. */
export const isSpelled = (word: string): boolean =>
	word.includes('-') && !told.has(word) && word.split('-').every((part) => letterNames.has(part));
/** KTV → "ca-tê-vê". */
export const spelled = (word: string): string => [...word].map(letterName).join('-');

/** Kinds of documents by the letters in their number (Nghị định 30/2020/NĐ-CP, Phụ lục III), and those of the Party. */
export const documentKinds: Record<string, string> = {
	NQ: 'Nghị quyết',
	QĐ: 'Quyết định',
	CT: 'Chỉ thị',
	QC: 'Quy chế',
	QYĐ: 'Quy định',
	TC: 'Thông cáo',
	TB: 'Thông báo',
	HD: 'Hướng dẫn',
	CTr: 'Chương trình',
	KH: 'Kế hoạch',
	PA: 'Phương án',
	ĐA: 'Đề án',
	DA: 'Dự án',
	BC: 'Báo cáo',
	BB: 'Biên bản',
	TTr: 'Tờ trình',
	HĐ: 'Hợp đồng',
	CĐ: 'Công điện',
	BGN: 'Bản ghi nhớ',
	BTT: 'Bản thỏa thuận',
	GUQ: 'Giấy ủy quyền',
	GM: 'Giấy mời',
	GGT: 'Giấy giới thiệu',
	NĐ: 'Nghị định',
	TT: 'Thông tư',
	TTLT: 'Thông tư liên tịch',
	VBHN: 'Văn bản hợp nhất',
	PL: 'Pháp lệnh',
	L: 'Luật',
	SL: 'Sắc lệnh',
	KL: 'Kết luận',
	CV: 'Công văn',
	QyĐ: 'Quy định'
};

/** Who issued it, by the letters in its number. */
export const issuers: Record<string, string> = {
	CP: 'Chính phủ',
	TTg: 'Thủ tướng Chính phủ',
	UBND: 'Ủy ban nhân dân',
	HĐND: 'Hội đồng nhân dân',
	TW: 'Trung ương',
	TƯ: 'Trung ương',
	QH: 'Quốc hội',
	UBTVQH: 'Ủy ban Thường vụ Quốc hội',
	CTN: 'Chủ tịch nước',
	VPCP: 'Văn phòng Chính phủ',
	BTP: 'Bộ Tư pháp',
	BNV: 'Bộ Nội vụ',
	BTC: 'Bộ Tài chính',
	BCA: 'Bộ Công an',
	BQP: 'Bộ Quốc phòng',
	BYT: 'Bộ Y tế',
	BGDĐT: 'Bộ Giáo dục và Đào tạo',
	BXD: 'Bộ Xây dựng',
	BCT: 'Bộ Công Thương',
	BGTVT: 'Bộ Giao thông vận tải',
	BTNMT: 'Bộ Tài nguyên và Môi trường',
	BNNPTNT: 'Bộ Nông nghiệp và Phát triển nông thôn',
	BNNMT: 'Bộ Nông nghiệp và Môi trường',
	BKHCN: 'Bộ Khoa học và Công nghệ',
	BTTTT: 'Bộ Thông tin và Truyền thông',
	BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch',
	BLĐTBXH: 'Bộ Lao động - Thương binh và Xã hội',
	BKHĐT: 'Bộ Kế hoạch và Đầu tư',
	BNG: 'Bộ Ngoại giao',
	BDTTG: 'Bộ Dân tộc và Tôn giáo',
	NHNN: 'Ngân hàng Nhà nước',
	TTCP: 'Thanh tra Chính phủ',
	TANDTC: 'Tòa án nhân dân tối cao',
	VKSNDTC: 'Viện kiểm sát nhân dân tối cao',
	BHXH: 'Bảo hiểm xã hội',
	SNV: 'Sở Nội vụ',
	STP: 'Sở Tư pháp',
	STC: 'Sở Tài chính',
	SYT: 'Sở Y tế',
	SXD: 'Sở Xây dựng',
	SCT: 'Sở Công Thương',
	SGDĐT: 'Sở Giáo dục và Đào tạo',
	STTTT: 'Sở Thông tin và Truyền thông',
	SVHTT: 'Sở Văn hóa và Thể thao',
	SVHTTDL: 'Sở Văn hóa, Thể thao và Du lịch',
	SKHCN: 'Sở Khoa học và Công nghệ',
	STNMT: 'Sở Tài nguyên và Môi trường',
	SNNMT: 'Sở Nông nghiệp và Môi trường',
	TU: 'Thành ủy',
	ĐU: 'Đảng ủy',
	HU: 'Huyện ủy',
	BCĐ: 'Ban Chỉ đạo',
	MTTQ: 'Ủy ban Mặt trận Tổ quốc',
	ĐTN: 'Đoàn Thanh niên',
	BTV: 'Ban Thường vụ'
};
