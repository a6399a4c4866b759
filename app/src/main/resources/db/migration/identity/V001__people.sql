-- People who sign in, what they may do where, and who read what.
create schema identity;
grant usage on schema identity to lumbung_app;

create table identity.account (
    id                  uuid primary key,
    sign_in_name        text not null,
    full_name           text not null,
    rank                text,
    nip                 text,
    title               text,
    password_hash       text,
    state               text not null,
    must_change         boolean not null default false,
    -- Goes up when all sessions must end; a session that remembers a smaller number is over.
    session_epoch       int not null default 0,
    created_at          timestamptz not null,
    created_by          uuid references identity.account,
    password_changed_at timestamptz,
    constraint account_state_known check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
    constraint account_nip_is_18_digits check (nip ~ '^[0-9]{18}$'),
    constraint account_active_has_password check (state <> 'ACTIVE' or password_hash is not null),
    constraint account_sign_in_name_form check (sign_in_name = lower(sign_in_name) and sign_in_name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
    constraint account_sign_in_name_unique unique (sign_in_name)
);
create index account_by_words on identity.account using gin (lower(full_name) public.gin_trgm_ops);
grant select, insert, update on identity.account to lumbung_app;

-- A role in a territory between two dates. Taking it back is an entry too: nothing is deleted.
create table identity.role_grant (
    id          uuid primary key,
    account     uuid not null references identity.account,
    role        text not null,
    region_code text not null,
    valid_from  date not null,
    valid_to    date,
    legal_basis text,
    granted_by  uuid references identity.account,
    granted_at  timestamptz not null,
    revoked_by  uuid references identity.account,
    revoked_at  timestamptz,
    constraint role_grant_role_known check (role in
        ('ADMINISTRATOR', 'KECAMATAN_OFFICER', 'CAMAT', 'CAMAT_DELEGATE', 'DINAS_OFFICER', 'DINAS_HEAD')),
    constraint role_grant_region_form check (region_code ~ '^[0-9]{2}([.][0-9]{2}([.][0-9]{2}([.][0-9]{4})?)?)?$'),
    constraint role_grant_dates_in_order check (valid_to is null or valid_to >= valid_from),
    constraint role_grant_delegate_has_basis check (role <> 'CAMAT_DELEGATE' or legal_basis is not null)
);
create index role_grant_by_account on identity.role_grant (account);
create index role_grant_by_region on identity.role_grant (region_code, role);
grant select, insert, update on identity.role_grant to lumbung_app;
alter table identity.role_grant enable row level security;
create policy territory on identity.role_grant
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- Links that let somebody set a password once. The token itself is nowhere in the database.
create table identity.one_time_link (
    id         uuid primary key,
    token_hash bytea not null,
    purpose    text not null,
    account    uuid references identity.account,
    created_by uuid references identity.account,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint one_time_link_purpose_known check (purpose in ('SETUP', 'INVITE', 'RESET')),
    constraint one_time_link_has_account check ((purpose = 'SETUP') = (account is null)),
    constraint one_time_link_token_unique unique (token_hash)
);
create index one_time_link_by_account on identity.one_time_link (account);
grant select, insert, update on identity.one_time_link to lumbung_app;

-- Failed and successful sign-ins, kept for thirty days. The name is a keyed hash: people type passwords into the wrong field.
create table identity.sign_in_attempt (
    id        uuid primary key,
    at        timestamptz not null,
    address   text not null,
    name_hash bytea not null,
    succeeded boolean not null
);
create index sign_in_attempt_by_address on identity.sign_in_attempt (address, at);
create index sign_in_attempt_by_name on identity.sign_in_attempt (name_hash, address, at);
create index sign_in_attempt_by_time on identity.sign_in_attempt (at);
grant select, insert, delete on identity.sign_in_attempt to lumbung_app;

-- Who was shown whose personal data. Append-only for everybody, the owner of the table included.
create table identity.reading (
    id           uuid primary key,
    at           timestamptz not null,
    account      uuid not null references identity.account,
    subject_kind text not null,
    subject      uuid not null,
    what         text not null,
    purpose      text not null,
    region_code  text not null
);
create index reading_by_subject on identity.reading (subject_kind, subject, at);
create index reading_by_account on identity.reading (account, at);
grant select, insert on identity.reading to lumbung_app;
alter table identity.reading enable row level security;
create policy territory on identity.reading
    using (platform.visible(region_code)) with check (platform.visible(region_code));

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger reading_is_append_only before update or delete or truncate on identity.reading
    for each statement execute function identity.refuse_change();

-- As Spring Session expects them.
create table identity.spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_by_session_id on identity.spring_session (session_id);
create index spring_session_by_expiry on identity.spring_session (expiry_time);
create index spring_session_by_principal on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references identity.spring_session (primary_id) on delete cascade
);
grant select, insert, update, delete on identity.spring_session, identity.spring_session_attributes to lumbung_app;
