-- What every module stands on: the question that row-level security asks, the log of events between modules.
create schema platform;
grant usage on schema platform to lumbung_app;

create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists fuzzystrmatch schema public;
create extension if not exists btree_gist schema public;

-- True when the region code lies inside the sight of the running transaction (setting lumbung.territory: LIKE patterns,
-- comma separated). Without a sight nothing is visible.
create function platform.visible(region_code text) returns boolean
    language sql stable parallel safe
    return coalesce(region_code like any (string_to_array(nullif(current_setting('lumbung.territory', true), ''), ',')), false);

-- The account on whose behalf the transaction runs, or null.
create function platform.actor() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('lumbung.actor', true), '')::uuid;

grant execute on function platform.visible(text), platform.actor() to lumbung_app;

-- Spring Modulith's registry of published events, which makes delivery durable.
create table platform.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_event on platform.event_publication using hash (serialized_event);
create index event_publication_by_completion on platform.event_publication (completion_date);
grant select, insert, update, delete on platform.event_publication to lumbung_app;
