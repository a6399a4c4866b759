-- The regimes a micro enterprise has met since 2008. What could not be confirmed is said in the source line; an
-- administrator writes the next version.
insert into licensing.regime_version
    (code, number, name_id, name_en, kind, valid_from, valid_to, source, deadline_days, deadline_effect, escalate_to,
     licence_title, number_template, document_class, number_type, validity_years, signatory_title, on_behalf, written_at)
values
    ('SKU-SIUP', 1, 'SKU desa dan SIUP/TDP', 'Village business letter and SIUP/TDP', 'RECORDED', '2008-07-04', '2014-09-14',
     'Sebelum Perpres 98/2014. Tanggal mulai mengikuti UU 20/2008; dicatat, tidak diterbitkan di sini.',
     1, 'NOTHING', null, '', '', '', '', null, '', null, '2026-11-01T00:00:00Z'),
    ('IUMK', 1, 'Izin Usaha Mikro dan Kecil (camat)', 'Micro and small business licence (camat)', 'ISSUED', '2014-09-15', null,
     'Perpres 98/2014 dan Permendagri 83/2014. Batas waktu 2 hari kerja menurut praktik Kecamatan Pemalang; pedoman menyebut 1 hari kerja. Akhir masa berlaku belum dapat dipastikan: loket camat masih menerbitkan pada 2018–2021. Dasar pelimpahan di Kabupaten Malang perlu diperiksa.',
     2, 'ESCALATE', 'CAMAT', 'IZIN USAHA MIKRO DAN KECIL', '{class}/{type}/{running:3}/{region}/{month_roman}/{year}',
     '503', 'IUMK', null, 'CAMAT {kecamatan}', 'a.n. BUPATI MALANG', '2026-11-01T00:00:00Z'),
    ('IUMK-OSS', 1, 'NIB dan IUMK melalui OSS', 'NIB and IUMK through OSS', 'RECORDED', '2018-06-21', '2021-08-08',
     'PP 24/2018. Diterbitkan OSS atas nama bupati; kantor memfasilitasi dan mencatat.',
     1, 'NOTHING', null, '', '', '', '', null, '', null, '2026-11-01T00:00:00Z'),
    ('NIB-RBA', 1, 'NIB berbasis risiko', 'Risk-based NIB', 'RECORDED', '2021-08-09', '2025-06-04',
     'PP 5/2021 (2 Februari 2021), OSS berbasis risiko sejak Agustus 2021; PP 7/2021 pasal 40: kantor memfasilitasi pendaftaran.',
     1, 'NOTHING', null, '', '', '', '', null, '', null, '2026-11-01T00:00:00Z'),
    ('NIB-RBA/2025', 1, 'NIB berbasis risiko (PP 28/2025)', 'Risk-based NIB (PP 28/2025)', 'RECORDED', '2025-06-05', null,
     'PP 28/2025, berlaku 5 Juni 2025; pasal 234: NIB adalah perizinan tunggal bagi UMK berisiko rendah.',
     1, 'NOTHING', null, '', '', '', '', null, '', null, '2026-11-01T00:00:00Z');

insert into licensing.regime_basis (code, number, position, line)
values
    ('IUMK', 1, 0, 'Peraturan Presiden Nomor 98 Tahun 2014 tentang Perizinan untuk Usaha Mikro dan Kecil (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 222)'),
    ('IUMK', 1, 1, 'Peraturan Menteri Dalam Negeri Nomor 83 Tahun 2014 tentang Pedoman Pemberian Izin Usaha Mikro dan Kecil'),
    ('IUMK', 1, 2, 'Peraturan Bupati Malang Nomor 22 Tahun 2015 tentang Pelimpahan Sebagian Kewenangan Bupati kepada Camat'),
    ('SKU-SIUP', 1, 0, 'Ketentuan perizinan sebelum Peraturan Presiden Nomor 98 Tahun 2014'),
    ('IUMK-OSS', 1, 0, 'Peraturan Pemerintah Nomor 24 Tahun 2018 tentang Pelayanan Perizinan Berusaha Terintegrasi Secara Elektronik'),
    ('NIB-RBA', 1, 0, 'Peraturan Pemerintah Nomor 5 Tahun 2021 tentang Penyelenggaraan Perizinan Berusaha Berbasis Risiko'),
    ('NIB-RBA', 1, 1, 'Peraturan Pemerintah Nomor 7 Tahun 2021 pasal 40 (fasilitasi pendaftaran)'),
    ('NIB-RBA/2025', 1, 0, 'Peraturan Pemerintah Nomor 28 Tahun 2025 tentang Penyelenggaraan Perizinan Berusaha Berbasis Risiko');

