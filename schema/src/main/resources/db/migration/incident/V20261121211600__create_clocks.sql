-- What laws, contracts and policies demand, as text in dated versions: shipped with Tillit or the municipality's own.
-- A version is written once; what it was stays readable for ever.
create table incident.definition (
  tenant_id      uuid not null,
  id             uuid not null,
  kind           text not null check (kind in ('regime', 'recipient')),
  code           text not null check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
  number         integer not null check (number > 0),
  from_day       date not null,
  name           text not null check (name <> ''),
  text           text not null check (text <> ''),
  own            boolean not null,
  -- came with a newer Tillit while the municipality's own version stands
  offered        boolean not null default false,
  reason         text not null default '',
  legal_source   text not null default '',
  written_by     text not null,
  written_at     timestamptz not null,
  withdrawn_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, kind, code, number),
  check (not own or (reason <> '' and legal_source <> ''))
);
call kernel.wall('incident.definition');

-- Which of Tillit's shipped definitions the tenant has taken: compared by hash when a newer Tillit starts.
create table incident.shipment (
  tenant_id   uuid not null,
  fingerprint text not null,
  taken_at    timestamptz not null,
  primary key (tenant_id)
);
call kernel.wall('incident.shipment');

-- Whether a regime applies for one who answers: each time it was judged, nothing overwritten.
create table incident.assessment (
  tenant_id       uuid not null,
  id              uuid not null,
  incident_id     uuid not null,
  regime          text not null,
  definition_id   uuid not null,
  -- the legal entity or body that answers
  responsible_id  uuid not null,
  number          integer not null check (number > 0),
  sectors         text[] not null default '{}',
  -- criterion = answer, such as A1=yes
  answers         text[] not null,
  outcome         text not null check (outcome in ('applies', 'exempt', 'lacking', 'none-met', 'undecided')),
  because         text[] not null,
  note            text not null default '',
  assessed_by     text not null,
  assessed_person uuid,
  assessed_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, incident_id, regime, responsible_id, number),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, definition_id) references incident.definition
);
call kernel.wall('incident.assessment');

create table incident.clock (
  tenant_id        uuid not null,
  id               uuid not null,
  -- none for a clock that runs without an incident, such as a changed registration
  incident_id      uuid,
  regime           text not null,
  definition_id    uuid not null,
  legal_entity_id  uuid,
  body_id          uuid,
  -- the one who answers, as named then
  -- the regime's short name, as it was when the clock started
  name             text not null check (name <> ''),
  responsible      text not null check (responsible <> ''),
  -- the controller, customer or insurer that is to be told
  counterparty     text not null default '',
  -- what it is about, where there is no incident to say so
  title            text not null default '',
  -- the time that a contract or a policy gives, such as 48 hours
  agreed           text not null default '',
  state            text not null default 'running' check (state in ('running', 'kept', 'waived', 'excluded')),
  started_at       timestamptz not null,
  declared_by      text not null,
  declared_person  uuid,
  declared_at      timestamptz not null,
  handler_person_id uuid,
  diary_number     text not null default '',
  waived_because   text not null default '',
  waived_by        text not null default '',
  waived_at        timestamptz,
  delegate         boolean not null default false,
  delegation_point text not null default '',
  version          integer not null default 0,
  primary key (tenant_id, id),
  check (num_nonnulls(legal_entity_id, body_id) = 1),
  check (incident_id is not null or title <> ''),
  check ((state in ('waived', 'excluded')) = (waived_at is not null)),
  check (state <> 'waived' or (waived_because <> '' and waived_by <> '')),
  check (not delegate or delegation_point <> ''),
  foreign key (tenant_id, incident_id) references incident.incident on delete cascade,
  foreign key (tenant_id, definition_id) references incident.definition,
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity,
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, handler_person_id) references organisation.person
);
create unique index one_clock_each on incident.clock
  (tenant_id, incident_id, regime, coalesce(legal_entity_id, body_id), counterparty) where incident_id is not null;
create index on incident.clock (tenant_id, incident_id);
create index on incident.clock (tenant_id, state);
call kernel.wall('incident.clock');

-- Each thing a clock demands: open until it is submitted.
create table incident.clock_step (
  tenant_id    uuid not null,
  id           uuid not null,
  clock_id     uuid not null,
  code         text not null,
  -- the same step again, such as a second intermediate report
  round        integer not null default 1 check (round > 0),
  position     integer not null,
  name         text not null,
  optional     boolean not null default false,
  recipient    text not null,
  -- what its time is counted from; none until the event has been handled
  base_at      timestamptz,
  counts_from  text not null check (counts_from in ('start', 'submission', 'handled', 'request')),
  due_at       timestamptz,
  advised_at   timestamptz,
  extended     boolean not null default false,
  extended_because text not null default '',
  state        text not null default 'open' check (state in ('open', 'submitted', 'ended')),
  -- what there is to do next comes first: its last moment, else what we advise
  next_at      timestamptz generated always as (coalesce(due_at, advised_at)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, clock_id, code, round),
  check (due_at is null or base_at is not null),
  foreign key (tenant_id, clock_id) references incident.clock on delete cascade
);
create index open_step on incident.clock_step (tenant_id, next_at, id) where state = 'open';
create index waiting_step on incident.clock_step (tenant_id, clock_id) where state = 'open' and counts_from = 'handled';
create index on incident.clock_step (tenant_id, clock_id);
call kernel.wall('incident.clock_step');

-- What was sent, when, to whom as it was called then, and the receipt.
create table incident.submission (
  tenant_id    uuid not null,
  id           uuid not null,
  step_id      uuid not null,
  -- the step itself, or the one that stands in its place (lägesrapport)
  stage        text not null,
  submitted_at timestamptz not null,
  recipient    text not null,
  channel      text not null,
  case_number  text not null default '',
  submitter    text not null check (submitter <> ''),
  approver     text not null default '',
  late_because text not null default '',
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, step_id),
  foreign key (tenant_id, step_id) references incident.clock_step on delete cascade
);
call kernel.wall('incident.submission');

-- What was changed in a clock, and why; rows are only added.
create table incident.clock_change (
  tenant_id uuid not null,
  id        uuid not null,
  clock_id  uuid not null,
  at        timestamptz not null,
  by        text not null,
  what      text not null,
  before    text not null default '',
  after     text not null default '',
  reason    text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, clock_id) references incident.clock on delete cascade
);
create index on incident.clock_change (tenant_id, clock_id, at);
call kernel.wall('incident.clock_change');

-- Each time somebody is to be told that a last moment nears: told once, in the transaction that writes the notice.
create table incident.reminder (
  tenant_id uuid not null,
  step_id   uuid not null,
  rung      integer not null,
  at        timestamptz not null,
  late      boolean not null,
  roles     text[] not null,
  told_at   timestamptz,
  primary key (tenant_id, step_id, rung, at),
  foreign key (tenant_id, step_id) references incident.clock_step on delete cascade
);
create index untold_reminder on incident.reminder (tenant_id, at) where told_at is null;
call kernel.wall('incident.reminder');
