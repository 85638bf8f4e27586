create schema indicator;

-- What an indicator showed on a day for a unit (or a body without units): never recomputed afterwards.
create table indicator.figure (
  tenant_id uuid not null,
  indicator text not null,
  day       date not null,
  body_id   uuid,
  unit_id   uuid,
  met       integer not null check (met >= 0),
  total     integer not null check (total >= met)
);
create unique index figure_key on indicator.figure
  (tenant_id, indicator, day, coalesce(body_id, '00000000-0000-0000-0000-000000000000'::uuid),
   coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid));
call kernel.wall('indicator.figure');

-- How fresh an indicator's figures are: computed for this day, from the trail up to this entry.
create table indicator.freshness (
  tenant_id   uuid not null,
  indicator   text not null,
  day         date not null,
  trail_entry bigint not null,
  primary key (tenant_id, indicator)
);
call kernel.wall('indicator.freshness');
