-- Which records are one business: the records of lists and of the register, the pairs of them that may be the same, and what
-- people judged about these pairs. Nothing personal lies here: whatever a page shows of a record it reads where the record is.
create schema matching;
grant usage on schema matching to lumbung_app;

-- A record and the business that it is of.
create table matching.record (
    id          uuid constraint record_pk primary key,
    -- the list it stands in; none for an enterprise of the register
    list        uuid,
    region_code text not null,
    -- the enterprise when one is among the records of the business, otherwise the record of it that came first
    business    uuid not null,
    -- given when it was compared, by one process at a time: whoever holds an index reads on from what it has seen
    seq         bigint,
    changed_at  timestamptz not null,
    gone_at     timestamptz
);
create sequence matching.record_seq as bigint;
grant usage on sequence matching.record_seq to lumbung_app;
create index record_to_compare on matching.record (changed_at, id) where seq is null;
create unique index record_by_seq on matching.record (seq) include (gone_at) where seq is not null;
create index record_by_business on matching.record (business);
create index record_by_list on matching.record (list, region_code) include (business);
create index record_to_take_out on matching.record (list, id) where gone_at is null;
grant select, insert, update (region_code, business, seq, changed_at, gone_at) on matching.record to lumbung_app;
alter table matching.record enable row level security;
create policy territory on matching.record
    using (platform.visible(region_code)) with check (platform.visible(region_code));
select identity.pub_audit_exempt('matching.record', 'follows from pairs and judgements, and judgements are recorded');

-- Lists whose records are still to be taken up or taken out.
create table matching.waiting_list (
    list     uuid constraint waiting_list_pk primary key,
    what     text not null constraint waiting_list_what check (what in ('ENTERED', 'UNDONE')),
    since    timestamptz not null
);
grant select, insert, update, delete on matching.waiting_list to lumbung_app;
select identity.pub_audit_exempt('matching.waiting_list', 'work in hand; the list itself is recorded');

-- Two records that may be one business; the smaller identifier first.
create table matching.pair (
    id                uuid constraint pair_pk primary key,
    a                 uuid not null,
    b                 uuid not null,
    region_code       text not null,
    other_region_code text not null,
    -- how many of the two are enterprises of the register
    registered        smallint not null constraint pair_registered check (registered between 0 and 2),
    -- probabilities of the same business and of the same owner when they were compared last
    business          real not null constraint pair_business check (business between 0 and 1),
    owner             real not null constraint pair_owner check (owner between 0 and 1),
    state             text not null
        constraint pair_state_known check (state in ('LINKED', 'OPEN', 'SAME', 'DIFFERENT', 'UNSURE', 'DISPUTED', 'GONE')),
    -- what a judgement is worth: the larger, the sooner a person is asked
    worth             real not null,
    -- whether a second person judges it without knowing of the first
    second            text not null default 'NONE' constraint pair_second_known check (second in ('NONE', 'WANTED', 'GIVEN')),
    first_by          uuid,
    judged_at         timestamptz,
    -- before somebody just now, so that nobody else is asked the same
    held_by           uuid,
    held_until        timestamptz,
    found_at          timestamptz not null,
    constraint pair_in_order check (a < b),
    constraint pair_once unique (a, b)
);
create index pair_to_judge on matching.pair (worth desc, id) where state in ('OPEN', 'DISPUTED');
create index pair_to_judge_again on matching.pair (judged_at, id) where second = 'WANTED';
create index pair_by_b on matching.pair (b);
grant select, insert,
      update (business, owner, state, worth, second, first_by, judged_at, held_by, held_until, region_code, other_region_code)
   on matching.pair to lumbung_app;
alter table matching.pair enable row level security;
create policy territory on matching.pair
    using (platform.visible(region_code) and platform.visible(other_region_code))
    with check (platform.visible(region_code) and platform.visible(other_region_code));
select identity.pub_audit_exempt('matching.pair', 'found by comparing; what people say of it is recorded as judgements');

-- The journal: what people judged, and what they took back. An act is one decision, of one pair or of several at once.
create table matching.judgement (
    id                uuid constraint judgement_pk primary key,
    act               uuid not null,
    pair              uuid not null constraint judgement_of_pair references matching.pair,
    region_code       text not null,
    other_region_code text not null,
    verdict           text not null constraint judgement_verdict_known check (verdict in ('SAME', 'DIFFERENT', 'UNSURE')),
    kind              text not null constraint judgement_kind_known check (kind in ('FIRST', 'SECOND', 'THIRD', 'SPLIT', 'TAKEN_BACK')),
    -- the probability at the time, to see afterwards how well it told
    business          real not null,
    -- from the moment the pair was shown; none when it was not judged at the desk
    seconds           int,
    why               text,
    at                timestamptz not null,
    by                uuid not null,
    constraint judgement_once_an_act unique (act, pair, kind)
);
create index judgement_by_pair on matching.judgement (pair, at);
create index judgement_by_time on matching.judgement (at desc, id desc);
grant select, insert on matching.judgement to lumbung_app;
alter table matching.judgement enable row level security;
create policy territory on matching.judgement
    using (platform.visible(region_code) and platform.visible(other_region_code))
    with check (platform.visible(region_code) and platform.visible(other_region_code));

create function matching.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'table %.% only grows', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger judgement_only_grows before update or delete or truncate on matching.judgement
    for each statement execute function matching.refuse_change();
