-- An edition that another replaces on or before its own first day is never in force: it ends the day
-- before it begins.
do $$
begin
  execute (
    select format('alter table governingdocument.edition drop constraint %I', c.conname)
    from pg_constraint c
    where c.conrelid = 'governingdocument.edition'::regclass and c.contype = 'c'
      and pg_get_constraintdef(c.oid) = 'CHECK ((to_day >= from_day))');
end $$;
alter table governingdocument.edition
  add constraint edition_days_check check (to_day >= from_day - 1) not valid;
alter table governingdocument.edition validate constraint edition_days_check;
