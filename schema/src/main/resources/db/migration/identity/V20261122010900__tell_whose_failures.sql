-- Whose account an attempt was made at, so that an administrator sees which are shut and opens them,
-- from however many addresses it was tried.
alter table identity.failure add column login text;
create index on identity.failure (login) where login is not null;
create index on identity.failure (since);
