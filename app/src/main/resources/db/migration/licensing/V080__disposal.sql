-- What goes when its time is over (privacy says when): papers, and what was typed into a draft. Numbers stay.
alter table licensing.application add column erased_at timestamptz;
alter table licensing.attachment add column disposed_at timestamptz;
create index attachment_by_document on licensing.attachment (document);
grant delete on licensing.application_unmerged to lumbung_app;
