-- Number of a sheet on its board (số tờ): printed on the sheet and named in the contents, so it must not shift when
-- another procedure comes or goes. Given when the board first carries the procedure, kept as long as it does or as its
-- sheet hangs there. What is no longer used is swept when numbers are next given, and may be given anew.
create table board_number (
	ward_id bigint not null default current_ward() references ward,
	place_id bigint not null,
	procedure_id bigint not null,
	-- Two procedures share one only while the second replaces the first.
	no integer not null constraint board_number_positive check (no > 0),
	given_at timestamptz not null,
	primary key (ward_id, place_id, procedure_id),
	foreign key (ward_id, place_id) references posting_place (ward_id, id),
	foreign key (ward_id, procedure_id) references procedure (ward_id, id)
);
select protect_by_ward('board_number');
