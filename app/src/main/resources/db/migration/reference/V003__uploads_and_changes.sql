-- A file whose dry run somebody is looking at; gone when it is applied, or after a day.
create table reference.upload (
    id        uuid not null,
    part      text not null,
    file_name text not null,
    content   bytea not null,
    at        timestamptz not null,
    constraint upload_pk primary key (id)
);
grant select, insert, delete on reference.upload to lumbung_app;

-- What was changed is the key of a sentence and what goes into it, so that both languages can say it.
alter table reference.change add column args text[] not null default '{}';
