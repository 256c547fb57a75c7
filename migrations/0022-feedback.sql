-- Feedback of residents (phản ánh, kiến nghị; NĐ 20/2008): one case whatever the way it came, who sent it kept apart and
-- sealed, what happened to it step by step, the answer, and the edited copy that is made public.

-- Sender (người gửi): name and contact, sealed; the case can be worked on without ever opening it.
create table feedback_sender (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- AES-256-GCM of {name, phone, email, address}; null once erased.
	sealed text,
	-- What can be known without opening: is there a way to reach the person?
	has_name boolean not null,
	has_phone boolean not null,
	has_email boolean not null,
	created_at timestamptz not null,
	erased_at timestamptz,
	erased_why text constraint feedback_sender_erased_why check (erased_why in ('asked', 'retention', 'guided')),
	unique (ward_id, id),
	constraint feedback_sender_sealed_or_erased check ((sealed is null) = (erased_at is not null)),
	constraint feedback_sender_erased_whole check ((erased_at is null) = (erased_why is null))
);
select protect_by_ward('feedback_sender');

-- Case (vụ việc phản ánh, kiến nghị).
create table feedback_case (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- PAKN.CT.20260105.0003: ward, day, number in the day.
	code text not null constraint feedback_case_code_form check (code ~ '^PAKN\.[A-Z0-9]{1,8}\.[0-9]{8}\.[0-9]{4,7}$'),
	-- Made when the form was opened: the same sending twice is one case.
	submission_key text not null constraint feedback_case_submission_key_length check (char_length(submission_key) between 16 and 100),
	-- Keyed hash of the secret word the sender follows the case with.
	secret_hash text not null,
	source text not null constraint feedback_case_source check (
		source in ('web', 'phone', 'counter', 'letter', 'email', 'zalo', 'loudspeaker', 'meeting', 'open311')),
	state text not null constraint feedback_case_state check (state in (
		'quarantined', 'received', 'classifying', 'assigned', 'waiting', 'forwarded', 'drafted', 'approved', 'answered',
		'published', 'refused', 'reopened', 'guided', 'merged', 'withdrawn', 'spam')),
	-- What the sender chose in plain words; the officer decides the class.
	category text not null,
	class text constraint feedback_case_class check (class in (
		'procedure', 'regulation', 'conduct', 'local_issue', 'proposal', 'question', 'praise', 'denunciation',
		'complaint_decision', 'crime_report', 'emergency', 'spam', 'abuse', 'unclear')),
	complexity text not null default 'normal' constraint feedback_case_complexity check (complexity in ('simple', 'normal', 'complex')),
	-- The officer's short name of the matter; empty until classified.
	title text not null default '' constraint feedback_case_title_length check (char_length(title) <= 200),
	-- As sent. Emptied when the matter is led to its own lawful path: then it lies in sealed_text.
	text text not null constraint feedback_case_text_length check (char_length(text) <= 20000),
	sealed_text text,
	place text not null default '' constraint feedback_case_place_length check (char_length(place) <= 300),
	latitude double precision,
	longitude double precision,
	-- No name or no way to reach: kept as information, without a duty to answer (NĐ 20/2008 Đ7).
	anonymous boolean not null,
	sender_id bigint,
	name_public boolean not null default false,
	received_at timestamptz not null,
	-- The officer who wrote it down for somebody; null when the sender did it.
	taken_by_person_id bigint,
	unit_id bigint,
	handler_person_id bigint,
	-- Whom it is about: people of this unit see a code, not a name.
	about_unit_id bigint,
	-- What must be done next, until when, and how that was counted (shape Due, src/feedback/due.ts).
	due_step text constraint feedback_case_due_step check (due_step in ('classify', 'forward', 'answer')),
	due_on date,
	due jsonb,
	extension_days integer not null default 0 constraint feedback_case_extension check (extension_days between 0 and 60),
	-- While waiting: where it goes back to.
	waiting_from text,
	forwarded_to text,
	refusal_ground text,
	original_case_id bigint,
	merged_into_case_id bigint,
	answer_id bigint,
	-- Triage (contracts, `triage`): a suggestion, kept as it was made.
	suggestion jsonb not null,
	-- Word shingles for finding the same message again (src/feedback/likeness.ts).
	fingerprint integer[] not null default '{}',
	-- Keyed hash of the network it came from; erased after a month.
	address_mark text,
	quarantine_why text,
	reopened_count integer not null default 0,
	closed_at timestamptz,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint feedback_case_code_unique unique (ward_id, code),
	constraint feedback_case_submission_once unique (ward_id, submission_key),
	foreign key (ward_id, sender_id) references feedback_sender (ward_id, id),
	foreign key (ward_id, taken_by_person_id) references person (ward_id, id),
	foreign key (ward_id, unit_id) references unit (ward_id, id),
	foreign key (ward_id, handler_person_id) references person (ward_id, id),
	foreign key (ward_id, about_unit_id) references unit (ward_id, id),
	foreign key (ward_id, original_case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, merged_into_case_id) references feedback_case (ward_id, id),
	constraint feedback_case_merged check ((state = 'merged') = (merged_into_case_id is not null)),
	constraint feedback_case_not_into_itself check (merged_into_case_id <> id),
	constraint feedback_case_due_whole check ((due_step is null) = (due_on is null))
);
select protect_by_ward('feedback_case');
create index feedback_case_recent on feedback_case (ward_id, received_at desc);
create index feedback_case_open on feedback_case (ward_id, due_on) where due_on is not null;
create index feedback_case_unit on feedback_case (ward_id, unit_id, state);
create index feedback_case_network on feedback_case (ward_id, address_mark, received_at) where address_mark is not null;

