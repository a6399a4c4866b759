-- What came in, the enterprises judged from it, and what is observed of them. NIK, family card number, telephone, e-mail and
-- NPWP are sealed by the application; beside them lie keyed hashes for exact look-up. None of them is here in clear.
create schema registry;
grant usage on schema registry to lumbung_app;

create sequence registry.enterprise_number as bigint;
grant usage on sequence registry.enterprise_number to lumbung_app;

-- Refuses every change and deletion; for the owner of the table too.
create function registry.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'table %.% only grows', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- As above, but lets the region follow an enterprise that moves (the foreign key carries it over).
create function registry.refuse_change_but_region() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' then
        if (to_jsonb(new) - 'region_code') = (to_jsonb(old) - 'region_code') then
            return new;
        end if;
    end if;
    raise exception 'table %.% only grows', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- A record as it came in, kept for ever. Its payload is JSON, sealed.
create table registry.source_record (
    id          uuid primary key,
    kind        text not null,
    origin      text not null,
    region_code text not null,
    received_on date not null,
    received_at timestamptz not null,
    received_by uuid,
    payload     bytea not null,
    constraint source_record_kind_known check (kind in ('LIST', 'CENSUS', 'OWN_REPORT', 'FIELD_VISIT', 'APPLICATION')),
    constraint source_record_origin_once unique (kind, origin)
);
grant select, insert on registry.source_record to lumbung_app;
alter table registry.source_record enable row level security;
create policy territory on registry.source_record
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create trigger source_record_only_grows before update or delete or truncate on registry.source_record
    for each statement execute function registry.refuse_change();

