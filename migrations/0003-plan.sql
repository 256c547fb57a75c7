-- The plan (kế hoạch tuyên truyền cải cách hành chính), its tasks, what was told to whom, and the evidence.

create table plan (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	year integer not null constraint plan_year check (year between 2000 and 2100),
	title text not null,
	-- Header as printed on this document; an issued plan keeps the names of its own time.
	superior text,
	issuer text,
	number text,
	symbol text,
	place text,
	issued_on date,
	signer text,
	signer_title text,
	signer_authority text,
	-- The document that was read: its file, its text line by line, and what was understood (shape: contracts, `plan read`).
	source_file_id bigint,
	source_text text,
	understood jsonb not null default '{}',
	created_at timestamptz not null,
	created_by_person_id bigint not null,
	-- Issued (ban hành): from then on frozen; a change is a new plan that replaces this one.
	issued_at timestamptz,
	issued_by_person_id bigint,
	replaces_plan_id bigint,
	lock_version integer not null default 1,
	foreign key (ward_id, source_file_id) references file (ward_id, id),
	foreign key (ward_id, created_by_person_id) references person (ward_id, id),
	unique (ward_id, id),
	foreign key (ward_id, replaces_plan_id) references plan (ward_id, id),
	constraint plan_issued_whole check ((issued_at is null) = (issued_by_person_id is null)),
	constraint plan_issued_has_number check (issued_at is null or (number is not null and issued_on is not null)),
	-- A version is followed by at most one: two officers who both start a change find each other.
	constraint plan_replaced_once unique (replaces_plan_id)
);
select protect_by_ward('plan');
create index plan_of_year on plan (ward_id, year, id);

-- Content area (nội dung tuyên truyền): one lettered item of "Nội dung". `key` stays the same over versions of the
-- plan (and from year to year, as far as the office wants), so that stories and coverage can be compared.
create table content_area (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	plan_id bigint not null,
	key text not null,
	marker text not null,
	short_name text not null,
	text text not null,
	ordinal integer not null,
	foreign key (ward_id, plan_id) references plan (ward_id, id) on delete cascade,
	constraint content_area_key_unique unique (plan_id, key),
	unique (ward_id, id)
);
select protect_by_ward('content_area');

-- Task (nhiệm vụ): from a unit's duty or an annex row. `lineage_id` is the same in every version of the plan, so
-- evidence and history stay with the task when the plan is replaced.
create table task (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	plan_id bigint not null,
	lineage_id bigint,
	no integer not null,
	title text not null constraint task_title_length check (char_length(title) between 3 and 2000),
	product text,
	-- 48 / 'chuyên mục': how much makes the task done. Null where the plan names no number.
	measure_count integer constraint task_measure_positive check (measure_count is null or measure_count > 0),
	measure_unit text,
	lead_unit_id bigint,
	-- As written in the plan; stays when no unit of the register fits.
	lead_text text,
	cooperating_text text,
	recurrence text not null default 'none' constraint task_recurrence check (recurrence in
		('none', 'weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'ongoing')),
	period_from date,
	period_to date,
	deadline_on date,
	deadline_text text,
	channel text,
	budget_amount bigint constraint task_budget_positive check (budget_amount is null or budget_amount >= 0),
	budget_line text,
	created_at timestamptz not null,
	lock_version integer not null default 1,
	foreign key (ward_id, plan_id) references plan (ward_id, id) on delete cascade,
	unique (ward_id, id),
	foreign key (ward_id, lead_unit_id) references unit (ward_id, id),
	constraint task_period check (period_to is null or period_from is null or period_to >= period_from),
	constraint task_no_unique unique (plan_id, no) deferrable initially deferred
);
select protect_by_ward('task');
create index task_lineage on task (ward_id, lineage_id);

create table task_content_area (
	ward_id bigint not null default current_ward() references ward,
	task_id bigint not null,
	content_area_id bigint not null,
	primary key (task_id, content_area_id),
	foreign key (ward_id, task_id) references task (ward_id, id) on delete cascade,
	foreign key (ward_id, content_area_id) references content_area (ward_id, id) on delete cascade
);
select protect_by_ward('task_content_area');

create table task_unit (
	ward_id bigint not null default current_ward() references ward,
	task_id bigint not null,
	unit_id bigint not null,
	primary key (task_id, unit_id),
	foreign key (ward_id, task_id) references task (ward_id, id) on delete cascade,
	foreign key (ward_id, unit_id) references unit (ward_id, id)
);
select protect_by_ward('task_unit');

-- How a task ended. 'done': its product exists as evidence. 'waived': somebody with the right said why it was not done.
-- Reopening ends the row (reopened_at) instead of deleting it.
create table task_closure (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	task_id bigint not null,
	kind text not null constraint task_closure_kind check (kind in ('done', 'waived')),
	reason text,
	at timestamptz not null,
	by_person_id bigint not null,
	-- A second person asked to confirm, and what they said.
	confirmation_asked_of_person_id bigint,
	confirmed_at timestamptz,
	confirmed_by_person_id bigint,
	reopened_at timestamptz,
	reopened_by_person_id bigint,
	reopened_reason text,
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, by_person_id) references person (ward_id, id),
	constraint task_closure_waived_has_reason check (kind <> 'waived' or char_length(trim(reason)) >= 10),
	constraint task_closure_confirmed_by_another check (confirmed_by_person_id is null or confirmed_by_person_id <> by_person_id)
);
select protect_by_ward('task_closure');
create unique index task_closure_one_open on task_closure (task_id) where reopened_at is null;

-- Evidence (minh chứng): what shows that something was really done. Most rows come by themselves from a published
-- story, a broadcast, a posting; a person may add others with a photo or a link.
create table evidence (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	task_id bigint not null,
	content_area_key text,
	channel text not null,
	title text not null,
	url text,
	file_id bigint,
	-- How many of the task's measure this counts for (attendance and the like go into `quantity`).
	count integer not null default 1 constraint evidence_count check (count >= 0),
	quantity integer,
	quantity_unit text,
	occurred_at timestamptz not null,
	note text,
	-- What it came from: ('story', 17). The same source lands on the same task once, however often it is sent.
	source_kind text not null default 'manual',
	source_id text,
	added_at timestamptz not null,
	added_by_person_id bigint,
	withdrawn_at timestamptz,
	withdrawn_reason text,
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, file_id) references file (ward_id, id),
	constraint evidence_source_once unique (task_id, source_kind, source_id),
	constraint evidence_url_form check (url is null or url ~ '^(https?://|/)')
);
select protect_by_ward('evidence');
create index evidence_of_task on evidence (ward_id, task_id, occurred_at);
create index evidence_of_period on evidence (ward_id, occurred_at) where withdrawn_at is null;

-- Reminder (đôn đốc): who was reminded of which task, by whom or by the program.
create table task_reminder (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	task_id bigint not null,
	person_id bigint not null,
	at timestamptz not null,
	by_person_id bigint,
	text text not null,
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, person_id) references person (ward_id, id)
);
select protect_by_ward('task_reminder');

-- Recipient of an issued plan (nơi nhận) and the confirmation of receipt.
create table plan_recipient (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	plan_id bigint not null,
	text text not null,
	unit_id bigint,
	ordinal integer not null,
	received_at timestamptz,
	received_by_person_id bigint,
	foreign key (ward_id, plan_id) references plan (ward_id, id) on delete cascade,
	foreign key (ward_id, unit_id) references unit (ward_id, id)
);
select protect_by_ward('plan_recipient');
