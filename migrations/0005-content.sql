-- Stories (tin, bài): written once, reviewed, approved by another, published on the minute; every version kept.

create table story (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- Given at the first publication and never changed again: people have the address by then.
	slug text constraint story_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	-- The task of the plan this story carries out. Evidence goes to the task's lineage (plan room), so a replaced
	-- plan keeps it although this number is the one the story was linked with.
	task_id bigint,
	author_person_id bigint not null,
	-- State of the version being worked on. What the public sees is published_revision_id alone: a public story whose
	-- next version is being drafted is 'draft' here and still public.
	state text not null default 'draft' constraint story_state check (state in
		('draft', 'in_review', 'sent_back', 'approved', 'scheduled', 'published', 'withdrawn')),
	-- Grows with every change of text or state; a save names the one it started from.
	lock_version integer not null default 1,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	current_revision_id bigint,
	published_revision_id bigint,

	submitted_at timestamptz,
	submitted_by_person_id bigint,
	sent_back_at timestamptz,
	sent_back_by_person_id bigint,
	sent_back_reason text,

	approved_at timestamptz,
	approved_by_person_id bigint,
	approved_revision_id bigint,
	-- Who wrote the approved revision; the foreign key below makes it the truth, the check keeps approver and writer apart.
	approved_writer_id bigint,

	scheduled_at timestamptz constraint story_scheduled_on_the_minute check (date_trunc('minute', scheduled_at) = scheduled_at),
	-- First publication, and the publication of the version shown now.
	published_at timestamptz,
	republished_at timestamptz,
	-- How many seconds after its minute the last scheduled publication came; null when it was in time.
	late_seconds integer,

	withdrawn_at timestamptz,
	withdrawn_by_person_id bigint,
	withdrawn_reason text,
	withdrawn_notice text,

	-- Emergency publication: the chair published without a second approval; another person has to clear it.
	emergency_at timestamptz,
	emergency_by_person_id bigint,
	emergency_reason text,
	emergency_cleared_at timestamptz,
	emergency_cleared_by_person_id bigint,

	review_by date,
	expires_on date,
	-- The date a reminder was already given for, so that each date reminds once.
	review_reminded_for date,
	expiry_reminded_for date,

	unique (ward_id, id),
	constraint story_slug_unique unique (ward_id, slug),
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, author_person_id) references person (ward_id, id),
	foreign key (ward_id, approved_by_person_id) references person (ward_id, id),
	-- Second pair of eyes (the database is the last judge).
	constraint story_approved_by_another check (approved_by_person_id <> author_person_id),
	constraint story_approved_not_by_writer check (approved_by_person_id <> approved_writer_id),
	constraint story_approval_whole check (
		num_nonnulls(approved_at, approved_by_person_id, approved_revision_id, approved_writer_id) in (0, 4)),
	constraint story_approved_has_approval check (state not in ('approved', 'scheduled') or approved_at is not null),
	constraint story_approved_is_current check (
		state not in ('approved', 'scheduled') or approved_revision_id = current_revision_id),
	constraint story_scheduled_has_time check ((state = 'scheduled') = (scheduled_at is not null)),
	constraint story_published_has_revision check (
		state <> 'published' or (published_revision_id is not null and published_revision_id = current_revision_id)),
	constraint story_public_has_address check (
		published_revision_id is null or (slug is not null and published_at is not null and republished_at is not null)),
	constraint story_withdrawn_whole check (
		state <> 'withdrawn' or (published_revision_id is null and withdrawn_at is not null
			and char_length(trim(withdrawn_reason)) >= 10 and char_length(trim(withdrawn_notice)) >= 10)),
	constraint story_sent_back_has_reason check (state <> 'sent_back' or char_length(trim(sent_back_reason)) >= 5),
	constraint story_emergency_cleared_by_another check (emergency_cleared_by_person_id <> emergency_by_person_id),
	constraint story_emergency_cleared_not_by_author check (emergency_cleared_by_person_id <> author_person_id)
);
select protect_by_ward('story');

