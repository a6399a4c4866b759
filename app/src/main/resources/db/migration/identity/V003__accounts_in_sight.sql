-- Whether somebody has, had or will have a role anywhere, also outside the reader's sight. Row-level security hides roles
-- elsewhere, and then an account that belongs elsewhere would look like one that belongs nowhere yet.
create function identity.has_roles(account uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog
    as 'select exists (select 1 from identity.role_grant g where g.account = has_roles.account)';

revoke all on function identity.has_roles(uuid) from public;
grant execute on function identity.has_roles(uuid) to lumbung_app;
