-- The audit: every change and every reading of personal data, with who, when, from where and why, chained by hashes.
-- An entry says which row and which columns, never what a person's data are: identifiers, not values.
create table identity.audit_entry (
    entry        bigint generated always as identity,
    at           timestamptz not null,
    actor        uuid,
    -- the caller's address; for work without a request the role that signed in to the database
    address      text not null,
    -- handle of the session or of the token, from which neither can be made
    session      text,
    -- method and path of the request without its identifiers, or why the system acted
    door         text,
    action       text not null,
    record       text not null,
    keys         text[] not null,
    rows         int not null,
    -- JSON: the columns of the change; with values only where no value can be personal
    columns      text,
    subject_kind text,
    subject      uuid,
    what         text,
    purpose      text,
    region_code  text not null,
    hash         bytea not null,
    constraint audit_entry_pk primary key (entry),
    constraint audit_entry_action_known check (action in ('READ', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'WATCHED'))
);
create index audit_entry_by_actor on identity.audit_entry (actor, entry);
create index audit_entry_by_subject on identity.audit_entry (subject, entry) where subject is not null;
create index audit_entry_by_time on identity.audit_entry (at);
grant select on identity.audit_entry to lumbung_app;
alter table identity.audit_entry enable row level security;
create policy territory on identity.audit_entry
    using (platform.visible(region_code)) with check (platform.visible(region_code));

-- The chain. A link is made a few seconds after its entry was committed, so that no transaction waits for another.
create table identity.audit_link (
    seq       bigint not null,
    entry     bigint not null,
    prev      bytea not null,
    hash      bytea not null,
    sealed_at timestamptz not null,
    constraint audit_link_pk primary key (seq),
    constraint audit_link_entry unique (entry)
);
create index audit_link_by_time on identity.audit_link (sealed_at);
grant select on identity.audit_link to lumbung_app;

-- Entries that have no link yet.
create table identity.audit_pending (
    entry bigint not null,
    constraint audit_pending_pk primary key (entry)
);
grant select on identity.audit_pending to lumbung_app;

-- The end of the chain at the end of each day; published.
create table identity.audit_head (
    day     date not null,
    seq     bigint not null,
    hash    bytea not null,
    made_at timestamptz not null,
    constraint audit_head_pk primary key (day)
);
grant select on identity.audit_head to lumbung_app;

-- Tables without a watch, with the reason; and columns whose change alone is no entry.
create table identity.audit_exempt (
    name   text not null,
    reason text not null,
    constraint audit_exempt_pk primary key (name),
    constraint audit_exempt_has_reason check (length(reason) >= 20)
);
create table identity.audit_ignored (
    name    text not null,
    columns text not null,
    constraint audit_ignored_pk primary key (name)
);
grant select on identity.audit_exempt, identity.audit_ignored to lumbung_app;

insert into identity.audit_exempt (name, reason) values
    ('platform.event_publication', 'letters between modules; what they speak of is recorded where it is written'),
    ('identity.reading', 'has a trigger of its own, which makes entries with the action READ'),
    ('identity.spring_session_attributes', 'the inside of sessions; their beginning and end is recorded at spring_session'),
    ('identity.audit_entry', 'the audit itself, which only grows'),
    ('identity.audit_link', 'the chain of the audit, which only grows'),
    ('identity.audit_pending', 'entries that wait for their link; the chain shows whether one got lost'),
    ('identity.audit_head', 'ends of the chain, which only grow and are published'),
    ('licensing.receipt_counter', 'a counter; the application that carries the number is recorded'),
    ('licensing.number_counter', 'a counter; the licence that carries the number is recorded');
insert into identity.audit_ignored (name, columns) values
    ('identity.spring_session', 'last_access_time,expiry_time,max_inactive_interval');

-- For migrations of other modules.
create function identity.pub_audit_exempt(table_name text, why text) returns void
    language sql set search_path = pg_catalog
    as $$ insert into identity.audit_exempt (name, reason) values (table_name, why) on conflict (name) do nothing $$;
revoke all on function identity.pub_audit_exempt(text, text) from public;

create function identity.audit_part(part text) returns text
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select case when part is null then '-,' else octet_length(convert_to(part, 'UTF8')) || ':' || part || ',' end $$;

