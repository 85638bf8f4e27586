-- What kinds of import read: the sound rows of an upload, and what was found to change.
create or replace view exchange.published_row with (security_invoker = true) as
select r.tenant_id, r.upload_id, r.sheet_row, r.cells from exchange.staged_row r;

create or replace view exchange.published_change with (security_invoker = true) as
select c.tenant_id, c.upload_id, c.sheet_row, c.change, c.record_id, c.label, i.before, i.after
from exchange.row_change c
left join exchange.row_image i
  on i.tenant_id = c.tenant_id and i.upload_id = c.upload_id and i.record_id = c.record_id;
