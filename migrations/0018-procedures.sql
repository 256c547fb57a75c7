-- Administrative procedures (thủ tục hành chính): what each says on which day, what changed and by which decision,
-- which sheet hangs where, and the work every change causes.

-- Procedure: identity is its code in the national database (mã thủ tục).
create table procedure (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	code text not null constraint procedure_code_form check (code ~ '^[0-9A-Z][0-9A-Z.-]{2,39}$'),
	created_at timestamptz not null,
	constraint procedure_code_unique unique (ward_id, code),
	unique (ward_id, id)
);
select protect_by_ward('procedure');

-- Change set (đợt thay đổi): everything one act changed together. An announcement decision (quyết định công bố,
-- NĐ 63/2010 Đ13-14) is one, so is an imported file, so is an officer's correction. 'inventory' is the first taking
-- stock of what has long been in force: it causes no work.
create table change_set (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	kind text not null constraint change_set_kind check (kind in ('decision', 'import', 'edit', 'inventory')),
	title text not null,
	-- Of the announcement decision: số, ngày, cơ quan.
	number text,
	issued_on date,
	issuer text,
	url text,
	file_id bigint,
	-- Working days from the decision to the posting (Luật 10/2022 Đ12 k3: 5 unless another law says otherwise).
	posting_limit_days integer not null default 5 constraint change_set_limit check (posting_limit_days between 0 and 60),
	recorded_at timestamptz not null,
	recorded_by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, file_id) references file (ward_id, id),
	foreign key (ward_id, recorded_by_person_id) references person (ward_id, id),
	constraint change_set_decision_whole check (
		kind <> 'decision' or (number is not null and issued_on is not null and issuer is not null)),
	constraint change_set_decision_once unique (ward_id, number, issued_on)
);
select protect_by_ward('change_set');
create index change_set_recent on change_set (ward_id, recorded_at desc);

-- Version (bản nội dung): what the procedure says from a day until a day. Rows are not rewritten: a correction of the
-- same days supersedes the row, because a printed sheet must know that it is no longer what holds.
create table procedure_version (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	procedure_id bigint not null,
	change_set_id bigint not null,
	effective_from date not null,
	-- The first day it no longer holds ("hết hiệu lực từ ngày"); null: until further notice.
	effective_to date,
	-- How it ends, once that is known: a later version, the abolition, another procedure in its place.
	end_kind text constraint procedure_version_end_kind check (end_kind in ('amended', 'abolished', 'replaced')),
	replaced_by text[] not null default '{}',
	name text not null constraint procedure_version_name_length check (char_length(name) between 3 and 1000),
	field text not null default '',
	level text not null default '',
	agency text not null default '',
	applicants text[] not null default '{}',
	online_level text constraint procedure_version_online check (online_level in ('full', 'partial', 'none')),
	-- The rest of the card: shape ProcedureContent (src/procedures/procedure.ts).
	content jsonb not null,
	-- The announcing decision of this text (quyết định công bố), as printed; local decisions win over central ones.
	decision text not null default '',
	decided_on date,
	-- Fingerprint of everything said above: the same text imported again is no change.
	fingerprint text not null,
	-- Printed on every sheet: /niem-yet/TOKEN.
	sheet_token text not null constraint procedure_version_token_unique unique,
	recorded_at timestamptz not null,
	superseded_at timestamptz,
	unique (ward_id, id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id),
	foreign key (ward_id, change_set_id) references change_set (ward_id, id),
	constraint procedure_version_days check (effective_to is null or effective_to > effective_from or superseded_at is not null),
	-- On any day a procedure says one thing.
	constraint procedure_version_one_at_a_time exclude using gist (
		int8range(procedure_id, procedure_id, '[]') with &&,
		daterange(effective_from, effective_to) with &&
	) where (superseded_at is null)
);
select protect_by_ward('procedure_version');
create index procedure_version_of on procedure_version (ward_id, procedure_id, effective_from) where superseded_at is null;

-- Change (thay đổi): one line of a change set. What changed page, duties, timeliness and the quarterly list read it.
create table procedure_change (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	change_set_id bigint not null,
	procedure_id bigint not null,
	kind text not null constraint procedure_change_kind check (kind in
		('new', 'amended', 'replaced', 'abolished', 'corrected')),
	before_version_id bigint,
	after_version_id bigint,
	effective_on date not null,
	-- The day the limit counts from: of the decision, or of recording when no decision is known.
	counted_from date not null,
	-- Last day of the posting limit.
	post_by date not null,
	replaced_by text[] not null default '{}',
	recorded_at timestamptz not null,
	unique (ward_id, id),
	foreign key (ward_id, change_set_id) references change_set (ward_id, id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id),
	foreign key (ward_id, before_version_id) references procedure_version (ward_id, id),
	foreign key (ward_id, after_version_id) references procedure_version (ward_id, id),
	constraint procedure_change_has_version check (num_nonnulls(before_version_id, after_version_id) > 0)
);
select protect_by_ward('procedure_change');
create index procedure_change_by_day on procedure_change (ward_id, effective_on desc, id desc);
create index procedure_change_of on procedure_change (ward_id, procedure_id, id desc);
create index procedure_change_set on procedure_change (ward_id, change_set_id);

