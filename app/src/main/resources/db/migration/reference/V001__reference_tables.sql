create schema reference;
grant usage on schema reference to lumbung_app;

-- Regions of Indonesia by Kemendagri code. Public reference data: no row-level security.
create table reference.region (
    code          text not null,
    name          text not null,
    level         text not null,
    kind          text not null,
    parent        text not null,
    search_name   text generated always as (btrim(regexp_replace(lower(name), '[^a-z0-9]+', ' ', 'g'))) stored,
    squeezed_name text generated always as (regexp_replace(lower(name), '[^a-z0-9]+', '', 'g')) stored,
    constraint region_pk primary key (code),
    constraint region_code_form check (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
    constraint region_level_known check (level in ('PROVINCE', 'REGENCY', 'KECAMATAN', 'VILLAGE')),
    constraint region_kind_known check (kind in ('Provinsi', 'Kabupaten', 'Kota', 'Kecamatan', 'Kelurahan', 'Desa'))
);
create index region_by_prefix on reference.region (code text_pattern_ops);
create index region_by_parent on reference.region (parent);
create index region_by_name on reference.region (squeezed_name);

-- Other spellings of a region's name, with the source that spells it so.
create table reference.region_alias (
    code          text not null,
    alias         text not null,
    source        text not null,
    search_name   text generated always as (btrim(regexp_replace(lower(alias), '[^a-z0-9]+', ' ', 'g'))) stored,
    squeezed_name text generated always as (regexp_replace(lower(alias), '[^a-z0-9]+', '', 'g')) stored,
    entered_at    timestamptz not null default now(),
    constraint region_alias_pk primary key (code, alias, source),
    constraint region_alias_region foreign key (code) references reference.region (code),
    constraint region_alias_not_empty check (btrim(alias) <> '')
);
create index region_alias_by_name on reference.region_alias (squeezed_name);

-- BPS numbers kecamatan and villages differently.
create table reference.region_bps (
    code       text not null,
    bps_code   text not null,
    bps_name   text,
    entered_at timestamptz not null default now(),
    constraint region_bps_pk primary key (code),
    constraint region_bps_once unique (bps_code),
    constraint region_bps_region foreign key (code) references reference.region (code),
    constraint region_bps_form check (bps_code ~ '^\d{2}(\d{2}(\d{3}(\d{3})?)?)?$')
);

create table reference.kbli_version (
    code         text not null,
    valid_from   date not null,
    valid_to     date,
    align_by     date,
    legal_source text not null,
    constraint kbli_version_pk primary key (code),
    constraint kbli_version_span check (valid_to is null or valid_to >= valid_from)
);

-- What (version, code) means never changes: there is no update grant on this table.
create table reference.kbli_code (
    version     text not null,
    code        text not null,
    title       text not null,
    description text not null default '',
    origin      text not null,
    entered_at  timestamptz not null default now(),
    constraint kbli_code_pk primary key (version, code),
    constraint kbli_code_version foreign key (version) references reference.kbli_version (code),
    constraint kbli_code_form check (code ~ '^\d{5}$'),
    constraint kbli_code_title check (btrim(title) <> '')
);

-- Everyday words by which a code is found.
create table reference.kbli_words (
    id         uuid not null,
    version    text not null,
    code       text not null,
    words      text not null,
    origin     text not null,
    entered_at timestamptz not null default now(),
    constraint kbli_words_pk primary key (id),
    constraint kbli_words_code foreign key (version, code) references reference.kbli_code (version, code),
    constraint kbli_words_not_empty check (btrim(words) <> '')
);
create index kbli_words_by_code on reference.kbli_words (version, code);

-- Raised with every change of a list, so that each process knows its search index is old.
create table reference.kbli_revision (
    only_row boolean not null default true,
    revision bigint not null,
    constraint kbli_revision_one_row primary key (only_row),
    constraint kbli_revision_only check (only_row)
);

create table reference.sector (
    code       text not null,
    name_id    text not null,
    name_en    text not null,
    position   integer not null,
    retired_on date,
    constraint sector_pk primary key (code),
    constraint sector_code_form check (code ~ '^[a-z][a-z0-9-]{1,40}$')
);

-- A rule names the beginning of a code; the longest beginning that matches decides.
create table reference.sector_kbli (
    sector      text not null,
    version     text not null,
    kbli_prefix text not null,
    constraint sector_kbli_pk primary key (version, kbli_prefix, sector),
    constraint sector_kbli_sector foreign key (sector) references reference.sector (code),
    constraint sector_kbli_version foreign key (version) references reference.kbli_version (code),
    constraint sector_kbli_prefix_form check (kbli_prefix ~ '^\d{1,5}$')
);

create table reference.size_criterion (
    id         uuid not null,
    law        text not null,
    article    text not null,
    valid_from date not null,
    valid_to   date,
    measure    text not null,
    size_class text not null,
    at_most    bigint not null,
    constraint size_criterion_pk primary key (id),
    constraint size_criterion_once unique (law, measure, size_class, valid_from),
    constraint size_criterion_span check (valid_to is null or valid_to >= valid_from),
    constraint size_criterion_measure check (measure in ('NET_ASSETS', 'ANNUAL_SALES', 'CAPITAL', 'WORKERS')),
    constraint size_criterion_class check (size_class in ('MICRO', 'SMALL', 'MEDIUM')),
    constraint size_criterion_positive check (at_most > 0)
);

-- Settings an office decides; append-only: a new row with a later date replaces the old one from then on.
create table reference.setting (
    id         uuid not null,
    name       text not null,
    value      text not null,
    valid_from date not null,
    reason     text not null,
    entered_by text not null,
    entered_at timestamptz not null default now(),
    constraint setting_pk primary key (id),
    constraint setting_rule_known check (name <> 'size.combination-rule'
                                         or value in ('HIGHEST_CLASS', 'ANY_MICRO', 'BY_MEASURE'))
);
create index setting_by_name on reference.setting (name, valid_from desc);

create table reference.holiday (
    day    date not null,
    name   text not null,
    kind   text not null,
    source text not null,
    constraint holiday_pk primary key (day),
    constraint holiday_kind check (kind in ('PUBLIC', 'JOINT_LEAVE'))
);

-- Who changed which part of the reference data, and when. Append-only.
create table reference.change (
    id     uuid not null,
    part   text not null,
    what   text not null,
    actor  text not null,
    at     timestamptz not null,
    constraint change_pk primary key (id)
);
create index change_by_time on reference.change (at desc);

grant select, insert on reference.region, reference.kbli_version, reference.kbli_code,
                        reference.setting, reference.change to lumbung_app;
grant select, insert, update, delete on reference.region_alias, reference.region_bps, reference.sector_kbli, reference.kbli_words,
                        reference.holiday to lumbung_app;
grant select, insert, update on reference.sector, reference.size_criterion, reference.kbli_revision to lumbung_app;
-- An imported description may be added to a code of the starting list; its title stays what it was.
grant update (description) on reference.kbli_code to lumbung_app;
