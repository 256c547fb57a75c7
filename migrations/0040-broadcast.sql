-- Ward radio (đài truyền thanh cấp xã; NĐ 49/2024): programmes with slots, episodes made of segments, audio, areas with
-- their consoles, what was planned to be played, what was really played, and emergency messages.

-- The station's rules (quy chế của đài), one row; absent: the safe defaults of src/broadcast/settings.ts.
create table broadcast_setting (
	ward_id bigint not null default current_ward() references ward,
	-- Shape BroadcastSettings (src/broadcast/settings.ts): allowed windows by weekday, longest session, silent days, voice.
	settings jsonb not null,
	changed_at timestamptz not null,
	changed_by_person_id bigint,
	lock_version integer not null default 1,
	primary key (ward_id),
	foreign key (ward_id, changed_by_person_id) references person (ward_id, id)
);
select protect_by_ward('broadcast_setting');

-- The ward's own words (cách đọc riêng): place names, organisations.
create table spoken_word (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	written text not null constraint spoken_word_written_length check (char_length(written) between 1 and 100),
	said text not null constraint spoken_word_said_length check (char_length(said) between 1 and 200),
	changed_at timestamptz not null,
	changed_by_person_id bigint,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint spoken_word_once unique (ward_id, written),
	foreign key (ward_id, changed_by_person_id) references person (ward_id, id)
);
select protect_by_ward('spoken_word');

-- Area (cụm loa): loudspeakers that play the same thing; a console feeds them.
create table broadcast_area (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	name text not null constraint broadcast_area_name_length check (char_length(name) between 2 and 120),
	position integer not null default 0,
	-- Of the live stream and the playlist, for loudspeakers and vendors' systems; null: closed.
	stream_token text constraint broadcast_area_token_unique unique,
	-- A school, a hospital: quieter hours of its own (shape as in the settings); null: the station's.
	windows jsonb,
	retired_at timestamptz,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint broadcast_area_name_once unique (ward_id, name)
);
select protect_by_ward('broadcast_area');

-- Audio (bản âm thanh): measured and normalised; the bytes lie in the files room.
create table audio (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	kind text not null constraint audio_kind check (kind in ('recording', 'upload', 'synthetic', 'music', 'jingle')),
	title text not null default '',
	state text not null constraint audio_state check (state in ('waiting', 'working', 'ready', 'failed', 'stopped')),
	progress integer not null default 0 constraint audio_progress check (progress between 0 and 100),
	error text,
	-- What came in, and what goes out.
	original_file_id bigint,
	mp3_file_id bigint,
	aac_file_id bigint,
	duration_ms integer,
	lufs numeric(5, 1),
	true_peak numeric(5, 1),
	-- Loudness over time, 0 to 255, some hundred points.
	waveform smallint[] not null default '{}',
	trim_from_ms integer,
	trim_to_ms integer,
	-- Of a synthetic voice: which, and the text it read (its hash tells when the text moved on).
	voice text,
	spoken_hash text,
	made_at timestamptz not null,
	made_by_person_id bigint,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, original_file_id) references file (ward_id, id),
	foreign key (ward_id, mp3_file_id) references file (ward_id, id),
	foreign key (ward_id, aac_file_id) references file (ward_id, id),
	foreign key (ward_id, made_by_person_id) references person (ward_id, id),
	constraint audio_ready_whole check (state <> 'ready' or (mp3_file_id is not null and aac_file_id is not null and duration_ms is not null))
);
select protect_by_ward('audio');
create index audio_to_do on audio (ward_id, id) where state in ('waiting', 'working');

-- Programme (chuyên mục).
create table programme (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	name text not null constraint programme_name_length check (char_length(name) between 3 and 120),
	about text not null default '',
	area_key text,
	task_id bigint,
	-- Kinds of segments an episode begins with, in order (shape SegmentKind[], src/broadcast/episode.ts).
	template text[] not null,
	minutes integer not null constraint programme_minutes check (minutes between 1 and 120),
	-- Loudspeaker areas; empty: all.
	broadcast_area_ids bigint[] not null default '{}',
	opening_audio_id bigint,
	retired_at timestamptz,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint programme_name_once unique (ward_id, name),
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, opening_audio_id) references audio (ward_id, id)
);
select protect_by_ward('programme');

