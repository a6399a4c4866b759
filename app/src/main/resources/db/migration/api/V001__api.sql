-- What programs use: tokens of people, answers kept for repeated requests, webhooks.
create schema api;
grant usage on schema api to lumbung_app;

-- A token of a person. The secret itself is nowhere; the hash is keyed, so a stolen copy of this table opens nothing.
create table api.token (
    id           uuid primary key,
    account      uuid not null,
    name         text not null,
    secret_hash  bytea not null,
    scopes       text[] not null,
    -- how often the sessions of the account had been ended when it was made; with the next time it is over
    epoch        int not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    constraint token_secret_unique unique (secret_hash),
    constraint token_has_name check (length(name) between 1 and 80),
    constraint token_lives_at_most_a_year check (expires_at > created_at and expires_at <= created_at + interval '367 days')
);
create index token_by_account on api.token (account, created_at);
grant select, insert on api.token to lumbung_app;
grant update (last_used_at, revoked_at) on api.token to lumbung_app;

-- What was answered to a POST, kept for a day: the same request again gets the same answer. The body is sealed.
create table api.answer (
    owner        text not null,
    key          text not null,
    request_hash bytea not null,
    created_at   timestamptz not null,
    status       int,
    headers      text,
    body         bytea,
    constraint answer_pk primary key (owner, key)
);
create index answer_by_age on api.answer (created_at);
grant select, insert, update, delete on api.answer to lumbung_app;

-- Who is told when something happens to a licence.
create table api.subscription (
    id            uuid primary key,
    url           text not null,
    secret        bytea not null,
    created_at    timestamptz not null,
    created_by    uuid not null,
    state         text not null,
    failing_since timestamptz,
    ended_at      timestamptz,
    constraint subscription_state_known check (state in ('ACTIVE', 'STOPPED', 'ENDED'))
);
grant select, insert, update on api.subscription to lumbung_app;

-- One row for each message to each subscriber, written in the transaction in which the thing happened.
create table api.delivery (
    seq          bigint generated always as identity primary key,
    id           uuid not null,
    subscription uuid not null references api.subscription,
    kind         text not null,
    body         text not null,
    made_at      timestamptz not null,
    next_try_at  timestamptz not null,
    attempts     int not null default 0,
    delivered_at timestamptz,
    last_try_at  timestamptz,
    last_status  int,
    last_problem text
);
create index delivery_open on api.delivery (subscription, seq) where delivered_at is null;
create index delivery_newest on api.delivery (subscription, seq desc);
grant select, insert, update, delete on api.delivery to lumbung_app;
