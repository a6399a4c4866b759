-- Starting data. Sources are in the rows; an administrator may add to them.

insert into reference.kbli_version (code, valid_from, valid_to, align_by, legal_source) values
    ('2020', date '2020-09-24', date '2025-12-17', null, 'Peraturan BPS Nomor 2 Tahun 2020'),
    ('2025', date '2025-12-18', null, date '2026-06-18', 'Peraturan BPS Nomor 7 Tahun 2025; penyesuaian paling lama 6 bulan');

insert into reference.kbli_revision (only_row, revision) values (true, 1);

insert into reference.sector (code, name_id, name_en, position) values
    ('kuliner-olahan', 'Kuliner: makanan dan minuman olahan', 'Food and drink products', 1),
    ('kuliner-warung', 'Kuliner: warung, kafe, katering', 'Eating places, cafés and catering', 2),
    ('kerajinan', 'Kerajinan', 'Crafts', 3),
    ('fesyen', 'Fesyen', 'Fashion', 4),
    ('perdagangan', 'Perdagangan', 'Trade', 5),
    ('jasa', 'Jasa', 'Services', 6),
    ('agribisnis', 'Agribisnis', 'Agribusiness', 7),
    ('lainnya', 'Lainnya', 'Other', 8);

-- By division; single codes that differ come with the starting list.
insert into reference.sector_kbli (sector, version, kbli_prefix)
select d.sector, v.version, lpad(n::text, 2, '0')
  from (values ('2020'), ('2025')) v (version)
  cross join (values
    ('agribisnis', 1, 3), ('lainnya', 5, 9), ('kuliner-olahan', 10, 11), ('lainnya', 12, 12),
    ('kerajinan', 13, 13), ('fesyen', 14, 15), ('kerajinan', 16, 16), ('kerajinan', 17, 17), ('jasa', 18, 18),
    ('lainnya', 19, 22), ('kerajinan', 23, 23), ('lainnya', 24, 30), ('kerajinan', 31, 32), ('jasa', 33, 33),
    ('lainnya', 35, 39), ('jasa', 41, 43), ('perdagangan', 46, 47), ('jasa', 49, 53), ('jasa', 55, 55),
    ('kuliner-warung', 56, 56), ('jasa', 58, 99)) d (sector, first, last)
  cross join lateral generate_series(d.first, d.last) n;
-- Division 45 exists in 2020 only: trade in vehicles, and their repair.
insert into reference.sector_kbli (sector, version, kbli_prefix) values
    ('perdagangan', '2020', '45'),
    ('jasa', '2020', '452'),
    ('jasa', '2020', '45407');

insert into reference.size_criterion (id, law, article, valid_from, valid_to, measure, size_class, at_most) values
    ('2366d652-2172-5bf4-bae5-26dc5ded27ef', 'UU 20/2008', 'Pasal 6 huruf a', date '2008-07-04', date '2021-02-01', 'NET_ASSETS', 'MICRO', 50000000),
    ('c1712c08-5d7e-55fe-ae1c-fde50319892f', 'UU 20/2008', 'Pasal 6 huruf a', date '2008-07-04', date '2021-02-01', 'NET_ASSETS', 'SMALL', 500000000),
    ('85cdcbc5-fb7b-5941-b09a-883168cfb44c', 'UU 20/2008', 'Pasal 6 huruf a', date '2008-07-04', date '2021-02-01', 'NET_ASSETS', 'MEDIUM', 10000000000),
    ('b9b28a9e-2667-5d8d-932b-e275477e137c', 'UU 20/2008', 'Pasal 6 huruf b', date '2008-07-04', date '2021-02-01', 'ANNUAL_SALES', 'MICRO', 300000000),
    ('bce13f13-c917-5494-8744-803820c6f232', 'UU 20/2008', 'Pasal 6 huruf b', date '2008-07-04', date '2021-02-01', 'ANNUAL_SALES', 'SMALL', 2500000000),
    ('3fe7892e-7efa-505d-8cdb-2eb7decd393b', 'UU 20/2008', 'Pasal 6 huruf b', date '2008-07-04', date '2021-02-01', 'ANNUAL_SALES', 'MEDIUM', 50000000000),
    ('4908fa41-d4b8-5599-afcf-6622a5f91fae', 'PP 7/2021', 'Pasal 35 ayat (3)', date '2021-02-02', null, 'CAPITAL', 'MICRO', 1000000000),
    ('2362b7b5-fd9a-5d88-839b-86d03b3e2f35', 'PP 7/2021', 'Pasal 35 ayat (3)', date '2021-02-02', null, 'CAPITAL', 'SMALL', 5000000000),
    ('6d0092cc-c883-5189-8bec-29e9a1a959b8', 'PP 7/2021', 'Pasal 35 ayat (3)', date '2021-02-02', null, 'CAPITAL', 'MEDIUM', 10000000000),
    ('301bbef6-7269-58fb-b9ae-9c4a6ee24fd3', 'PP 7/2021', 'Pasal 35', date '2021-02-02', null, 'ANNUAL_SALES', 'MICRO', 2000000000),
    ('0219693f-de94-5709-aa1f-cd170b71f32b', 'PP 7/2021', 'Pasal 35', date '2021-02-02', null, 'ANNUAL_SALES', 'SMALL', 15000000000),
    ('e0dd9f75-3beb-57ab-a19d-11de238be57e', 'PP 7/2021', 'Pasal 35', date '2021-02-02', null, 'ANNUAL_SALES', 'MEDIUM', 50000000000),
    ('873c5c90-0492-52ff-9088-e156608ee913', 'Klasifikasi BPS (tenaga kerja)', 'Survei industri dan UMK', date '2008-07-04', null, 'WORKERS', 'MICRO', 4),
    ('40a938c0-90a2-55bb-8b70-fb74e28d648b', 'Klasifikasi BPS (tenaga kerja)', 'Survei industri dan UMK', date '2008-07-04', null, 'WORKERS', 'SMALL', 19),
    ('5f0d391c-21fe-569f-b729-857ae58e7043', 'Klasifikasi BPS (tenaga kerja)', 'Survei industri dan UMK', date '2008-07-04', null, 'WORKERS', 'MEDIUM', 99);

