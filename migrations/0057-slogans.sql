-- Slogans (khẩu hiệu): what hangs in the streets and at the offices: its words, where and how long, who approved it,
-- when it was hung and taken down. Its banner is drawn from the row whenever somebody asks for it.

create table slogan (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- A line break is where somebody wants the line to break.
	text text not null constraint slogan_text_length check (char_length(text) between 5 and 300),
	-- Keys of src/content/prints/banner.ts.
	size text not null,
	style text not null,
	place text not null constraint slogan_place_length check (char_length(place) between 2 and 300),
	hangs_from date not null,
	hangs_to date not null,
	-- The story it was taken from, and the task it counts for.
	story_id bigint,
	task_id bigint,
	written_at timestamptz not null,
	written_by_person_id bigint not null,
	-- Falls away when the words change.
	approved_at timestamptz,
	approved_by_person_id bigint,
	hung_on date,
	hung_count integer constraint slogan_hung_count check (hung_count between 1 and 10000),
	hung_by_person_id bigint,
	taken_down_on date,
	taken_down_by_person_id bigint,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint slogan_period check (hangs_from <= hangs_to),
	constraint slogan_approved_whole check ((approved_at is null) = (approved_by_person_id is null)),
	constraint slogan_approved_by_another check (approved_by_person_id <> written_by_person_id),
	constraint slogan_hung_whole check ((hung_on is null) = (hung_count is null)),
	constraint slogan_hung_after_approval check (hung_on is null or approved_at is not null),
	constraint slogan_down_after_up check (taken_down_on is null or taken_down_on >= hung_on),
	foreign key (ward_id, story_id) references story (ward_id, id) on delete set null (story_id),
	foreign key (ward_id, task_id) references task (ward_id, id),
	foreign key (ward_id, written_by_person_id) references person (ward_id, id),
	foreign key (ward_id, approved_by_person_id) references person (ward_id, id),
	foreign key (ward_id, hung_by_person_id) references person (ward_id, id),
	foreign key (ward_id, taken_down_by_person_id) references person (ward_id, id)
);
select protect_by_ward('slogan');
create index slogan_by_period on slogan (ward_id, hangs_to desc, id desc);
