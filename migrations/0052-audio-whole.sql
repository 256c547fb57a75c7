-- Long work on sound: which step it is at, whose work it is, how often it was begun. Trimming that can be undone: beside
-- what is played the whole recording stays, as it sounds, with its waveform. How much text a recording reads, so that the
-- station's own reading speed is learned.

alter table audio add column step text constraint audio_step check (step in ('reading', 'measuring', 'writing', 'checking'));
-- Of the worker that has it now: one that was taken for gone and comes back finds another claim and lets go.
alter table audio add column claim text;
-- Begun so often since somebody last asked; what ends its worker each time is given up.
alter table audio add column tries integer not null default 0;

-- The recording before anything was cut by hand (its silent ends are gone): what the page of cutting shows and plays.
-- `trim_from_ms` and `trim_to_ms` count from its beginning, which is `whole_from_ms` after that of the original file.
alter table audio add column whole_file_id bigint;
alter table audio add column whole_duration_ms integer;
alter table audio add column whole_from_ms integer;
alter table audio add column whole_waveform smallint[] not null default '{}';
alter table audio add foreign key (ward_id, whole_file_id) references file (ward_id, id);
alter table audio add constraint audio_whole check (
	(whole_file_id is null) = (whole_duration_ms is null) and (whole_file_id is null) = (whole_from_ms is null)
);
-- What the files that are there were cut to: a new cut that is stopped or fails leaves them as they are.
alter table audio add column made_from_ms integer;
alter table audio add column made_to_ms integer;
update audio set made_from_ms = trim_from_ms, made_to_ms = trim_to_ms where state = 'ready';

-- Of a recording: how many syllables (tiếng) the text had that was read.
alter table audio add column syllables integer constraint audio_syllables check (syllables > 0);

-- Made by the browser that sends a recording: sent twice it is one.
alter table audio add column upload_key text constraint audio_upload_key check (upload_key ~ '^[A-Za-z0-9_-]{16,64}$');
create unique index audio_upload_once on audio (ward_id, upload_key);
