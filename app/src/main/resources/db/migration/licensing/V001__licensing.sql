-- Licensing: regimes, applications, licences, statements. The nested modules share this schema and this folder:
-- Flyway reads folders with everything below them, so a folder per nested module would be run twice.
create schema licensing;
grant usage on schema licensing to lumbung_app;
