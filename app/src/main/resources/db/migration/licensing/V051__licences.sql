-- The licence: its number, its sheets (frozen), its letters, and everything that happened to it.

-- The last number given in a series, per region and year. The row is locked until the transaction that took a number
-- ends: a rollback gives the number back, so that the register has no gap.
create table licensing.number_counter (
    series      text not null,
    region_code text not null,
    year        integer not null,
    last_no     integer not null check (last_no >= 1),
    primary key (series, region_code, year)
);
comment on column licensing.number_counter.series is 'regime code, with /SP for its warning letters';
alter table licensing.number_counter enable row level security;
create policy territory on licensing.number_counter
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert, update (last_no) on licensing.number_counter to lumbung_app;

create table licensing.licence (
    id             uuid primary key,
    version        integer not null default 0,
    region_code    text not null,
    application    uuid unique,
    enterprise     uuid not null,
    regime         text not null,
    regime_version integer not null,
    year           integer not null,
    running_no     integer not null check (running_no >= 1),
    number         text not null,
    issued_on      date not null,
    valid_until    date,
    state          text not null check (state in ('VALID', 'WARNED_1', 'WARNED_2', 'WARNED_3', 'REVOKED')),
    sheet_no       integer not null check (sheet_no >= 1),
    amendments     integer not null default 0 check (amendments >= 0),
    holder_name    text not null,
    business_name  text not null,
    place          text not null,
    constraint licence_running_no unique (regime, region_code, year, running_no),
    constraint licence_number unique (number)
);
comment on column licensing.licence.region_code is 'the kecamatan whose register the licence stands in';
create index licence_newest on licensing.licence (issued_on desc, id desc);
create index licence_by_region on licensing.licence (region_code, issued_on desc, id desc);
create index licence_by_enterprise on licensing.licence (enterprise);
alter table licensing.licence enable row level security;
create policy territory on licensing.licence
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert, update (version, state, sheet_no, amendments, holder_name, business_name, place)
    on licensing.licence to lumbung_app;

-- A sheet of paper: what stands on it, to the letter, for good.
create table licensing.licence_sheet (
    id              uuid primary key,
    licence         uuid not null references licensing.licence (id),
    region_code     text not null,
    sheet_no        integer not null check (sheet_no >= 1),
    snapshot        bytea not null,
    snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
    status_index    integer not null unique references licensing.statement_status (status_index),
    digits          text not null,
    pdf_document    text not null,
    made_at         timestamptz not null,
    made_by         uuid not null,
    constraint licence_sheet_no unique (licence, sheet_no)
);
comment on column licensing.licence_sheet.snapshot is 'JSON sealed by the vault for this sheet';
alter table licensing.licence_sheet enable row level security;
create policy territory on licensing.licence_sheet
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on licensing.licence_sheet to lumbung_app;

-- A letter to the holder, such as the second warning; frozen as a sheet is.
create table licensing.licence_letter (
    id              uuid primary key,
    licence         uuid not null references licensing.licence (id),
    region_code     text not null,
    series          text not null,
    year            integer not null,
    running_no      integer not null check (running_no >= 1),
    number          text not null,
    ordinal         integer not null check (ordinal between 1 and 3),
    snapshot        bytea not null,
    snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
    pdf_document    text not null,
    made_at         timestamptz not null,
    made_by         uuid not null,
    constraint licence_letter_running_no unique (series, region_code, year, running_no),
    constraint licence_letter_number unique (number)
);
create index licence_letter_by_licence on licensing.licence_letter (licence);
alter table licensing.licence_letter enable row level security;
create policy territory on licensing.licence_letter
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on licensing.licence_letter to lumbung_app;

-- What happened to a licence: dated, with reason and actor, only ever added to.
create table licensing.licence_event (
    id          uuid primary key,
    licence     uuid not null references licensing.licence (id),
    region_code text not null,
    seq         integer not null check (seq >= 1),
    kind        text not null
        check (kind in ('ISSUED', 'AMENDED', 'SHEET_REPLACED', 'WARNED', 'REVOKED', 'REINSTATED')),
    happened_on date not null,
    at          timestamptz not null,
    actor       uuid not null,
    actor_name  text not null,
    reason      text not null,
    ground      text,
    sheet       uuid references licensing.licence_sheet (id),
    letter      uuid references licensing.licence_letter (id),
    constraint licence_event_seq unique (licence, seq)
);
create index licence_event_newest on licensing.licence_event (at desc, id desc);
alter table licensing.licence_event enable row level security;
create policy territory on licensing.licence_event
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on licensing.licence_event to lumbung_app;

-- The coat of arms at the head of what is printed, from a day on; chosen by an administrator.
create table licensing.letterhead (
    id          uuid primary key,
    region_code text not null,
    valid_from  date not null,
    document    text not null,
    media_type  text not null check (media_type in ('image/png', 'image/jpeg')),
    made_at     timestamptz not null,
    made_by     uuid not null
);
alter table licensing.letterhead enable row level security;
create policy territory on licensing.letterhead
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on licensing.letterhead to lumbung_app;