-- Place of posting (nơi niêm yết): one-stop desk, committee office, culture house, residential area.
create table posting_place (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	name text not null constraint posting_place_name_length check (char_length(name) between 2 and 200),
	kind text not null constraint posting_place_kind check (kind in
		('one_stop', 'office', 'culture_house', 'residential_area', 'other')),
	address text not null default '',
	-- Who looks after the board; told when it has to change.
	unit_id bigint,
	-- Fields that hang here; empty: every procedure.
	fields text[] not null default '{}',
	paper text not null default 'A4' constraint posting_place_paper check (paper in ('A4', 'A3')),
	ordinal integer not null default 0,
	created_at timestamptz not null,
	retired_at timestamptz,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, unit_id) references unit (ward_id, id),
	constraint posting_place_name_unique unique (ward_id, name)
);
select protect_by_ward('posting_place');

-- Posting (niêm yết): this version's sheet hangs at this place since, put up by, shown by a photo.
create table posting (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	place_id bigint not null,
	procedure_id bigint not null,
	version_id bigint not null,
	posted_on date not null,
	recorded_at timestamptz not null,
	posted_by_person_id bigint not null,
	photo_file_id bigint,
	note text not null default '',
	taken_down_on date,
	taken_down_at timestamptz,
	taken_down_by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, place_id) references posting_place (ward_id, id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id),
	foreign key (ward_id, version_id) references procedure_version (ward_id, id),
	foreign key (ward_id, photo_file_id) references file (ward_id, id),
	foreign key (ward_id, posted_by_person_id) references person (ward_id, id),
	foreign key (ward_id, taken_down_by_person_id) references person (ward_id, id),
	constraint posting_taken_down_whole check (
		num_nonnulls(taken_down_on, taken_down_at, taken_down_by_person_id) in (0, 3)),
	constraint posting_days check (taken_down_on is null or taken_down_on >= posted_on)
);
select protect_by_ward('posting');
create unique index posting_hangs_once on posting (place_id, version_id) where taken_down_at is null;
create index posting_at_place on posting (ward_id, place_id) where taken_down_at is null;

-- Duty (việc phải làm): what a change causes. Portal, boards and taking down belong to the change; the story and the
-- radio item tell of the whole set.
create table procedure_duty (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	change_set_id bigint not null,
	change_id bigint,
	kind text not null constraint procedure_duty_kind check (kind in ('portal', 'board', 'take_down', 'story', 'radio')),
	place_id bigint,
	-- Not before this day (an old sheet hangs until the last day it holds).
	from_on date not null,
	due_on date not null,
	done_at timestamptz,
	-- Null when the program did it.
	done_by_person_id bigint,
	done_note text not null default '',
	-- What came of it: the story, the posting; a path of ours.
	link text,
	-- No longer needed (the change was itself changed before it was posted).
	dropped_at timestamptz,
	dropped_reason text,
	unique (ward_id, id),
	foreign key (ward_id, change_set_id) references change_set (ward_id, id),
	foreign key (ward_id, change_id) references procedure_change (ward_id, id),
	foreign key (ward_id, place_id) references posting_place (ward_id, id),
	foreign key (ward_id, done_by_person_id) references person (ward_id, id),
	constraint procedure_duty_belongs check ((change_id is null) = (kind in ('story', 'radio'))),
	constraint procedure_duty_place check ((place_id is not null) = (kind in ('board', 'take_down'))),
	constraint procedure_duty_once unique nulls not distinct (change_set_id, change_id, kind, place_id)
);
select protect_by_ward('procedure_duty');
create index procedure_duty_open on procedure_duty (ward_id, due_on) where done_at is null and dropped_at is null;

-- Questions people ask about a procedure (hỏi đáp thường gặp), answered by the desk.
create table procedure_faq (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	procedure_id bigint not null,
	question text not null constraint procedure_faq_question_length check (char_length(question) between 5 and 500),
	answer text not null constraint procedure_faq_answer_length check (char_length(answer) between 5 and 5000),
	ordinal integer not null default 0,
	changed_at timestamptz not null,
	changed_by_person_id bigint not null,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id),
	foreign key (ward_id, changed_by_person_id) references person (ward_id, id)
);
select protect_by_ward('procedure_faq');
create index procedure_faq_of on procedure_faq (ward_id, procedure_id, ordinal);

-- "Was this page clear?" 1 to 5, with what was not. Nobody is asked who they are; the day is enough.
create table procedure_rating (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	procedure_id bigint not null,
	version_id bigint not null,
	day date not null,
	score integer not null constraint procedure_rating_score check (score between 1 and 5),
	unclear text[] not null default '{}',
	comment text not null default '' constraint procedure_rating_comment_length check (char_length(comment) <= 1000),
	-- Lets the same page add its follow-up to its score, and nothing else.
	token text not null constraint procedure_rating_token_unique unique,
	unique (ward_id, id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id),
	foreign key (ward_id, version_id) references procedure_version (ward_id, id)
);
select protect_by_ward('procedure_rating');
create index procedure_rating_of on procedure_rating (ward_id, procedure_id, day desc);

-- How often a page was seen, printed, or its sheet scanned: counts per day, no cookie, no address.
create table procedure_visit (
	ward_id bigint not null default current_ward() references ward,
	procedure_id bigint not null,
	day date not null,
	kind text not null constraint procedure_visit_kind check (kind in ('view', 'print', 'scan', 'kiosk')),
	-- The board whose sheet was scanned; 0 when none is known.
	place_id bigint not null default 0,
	count integer not null default 0,
	primary key (ward_id, procedure_id, day, kind, place_id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id)
);
select protect_by_ward('procedure_visit');
