-- What the made-up register is drawn from. In a schema of its own in a scratch database; never in an office.
create schema bench;
grant usage on schema bench to lumbung_app;
create table bench.loaded (i int);
create table bench.word (list text, n int, value text, key text, primary key (list, n));
create table bench.kind (n int primary key, activity text, kbli text, sector text, itinerant boolean, pattern text, pattern_key text);
create table bench.village as
    select row_number() over (order by code) - 1 as n, code, name,
           regexp_replace(lower(name), '[^a-z0-9]+', ' ', 'g') as name_key
      from reference.region
     where level = 'VILLAGE' and code like '35.07.%';
create unlogged table bench.plan (
    i int, enterprise uuid, person uuid, new_person boolean, village text, owner text, owner_key text, itinerant boolean,
    name text, name_key text, activity text, kbli text, sector text, woman boolean);
create table bench.name_lists (woman boolean, first text, last text, firsts int, lasts int);

-- The same number from 0 to below n for the same i and use.
create function bench.any(i int, use int, n int) returns int language sql immutable parallel safe
    return ((hashint8extended(i, use) >> 8) & 1073741823)::int % n;

-- In five of a hundred names a letter stands twice, as lists are typed: a register has ever more different words.
create function bench.slip(i int, name text) returns text language sql immutable parallel safe
    return case when bench.any(i, 10, 100) < 5
                then left(name, 1 + bench.any(i, 11, 5)) || substr(name, 1 + bench.any(i, 11, 5)) else name end;

-- A word of three syllables, of which there are eight thousand.
create function bench.brand(i int) returns text language sql immutable parallel safe
    return initcap((array['ra','ni','ku','sa','ma','ti','wa','jo','be','la','do','mi','sri','pu','ga','te','ru','ha','yo','ka'])[1 + bench.any(i, 12, 20)]
        || (array['ra','ni','ku','sa','ma','ti','wa','jo','be','la','do','mi','li','pu','ga','te','ru','ha','yo','ka'])[1 + bench.any(i, 13, 20)]
        || (array['ra','ni','ku','sa','ma','ti','wan','jo','be','lah','do','mi','rin','pu','ga','te','ru','ha','yo','kat'])[1 + bench.any(i, 14, 20)]);

-- LB-1234567-4; the last digit checks the others.
create function bench.number(i int) returns text language plpgsql immutable parallel safe as $$
declare
    damm constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
    digits constant text := lpad(i::text, 7, '0');
    interim int := 0;
begin
    for k in 1 .. length(digits) loop
        interim := substr(damm, interim * 10 + substr(digits, k, 1)::int + 1, 1)::int;
    end loop;
    return 'LB-' || digits || '-' || interim;
end $$;

-- What the triggers of the register would have written.
create function bench.name_entries() returns void language plpgsql as $$
begin
    if to_regclass('registry.name_entry') is null then
        return;
    end if;
    execute 'insert into registry.name_entry (enterprise, person, region_code, name_key)
             select enterprise, null, village, name_key from bench.plan order by i';
    execute 'insert into registry.name_entry (enterprise, person, region_code, name_key)
             select enterprise, person, village, owner_key from bench.plan order by i';
    execute 'insert into registry.name_word (word)
             select distinct word from (select name_key as key from bench.plan union all select owner_key from bench.plan) k,
                    unnest(string_to_array(key, '' '')) word where word <> '''' on conflict do nothing';
end $$;

-- Cases and licences: one enterprise in twenty has been licensed, one in a thousand waits, drawn from those of the demo.
create function bench.cases() returns void language plpgsql as $$
begin
    create temporary table template on commit drop as
        select * from licensing.application where receipt not like 'UJI-%' and submissions > 0;
    insert into licensing.application (id, receipt, region_code, regime_code, regime_number, state, version, answers, owner_name,
            business_name, village_code, entered_by, typed_by, created_at, changed_by, changed_at, submissions, submitted_at,
            ended_at, clock_phase, clock_used, clock_since, due_on, enterprise)
    select cast('018f0000-a000-7000-8000-' || lpad(to_hex(p.i), 12, '0') as uuid), 'UJI-' || p.i, left(p.village, 8), t.regime_code,
           t.regime_number, t.state, 3, t.answers, p.owner, p.name, p.village, t.entered_by, t.typed_by,
           now() - w.ago, t.changed_by, now() - w.ago, 1, now() - w.ago, case when t.ended_at is not null then now() - w.ago end,
           t.clock_phase, t.clock_used, t.clock_since, case when t.ended_at is null then current_date + bench.any(p.i, 31, 6) - 1 end,
           p.enterprise
      from bench.plan p
     cross join lateral (select case when p.i % 1000 = 7 then bench.any(p.i, 32, 4) * interval '1 day'
                                     else interval '5 days' + bench.any(p.i, 32, 1000000) * interval '1 minute' end as ago) w
     cross join lateral (select a.* from template a
                          where (a.ended_at is null) = (p.i % 1000 = 7) and (a.ended_at is not null or a.clock_phase = 'RUNNING')
                          order by hashint8extended(hashtext(a.receipt), p.i) limit 1) t
     where p.i % 20 = 7;
    insert into licensing.licence (id, region_code, application, enterprise, regime, regime_version, year, running_no, number,
            issued_on, state, sheet_no, holder_name, business_name, place)
    select cast('018f0000-b000-7000-8000-' || lpad(to_hex(p.i), 12, '0') as uuid), left(p.village, 8),
           cast('018f0000-a000-7000-8000-' || lpad(to_hex(p.i), 12, '0') as uuid), p.enterprise, t.regime, t.regime_version,
           2019, p.i, 'UJI/' || p.i, date '2019-01-01' + bench.any(p.i, 33, 2500), 'VALID', 1, p.owner, p.name, t.place
      from bench.plan p
     cross join (select regime, regime_version, place from licensing.licence where number not like 'UJI/%' order by number limit 1) t
     where p.i % 20 = 7 and p.i % 1000 <> 7;
end $$;

-- The office watches every table that it finds at its start; these are none of its own.
insert into identity.audit_exempt (name, reason)
select 'bench.' || relname, 'what made-up enterprises are drawn from, in a scratch database'
  from pg_class where relnamespace = 'bench'::regnamespace and relkind = 'r'
on conflict do nothing;
