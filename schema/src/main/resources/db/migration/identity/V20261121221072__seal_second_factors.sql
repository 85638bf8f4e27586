-- The secret of a second factor as AES-GCM makes it unreadable, and which key opens it. What was stored in the clear is sealed
-- when a node starts, since the key is not the database's to know.
alter table identity.account
  add column totp_sealed bytea,
  add column totp_key text,
  add constraint account_totp_sealed_check check ((totp_sealed is null) = (totp_key is null));