insert into reference.setting (id, name, value, valid_from, reason, entered_by) values
    ('38245077-8041-5816-986b-c795742d7e20', 'size.combination-rule', 'HIGHEST_CLASS', date '2008-07-04',
     'Aturan awal: kelas tertinggi dari ukuran yang diketahui; mikro hanya bila semua ukuran yang diketahui mikro.', 'sistem');

insert into reference.holiday (day, name, kind, source) values
    (date '2025-01-01', 'Tahun Baru 2025 Masehi', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-01-27', 'Isra Mikraj Nabi Muhammad SAW', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-01-29', 'Tahun Baru Imlek 2576 Kongzili', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-03-29', 'Hari Suci Nyepi (Tahun Baru Saka 1947)', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-03-31', 'Idulfitri 1446 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-01', 'Idulfitri 1446 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-18', 'Wafat Yesus Kristus', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-20', 'Kebangkitan Yesus Kristus (Paskah)', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-05-01', 'Hari Buruh Internasional', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-05-12', 'Hari Raya Waisak 2569 BE', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-05-29', 'Kenaikan Yesus Kristus', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-06-01', 'Hari Lahir Pancasila', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-06-06', 'Iduladha 1446 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-06-27', '1 Muharam Tahun Baru Islam 1447 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-08-17', 'Proklamasi Kemerdekaan', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-09-05', 'Maulid Nabi Muhammad SAW', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-12-25', 'Kelahiran Yesus Kristus', 'PUBLIC', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-01-28', 'Cuti bersama Tahun Baru Imlek', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-03-28', 'Cuti bersama Hari Suci Nyepi', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-02', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-03', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-04', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-04-07', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-05-13', 'Cuti bersama Hari Raya Waisak', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-05-30', 'Cuti bersama Kenaikan Yesus Kristus', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-06-09', 'Cuti bersama Iduladha', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-12-26', 'Cuti bersama Kelahiran Yesus Kristus', 'JOINT_LEAVE', 'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024'),
    (date '2025-08-18', 'Cuti bersama Proklamasi Kemerdekaan', 'JOINT_LEAVE', 'SKB Menteri Agama 933/2025, Menteri Ketenagakerjaan 1/2025, Menteri PANRB 3/2025'),
    (date '2026-01-01', 'Tahun Baru 2026 Masehi', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-01-16', 'Isra Mikraj Nabi Muhammad SAW', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-21', 'Idulfitri 1447 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-22', 'Idulfitri 1447 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-04-03', 'Wafat Yesus Kristus', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-05-01', 'Hari Buruh Internasional', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-05-14', 'Kenaikan Yesus Kristus', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-05-27', 'Iduladha 1447 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-05-31', 'Hari Raya Waisak 2570 BE', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-06-01', 'Hari Lahir Pancasila', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-08-17', 'Proklamasi Kemerdekaan', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-08-25', 'Maulid Nabi Muhammad SAW', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-12-25', 'Kelahiran Yesus Kristus', 'PUBLIC', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-02-16', 'Cuti bersama Tahun Baru Imlek', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-18', 'Cuti bersama Hari Suci Nyepi', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-20', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-23', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-03-24', 'Cuti bersama Idulfitri', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-05-28', 'Cuti bersama Iduladha', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025'),
    (date '2026-12-24', 'Cuti bersama Kelahiran Yesus Kristus', 'JOINT_LEAVE', 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025');
