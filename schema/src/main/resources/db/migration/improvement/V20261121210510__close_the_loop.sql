-- A goal (mål): strategic for three to five years, or one year's step towards such a goal, measured by an indicator or
-- by a figure of its own (ISO/IEC 27001 clause 6.2).
create table improvement.goal (
  tenant_id      uuid not null,
  id             uuid not null,
  title          text not null check (title <> ''),
  description    text not null default '',
  level          text not null check (level in ('strategic', 'yearly')),
  parent_id      uuid check (parent_id <> id),
  -- the body that owns it; none for the whole tenant
  body_id        uuid,
  from_day       date not null,
  to_day         date not null,
  -- the indicator that measures it, by key, with its target in per cent …
  indicator      text,
  -- … or a figure of its own, from where it stood to where it shall stand, and what it counts
  unit_word      text not null default '',
  baseline       numeric(14, 2),
  target         numeric(14, 2) not null,
  state          text not null default 'open' check (state in ('open', 'reached', 'missed', 'dropped')),
  conclusion     text not null default '',
  version        integer not null default 0,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  check (from_day < to_day),
  check (level = 'yearly' or parent_id is null),
  check ((indicator is null) = (baseline is not null)),
  check (indicator is null or target between 1 and 100),
  foreign key (tenant_id, parent_id) references improvement.goal,
  foreign key (tenant_id, body_id) references organisation.body
);
create index on improvement.goal (tenant_id, parent_id);
call kernel.wall('improvement.goal');

-- What a goal's own figure was on a day; a later reading of the same day replaces it.
create table improvement.goal_reading (
  tenant_id uuid not null,
  goal_id   uuid not null,
  day       date not null,
  value     numeric(14, 2) not null,
  note      text not null default '',
  name      text not null,
  primary key (tenant_id, goal_id, day),
  foreign key (tenant_id, goal_id) references improvement.goal
);
call kernel.wall('improvement.goal_reading');

-- What was found: an observation, a deviation from what is required, or an opportunity to do better.
create table improvement.finding (
  tenant_id     uuid not null,
  id            uuid not null,
  kind          text not null check (kind in ('observation', 'deviation', 'opportunity')),
  title         text not null check (title <> ''),
  description   text not null default '',
  source_kind   text not null,
  source_record uuid,
  source_label  text,
  source_path   text,
  unit_id       uuid,
  body_id       uuid,
  -- the requirement that it breaks: clause, paragraph or control, and the page where it stands
  requirement   text not null default '',
  requirement_path text,
  found_day     date not null,
  decide_by     date not null,
  cause         text not null default '',
  decision      text check (decision in ('act', 'accept', 'none')),
  motive        text not null default '',
  decided_day   date,
  decided_by    text,
  closed_day    date,
  conclusion    text not null default '',
  version       integer not null default 0,
  created_by    uuid,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  check (num_nonnulls(unit_id, body_id) <= 1),
  check ((decision is null) = (decided_day is null)),
  check (decision is null or decision = 'act' or motive <> ''),
  check (closed_day is null or decision is not null),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, body_id) references organisation.body
);
create index on improvement.finding (tenant_id, found_day desc, id desc);
create index on improvement.finding (tenant_id, unit_id, found_day desc, id desc);
create index on improvement.finding (tenant_id, source_record) where source_record is not null;
call kernel.wall('improvement.finding');

alter table improvement.action
  add column open boolean not null generated always as (state in ('planned', 'underway')) stored,
  add column goal_id uuid,
  add column cost_sek bigint check (cost_sek between 0 and 1000000000000),
  -- when somebody is to look whether it had effect
  add column recheck_day date,
  -- where the proof of its effect is found: a page, a file, a diary number
  add column evidence text not null default '',
  add column due_changes integer not null default 0,
  add column reopenings integer not null default 0,
  -- why the one who answers for it says that it can't be done; empty when nothing stands in the way
  add column hindrance text not null default '',
  -- not validated: no row has a goal yet, and the wall lets nobody look through all tenants
  add foreign key (tenant_id, goal_id) references improvement.goal not valid;
create index on improvement.action (tenant_id, goal_id) where goal_id is not null;
create index on improvement.action (tenant_id, open, due_day, id);
create index on improvement.action (tenant_id, unit_id, open, due_day, id);
create index on improvement.action (tenant_id, owner_id, open, due_day, id);
create index on improvement.action (tenant_id, deputy_id, open, due_day, id);
create index on improvement.action (tenant_id, body_id, open, due_day, id);
create index on improvement.action (tenant_id, source_kind, open, due_day, id);
create index on improvement.action (tenant_id, state, recheck_day, id);
create index on improvement.action (tenant_id, title, id);
drop index improvement.action_tenant_id_owner_id_idx;
drop index improvement.action_tenant_id_unit_id_due_day_id_idx;

-- How something was said: on the page, or by the link of a letter.
alter table improvement.log_entry
  add column via text not null default 'page' check (via in ('page', 'mail'));

