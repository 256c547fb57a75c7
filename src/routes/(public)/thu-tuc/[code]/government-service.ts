/** What search engines read about a procedure: schema.org GovernmentService as JSON-LD. */
import type { ProcedureText } from '#procedures/procedure.ts';

export function governmentService(
	text: ProcedureText,
	ward: { name: string },
	address: string,
	origin: string
): string {
	const { content } = text;
	const channels = [
		...(content.portalUrl
			? [{ '@type': 'ServiceChannel', name: 'Cổng Dịch vụ công quốc gia', serviceUrl: content.portalUrl }]
			: []),
		...(content.place
			? [{ '@type': 'ServiceChannel', serviceLocation: { '@type': 'Place', name: content.place } }]
			: [])
	];
	const data = {
		'@context': 'https://schema.org',
		'@type': 'GovernmentService',
		name: text.name,
		identifier: text.code,
		url: address,
		inLanguage: 'vi',
		...(text.field && { serviceType: text.field }),
		provider: {
			'@type': 'GovernmentOrganization',
			name: `Ủy ban nhân dân ${ward.name}`,
			url: origin
		},
		...(text.agency && { serviceOperator: { '@type': 'GovernmentOrganization', name: text.agency } }),
		areaServed: { '@type': 'AdministrativeArea', name: ward.name },
		...(text.applicants.length > 0 && {
			audience: text.applicants.map((name) => ({ '@type': 'Audience', audienceType: name }))
		}),
		...(channels.length > 0 && { availableChannel: channels }),
		...(content.results.length > 0 && {
			serviceOutput: content.results.map((name) => ({ '@type': 'Thing', name }))
		}),
		...(content.keywords.length > 0 && { keywords: content.keywords })
	};
	// A "</script>" inside a name would otherwise end the block.
	return (
		`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</` + 'script>'
	);
}
