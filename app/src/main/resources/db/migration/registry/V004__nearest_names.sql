-- Names alike at once among 421,000 enterprises. The nearest names come first out of a GiST index, so a search ends as soon
-- as enough of them lie inside sight; where sight holds few enterprises, these are compared one by one instead. Measured
-- with 421,000 made-up enterprises, two busy cores: filtering all trigram matches took 3 to 6 seconds for "sri rahayu".
drop index registry.enterprise_by_name;
drop index registry.person_by_name;
create index enterprise_nearest_name on registry.enterprise using gist (name_key public.gist_trgm_ops(siglen = 64));
create index person_nearest_name on registry.person using gist (name_key public.gist_trgm_ops(siglen = 64));
create index ownership_by_region on registry.ownership (region_code text_pattern_ops) where until is null;

-- The prefixes of region codes inside sight.
create function registry.prefixes_in_sight() returns setof text
    language sql stable set search_path = pg_catalog
    as $$ select distinct rtrim(pattern, '%')
            from unnest(string_to_array(nullif(current_setting('lumbung.territory', true), ''), ',')) pattern $$;

-- How alike two names are, 0 to 1: as a whole, or what was typed as a part of the other if that part is clearly there.
create function registry.name_likeness(typed text, name text) returns real
    language sql immutable parallel safe set search_path = pg_catalog, public
    as $$ select greatest(similarity(name, typed),
                          case when word_similarity(typed, name) >= 0.7
                               then (word_similarity(typed, name) * 0.95)::real else 0 end) $$;

create or replace function registry.businesses_named_like(wanted text, at_most int)
    returns table (enterprise uuid, similarity real)
    language plpgsql stable security definer set search_path = pg_catalog, public
    as $$
declare
    few constant int := 500;
begin
    if (select count(*) from (select 1 from registry.prefixes_in_sight() prefix
                                join registry.enterprise e on e.region_code ~>=~ prefix and e.region_code ~<~ (prefix || '~')
                               limit few) seen) < few then
        return query
            select f.id, f.likeness
              from (select e.id, registry.name_likeness(wanted, e.name_key) as likeness
                      from registry.prefixes_in_sight() prefix
                      join registry.enterprise e on e.region_code ~>=~ prefix and e.region_code ~<~ (prefix || '~')
                     where platform.visible(e.region_code)) f
             where f.likeness >= 0.4
             order by f.likeness desc, f.id
             limit at_most;
    else
        return query
            select f.id, f.likeness
              from (select near.id, registry.name_likeness(wanted, near.name_key) as likeness
                      from ((select e.id, e.name_key from registry.enterprise e
                              where platform.visible(e.region_code)
                              order by e.name_key <-> wanted limit at_most)
                            union
                            (select e.id, e.name_key from registry.enterprise e
                              where platform.visible(e.region_code)
                              order by wanted <<-> e.name_key limit at_most)) near) f
             where f.likeness >= 0.4
             order by f.likeness desc, f.id
             limit at_most;
    end if;
end $$;

create or replace function registry.owners_named_like(wanted text, at_most int)
    returns table (enterprise uuid, similarity real)
    language plpgsql stable security definer set search_path = pg_catalog, public
    as $$
declare
    few constant int := 500;
begin
    if (select count(*) from (select 1 from registry.prefixes_in_sight() prefix
                                join registry.ownership o on o.region_code ~>=~ prefix and o.region_code ~<~ (prefix || '~')
                                                         and o.until is null
                               limit few) seen) < few then
        return query
            select f.id, f.likeness
              from (select o.enterprise as id, registry.name_likeness(wanted, p.name_key) as likeness
                      from registry.prefixes_in_sight() prefix
                      join registry.ownership o on o.region_code ~>=~ prefix and o.region_code ~<~ (prefix || '~')
                                               and o.until is null
                      join registry.person p on p.id = o.person
                     where platform.visible(o.region_code)) f
             where f.likeness >= 0.4
             order by f.likeness desc, f.id
             limit at_most;
    else
        return query
            select f.id, f.likeness
              from (select near.id, registry.name_likeness(wanted, near.name_key) as likeness
                      from ((select o.enterprise as id, p.name_key
                               from registry.person p
                               join registry.ownership o on o.person = p.id and o.until is null
                              where platform.visible(o.region_code)
                              order by p.name_key <-> wanted limit at_most)
                            union
                            (select o.enterprise, p.name_key
                               from registry.person p
                               join registry.ownership o on o.person = p.id and o.until is null
                              where platform.visible(o.region_code)
                              order by wanted <<-> p.name_key limit at_most)) near) f
             where f.likeness >= 0.4
             order by f.likeness desc, f.id
             limit at_most;
    end if;
end $$;
