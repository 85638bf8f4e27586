create schema organisation;

-- Municipality, company or federation of municipalities: answers under cybersäkerhetslagen (2025:1506).
create table organisation.legal_entity (
  tenant_id           uuid not null,
  id                  uuid not null,
  name                text not null check (name <> ''),
  kind                text not null check (kind in ('municipality', 'company', 'federation')),
  organisation_number text,
  from_day            date not null,
  to_day              date check (to_day >= from_day),
  version             integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
call kernel.wall('organisation.legal_entity');

-- Council, board or company board; also the forums that reports go to.
create table organisation.body (
  tenant_id         uuid not null,
  id                uuid not null,
  legal_entity_id   uuid not null,
  name              text not null check (name <> ''),
  kind              text not null check (kind in
    ('council', 'executive_board', 'board', 'company_board', 'guardian', 'auditors', 'directorate',
     'management_group')),
  reference_pattern text,
  from_day          date not null,
  to_day            date check (to_day >= from_day),
  version           integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity
);
call kernel.wall('organisation.body');

create table organisation.unit (
  tenant_id  uuid not null,
  id         uuid not null,
  code       text,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call kernel.wall('organisation.unit');

-- What a unit is called, where it stands and which body it answers to, from day to day: history is never rewritten.
create table organisation.unit_period (
  tenant_id uuid not null,
  unit_id   uuid not null,
  from_day  date not null,
  to_day    date check (to_day >= from_day),
  name      text not null check (name <> ''),
  kind      text not null check (kind in ('administration', 'department', 'unit', 'company')),
  parent_id uuid check (parent_id <> unit_id),
  body_id   uuid not null,
  primary key (tenant_id, unit_id, from_day),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, parent_id) references organisation.unit,
  foreign key (tenant_id, body_id) references organisation.body
);
create index on organisation.unit_period (tenant_id, parent_id);
create index on organisation.unit_period (tenant_id, body_id);
call kernel.wall('organisation.unit_period');

-- Every unit with each unit above it and itself (depth 0), from day to day.
create table organisation.unit_ancestor (
  tenant_id   uuid not null,
  unit_id     uuid not null,
  ancestor_id uuid not null,
  depth       integer not null check (depth >= 0),
  from_day    date not null,
  to_day      date check (to_day >= from_day),
  primary key (tenant_id, unit_id, ancestor_id, from_day),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, ancestor_id) references organisation.unit
);
create index on organisation.unit_ancestor (tenant_id, ancestor_id);
call kernel.wall('organisation.unit_ancestor');

create table organisation.person (
  tenant_id   uuid not null,
  id          uuid not null,
  -- employment number or the like, as the payroll system knows the person
  external_id text,
  given_name  text not null,
  family_name text not null check (family_name <> ''),
  email       text,
  phone       text,
  -- skyddade personuppgifter: the name is never shown outside the smallest circle
  protected   boolean not null default false,
  version     integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, external_id)
);
create index on organisation.person (tenant_id, family_name, given_name, id);
call kernel.wall('organisation.person');

-- Position × unit (or body, for elected people) × from/to.
create table organisation.assignment (
  tenant_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  kind      text not null check (kind in ('employee', 'manager', 'elected', 'consultant')),
  unit_id   uuid,
  body_id   uuid,
  title     text not null default '',
  from_day  date not null,
  to_day    date check (to_day >= from_day),
  version   integer not null default 0,
  primary key (tenant_id, id),
  check ((kind = 'elected') = (body_id is not null)),
  check ((kind = 'elected') = (unit_id is null)),
  foreign key (tenant_id, person_id) references organisation.person,
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, body_id) references organisation.body
);
create index on organisation.assignment (tenant_id, person_id);
create index on organisation.assignment (tenant_id, unit_id, kind);
create index on organisation.assignment (tenant_id, body_id) where body_id is not null;
call kernel.wall('organisation.assignment');

-- A duty that a person holds for the whole tenant, a legal entity, a body or a unit.
create table organisation.role_holding (
  tenant_id       uuid not null,
  id              uuid not null,
  role            text not null,
  person_id       uuid not null,
  legal_entity_id uuid,
  body_id         uuid,
  unit_id         uuid,
  deputy          boolean not null default false,
  from_day        date not null,
  to_day          date check (to_day >= from_day),
  version         integer not null default 0,
  primary key (tenant_id, id),
  check (num_nonnulls(legal_entity_id, body_id, unit_id) <= 1),
  foreign key (tenant_id, person_id) references organisation.person,
  foreign key (tenant_id, legal_entity_id) references organisation.legal_entity,
  foreign key (tenant_id, body_id) references organisation.body,
  foreign key (tenant_id, unit_id) references organisation.unit
);
create index on organisation.role_holding (tenant_id, person_id);
create index on organisation.role_holding (tenant_id, role);
call kernel.wall('organisation.role_holding');

-- Which duties the tenant has decided shall be filled, and whether with a deputy.
create table organisation.role_expectation (
  tenant_id    uuid not null,
  id           uuid not null,
  role         text not null,
  -- for whom one holder is expected: the tenant, or each legal entity, body or unit of the kinds that need it
  per          text not null check (per in ('tenant', 'legal_entity', 'body', 'unit')),
  needs_deputy boolean not null default false,
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, role)
);
call kernel.wall('organisation.role_expectation');

create table organisation.term_of_office (
  tenant_id uuid not null,
  id        uuid not null,
  kind      text not null check (kind in ('council', 'board')),
  from_day  date not null,
  to_day    date not null check (to_day > from_day),
  version   integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, kind, from_day)
);
call kernel.wall('organisation.term_of_office');

create table organisation.meeting (
  tenant_id    uuid not null,
  id           uuid not null,
  body_id      uuid not null,
  day          date not null,
  -- last day to hand in papers before the summons goes out
  papers_day   date not null check (papers_day <= day),
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, body_id, day),
  foreign key (tenant_id, body_id) references organisation.body
);
call kernel.wall('organisation.meeting');
