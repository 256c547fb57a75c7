-- People and units are edited by several hands: a save names the version it started from, and a later one is refused.
alter table unit add column lock_version integer not null default 1;
alter table person add column lock_version integer not null default 1;
alter table position add column lock_version integer not null default 1;

-- The list of all notices of a person, newest first (the index of 0002 covers unread ones only).
create index notice_of_person on notice (ward_id, person_id, id desc);

-- Whose account it is: asked at every request of a signed-in person; unique already, here with what the question needs.
create index position_valid on position (ward_id, person_id, valid_from, valid_to);
drop index position_person;
