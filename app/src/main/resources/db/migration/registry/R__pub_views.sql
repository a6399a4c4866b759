-- What other modules may read with SQL. Row-level security holds through these views.
create or replace view registry.pub_enterprise with (security_invoker = true) as
    select id, number, name, region_code, itinerant, founded_on, merged_into
      from registry.enterprise;
grant select on registry.pub_enterprise to lumbung_app;

-- Which person owns which enterprise.
create or replace view registry.pub_ownership with (security_invoker = true) as
    select person, enterprise, region_code, since, until
      from registry.ownership;
grant select on registry.pub_ownership to lumbung_app;

-- Names and homes of people, for who must write to them.
create or replace view registry.pub_person with (security_invoker = true) as
    select id, name, home_region_code, home_address
      from registry.person;
grant select on registry.pub_person to lumbung_app;
