/** Who may do what on the ward radio, answered with reasons; an empty list means yes. */
import { hasRole, isLeader, signInFirst, type Actor } from '#people/actor.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

/** What asks for a post only, not for a state. */
export type StationAct =
	/** See the workspace of the radio: programmes, episodes, log. */
	| 'look'
	/** Record, upload, let a voice read. */
	| 'make_audio'
	/** Programmes, slots, areas, consoles, words, the station's rules. */
	| 'run_station'
	/** Write and change scripts. */
	| 'write_script'
	| 'approve_script'
	| 'draft_emergency'
	| 'confirm_emergency';

const words: Record<StationAct, string> = {
	look: 'Phần truyền thanh dành cho Đài, Văn hóa, Văn phòng và lãnh đạo phường.',
	make_audio: 'Chỉ Đài truyền thanh, Văn hóa, Văn phòng và lãnh đạo mới được thu, tải âm thanh lên.',
	run_station: 'Chỉ Đài truyền thanh, Văn hóa và Văn phòng mới được sửa chuyên mục, khung giờ và máy phát.',
	write_script: 'Chỉ Đài truyền thanh, Văn hóa, Văn phòng và lãnh đạo mới được viết kịch bản.',
	approve_script: 'Duyệt kịch bản thuộc về Chủ tịch hoặc Phó Chủ tịch.',
	draft_emergency: 'Chỉ Đài truyền thanh, Văn hóa, Văn phòng và lãnh đạo mới được soạn bản tin khẩn.',
	confirm_emergency: 'Xác nhận bản tin khẩn thuộc về Chủ tịch, Phó Chủ tịch hoặc Văn phòng khi trực.'
};

export function refusals(actor: Actor, act: StationAct): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	const writes = isLeader(actor) || hasRole(actor, 'radio', 'culture', 'office');
	const allowed = {
		look: actor.kind === 'robot' || writes || hasRole(actor, 'justice', 'one_stop', 'front'),
		make_audio: actor.kind === 'robot' || writes,
		run_station: hasRole(actor, 'radio', 'culture', 'office'),
		write_script: writes,
		approve_script: isLeader(actor),
		draft_emergency: writes,
		confirm_emergency: isLeader(actor) || hasRole(actor, 'office')
	}[act];
	return allowed ? [] : [{ code: `broadcast.${act}`, status: 403, message: words[act] }];
}
