-- Channels (kênh thông tin): accounts at outside services with their sealed secrets, and deliveries, one row for each
-- thing that goes to one account, whatever happens on the way.

-- Account (tài khoản trên kênh; NĐ 224/2026 Đ10: the channels are managed, controlled and announced).
create table channel_account (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	kind text not null constraint channel_account_kind check (kind in
		('zalo', 'facebook', 'email', 'push', 'webhook', 'screen', 'slogan', 'notice_board', 'leaflet', 'meeting')),
	name text not null constraint channel_account_name_length check (char_length(name) between 2 and 120),
	-- Where residents find it, for the portal.
	address text constraint channel_account_address check (address ~ '^https?://' and char_length(address) <= 500),
	-- Shape AccountSettings (src/channels/account.ts): ids, whether broadcasts are allowed; nothing secret.
	settings jsonb not null default '{}',
	-- Sealed JSON (src/platform/seal.server.ts), never shown, never logged.
	secrets text,
	-- The pair of tokens before the last refresh, kept until the new one has worked once.
	secrets_before text,
	token_ends_at timestamptz,
	refreshed_at timestamptz,
	-- 'working'; 'sign_in': somebody has to sign in again; 'stopped': the channel refuses the account; 'off': we do not send.
	state text not null default 'off' constraint channel_account_state check (state in ('working', 'sign_in', 'stopped', 'off')),
	-- Why it does not work, in words for the person who mends it.
	trouble text,
	-- When it was last seen to work.
	worked_at timestamptz,
	-- The channel asked for a pause (too many calls): nothing goes out before.
	paused_until timestamptz,
	added_at timestamptz not null,
	added_by_person_id bigint,
	retired_at timestamptz,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint channel_account_name_once unique (ward_id, name),
	foreign key (ward_id, added_by_person_id) references person (ward_id, id)
);
select protect_by_ward('channel_account');

-- Delivery (lượt gửi): one thing to one account. The row is the truth; what was sent is written in it before it is sent.
create table delivery (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	account_id bigint not null,
	-- What it brings out: ('edition', 17). Never two rows for the same thing and account.
	source_kind text not null constraint delivery_source_kind check (source_kind ~ '^[a-z_]+$'),
	source_id bigint not null,
	-- Of the thing, when the message below was taken from it.
	source_version integer not null default 1,
	-- The story it belongs to, to be shown and counted together.
	story_id bigint,
	task_id bigint,
	area_keys text[] not null default '{}',
	-- Shape Message (src/channels/message.ts).
	message jsonb not null,
	-- 'planned' waits for its minute or its next try; 'sending' is in the hands of a worker; 'unknown': whether it
	-- arrived is not known, and it is looked for before anything is sent again; 'asking': only a person can tell.
	state text not null default 'planned' constraint delivery_state check (state in
		('planned', 'sending', 'unknown', 'asking', 'sent', 'failed', 'cancelled')),
	planned_at timestamptz not null,
	next_try_at timestamptz,
	tries integer not null default 0,
	-- Who holds it, and since when by the clock of the database (the program's own clock may be moved).
	held_by text,
	held_until timestamptz,
	-- How far a delivery of several steps has come: ids the channel gave, the step under way.
	progress jsonb not null default '{}',
	-- The channel's name for it.
	remote_id text,
	remote_url text,
	sent_at timestamptz,
	-- Copies, people, sheets a person counted; and where (a delivery by hand).
	counted integer constraint delivery_counted check (counted between 0 and 1000000),
	place text constraint delivery_place_length check (char_length(place) <= 200),
	photo_file_id bigint,
	-- Of the last try: the class of the trouble and its words.
	trouble_code text,
	trouble text,
	-- The latest figures the channel gives, {views, reach, clicks, plays}.
	figures jsonb not null default '{}',
	figures_at timestamptz,
	added_at timestamptz not null,
	added_by_person_id bigint,
	lock_version integer not null default 1,
	unique (ward_id, id),
	constraint delivery_once unique (ward_id, account_id, source_kind, source_id),
	constraint delivery_sent_whole check (state <> 'sent' or sent_at is not null),
	constraint delivery_held_while_sending check ((state = 'sending') = (held_by is not null and held_until is not null)),
	foreign key (ward_id, account_id) references channel_account (ward_id, id),
	foreign key (ward_id, photo_file_id) references file (ward_id, id),
	foreign key (ward_id, added_by_person_id) references person (ward_id, id)
);
select protect_by_ward('delivery');
-- What the channel calls by one name is one thing of ours: an answer that came twice cannot be taken for two.
create unique index delivery_remote_once on delivery (ward_id, account_id, remote_id) where remote_id is not null;
create index delivery_due on delivery (ward_id, next_try_at) where state in ('planned', 'unknown');
create index delivery_held on delivery (held_until) where state = 'sending';
create index delivery_of_story on delivery (ward_id, story_id);
create index delivery_of_source on delivery (ward_id, source_kind, source_id);
create index delivery_by_time on delivery (ward_id, planned_at);

-- Every try, begun and ended: the begun one is written before the first byte leaves.
create table delivery_attempt (
	id bigint generated always as identity primary key,
	ward_id bigint not null default current_ward() references ward,
	delivery_id bigint not null,
	no integer not null,
	-- 'send', 'find' (look whether it is there), 'test'.
	act text not null constraint delivery_attempt_act check (act in ('send', 'find')),
	begun_at timestamptz not null,
	ended_at timestamptz,
	outcome text,
	code text,
	words text,
	foreign key (ward_id, delivery_id) references delivery (ward_id, id) on delete cascade
);
select protect_by_ward('delivery_attempt');
create index delivery_attempt_of_delivery on delivery_attempt (ward_id, delivery_id, id);

-- Signing in at a channel (OAuth): lives from leaving for the channel until coming back, also across a restart.
create table channel_sign_in (
	ward_id bigint not null default current_ward() references ward,
	account_id bigint not null,
	-- Hash of the state parameter; the verifier (PKCE) is sealed.
	state_hash text not null constraint channel_sign_in_once unique,
	verifier text not null,
	person_id bigint not null,
	begun_at timestamptz not null,
	primary key (account_id, state_hash),
	foreign key (ward_id, account_id) references channel_account (ward_id, id) on delete cascade,
	foreign key (ward_id, person_id) references person (ward_id, id)
);
select protect_by_ward('channel_sign_in');