-- One business. Its columns are derived from its source records by the precedence stated in Derivation.java.
create table registry.enterprise (
    id            uuid primary key,
    number        text not null,
    name          text not null,
    name_key      text not null,
    region_code   text not null,
    itinerant     boolean not null,
    founded_on    date,
    legal_form    text not null,
    premises      text not null,
    activity_text text not null,
    npwp_sealed   bytea,
    first_seen_at timestamptz not null,
    version       int not null default 1,
    constraint enterprise_number_once unique (number),
    constraint enterprise_number_form check (number ~ '^LB-[0-9]{7,12}-[0-9]$'),
    constraint enterprise_region_form check (region_code ~ '^[0-9]{2}[.][0-9]{2}[.][0-9]{2}([.][0-9]{4})?$'),
    constraint enterprise_in_region unique (id, region_code)
);
create index enterprise_by_region on registry.enterprise (region_code text_pattern_ops, name, id);
create index enterprise_by_name on registry.enterprise using gin (name_key public.gin_trgm_ops);
grant select, insert, update on registry.enterprise to lumbung_app;
alter table registry.enterprise enable row level security;
create policy territory on registry.enterprise
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- An enterprise is the set of source records judged to be one business. Moving a record ends one row and begins another.
create table registry.record_of_enterprise (
    id            uuid primary key,
    source_record uuid not null references registry.source_record,
    enterprise    uuid not null,
    region_code   text not null,
    since         timestamptz not null,
    until         timestamptz,
    constraint record_of_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create unique index record_of_one_enterprise on registry.record_of_enterprise (source_record) where until is null;
create index record_of_enterprise_by_enterprise on registry.record_of_enterprise (enterprise);
grant select, insert, update on registry.record_of_enterprise to lumbung_app;
alter table registry.record_of_enterprise enable row level security;
create policy territory on registry.record_of_enterprise
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- Who owns what, n:m. The person is written after its first ownership, which is what makes it visible.
create table registry.ownership (
    id          uuid primary key,
    enterprise  uuid not null,
    person      uuid not null,
    region_code text not null,
    since       date not null,
    until       date,
    constraint ownership_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade,
    constraint ownership_dates_in_order check (until is null or until >= since)
);
create unique index ownership_once on registry.ownership (enterprise, person) where until is null;
create index ownership_by_person on registry.ownership (person);
grant select, insert, update on registry.ownership to lumbung_app;
alter table registry.ownership enable row level security;
create policy territory on registry.ownership
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- A human being, seen through what it owns: the home may lie anywhere.
create table registry.person (
    id                 uuid primary key,
    nik_sealed         bytea,
    nik_fingerprint    bytea,
    nik_unknown_reason text,
    kk_sealed          bytea,
    kk_fingerprint     bytea,
    name               text not null,
    name_key           text not null,
    sex                text,
    birth_date         date,
    birth_place        text,
    home_region_code   text,
    home_address       text,
    education          text,
    disability         boolean not null,
    version            int not null default 1,
    constraint person_nik_once unique (nik_fingerprint),
    constraint person_nik_or_reason check ((nik_sealed is null) = (nik_fingerprint is null)
                                           and (nik_sealed is null) = (nik_unknown_reason is not null)),
    constraint person_kk_whole check ((kk_sealed is null) = (kk_fingerprint is null)),
    constraint person_sex_known check (sex in ('MALE', 'FEMALE'))
);
create index person_by_name on registry.person using gin (name_key public.gin_trgm_ops);
grant select, insert, update on registry.person to lumbung_app;
alter table registry.person enable row level security;
create policy through_ownership on registry.person
    using (exists (select 1 from registry.ownership o
                    where o.person = person.id and platform.visible(o.region_code)))
    with check (exists (select 1 from registry.ownership o
                         where o.person = person.id and platform.visible(o.region_code)));
alter table registry.ownership add constraint ownership_person_fk foreign key (person)
    references registry.person deferrable initially deferred;

-- Which person a source record speaks of.
create table registry.record_of_person (
    source_record uuid primary key references registry.source_record,
    person        uuid not null references registry.person,
    region_code   text not null
);
create index record_of_person_by_person on registry.record_of_person (person);
grant select, insert, update on registry.record_of_person to lumbung_app;
alter table registry.record_of_person enable row level security;
create policy territory on registry.record_of_person
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- Where it is done; an itinerant seller has none.
create table registry.place (
    id            uuid primary key,
    enterprise    uuid not null,
    region_code   text not null,
    village_code  text not null,
    address       text,
    rt            text,
    rw            text,
    post_code     text,
    source_record uuid not null references registry.source_record,
    since         date not null,
    until         date,
    constraint place_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create index place_by_enterprise on registry.place (enterprise);
create index place_by_village on registry.place (village_code);
grant select, insert, update on registry.place to lumbung_app;
alter table registry.place enable row level security;
create policy territory on registry.place
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- Codes as declared: version and code together, never overwritten.
create table registry.activity (
    id            uuid primary key,
    enterprise    uuid not null,
    region_code   text not null,
    kbli_version  text not null,
    kbli_code     text not null,
    source_record uuid not null references registry.source_record,
    declared_on   date not null,
    constraint activity_code_form check (kbli_code ~ '^[0-9]{5}$'),
    constraint activity_once unique (source_record, kbli_version, kbli_code),
    constraint activity_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create index activity_by_enterprise on registry.activity (enterprise);
create index activity_by_code on registry.activity (kbli_code, kbli_version);
grant select, insert on registry.activity to lumbung_app;
alter table registry.activity enable row level security;
create policy territory on registry.activity
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create trigger activity_only_grows before update or delete on registry.activity
    for each row execute function registry.refuse_change_but_region();

create table registry.enterprise_sector (
    enterprise  uuid not null,
    sector      text not null,
    region_code text not null,
    constraint enterprise_sector_pk primary key (enterprise, sector),
    constraint enterprise_sector_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create index enterprise_sector_by_sector on registry.enterprise_sector (sector);
grant select, insert, delete on registry.enterprise_sector to lumbung_app;
alter table registry.enterprise_sector enable row level security;
create policy territory on registry.enterprise_sector
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- Telephone numbers and e-mail addresses. Several enterprises may share one.
create table registry.contact (
    id            uuid primary key,
    enterprise    uuid not null,
    region_code   text not null,
    kind          text not null,
    sealed        bytea not null,
    fingerprint   bytea not null,
    source_record uuid not null references registry.source_record,
    since         date not null,
    constraint contact_kind_known check (kind in ('PHONE', 'WHATSAPP', 'EMAIL')),
    constraint contact_once unique (enterprise, kind, fingerprint),
    constraint contact_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create index contact_by_fingerprint on registry.contact (fingerprint);
grant select, insert on registry.contact to lumbung_app;
alter table registry.contact enable row level security;
create policy territory on registry.contact
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- NIBs that OSS gave and the office recorded. Several enterprises may stand under one.
create table registry.nib_record (
    id          uuid primary key,
    enterprise  uuid not null,
    region_code text not null,
    nib         text not null,
    issued_on   date,
    note        text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint nib_record_form check (nib ~ '^[0-9]{13}$'),
    constraint nib_record_once unique (enterprise, nib),
    constraint nib_record_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create index nib_record_by_nib on registry.nib_record (nib);
grant select, insert on registry.nib_record to lumbung_app;
alter table registry.nib_record enable row level security;
create policy territory on registry.nib_record
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create trigger nib_record_only_grows before update or delete on registry.nib_record
    for each row execute function registry.refuse_change_but_region();

-- Numbers that were true at a time. What was not observed has no row; zero is a row.
create table registry.observation (
    id            uuid primary key,
    enterprise    uuid not null,
    region_code   text not null,
    kind          text not null,
    value         bigint not null,
    valid_on      date not null,
    year          int not null,
    known_at      timestamptz not null,
    known_by      uuid,
    source        text not null,
    evidence      text not null,
    source_record uuid references registry.source_record,
    constraint observation_not_negative check (value >= 0),
    constraint observation_year_possible check (year between 1900 and 2200),
    constraint observation_enterprise_fk foreign key (enterprise, region_code)
        references registry.enterprise (id, region_code) on update cascade
);
create index observation_by_enterprise on registry.observation (enterprise, kind, valid_on);
grant select, insert on registry.observation to lumbung_app;
alter table registry.observation enable row level security;
create policy territory on registry.observation
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create trigger observation_only_grows before update or delete on registry.observation
    for each row execute function registry.refuse_change_but_region();

-- Look-ups beyond sight. They run as the owner, whom row-level security does not hold, and return the least that serves.

-- The person with this NIK, wherever its businesses are: an identifier and nothing else.
create function registry.person_with_nik(wanted bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select p.id from registry.person p where p.nik_fingerprint = wanted $$;

-- Of the businesses of the person with this NIK that lie outside sight: how many in which kecamatan.
create function registry.businesses_beyond_sight(wanted bytea)
    returns table (kecamatan text, businesses bigint)
    language sql stable security definer set search_path = pg_catalog
    as $$
    select substr(o.region_code, 1, 8), count(*)
      from registry.person p
      join registry.ownership o on o.person = p.id and o.until is null
     where p.nik_fingerprint = wanted
       and not platform.visible(o.region_code)
     group by 1
     order by 1
    $$;

-- How many other enterprises stand under a NIB, inside and outside sight.
create function registry.enterprises_under_nib(wanted text, except_enterprise uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog
    as $$ select count(distinct n.enterprise) from registry.nib_record n
           where n.nib = wanted and n.enterprise <> except_enterprise $$;

-- The record with this origin, if it was admitted before: the enterprise it is of.
create function registry.enterprise_of_origin(wanted_kind text, wanted_origin text) returns uuid
    language sql stable security definer set search_path = pg_catalog
    as $$
    select m.enterprise
      from registry.source_record r
      join registry.record_of_enterprise m on m.source_record = r.id and m.until is null
     where r.kind = wanted_kind and r.origin = wanted_origin
    $$;

-- Names alike, inside sight only. A function, because row-level security would keep the planner from the trigram indexes
-- (their operators are not leakproof); it asks for the territory itself.
select public.similarity('load', 'the library'); -- makes the settings below known
create function registry.businesses_named_like(wanted text, at_most int)
    returns table (enterprise uuid, similarity real)
    language sql stable security definer
    set search_path = pg_catalog, public
    set pg_trgm.similarity_threshold = 0.4
    set pg_trgm.word_similarity_threshold = 0.7
    as $$
    select e.id, greatest(similarity(e.name_key, wanted), word_similarity(wanted, e.name_key) * 0.95::real)
      from registry.enterprise e
     where (e.name_key % wanted or e.name_key %> wanted)
       and platform.visible(e.region_code)
     order by 2 desc, e.id
     limit at_most
    $$;

create function registry.owners_named_like(wanted text, at_most int)
    returns table (enterprise uuid, similarity real)
    language sql stable security definer
    set search_path = pg_catalog, public
    set pg_trgm.similarity_threshold = 0.4
    set pg_trgm.word_similarity_threshold = 0.7
    as $$
    select o.enterprise, greatest(similarity(p.name_key, wanted), word_similarity(wanted, p.name_key) * 0.95::real)
      from registry.person p
      join registry.ownership o on o.person = p.id and o.until is null
     where (p.name_key % wanted or p.name_key %> wanted)
       and platform.visible(o.region_code)
     order by 2 desc, o.enterprise
     limit at_most
    $$;

revoke all on function registry.person_with_nik(bytea), registry.businesses_beyond_sight(bytea),
                       registry.enterprises_under_nib(text, uuid), registry.enterprise_of_origin(text, text),
                       registry.businesses_named_like(text, int), registry.owners_named_like(text, int) from public;
grant execute on function registry.person_with_nik(bytea), registry.businesses_beyond_sight(bytea),
                          registry.enterprises_under_nib(text, uuid), registry.enterprise_of_origin(text, text),
                          registry.businesses_named_like(text, int), registry.owners_named_like(text, int)
    to lumbung_app;
