-- How much of each list is known: counted as a whole after comparing, since counting half a million records takes seconds
-- and what is known elsewhere does not depend on who looks. Numbers only; each belongs to a village, so that everybody sees
-- those of the own territory.
create table matching.coverage (
    list        uuid not null,
    -- where the list says it is: village, kecamatan when no village is known, or the regency
    region_code text not null,
    records     int not null,
    -- records still to be compared; all that follows leaves them out
    waiting     int not null,
    -- businesses, each once, where its first record in the list says; they part into the four that follow
    businesses  int not null,
    licensed    int not null,
    registered  int not null,
    elsewhere   int not null,
    fresh       int not null,
    constraint coverage_pk primary key (list, region_code),
    constraint coverage_parts check (businesses = licensed + registered + elsewhere + fresh)
);
create index coverage_by_region on matching.coverage (region_code);
grant select, insert, delete on matching.coverage to lumbung_app;
alter table matching.coverage enable row level security;
create policy territory on matching.coverage
    using (platform.visible(region_code)) with check (platform.visible(region_code));
select identity.pub_audit_exempt('matching.coverage', 'counts of what is recorded elsewhere, made anew again and again');

-- Businesses by the lists that have them.
create table matching.coverage_mix (
    -- of the enterprise, or of the first record when there is none
    region_code text not null,
    -- in the order of their identifiers; none when it is in the register only
    lists       uuid[] not null,
    standing    text not null constraint coverage_mix_standing check (standing in ('LICENSED', 'REGISTERED', 'NEITHER')),
    businesses  int not null,
    constraint coverage_mix_pk primary key (region_code, standing, lists)
);
grant select, insert, delete on matching.coverage_mix to lumbung_app;
alter table matching.coverage_mix enable row level security;
create policy territory on matching.coverage_mix
    using (platform.visible(region_code)) with check (platform.visible(region_code));
select identity.pub_audit_exempt('matching.coverage_mix', 'counts of what is recorded elsewhere, made anew again and again');

-- When it was counted last, and how things stood then, so that nothing is counted twice for nothing.
create table matching.coverage_count (
    single     boolean constraint coverage_count_pk primary key default true,
    stand      text not null,
    counted_at timestamptz not null,
    constraint coverage_count_single check (single)
);
grant select, insert, update (stand, counted_at) on matching.coverage_count to lumbung_app;
select identity.pub_audit_exempt('matching.coverage_count', 'when counts were made');
