-- Hotline register (đường dây nóng; NĐ 20/2008 Đ10, Đ13: the ways to reach who receives feedback are made public): kept
-- once, shown everywhere. A number is not rewritten when it changes: the old row ends, so that "since when" stays known.
create table hotline (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- Whose: a person in a post, an office of the ward, the province's receiving agency, a national number.
	kind text not null constraint hotline_kind check (kind in ('person', 'office', 'province', 'national')),
	name text not null constraint hotline_name_length check (char_length(name) between 2 and 200),
	title text not null default '',
	number text not null default '' constraint hotline_number_form check (number ~ '^[0-9+() .-]{0,30}$'),
	email text not null default '',
	url text not null default '',
	postal_address text not null default '',
	-- When somebody answers, in words.
	hours text not null default '',
	-- What for, in words: one of them is the dedicated number for feedback.
	purpose text not null default '',
	takes_feedback boolean not null default false,
	unit_id bigint,
	public boolean not null default true,
	position integer not null default 0,
	valid_from date not null,
	valid_to date,
	succeeds_id bigint,
	recorded_at timestamptz not null,
	recorded_by_person_id bigint,
	lock_version integer not null default 1,
	unique (ward_id, id),
	foreign key (ward_id, unit_id) references unit (ward_id, id),
	foreign key (ward_id, succeeds_id) references hotline (ward_id, id),
	foreign key (ward_id, recorded_by_person_id) references person (ward_id, id),
	constraint hotline_reachable check (number <> '' or email <> '' or url <> '' or postal_address <> ''),
	constraint hotline_validity check (valid_to is null or valid_to >= valid_from)
);
select protect_by_ward('hotline');
create index hotline_in_order on hotline (ward_id, position, id);
