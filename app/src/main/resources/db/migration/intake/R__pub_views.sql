-- What other modules may read with SQL. Row-level security holds through these views.
create or replace view intake.pub_list with (security_invoker = true) as
    select l.id, l.region_code, f.name as file, l.sheet_name, l.state, l.entered, l.entered_at
      from intake.list l
      join intake.file f on f.id = l.file;
grant select on intake.pub_list to lumbung_app;

-- Which records a list has and where they lie; what they say is read through ListRecords.
create or replace view intake.pub_list_record with (security_invoker = true) as
    select id, list, region_code, line
      from intake.list_record;
grant select on intake.pub_list_record to lumbung_app;
