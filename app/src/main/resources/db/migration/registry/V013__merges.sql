-- Two enterprises that a person judges to be one become one by a pointer, which can be taken away again. No record and no
-- fact is moved: what hangs on the merged one stays there and is read together with what hangs on the survivor.
alter table registry.enterprise add column merged_into uuid;
alter table registry.enterprise add constraint enterprise_merged_into_fk foreign key (merged_into)
    references registry.enterprise (id) not valid;
alter table registry.enterprise add constraint enterprise_not_into_itself check (merged_into <> id) not valid;
create index enterprise_by_survivor on registry.enterprise (merged_into) where merged_into is not null;
create index enterprise_merged_in_region on registry.enterprise (region_code) where merged_into is not null;

-- The journal of merges. What undoes a merge is a row of its own. Seen, and written, by who sees both regions.
create table registry.merge (
    id                 uuid primary key,
    survivor           uuid not null,
    region_code        text not null,
    merged             uuid not null,
    merged_region_code text not null,
    undoes             uuid,
    at                 timestamptz not null,
    done_by            uuid not null,
    why                text not null,
    constraint merge_survivor_fk foreign key (survivor, region_code)
        references registry.enterprise (id, region_code) on update cascade,
    constraint merge_merged_fk foreign key (merged, merged_region_code)
        references registry.enterprise (id, region_code) on update cascade,
    constraint merge_of_two check (survivor <> merged),
    constraint merge_why_given check (btrim(why) <> ''),
    constraint merge_of_both unique (id, survivor, merged),
    constraint merge_undone_once unique (undoes),
    constraint merge_undoes_fk foreign key (undoes, survivor, merged) references registry.merge (id, survivor, merged)
);
create index merge_by_survivor on registry.merge (survivor);
create index merge_by_merged on registry.merge (merged);
grant select, insert on registry.merge to lumbung_app;
alter table registry.merge enable row level security;
create policy territory on registry.merge
    using (platform.visible(region_code) and platform.visible(merged_region_code))
    with check (platform.visible(region_code) and platform.visible(merged_region_code));

-- As refuse_change_but_region, for a table that follows two enterprises.
create function registry.refuse_change_but_regions() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' then
        if (to_jsonb(new) - 'region_code' - 'merged_region_code') = (to_jsonb(old) - 'region_code' - 'merged_region_code') then
            return new;
        end if;
    end if;
    raise exception 'table %.% only grows', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger merge_only_grows before update or delete on registry.merge
    for each row execute function registry.refuse_change_but_regions();
create trigger merge_not_emptied before truncate on registry.merge
    for each statement execute function registry.refuse_change();

-- Merges that stand, each with the enterprise that it made part of another.
create view registry.standing_merge with (security_invoker = true) as
    select m.id, m.survivor, m.region_code, m.merged, m.merged_region_code, m.at
      from registry.merge m
     where m.undoes is null
       and not exists (select 1 from registry.merge u where u.undoes = m.id);
grant select on registry.standing_merge to lumbung_app;

-- The enterprise that this one is part of, as far as it is in sight; itself when it stands alone.
create function registry.survivor_of(wanted uuid) returns uuid
    language sql stable set search_path = pg_catalog
    as $$
    select coalesce(s.id, e.id)
      from registry.enterprise e
      left join registry.enterprise s on s.id = e.merged_into
     where e.id = wanted
    $$;

-- All enterprises that are one with this one, itself among them, as far as they are in sight.
create function registry.pub_parts_of(wanted uuid) returns uuid[]
    language sql stable set search_path = pg_catalog
    as $$
    select array(select p.id from registry.enterprise p where p.id = whole.survivor
                 union all
                 select p.id from registry.enterprise p where p.merged_into = whole.survivor)
      from (select coalesce(e.merged_into, e.id) as survivor from registry.enterprise e where e.id = wanted) whole
    $$;

-- Of an enterprise in sight that became part of one outside sight: the number and kecamatan of that one.
create function registry.survivor_beyond_sight(wanted uuid) returns table (number text, kecamatan text)
    language sql stable security definer set search_path = pg_catalog
    as $$
    select s.number, substr(s.region_code, 1, 8)
      from registry.enterprise e
      join registry.enterprise s on s.id = e.merged_into
     where e.id = wanted
       and platform.visible(e.region_code)
       and not platform.visible(s.region_code)
    $$;

-- As before, but what became one is counted once.
create or replace function registry.businesses_beyond_sight(wanted bytea)
    returns table (kecamatan text, businesses bigint)
    language sql stable security definer set search_path = pg_catalog
    as $$
    select substr(s.region_code, 1, 8), count(distinct s.id)
      from registry.person p
      join registry.ownership o on o.person = p.id and o.until is null
      join registry.enterprise e on e.id = o.enterprise
      join registry.enterprise s on s.id = coalesce(e.merged_into, e.id)
     where p.nik_fingerprint = wanted
       and not platform.visible(o.region_code)
       and not platform.visible(s.region_code)
     group by 1
     order by 1
    $$;

create or replace function registry.enterprises_under_nib(wanted text, except_enterprise uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog
    as $$
    select count(distinct coalesce(e.merged_into, e.id))
      from registry.nib_record n
      join registry.enterprise e on e.id = n.enterprise
     where n.nib = wanted
       and coalesce(e.merged_into, e.id) is distinct from
           (select coalesce(x.merged_into, x.id) from registry.enterprise x where x.id = except_enterprise)
    $$;

create or replace function registry.enterprises_in(codes text[]) returns bigint
    language sql stable security definer set search_path = pg_catalog
    as $$
    select coalesce(sum(counted.enterprises), 0)::bigint
      from unnest(codes) code
     cross join lateral (select (select count(*) from registry.enterprise e where e.region_code = code)
                              - (select count(*) from registry.enterprise e
                                  where e.region_code = code and e.merged_into is not null) as enterprises) counted
     where platform.visible(code)
    $$;

revoke all on function registry.survivor_of(uuid), registry.pub_parts_of(uuid), registry.survivor_beyond_sight(uuid) from public;
grant execute on function registry.survivor_of(uuid), registry.pub_parts_of(uuid), registry.survivor_beyond_sight(uuid)
    to lumbung_app;