-- Number of the day, given before the case is written, so that submissions do not wait for one another's commit.
create table feedback_number (
	ward_id bigint not null default current_ward() references ward,
	day date not null,
	last integer not null,
	primary key (ward_id, day)
);
select protect_by_ward('feedback_number');

-- Step (diễn biến): every transition of a case; the sender sees those that concern them.
create table feedback_step (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	act text not null,
	from_state text,
	to_state text not null,
	at timestamptz not null,
	by_kind text not null constraint feedback_step_by_kind check (by_kind in ('person', 'sender', 'robot')),
	by_person_id bigint,
	unit_id bigint,
	-- What the sender is told of it, in words for them; empty: an inner step.
	told text not null default '',
	-- Why, for the office.
	reason text not null default '',
	unique (ward_id, id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, by_person_id) references person (ward_id, id),
	foreign key (ward_id, unit_id) references unit (ward_id, id)
);
select protect_by_ward('feedback_step');
create index feedback_step_of_case on feedback_step (ward_id, case_id, id);

-- Pause (tạm dừng thời hạn): while the sender is asked for what is missing, the clock stands still.
create table feedback_pause (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	from_at timestamptz not null,
	to_at timestamptz,
	unique (ward_id, id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	constraint feedback_pause_order check (to_at is null or to_at >= from_at)
);
select protect_by_ward('feedback_pause');
create unique index feedback_pause_one_open on feedback_pause (ward_id, case_id) where to_at is null;

-- Message (trao đổi): what the sender adds later, what the office asks, and notes of the office among themselves.
create table feedback_message (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	kind text not null constraint feedback_message_kind check (kind in ('addition', 'question', 'note')),
	text text not null constraint feedback_message_length check (char_length(text) between 1 and 20000),
	at timestamptz not null,
	-- Null: the sender.
	by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, by_person_id) references person (ward_id, id)
);
select protect_by_ward('feedback_message');
create index feedback_message_of_case on feedback_message (ward_id, case_id, id);

-- File of a case (tệp đính kèm): photo, recording, PDF. What is made public is another file: drawn over by hand.
create table feedback_file (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	message_id bigint,
	file_id bigint not null,
	position integer not null,
	-- Boxes over faces and plates, in parts of the picture's width and height: [{x, y, width, height}].
	boxes jsonb not null default '[]',
	chosen boolean not null default false,
	public_file_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, message_id) references feedback_message (ward_id, id),
	foreign key (ward_id, file_id) references file (ward_id, id),
	foreign key (ward_id, public_file_id) references file (ward_id, id)
);
select protect_by_ward('feedback_file');
create index feedback_file_of_case on feedback_file (ward_id, case_id, position);

