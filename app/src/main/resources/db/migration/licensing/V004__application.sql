-- Applications from draft to decision. What was typed is sealed; in plain words stands only what a work list shows.
create table licensing.receipt_counter (
    region_code text not null,
    year        int not null,
    last        int not null,
    constraint receipt_counter_pk primary key (region_code, year)
);

create table licensing.application (
    id              uuid constraint application_pk primary key,
    receipt         text not null constraint application_receipt unique,
    region_code     text not null constraint application_kecamatan check (region_code ~ '^\d\d\.\d\d\.\d\d$'),
    regime_code     text not null,
    regime_number   int not null,
    state           text not null,
    version         int not null,
    answers         bytea not null,
    owner_name      text not null,
    business_name   text not null,
    village_code    text,
    known_as        uuid,
    entered_by      uuid not null,
    typed_by        uuid[] not null,
    created_at      timestamptz not null,
    changed_by      uuid not null,
    changed_at      timestamptz not null,
    submissions     int not null default 0,
    submitted_at    timestamptz,
    ended_at        timestamptz,
    clock_phase     text not null
        constraint application_clock check (clock_phase in ('NOT_STARTED', 'RUNNING', 'PAUSED', 'STOPPED')),
    clock_used      int not null constraint application_clock_used check (clock_used >= 0),
    clock_since     date,
    due_on          date,
    escalated_at    timestamptz,
    enterprise      uuid,
    licence         uuid,
    case_code       bytea constraint application_case_code unique,
    constraint application_regime foreign key (regime_code, regime_number) references licensing.regime_version,
    constraint application_state foreign key (regime_code, regime_number, state) references licensing.regime_state,
    constraint application_clock_runs check ((clock_phase = 'RUNNING') = (clock_since is not null))
);
create index application_work on licensing.application (region_code, due_on, id) where ended_at is null;
create index application_by_change on licensing.application (changed_at desc, id desc);
create index application_by_enterprise on licensing.application (enterprise);

create table licensing.application_event (
    id          uuid constraint application_event_pk primary key,
    application uuid not null constraint application_event_of references licensing.application,
    region_code text not null,
    at          timestamptz not null,
    actor       uuid,
    action      text not null,
    from_state  text,
    to_state    text not null,
    note        text,
    ground      text
);
create index application_event_by_application on licensing.application_event (application, at, id);

create table licensing.application_correction (
    event       uuid not null constraint application_correction_of references licensing.application_event,
    region_code text not null,
    field       text not null,
    sentence    text not null,
    constraint application_correction_pk primary key (event, field)
);

create table licensing.attachment (
    id           uuid constraint attachment_pk primary key,
    application  uuid not null constraint attachment_of references licensing.application,
    region_code  text not null,
    kind         text not null,
    document     text not null,
    content_type text not null
        constraint attachment_content_type check (content_type in ('image/jpeg', 'application/pdf')),
    bytes        int not null,
    pages        int not null,
    uploaded_by  uuid not null,
    uploaded_at  timestamptz not null,
    replaced_at  timestamptz
);
create unique index attachment_current on licensing.attachment (application, kind) where replaced_at is null;

alter table licensing.receipt_counter enable row level security;
alter table licensing.application enable row level security;
alter table licensing.application_event enable row level security;
alter table licensing.application_correction enable row level security;
alter table licensing.attachment enable row level security;
create policy territory on licensing.receipt_counter
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create policy territory on licensing.application
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create policy territory on licensing.application_event
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create policy territory on licensing.application_correction
    using (platform.visible(region_code)) with check (platform.visible(region_code));
create policy territory on licensing.attachment
    using (platform.visible(region_code)) with check (platform.visible(region_code));

grant select, insert, update on licensing.receipt_counter, licensing.application, licensing.attachment to lumbung_app;
grant select, insert on licensing.application_event, licensing.application_correction to lumbung_app;
