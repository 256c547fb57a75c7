/** What the forms of the plan's header, areas and recipients say. */
import { z } from 'zod';

const line = (most: number) =>
	z
		.string()
		.max(most, `Dài quá ${most} ký tự. Hãy viết ngắn lại.`)
		.nullish()
		.transform((value) => value?.normalize('NFC').trim() || null);
/** One item per line of a text box. */
const lines = z
	.string()
	.max(50_000, 'Nội dung dài quá. Hãy rút gọn.')
	.nullish()
	.transform((value) =>
		(value ?? '')
			.normalize('NFC')
			.split(/\r?\n/)
			.map((one) => one.trim())
			.filter(Boolean)
	);

export const headerForm = z.object({
	lockVersion: z.coerce.number().int(),
	title: z
		.string({ error: 'Chưa có tên gọi. Hãy nhập trích yếu của kế hoạch.' })
		.transform((value) => value.normalize('NFC').trim())
		.pipe(z.string().min(5, 'Hãy nhập trích yếu của kế hoạch.').max(1000, 'Trích yếu dài quá 1.000 ký tự.')),
	year: z.coerce
		.number({ error: 'Năm của kế hoạch gồm bốn chữ số.' })
		.int('Năm của kế hoạch gồm bốn chữ số.')
		.min(2000, 'Năm của kế hoạch từ 2000 trở đi.')
		.max(2100, 'Năm của kế hoạch không đúng.'),
	superior: line(300),
	issuer: line(300),
	symbol: line(60),
	place: line(100),
	signer: line(100),
	signerTitle: line(100),
	signerAuthority: line(200),
	legalBasis: lines,
	audiences: lines
});
export type HeaderInput = z.infer<typeof headerForm>;

export type AreaInput = {
	/** Null for a new area. */
	key: string | null;
	marker: string;
	shortName: string;
	text: string;
};
export const areaForm = z.object({
	key: line(60),
	marker: z.string().transform((value) => value.normalize('NFC').trim().replace(/\)$/, '')),
	shortName: z
		.string()
		.transform((value) => value.normalize('NFC').trim())
		.pipe(
			z.string().min(2, 'Hãy đặt tên gọi ngắn cho từng nội dung.').max(60, 'Tên gọi ngắn không quá 60 ký tự.')
		),
	text: z
		.string()
		.transform((value) => value.normalize('NFC').trim())
		.pipe(z.string().min(3, 'Hãy ghi nội dung cần tuyên truyền.').max(5000, 'Nội dung dài quá 5.000 ký tự.'))
});

export const recipientsForm = z.object({ lockVersion: z.coerce.number().int(), recipients: lines });
