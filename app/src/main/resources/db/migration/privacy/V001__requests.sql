-- What people ask about the data held of them (UU 27/2022 art. 5 to 13), answered within 3 x 24 hours.
create schema privacy;
grant usage on schema privacy to lumbung_app;

create sequence privacy.request_number as bigint;
grant usage on sequence privacy.request_number to lumbung_app;

create table privacy.request (
    id              uuid constraint request_pk primary key,
    number          text not null constraint request_number_once unique,
    -- the counter at which it was made
    region_code     text not null constraint request_region check (region_code ~ '^\d\d\.\d\d(\.\d\d)?$'),
    kind            text not null
        constraint request_kind_known check (kind in ('ACCESS', 'CORRECTION', 'DELETION', 'OBJECTION', 'WITHDRAWAL')),
    state           text not null
        constraint request_state_known check (state in ('RECEIVED', 'TAKEN', 'ANSWERED', 'REFUSED', 'CANCELLED')),
    version         int not null default 1,
    -- null when nothing is held of this person in the register
    person          uuid,
    name            text not null,
    nik_sealed      bytea not null,
    wish_sealed     bytea not null,
    received_at     timestamptz not null,
    received_by     uuid not null,
    due_at          timestamptz not null,
    handler         uuid,
    escalated_at    timestamptz,
    ended_at        timestamptz,
    -- keyed fingerprint of the code on the slip, and how often somebody had the code but not the NIK
    code            bytea constraint request_code_once unique,
    code_failures   int not null default 0,
    constraint request_handler_when_taken check (state <> 'TAKEN' or handler is not null),
    constraint request_ended_is_final check ((ended_at is not null) = (state in ('ANSWERED', 'REFUSED', 'CANCELLED')))
);
create index request_open on privacy.request (region_code, due_at, id) where ended_at is null;
create index request_by_end on privacy.request (ended_at desc, id desc) where ended_at is not null;
create index request_by_person on privacy.request (person);
alter table privacy.request enable row level security;
create policy territory on privacy.request
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert,
      update (state, version, handler, escalated_at, ended_at, code, code_failures, nik_sealed, wish_sealed)
   on privacy.request to lumbung_app;

create table privacy.request_event (
    id          uuid constraint request_event_pk primary key,
    request     uuid not null constraint request_event_of references privacy.request,
    region_code text not null,
    at          timestamptz not null,
    -- null for the person at home and for the system
    actor       uuid,
    action      text not null,
    from_state  text,
    to_state    text not null
);
create index request_event_by_request on privacy.request_event (request, at, id);
alter table privacy.request_event enable row level security;
create policy territory on privacy.request_event
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on privacy.request_event to lumbung_app;

-- What the person is told, sealed: a text, and for access what was held at that moment.
create table privacy.answer (
    request     uuid constraint answer_pk primary key constraint answer_of references privacy.request,
    region_code text not null,
    text_sealed bytea not null,
    held_sealed bytea,
    made_at     timestamptz not null,
    made_by     uuid not null
);
alter table privacy.answer enable row level security;
create policy territory on privacy.answer
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert, delete on privacy.answer to lumbung_app;