-- File that came with a form the program had to hand back: kept a day, so that it need not be sent again.
create table feedback_pending_file (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	submission_key text not null,
	file_id bigint not null,
	at timestamptz not null,
	unique (ward_id, id),
	foreign key (ward_id, file_id) references file (ward_id, id)
);
select protect_by_ward('feedback_pending_file');
create index feedback_pending_file_of_form on feedback_pending_file (ward_id, submission_key);

-- Answer (văn bản, nội dung trả lời): drafted by one, approved by another.
create table feedback_answer (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	text text not null constraint feedback_answer_length check (char_length(text) between 1 and 20000),
	legal_basis text not null default '',
	-- The body whose answer it is, when the case had been forwarded; empty: the ward.
	answered_by text not null default '',
	drafted_at timestamptz not null,
	drafted_by_person_id bigint not null,
	approved_at timestamptz,
	approved_by_person_id bigint,
	sent_at timestamptz,
	sent_by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, drafted_by_person_id) references person (ward_id, id),
	foreign key (ward_id, approved_by_person_id) references person (ward_id, id),
	foreign key (ward_id, sent_by_person_id) references person (ward_id, id),
	constraint feedback_answer_two_people check (approved_by_person_id <> drafted_by_person_id)
);
select protect_by_ward('feedback_answer');
create index feedback_answer_of_case on feedback_answer (ward_id, case_id, id);
alter table feedback_case add foreign key (ward_id, answer_id) references feedback_answer (ward_id, id);

-- Rating of an answer by its sender (đánh giá kết quả trả lời), once per answer.
create table feedback_rating (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	answer_id bigint not null,
	score integer not null constraint feedback_rating_score check (score between 1 and 5),
	comment text not null default '' constraint feedback_rating_comment_length check (char_length(comment) <= 2000),
	at timestamptz not null,
	unique (ward_id, id),
	constraint feedback_rating_once unique (ward_id, answer_id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, answer_id) references feedback_answer (ward_id, id)
);
select protect_by_ward('feedback_rating');

-- Publication (công khai; NĐ 20/2008 Đ19): an edited copy, prepared by one and confirmed by another person.
create table feedback_publication (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	slug text not null constraint feedback_publication_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	state text not null constraint feedback_publication_state check (state in ('prepared', 'published', 'withdrawn')),
	title text not null constraint feedback_publication_title_length check (char_length(title) between 3 and 200),
	question text not null constraint feedback_publication_question_length check (char_length(question) between 1 and 20000),
	answer text not null constraint feedback_publication_answer_length check (char_length(answer) between 1 and 20000),
	-- Every marked span with what was decided of it (shape Decision[], src/feedback/redaction.ts).
	spans jsonb not null,
	class text not null,
	area_key text,
	task_id bigint,
	answer_id bigint not null,
	prepared_at timestamptz not null,
	prepared_by_person_id bigint not null,
	confirmed_at timestamptz,
	confirmed_by_person_id bigint,
	published_at timestamptz,
	withdrawn_at timestamptz,
	withdrawn_by_person_id bigint,
	withdrawn_reason text,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint feedback_publication_once unique (ward_id, case_id),
	constraint feedback_publication_slug_unique unique (ward_id, slug),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, answer_id) references feedback_answer (ward_id, id),
	foreign key (ward_id, prepared_by_person_id) references person (ward_id, id),
	foreign key (ward_id, confirmed_by_person_id) references person (ward_id, id),
	foreign key (ward_id, withdrawn_by_person_id) references person (ward_id, id),
	constraint feedback_publication_two_people check (confirmed_by_person_id <> prepared_by_person_id),
	constraint feedback_publication_confirmed check (state <> 'published' or confirmed_by_person_id is not null)
);
select protect_by_ward('feedback_publication');

