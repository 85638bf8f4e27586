alter table identity.account
  drop column failed_attempts,
  drop column locked_until,
  add column last_sign_in_at timestamptz,
  add column totp_secret bytea check (length(totp_secret) = 20),
  -- the second factor counts from here; a secret without it was never confirmed
  add column totp_since timestamptz,
  -- the last time step that was used: a code works once (RFC 6238 §5.2)
  add column totp_step bigint not null default 0;

-- One person's way into one tenant is closed without touching her others.
alter table identity.membership add column disabled_at timestamptz;
alter table identity.api_token add column created_by_account uuid references identity.account;

-- Codes for the day the phone is lost, kept as SHA-256; each works once.
create table identity.recovery_code (
  account_id uuid not null references identity.account,
  hash       bytea not null check (length(hash) = 32),
  used_at    timestamptz,
  primary key (account_id, hash)
);

create table identity.passkey (
  credential_id    bytea primary key,
  account_id       uuid not null references identity.account,
  label            text not null check (label <> ''),
  public_key       bytea not null,
  signature_count  bigint not null,
  user_verified    boolean not null,
  transports       text not null,
  backup_eligible  boolean not null,
  backed_up        boolean not null,
  attestation      bytea,
  client_data      bytea,
  created_at       timestamptz not null,
  last_used_at     timestamptz not null
);
create index on identity.passkey (account_id);

-- Addresses that work once and for a while, kept as SHA-256: the first administrator, an invitation, a new password.
-- Found by hash before any tenant is known, so it has no wall.
create table identity.link (
  hash       bytea primary key check (length(hash) = 32),
  kind       text not null check (kind in ('founding', 'invitation', 'reset')),
  tenant_id  uuid references identity.tenant,
  person_id  uuid,
  account_id uuid references identity.account,
  name       text not null default '',
  email      text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  check ((kind = 'invitation') = (tenant_id is not null and person_id is not null)),
  check ((kind = 'reset') = (account_id is not null))
);
create index on identity.link (tenant_id, created_at) where tenant_id is not null;

-- How often somebody has failed lately, by address or account: counted here so that it holds over nodes.
create table identity.failure (
  key       text primary key,
  failed    integer not null,
  since     timestamptz not null
);
