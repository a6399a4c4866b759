-- The person in charge of data protection (UU 27/2022 art. 53) is a role like the others.
alter table identity.role_grant drop constraint role_grant_role_known;
alter table identity.role_grant add constraint role_grant_role_known check (role in
    ('ADMINISTRATOR', 'KECAMATAN_OFFICER', 'CAMAT', 'CAMAT_DELEGATE', 'DINAS_OFFICER', 'DINAS_HEAD',
     'DATA_PROTECTION_OFFICER')) not valid;

-- Who looked at somebody, as that somebody may be told: in which role and where, not by name.
create view identity.pub_reading_by_office with (security_invoker = true) as
    select e.entry, e.at, e.subject_kind, e.subject, e.what, e.purpose, e.region_code,
           (select string_agg(distinct g.role, ',' order by g.role)
              from identity.role_grant g
             where g.account = e.actor
               and g.valid_from <= (e.at at time zone 'Asia/Jakarta')::date
               and (g.valid_to is null or g.valid_to >= (e.at at time zone 'Asia/Jakarta')::date)
               and (g.revoked_at is null or g.revoked_at > e.at)) as roles,
           (select min(g.region_code)
              from identity.role_grant g
             where g.account = e.actor
               and g.valid_from <= (e.at at time zone 'Asia/Jakarta')::date
               and (g.valid_to is null or g.valid_to >= (e.at at time zone 'Asia/Jakarta')::date)
               and (g.revoked_at is null or g.revoked_at > e.at)) as unit
      from identity.audit_entry e
     where e.action = 'READ';
grant select on identity.pub_reading_by_office to lumbung_app;