-- An action waits for another.
create table improvement.dependency (
  tenant_id  uuid not null,
  action_id  uuid not null,
  blocker_id uuid not null,
  primary key (tenant_id, action_id, blocker_id),
  check (action_id <> blocker_id),
  foreign key (tenant_id, action_id) references improvement.action,
  foreign key (tenant_id, blocker_id) references improvement.action
);
create index on improvement.dependency (tenant_id, blocker_id);
call kernel.wall('improvement.dependency');

-- Each time a last day was moved, and why; rows are only added.
create table improvement.due_change (
  tenant_id uuid not null,
  id        uuid not null,
  action_id uuid not null,
  at        timestamptz not null,
  name      text not null,
  before_day date not null,
  after_day date not null check (after_day <> before_day),
  reason    text not null check (reason <> ''),
  primary key (tenant_id, id),
  foreign key (tenant_id, action_id) references improvement.action
);
create index on improvement.due_change (tenant_id, action_id, id);
call kernel.wall('improvement.due_change');

-- How a tenant runs its improvement; no row means what `Habits` ships.
create table improvement.habits (
  tenant_id    uuid not null primary key,
  decide_days  integer not null check (decide_days between 1 and 365),
  recheck_days integer not null check (recheck_days between 1 and 730),
  link_days    integer not null check (link_days between 1 and 60),
  version      integer not null default 0
);
call kernel.wall('improvement.habits');

-- The ladder of an overdue action: after so many days, who is told.
create table improvement.rung (
  tenant_id  uuid not null,
  days_after integer not null check (days_after between 1 and 365),
  who        text not null check (who in ('owner', 'manager', 'coordinator')),
  primary key (tenant_id, days_after, who)
);
call kernel.wall('improvement.rung');

-- Each rung that an overdue action has climbed for a last day: a rung is climbed once.
create table improvement.escalation (
  tenant_id  uuid not null,
  action_id  uuid not null,
  due_day    date not null,
  days_after integer not null,
  who        text not null,
  person_id  uuid not null,
  run        uuid not null,
  at         timestamptz not null,
  primary key (tenant_id, action_id, due_day, days_after, who, person_id),
  foreign key (tenant_id, action_id) references improvement.action
);
create index on improvement.escalation (tenant_id, run);
call kernel.wall('improvement.escalation');

-- A link in a letter that answers for one action without signing in, kept as SHA-256. Its address names the tenant, so
-- that it stands behind the wall.
create table improvement.answer_link (
  tenant_id  uuid not null,
  hash       bytea not null check (length(hash) = 32),
  action_id  uuid not null,
  person_id  uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  primary key (tenant_id, hash),
  foreign key (tenant_id, action_id) references improvement.action,
  foreign key (tenant_id, person_id) references organisation.person
);
create index on improvement.answer_link (tenant_id, action_id) where ended_at is null;
call kernel.wall('improvement.answer_link');

-- A management review (ledningens genomgång, ISO/IEC 27001 clause 9.3): drafted with live figures, held, and frozen.
create table improvement.review (
  tenant_id  uuid not null,
  id         uuid not null,
  title      text not null check (title <> ''),
  day        date not null,
  from_day   date not null,
  body_id    uuid,
  reference  text not null default '',
  conclusion text not null default '',
  -- everything that was shown, as it was when the minutes were frozen
  facts      text,
  frozen_at  timestamptz,
  frozen_by  text,
  version    integer not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check (from_day < day),
  check ((frozen_at is null) = (facts is null)),
  foreign key (tenant_id, body_id) references organisation.body
);
create index on improvement.review (tenant_id, day desc, id desc);
call kernel.wall('improvement.review');

create table improvement.review_participant (
  tenant_id uuid not null,
  review_id uuid not null,
  place     integer not null check (place > 0),
  name      text not null check (name <> ''),
  primary key (tenant_id, review_id, place),
  foreign key (tenant_id, review_id) references improvement.review
);
call kernel.wall('improvement.review_participant');

-- What was said at a point of the agenda.
create table improvement.review_note (
  tenant_id uuid not null,
  review_id uuid not null,
  point     text not null,
  text      text not null check (text <> ''),
  primary key (tenant_id, review_id, point),
  foreign key (tenant_id, review_id) references improvement.review
);
call kernel.wall('improvement.review_note');

-- What was decided; with a last day it becomes an action when the minutes are frozen.
create table improvement.review_decision (
  tenant_id uuid not null,
  id        uuid not null,
  review_id uuid not null,
  text      text not null check (text <> ''),
  owner_id  uuid,
  due_day   date,
  action_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, review_id) references improvement.review,
  foreign key (tenant_id, owner_id) references organisation.person,
  foreign key (tenant_id, action_id) references improvement.action
);
create index on improvement.review_decision (tenant_id, review_id, id);
call kernel.wall('improvement.review_decision');

-- What a client called a request that made a record, so that the same request makes it once.
create table improvement.request (
  tenant_id uuid not null,
  key       text not null check (length(key) between 1 and 200),
  kind      text not null,
  record_id uuid not null,
  at        timestamptz not null,
  primary key (tenant_id, key)
);
call kernel.wall('improvement.request');
