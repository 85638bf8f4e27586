-- A tenant's own roles: a name for a choice of permissions. What is granted is read at every request.
create table identity.own_role (
  tenant_id   uuid not null references identity.tenant,
  id          uuid not null,
  name        text not null check (name <> '' and length(name) <= 60),
  permissions text[] not null check (cardinality(permissions) > 0),
  version     integer not null default 1,
  primary key (tenant_id, id)
);
create unique index on identity.own_role (tenant_id, lower(name));
call kernel.wall('identity.own_role');

-- Who has such a role: everywhere, or in a unit and those below it; for good or to a last day.
create table identity.own_role_holding (
  tenant_id  uuid not null,
  id         uuid not null,
  role_id    uuid not null,
  account_id uuid not null,
  unit_id    uuid,
  last_day   date,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, role_id, account_id, unit_id),
  foreign key (tenant_id, role_id) references identity.own_role,
  foreign key (account_id, tenant_id) references identity.membership
);
create index on identity.own_role_holding (tenant_id, account_id);
call kernel.wall('identity.own_role_holding');

-- Read with the seat at every request, so that those without such a role cost no further question.
alter table identity.membership add column own_roles boolean not null default false;