-- Slot (khung phát): when a programme is on air, by rule.
create table programme_slot (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	programme_id bigint not null,
	recurrence text not null constraint programme_slot_recurrence check (recurrence in ('weekly', 'monthly_day', 'monthly_weekday', 'dates')),
	-- 1 Monday to 7 Sunday; for monthly_weekday with `weeks` (1 to 5, -1 the last).
	weekdays smallint[] not null default '{}',
	weeks smallint[] not null default '{}',
	month_days smallint[] not null default '{}',
	dates date[] not null default '{}',
	-- Minutes from midnight, Vietnamese time.
	at_minute integer not null constraint programme_slot_minute check (at_minute between 0 and 1439),
	-- A repeat plays the episode of the slot it repeats.
	repeats_slot_id bigint,
	on_day_off text not null default 'keep' constraint programme_slot_on_day_off check (on_day_off in ('keep', 'skip', 'next_day')),
	valid_from date not null,
	valid_to date,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, programme_id) references programme (ward_id, id),
	foreign key (ward_id, repeats_slot_id) references programme_slot (ward_id, id),
	constraint programme_slot_validity check (valid_to is null or valid_to >= valid_from)
);
select protect_by_ward('programme_slot');

-- Episode (số phát thanh): one edition of a programme, made ahead by itself from the slot.
create table episode (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	programme_id bigint not null,
	slot_id bigint,
	title text not null constraint episode_title_length check (char_length(title) between 3 and 200),
	airs_at timestamptz not null,
	state text not null constraint episode_state check (state in ('draft', 'in_review', 'sent_back', 'approved', 'cancelled')),
	level text not null default 'routine' constraint episode_level check (level in ('routine', 'priority')),
	submitted_by_person_id bigint,
	approved_at timestamptz,
	approved_by_person_id bigint,
	-- Hash of every segment's spoken text as approved: a change voids the approval.
	approved_hash text,
	-- Last who changed a script since the last approval; may not approve it.
	writer_person_id bigint,
	sent_back_reason text,
	cancelled_reason text,
	lock_version integer not null default 1,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	unique (ward_id, id),
	constraint episode_once_per_slot unique (ward_id, slot_id, airs_at),
	foreign key (ward_id, programme_id) references programme (ward_id, id),
	foreign key (ward_id, slot_id) references programme_slot (ward_id, id),
	foreign key (ward_id, submitted_by_person_id) references person (ward_id, id),
	foreign key (ward_id, approved_by_person_id) references person (ward_id, id),
	foreign key (ward_id, writer_person_id) references person (ward_id, id),
	constraint episode_two_people check (approved_by_person_id <> writer_person_id)
);
select protect_by_ward('episode');
create index episode_by_time on episode (ward_id, airs_at);

-- Segment (tiết mục): what is said or played in an episode, in order.
create table segment (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	episode_id bigint not null,
	position integer not null,
	kind text not null constraint segment_kind check (kind in ('opening', 'story', 'answer', 'procedure', 'notice', 'music', 'jingle', 'closing')),
	title text not null default '' constraint segment_title_length check (char_length(title) <= 200),
	-- Where it comes from: ('story', id), ('answer', slug), ('procedure', code); the version told of when it was taken.
	source_kind text,
	source_id text,
	source_version text,
	written text not null default '' constraint segment_written_length check (char_length(written) <= 20000),
	-- For the ear: made by `speak`, then edited by hand or not.
	spoken text not null default '' constraint segment_spoken_length check (char_length(spoken) <= 40000),
	spoken_by_hand boolean not null default false,
	audio_id bigint,
	content_area_key text,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, episode_id) references episode (ward_id, id) on delete cascade,
	foreign key (ward_id, audio_id) references audio (ward_id, id)
);
select protect_by_ward('segment');
create index segment_of_episode on segment (ward_id, episode_id, position);

-- Console (máy phát): the station's PC that feeds the amplifier of an area.
create table console (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	broadcast_area_id bigint not null,
	name text not null constraint console_name_length check (char_length(name) between 2 and 120),
	token_hash text not null constraint console_token_unique unique,
	-- What it last said of itself (shape ConsoleStatus, src/broadcast/playout.ts).
	status jsonb,
	seen_at timestamptz,
	-- Told of once while it is gone.
	missed_since timestamptz,
	retired_at timestamptz,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, broadcast_area_id) references broadcast_area (ward_id, id)
);
select protect_by_ward('console');

