-- An exercise: a scenario played in the same pages as what is real, on a clock of its own that may run faster.
create table incident.exercise (
  tenant_id        uuid not null,
  id               uuid not null,
  reference        text not null check (reference <> ''),
  scenario         text not null default '',
  title            text not null check (title <> ''),
  goal             text not null check (goal <> ''),
  body_id          uuid not null,
  legal_entity_id  uuid not null,
  -- how many minutes pass in the exercise while one passes outside it
  factor           smallint not null check (factor between 1 and 60),
  state            text not null default 'planned' check (state in ('planned', 'running', 'paused', 'ended')),
  planned_day      date not null,
  started_at       timestamptz,
  ended_at         timestamptz,
  incident_id      uuid,
  leader_person_id uuid,
  leader           text not null,
  summary          text not null default '',
  version          integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  check ((state = 'planned') = (started_at is null)),
  check ((state = 'ended') = (ended_at is not null)),
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity,
  foreign key (tenant_id, incident_id) references incident.incident,
  foreign key (tenant_id, leader_person_id) references organisation.person
);
create index on incident.exercise (tenant_id, planned_day, id);
create index on incident.exercise (tenant_id, body_id, ended_at);
create index running_exercise on incident.exercise (tenant_id, id) where state = 'running';
call kernel.wall('incident.exercise');

-- The stretches of real time during which the exercise's clock ran; between them it was paused.
create table incident.exercise_run (
  tenant_id   uuid not null,
  exercise_id uuid not null,
  from_at     timestamptz not null,
  to_at       timestamptz,
  primary key (tenant_id, exercise_id, from_at),
  check (to_at is null or to_at >= from_at),
  foreign key (tenant_id, exercise_id) references incident.exercise on delete cascade
);
create unique index one_open_run on incident.exercise_run (tenant_id, exercise_id) where to_at is null;
call kernel.wall('incident.exercise_run');

-- What is told to those who practise, when the exercise's clock has come that far or the leader wills.
create table incident.exercise_inject (
  tenant_id     uuid not null,
  id            uuid not null,
  exercise_id   uuid not null,
  after_minutes integer not null check (after_minutes >= 0),
  title         text not null check (title <> ''),
  text          text not null check (text <> ''),
  released_at   timestamptz,
  -- by the leader, else by the clock
  by_leader     boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, exercise_id) references incident.exercise on delete cascade
);
create index on incident.exercise_inject (tenant_id, exercise_id, after_minutes, id);
call kernel.wall('incident.exercise_inject');

create table incident.exercise_participant (
  tenant_id   uuid not null,
  exercise_id uuid not null,
  person_id   uuid not null,
  primary key (tenant_id, exercise_id, person_id),
  foreign key (tenant_id, exercise_id) references incident.exercise on delete cascade,
  foreign key (tenant_id, person_id) references organisation.person
);
create index on incident.exercise_participant (tenant_id, person_id);
call kernel.wall('incident.exercise_participant');

-- What was seen during the exercise, and the finding that it was raised as.
create table incident.exercise_observation (
  tenant_id   uuid not null,
  id          uuid not null,
  exercise_id uuid not null,
  at          timestamptz not null,
  text        text not null check (text <> ''),
  name        text not null,
  finding_id  uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, exercise_id) references incident.exercise on delete cascade
);
create index on incident.exercise_observation (tenant_id, exercise_id, at, id);
call kernel.wall('incident.exercise_observation');

create index incident_of_exercise on incident.incident (tenant_id, exercise_id) where exercise_id is not null;
