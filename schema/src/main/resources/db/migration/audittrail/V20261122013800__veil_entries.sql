-- Entries that tell of what has been sealed since: read by nobody on a page or over the API, up to that number. The chain
-- is as it was.
create table audittrail.veil (
  tenant_id  uuid not null,
  subject_id uuid not null,
  number     bigint not null,
  primary key (tenant_id, subject_id)
);
call kernel.wall('audittrail.veil');
