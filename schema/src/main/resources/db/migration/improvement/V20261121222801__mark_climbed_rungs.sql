-- The ladder of overdue actions came after the actions: whoever was told of one that was already overdue is not told
-- again. Every rung that lies behind it counts as climbed, for each tenant within its own wall.
do $$
declare
  town uuid;
begin
  for town in select id from identity.tenant loop
    perform set_config('tillit.tenant', town::text, true);
    insert into improvement.escalation (tenant_id, action_id, due_day, days_after, who, person_id, run, at)
    select a.tenant_id, a.id, a.due_day, r.days_after, r.who, coalesce(a.owner_id, a.id),
           '00000000-0000-0000-0000-000000000000', now()
    from improvement.action a
    join (select days_after, who from improvement.rung where tenant_id = town
          union all
          select shipped.days_after, shipped.who
          from (values (1, 'owner'), (7, 'manager'), (14, 'coordinator')) shipped (days_after, who)
          where not exists (select from improvement.habits h where h.tenant_id = town)) r
      on a.due_day <= kernel.today() - r.days_after
    where a.tenant_id = town and a.open
      and not exists (select from improvement.escalation e
                      where e.tenant_id = a.tenant_id and e.action_id = a.id and e.due_day = a.due_day
                        and e.days_after = r.days_after and e.who = r.who)
    on conflict do nothing;
  end loop;
  perform set_config('tillit.tenant', '', true);
end
$$;
