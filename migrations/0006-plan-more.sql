-- The plan room, second part: several channels per task, evidence per content area, and what freezes when issued.

-- A task often names several forms at once (hội nghị và cổng thông tin).
alter table task add column channels text[] not null default '{}';
update task set channels = array[channel] where channel is not null;
alter table task drop column channel;

-- Where the proposal came from: the line of the document's text, and what is doubtful about the reading. Kept with the
-- task, so that whoever asks a year later "why are we doing this" finds the sentence.
alter table task add column source_line integer;
alter table task add column doubts text[] not null default '{}';

-- A story about two content areas is evidence for both: one row for each. The same source still lands only once.
alter table evidence drop constraint evidence_source_once;
create unique index evidence_source_once on evidence (task_id, source_kind, source_id, coalesce(content_area_key, ''));
create index evidence_of_source on evidence (ward_id, source_kind, source_id) where source_id is not null;
alter table evidence add column withdrawn_by_person_id bigint;
alter table evidence add constraint evidence_withdrawn_with_reason
	check (withdrawn_at is null or char_length(trim(withdrawn_reason)) >= 3);
create index task_of_plan on task (ward_id, plan_id, no);

-- Numbers of issued plans are taken once a year (each year starts at 01; NĐ 30/2020).
create unique index plan_number_once on plan (ward_id, (extract(year from issued_on)), lower(number)) where issued_at is not null;

-- An issued plan is frozen: the verbs refuse, and this is the second lock. Rows under it may neither change nor go.
create function refuse_change_of_issued_plan() returns trigger language plpgsql as $$
begin
	if exists (select from plan where id = old.plan_id and issued_at is not null) then
		raise exception 'an issued plan is frozen' using errcode = 'check_violation', constraint = 'plan_frozen';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger task_frozen before update or delete on task for each row execute function refuse_change_of_issued_plan();
create trigger content_area_frozen before update or delete on content_area for each row execute function refuse_change_of_issued_plan();

create function refuse_change_of_issued_header() returns trigger language plpgsql as $$
begin
	if old.issued_at is not null then
		raise exception 'an issued plan is frozen' using errcode = 'check_violation', constraint = 'plan_frozen';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger plan_frozen before update or delete on plan for each row execute function refuse_change_of_issued_header();
