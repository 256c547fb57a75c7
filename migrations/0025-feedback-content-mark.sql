-- Keyed hash of the folded text of a message: the same text sent over and over waits for a person's look. Erased with
-- the mark of the network.
alter table feedback_case add column content_mark text;
create index feedback_case_content on feedback_case (ward_id, content_mark, received_at) where content_mark is not null;
