-- Rotation of keys while the office serves: what was asked for, how far it is, and which process knows which keys.
create table platform.key_rotation (
    id              uuid constraint key_rotation_pk primary key,
    what            text not null,
    asked_at        timestamptz not null,
    asked_by        text not null,
    state           text not null,
    seal_key        bigint,
    fingerprint_key bigint,
    promoted_at     timestamptz,
    ended_at        timestamptz,
    outcome         text,
    constraint key_rotation_what_known check (what in ('DATA', 'MASTER', 'SIGNING', 'RETIRE')),
    constraint key_rotation_state_known check (state in ('ASKED', 'ANNOUNCED', 'RESEALING', 'DONE', 'REFUSED')),
    constraint key_rotation_ends check ((state in ('DONE', 'REFUSED')) = (ended_at is not null))
);
-- One after the other: a second rotation waits until the first is over.
create unique index key_rotation_one_open on platform.key_rotation ((ended_at is null)) where ended_at is null;
grant select on platform.key_rotation to lumbung_app;

-- How far the re-sealing of one place is. A pass that changed nothing and left nothing out finishes it.
create table platform.key_rotation_step (
    rotation uuid not null constraint key_rotation_step_of references platform.key_rotation,
    place    text not null,
    pass     int not null default 1,
    reached  text,
    changed  bigint not null default 0,
    passed   bigint not null default 0,
    damaged  bigint not null default 0,
    resealed bigint not null default 0,
    finished boolean not null default false,
    constraint key_rotation_step_pk primary key (rotation, place)
);
comment on column platform.key_rotation_step.reached is 'the last row looked at in this pass; the next batch begins after it';
comment on column platform.key_rotation_step.passed is 'rows that somebody else held in this pass';
comment on column platform.key_rotation_step.damaged is 'rows of the last pass that no key opens; they are left as they are';

-- Processes that serve, and the keys that each has read: a new key is used only when all of them know it.
create table platform.serving_process (
    id               uuid constraint serving_process_pk primary key,
    seen_at          timestamptz not null,
    seal_keys        bigint[] not null,
    fingerprint_keys bigint[] not null
);
grant select, insert, update, delete on platform.serving_process to lumbung_app;
