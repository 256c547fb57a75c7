/** The national portal's own answer about one procedure (`{code: 'OK', data: {…}}`). */
import { agencyOf, resultsOf, stepsOf } from './prose.ts';
import { applicantsOf, cleaned, dayOfText, levelOf, onlineOf } from './values.ts';
import { isObject, list, objects, text, type Json, type Unparsed } from './fields.ts';

const ways: Record<string, string> = { DIRECT: 'direct', ONLINE: 'online', POSTAL: 'postal' };
const units: Record<string, string> = {
	WORKING_DAY: 'working_day',
	DAY: 'day',
	WORKING_HOUR: 'working_hour',
	HOUR: 'hour',
	MONTH: 'month'
};

const numberIn = (record: Json, column: string): number | null => {
	const value = Number(text(record, column).replace(',', '.'));
	return text(record, column) !== '' && Number.isFinite(value) ? value : null;
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
		code: cleaned(text(record, 'code')),
		name: cleaned(text(record, 'name')),
		field: cleaned(text(category, 'name')),
		level: levelOf(levels.join(', ')),
		agency,
		applicants: applicantsOf(named(record, 'subjectTypesDetails')),
		onlineLevel:
			record['isOfflineOnly'] === true
				? 'none'
				: record['isFullProcess'] === true
					? 'full'
					: record['isFullProcess'] === false
						? 'partial'
						: onlineOf(text(record, 'formalityType')),
		decision: cleaned(text(proposal, 'proposalNumber') || text(record, 'decisionNo')).slice(0, 200),
		decidedOn: dayOfText(text(proposal, 'decisionDate')) ?? null,
		content: {
			steps: objects(record, 'executionSteps').flatMap((step) => {
				const words = cleaned(text(step, 'description')) || cleaned(text(step, 'name'));
				const name = cleaned(text(step, 'description')) ? cleaned(text(step, 'name')).slice(0, 500) : '';
				return words ? (name ? [{ name, text: words }] : stepsOf(words)) : [];
			}),
			ways: objects(record, 'executionMethods').flatMap((method) => {
				const way = ways[text(method, 'submissionMethod')];
				if (!way) {
					warn(
						'executionMethods',
						`Không hiểu cách nộp “${text(method, 'submissionMethod').slice(0, 40)}” nên đã bỏ.`
					);
					return [];
				}
				const value = numberIn(method, 'processingTime');
				const unit = units[text(method, 'processingTimeUnit')] ?? null;
				return [
					{
						way,
						time: {
							value: value !== null && value > 0 ? value : null,
							unit,
							text: unit ? '' : cleaned(text(method, 'processingTime'))
						},
						fees: objects(method, 'fees').map((fee) => feeIn(fee)),
						description: cleaned(text(method, 'description')).slice(0, 8000)
					}
				];
			}),
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

function feeIn(fee: Json): Record<string, unknown> {
	const amount = numberIn(fee, 'value');
	const currency = /usd|đô la/i.test(text(fee, 'currencyName')) ? 'USD' : 'VND';
	const note = cleaned(text(fee, 'description')).slice(0, 8000);
	return {
		name: cleaned(text(fee, 'type')).slice(0, 300),
		kind: amount === null ? (note ? 'other' : 'unknown') : amount === 0 ? 'free' : 'amount',
		amount,
		currency,
		text: amount === null ? note.slice(0, 1000) : '',
		note: amount === null ? '' : note
	};
}
