-- How long which data are kept, after what, by which source, and what happens then. Rows are dated and never changed: the
-- one in force is the newest that the office has decided on. The rows of this migration are proposals: they say what would
-- be due, and nothing goes by them until an administrator has decided with the office's own source.
create table privacy.retention_class (
    code        text not null constraint retention_class_code check (code ~ '^[A-Z][A-Z_]{2,39}$'),
    version     int not null constraint retention_class_version check (version > 0),
    valid_from  date not null,
    position    int not null,
    title_id    text not null,
    title_en    text not null,
    -- after what the days count, and what happens when they are over
    event       text not null,
    effect      text not null,
    days        int,
    source      text not null,
    decided_by  uuid,
    written_at  timestamptz not null,
    constraint retention_class_pk primary key (code, version),
    constraint retention_class_event check
        (event in ('CASE_CHANGED', 'CASE_ENDED', 'LICENCE_ENDED', 'REQUEST_ENDED', 'NEVER')),
    constraint retention_class_effect check (effect in ('ERASE_DRAFT', 'DELETE_PAPERS', 'ERASE_REQUEST', 'KEEP')),
    constraint retention_class_days check (days between 1 and 36500),
    constraint retention_class_ends check ((effect = 'KEEP') = (days is null) and (effect = 'KEEP') = (event = 'NEVER'))
);
grant select, insert on privacy.retention_class to lumbung_app;
create trigger retention_class_only_grows before update or delete or truncate on privacy.retention_class
    for each statement execute function privacy.refuse_change();

insert into privacy.retention_class
    (code, version, valid_from, position, title_id, title_en, event, effect, days, source, written_at) values
    ('DRAFT', 1, '2024-10-17', 10, 'Draf yang tidak pernah diajukan', 'Drafts that were never handed in',
     'CASE_CHANGED', 'ERASE_DRAFT', 180, 'UU 27/2022 pasal 43', '2026-11-29 00:00+00'),
    ('PAPERS_NOT_LICENSED', 1, '2024-10-17', 20, 'Berkas permohonan yang ditolak atau ditarik (KTP, KK, foto)',
     'Papers of refused or withdrawn applications (KTP, KK, photo)',
     'CASE_ENDED', 'DELETE_PAPERS', 365, 'UU 27/2022 pasal 43 dan 44', '2026-11-29 00:00+00'),
    ('PAPERS_LICENCE_ENDED', 1, '2024-10-17', 30, 'Berkas permohonan yang izinnya sudah berakhir (KTP, KK, foto)',
     'Papers of applications whose licence has ended (KTP, KK, photo)',
     'LICENCE_ENDED', 'DELETE_PAPERS', 730, 'UU 27/2022 pasal 43 dan 44', '2026-11-29 00:00+00'),
    ('DATA_REQUEST', 1, '2024-10-17', 40, 'Permintaan data pribadi dan jawabannya', 'Data requests and their answers',
     'REQUEST_ENDED', 'ERASE_REQUEST', 365, 'UU 27/2022 pasal 43', '2026-11-29 00:00+00'),
    ('REGISTER', 1, '2024-10-17', 50, 'Daftar usaha dan pemiliknya', 'Register of enterprises and their owners',
     'NEVER', 'KEEP', null, 'menunggu jadwal retensi arsip (UU 43/2009)', '2026-11-29 00:00+00'),
    ('LICENCE_REGISTER', 1, '2024-10-17', 60, 'Buku register izin dan lembar izin', 'Register book and licence sheets',
     'NEVER', 'KEEP', null, 'menunggu jadwal retensi arsip (UU 43/2009)', '2026-11-29 00:00+00'),
    ('AUDIT', 1, '2024-10-17', 70, 'Catatan siapa membuka dan mengubah apa', 'The record of who read and changed what',
     'NEVER', 'KEEP', null, 'mengikuti daftar yang dijelaskannya (UU 27/2022 pasal 31)', '2026-11-29 00:00+00');

-- Nothing of this person, enterprise or case goes while one is not lifted.
create table privacy.legal_hold (
    id           uuid not null,
    region_code  text not null,
    person       uuid,
    enterprise   uuid,
    application  uuid,
    -- number of the enterprise or of the receipt
    label        text not null,
    reason       text not null,
    placed_at    timestamptz not null,
    placed_by    uuid not null,
    lifted_at    timestamptz,
    lifted_by    uuid,
    lift_reason  text,
    constraint legal_hold_pk primary key (id),
    constraint legal_hold_of_one check (num_nonnulls(person, enterprise, application) = 1),
    constraint legal_hold_lifted_whole check (num_nulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create index legal_hold_of_person on privacy.legal_hold (person) where lifted_at is null;
create index legal_hold_of_enterprise on privacy.legal_hold (enterprise) where lifted_at is null;
create index legal_hold_of_application on privacy.legal_hold (application) where lifted_at is null;
alter table privacy.legal_hold enable row level security;
create policy territory on privacy.legal_hold
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert, update (lifted_at, lifted_by, lift_reason) on privacy.legal_hold to lumbung_app;

-- Proof of what went, when and by which class; nothing of what was in it. The name of a document is a keyed hash of its
-- content: whoever still holds the paper can show, with the office's key, that it was this one.
create table privacy.disposal (
    id            uuid not null,
    region_code   text not null,
    at            timestamptz not null,
    class_code    text not null,
    class_version int not null,
    effect        text not null,
    application   uuid,
    request       uuid,
    -- number of the receipt or of the request
    label         text not null,
    items         int not null,
    documents     text[] not null,
    constraint disposal_pk primary key (id),
    constraint disposal_by_class foreign key (class_code, class_version) references privacy.retention_class (code, version),
    constraint disposal_of_one check (num_nonnulls(application, request) = 1)
);
create index disposal_newest on privacy.disposal (at desc, id desc);
create index disposal_by_application on privacy.disposal (application);
alter table privacy.disposal enable row level security;
create policy territory on privacy.disposal
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on privacy.disposal to lumbung_app;
create trigger disposal_only_grows before update or delete or truncate on privacy.disposal
    for each statement execute function privacy.refuse_change();

-- Documents that nobody names any more, until their bytes are gone; a day later, so that a back-up that is being made
-- never names a document that it has not.
create table privacy.document_removal (
    id       uuid not null,
    document text not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    outcome  text,
    constraint document_removal_pk primary key (id),
    constraint document_removal_outcome check (outcome in ('REMOVED', 'STILL_USED')),
    constraint document_removal_whole check ((ended_at is null) = (outcome is null))
);
create index document_removal_open on privacy.document_removal (asked_at, id) where ended_at is null;
grant select, insert, update (ended_at, outcome) on privacy.document_removal to lumbung_app;

-- A request keeps its number, kind and dates when what was asked and answered goes.
alter table privacy.request add column erased_at timestamptz;
grant update (name, person, erased_at) on privacy.request to lumbung_app;
