/** Role (vai trò trong hệ thống): what a position lets its holder do. The law's name of the post is the position's title. */
export const roles = {
	admin: 'Quản trị hệ thống',
	chair: 'Chủ tịch',
	vice_chair: 'Phó Chủ tịch',
	office: 'Văn phòng, Nội vụ',
	culture: 'Văn hóa',
	radio: 'Truyền thanh',
	justice: 'Tư pháp',
	accountant: 'Kế toán',
	one_stop: 'Một cửa',
	front: 'Mặt trận, đoàn thể',
	residential: 'Tổ dân phố',
	superior: 'Cấp trên'
} as const;

export type Role = keyof typeof roles;
