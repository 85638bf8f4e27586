-- Which columns an account shows in a table. An account's own matter in every tenant, so it has no wall.
create table identity.chosen_columns (
  account_id uuid not null references identity.account on delete cascade,
  table_key  text not null check (table_key ~ '^[a-z-]{1,40}$'),
  columns    text[] not null,
  primary key (account_id, table_key)
);
