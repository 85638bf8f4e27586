create schema identity;

create table identity.tenant (
  id         uuid primary key,
  key        text not null unique check (key ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name       text not null check (name <> ''),
  demo       boolean not null default false,
  created_at timestamptz not null
);

-- A sign-in. Belongs to no tenant: one person may serve several.
create table identity.account (
  id              uuid primary key,
  login           text not null unique check (login = lower(login) and login <> ''),
  name            text not null check (name <> ''),
  email           text,
  password_hash   text,
  failed_attempts integer not null default 0,
  locked_until    timestamptz,
  disabled_at     timestamptz,
  installation_administrator boolean not null default false,
  language        text not null default 'sv' check (language in ('sv', 'en')),
  colour_scheme   text not null default 'auto' check (colour_scheme in ('auto', 'light', 'dark')),
  density         text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  created_at      timestamptz not null
);

-- In which tenants an account acts, and as which person. Read across tenants at sign-in, so it has no wall.
create table identity.membership (
  account_id uuid not null references identity.account,
  tenant_id  uuid not null references identity.tenant,
  person_id  uuid not null,
  demo_persona text,
  created_at timestamptz not null,
  primary key (account_id, tenant_id)
);
create index on identity.membership (tenant_id, person_id);

-- Random tokens for machines, kept as SHA-256. Found by hash before any tenant is known, so it has no wall.
create table identity.api_token (
  id           uuid primary key,
  tenant_id    uuid not null references identity.tenant,
  hash         bytea not null unique check (length(hash) = 32),
  name         text not null check (name <> ''),
  role         text not null,
  unit_id      uuid,
  created_at   timestamptz not null,
  created_by   text not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index on identity.api_token (tenant_id, created_at);

create table identity.spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
  session_primary_id char(36) not null references identity.spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
