/** The national portal's own answer about one procedure (`{code: 'OK', data: {…}}`). */
import { agencyOf, decisionOf, resultsOf, stepsOf } from './prose.ts';
import { dayOf } from '#platform/clock.ts';
import type { Fee, TimeLimit } from '../procedure.ts';
import { feeRead } from './fee.ts';
import {
	isObject,
	list,
	objects,
	text,
	textOrNumber,
	WrongField,
	type Json,
	type Unparsed
} from './fields.ts';
import { applicantsOf, cleaned, dayOfText, inOrder, levelOf, onlineOf, timeOf, waysOf } from './values.ts';

const units: Record<string, NonNullable<TimeLimit['unit']>> = {
	WORKING_DAY: 'working_day',
	DAY: 'day',
	WORKING_HOUR: 'working_hour',
	HOUR: 'hour',
	MONTH: 'month'
};

const feeNames: Record<string, string> = { FEE: 'Phí', CHARGE: 'Lệ phí', PHI: 'Phí', LE_PHI: 'Lệ phí' };

const numberIn = (record: Json, column: string): number | null => {
	const printed = textOrNumber(record, column).trim();
	const value = Number(printed.replace(',', '.'));
	return printed !== '' && Number.isFinite(value) ? value : null;
};
const named = (record: Json, column: string): string[] =>
	list(record, column).flatMap((one) => {
		const name = typeof one === 'string' ? one : isObject(one) ? text(one, 'name') : '';
		return cleaned(name) ? [cleaned(name)] : [];
	});

export function fromPortal(record: Json, warn: (column: string, message: string) => void): Unparsed {
	const category = isObject(record['category']) ? record['category'] : {};
	const proposal = isObject(record['procedureProposal']) ? record['procedureProposal'] : {};
	const { agency, leaked } = agencyOf(
		[
			...named(record, 'departmentsAuthority'),
			...named(record, 'departmentsExecuting'),
			...named(record, 'unitGroupsExecuting')
		]
			.filter((one, at, all) => all.indexOf(one) === at)
			.join(', ')
	);
	if (leaked) warn('departmentsExecuting', 'Tên cơ quan quá dài nên đã bỏ. Hãy ghi lại.');
	const levels = [
		record['isMinistry'] === true && 'Cấp bộ',
		record['isProvince'] === true && 'cấp tỉnh',
		record['isWard'] === true && 'cấp xã'
	].filter((one): one is string => typeof one === 'string');
	const uuid = text(record, 'id');
	return {
		code: cleaned(text(record, 'code')).replace(/\s+/g, ''),
		name: cleaned(text(record, 'name')).replace(/\s+/g, ' '),
		field: cleaned(text(category, 'name')) || named(record, 'categoriesDetails').join('; ').slice(0, 300),
		level: levelOf(levels.join(', ')),
		agency,
		applicants: applicantsOf(named(record, 'subjectTypesDetails')).filter((one) => one.length <= 200),
		onlineLevel:
			record['isOfflineOnly'] === true
				? 'none'
				: record['isFullProcess'] === true
					? 'full'
					: record['isFullProcess'] === false
						? 'partial'
						: onlineOf(text(record, 'formalityType')),
		decision: decisionOf(text(proposal, 'proposalNumber') || text(record, 'decisionNo')).decision,
		decidedOn: dayIn(proposal, 'decisionDate'),
		content: {
			steps: objects(record, 'executionSteps').flatMap((step) => {
				const words = cleaned(text(step, 'description')) || cleaned(text(step, 'name'));
				const name = cleaned(text(step, 'description')) ? cleaned(text(step, 'name')).slice(0, 500) : '';
				return words ? (name ? [{ name, text: words }] : stepsOf(words)) : [];
			}),
			ways: inOrder(
				objects(record, 'executionMethods').flatMap((method) => {
					const printed = text(method, 'submissionMethod');
					const named = waysOf(printed);
					if (named.length === 0)
						throw new WrongField('submissionMethod', printed, 'DIRECT, ONLINE hoặc POSTAL');
					const fees = objects(method, 'fees').map(feeIn);
					const description = cleaned(text(method, 'description')).slice(0, 8000);
					return named.map((way) => ({ way, time: timeIn(method, warn), fees, description }));
				})
			),
			cases: objects(record, 'executionCases').map((one) => ({
				code: cleaned(text(one, 'code')).slice(0, 60),
				name: cleaned(text(one, 'name')).slice(0, 2000),
				papers: objects(one, 'profileComponents').flatMap((paper) => {
					const name = cleaned(text(paper, 'name')).slice(0, 4000);
					if (!name) return [];
					return [
						{
							name,
							originals: small(numberIn(paper, 'originalQty')),
							copies: small(numberIn(paper, 'copyQty')),
							required: typeof paper['required'] === 'boolean' ? paper['required'] : null,
							forms: list(paper, 'attachments').flatMap((form) => {
								const formName = isObject(form) ? cleaned(text(form, 'name') || text(form, 'fileName')) : '';
								const url = isObject(form) ? text(form, 'url') : '';
								return formName
									? [
											{
												name: formName.slice(0, 500),
												url: /^https?:\/\//.test(url) && URL.canParse(url) ? url : null
											}
										]
									: [];
							})
						}
					];
				})
			})),
			results: named(record, 'resultsDetails').flatMap(resultsOf),
			conditions: cleaned(text(record, 'requirementsAndConditions')).slice(0, 20_000),
			legalBases: list(record, 'legalBasisesDetails').flatMap((basis) =>
				isObject(basis) && cleaned(text(basis, 'name'))
					? [
							{
								code: cleaned(text(basis, 'code')).slice(0, 100),
								name: cleaned(text(basis, 'name')).slice(0, 1000)
							}
						]
					: []
			),
			coordinating: named(record, 'departmentsCoordinating').join(', ').slice(0, 2000),
			portalUrl: /^[0-9a-f-]{36}$/i.test(uuid)
				? `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${uuid}`
				: null,
			keywords: (Array.isArray(record['keywords'])
				? named(record, 'keywords')
				: text(record, 'keywords').split(/[,;]/)
			)
				.map((word) => cleaned(word).slice(0, 100))
				.filter(Boolean),
			note: cleaned(text(record, 'note')).slice(0, 8000)
		}
	};
}

const small = (value: number | null): number | null =>
	value !== null && Number.isInteger(value) && value >= 0 && value <= 20 ? value : null;

function timeIn(method: Json, warn: (column: string, message: string) => void): TimeLimit {
	const value = numberIn(method, 'processingTime');
	const unit = units[text(method, 'processingTimeUnit').toUpperCase()] ?? null;
	if (value === null || value <= 0) return timeOf(textOrNumber(method, 'processingTime'));
	if (unit === null)
		warn('processingTime', `Thời hạn “${value}” không có đơn vị. Hãy bổ sung ngày hay ngày làm việc.`);
	return { value, unit, text: '' };
}

/** A moment, a day in words, or milliseconds. */
function dayIn(record: Json, column: string): string | null {
	const value = record[column];
	if (typeof value === 'number' && value > 1e11 && value < 1e13) return dayOf(new Date(value));
	return dayOfText(text(record, column)) ?? null;
}

function feeIn(fee: Json): Fee {
	const printed = textOrNumber(fee, 'value');
	const currency = text(fee, 'currencyName');
	const { fee: read } = feeRead(printed && `${printed} ${currency}`.trim(), text(fee, 'description'));
	return {
		...read,
		name: feeNames[text(fee, 'type').toUpperCase()] ?? cleaned(text(fee, 'type')).slice(0, 300)
	};
}