-- Look (lượt mở danh tính): who opened a sender's identity, or a sealed text, when and why.
create table feedback_look (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	what text not null constraint feedback_look_what check (what in ('identity', 'text')),
	person_id bigint not null,
	position_id bigint not null,
	at timestamptz not null,
	reason text not null,
	unique (ward_id, id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, person_id) references person (ward_id, id),
	foreign key (ward_id, position_id) references position (ward_id, id)
);
select protect_by_ward('feedback_look');
create index feedback_look_of_case on feedback_look (ward_id, case_id, id);

-- Answer template (mẫu trả lời).
create table feedback_template (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	name text not null constraint feedback_template_name_length check (char_length(name) between 3 and 120),
	-- Offered for this class first; null: for every class.
	class text,
	text text not null constraint feedback_template_length check (char_length(text) between 1 and 20000),
	archived_at timestamptz,
	lock_version integer not null default 1,
	unique (ward_id, id)
);
select protect_by_ward('feedback_template');

-- Limit (thời hạn): what the ward's own rules say instead of the program's defaults (src/feedback/limits.ts), dated.
create table feedback_limit (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	step text not null constraint feedback_limit_step check (step in ('classify', 'forward', 'simple', 'normal', 'complex')),
	class text,
	source text,
	days numeric(4, 1) not null constraint feedback_limit_days check (days between 0 and 90),
	-- The rule it rests on (văn bản quy định).
	basis text not null,
	valid_from date not null,
	valid_to date,
	recorded_at timestamptz not null,
	recorded_by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, recorded_by_person_id) references person (ward_id, id),
	constraint feedback_limit_validity check (valid_to is null or valid_to >= valid_from)
);
select protect_by_ward('feedback_limit');

-- What a ward sets for the whole room, one row; absent: the defaults of src/feedback/settings.ts.
create table feedback_setting (
	ward_id bigint not null default current_ward() references ward,
	-- Shape FeedbackSettings (src/feedback/settings.ts).
	settings jsonb not null,
	changed_at timestamptz not null,
	changed_by_person_id bigint,
	lock_version integer not null default 1,
	primary key (ward_id),
	foreign key (ward_id, changed_by_person_id) references person (ward_id, id)
);
select protect_by_ward('feedback_setting');

-- Reminder ladder (nhắc hạn): officer, head of the unit, leader; each rung once per due date.
create table feedback_reminder (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	rung text not null constraint feedback_reminder_rung check (rung in ('officer', 'head', 'leader')),
	due_on date not null,
	at timestamptz not null,
	unique (ward_id, id),
	constraint feedback_reminder_once unique (ward_id, case_id, rung, due_on),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id)
);
select protect_by_ward('feedback_reminder');

-- Notice to the sender by e-mail (thư báo): one per step; the address is read from the sealed contact when it is sent.
create table feedback_notice (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	case_id bigint not null,
	step_id bigint not null,
	state text not null constraint feedback_notice_state check (state in ('waiting', 'sent', 'failed', 'no_address')),
	tries integer not null default 0,
	next_try_at timestamptz,
	sent_at timestamptz,
	error text,
	unique (ward_id, id),
	constraint feedback_notice_once unique (ward_id, step_id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id),
	foreign key (ward_id, step_id) references feedback_step (ward_id, id)
);
select protect_by_ward('feedback_notice');
create index feedback_notice_waiting on feedback_notice (ward_id, next_try_at) where state = 'waiting';

-- Key of another program that hands in service requests over Open311.
create table feedback_api_key (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	name text not null constraint feedback_api_key_name_length check (char_length(name) between 3 and 120),
	key_hash text not null constraint feedback_api_key_hash_unique unique,
	created_at timestamptz not null,
	created_by_person_id bigint,
	revoked_at timestamptz,
	unique (ward_id, id),
	foreign key (ward_id, created_by_person_id) references person (ward_id, id)
);
select protect_by_ward('feedback_api_key');
