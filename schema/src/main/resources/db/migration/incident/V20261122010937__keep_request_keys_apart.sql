-- A key is its user's own, and for one kind of thing: two may choose the same words.
alter table incident.request_key
  add column purpose   text not null default 'REPORT',
  add column person_id uuid,
  drop constraint request_key_pkey,
  add unique nulls not distinct (tenant_id, purpose, key, person_id);

alter table incident.request_key no force row level security;
alter table incident.incident no force row level security;
update incident.request_key k set person_id = i.reporter_person_id
from incident.incident i
where i.tenant_id = k.tenant_id and i.id = k.record_id;
alter table incident.request_key force row level security;
alter table incident.incident force row level security;
