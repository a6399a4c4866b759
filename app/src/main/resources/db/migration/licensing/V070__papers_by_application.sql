-- The papers of an application, those replaced too.
create index attachment_by_application on licensing.attachment (application, uploaded_at);
