-- Days off of a ward's own calendar: what was decided for a year (nghỉ lễ, nghỉ bù, hoán đổi) or happened here (storm),
-- on top of the rules and decisions the program knows (src/platform/day-off-decisions.ts).

-- Day off (ngày nghỉ) or a Saturday, Sunday on which people work (ngày làm bù). Stronger than rule and decision.
create table day_off (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	date date not null constraint day_off_date_range check (date between '2000-01-01' and '2199-12-31'),
	kind text not null constraint day_off_kind check (kind in ('off', 'working')),
	-- Said to people beside every date that moved because of it.
	reason text not null constraint day_off_reason_length check (char_length(reason) between 3 and 200),
	-- The deciding document, as printed.
	document text not null default '' constraint day_off_document_length check (char_length(document) <= 200),
	recorded_at timestamptz not null,
	recorded_by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, recorded_by_person_id) references person (ward_id, id),
	constraint day_off_once unique (ward_id, date)
);
select protect_by_ward('day_off');

-- Decided year (năm đã có quyết định): somebody compared the year's calendar with the decision; dates in it are no
-- longer called tentative (dự kiến).
create table day_off_year (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	year integer not null constraint day_off_year_range check (year between 2000 and 2199),
	document text not null constraint day_off_year_document_length check (char_length(document) between 3 and 200),
	recorded_at timestamptz not null,
	recorded_by_person_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, recorded_by_person_id) references person (ward_id, id),
	constraint day_off_year_once unique (ward_id, year)
);
select protect_by_ward('day_off_year');
