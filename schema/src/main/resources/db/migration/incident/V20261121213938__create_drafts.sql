-- What is about to be told to an authority or to those affected: one text a field, in numbered versions. A version is
-- frozen when its step is submitted (incident.submission), or by its own sending when it supplements what was submitted.
create table incident.draft (
  tenant_id   uuid not null,
  id          uuid not null,
  incident_id uuid not null,
  step_id     uuid not null,
  -- the step itself, or the one that may stand in its place (lägesrapport)
  stage       text not null,
  -- the group that a letter is for; empty for an authority
  audience    text not null default '',
  language    text not null default 'sv' check (language in ('sv', 'en')),
  number      integer not null check (number > 0),
  made_by     text not null,
  made_at     timestamptz not null,
  sent_at     timestamptz,
  recipient   text not null default '',
  channel     text not null default '',
  case_number text not null default '',
  sender      text not null default '',
  version     integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, step_id, stage, audience, language, number),
  check ((sent_at is null) = (recipient = '' and sender = '')),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, step_id) references incident.clock_step on delete cascade
);
create index on incident.draft (tenant_id, incident_id);
call kernel.wall('incident.draft');

create table incident.draft_field (
  tenant_id uuid not null,
  draft_id  uuid not null,
  key       text not null,
  value     text not null,
  -- what the case said when it was last taken or passed over: anything else is offered, never written
  said      text not null,
  edited_by text not null default '',
  edited_at timestamptz,
  primary key (tenant_id, draft_id, key),
  foreign key (tenant_id, draft_id) references incident.draft on delete cascade
);
call kernel.wall('incident.draft_field');
