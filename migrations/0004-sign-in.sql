-- Signing in. These tables belong to better-auth (users, sessions, credentials, second factor) and to our own throttle.
-- They stand in a schema of their own that minhbach_app, the role of every ward's transaction, may not even enter:
-- no query of a room can read a password hash or a session.
create schema auth;

-- Account (tài khoản): one per person who signs in. The username is unique on the whole installation.
create table auth."user" (
	id text primary key,
	name text not null,
	-- better-auth wants one, unique; it is the label in the authenticator app. We put the sign-in name there and send no mail to it.
	email text not null unique,
	email_verified boolean not null default false,
	image text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	username text not null constraint user_username_unique unique,
	display_username text,
	two_factor_enabled boolean not null default false,
	-- The ward this account belongs to: known before any row under the lock between wards can be read.
	ward_id bigint not null references public.ward,
	-- Set while the password is one an administrator handed out: it must be changed at once, and dies at this moment.
	temporary_until timestamptz
);

create table auth.session (
	id text primary key,
	token text not null unique,
	user_id text not null references auth."user" on delete cascade,
	expires_at timestamptz not null,
	created_at timestamptz not null default now(),
	-- Moved on every few minutes of use, so it is also "last seen".
	updated_at timestamptz not null default now(),
	ip_address text,
	user_agent text,
	-- The position chosen in this session; null acts in the first one held today.
	position_id bigint
);
create index session_of_user on auth.session (user_id);

create table auth.account (
	id text primary key,
	account_id text not null,
	provider_id text not null,
	user_id text not null references auth."user" on delete cascade,
	access_token text,
	refresh_token text,
	id_token text,
	access_token_expires_at timestamptz,
	refresh_token_expires_at timestamptz,
	scope text,
	password text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	unique (user_id, provider_id)
);

-- Short-lived secrets: the step between password and second factor.
create table auth.verification (
	id text primary key,
	identifier text not null,
	value text not null,
	expires_at timestamptz not null,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- Second factor (xác thực hai lớp): the shared secret and the backup codes, both encrypted with SECRET_KEY.
create table auth.two_factor (
	id text primary key,
	secret text not null,
	backup_codes text not null,
	user_id text not null unique references auth."user" on delete cascade,
	verified boolean not null default true,
	failed_verification_count integer not null default 0,
	locked_until timestamptz
);

-- Attempts to sign in that have not succeeded (yet): counted per name and per address. In the database, so that a restart
-- or a second process forgets nothing. The name is kept as a keyed hash: people type passwords into the wrong field.
create table auth.sign_in_attempt (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	name_hash text not null,
	address text not null
);
create index sign_in_attempt_name on auth.sign_in_attempt (name_hash, at);
create index sign_in_attempt_address on auth.sign_in_attempt (address, at);