-- Fills in who, when and from where, hashes the entry and lets it wait for its link. AuditHash.java does the same sum.
create function identity.audit_complete() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.at := clock_timestamp();
    new.actor := platform.actor();
    new.address := coalesce(nullif(current_setting('lumbung.address', true), ''), 'db:' || session_user);
    new.session := nullif(current_setting('lumbung.session', true), '');
    new.door := nullif(current_setting('lumbung.door', true), '');
    new.hash := sha256(convert_to('lumbung-audit-1,'
        || identity.audit_part(new.entry::text)
        || identity.audit_part(((extract(epoch from new.at) * 1000000)::bigint)::text)
        || identity.audit_part(new.actor::text)
        || identity.audit_part(new.address)
        || identity.audit_part(new.session)
        || identity.audit_part(new.door)
        || identity.audit_part(new.action)
        || identity.audit_part(new.record)
        || identity.audit_part(new.keys::text)
        || identity.audit_part(new.rows::text)
        || identity.audit_part(new.columns)
        || identity.audit_part(new.subject_kind)
        || identity.audit_part(new.subject::text)
        || identity.audit_part(new.what)
        || identity.audit_part(new.purpose)
        || identity.audit_part(new.region_code), 'UTF8'));
    insert into identity.audit_pending (entry) values (new.entry);
    return new;
end $$;
create trigger audit_entry_complete before insert on identity.audit_entry
    for each row execute function identity.audit_complete();

create trigger audit_entry_is_append_only before update or delete or truncate on identity.audit_entry
    for each statement execute function identity.refuse_change();
create trigger audit_link_is_append_only before update or delete or truncate on identity.audit_link
    for each statement execute function identity.refuse_change();
create trigger audit_head_is_append_only before update or delete or truncate on identity.audit_head
    for each statement execute function identity.refuse_change();

-- Columns whose values say nothing about a person outside the office.
create function identity.audit_harmless(name text) returns boolean
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select name = any ('{state,kind,role,region_code,valid_from,valid_to,action,from_state,to_state,succeeded,number,
        sheet_no,code,version,revoked_at,used_at,replaced_at,expires_at,must_change,session_epoch,purpose,legal_basis,
        regime_code,regime_number,due_on,clock_phase,seq,year,running_no,given,retention_class,held,due_at}'::text[]) $$;

-- Whom or what a row is about: itself, or what it belongs to.
create function identity.audit_subject_kind(name text, whole jsonb) returns text
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select case
        when name in ('enterprise', 'person', 'application', 'licence', 'account') then name
        when whole ->> 'principal_name' is not null then 'account'
        else (select kind from unnest('{application,licence,enterprise,person,account}'::text[]) with ordinality k (kind, place)
               where whole ->> kind is not null order by place limit 1) end $$;

create function identity.audit_subject(name text, whole jsonb) returns uuid
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select (case
        when identity.audit_subject_kind(name, whole) = name then whole ->> 'id'
        when whole ->> 'principal_name' is not null then whole ->> 'principal_name'
        else whole ->> identity.audit_subject_kind(name, whole) end)::uuid $$;

create function identity.audit_key(key_columns text[], whole jsonb) returns text
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select coalesce(string_agg(whole ->> k.name, '/' order by k.place), '')
            from unnest(key_columns) with ordinality k (name, place) $$;

create function identity.audit_columns(whole jsonb) returns text
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select jsonb_object_agg(c.key, c.value)::text from jsonb_each(whole) c
           where identity.audit_harmless(c.key) and c.value <> 'null' $$;

-- One entry for each row of a small statement; a large one (an import) is told in pieces of 500 rows.
-- Arguments: the columns of the primary key, the columns to ignore.
create function identity.audit_change() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    table_name  constant text := tg_table_schema || '.' || tg_table_name;
    key_columns constant text[] := string_to_array(tg_argv[0], ',');
    ignored     constant text[] := string_to_array(tg_argv[1], ',');
    piece       int := 1;
