-- The register opens with the newest enterprises; family cards are searched too.
create index enterprise_by_first_seen on registry.enterprise (first_seen_at desc, id desc);
create index person_by_family_card on registry.person (kk_fingerprint) where kk_fingerprint is not null;
