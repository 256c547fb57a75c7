/** What a program hands in (POST requests): looked through, and made into the words of a message. */
import type { Category } from './case.ts';
import { attributes, isService, Wrong, type Attribute } from './open311.ts';

export type Sent = {
	category: Category;
	text: string;
	place: string;
	latitude: number | null;
	longitude: number | null;
	contact: { name: string; phone: string; email: string; address: string };
};

const LONGEST = 4000;
const line = (parameters: URLSearchParams, name: string): string =>
	(parameters.get(name) ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();

export function sentIn(form: URLSearchParams): Sent {
	const code = line(form, 'service_code');
	if (code === '') throw new Wrong(400, 'Thiếu service_code. Hãy lấy một mã trong services.');
	if (!isService(code)) throw new Wrong(404, `Không có loại việc (service_code) ${code.slice(0, 60)}.`);
	const description = (form.get('description') ?? '').trim();
	if (description.length > LONGEST)
		throw new Wrong(400, `description dài quá ${LONGEST} ký tự. Hãy viết gọn lại.`);
	const { latitude, longitude } = pointIn(form);
	const address = line(form, 'address_string');
	const addressId = line(form, 'address_id');
	if (latitude === null && address === '' && addressId === '')
		throw new Wrong(400, 'Thiếu địa điểm: cần lat và long, hoặc address_string, hoặc address_id.');
	const media = line(form, 'media_url');
	if (media.length > 1000) throw new Wrong(400, 'media_url dài quá 1000 ký tự.');
	return {
		category: code,
		text: [
			description,
			...answersIn(form, attributes[code] ?? []),
			// Kept as words: nobody here opens an address that came from outside by itself.
			...(media ? [`Tệp người gửi dẫn tới (chưa mở): ${media}`] : [])
		]
			.filter(Boolean)
			.join('\n\n'),
		place: [address, addressId && `(mã địa chỉ ${addressId})`].filter(Boolean).join(' '),
		latitude,
		longitude,
		contact: {
			// Vietnamese order: family name first.
			name: [line(form, 'last_name'), line(form, 'first_name')].filter(Boolean).join(' '),
			phone: line(form, 'phone'),
			email: line(form, 'email'),
			address: ''
		}
	};
}

function pointIn(form: URLSearchParams): { latitude: number | null; longitude: number | null } {
	const [lat, long] = [line(form, 'lat'), line(form, 'long')];
	if (lat === '' && long === '') return { latitude: null, longitude: null };
	const number = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/;
	const [latitude, longitude] = [Number(lat), Number(long)];
	if (!number.test(lat) || !number.test(long) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
		throw new Wrong(
			400,
			'lat và long phải gửi cùng nhau, là số thập phân WGS84, ví dụ lat=21.1065, long=106.3932.'
		);
	return { latitude, longitude };
}

/** `attribute[LOAI]=den`, `attribute[LOAI][]=rac`: checked against the definition, then said in words. */
function answersIn(form: URLSearchParams, asked: Attribute[]): string[] {
	const given = new Map<string, string[]>();
	for (const [name, value] of form) {
		const code = /^attribute\[([^[\]]{1,60})\](?:\[\])?$/.exec(name)?.[1];
		const said = value.trim();
		if (code === undefined || said === '') continue;
		if (said.length > 1000) throw new Wrong(400, `attribute[${code}] dài quá 1000 ký tự.`);
		given.set(code, [...(given.get(code) ?? []), said]);
	}
	const wrong: string[] = [];
	const lines: string[] = [];
	for (const attribute of asked) {
		const values = given.get(attribute.code) ?? [];
		given.delete(attribute.code);
		if (values.length === 0) {
			if (attribute.required) wrong.push(`Thiếu attribute[${attribute.code}]: ${attribute.description}`);
			continue;
		}
		const said = valuesSaid(attribute, values);
		if (said === null)
			wrong.push(`attribute[${attribute.code}] chưa đúng: ${attribute.datatype_description}.`);
		else lines.push(`${attribute.description.replace(/\?$/, '')}: ${said}.`);
	}
	if (wrong.length > 0) throw new Wrong(400, ...wrong);
	// What nobody asked for is kept all the same.
	for (const [code, values] of [...given].slice(0, 20)) lines.push(`${code}: ${values.join(', ')}.`);
	return lines;
}

function valuesSaid({ datatype, values: offered }: Attribute, values: string[]): string | null {
	if (datatype === 'multivaluelist' || datatype === 'singlevaluelist') {
		if (datatype === 'singlevaluelist' && values.length > 1) return null;
		const names = values.map((value) => offered.find(({ key }) => key === value)?.name);
		return names.includes(undefined) ? null : names.join(', ');
	}
	if (values.length > 1) return null;
	const value = values[0]!;
	if (datatype === 'number' && !Number.isFinite(Number(value))) return null;
	if (datatype === 'datetime' && (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(Date.parse(value))))
		return null;
	return value;
}
