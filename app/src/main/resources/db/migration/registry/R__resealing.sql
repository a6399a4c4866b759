-- A source record never changes. What seals it may: the owner of the tables puts other sealed bytes of the same content in
-- the place of the payload when a key is rotated, and nothing else.
create or replace function registry.refuse_change_but_seal() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if current_setting('lumbung.resealing', true) = 'on'
        and session_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)
        and (to_jsonb(new) - 'payload') = (to_jsonb(old) - 'payload') then
        return new;
    end if;
    raise exception 'table %.% only grows', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace trigger source_record_only_grows before delete or truncate on registry.source_record
    for each statement execute function registry.refuse_change();
create or replace trigger source_record_only_reseals before update on registry.source_record
    for each row execute function registry.refuse_change_but_seal();
