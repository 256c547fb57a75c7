-- Nobody to recognise (không có ai, không có biển số trong ảnh): said of a photo by a person who looked. A photo that is
-- chosen has boxes drawn over it or this word; kept by src/feedback/publication.server.ts when preparing and confirming.
alter table feedback_file add column nobody boolean not null default false;
