-- Faulty rows beyond those that are told of one by one: counted, so that nobody takes a file for sound.
alter table exchange.upload add column rows_untold integer not null default 0;
