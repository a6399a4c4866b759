-- What other modules may read with SQL. Row-level security holds through these views. What was typed stays sealed.
create or replace view licensing.pub_application with (security_invoker = true) as
    select a.id, a.receipt, a.region_code, a.regime_code, a.regime_number, a.state, s.name_id as state_id,
           s.name_en as state_en, a.owner_name, a.business_name, a.created_at, a.changed_at, a.submitted_at, a.ended_at,
           a.enterprise, a.licence, a.erased_at
      from licensing.application a
      join licensing.regime_state s on s.code = a.regime_code and s.number = a.regime_number and s.state = a.state;
grant select on licensing.pub_application to lumbung_app;

create or replace view licensing.pub_attachment with (security_invoker = true) as
    select id, application, region_code, kind, content_type, bytes, uploaded_at, replaced_at, disposed_at
      from licensing.attachment;
grant select on licensing.pub_attachment to lumbung_app;

create or replace view licensing.pub_licence with (security_invoker = true) as
    select id, region_code, application, enterprise, number, issued_on, valid_until, state, holder_name, business_name
      from licensing.licence;
grant select on licensing.pub_licence to lumbung_app;

-- What retention asks of a case: when it was last changed, ended, when its licence ended, and how many papers it still has.
create or replace view licensing.pub_case_age with (security_invoker = true) as
    select a.id, a.receipt, a.region_code, a.enterprise, a.submissions, a.changed_at, a.ended_at, a.erased_at, a.licence,
           case when l.state = 'REVOKED'
                then (select max(e.happened_on) from licensing.licence_event e where e.licence = l.id and e.kind = 'REVOKED')
                else l.valid_until end as licence_ended_on,
           (select count(*) from licensing.attachment p where p.application = a.id and p.disposed_at is null) as papers
      from licensing.application a
      left join licensing.licence l on l.id = a.licence;
grant select on licensing.pub_case_age to lumbung_app;
