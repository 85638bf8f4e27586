-- One municipality, made set-wise. $units is a multiple of 40: administrations of forty units each, so that of fifty
-- administrations a manager sees two per cent.

insert into identity.tenant (id, key, name, demo, created_at)
values ('$tenant', '$key', 'Prov $key', false, now());

insert into organisation.legal_entity (tenant_id, id, name, kind, from_day)
values ('$tenant', gen_random_uuid(), 'Prov $key', 'municipality', '2020-01-01');

insert into organisation.body (tenant_id, id, legal_entity_id, name, kind, from_day)
select '$tenant', gen_random_uuid(), e.id, 'Nämnd ' || n,
       case n when 1 then 'council' when 2 then 'executive_board' else 'board' end, '2020-01-01'
from organisation.legal_entity e, generate_series(1, 25) n;

create temporary table new_unit on commit drop as
select n, gen_random_uuid() as id, (n - 1) / 40 as administration, (n - 1) % 40 as place
from generate_series(1, $units) n;
create temporary table new_tree on commit drop as
select u.*, case when place = 0 then null
                 when place <= 3 then (select id from new_unit a where a.n = u.administration * 40 + 1)
                 else (select id from new_unit d where d.n = u.administration * 40 + 2 + (u.place - 4) % 3) end as parent
from new_unit u;
analyze new_tree;

insert into organisation.unit (tenant_id, id, code) select '$tenant', id, 'E' || n from new_tree;

insert into organisation.unit_period (tenant_id, unit_id, from_day, name, kind, parent_id, body_id)
select '$tenant', u.id, '2020-01-01',
       case when place = 0 then 'Förvaltning ' when place <= 3 then 'Avdelning ' else 'Enhet ' end || u.n,
       case when place = 0 then 'administration' when place <= 3 then 'department' else 'unit' end,
       u.parent, b.id
from new_tree u
join (select id, row_number() over (order by name) - 1 as n from organisation.body) b on b.n = u.administration % 25;

insert into organisation.unit_ancestor (tenant_id, unit_id, ancestor_id, depth, from_day)
with recursive up as (
  select id as unit_id, id as ancestor_id, 0 as depth from new_tree
  union all
  select up.unit_id, t.parent, up.depth + 1 from up join new_tree t on t.id = up.ancestor_id
  where t.parent is not null)
select '$tenant', unit_id, ancestor_id, depth, '2020-01-01' from up;

create temporary table new_person on commit drop as
select n, gen_random_uuid() as id, (n - 1) % $units + 1 as unit
from generate_series(1, $people) n;

insert into organisation.person (tenant_id, id, external_id, given_name, family_name, email)
select '$tenant', id, 'P' || n,
       (array['Åsa','Örjan','Karin','Erik','Maria','Lars','Anna','Mikael','Eva','Nils'])[1 + n % 10],
       (array['Lind','Åberg','Öst','Ek','Berg','Ström','Ås','Holm','Dahl','Sjö'])[1 + n / 10 % 10] || 'ström ' || n,
       'p' || n || '@example.org'
from new_person;

insert into organisation.assignment (tenant_id, id, person_id, kind, unit_id, title, from_day, to_day)
select '$tenant', gen_random_uuid(), p.id, case when p.n <= $units then 'manager' else 'employee' end, u.id,
       case when p.n <= $units then 'Chef' else 'Handläggare' end, '2021-01-01',
       case when p.n % 29 = 0 then date '2026-06-30' end
from new_person p join new_tree u on u.n = p.unit;

insert into asset.information_asset (tenant_id, id, name, description, information_type, forms, unit_id, personal_data,
  confirmed_on, class_level, class_of, class_label, class_profile, class_until, created_at, changed_at)
select '$tenant', gen_random_uuid(),
       (array['Elevakter','Journaler','Ritningar','Avtal','Protokoll','Löneunderlag','Kartor','Ärenden','Bygglov','Beslut'])
         [1 + n % 10] || ' ' || n,
       'Handlingar som verksamheten behöver för sitt uppdrag.', 'Verksamhetsinformation',
       case when n % 3 = 0 then array['digital', 'paper'] else array['digital'] end, u.id,
       (array['none', 'ordinary', 'special'])[1 + n % 3],
       case when n % 5 > 0 then date '2026-01-01' + n % 300 end,
       case when n % 4 > 0 then n % 4 else -1 end, 4, case when n % 4 > 0 then 'Nivå ' || n % 4 else '' end, '',
       case when n % 4 > 0 then date '2026-06-01' + n % 500 end, now(), now()
from generate_series(1, $assets) g(n) join (select n as unit, id from new_tree) u on u.unit = (g.n - 1) % $units + 1;

-- An adopted policy of thirteen demands, each bound to a figure, so that conformance has something to work out.
insert into governingdocument.document (tenant_id, id, title, level, owner_role, revision_rule, created_at)
values ('$tenant', gen_random_uuid(), 'Informationssäkerhetspolicy', 'policy', 'coordinator', 'by-hand', now());

insert into governingdocument.edition (tenant_id, id, document_id, number, source_text, from_day, adopted_day, adopted_by, created_at)
select '$tenant', gen_random_uuid(), d.id, 1, 'Prov.', '2026-02-25', '2026-02-25', b.id, now()
from governingdocument.document d, organisation.body b where b.kind = 'council';

insert into governingdocument.decision_step (tenant_id, edition_id, position, body_id, day, paragraph)
select '$tenant', id, 1, adopted_by, adopted_day, '§ 14' from governingdocument.edition;

insert into governingdocument.section (tenant_id, edition_id, position, number, title, depth)
select '$tenant', id, 1, '1', 'Ansvar', 1 from governingdocument.edition;

insert into governingdocument.clause (tenant_id, edition_id, position, section, clause_id, form, item_level, marker,
  paragraph, text, kind, strength)
select '$tenant', e.id, n, 1, gen_random_uuid(), 'SENTENCE', 0, '', n, 'Krav ' || n || ' ska vara uppfyllt.', 'DEMAND', 'SHALL'
from governingdocument.edition e, generate_series(1, 13) n;

insert into governingdocument.clause_binding (tenant_id, document_id, clause_id, indicator, target, at_risk)
select '$tenant', e.document_id, c.clause_id,
       (array['asset.register-maintained', 'asset.living-owner', 'asset.confirmed', 'classification.valid',
              'classification.carrier-settled', 'organisation.roles-filled', 'organisation.controller-assigned',
              'governingdocument.policy-valid', 'governingdocument.owned-and-reviewed', 'followup.clauses-bound',
              'followup.reports-delivered', 'improvement.actions-in-time', 'audittrail.chain-verified'])[c.position], 90, 70
from governingdocument.clause c join governingdocument.edition e on e.id = c.edition_id;
