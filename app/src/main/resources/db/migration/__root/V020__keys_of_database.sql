-- A text sealed with the keys that belong to this database. A process whose keys do not open it has those of another
-- office, or none: whatever it wrote could not be read by the others, so it must not start.
create table platform.keys_of_database (
    only_one boolean constraint keys_of_database_pk primary key default true
        constraint keys_of_database_only_one check (only_one),
    sealed   bytea not null
);
grant select, insert on platform.keys_of_database to lumbung_app;
