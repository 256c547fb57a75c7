-- Reports (báo cáo định kỳ): drafted from the data, edited by the office, frozen with their figures, then numbered.
create table report (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	-- '2026-03', '2026-Q1', '2026-H1', '2026'.
	period text not null constraint report_period_form check (period ~ '^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$'),
	-- The data window of that time (closing days are settings and change over the years).
	from_on date not null,
	to_on date not null,
	plan_id bigint not null,
	title text not null,
	-- Every figure with the numbers of the rows behind it, as counted last; frozen together with the text.
	figures jsonb not null,
	-- [{id, level, heading, text, edited}] in order.
	sections jsonb not null,
	addressees text[] not null default '{}',
	recipients text[] not null default '{}',
	signer text,
	signer_title text not null,
	signer_authority text[] not null default '{}',
	created_at timestamptz not null,
	created_by_person_id bigint not null,
	counted_at timestamptz not null,
	lock_version integer not null default 1,
	-- Frozen (chốt số liệu): figures and text change no more.
	frozen_at timestamptz,
	frozen_by_person_id bigint,
	-- Issued: the number is given after the signature (NĐ 30/2020, Điều 15).
	number text,
	issued_on date,
	issued_at timestamptz,
	issued_by_person_id bigint,
	-- A correction is a new report that says which one it supplements.
	supplements_report_id bigint,
	unique (ward_id, id),
	foreign key (ward_id, plan_id) references plan (ward_id, id),
	foreign key (ward_id, created_by_person_id) references person (ward_id, id),
	foreign key (ward_id, supplements_report_id) references report (ward_id, id),
	constraint report_window check (to_on >= from_on),
	constraint report_issued_whole check (issued_at is null or (frozen_at is not null and number is not null and issued_on is not null))
);
select protect_by_ward('report');
create index report_recent on report (ward_id, to_on desc, id desc);
-- One first report a period; supplements come beside it.
create unique index report_once on report (ward_id, period) where supplements_report_id is null;
create unique index report_number_once on report (ward_id, (extract(year from issued_on)), lower(number)) where issued_at is not null;

-- A frozen report is frozen in the database too: only the number, the day and who gave them may still be added.
create function refuse_change_of_frozen_report() returns trigger language plpgsql as $$
begin
	if old.frozen_at is not null and (tg_op = 'DELETE' or old.issued_at is not null
		or (new.figures, new.sections, new.title, new.frozen_at, new.from_on, new.to_on) is distinct from
		   (old.figures, old.sections, old.title, old.frozen_at, old.from_on, old.to_on)) then
		raise exception 'a frozen report cannot change' using errcode = 'check_violation', constraint = 'report_frozen';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger report_frozen before update or delete on report for each row execute function refuse_change_of_frozen_report();
