create schema classification;

-- The municipality's own way of classing information (K-1, M-1c): a version is adopted once and never edited.
create table classification.model (
  tenant_id    uuid not null,
  id           uuid not null,
  number       integer not null check (number > 0),
  -- versions of one scale have levels that mean the same: classes by one stand under the next
  scale_id     uuid not null,
  name         text not null check (name <> ''),
  state        text not null check (state in ('draft', 'adopted', 'replaced')),
  valid_months integer not null default 12 check (valid_months between 1 and 60),
  adopted_on   date,
  reference    text not null default '',
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  check ((state = 'draft') = (adopted_on is null))
);
create unique index one_adopted_model on classification.model (tenant_id) where state = 'adopted';
create unique index one_draft_model on classification.model (tenant_id) where state = 'draft';
call kernel.wall('classification.model');

create table classification.aspect (
  tenant_id  uuid not null,
  model_id   uuid not null,
  key        text not null check (key in ('confidentiality', 'integrity', 'availability', 'traceability')),
  letter     text not null check (length(letter) = 1),
  name       text not null check (name <> ''),
  definition text not null check (definition <> ''),
  question   text not null check (question <> ''),
  position   integer not null,
  primary key (tenant_id, model_id, key),
  foreign key (tenant_id, model_id) references classification.model on delete cascade
);
call kernel.wall('classification.aspect');

create table classification.level (
  tenant_id   uuid not null,
  model_id    uuid not null,
  number      smallint not null check (number >= 0),
  label       text not null check (label <> ''),
  description text not null default '',
  colour      text not null default 'neutral' check (colour in ('neutral', 'green', 'yellow', 'orange', 'red')),
  primary key (tenant_id, model_id, number),
  foreign key (tenant_id, model_id) references classification.model on delete cascade
);
call kernel.wall('classification.level');

create table classification.category (
  tenant_id uuid not null,
  model_id  uuid not null,
  key       text not null check (key ~ '^[a-z][a-z-]{0,39}$'),
  name      text not null check (name <> ''),
  position  integer not null,
  primary key (tenant_id, model_id, key),
  foreign key (tenant_id, model_id) references classification.model on delete cascade
);
call kernel.wall('classification.category');

-- When a consequence of a category is as grave as a level.
create table classification.criterion (
  tenant_id uuid not null,
  model_id  uuid not null,
  category  text not null,
  level     smallint not null,
  text      text not null check (text <> ''),
  primary key (tenant_id, model_id, category, level),
  foreign key (tenant_id, model_id, category) references classification.category on delete cascade,
  foreign key (tenant_id, model_id, level) references classification.level on delete cascade
);
call kernel.wall('classification.criterion');

-- Classes decided once for information that many units have; a unit may raise them, lowering needs approval.
create table classification.common_class (
  tenant_id        uuid not null,
  id               uuid not null,
  model_id         uuid not null,
  information_type text not null check (information_type <> ''),
  motivation       text not null check (motivation <> ''),
  decided_on       date not null,
  ended_on         date,
  version          integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, model_id) references classification.model
);
create unique index one_common_class on classification.common_class (tenant_id, model_id, lower(information_type))
  where ended_on is null;
call kernel.wall('classification.common_class');

create table classification.common_level (
  tenant_id uuid not null,
  class_id  uuid not null,
  aspect    text not null,
  level     smallint not null,
  primary key (tenant_id, class_id, aspect),
  foreign key (tenant_id, class_id) references classification.common_class on delete cascade
);
call kernel.wall('classification.common_level');

-- One classification of one asset: begun, left and resumed, decided; then it stands as history.
create table classification.decision (
  tenant_id     uuid not null,
  id            uuid not null,
  asset_id      uuid not null,
  model_id      uuid not null,
  state         text not null check (state in ('draft', 'proposed', 'settled', 'replaced', 'rejected', 'abandoned')),
  participants  text not null default '',
  common_class  uuid,
  begun_at      timestamptz not null,
  begun_by      text not null,
  decided_at    timestamptz,
  decided_by    uuid,
  decider       text not null default '',
  valid_until   date,
  approved_at   timestamptz,
  approver      text not null default '',
  approval_note text not null default '',
  version       integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, asset_id) references asset.information_asset,
  foreign key (tenant_id, model_id) references classification.model,
  foreign key (tenant_id, common_class) references classification.common_class,
  check (state not in ('proposed', 'settled', 'replaced') or (decided_at is not null and valid_until is not null))
);
create index on classification.decision (tenant_id, asset_id, begun_at);
create unique index one_settled on classification.decision (tenant_id, asset_id) where state = 'settled';
create unique index one_under_way on classification.decision (tenant_id, asset_id)
  where state in ('draft', 'proposed');
create index on classification.decision (tenant_id, state, valid_until);
call kernel.wall('classification.decision');

-- How grave it would be, in each category, if the aspect were lost.
create table classification.answer (
  tenant_id   uuid not null,
  decision_id uuid not null,
  aspect      text not null,
  category    text not null,
  level       smallint not null check (level >= 0),
  primary key (tenant_id, decision_id, aspect, category),
  foreign key (tenant_id, decision_id) references classification.decision on delete cascade
);
call kernel.wall('classification.answer');

-- What was decided for each aspect: the worst answer, never lower, with the reason in words.
create table classification.outcome (
  tenant_id   uuid not null,
  decision_id uuid not null,
  aspect      text not null,
  level       smallint not null check (level >= 0),
  motivation  text not null default '',
  primary key (tenant_id, decision_id, aspect),
  foreign key (tenant_id, decision_id) references classification.decision on delete cascade
);
call kernel.wall('classification.outcome');

-- A carrier raised above what its information demands, with the reason.
create table classification.carrier_raise (
  tenant_id  uuid not null,
  carrier_id uuid not null,
  model_id   uuid not null,
  aspect     text not null,
  level      smallint not null check (level > 0),
  motivation text not null check (motivation <> ''),
  raised_by  text not null,
  raised_at  timestamptz not null,
  primary key (tenant_id, carrier_id, model_id, aspect),
  foreign key (tenant_id, carrier_id) references asset.carrier on delete cascade,
  foreign key (tenant_id, model_id) references classification.model
);
call kernel.wall('classification.carrier_raise');
