-- Names alike in a time that does not grow with the names that share a common word. A search for "warung sri rahayu" went
-- through every name with two of the three words, and, if that gave little, through every name with one: tens of thousands,
-- of which four hundred were compared. A search is now led by a rare word wherever there is one. What is rare is told by the
-- statistics that PostgreSQL keeps of the two indexes anyway; without any, every word is taken for rare.

-- The same measure, without a setting, so that the planner can put it into the query that asks for it.
create or replace function registry.name_likeness(typed text, name text) returns real
    language sql immutable parallel safe
    return greatest(public.similarity(name, typed),
                    case when public.word_similarity(typed, name) >= 0.7
                         then (public.word_similarity(typed, name) * 0.95)::real else 0 end);

-- Of each typed word what it may mean, as a term of a text search, and the share of names with one of these words. A word
-- that nothing in the register is like gives none.
create function registry.words_meant(wanted text, of_owners boolean) returns table (terms text, share real)
    language plpgsql stable set search_path = pg_catalog as $$
declare
    words constant text[] := (string_to_array(wanted, ' '))[1:6];
    common text[];
    shares real[];
    meant text[];
begin
    select s.most_common_elems::text::text[], s.most_common_elem_freqs into common, shares
      from pg_stats s
     where s.schemaname = 'registry'
       and s.tablename = case when of_owners then 'name_entry_owner' else 'name_entry_business' end
       and s.most_common_elems is not null;
    for i in 1 .. cardinality(words) loop
        meant := array(
            -- itself, and written together what others write apart
            select w.word from registry.name_word w
             where w.word in (words[i], words[i] || words[i + 1], words[i - 1] || words[i])
            union select registry.words_alike(words[i], 8)
            order by 1);
        if cardinality(meant) > 0 then
            select '(' || string_agg(registry.quoted_term(word), ' | ') || ')' into terms from unnest(meant) word;
            select coalesce(sum(known.share), 0) into share
              from unnest(common, shares[1:cardinality(common)]) known(word, share)
             where known.word = any (meant);
            return next;
        end if;
    end loop;
end $$;

-- The text search that finds names alike, and at which breadth: 0 all words, 1 all but one, 2 any of them. Wider than all
-- words, at least one of them has to be rare; if none is, all but the most common are asked for. One common word that is left
-- of several typed ones is not asked for: it finds thousands of names of which none is more alike than the others.
create function registry.query_of_words(terms text[], shares real[], typed int, breadth int) returns tsquery
    language plpgsql stable set search_path = pg_catalog as $$
declare
    rare constant real := 0.005;
    known constant int := cardinality(terms);
    some_rare constant boolean := (select bool_or(share < rare) from unnest(shares) share);
    most_common constant int := array_position(shares, (select max(share) from unnest(shares) share));
    parts text[] := '{}';
    places text;
    whole text;
begin
    if known = 0 or known = 1 and typed > 1 and not some_rare then
        return null;
    elsif breadth = 0 then
        whole := array_to_string(terms, ' & ');
    elsif breadth = 1 and known > 2 then
        for i in 1 .. known loop
            if some_rare and exists (select from unnest(shares[1:i - 1] || shares[i + 1:]) share where share < rare)
               or not some_rare and i = most_common then
                parts := parts || ('(' || array_to_string(terms[1:i - 1] || terms[i + 1:], ' & ') || ')');
            end if;
        end loop;
        whole := array_to_string(parts, ' | ');
    elsif breadth = 2 and known > 1 and some_rare then
        select string_agg(one.term, ' | ') into whole from unnest(terms, shares) one(term, share) where one.share < rare;
    else
        return null;
    end if;
    select string_agg(registry.quoted_term('@' || prefix), ' | ') into places
      from registry.prefixes_in_sight() prefix
    having bool_and(length(prefix) >= 5);
    return ('(' || whole || ')' || coalesce(' & (' || places || ')', ''))::tsquery;
end $$;

-- As before (V010), with the words looked up once and the search led by the rare ones.
create or replace function registry.entries_named_like(wanted text, of_owners boolean, at_most int)
    returns table (enterprise uuid, likeness real)
    language plpgsql stable set search_path = pg_catalog, public as $$
declare
    compared constant int := 400;
    walked constant int := 4000;
    few constant int := 5;
    found uuid[];
    seen uuid[];
    likes real[];
    their_likes real[];
    meant text[];
    shares real[];
    terms tsquery;
begin
    seen := array(select near.enterprise
                    from registry.prefixes_in_sight() prefix
                   cross join lateral (select n.enterprise from registry.name_entry n
                                        where n.name_key = wanted and (n.person is not null) = of_owners
                                          and n.region_code ~>=~ prefix and n.region_code ~<~ (prefix || '~')
                                        limit at_most) near
                   limit at_most);
    likes := array_fill(1::real, array[cardinality(seen)]);
    if cardinality(seen) < at_most then
        select array_agg(begun.enterprise), array_agg(registry.name_likeness(wanted, begun.name_key)) into found, their_likes
          from (select walked_by.enterprise, walked_by.name_key
                  from (select n.enterprise, n.region_code, n.name_key from registry.name_entry n
                         where n.name_key ~>=~ (wanted || ' ') and n.name_key ~<~ (wanted || '!')
                           and (n.person is not null) = of_owners
                         limit walked) walked_by
                 where platform.visible(walked_by.region_code)
                 limit at_most) begun;
        seen := seen || found;
        likes := likes || their_likes;
    end if;
    for breadth in 0 .. 2 loop
        exit when cardinality(seen) >= case breadth when 0 then at_most else few end;
        if breadth = 0 then
            select coalesce(array_agg(w.terms), '{}'), coalesce(array_agg(w.share), '{}') into meant, shares
              from registry.words_meant(wanted, of_owners) w;
        end if;
        terms := registry.query_of_words(meant, shares, cardinality(string_to_array(wanted, ' ')), breadth);
        if terms is null then
            continue;
        elsif of_owners then
            select array_agg(near.enterprise), array_agg(registry.name_likeness(wanted, near.name_key)) into found, their_likes
              from (select n.enterprise, n.name_key from registry.name_entry n
                     where n.person is not null
                       and registry.name_terms(n.name_key, n.region_code) @@ terms
                       and platform.visible(n.region_code)
                     limit compared) near;
        else
            select array_agg(near.enterprise), array_agg(registry.name_likeness(wanted, near.name_key)) into found, their_likes
              from (select n.enterprise, n.name_key from registry.name_entry n
                     where n.person is null
                       and registry.name_terms(n.name_key, n.region_code) @@ terms
                       and platform.visible(n.region_code)
                     limit compared) near;
        end if;
        seen := seen || found;
        likes := likes || their_likes;
    end loop;
    return query
        select alike.enterprise, max(alike.likeness)
          from unnest(seen, likes) alike(enterprise, likeness)
         where alike.likeness >= 0.4
         group by alike.enterprise
         order by 2 desc, 1
         limit at_most;
end $$;

revoke all on function registry.words_meant(text, boolean), registry.query_of_words(text[], real[], int, int) from public;