begin
    if tg_op = 'TRUNCATE' then
        insert into identity.audit_entry (action, record, keys, rows, region_code)
        values (tg_op, table_name, '{}', 0, '');
    elsif tg_op = 'UPDATE' then
        insert into identity.audit_entry (action, record, keys, rows, columns, subject_kind, subject, region_code)
        select tg_op, table_name, array[identity.audit_key(key_columns, r.j)], 1, r.changed,
               identity.audit_subject_kind(tg_table_name, r.j), identity.audit_subject(tg_table_name, r.j),
               coalesce(r.j ->> 'region_code', '')
          from (select coalesce(n.j, o.j) as j,
                       (select jsonb_object_agg(c.key, case when identity.audit_harmless(c.key)
                                                            then jsonb_build_array(o.j -> c.key, c.value) end)::text
                          from jsonb_each(n.j) c
                         where c.value is distinct from o.j -> c.key
                           and c.key <> all (ignored)) as changed
                  from (select to_jsonb(x) as j from new_rows x) n
                  full join (select to_jsonb(x) as j from old_rows x) o
                    on identity.audit_key(key_columns, o.j) = identity.audit_key(key_columns, n.j)) r
         where r.changed is not null;
    else
        if tg_op = 'INSERT' then
            if (select count(*) from (select 1 from new_rows limit 51) counted) > 50 then
                piece := 500;
            end if;
        elsif (select count(*) from (select 1 from old_rows limit 51) counted) > 50 then
            piece := 500;
        end if;
        if tg_op = 'INSERT' then
            insert into identity.audit_entry (action, record, keys, rows, columns, subject_kind, subject, region_code)
            select tg_op, table_name, array_agg(identity.audit_key(key_columns, r.j) order by r.place), count(*),
                   case when piece = 1 then max(identity.audit_columns(r.j)) end,
                   case when piece = 1 then max(identity.audit_subject_kind(tg_table_name, r.j)) end,
                   case when piece = 1 then (array_agg(identity.audit_subject(tg_table_name, r.j)))[1] end,
                   case when min(coalesce(r.j ->> 'region_code', '')) = max(coalesce(r.j ->> 'region_code', ''))
                        then min(coalesce(r.j ->> 'region_code', '')) else '' end
              from (select to_jsonb(x) as j, row_number() over () - 1 as place from new_rows x) r
             group by r.place / piece
             order by r.place / piece;
        else
            insert into identity.audit_entry (action, record, keys, rows, columns, subject_kind, subject, region_code)
            select tg_op, table_name, array_agg(identity.audit_key(key_columns, r.j) order by r.place), count(*),
                   case when piece = 1 then max(identity.audit_columns(r.j)) end,
                   case when piece = 1 then max(identity.audit_subject_kind(tg_table_name, r.j)) end,
                   case when piece = 1 then (array_agg(identity.audit_subject(tg_table_name, r.j)))[1] end,
                   case when min(coalesce(r.j ->> 'region_code', '')) = max(coalesce(r.j ->> 'region_code', ''))
                        then min(coalesce(r.j ->> 'region_code', '')) else '' end
              from (select to_jsonb(x) as j, row_number() over () - 1 as place from old_rows x) r
             group by r.place / piece
             order by r.place / piece;
        end if;
    end if;
    return null;
end $$;

create function identity.audit_reading() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into identity.audit_entry (action, record, keys, rows, subject_kind, subject, what, purpose, region_code)
    values ('READ', 'identity.reading', array[new.id::text], 1, new.subject_kind, new.subject, new.what, new.purpose,
            new.region_code);
    return null;
end $$;
create trigger audited_reading after insert on identity.reading
    for each row execute function identity.audit_reading();

-- Tables of the modules that are not watched and have no reason for it.
create view identity.audit_unwatched with (security_invoker = true) as
    select n.nspname || '.' || c.relname as name
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p')
       and not c.relispartition
       and n.nspname not in ('public', 'pg_catalog', 'information_schema')
       and n.nspname not like 'pg\_%'
       and not exists (select 1 from identity.audit_exempt x where x.name = n.nspname || '.' || c.relname)
       and (select count(*) from pg_catalog.pg_trigger t
             where t.tgrelid = c.oid and t.tgenabled in ('O', 'A') and t.tgfoid = 'identity.audit_change'::regproc
               and t.tgname in ('audited_insert', 'audited_update', 'audited_delete', 'audited_truncate')) < 4;
grant select on identity.audit_unwatched to lumbung_app;

