-- Residents who asked for the bulletin (đăng ký nhận tin) by e-mail or as notices of their browser, and each letter or
-- notice to each of them.

create table subscriber (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	kind text not null constraint subscriber_kind check (kind in ('email', 'push')),
	-- Keyed hash of the address: the same one is there once, and a copy of the database tells nobody's.
	mark text not null,
	-- Sealed: the address, or the browser's subscription; null once they have left and it was erased.
	sealed text,
	-- Content areas wanted; empty: all.
	area_keys text[] not null default '{}',
	state text not null constraint subscriber_state check (state in ('asked', 'confirmed', 'left', 'bounced')),
	-- Hash of the word that confirms, and of the one that leaves.
	confirm_hash text,
	leave_hash text not null constraint subscriber_leave_once unique,
	asked_at timestamptz not null,
	confirmed_at timestamptz,
	left_at timestamptz,
	-- Letters in a row that were refused for good.
	bounces integer not null default 0,
	unique (ward_id, id),
	constraint subscriber_once unique (ward_id, kind, mark),
	constraint subscriber_sealed_while_there check (state in ('left', 'bounced') or sealed is not null)
);
select protect_by_ward('subscriber');
create index subscriber_confirming on subscriber (confirm_hash) where confirm_hash is not null;

create table mailing (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	delivery_id bigint not null,
	subscriber_id bigint not null,
	state text not null default 'waiting' constraint mailing_state check (state in ('waiting', 'sent', 'failed')),
	tries integer not null default 0,
	next_try_at timestamptz,
	sent_at timestamptz,
	trouble text,
	unique (ward_id, id),
	-- One letter of one issue to one resident.
	constraint mailing_once unique (ward_id, delivery_id, subscriber_id),
	foreign key (ward_id, delivery_id) references delivery (ward_id, id) on delete cascade,
	foreign key (ward_id, subscriber_id) references subscriber (ward_id, id) on delete cascade
);
select protect_by_ward('mailing');
create index mailing_due on mailing (ward_id, next_try_at) where state = 'waiting';
