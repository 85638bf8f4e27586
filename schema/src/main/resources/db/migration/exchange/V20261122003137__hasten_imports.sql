-- A hundred thousand rows are staged, compared and taken at once: what is written for each of them is written once.

-- What each record of an import looked like before and after stands apart, so that no row of the comparison is written twice.
create table exchange.row_image (
  tenant_id uuid not null,
  upload_id uuid not null,
  record_id uuid not null,
  before    jsonb,
  after     jsonb,
  primary key (tenant_id, upload_id, record_id)
);

drop view if exists exchange.published_change;
alter table exchange.row_change no force row level security;
insert into exchange.row_image (tenant_id, upload_id, record_id, before, after)
select distinct on (tenant_id, upload_id, record_id) tenant_id, upload_id, record_id, before, after
from exchange.row_change where before is not null or after is not null;
alter table exchange.row_change force row level security;
alter table exchange.row_change drop column before, drop column after, drop column id;
alter table exchange.row_change
  add column number bigint generated always as identity,
  add primary key (tenant_id, upload_id, number);
drop index exchange.row_change_tenant_id_upload_id_record_id_idx;

-- Both were asked for each row of one and the same upload, which the transaction itself has just read.
alter table exchange.staged_row drop constraint staged_row_tenant_id_upload_id_fkey;
alter table exchange.row_change drop constraint row_change_tenant_id_upload_id_fkey;

call kernel.wall('exchange.row_image');

-- What the comparison knew: the newest trail entry about what it read, and the day that it took it for.
alter table exchange.upload add column compared_entry bigint;
alter table exchange.upload add column compared_day date;

alter table exchange.upload drop constraint upload_state_check;
alter table exchange.upload add constraint upload_state_check check (state in
  ('READING', 'READY', 'REFUSED', 'ACCEPTING', 'ACCEPTED', 'DISCARDED', 'UNDOING', 'UNDONE'));
