-- The audit of a rotation of keys: the rows that were sealed anew, in batches. Only the owner of the tables can say so, and
-- the setting alone hides nothing: every row is named.
create or replace function identity.audit_resealing() returns boolean
    language sql stable set search_path = pg_catalog
    as $$ select coalesce(current_setting('lumbung.resealing', true) = 'on', false)
             and session_user = (select pg_get_userbyid(n.nspowner) from pg_namespace n where n.nspname = 'identity') $$;

-- One entry for each row of a small statement; a large one (an import) is told in pieces of 500 rows.
-- Rows that get other sealed bytes of the same content when a key is rotated are one entry a statement.
-- Arguments: the columns of the primary key, the columns to ignore.
create or replace function identity.audit_change() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    table_name  constant text := tg_table_schema || '.' || tg_table_name;
    key_columns constant text[] := string_to_array(tg_argv[0], ',');
    ignored     constant text[] := string_to_array(tg_argv[1], ',');
    piece       int := 1;
begin
    if tg_op = 'TRUNCATE' then
        insert into identity.audit_entry (action, record, keys, rows, region_code)
        values (tg_op, table_name, '{}', 0, '');
    elsif tg_op = 'UPDATE' and identity.audit_resealing() then
        insert into identity.audit_entry (action, record, keys, rows, columns, what, region_code)
        select tg_op, table_name, array_agg(r.key order by r.key), count(*),
               jsonb_object_agg(r.column_name, null)::text, 'resealed', ''
          from (select identity.audit_key(key_columns, n.j) as key, c.column_name
                  from (select to_jsonb(x) as j from new_rows x) n
                  join (select to_jsonb(x) as j from old_rows x) o
                    on identity.audit_key(key_columns, o.j) = identity.audit_key(key_columns, n.j)
                 cross join lateral (select string_agg(e.key, ',' order by e.key) as column_name
                                       from jsonb_each(n.j) e where e.value is distinct from o.j -> e.key) c
                 where c.column_name is not null) r
        having count(*) > 0;
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


insert into identity.audit_exempt (name, reason) values
    ('platform.key_rotation_step', 'how far a rotation of keys is; the rotation and each batch of rows are recorded'),
    ('platform.serving_process', 'signs of life of the processes, written every few seconds, about nobody')
on conflict (name) do nothing;
