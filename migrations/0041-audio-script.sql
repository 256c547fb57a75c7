-- The text a synthetic voice is to read; and when somebody began the work, so that what a killed worker left is found.
alter table audio add column script text constraint audio_script_length check (char_length(script) between 1 and 60000);
alter table audio add column begun_at timestamptz;
alter table audio add constraint audio_has_source check (original_file_id is not null or script is not null);