-- Puts a watch on every table that has none; run at each start by the owner, so that a new table is not forgotten.
create function identity.audit_watch() returns int language plpgsql set search_path = pg_catalog as $$
declare
    wanted  record;
    keys    text;
    ignored text;
    watched int := 0;
begin
    perform pg_advisory_xact_lock(727640, 2);
    for wanted in select u.name, u.name::regclass as relation from identity.audit_unwatched u order by u.name loop
        select coalesce(string_agg(a.attname, ',' order by k.place), '')
          into keys
          from pg_index i
         cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
         where i.indrelid = wanted.relation and i.indisprimary;
        ignored := coalesce((select i.columns from identity.audit_ignored i where i.name = wanted.name), '');
        execute format('create or replace trigger audited_insert after insert on %s referencing new table as new_rows '
                       'for each statement execute function identity.audit_change(%L, %L)', wanted.relation, keys, ignored);
        execute format('create or replace trigger audited_update after update on %s '
                       'referencing old table as old_rows new table as new_rows '
                       'for each statement execute function identity.audit_change(%L, %L)', wanted.relation, keys, ignored);
        execute format('create or replace trigger audited_delete after delete on %s referencing old table as old_rows '
                       'for each statement execute function identity.audit_change(%L, %L)', wanted.relation, keys, ignored);
        execute format('create or replace trigger audited_truncate after truncate on %s '
                       'for each statement execute function identity.audit_change(%L, %L)', wanted.relation, keys, ignored);
        insert into identity.audit_entry (action, record, keys, rows, region_code)
        values ('WATCHED', wanted.name, '{}', 0, '');
        watched := watched + 1;
    end loop;
    return watched;
end $$;
revoke all on function identity.audit_watch() from public;

-- Links what was committed since, at most so many; returns how many, or -1 when another process is at it. One at a time
-- holds the lock; whoever writes entries never waits.
create function identity.audit_seal(at_most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
    waiting record;
    before  bytea;
    number  bigint;
    now     timestamptz;
    sealed  int := 0;
begin
    if not pg_try_advisory_xact_lock(727640, 1) then
        return -1;
    end if;
    select l.seq, l.hash into number, before from identity.audit_link l order by l.seq desc limit 1;
    number := coalesce(number, 0);
    before := coalesce(before, sha256('lumbung-audit-1'));
    now := clock_timestamp();
    for waiting in select e.entry, e.hash
                     from identity.audit_pending p
                     join identity.audit_entry e on e.entry = p.entry
                    order by p.entry
                    limit at_most loop
        number := number + 1;
        insert into identity.audit_link (seq, entry, prev, hash, sealed_at)
        values (number, waiting.entry, before,
                sha256(before || int8send(number) || int8send(waiting.entry)
                       || int8send((extract(epoch from now) * 1000000)::bigint) || waiting.hash), now)
        returning hash into before;
        delete from identity.audit_pending where entry = waiting.entry;
        sealed := sealed + 1;
    end loop;
    insert into identity.audit_head (day, seq, hash, made_at)
    select d.day::date, l.seq, l.hash, now
      from generate_series(coalesce((select max(h.day) + 1 from identity.audit_head h),
                                    (select (f.sealed_at at time zone 'Asia/Jakarta')::date
                                       from identity.audit_link f order by f.seq limit 1))::timestamp,
                           ((now at time zone 'Asia/Jakarta')::date - 1)::timestamp, interval '1 day') d (day)
     cross join lateral (select k.seq, k.hash from identity.audit_link k
                          where k.sealed_at < ((d.day + interval '1 day') at time zone 'Asia/Jakarta')
                          order by k.seq desc limit 1) l;
    return sealed;
end $$;
revoke all on function identity.audit_seal(int) from public;
grant execute on function identity.audit_seal(int) to lumbung_app;

-- What other modules may read: within sight, as everything.
create view identity.pub_audit_entry with (security_invoker = true) as
    select e.entry, e.at, e.actor, a.full_name as actor_name, e.address, e.session, e.door, e.action, e.record, e.keys, e.rows,
           e.columns, e.subject_kind, e.subject, e.what, e.purpose, e.region_code
      from identity.audit_entry e
      left join identity.account a on a.id = e.actor;
grant select on identity.pub_audit_entry to lumbung_app;
