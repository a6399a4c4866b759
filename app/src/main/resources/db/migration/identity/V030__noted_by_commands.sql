-- A command beside the server that reads from the audit says so in the audit.
create function identity.pub_note_reading(command text, what text, purpose text, entries int) returns bigint
    language sql set search_path = pg_catalog
    as $$
    select set_config('lumbung.door', command, true);
    insert into identity.audit_entry (action, record, keys, rows, what, purpose, region_code)
    values ('READ', 'identity.audit_entry', '{}', entries, what, purpose, '')
    returning entry
    $$;
revoke all on function identity.pub_note_reading(text, text, text, int) from public;

-- Which account a sign-in name is of.
create view identity.pub_account with (security_invoker = true) as
    select id, sign_in_name, full_name
      from identity.account;
