-- Actions with the one who answers for each today: the owner while she has an assignment, else the deputy, else the
-- unit's manager; nobody when there is none. The view is the module's contract; its tables are not.
create or replace view improvement.published_action with (security_invoker = true) as
select a.tenant_id, a.id as action_id, a.title, a.source_kind, a.source_record, a.unit_id,
       coalesce(a.body_id, u.body_id) as body_id, a.due_day, a.priority, a.state, a.done_day,
       a.state in ('planned', 'underway') as open,
       coalesce(
         case when exists (select from organisation.current_assignment w
                           where w.tenant_id = a.tenant_id and w.person_id = a.owner_id)
              then a.owner_id end,
         case when exists (select from organisation.current_assignment w
                           where w.tenant_id = a.tenant_id and w.person_id = a.deputy_id)
              then a.deputy_id end,
         m.person_id) as person_id,
       a.owner_id, a.deputy_id
from improvement.action a
left join organisation.current_unit u on u.tenant_id = a.tenant_id and u.unit_id = a.unit_id
left join organisation.current_manager m on m.tenant_id = a.tenant_id and m.unit_id = a.unit_id;