insert into licensing.regime_state (code, number, position, state, name_id, name_en, ended, applicant_id, applicant_en)
values
    ('IUMK', 1, 0, 'DRAFT', 'Draf', 'Draft', false,
     'Permohonan sedang diisi petugas dan belum diajukan.', 'The officer is still filling in the application.'),
    ('IUMK', 1, 1, 'SUBMITTED', 'Diajukan', 'Submitted', false,
     'Permohonan sudah lengkap dan sedang diperiksa di kantor kecamatan.', 'The application is complete and is being checked at the kecamatan office.'),
    ('IUMK', 1, 2, 'VERIFIED', 'Terverifikasi', 'Verified', false,
     'Berkas sudah diperiksa dan menunggu keputusan camat.', 'The file has been checked and waits for the decision of the camat.'),
    ('IUMK', 1, 3, 'RETURNED', 'Perlu perbaikan', 'To be corrected', false,
     'Ada yang perlu diperbaiki. Silakan datang ke kantor kecamatan dengan membawa perbaikannya.', 'Something must be corrected. Please come to the kecamatan office with the correction.'),
    ('IUMK', 1, 4, 'ISSUED', 'Izin terbit', 'Licence issued', true,
     'Izin sudah terbit. Silakan ambil lembar izin di kantor kecamatan. Tidak dipungut biaya.', 'The licence has been issued. Please collect it at the kecamatan office. There is no charge.'),
    ('IUMK', 1, 5, 'REFUSED', 'Ditolak', 'Refused', true,
     'Permohonan ditolak. Alasannya dijelaskan di kantor kecamatan; Anda boleh mengajukan lagi.', 'The application was refused. The office explains why; you may apply again.'),
    ('IUMK', 1, 6, 'WITHDRAWN', 'Ditarik', 'Withdrawn', true,
     'Permohonan ditarik kembali.', 'The application was withdrawn.');

insert into licensing.regime_transition
    (code, number, position, action, name_id, name_en, from_state, to_state, roles, second_person, clock, asks, effect)
values
    ('IUMK', 1, 0, 'submit', 'Ajukan', 'Submit', 'DRAFT', 'SUBMITTED', '{KECAMATAN_OFFICER}', false, 'START', '{}', 'NONE'),
    ('IUMK', 1, 1, 'withdraw', 'Batalkan draf', 'Discard the draft', 'DRAFT', 'WITHDRAWN', '{KECAMATAN_OFFICER}', false, 'NONE', '{NOTE}', 'WITHDRAW'),
    ('IUMK', 1, 2, 'verify', 'Nyatakan terverifikasi', 'Verify', 'SUBMITTED', 'VERIFIED', '{KECAMATAN_OFFICER,CAMAT,CAMAT_DELEGATE}', true, 'NONE', '{}', 'NONE'),
    ('IUMK', 1, 3, 'return', 'Kembalikan untuk diperbaiki', 'Return for correction', 'SUBMITTED', 'RETURNED', '{KECAMATAN_OFFICER,CAMAT,CAMAT_DELEGATE}', true, 'PAUSE', '{CORRECTIONS}', 'NONE'),
    ('IUMK', 1, 4, 'refuse', 'Tolak', 'Refuse', 'SUBMITTED', 'REFUSED', '{CAMAT,CAMAT_DELEGATE}', true, 'STOP', '{GROUND,NOTE}', 'REFUSE'),
    ('IUMK', 1, 5, 'withdraw', 'Tarik kembali', 'Withdraw', 'SUBMITTED', 'WITHDRAWN', '{KECAMATAN_OFFICER}', false, 'STOP', '{NOTE}', 'WITHDRAW'),
    ('IUMK', 1, 6, 'issue', 'Terbitkan izin', 'Issue the licence', 'VERIFIED', 'ISSUED', '{CAMAT,CAMAT_DELEGATE}', true, 'STOP', '{}', 'ISSUE'),
    ('IUMK', 1, 7, 'return', 'Kembalikan untuk diperbaiki', 'Return for correction', 'VERIFIED', 'RETURNED', '{CAMAT,CAMAT_DELEGATE}', true, 'PAUSE', '{CORRECTIONS}', 'NONE'),
    ('IUMK', 1, 8, 'refuse', 'Tolak', 'Refuse', 'VERIFIED', 'REFUSED', '{CAMAT,CAMAT_DELEGATE}', true, 'STOP', '{GROUND,NOTE}', 'REFUSE'),
    ('IUMK', 1, 9, 'withdraw', 'Tarik kembali', 'Withdraw', 'VERIFIED', 'WITHDRAWN', '{KECAMATAN_OFFICER}', false, 'STOP', '{NOTE}', 'WITHDRAW'),
    ('IUMK', 1, 10, 'resubmit', 'Ajukan kembali', 'Submit again', 'RETURNED', 'SUBMITTED', '{KECAMATAN_OFFICER}', false, 'RESUME', '{}', 'NONE'),
    ('IUMK', 1, 11, 'withdraw', 'Tarik kembali', 'Withdraw', 'RETURNED', 'WITHDRAWN', '{KECAMATAN_OFFICER}', false, 'STOP', '{NOTE}', 'WITHDRAW');

