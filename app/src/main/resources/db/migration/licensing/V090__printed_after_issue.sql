-- A sheet is printed after its licence has been issued, so that nobody waits for the printer to get the next number. Until
-- then its document is the name of none; an older version of the program takes it for lost and prints the frozen content.
alter table licensing.licence_sheet alter column pdf_document set default repeat('0', 64);
comment on column licensing.licence_sheet.pdf_document is 'name of the printed document; all zeros until it is printed';
create index licence_sheet_unprinted on licensing.licence_sheet (made_at) where pdf_document = repeat('0', 64);

create function licensing.printed_once() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if old.pdf_document <> repeat('0', 64) then
        raise exception 'a printed sheet stays as it was printed' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger licence_sheet_is_printed_once before update of pdf_document on licensing.licence_sheet
    for each row execute function licensing.printed_once();
grant update (pdf_document) on licensing.licence_sheet to lumbung_app;
