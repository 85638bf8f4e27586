-- The sum of an indicator's figures on a day it was computed: a year's trend without adding up every unit.
create table indicator.measurement (
  tenant_id uuid not null,
  indicator text not null,
  day       date not null,
  met       integer not null check (met >= 0),
  total     integer not null check (total >= met),
  primary key (tenant_id, indicator, day)
);
call kernel.wall('indicator.measurement');
