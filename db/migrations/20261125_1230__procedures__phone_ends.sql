-- The last four digits of the phone that a resident left with her dossier.
create index dossiers_phone on dossiers (commune_id, phone_last4) where phone_last4 is not null;
