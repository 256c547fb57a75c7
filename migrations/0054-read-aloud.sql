-- Read aloud (nghe bài, nghe thủ tục): which made sound reads which public text. The hash of the spoken text is the key:
-- a text is made once, however many press the button at once, and again only when its words change.
create table read_aloud (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- For whom it was made first; another page with the same words uses the same sound.
	kind text not null constraint read_aloud_kind check (kind in ('article', 'procedure')),
	key text not null constraint read_aloud_key_length check (char_length(key) between 1 and 200),
	spoken_hash text not null,
	voice text not null,
	audio_id bigint not null,
	asked_at timestamptz not null,
	unique (ward_id, id),
	constraint read_aloud_once unique (ward_id, spoken_hash, voice),
	foreign key (ward_id, audio_id) references audio (ward_id, id)
);
select protect_by_ward('read_aloud');
create index read_aloud_of_audio on read_aloud (ward_id, audio_id);
