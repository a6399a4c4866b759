-- What was done to an account, when and by whom. Append-only.
create table identity.account_event (
    id      uuid primary key,
    account uuid not null references identity.account,
    at      timestamptz not null,
    actor   uuid references identity.account,
    kind    text not null,
    detail  text,
    constraint account_event_kind_known check (kind in
        ('CREATED', 'CHANGED', 'INVITED', 'RESET_LINK', 'PASSWORD_SET', 'MUST_CHANGE', 'DISABLED', 'ENABLED', 'GRANTED', 'REVOKED'))
);
create index account_event_by_account on identity.account_event (account, at);
grant select, insert on identity.account_event to lumbung_app;
create trigger account_event_is_append_only before update or delete or truncate on identity.account_event
    for each statement execute function identity.refuse_change();
