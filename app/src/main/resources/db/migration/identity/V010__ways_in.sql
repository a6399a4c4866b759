-- Passkeys: the public half of a key that a person's device holds (WebAuthn).
create table identity.passkey (
    id             uuid primary key,
    account        uuid not null references identity.account,
    credential_id  bytea not null,
    -- authenticator, id and public key as the standard writes them
    credential     bytea not null,
    sign_count     bigint not null,
    verifies_user  boolean not null,
    backup_allowed boolean not null,
    backed_up      boolean not null,
    name           text not null,
    created_at     timestamptz not null,
    last_used_at   timestamptz,
    constraint passkey_credential_unique unique (credential_id),
    constraint passkey_name_short check (length(name) between 1 and 60)
);
create index passkey_by_account on identity.passkey (account);
grant select, insert, update, delete on identity.passkey to lumbung_app;

-- The second factor: a secret shared with the person's telephone (RFC 6238), sealed.
create table identity.second_factor (
    account       uuid primary key references identity.account,
    secret_sealed bytea not null,
    created_at    timestamptz not null,
    -- null until the person has shown that the telephone knows it
    confirmed_at  timestamptz,
    -- the newest step whose code was used: no code works twice
    last_step     bigint not null default 0
);
grant select, insert, update, delete on identity.second_factor to lumbung_app;

-- Codes on paper for the day the telephone is lost. The first letters find the row, the whole is kept as Argon2id.
create table identity.recovery_code (
    id        uuid primary key,
    account   uuid not null references identity.account,
    beginning text not null,
    code_hash text not null,
    used_at   timestamptz,
    constraint recovery_code_beginning_unique unique (account, beginning)
);
grant select, insert, update, delete on identity.recovery_code to lumbung_app;

-- Who somebody is at the office's own sign-in service (OpenID Connect).
create table identity.outside_identity (
    id           uuid primary key,
    account      uuid not null references identity.account,
    issuer       text not null,
    subject      text not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    constraint outside_identity_unique unique (issuer, subject),
    constraint outside_identity_one_each unique (account, issuer)
);
grant select, insert, update, delete on identity.outside_identity to lumbung_app;

-- A device that the owner of the name has signed in with before is not slowed down by what others try elsewhere.
alter table identity.sign_in_attempt add column device bytea;
create index sign_in_attempt_by_name_anywhere on identity.sign_in_attempt (name_hash, at) where not succeeded;

-- contract: the new list of kinds holds every old one, so rows and processes of the old version pass it
alter table identity.account_event drop constraint account_event_kind_known;
alter table identity.account_event add constraint account_event_kind_known check (kind in
    ('CREATED', 'CHANGED', 'INVITED', 'RESET_LINK', 'PASSWORD_SET', 'MUST_CHANGE', 'DISABLED', 'ENABLED', 'GRANTED', 'REVOKED',
     'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'SECOND_FACTOR_SET', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_MADE',
     'RECOVERY_CODE_USED', 'OUTSIDE_LINKED', 'OUTSIDE_UNLINKED', 'SESSIONS_ENDED'));
