-- What each record of an import looked like before and after, so that it can be taken back as long as nothing has changed since.
alter table exchange.row_change add column before jsonb;
alter table exchange.row_change add column after jsonb;
alter table exchange.row_change add check (before is null or record_id is not null);
create index on exchange.row_change (tenant_id, upload_id, record_id);

-- The units that the sender's permission reached; null means the whole tenant.
alter table exchange.upload add column units uuid[];

alter table exchange.upload drop constraint upload_state_check;
alter table exchange.upload add constraint upload_state_check check (state in
  ('READING', 'READY', 'REFUSED', 'ACCEPTING', 'ACCEPTED', 'DISCARDED', 'UNDONE'));