-- Emergency message (bản tin khẩn): ordered by one who may, confirmed by a second, repeated until lifted.
create table emergency_message (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	title text not null constraint emergency_title_length check (char_length(title) between 3 and 200),
	spoken text not null constraint emergency_spoken_length check (char_length(spoken) between 1 and 10000),
	audio_id bigint,
	-- Who ordered it: number of the document or the telephone call.
	ordered_by text not null,
	received_at timestamptz not null,
	state text not null constraint emergency_state check (state in ('drafted', 'confirmed', 'lifted')),
	drafted_by_person_id bigint,
	confirmed_by_person_id bigint,
	confirmed_at timestamptz,
	lifted_by_person_id bigint,
	lifted_at timestamptz,
	repeat_minutes integer constraint emergency_repeat check (repeat_minutes between 5 and 720),
	until timestamptz,
	broadcast_area_ids bigint[] not null default '{}',
	-- Identity of the CAP 1.2 alert it came from or goes out as.
	cap_identifier text,
	-- Shape of the CAP fields kept with it.
	cap jsonb,
	lock_version integer not null default 1,
	created_at timestamptz not null,
	unique (ward_id, id),
	constraint emergency_cap_once unique (ward_id, cap_identifier),
	foreign key (ward_id, audio_id) references audio (ward_id, id),
	foreign key (ward_id, drafted_by_person_id) references person (ward_id, id),
	foreign key (ward_id, confirmed_by_person_id) references person (ward_id, id),
	foreign key (ward_id, lifted_by_person_id) references person (ward_id, id),
	constraint emergency_two_people check (confirmed_by_person_id <> drafted_by_person_id)
);
select protect_by_ward('emergency_message');

-- Playout item (lịch phát): what an area plays at which moment. Made from approved episodes; a console fetches it ahead.
create table playout_item (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	broadcast_area_id bigint not null,
	-- Known to consoles; an item moved in time is the same item, its revision grows.
	key text not null constraint playout_item_key_unique unique,
	revision integer not null default 1,
	episode_id bigint,
	emergency_message_id bigint,
	level text not null constraint playout_item_level check (level in ('routine', 'priority', 'emergency')),
	starts_at timestamptz not null,
	duration_ms integer not null,
	-- Audio in order (shape PlayoutPart[], src/broadcast/playout.ts).
	parts jsonb not null,
	state text not null constraint playout_item_state check (state in ('planned', 'cancelled')),
	changed_at timestamptz not null,
	unique (ward_id, id),
	constraint playout_item_one_source check ((episode_id is null) <> (emergency_message_id is null)),
	foreign key (ward_id, broadcast_area_id) references broadcast_area (ward_id, id),
	foreign key (ward_id, episode_id) references episode (ward_id, id),
	foreign key (ward_id, emergency_message_id) references emergency_message (ward_id, id)
);
select protect_by_ward('playout_item');
create index playout_item_by_time on playout_item (ward_id, broadcast_area_id, starts_at);

-- As-run log (nhật ký phát): what a console really played; written there, brought here when there is a network.
create table as_run (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	console_id bigint not null,
	broadcast_area_id bigint not null,
	-- Made by the console: brought twice it is one line.
	local_id text not null constraint as_run_local_id_length check (char_length(local_id) between 8 and 100),
	item_key text,
	playout_item_id bigint,
	title text not null,
	level text not null,
	planned_at timestamptz,
	started_at timestamptz,
	ended_at timestamptz,
	result text not null constraint as_run_result check (result in ('complete', 'cut', 'resumed', 'missed', 'filler', 'test')),
	why text not null default '',
	-- Parts played, with the audio's hash and milliseconds heard.
	parts jsonb not null default '[]',
	received_at timestamptz not null,
	unique (ward_id, id),
	constraint as_run_once unique (ward_id, console_id, local_id),
	foreign key (ward_id, console_id) references console (ward_id, id),
	foreign key (ward_id, broadcast_area_id) references broadcast_area (ward_id, id),
	foreign key (ward_id, playout_item_id) references playout_item (ward_id, id)
);
select protect_by_ward('as_run');
create index as_run_by_time on as_run (ward_id, started_at desc);