-- Revision: one text with everything the approval covers. The last automatic save of a sitting is written over by the
-- next; once submitted, approved, published or saved by hand a revision is sealed and can never change.
create table story_revision (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	-- 'side': a text that came too late to be saved (somebody else had saved in between); kept, to be compared.
	kind text not null constraint story_revision_kind check (kind in ('auto', 'saved', 'side')),
	title text not null,
	summary text not null,
	body jsonb not null,
	cited_documents text[] not null default '{}',
	areas text[] not null default '{}',
	audiences text[] not null default '{}',
	-- {palette, motif} of the drawn cover, and {token, alt} when a picture stands in its place.
	cover jsonb not null,
	-- [{token, title}] in order.
	attachments jsonb not null default '[]',
	-- Number of tiếng in the text, for reading time on lists.
	words integer not null,
	by_person_id bigint not null,
	begun_at timestamptz not null,
	at timestamptz not null,
	note text,
	sealed_at timestamptz,
	-- Of a side text: the revision it had started from, and who decided what becomes of it.
	base_revision_id bigint,
	resolved_at timestamptz,
	resolved_by_person_id bigint,
	unique (ward_id, id),
	unique (ward_id, id, by_person_id),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, by_person_id) references person (ward_id, id)
);
select protect_by_ward('story_revision');
create index story_revision_of_story on story_revision (ward_id, story_id, id desc);
create index story_revision_side_open on story_revision (ward_id, story_id) where kind = 'side' and resolved_at is null;

create function refuse_sealed_change() returns trigger language plpgsql as
$$ begin raise exception 'a sealed revision cannot change' using constraint = 'story_revision_sealed'; end $$;
create trigger story_revision_sealed before update on story_revision
	for each row when (old.sealed_at is not null) execute function refuse_sealed_change();

alter table story
	add foreign key (ward_id, current_revision_id) references story_revision (ward_id, id) deferrable initially deferred,
	add foreign key (ward_id, published_revision_id) references story_revision (ward_id, id) deferrable initially deferred,
	add foreign key (ward_id, approved_revision_id, approved_writer_id)
		references story_revision (ward_id, id, by_person_id) deferrable initially deferred;

-- The public lists, newest first; and what the worker asks every second.
create index story_public on story (ward_id, published_at desc, id desc) where published_revision_id is not null;
create index story_due on story (ward_id, scheduled_at) where state = 'scheduled';
create index story_worked_on on story (ward_id, changed_at desc, id desc);
create index story_of_task on story (ward_id, task_id) where task_id is not null;

-- Under which content areas (by their lasting key) the public finds a story; written when a version is published.
create table story_content_area (
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	area_key text not null,
	primary key (story_id, area_key),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade
);
select protect_by_ward('story_content_area');
create index story_content_area_by_key on story_content_area (ward_id, area_key, story_id);

-- Files sent in for this story. A text can only show files of its own story: publishing makes them public, and
-- nobody may make a file of another room public by writing its token into a text.
create table story_file (
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	file_id bigint not null,
	at timestamptz not null,
	by_person_id bigint not null,
	primary key (story_id, file_id),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, file_id) references file (ward_id, id),
	foreign key (ward_id, by_person_id) references person (ward_id, id)
);
select protect_by_ward('story_file');

-- History: each change of state, who, when, why.
create table story_transition (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	act text not null,
	from_state text not null,
	to_state text not null,
	revision_id bigint,
	at timestamptz not null,
	-- Null when a robot did it.
	by_person_id bigint,
	reason text,
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, by_person_id) references person (ward_id, id)
);
select protect_by_ward('story_transition');
create index story_transition_of_story on story_transition (ward_id, story_id, id desc);

-- Who has it open; a sign of life every few seconds.
create table story_presence (
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	person_id bigint not null,
	at timestamptz not null,
	primary key (story_id, person_id),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, person_id) references person (ward_id, id)
);
select protect_by_ward('story_presence');

-- Preview link (xem trước): shows the text as it stands now to whoever holds the link, until it ends or is revoked.
create table story_preview (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	token text not null constraint story_preview_token_unique unique,
	created_at timestamptz not null,
	created_by_person_id bigint not null,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	revoked_by_person_id bigint,
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, created_by_person_id) references person (ward_id, id)
);
select protect_by_ward('story_preview');
create index story_preview_of_story on story_preview (ward_id, story_id);
