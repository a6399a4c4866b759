-- Lists that came in: a proposal, like the other classes, until an administrator has decided with the office's own source.
insert into privacy.retention_class
    (code, version, valid_from, position, title_id, title_en, event, effect, days, source, written_at) values
    ('LISTS', 1, '2024-10-17', 55, 'Daftar usaha yang masuk dan berkasnya', 'Lists that came in, and their files',
     'NEVER', 'KEEP', null, 'menunggu jadwal retensi arsip (UU 43/2009)', '2026-11-29 00:00+00');
