-- Lists that came in: the files as they were sent, what their columns mean, and the records they hold, each with its line.
create schema intake;
grant usage on schema intake to lumbung_app;

-- Rows are copied into a temporary table first, since COPY goes past row-level security and is refused under it.
do $$ begin
    execute format('grant temporary on database %I to lumbung_app', current_database());
end $$;

-- A file, kept as it was sent, in pieces in the store of documents.
create table intake.file (
    id          uuid constraint file_pk primary key,
    region_code text not null constraint file_region check (region_code ~ '^\d\d\.\d\d(\.\d\d(\.\d{4})?)?$'),
    name        text not null constraint file_name_length check (length(name) between 1 and 200),
    -- as announced; the file is whole when so many bytes are there
    size        bigint not null constraint file_size check (size between 1 and 536870912),
    -- SHA-256 of the whole
    content     bytea,
    received_at timestamptz not null,
    received_by uuid not null,
    whole_at    timestamptz,
    constraint file_whole check ((content is null) = (whole_at is null))
);
create index file_by_content on intake.file (content);
create index file_by_time on intake.file (received_at desc, id desc);
grant select, insert, update (content, whole_at), delete on intake.file to lumbung_app;
alter table intake.file enable row level security;
create policy territory on intake.file using (platform.visible(region_code)) with check (platform.visible(region_code));

create table intake.file_piece (
    file        uuid not null,
    seq         int not null,
    region_code text not null,
    document    text not null constraint file_piece_document check (document ~ '^[0-9a-f]{64}$'),
    size        int not null constraint file_piece_size check (size > 0),
    constraint file_piece_pk primary key (file, seq),
    constraint file_piece_of foreign key (file) references intake.file
);
create index file_piece_by_document on intake.file_piece (document);
grant select, insert, delete on intake.file_piece to lumbung_app;
alter table intake.file_piece enable row level security;
create policy territory on intake.file_piece
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- What the columns of lists with these headings mean. The newest for the same headings counts. Holds no personal data.
create table intake.recipe (
    id           uuid constraint recipe_pk primary key,
    name         text not null constraint recipe_name_length check (length(name) between 1 and 120),
    headings_key text not null,
    columns      jsonb not null,
    made_at      timestamptz not null,
    made_by      uuid not null
);
create index recipe_by_headings on intake.recipe (headings_key, made_at desc, id desc);
create index recipe_by_name on intake.recipe (name, made_at desc, id desc);
grant select, insert on intake.recipe to lumbung_app;

-- One sheet of a file, as a list.
create table intake.list (
    id           uuid constraint list_pk primary key,
    region_code  text not null constraint list_region check (region_code ~ '^\d\d\.\d\d(\.\d\d(\.\d{4})?)?$'),
    file         uuid not null,
    content      bytea not null,
    sheet        int not null,
    sheet_name   text not null,
    state        text not null
        constraint list_state_known check (state in ('SHAPED', 'NOT_A_LIST', 'CHECKED', 'ENTERED', 'UNDONE')),
    version      int not null default 1,
    heading_line bigint not null,
    -- what each column means: as suggested, then as a person said
    columns      jsonb not null,
    recipe       uuid,
    -- why it is no list, or why it could not be read: the key of a sentence and its arguments
    refusal      jsonb,
    -- what a run through it found, in numbers
    found        jsonb,
    -- names of the sheets and the first rows, sealed; goes when the list is taken out
    sample       bytea,
    mode         text constraint list_mode_known check (mode in ('ALL_OR_NOTHING', 'GOOD_ROWS')),
    entered      bigint,
    known        bigint,
    made_at      timestamptz not null,
    made_by      uuid not null,
    checked_at   timestamptz,
    entered_at   timestamptz,
    entered_by   uuid,
    undone_at    timestamptz,
    undone_by    uuid,
    undone_why   text,
    constraint list_of_file foreign key (file) references intake.file,
    constraint list_of_recipe foreign key (recipe) references intake.recipe,
    constraint list_entered check ((entered_at is not null) = (state in ('ENTERED', 'UNDONE')))
);
create index list_by_time on intake.list (made_at desc, id desc);
create index list_by_file on intake.list (file, sheet);
-- the same sheet of the same file is not brought in twice
create unique index list_once on intake.list (content, sheet) where state = 'ENTERED';
grant select, insert,
      update (state, version, columns, recipe, refusal, found, sample, mode, entered, known, checked_at, entered_at, entered_by,
              undone_at, undone_by, undone_why)
   on intake.list to lumbung_app;
alter table intake.list enable row level security;
create policy territory on intake.list using (platform.visible(region_code)) with check (platform.visible(region_code));

-- Work that goes on at a list; whoever does it says so again and again, so that one that died is known.
create table intake.running (
    list    uuid constraint running_pk primary key,
    what    text not null,
    rows    bigint not null,
    beat_at timestamptz not null
);
grant select, insert, update, delete on intake.running to lumbung_app;
select identity.pub_audit_exempt('intake.running', 'how far a run through a list has come; the list itself is recorded');

-- One row of a list. It comes and goes with its list and is never changed. NIK, telephone and whatever else the row holds of
-- a person lie in the sealed part, with the row as it stood in the file; beside it keyed hashes to find by. No foreign key:
-- lists are never deleted, and to look for the same list 421,000 times would take as long as the copying.
create table intake.list_record (
    id                uuid constraint list_record_pk primary key,
    list              uuid not null,
    region_code       text not null,
    line              int not null,
    owner_name        text,
    business_name     text,
    sex               text,
    birth_date        date,
    address           text,
    rt                text,
    rw                text,
    latitude          double precision,
    longitude         double precision,
    activity          text,
    product           text,
    kbli              text,
    sector            text,
    legal_form        text,
    size_class        text,
    start_year        int,
    operating         text,
    nib               text,
    -- kind:year:value, apart by spaces; the year is empty where the list does not say
    measured          text,
    -- codes of rules that let it in with something left out
    notes             text,
    nik_fingerprint   bytea,
    phone_fingerprint bytea,
    row_fingerprint   bytea not null,
    sealed            bytea not null
);
create unique index list_record_by_line on intake.list_record (list, line);
create index list_record_by_row on intake.list_record (row_fingerprint);
grant select, insert, delete on intake.list_record to lumbung_app;
alter table intake.list_record enable row level security;
create policy territory on intake.list_record
    using (platform.visible(region_code)) with check (platform.visible(region_code));
select identity.pub_audit_exempt('intake.list_record',
    'rows come in and go with their list only, never one by one; the list is recorded with their number and digest');

-- What was measured, one row for each kind and year, for other modules.
create view intake.pub_list_observation with (security_invoker = true) as
    select r.id as record, r.list, r.region_code, split_part(m.fact, ':', 1) as kind,
           nullif(split_part(m.fact, ':', 2), '')::int as year, split_part(m.fact, ':', 3)::bigint as value
      from intake.list_record r
     cross join lateral string_to_table(r.measured, ' ') m (fact);
grant select on intake.pub_list_observation to lumbung_app;
