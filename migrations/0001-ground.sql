-- The ground every room stands on: wards, the row-level lock between them, the journal, the files.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- The program works as this role inside every transaction (see db.server.ts). It owns nothing, so row-level
-- security always applies to it. A managed server may forbid making roles to all but one; then it exists already.
do $$
begin
	if not exists (select from pg_roles where rolname = 'minhbach_app') then
		create role minhbach_app nologin;
	end if;
	execute format('grant minhbach_app to %I', current_user);
exception when duplicate_object then null; -- two databases of one server migrate at once: the role is there
end
$$;
grant usage on schema public to minhbach_app;

-- The ward of this transaction. Missing is null, and null equals nothing: without a ward nothing is visible.
create function current_ward() returns bigint language sql stable parallel safe as
$$ select nullif(current_setting('minhbach.ward', true), '')::bigint $$;

-- Puts a table under the lock between wards. Every table with a ward_id calls it in the migration that makes it;
-- a test finds any table that did not.
create function protect_by_ward(target regclass) returns void language plpgsql as $$
begin
	execute format('alter table %s enable row level security', target);
	execute format('alter table %s force row level security', target);
	execute format('create policy own_ward on %s using (ward_id = current_ward()) with check (ward_id = current_ward())', target);
	execute format('grant select, insert, update, delete on %s to minhbach_app', target);
end
$$;

-- The ward (phường, xã, đặc khu): one row on most installations, many on a province's. Not under the lock itself:
-- which ward a request belongs to is found before the ward is known. It holds nothing that is not public.
create table ward (
	id bigint generated always as identity primary key,
	key text not null constraint ward_key_unique unique constraint ward_key_form check (key ~ '^[a-z0-9-]{2,40}$'),
	name text not null,
	short_name text not null,
	-- Name in a document's place line; a unit named after a person or event carries its class word (NĐ 30/2020, PL I.II.4.a).
	place_name text not null,
	superior_name text not null,
	province_name text not null,
	official_code text,
	-- Host name of its portal when one installation serves several wards; null answers on every other host.
	host text constraint ward_host_unique unique,
	-- Sample data is said to be sample data, on every page.
	sample boolean not null default false,
	settings jsonb not null default '{}',
	created_at timestamptz not null default now()
);
grant select, update on ward to minhbach_app;

-- The journal (nhật ký): who did what, when, in which position; before and after where it matters. Append-only.
create table journal_entry (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	at timestamptz not null,
	person_id bigint,
	position_id bigint,
	robot text,
	act text not null,
	subject_kind text not null,
	subject_id text not null,
	before jsonb,
	after jsonb,
	note text
);
select protect_by_ward('journal_entry');
revoke update, delete on journal_entry from minhbach_app;
create index journal_entry_subject on journal_entry (ward_id, subject_kind, subject_id, id desc);
create index journal_entry_recent on journal_entry (ward_id, id desc);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the journal is append-only'; end $$;
create trigger journal_entry_append_only before update or delete or truncate on journal_entry
	for each statement execute function refuse_change();

-- Files: bytes live in the store (disk or S3) under their key; the row says what they are and who may fetch them.
create table file (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- Unguessable; the only way a file is addressed from outside.
	token text not null constraint file_token_unique unique,
	-- 'public' once something public shows it; 'staff' otherwise.
	access text not null default 'staff' constraint file_access check (access in ('public', 'staff')),
	name text not null,
	mime text not null,
	bytes bigint not null,
	sha256 text not null,
	width integer,
	height integer,
	created_at timestamptz not null,
	created_by_person_id bigint,
	unique (ward_id, id)
);
select protect_by_ward('file');
