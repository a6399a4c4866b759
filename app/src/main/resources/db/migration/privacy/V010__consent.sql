-- What the data of people are used for, each with its legal basis (UU 27/2022 art. 20), as dated rows. Where the basis is
-- CONSENT nothing is done without it (art. 20 (2) a, 22 to 24); where it is TASK the law gives the task.
create table privacy.purpose (
    code        text not null constraint purpose_code check (code ~ '^[A-Z][A-Z_]{2,29}$'),
    valid_from  date not null,
    valid_to    date,
    position    int not null,
    basis       text not null constraint purpose_basis check (basis in ('TASK', 'CONSENT')),
    source      text not null,
    title_id    text not null,
    title_en    text not null,
    sentence_id text not null,
    sentence_en text not null,
    constraint purpose_pk primary key (code, valid_from),
    constraint purpose_dates check (valid_to is null or valid_to >= valid_from)
);
grant select on privacy.purpose to lumbung_app;

insert into privacy.purpose
    (code, valid_from, position, basis, source, title_id, title_en, sentence_id, sentence_en) values
    ('LICENCE_REGISTER', '2024-10-17', 10, 'TASK', 'UU 27/2022 pasal 20 ayat (2) huruf e',
     'Daftar usaha dan izin', 'Register and licences',
     'Data Anda dicatat untuk memproses izin usaha dan menjalankan daftar usaha mikro.',
     'Your data are kept to decide on licences and to run the register of micro enterprises.'),
    ('SUPERVISION', '2024-10-17', 20, 'TASK', 'UU 27/2022 pasal 20 ayat (2) huruf e',
     'Pembinaan dan pengawasan izin', 'Supervision of licences',
     'Petugas menghubungi atau mengunjungi Anda tentang izin yang Anda pegang.',
     'Officers call or visit you about the licence that you hold.'),
    ('TRAINING', '2024-10-17', 30, 'CONSENT', 'UU 27/2022 pasal 20 ayat (2) huruf a',
     'Undangan pelatihan dan pendampingan', 'Invitations to training and mentoring',
     'Kami boleh memakai nomor telepon Anda untuk mengundang ke pelatihan dan pendampingan.',
     'We may use your telephone number to invite you to training and mentoring.'),
    ('SHOWCASE', '2024-10-17', 40, 'CONSENT', 'UU 27/2022 pasal 20 ayat (2) huruf a',
     'Pameran produk dan kontak pembeli', 'Showing products, contact for buyers',
     'Kami boleh menampilkan produk, nama usaha, foto dan kontak Anda kepada umum dan kepada pembeli.',
     'We may show your products, business name, pictures and contact to the public and to buyers.'),
    ('PARTNERS', '2024-10-17', 50, 'CONSENT', 'UU 27/2022 pasal 20 ayat (2) huruf a',
     'Berbagi dengan lembaga mitra', 'Sharing with partner institutions',
     'Kami boleh memberikan nama, usaha dan kontak Anda kepada bank, koperasi dan lembaga mitra.',
     'We may give your name, business and contact to banks, cooperatives and partner institutions.');

-- What people said, one row a statement; never changed. What was said last counts, not what was typed last.
create table privacy.consent (
    id          uuid not null,
    person      uuid not null,
    purpose     text not null,
    -- the counter
    region_code text not null,
    given       boolean not null,
    how         text not null,
    -- the data request by which it was asked for
    request     uuid,
    said_on     date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    constraint consent_pk primary key (id),
    constraint consent_how_known check (how in ('PAPER', 'SPOKEN', 'REQUEST')),
    constraint consent_request_of foreign key (request) references privacy.request,
    constraint consent_by_request check ((how = 'REQUEST') = (request is not null))
);
create index consent_by_person on privacy.consent (person, purpose, said_on desc, recorded_at desc, id desc);
create index consent_by_purpose on privacy.consent (purpose, person, said_on desc, recorded_at desc, id desc);
alter table privacy.consent enable row level security;
create policy territory on privacy.consent
    using (platform.visible(region_code)) with check (platform.visible(region_code));
grant select, insert on privacy.consent to lumbung_app;

create function privacy.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'table %.% only grows', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger consent_only_grows before update or delete or truncate on privacy.consent
    for each statement execute function privacy.refuse_change();

-- What counts now, of people with a business in sight: also when it was said at a counter outside of it. Runs as the owner
-- and asks for the territory itself; tells no more than yes or no and when.
create function privacy.standing_consents(of_person uuid, of_purpose text)
    returns table (person uuid, purpose text, given boolean, how text, said_on date, recorded_at timestamptz)
    language sql stable security definer set search_path = pg_catalog
    as $$
    select distinct on (c.person, c.purpose) c.person, c.purpose, c.given, c.how, c.said_on, c.recorded_at
      from privacy.consent c
     where (of_person is null or c.person = of_person)
       and (of_purpose is null or c.purpose = of_purpose)
       and exists (select 1 from registry.pub_ownership o
                    where o.person = c.person and platform.visible(o.region_code))
     order by c.person, c.purpose, c.said_on desc, c.recorded_at desc, c.id desc
    $$;
revoke all on function privacy.standing_consents(uuid, text) from public;
grant execute on function privacy.standing_consents(uuid, text) to lumbung_app;
