-- The worker's sign of life: one row per worker, renewed every few seconds; /healthz looks at its age.
-- Not a ward's: one worker serves all wards of the installation.
create table worker_heartbeat (
	name text primary key,
	at timestamptz not null
);
grant select on worker_heartbeat to minhbach_app;
