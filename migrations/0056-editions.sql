-- Editions (bản cho từng kênh): what one story says on each channel, derived from its text; and the approval sheet
-- (phiếu duyệt) that signs the text and all editions at once.

create table edition (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	outlet text not null constraint edition_outlet check (outlet in
		('zalo', 'facebook', 'email', 'push', 'webhook', 'screen', 'slogan', 'notice_board', 'leaflet', 'meeting', 'radio')),
	-- Is it to go out at all?
	wanted boolean not null default true,
	-- What somebody wrote in place of what was derived; names of parts of a Message (src/channels/message.ts).
	written jsonb not null default '{}',
	-- The version of the story the written parts were written for; older than the current one: the story moved on.
	based_revision_id bigint not null,
	-- Grows with each change of what somebody wrote.
	version integer not null default 1,
	changed_at timestamptz not null,
	changed_by_person_id bigint not null,
	unique (ward_id, id),
	constraint edition_once unique (ward_id, story_id, outlet),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, based_revision_id) references story_revision (ward_id, id),
	foreign key (ward_id, changed_by_person_id) references person (ward_id, id)
);
select protect_by_ward('edition');

-- One signature over a version of the story and every edition of it. It holds while both are the same; nothing is ever
-- changed in a row here.
create table approval_sheet (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	revision_id bigint not null,
	-- SHA-256 over the version and the parts.
	digest text not null constraint approval_sheet_digest check (digest ~ '^[0-9a-f]{64}$'),
	-- [{editionId, outlet, version, message}] as they were signed.
	parts jsonb not null,
	signed_at timestamptz not null,
	signed_by_person_id bigint not null,
	unique (ward_id, id),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, revision_id) references story_revision (ward_id, id),
	foreign key (ward_id, signed_by_person_id) references person (ward_id, id)
);
select protect_by_ward('approval_sheet');
create index approval_sheet_of_story on approval_sheet (ward_id, story_id, id desc);

-- The picture made by itself for a version of a story, with the ward's name (ảnh chia sẻ).
create table share_picture (
	ward_id bigint not null default current_ward() references ward,
	story_id bigint not null,
	-- Hash of what is on it: the same words need no new picture.
	drawn text not null,
	file_id bigint not null,
	primary key (story_id, drawn),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete cascade,
	foreign key (ward_id, file_id) references file (ward_id, id)
);
select protect_by_ward('share_picture');
