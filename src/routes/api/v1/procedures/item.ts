/** A procedure as the machine interface gives it: what the ward says to people, nothing of how it is kept. */
import type { Day } from '#platform/clock.ts';
import type { ListedVersion } from '#procedures/open-data.server.ts';
import { standingOn, type ProcedureContent } from '#procedures/procedure.ts';
import type { VersionOfCode } from '#procedures/reading.server.ts';

export function procedureItem(version: ListedVersion, on: Day, origin: string) {
	const path = encodeURIComponent(version.code);
	return {
		code: version.code,
		name: version.name,
		field: version.field,
		level: version.level,
		agency: version.agency,
		applicants: version.applicants,
		onlineLevel: version.onlineLevel,
		decision: version.decision,
		decidedOn: version.decidedOn,
		effectiveFrom: version.effectiveFrom,
		effectiveTo: version.effectiveTo,
		endKind: version.endKind,
		replacedBy: version.replacedBy,
		standing: standingOn(version, on),
		recordedAt: version.recordedAt.toISOString(),
		url: `${origin}/thu-tuc/${path}`,
		apiUrl: `${origin}/api/v1/procedures/${path}`
	};
}

/** Where the text was seen is the officer's; forms get whole addresses. */
function published({ seenIn: _ours, ...content }: ProcedureContent, origin: string) {
	return {
		...content,
		cases: content.cases.map((one) => ({
			...one,
			papers: one.papers.map((paper) => ({
				...paper,
				forms: paper.forms.map(({ name, url, fileToken }) => ({
					name,
					url: fileToken ? `${origin}/tep/${encodeURIComponent(fileToken)}` : url
				}))
			}))
		}))
	};
}

export function wholeProcedure(version: VersionOfCode, on: Day, origin: string) {
	return { ...procedureItem(version, on, origin), content: published(version.content, origin) };
}

/** What is said about each version beside the one shown. */
export function versionLine(version: VersionOfCode, on: Day) {
	const { name, decision, decidedOn, effectiveFrom, effectiveTo, endKind, replacedBy } = version;
	return {
		name,
		decision,
		decidedOn,
		effectiveFrom,
		effectiveTo,
		endKind,
		replacedBy,
		standing: standingOn(version, on),
		recordedAt: version.recordedAt.toISOString()
	};
}