insert into licensing.regime_attachment
    (code, number, position, attachment, name_id, name_en, hint_id, hint_en, required, image_only)
values
    ('IUMK', 1, 0, 'KTP', 'KTP pemilik', 'Identity card of the owner', 'Foto atau pindaian, tulisannya terbaca.', 'A photo or scan with readable text.', true, false),
    ('IUMK', 1, 1, 'KK', 'Kartu keluarga', 'Family card', 'Foto atau pindaian seluruh lembar.', 'A photo or scan of the whole sheet.', true, false),
    ('IUMK', 1, 2, 'SURAT_PENGANTAR', 'Surat pengantar RT/RW', 'Letter of RT/RW', 'Menyebut lokasi usaha. Untuk pedagang keliling: dari RT/RW tempat tinggal.', 'Names the place of business. For itinerant sellers: from the RT/RW of the home.', true, false),
    ('IUMK', 1, 3, 'FOTO', 'Pas foto 4×6', 'Portrait 4×6', 'Berwarna, wajah terlihat jelas; dicetak pada izin.', 'In colour, the face clearly visible; printed on the licence.', true, true),
    ('IUMK', 1, 4, 'FORMULIR', 'Formulir bertanda tangan', 'Signed form', 'Bila pemohon mengisi formulir kertas.', 'If the applicant filled in a paper form.', false, false),
    ('IUMK', 1, 5, 'LAIN', 'Berkas lain', 'Other paper', 'Misalnya kartu NPWP atau denah lokasi.', 'Such as the tax card or a sketch of the place.', false, false);

insert into licensing.regime_ground (code, number, position, purpose, ground, name_id, name_en, warnings)
values
    ('IUMK', 1, 0, 'REFUSAL', 'INCOMPLETE', 'Berkas tidak lengkap atau tidak benar, dan tidak diperbaiki', 'The file is incomplete or wrong and was not corrected', 0),
    ('IUMK', 1, 1, 'REFUSAL', 'TOO_LARGE', 'Usaha lebih besar dari usaha kecil', 'The business is larger than small', 0),
    ('IUMK', 1, 2, 'REFUSAL', 'OTHER_LICENCE', 'Kegiatan ini memerlukan izin lain', 'The activity needs another licence', 0),
    ('IUMK', 1, 3, 'REFUSAL', 'PLACE', 'Lokasi usaha tidak diperbolehkan', 'The place is not allowed', 0),
    ('IUMK', 1, 4, 'REFUSAL', 'DUPLICATE', 'Sudah ada izin yang berlaku untuk usaha ini', 'This business already has a valid licence', 0),
    ('IUMK', 1, 5, 'REVOCATION', 'BREACH', 'Melanggar ketentuan izin atau peraturan', 'The holder broke the licence or the law', 3),
    ('IUMK', 1, 6, 'REVOCATION', 'OUTSIDE_SCOPE', 'Menjalankan kegiatan di luar yang diizinkan', 'Activity outside what was licensed', 3),
    ('IUMK', 1, 7, 'REVOCATION', 'HOLDER_REQUEST', 'Atas permohonan pemegang izin', 'At the request of the holder', 0),
    ('IUMK', 1, 8, 'REVOCATION', 'ISSUED_IN_ERROR', 'Izin terbit karena kekeliruan', 'The licence was issued in error', 0),
    ('IUMK', 1, 9, 'REVOCATION', 'CLOSED', 'Usaha sudah tutup', 'The business has closed', 0);
