-- Search (tra cứu): one index over everything public, kept in the transaction of the change it follows; the ward's own
-- words (từ đồng nghĩa, từ viết tắt); the searches that found nothing.

-- Search change: one thing (or, with no key, a whole kind) was indexed anew. Nothing here is ever updated and nothing
-- waits: concurrent changes only add rows, the highest id of a thing says which of its entries hold, and what is behind
-- is swept by whoever comes next. So indexing can neither deadlock nor serialise the rooms that call it.
create table search_change (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- A kind of public thing (src/search/entry.ts), or 'words' for the ward's word list.
	kind text not null,
	key text,
	-- The transaction that made it. A process that keeps the index in memory asks, with the snapshot it last read,
	-- for exactly the changes that have become visible since (pg_visible_in_snapshot).
	stamp bigint not null default pg_current_xact_id()::text::bigint,
	unique (ward_id, id)
);
select protect_by_ward('search_change');
create index search_change_stamp on search_change (ward_id, stamp);
create index search_change_thing on search_change (ward_id, kind, key, id);

-- Search entry: what one public thing looks like to the index, from a moment until a moment. Rows are never rewritten,
-- so what a process worked out from a row stays right for as long as the row is there.
create table search_entry (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	change_id bigint not null,
	kind text not null,
	key text not null,
	url text not null,
	title text not null,
	codes text[] not null default '{}',
	aliases text[] not null default '{}',
	body text not null default '',
	-- The folded words of the body, each once: what loading the index reads instead of the body.
	body_words text not null default '',
	field text,
	applicants text[] not null default '{}',
	online text constraint search_entry_online check (online in ('full', 'partial', 'none')),
	-- Found from this moment on, and only before that one; null: always, for good.
	shown_from timestamptz,
	shown_to timestamptz,
	published_at timestamptz,
	unique (ward_id, id),
	foreign key (ward_id, change_id) references search_change (ward_id, id) on delete cascade
);
select protect_by_ward('search_entry');
create index search_entry_thing on search_entry (ward_id, kind, key);
create index search_entry_change on search_entry (ward_id, change_id);

-- Search word: a line of the ward's own word list, laid over the built-in list of the program.
create table search_word (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- What people say; folded is the same without case and diacritics, and is what a line is known by.
	said text not null constraint search_word_said check (char_length(said) between 2 and 80),
	folded text not null,
	-- What it means, in the words of the procedures; empty sets a built-in line aside.
	means text[] not null,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint search_word_unique unique (ward_id, folded)
);
select protect_by_ward('search_word');

-- Search miss: words that found nothing. No who, no address, no time finer than a day.
create table search_miss (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	words text not null constraint search_miss_words check (char_length(words) between 2 and 80),
	count integer not null default 1,
	first_day date not null,
	last_day date not null,
	-- An officer has dealt with it; the same words asked again later bring it back.
	dismissed_on date,
	unique (ward_id, id),
	constraint search_miss_unique unique (ward_id, words)
);
select protect_by_ward('search_miss');
