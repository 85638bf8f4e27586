create schema exchange;

-- A table that somebody sent: read, checked and compared before anything of it is taken.
create table exchange.upload (
  tenant_id     uuid not null,
  id            uuid not null,
  kind          text not null,
  file_name     text not null,
  file_size     bigint not null,
  -- what is not in the file has ended
  complete      boolean not null,
  state         text not null check (state in
    ('READING', 'READY', 'REFUSED', 'ACCEPTING', 'ACCEPTED', 'DISCARDED')),
  refusal       text,
  refusal_arguments text[] not null default '{}',
  unknown_headings  text[] not null default '{}',
  unread_sheets     text[] not null default '{}',
  rows_read     integer not null default 0,
  rows_faulty   integer not null default 0,
  rows_new      integer not null default 0,
  rows_changed  integer not null default 0,
  rows_ended    integer not null default 0,
  rows_unchanged integer not null default 0,
  digest        text,
  job           uuid,
  sent_by       uuid,
  sender        text not null,
  sent_at       timestamptz not null,
  ended_at      timestamptz,
  primary key (tenant_id, id)
);
create index on exchange.upload (tenant_id, sent_at desc);
call kernel.wall('exchange.upload');

-- The file itself, in pieces, so that any node can read it; removed once it has been decided on.
create table exchange.upload_piece (
  tenant_id uuid not null,
  upload_id uuid not null,
  number    integer not null,
  content   bytea not null,
  primary key (tenant_id, upload_id, number),
  foreign key (tenant_id, upload_id) references exchange.upload on delete cascade
);
call kernel.wall('exchange.upload_piece');

-- The sound rows, each cell as plain text in the order of the kind's columns; null where nothing stands.
create table exchange.staged_row (
  tenant_id uuid not null,
  upload_id uuid not null,
  sheet_row integer not null,
  cells     text[] not null,
  primary key (tenant_id, upload_id, sheet_row),
  foreign key (tenant_id, upload_id) references exchange.upload on delete cascade
);
call kernel.wall('exchange.staged_row');

-- What is wrong with a row, or was cleaned in it (notice).
create table exchange.row_problem (
  tenant_id   uuid not null,
  upload_id   uuid not null,
  id          uuid not null,
  sheet_row   integer not null,
  column_name text not null,
  value       text not null,
  message_key text not null,
  arguments   text[] not null default '{}',
  notice      boolean not null,
  primary key (tenant_id, upload_id, id),
  foreign key (tenant_id, upload_id) references exchange.upload on delete cascade
);
create index on exchange.row_problem (tenant_id, upload_id, sheet_row);
call kernel.wall('exchange.row_problem');

-- What acceptance will do, or has done. A row of the file that changes nothing is only counted.
create table exchange.row_change (
  tenant_id uuid not null,
  upload_id uuid not null,
  id        uuid not null,
  sheet_row integer,
  change    text not null check (change in ('new', 'changed', 'ended')),
  record_id uuid,
  label     text not null,
  detail    text not null default '',
  primary key (tenant_id, upload_id, id),
  foreign key (tenant_id, upload_id) references exchange.upload on delete cascade
);
create index on exchange.row_change (tenant_id, upload_id, change, sheet_row);
call kernel.wall('exchange.row_change');
