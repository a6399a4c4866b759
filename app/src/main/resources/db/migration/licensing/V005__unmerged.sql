-- What somebody typed while somebody else saved first: kept until a person has compared the two.
create table licensing.application_unmerged (
    id          uuid constraint application_unmerged_pk primary key,
    application uuid not null constraint application_unmerged_of references licensing.application,
    region_code text not null,
    answers     bytea not null,
    typed_by    uuid not null,
    typed_at    timestamptz not null
);
alter table licensing.application_unmerged enable row level security;
create policy territory on licensing.application_unmerged
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on licensing.application_unmerged to lumbung_app;
