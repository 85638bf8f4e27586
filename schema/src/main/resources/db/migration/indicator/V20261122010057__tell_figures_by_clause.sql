-- A figure that counts what clauses themselves ask for is kept for each clause; the others have none.
alter table indicator.figure add column clause_id uuid;
drop index indicator.figure_key;
create unique index figure_key on indicator.figure
  (tenant_id, indicator, day, coalesce(body_id, '00000000-0000-0000-0000-000000000000'::uuid),
   coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid),
   coalesce(clause_id, '00000000-0000-0000-0000-000000000000'::uuid));
create index figure_by_clause on indicator.figure (tenant_id, indicator, day) where clause_id is not null;
