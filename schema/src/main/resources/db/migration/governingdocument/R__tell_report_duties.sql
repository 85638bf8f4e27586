-- Who is to be reported to by the documents in force: a row per demanding clause and body.
create or replace view governingdocument.report_recipient_in_force with (security_invoker = true) as
select r.tenant_id, r.document_id, r.clause_id, c.section_number, c.text, c.role, b.body_id, b.kind as body_kind,
       r.every_months, r.lead_days,
       coalesce(r.first_due,
         make_date(extract(year from d.from_day)::int
           + case when extract(month from d.from_day) = 1 then 0 else 1 end, 2, 1)) as first_due
from governingdocument.report_duty r
join governingdocument.clause_in_force c
  on c.tenant_id = r.tenant_id and c.clause_id = r.clause_id and c.document_id = r.document_id
join governingdocument.document_in_force d
  on d.tenant_id = r.tenant_id and d.document_id = r.document_id
join organisation.current_body b on b.tenant_id = r.tenant_id
 and (b.kind = any (r.kinds)
      or exists (select from governingdocument.report_duty_body o
                 where o.tenant_id = r.tenant_id and o.clause_id = r.clause_id and o.body_id = b.body_id));
