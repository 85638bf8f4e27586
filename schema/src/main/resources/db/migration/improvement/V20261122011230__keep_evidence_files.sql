-- Files that prove what came of an action, in pieces. They can be taken away until the effect is judged; the trail keeps
-- what each was.
create table improvement.evidence_file (
  tenant_id        uuid not null,
  id               uuid not null,
  action_id        uuid not null,
  name             text not null check (name <> ''),
  media_type       text not null,
  size             bigint not null check (size > 0),
  sha256           bytea not null check (length(sha256) = 32),
  location_removed boolean not null default false,
  added_at         timestamptz not null,
  added_by         text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, action_id) references improvement.action
);
create index on improvement.evidence_file (tenant_id, action_id, id);
call kernel.wall('improvement.evidence_file');

create table improvement.evidence_chunk (
  tenant_id uuid not null,
  file_id   uuid not null,
  position  integer not null,
  content   bytea not null,
  primary key (tenant_id, file_id, position),
  foreign key (tenant_id, file_id) references improvement.evidence_file on delete cascade
);
call kernel.wall('improvement.evidence_chunk');

-- What proves a sealed action is as much out of sight as the action.
create policy out_of_sight on improvement.evidence_file as restrictive
  using (exists (select from improvement.action a
                 where a.tenant_id = evidence_file.tenant_id and a.id = evidence_file.action_id));
