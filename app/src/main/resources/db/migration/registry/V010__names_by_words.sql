-- Names alike, at once among two million enterprises. The nearest-name index of V004 had to be walked until enough names
-- lay inside sight, so it grew with the register and with the narrowness of the sight. Now every name stands in a list of
-- names with its words and its region as terms of one inverted index: a search meets the rarest term first. What was
-- mistyped is found through the list of all words, which grows far slower than the list of names.
drop index registry.enterprise_nearest_name;
drop index registry.person_nearest_name;

select public.similarity('load', 'the library'); -- makes the setting of words_alike known

-- Every word that stands in a name. Only the functions below read it.
create table registry.name_word (
    word text constraint name_word_pk primary key
);
create index name_word_alike on registry.name_word using gin (word public.gin_trgm_ops);

grant select on registry.name_word to lumbung_app;
alter table registry.name_word enable row level security;
create policy nobody on registry.name_word using (false);

-- Every name by which an enterprise is found: its own, and that of each who owns it now.
create table registry.name_entry (
    enterprise  uuid not null,
    person      uuid,
    region_code text not null,
    name_key    text not null,
    constraint name_entry_once unique nulls not distinct (enterprise, person)
);

-- The words of a name, and the regency, kecamatan and village it lies in.
create function registry.name_terms(name_key text, region_code text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(array_remove(string_to_array(name_key, ' '), '')
                             || array['@' || left(region_code, 5), '@' || left(region_code, 8), '@' || region_code]);

create index name_entry_business on registry.name_entry using gin (registry.name_terms(name_key, region_code))
    with (fastupdate = off) where person is null;
create index name_entry_owner on registry.name_entry using gin (registry.name_terms(name_key, region_code))
    with (fastupdate = off) where person is not null;
create index name_entry_same on registry.name_entry (name_key text_pattern_ops, region_code text_pattern_ops);
create index name_entry_by_person on registry.name_entry (person) where person is not null;
grant select on registry.name_entry to lumbung_app;
alter table registry.name_entry enable row level security;
create policy territory on registry.name_entry
    using (platform.visible(region_code)) with check (platform.visible(region_code));

create function registry.keep_words(name_key text) returns void
    language sql set search_path = pg_catalog
    as $$ insert into registry.name_word (word)
          select word from unnest(string_to_array(name_key, ' ')) word where word <> '' group by word order by word
          on conflict do nothing $$;

create function registry.keep_business_name() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' then
        if new.name_key = old.name_key and new.region_code = old.region_code then
            return null;
        end if;
    end if;
    insert into registry.name_entry (enterprise, person, region_code, name_key)
        values (new.id, null, new.region_code, new.name_key)
        on conflict (enterprise, person) do update set region_code = excluded.region_code, name_key = excluded.name_key;
    perform registry.keep_words(new.name_key);
    return null;
end $$;

-- The ownership may come before the person; whichever comes last makes the entry.
create function registry.keep_owner_name() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.until is not null then
        delete from registry.name_entry where enterprise = new.enterprise and person = new.person;
    else
        insert into registry.name_entry (enterprise, person, region_code, name_key)
            select new.enterprise, p.id, new.region_code, p.name_key from registry.person p where p.id = new.person
            on conflict (enterprise, person) do update set region_code = excluded.region_code;
    end if;
    return null;
end $$;

create function registry.keep_person_name() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' then
        if new.name_key = old.name_key then
            return null;
        end if;
    end if;
    insert into registry.name_entry (enterprise, person, region_code, name_key)
        select o.enterprise, new.id, o.region_code, new.name_key
          from registry.ownership o where o.person = new.id and o.until is null
        on conflict (enterprise, person) do update set name_key = excluded.name_key;
    perform registry.keep_words(new.name_key);
    return null;
end $$;

create trigger enterprise_name_kept after insert or update on registry.enterprise
    for each row execute function registry.keep_business_name();
create trigger ownership_name_kept after insert or update on registry.ownership
    for each row execute function registry.keep_owner_name();
create trigger person_name_kept after insert or update on registry.person
    for each row execute function registry.keep_person_name();

insert into registry.name_entry (enterprise, person, region_code, name_key)
    select id, null, region_code, name_key from registry.enterprise;
insert into registry.name_entry (enterprise, person, region_code, name_key)
    select o.enterprise, p.id, o.region_code, p.name_key
      from registry.ownership o join registry.person p on p.id = o.person
     where o.until is null;
insert into registry.name_word (word)
    select distinct word from registry.name_entry, unnest(string_to_array(name_key, ' ')) word where word <> '';

-- The words of names that what was typed may mean: itself, as a beginning, and those that look alike.
create function registry.words_alike(typed text, at_most int) returns setof text
    language sql stable
    set search_path = pg_catalog, public
    set pg_trgm.similarity_threshold = 0.4
    as $$
    select w.word
      from registry.name_word w
     where length(typed) > 2 and w.word % typed
     order by w.word = typed desc, similarity(w.word, typed) desc, w.word
     limit at_most
    $$;

-- A text as one term of a text search, whatever it contains.
create function registry.quoted_term(term text) returns text
    language sql immutable parallel safe
    return '''' || replace(replace(term, '\', '\\'), '''', '''''') || '''';

-- The text search that finds names alike, and at which breadth: 0 all words, 1 all but one, 2 any of them.
create function registry.names_query(wanted text, breadth int) returns tsquery
    language plpgsql stable set search_path = pg_catalog as $$
declare
    words constant text[] := (string_to_array(wanted, ' '))[1:6];
    alike text[] := '{}';
    either text;
    parts text[] := '{}';
    places text;
    terms text;
begin
    for i in 1 .. cardinality(words) loop
        select string_agg(registry.quoted_term(word), ' | ') into either
          from (select words[i] as word where words[i] <> ''
                union select registry.words_alike(words[i], 8)
                -- written together what others write apart
                union select words[i] || words[i + 1] where i < cardinality(words)
                union select words[i - 1] || words[i] where i > 1) known;
        if either is not null then
            alike := alike || ('(' || either || ')');
        end if;
    end loop;
    if cardinality(alike) = 0 then
        return null;
    end if;
    if breadth = 0 then
        terms := array_to_string(alike, ' & ');
    elsif breadth = 1 and cardinality(alike) > 2 then
        for i in 1 .. cardinality(alike) loop
            parts := parts || ('(' || array_to_string(alike[1:i - 1] || alike[i + 1:], ' & ') || ')');
        end loop;
        terms := array_to_string(parts, ' | ');
    elsif breadth = 2 and cardinality(alike) > 1 then
        terms := array_to_string(alike, ' | ');
    else
        return null;
    end if;
    select string_agg(registry.quoted_term('@' || prefix), ' | ') into places
      from registry.prefixes_in_sight() prefix
    having bool_and(length(prefix) >= 5);
    if places is null then
        return ('(' || terms || ')')::tsquery;
    end if;
    return ('(' || terms || ') & (' || places || ')')::tsquery;
end $$;

-- Where a name is looked for. First those of the same name and those that begin with it, out of an ordered index that ends
-- when there are enough: popular names stand in a hundred thousand others. Then the rarer ones by their words; any one
-- word alike is enough only when nearly nothing was found. At most so many names are compared at each breadth.
create function registry.entries_named_like(wanted text, of_owners boolean, at_most int)
    returns table (enterprise uuid, likeness real)
    language plpgsql stable set search_path = pg_catalog, public as $$
declare
    compared constant int := 400;
    walked constant int := 4000;
    few constant int := 5;
    terms tsquery;
    seen uuid[];
begin
    seen := array(select near.enterprise
                    from registry.prefixes_in_sight() prefix
                   cross join lateral (select n.enterprise from registry.name_entry n
                                        where n.name_key = wanted and (n.person is not null) = of_owners
                                          and n.region_code ~>=~ prefix and n.region_code ~<~ (prefix || '~')
                                        limit at_most) near
                   limit at_most);
    if cardinality(seen) < at_most then
        seen := seen || array(
            select begun.enterprise
              from (select n.enterprise, n.region_code from registry.name_entry n
                     where n.name_key ~>=~ (wanted || ' ') and n.name_key ~<~ (wanted || '!')
                       and (n.person is not null) = of_owners
                     limit walked) begun
             where platform.visible(begun.region_code)
             limit at_most);
    end if;
    for breadth in 0 .. 2 loop
        exit when cardinality(seen) >= case breadth when 0 then at_most else few end;
        terms := registry.names_query(wanted, breadth);
        if terms is null then
            continue;
        elsif of_owners then
            seen := seen || array(
                select n.enterprise from registry.name_entry n
                 where n.person is not null
                   and registry.name_terms(n.name_key, n.region_code) @@ terms
                   and platform.visible(n.region_code)
                 limit compared);
        else
            seen := seen || array(
                select n.enterprise from registry.name_entry n
                 where n.person is null
                   and registry.name_terms(n.name_key, n.region_code) @@ terms
                   and platform.visible(n.region_code)
                 limit compared);
        end if;
    end loop;
    return query
        select alike.enterprise, max(alike.likeness)
          from (select n.enterprise, registry.name_likeness(wanted, n.name_key) as likeness
                  from registry.name_entry n
                 where n.enterprise = any (seen)
                   and (n.person is not null) = of_owners
                offset 0) alike
         where alike.likeness >= 0.4
         group by alike.enterprise
         order by 2 desc, 1
         limit at_most;
end $$;

create or replace function registry.businesses_named_like(wanted text, at_most int)
    returns table (enterprise uuid, similarity real)
    language sql stable security definer set search_path = pg_catalog
    as $$ select f.enterprise, f.likeness from registry.entries_named_like(wanted, false, at_most) f
           order by f.likeness desc, f.enterprise $$;

create or replace function registry.owners_named_like(wanted text, at_most int)
    returns table (enterprise uuid, similarity real)
    language sql stable security definer set search_path = pg_catalog
    as $$ select f.enterprise, f.likeness from registry.entries_named_like(wanted, true, at_most) f
           order by f.likeness desc, f.enterprise $$;

revoke all on function registry.keep_words(text), registry.keep_business_name(), registry.keep_owner_name(),
                       registry.keep_person_name(), registry.words_alike(text, int), registry.names_query(text, int),
                       registry.entries_named_like(text, boolean, int)
    from public;

select identity.pub_audit_exempt('registry.name_entry', 'made from enterprises and owners, whose changes are recorded'),
       identity.pub_audit_exempt('registry.name_word', 'single words of names, without whose they are');

-- How many enterprises lie in these regions, as far as they are within sight: asked of each region, not of each enterprise.
create function registry.enterprises_in(codes text[]) returns bigint
    language sql stable security definer set search_path = pg_catalog
    as $$
    select coalesce(sum(counted.enterprises), 0)::bigint
      from unnest(codes) code
     cross join lateral (select count(*) as enterprises from registry.enterprise e where e.region_code = code) counted
     where platform.visible(code)
    $$;
revoke all on function registry.enterprises_in(text[]) from public;
grant execute on function registry.enterprises_in(text[]) to lumbung_app;
