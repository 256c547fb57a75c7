/** Who may do what with a report. Pure; the verbs throw the reasons, the pages show them beside the buttons. */
import { hasRole, signInFirst, type Actor } from '#people/actor.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

export type ReportFacts = { frozen: boolean; issued: boolean; unfilled: string[]; supplemented: boolean };
export type ReportAct =
	'draft' | 'edit' | 'recount' | 'freeze' | 'issue' | 'supplement' | 'discard' | 'download';

export function refusals(actor: Actor, act: ReportAct, report?: ReportFacts): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	const reasons: RefusalDetail[] = [];
	const refuse = (code: string, message: string, status = 409) =>
		reasons.push({ code: `report.${code}`, message, status });
	// The command line's robot may count and write down, as whoever runs it could; deciding is for people.
	const mayWrite = actor.kind === 'robot' || hasRole(actor, 'office', 'chair', 'vice_chair');
	if (act === 'download') {
		if (report && !maySee(actor, report))
			refuse(
				'not_yours',
				'Báo cáo này còn đang soạn trong phường. Cấp trên xem được sau khi báo cáo được ban hành.',
				403
			);
		return reasons;
	}
	if (!mayWrite)
		refuse(
			'not_keeper',
			'Báo cáo do Văn phòng và lãnh đạo UBND lập. Đồng chí có thể xem và góp ý với Văn phòng.',
			403
		);
	if (actor.kind === 'robot' && (act === 'freeze' || act === 'issue'))
		refuse('person_needed', 'Chốt và ban hành báo cáo phải do người có thẩm quyền thực hiện.', 403);
	if (!report) return reasons;
	if (act === 'edit' || act === 'recount' || act === 'freeze' || act === 'discard') {
		if (report.frozen)
			refuse('frozen', 'Báo cáo đã chốt nên không sửa được nữa. Hãy lập báo cáo bổ sung để điều chỉnh.');
	}
	if (act === 'freeze') {
		for (const heading of report.unfilled)
			refuse(
				'unfilled',
				`Mục “${heading}” còn chỗ cần bổ sung. Hãy viết nội dung vào mục đó trước khi chốt.`,
				422
			);
	}
	if (act === 'issue') {
		if (!report.frozen)
			refuse('not_frozen', 'Báo cáo chưa chốt số liệu. Hãy chốt báo cáo, trình ký, rồi vào số.');
		if (report.issued) refuse('issued', 'Báo cáo đã có số và ngày ban hành.');
	}
	if (act === 'supplement') {
		if (!report.frozen) refuse('not_frozen', 'Báo cáo còn sửa được. Hãy sửa thẳng vào báo cáo này.');
		if (report.supplemented) refuse('supplemented', 'Báo cáo này đã có bản bổ sung. Hãy mở bản bổ sung.');
	}
	return reasons;
}

/** The level above sees what was issued; residential areas and organisations too. The ward's officers see all. */
export function maySee(actor: Actor, report: Pick<ReportFacts, 'issued'>): boolean {
	if (actor.kind === 'robot') return true;
	if (actor.kind === 'visitor') return false;
	return report.issued || !hasRole(actor, 'superior', 'residential', 'front');
}
