-- Whole message (toàn văn như đã gửi) of a case that was split into several: written once, at the first splitting, and
-- never changed. It goes, into the seal of that part, when a part is led to its own lawful path.
create table feedback_whole (
	ward_id bigint not null default current_ward() references ward,
	-- The case whose receipt the sender holds; every part names it as its original.
	case_id bigint not null,
	text text not null constraint feedback_whole_length check (char_length(text) between 1 and 20000),
	split_at timestamptz not null,
	primary key (ward_id, case_id),
	foreign key (ward_id, case_id) references feedback_case (ward_id, id)
);
select protect_by_ward('feedback_whole');
revoke update on feedback_whole from minhbach_app;
