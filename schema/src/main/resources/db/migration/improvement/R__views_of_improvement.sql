-- Actions with the one who answers for each today: the owner while she has an assignment, else the deputy, else the
-- unit's nearest manager; nobody when there is none. Who answers is looked up row by row, and only where it is asked
-- for. The views are the module's contract; its tables are not.
create or replace view improvement.published_action with (security_invoker = true) as
select a.tenant_id, a.id as action_id, a.title, a.source_kind, a.source_record, a.unit_id,
       coalesce(a.body_id, (select u.body_id from organisation.current_unit u
                            where u.tenant_id = a.tenant_id and u.unit_id = a.unit_id)) as body_id,
       a.due_day, a.priority, a.state, a.done_day, a.open,
       coalesce(
         case when exists (select from organisation.current_assignment w
                           where w.tenant_id = a.tenant_id and w.person_id = a.owner_id)
              then a.owner_id end,
         case when exists (select from organisation.current_assignment w
                           where w.tenant_id = a.tenant_id and w.person_id = a.deputy_id)
              then a.deputy_id end,
         (select w.person_id
          from organisation.current_unit_ancestor u
          join organisation.current_assignment w
            on w.tenant_id = u.tenant_id and w.unit_id = u.ancestor_id and w.kind = 'manager'
          where u.tenant_id = a.tenant_id and u.unit_id = a.unit_id
          order by u.depth, w.from_day, w.id
          limit 1)) as person_id,
       a.owner_id, a.deputy_id, a.goal_id, a.recheck_day, a.due_changes, a.reopenings, a.hindrance
from improvement.action a;

create or replace view improvement.published_finding with (security_invoker = true) as
select f.tenant_id, f.id as finding_id, f.kind, f.title, f.source_kind, f.source_record, f.unit_id,
       coalesce(f.body_id, (select u.body_id from organisation.current_unit u
                            where u.tenant_id = f.tenant_id and u.unit_id = f.unit_id)) as body_id,
       f.requirement, f.found_day, f.decide_by, f.decision, f.decided_day, f.closed_day,
       (select w.person_id
        from organisation.current_unit_ancestor u
        join organisation.current_assignment w
          on w.tenant_id = u.tenant_id and w.unit_id = u.ancestor_id and w.kind = 'manager'
        where u.tenant_id = f.tenant_id and u.unit_id = f.unit_id
        order by u.depth, w.from_day, w.id
        limit 1) as person_id
from improvement.finding f;

create or replace view improvement.published_goal with (security_invoker = true) as
select g.tenant_id, g.id as goal_id, g.title, g.level, g.parent_id, g.body_id, g.from_day, g.to_day,
       g.indicator, g.baseline, g.target, g.state,
       (select r.value from improvement.goal_reading r
        where r.tenant_id = g.tenant_id and r.goal_id = g.id
        order by r.day desc limit 1) as value
from improvement.goal g;

create or replace view improvement.published_review with (security_invoker = true) as
select r.tenant_id, r.id as review_id, r.title, r.day, r.body_id, r.frozen_at is not null as frozen
from improvement.review r;
