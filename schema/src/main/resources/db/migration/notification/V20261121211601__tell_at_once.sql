-- Some things cannot wait for the daily letter: a last moment that the law sets is mailed at once, whatever was chosen.
alter table notification.notice add column urgent boolean not null default false;
create index on notification.notice (tenant_id, id) where urgent and mailed_at is null;
