-- What anybody can check without asking the office: signing keys and the state of each sheet ever signed.

create table licensing.signing_key (
    kid         text primary key check (kid ~ '^[a-z2-7]{3,8}$'),
    region_code text not null,
    public_key  bytea not null,
    private_key bytea not null,
    made_at     timestamptz not null,
    made_by     uuid,
    retired_at  timestamptz,
    retired_by  uuid
);
comment on column licensing.signing_key.private_key is 'PKCS #8, sealed by the vault for this kid';
create unique index signing_key_one_in_use on licensing.signing_key (region_code) where retired_at is null;
alter table licensing.signing_key enable row level security;
create policy territory on licensing.signing_key
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert, update (retired_at, retired_by) on licensing.signing_key to lumbung_app;

-- One number for each sheet; gaps are harmless here.
create sequence licensing.status_index as integer minvalue 0 start with 0;
grant usage on sequence licensing.status_index to lumbung_app;

create table licensing.statement_status (
    status_index integer primary key check (status_index >= 0),
    region_code  text not null,
    state        smallint not null default 0 check (state between 0 and 3),
    changed_at   timestamptz not null
);
comment on column licensing.statement_status.state is '0 valid, 1 revoked, 2 superseded by a newer sheet, 3 under warning';
create index statement_status_not_valid on licensing.statement_status (status_index) where state <> 0;
alter table licensing.statement_status enable row level security;
create policy territory on licensing.statement_status
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert, update (state, changed_at) on licensing.statement_status to lumbung_app;
