create schema audittrail;

-- Append-only: a hash chain per tenant. Each row's hash covers its own words and the hash before it.
create table audittrail.entry (
  tenant_id     uuid not null,
  number        bigint not null check (number > 0),
  at            timestamptz not null,
  actor_id      uuid,
  actor_name    text not null,
  action        text not null,
  subject_kind  text not null,
  subject_id    uuid,
  subject_name  text not null,
  -- canonical JSON, kept as written: the hash is over these very characters
  detail        text not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash          bytea not null check (length(hash) = 32),
  primary key (tenant_id, number)
);
create index on audittrail.entry (tenant_id, subject_id, number);
create index on audittrail.entry (tenant_id, subject_kind, number);
call kernel.wall('audittrail.entry');

-- The end of each chain; locked for the last instant of a writing transaction.
create table audittrail.head (
  tenant_id uuid primary key,
  number    bigint not null,
  hash      bytea not null check (length(hash) = 32)
);
call kernel.wall('audittrail.head');

-- The installation's word, signed (Ed25519), on where a chain stood.
create table audittrail.checkpoint (
  tenant_id  uuid not null,
  number     bigint not null,
  hash       bytea not null,
  at         timestamptz not null,
  public_key bytea not null,
  signature  bytea not null,
  primary key (tenant_id, number)
);
call kernel.wall('audittrail.checkpoint');

create function audittrail.refuse_change() returns trigger
  language plpgsql
  as $$ begin raise exception 'the trail is append-only'; end $$;

create trigger append_only before update or delete on audittrail.entry
  for each row execute function audittrail.refuse_change();
create trigger never_emptied before truncate on audittrail.entry
  for each statement execute function audittrail.refuse_change();
create trigger append_only before update or delete on audittrail.checkpoint
  for each row execute function audittrail.refuse_change();
