-- A case that was returned and handed in again: the later record takes the place of the earlier, which is kept all the same.
alter table registry.record_of_enterprise add superseded_by uuid references registry.source_record;

-- Two records may state the same number; each keeps its own statement.
alter table registry.contact drop constraint contact_once;
alter table registry.contact add constraint contact_once unique (source_record, kind, fingerprint);
create index contact_by_enterprise on registry.contact (enterprise);
