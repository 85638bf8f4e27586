create schema job;

-- The scheduler's own table (db-scheduler 16); it serves all tenants and holds ids only.
create table job.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
);
create index on job.scheduled_tasks (execution_time);
create index on job.scheduled_tasks (last_heartbeat);

-- What people see of a piece of work.
create table job.job (
  tenant_id   uuid not null,
  id          uuid not null,
  kind        text not null,
  task        text not null,
  state       text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  done        bigint not null default 0,
  total       bigint not null default 0,
  failure     text,
  started_by  uuid,
  starter     text not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index on job.job (tenant_id, started_at desc);
call kernel.wall('job.job');
