package se.tillit.organisation.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Today's organisation, from the legal entities down to the last unit.
@Component
class ExportedPlaces {

  // The tree in the order of its names; the DSL would hide the walk. A unit whose name others share
  // is told apart by its code, or by its id where it has none: the import knows it by either.
  private static final String PLACES =
      """
      with recursive tree as (
        select u.tenant_id, u.unit_id, array[u.name] as path
        from organisation.current_unit u where u.parent_id is null
        union all
        select u.tenant_id, u.unit_id, t.path || u.name
        from tree t
        join organisation.current_unit u on u.tenant_id = t.tenant_id and u.parent_id = t.unit_id
        where array_length(t.path, 1) < 50
      ), shared as (
        select lower(name) as word from organisation.current_unit group by 1 having count(*) > 1
      )
      select 1 as rank, null::text[] as path, case e.kind when 'company' then 'company-entity' else e.kind end as kind,
             e.name, null::text as parent, null::text as answers_to, null::text as code, l.from_day
      from organisation.current_legal_entity e
      join organisation.legal_entity l on l.tenant_id = e.tenant_id and l.id = e.legal_entity_id
      where ? = ''
      union all
      select 2, null, 'body-' || replace(b.kind, '_', '-'), b.name, e.name, null, null, f.from_day
      from organisation.current_body b
      join organisation.body f on f.tenant_id = b.tenant_id and f.id = b.body_id
      join organisation.legal_entity e on e.tenant_id = b.tenant_id and e.id = b.legal_entity_id
      where ? = ''
      union all
      select 3, t.path, u.kind, u.name,
             case when lower(a.name) in (select word from shared) then coalesce(w.code, w.id::text) else a.name end,
             b.name,
             case when lower(u.name) in (select word from shared) then coalesce(n.code, n.id::text) else n.code end,
             p.from_day
      from tree t
      join organisation.current_unit u on u.tenant_id = t.tenant_id and u.unit_id = t.unit_id
      join organisation.unit n on n.tenant_id = u.tenant_id and n.id = u.unit_id
      join organisation.unit_period p
        on p.tenant_id = u.tenant_id and p.unit_id = u.unit_id and p.from_day <= kernel.today()
       and (p.to_day is null or p.to_day >= kernel.today())
      join organisation.body b on b.tenant_id = u.tenant_id and b.id = u.body_id
      left join organisation.current_unit a on a.tenant_id = u.tenant_id and a.unit_id = u.parent_id
      left join organisation.unit w on w.tenant_id = u.tenant_id and w.id = u.parent_id
      where position(? in lower(u.name)) > 0 or ? = ''
      order by 1, 2, 4
      """;

  private final DSLContext sql;

  ExportedPlaces(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public List<PlaceRow> all(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return sql.resultQuery(PLACES, wanted, wanted, wanted, wanted)
        .fetch(row ->
            new PlaceRow(
                row.get("kind", String.class),
                row.get("name", String.class),
                row.get("parent", String.class),
                row.get("answers_to", String.class),
                row.get("code", String.class),
                row.get("from_day", LocalDate.class)));
  }
}
