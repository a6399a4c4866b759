-- A person is seen through what it owns. A function asks that for each person by the index, whatever the planner expects of
-- the register. Whether the question inside the policy was ever slow has not been measured apart from the index below.
create function registry.owner_in_sight(wanted uuid) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return exists (select 1 from registry.ownership o
                    where o.person = wanted and platform.visible(o.region_code));
end $$;
revoke all on function registry.owner_in_sight(uuid) from public;
grant execute on function registry.owner_in_sight(uuid) to lumbung_app;

alter policy through_ownership on registry.person
    using (registry.owner_in_sight(id)) with check (registry.owner_in_sight(id));

-- The owners of an enterprise, those of earlier times too: the page of an enterprise asks for both.
create index ownership_by_enterprise on registry.ownership (enterprise);
