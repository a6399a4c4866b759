-- What was learned on the office's own records: how the same and strangers answer each comparison, and how common names are.
-- The newest counts. Sealed, since telephone numbers that many give stand in it as hashes.
create table matching.weights (
    id         uuid constraint weights_pk primary key,
    learned_at timestamptz not null,
    records    bigint not null,
    judged     int not null,
    sealed     bytea not null
);
create index weights_by_time on matching.weights (learned_at desc, id desc);
grant select, insert, update (sealed) on matching.weights to lumbung_app;
