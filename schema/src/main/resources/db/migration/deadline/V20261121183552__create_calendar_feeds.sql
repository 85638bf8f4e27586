create schema deadline;

-- A secret link to a person's calendar, kept as SHA-256. Found by hash before any tenant is known, so it has no wall.
create table deadline.calendar_feed (
  hash       bytea not null primary key check (length(hash) = 32),
  tenant_id  uuid not null references identity.tenant,
  account_id uuid not null references identity.account,
  created_at timestamptz not null,
  read_at    timestamptz,
  unique (tenant_id, account_id)
);
