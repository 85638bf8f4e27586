-- Every time a clause asks for a report: one row per clause, body and period, from three years back to two years ahead.
-- The report is due its lead time before the body's first meeting from the day the clause asks for, and is
-- settled at that meeting; where none is planned, both are the day itself.
create or replace view followup.clause_occurrence with (security_invoker = true) as
with asked as (
  select r.tenant_id, r.document_id, r.clause_id, r.body_id, r.body_kind, r.role, r.lead_days,
         coalesce(r.every_months, 48) as every_months, t.day as target_day,
         coalesce(t.next_day, (t.day + make_interval(months => coalesce(r.every_months, 48)))::date) as next_day
  from governingdocument.report_recipient_in_force r
  cross join lateral (
    select (r.first_due + make_interval(months => r.every_months * k))::date as day, null::date as next_day
    from generate_series(0, 240) k
    where r.every_months is not null
    union all
    select p.from_day, p.to_day + 1 from organisation.published_term p
    where r.every_months is null and p.tenant_id = r.tenant_id and p.kind = 'council' and p.from_day >= r.first_due
  ) t
  where t.day between (kernel.today() - interval '3 years')::date and (kernel.today() + interval '2 years')::date
), placed as (
  select a.*,
         -- the period reported on is the last whole one: reckoned half its length back
         (a.target_day - make_interval(days => least(a.every_months, 12) * 15))::date as within_day,
         case when a.role = 'data-protection-officer' then 'data-protection'
              when a.every_months > 12 then 'analysis' else 'annual' end as kind
  from asked a
)
select p.tenant_id, p.document_id, p.clause_id, p.body_id, p.body_kind, p.kind, p.every_months, p.target_day,
       extract(year from p.within_day)::int as period,
       case when p.every_months >= 12 then 0
            else (extract(month from p.within_day)::int - 1) / p.every_months + 1 end as part,
       m.day as meeting_day,
       coalesce(m.day - p.lead_days, m.papers_day, p.target_day) as due_day,
       coalesce(m.day, p.target_day) as settled_day
from placed p
left join lateral (
  select m.day, m.papers_day from organisation.published_meeting m
  where m.tenant_id = p.tenant_id and m.body_id = p.body_id and m.day >= p.target_day and m.day < p.next_day
  order by m.day limit 1
) m on true;

-- Every time a report falls due: one row per body, kind and period, whichever clauses ask for it.
create or replace view followup.report_occurrence with (security_invoker = true) as
select distinct on (o.tenant_id, o.body_id, o.kind, o.every_months, o.target_day)
       o.tenant_id, o.document_id, o.clause_id, o.body_id, o.body_kind, o.kind, o.every_months, o.target_day,
       o.period, o.part, o.meeting_day, o.due_day, o.settled_day
from followup.clause_occurrence o
order by o.tenant_id, o.body_id, o.kind, o.every_months, o.target_day, o.clause_id;

-- What each clause asks for: of each body and kind of report the last that should have been settled by today.
create or replace view followup.report_asked with (security_invoker = true) as
select distinct on (o.tenant_id, o.clause_id, o.body_id, o.kind, o.every_months)
       o.tenant_id, o.body_id, o.kind, o.every_months, o.period, o.part, o.due_day, o.settled_day, o.clause_id
from followup.clause_occurrence o
where o.settled_day <= kernel.today()
order by o.tenant_id, o.clause_id, o.body_id, o.kind, o.every_months, o.target_day desc;
