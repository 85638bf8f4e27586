-- Each time a chain was walked from its first entry to its last, and what was found.
create table audittrail.verification (
  tenant_id   uuid not null,
  id          uuid not null,
  at          timestamptz not null,
  entries     bigint not null check (entries >= 0),
  broken_at   bigint,
  problem     text,
  primary key (tenant_id, id),
  check ((broken_at is null) = (problem is null))
);
create index on audittrail.verification (tenant_id, at desc);
call kernel.wall('audittrail.verification');

create index on audittrail.entry (tenant_id, actor_id, number);

-- Published: the latest word on whether the chain holds.
create view audittrail.latest_verification with (security_invoker = true) as
  select distinct on (tenant_id) tenant_id, id, at, entries, broken_at, problem
  from audittrail.verification
  order by tenant_id, at desc;
