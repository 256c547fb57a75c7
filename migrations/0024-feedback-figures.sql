-- When a case was answered, and by when it was due at that moment: the due date itself is cleared when a case closes.
alter table feedback_case add column answered_at timestamptz;
alter table feedback_case add column answered_due_on date;
create index feedback_case_answered on feedback_case (ward_id, answered_at) where answered_at is not null;

-- The worked copy before hiding; inside only. The columns question and answer hold what everybody may read.
alter table feedback_publication add column draft_question text not null default '';
alter table feedback_publication add column draft_answer text not null default '';
-- Whoever was to confirm sends it back to be worked on again.
alter table feedback_publication add column sent_back_reason text;
alter table feedback_publication drop constraint feedback_publication_state;
alter table feedback_publication add constraint feedback_publication_state
	check (state in ('prepared', 'sent_back', 'published', 'withdrawn'));
