/** What the index is told of a procedure: an entry for each version, found only on the days it holds. */
import { startOfDay } from '#platform/clock.ts';
import type { Entry } from '#search/entry.ts';
import type { VersionOfCode } from './reading.server.ts';

/** More says nothing new about what people look for. */
const LONGEST_BODY = 4000;

export function entryOf(version: VersionOfCode): Entry {
	const { code, name, field, applicants, onlineLevel, content } = version;
	const short = name.replace(/^thủ tục\s+/i, '');
	const said = [
		field,
		...content.cases.flatMap((one) => [one.name, ...one.papers.map((paper) => paper.name)]),
		...content.results,
		...content.steps.map((step) => `${step.name} ${step.text}`),
		content.conditions,
		content.note
	];
	return {
		kind: 'procedure',
		key: code,
		url: `/thu-tuc/${code}`,
		title: name,
		codes: [code],
		aliases: [...content.keywords, ...(short !== name ? [short] : [])],
		body: said.filter(Boolean).join('\n').slice(0, LONGEST_BODY),
		facets: {
			...(field && { field }),
			...(applicants.length > 0 && { applicants }),
			...(onlineLevel && { online: onlineLevel })
		},
		shownFrom: startOfDay(version.effectiveFrom),
		shownTo: version.effectiveTo === null ? null : startOfDay(version.effectiveTo),
		publishedAt: version.recordedAt
	};
}
