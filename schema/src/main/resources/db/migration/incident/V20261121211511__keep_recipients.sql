-- Who has been told of a case because the routes say so: each once, and each may see the case.
create table incident.recipient (
  tenant_id   uuid not null,
  incident_id uuid not null,
  person_id   uuid not null,
  told_at     timestamptz not null,
  primary key (tenant_id, incident_id, person_id),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, person_id) references organisation.person
);
create index on incident.recipient (tenant_id, person_id, incident_id);
call kernel.wall('incident.recipient');
