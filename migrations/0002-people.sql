-- Who there is: units with their history, persons, the positions they act in, and what they are told.

-- Unit (cơ quan, đơn vị): an office, a post, an organisation, a residential area, the level above. Units change by
-- law (July 2025 abolished a whole level), so a name is valid from a day to a day, and what came after is a row.
create table unit (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	key text not null,
	name text not null,
	short_name text not null,
	kind text not null constraint unit_kind check (kind in
		('office', 'post', 'one_stop', 'radio', 'party', 'organisation', 'residential_area', 'service', 'superior', 'other')),
	-- Used in symbols of documents and after "Lưu:" (NĐ 30/2020, PL I.II.3.b: fixed by the head of the agency).
	abbreviation text,
	official_code text,
	valid_from date,
	valid_to date,
	constraint unit_validity check (valid_to is null or valid_from is null or valid_to >= valid_from),
	constraint unit_key_unique unique (ward_id, key),
	unique (ward_id, id)
);
select protect_by_ward('unit');

create table unit_succession (
	ward_id bigint not null default current_ward() references ward,
	predecessor_id bigint not null,
	successor_id bigint not null,
	primary key (predecessor_id, successor_id),
	foreign key (ward_id, predecessor_id) references unit (ward_id, id),
	foreign key (ward_id, successor_id) references unit (ward_id, id),
	constraint unit_succession_not_itself check (predecessor_id <> successor_id)
);
select protect_by_ward('unit_succession');

-- Person (cán bộ, công chức, người tham gia). user_id is the account that signs in (schema auth), if there is one.
create table person (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	user_id text constraint person_user_unique unique,
	name text not null constraint person_name_length check (char_length(name) between 2 and 100),
	-- Sign-in name, unique on the installation: `van-hoa`, or `van-hoa@lang-gieng` in a further ward.
	sign_in_name text constraint person_sign_in_name_unique unique,
	email text,
	phone text,
	created_at timestamptz not null,
	-- Left the ward's service: may not sign in any more, stays in every record.
	left_at timestamptz,
	left_by_person_id bigint,
	unique (ward_id, id)
);
select protect_by_ward('person');

-- Position (chức danh, vị trí công tác): one person often holds several and always acts in one of them.
create table position (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	person_id bigint not null,
	unit_id bigint not null,
	title text not null,
	role text not null constraint position_role check (role in
		('admin', 'chair', 'vice_chair', 'office', 'culture', 'radio', 'justice', 'accountant', 'one_stop', 'front', 'residential', 'superior')),
	valid_from date not null,
	valid_to date,
	constraint position_validity check (valid_to is null or valid_to >= valid_from),
	foreign key (ward_id, person_id) references person (ward_id, id),
	foreign key (ward_id, unit_id) references unit (ward_id, id),
	unique (ward_id, id)
);
select protect_by_ward('position');
create index position_person on position (ward_id, person_id);

-- Notice (thông báo): what a person is told inside the workspace; made by reactions to journal entries, so one entry
-- tells one person once, also when the reaction runs twice.
create table notice (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	person_id bigint not null,
	entry_id bigint not null references journal_entry,
	at timestamptz not null,
	text text not null,
	link text not null,
	read_at timestamptz,
	foreign key (ward_id, person_id) references person (ward_id, id),
	constraint notice_once unique (person_id, entry_id)
);
select protect_by_ward('notice');
create index notice_unread on notice (ward_id, person_id, id desc) where read_at is null;
