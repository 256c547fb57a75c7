/** The words by which a unit's name is known: what it begins with, what introduces it, the verbs that follow it. */

/** What a unit's own name begins with. With tones: "Phong trào" is no "Phòng", "Giáo viên" no "Giao …". */
const OWN =
	'văn phòng,vp,phòng,ban,sở,ubnd,ủy ban,ub,ubmttq,hđnd,hội đồng,thường trực,công chức,cán bộ,viên chức,đài,trung tâm,tttt,tổ trưởng,tổ dân phố,tổ,khu dân cư,khu phố,trưởng,phó trưởng,trường,mặt trận,mttq,hội,đoàn,công an,quân sự,trạm,bệnh viện,hiệu trưởng,thủ trưởng,lãnh đạo,chủ tịch,phó chủ tịch,giám đốc,phó giám đốc,bộ phận,tư pháp,kế toán,tài chính,văn hóa,địa chính,nội vụ,chi cục,cục,tổng cục,bộ,kho bạc,thuế,báo,cổng thông tin,cổng tttt,bưu điện,bưu cục,vnpt,viettel,liên đoàn,hợp tác xã,doanh nghiệp,đảng ủy,chi bộ,đảng bộ,chi ủy,bí thư,thanh tra,viện,học viện,ngân hàng,bảo hiểm xã hội,bhxh,tòa án,nhóm,thành viên,người đứng đầu,người phát ngôn,đồng chí,đ/c,ông,bà,thôn,xã,phường,một cửa,kinh tế,hạ tầng,thư ký,tổng biên tập,thanh niên,phụ nữ,nông dân,cựu chiến binh,công đoàn,bch,lao động,hộ tịch,y tế,giáo viên,giáo dục,chuyên viên,chánh văn phòng,giao thông,đô thị,điện lực,hạt kiểm lâm,tỉnh đoàn,thành đoàn,tỉnh ủy,thành ủy,ban giám hiệu,nhà trường,nhà văn hóa,thư viện,ấp,bản,buôn,đội,học sinh'.split(
		','
	);
const GROUP = [
	'các',
	'những',
	'tất cả',
	'toàn thể',
	'cơ quan',
	'đơn vị',
	'đoàn thể',
	'tổ chức',
	'địa phương',
	'ngành',
	'cá nhân'
];
const NAME_AT_START = new RegExp(`^(?:${[...OWN, ...GROUP].join('|')})(?=[\\s,.;:–(-]|$)`, 'u');
/** One spelling of the tone: "uỷ" as "ủy", "hoá" as "hóa". */
export const isNameAtStart = (text: string): boolean =>
	NAME_AT_START.test(
		text.slice(0, 40).toLowerCase().replaceAll('uỷ', 'ủy').replaceAll('hoá', 'hóa').replaceAll('toà', 'tòa')
	);
/** Beginnings that surely name one unit: what is enumerated with them is several units. */
export const SURE =
	/^(?:van phong|phong|ban |so |ubnd|uy ban|cong chuc|dai (?:phat|truyen)|trung tam|mat tran|hoi |doan |cong an|tram |truong (?!hop)|chi cuc|bo phan|bo chi huy|to (?:truong|dan|cong)|tu phap|thanh tra|kho bac|lien doan|bao va|bao hiem|ban chi|hdnd|uỷ ban|ub mttq|quan su)/;

/** What introduces a unit without belonging to its name. */
export const INTRODUCING =
	/^(?:(?:kính )?đề nghị|giao(?: cho| nhiệm vụ cho)?|yêu cầu|phân công|đối với|về phía|nhiệm vụ của|trách nhiệm của|trách nhiệm|nhiệm vụ|phụ trách)\s+(?:cho\s+)?/iu;

/** Verbs duties begin with; the name stands before the first of them. */
const VERBS =
	'chu tri,phoi hop,co trach nhiem,co nhiem vu,chiu trach nhiem,tham muu,thuc hien,huong dan,tang cuong,can cu,theo doi,xay dung(?! chinh),la (?:co quan|dau moi|don vi|thuong),trien khai,day manh,chi dao(?! (?:cai|cchc|chuyen)),chu dong,thuong xuyen,bo tri,can doi,lap du,lap ke,tham dinh,tiep nhan(?! va),dua tin,don doc,ra soat,cap nhat,dang tai,cung cap,duy tri,phat huy,van dong,bao dam,dam bao,niem yet,phat song,long ghep,tich cuc,dinh ky,kip thoi,quan triet,pho bien,cu (?:can bo|cong chuc|thanh vien),bien soan,in an,trinh,de xuat,quan tam,nghien cuu,tap trung,lua chon,chuan bi,thong bao,cong khai,giup,dong thoi,mo chuyen,to chuc (?:trien khai|thuc hien|tuyen truyen|cac|hoi|lop|tap huan|kiem tra|pho bien),tiep tuc,nang cao,tham gia,bao cao(?! vien),ho tro,khao sat,cong bo,bam sat,su dung,dua (?:noi|cong),phan cong,giao nhiem,xay dung ke hoach,gui,hoan thanh,guong mau'.split(
		','
	);
/** These are also parts of names: "Phòng Tổng hợp", "Ủy ban Kiểm tra", "Đội Tuyên truyền". */
const VERBS_IN_NAMES = ['tong hop', 'kiem tra', 'tuyen truyen', 'giam sat', 'quan ly(?= chat| viec| tot)'];
export const VERB = new RegExp(
	`(?<![-&–])\\s+(?=(?:${VERBS.join('|')})(?=[\\s,.;:]))|(?<![-&–]|(?:^|\\s)(?:phong|to|ban|doi|phan|nhom|so|cong chuc|can bo))\\s+(?=(?:${VERBS_IN_NAMES.join('|')})(?=\\s))`,
	'g'
);

export const NO_UNIT =
	/^(?:kinh phi|nguon|thoi gian|thoi han|che do|dinh ky|hang|hinh thuc|noi dung|doi tuong|muc|kiem tra|cong tac|trong|neu|khi|de |voi|qua |can cu|truong hop|to chuc(?! (?:chinh|xa|doan|kinh te|phi|phap|dang|cong|thanh vien|tin dung|hoi |co so|lien|khac|ca nhan|va|trong|tren|thuoc))|bao cao|so luong|so lieu|so luot|ban hanh|quy dinh|quy i|bo tri|bo sung|phong chong|phong ngua|hoi nghi|hoi thao|hoi thi|doan ket|tram phan|so hoa|so ket|tong ket|thue bao|van hoa giao|phuong an|phuong thuc|phuong phap|phuong tien|xa hoi|pho bien|tai chinh cong|bao dam|kinh te so|xay dung|doanh nghiep so|cac (?:noi dung|hinh thuc|nhiem vu|van ban|mo hinh|giai phap|chi tieu|tin|bai|hoat dong|quy dinh|thu tuc|chuyen muc|ho so|muc tieu|chi so|buoi|cuoc|hoi nghi|linh vuc|dich vu|nguon)|ban tin|bao chi$|quy (?:i|ii|iii|iv|1|2|3|4)\b|vien dan|so tay|bo tieu|bo chi so|bo thu|bo may|dai hoi)/;
