-- What indicators show. These views are the module's contract; its tables are not.

-- The newest figures of each indicator.
create or replace view indicator.current_figure with (security_invoker = true) as
select f.tenant_id, f.indicator, f.day, f.body_id, f.unit_id, f.met, f.total, f.clause_id
from indicator.freshness n
join indicator.figure f on f.tenant_id = n.tenant_id and f.indicator = n.indicator and f.day = n.day;

-- Every figure ever kept, unit by unit.
create or replace view indicator.kept_figure with (security_invoker = true) as
select f.tenant_id, f.indicator, f.day, f.body_id, f.unit_id, f.met, f.total, f.clause_id
from indicator.figure f;

-- The whole tenant's sum on the last computed day of each month.
create or replace view indicator.month_measurement with (security_invoker = true) as
select distinct on (m.tenant_id, m.indicator, date_trunc('month', m.day))
       m.tenant_id, m.indicator, date_trunc('month', m.day)::date as month, m.day, m.met, m.total
from indicator.measurement m
order by m.tenant_id, m.indicator, date_trunc('month', m.day), m.day desc;
