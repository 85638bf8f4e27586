create schema improvement;

-- An action: what shall be done, where, by whom and when, and what came of it.
create table improvement.action (
  tenant_id     uuid not null,
  id            uuid not null,
  title         text not null check (title <> ''),
  description   text not null default '',
  -- the state of things that it shall lead to
  goal          text not null default '',
  source_kind   text,
  source_record uuid,
  source_label  text,
  source_path   text,
  unit_id       uuid,
  body_id       uuid,
  -- who answers for it; when none, or when she has left, the unit's manager does (improvement.published_action)
  owner_id      uuid,
  deputy_id     uuid,
  start_day     date,
  due_day       date not null,
  priority      text not null check (priority in ('high', 'normal', 'low')),
  cost          text not null default '',
  state         text not null check (state in ('planned', 'underway', 'done', 'confirmed', 'dropped')),
  done_day      date,
  effect        text not null default '',
  version       integer not null default 0,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  check (num_nonnulls(unit_id, body_id) <= 1),
  check (start_day <= due_day),
  check ((state in ('done', 'confirmed')) = (done_day is not null)),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, owner_id) references organisation.person,
  foreign key (tenant_id, deputy_id) references organisation.person
);
create index on improvement.action (tenant_id, due_day, id);
create index on improvement.action (tenant_id, unit_id, due_day, id);
create index on improvement.action (tenant_id, owner_id);
create index on improvement.action (tenant_id, source_record) where source_record is not null;
call kernel.wall('improvement.action');

-- What has been said and done, in order; rows are only added.
create table improvement.log_entry (
  tenant_id uuid not null,
  id        uuid not null,
  action_id uuid not null,
  at        timestamptz not null,
  person_id uuid,
  name      text not null,
  -- the state it was moved to; none for a note
  state     text,
  text      text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, action_id) references improvement.action
);
create index on improvement.log_entry (tenant_id, action_id, id);
call kernel.wall('improvement.log_entry');
