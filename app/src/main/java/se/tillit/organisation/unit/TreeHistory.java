package se.tillit.organisation.unit;

import static se.tillit.schema.organisation.Tables.UNIT_ANCESTOR;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// Every unit with all units above it, for each day that ever was or is planned. It follows from
/// the units' periods alone, so that a move today changes no figure of last year.
@Component
public class TreeHistory {

  // Walks upwards through periods that overlap; the DSL would hide the recursion.
  private static final String REBUILD =
      """
      insert into organisation.unit_ancestor
        (tenant_id, unit_id, ancestor_id, depth, from_day, to_day)
      with recursive up as (
        select p.tenant_id, p.unit_id, p.unit_id as ancestor_id, 0 as depth, p.from_day, p.to_day
        from organisation.unit_period p
        where p.tenant_id = ? and (? or p.unit_id = any(?))
        union all
        select up.tenant_id, up.unit_id, a.parent_id, up.depth + 1,
               greatest(up.from_day, a.from_day), least(up.to_day, a.to_day)
        from up
        join organisation.unit_period a
          on a.tenant_id = up.tenant_id and a.unit_id = up.ancestor_id
         and a.parent_id is not null
         and a.from_day <= coalesce(up.to_day, 'infinity')
         and coalesce(a.to_day, 'infinity') >= up.from_day
        where up.depth < 50
      )
      select tenant_id, unit_id, ancestor_id, depth, from_day, to_day from up
      """;

  private final DSLContext sql;

  TreeHistory(DSLContext sql) {
    this.sql = sql;
  }

  /// Anew for a unit and all that ever stood below it.
  public void rebuildBelow(UUID unit) {
    Set<UUID> below =
        sql.select(UNIT_ANCESTOR.UNIT_ID)
            .from(UNIT_ANCESTOR)
            .where(UNIT_ANCESTOR.ANCESTOR_ID.eq(unit))
            .fetchSet(UNIT_ANCESTOR.UNIT_ID);
    below.add(unit);
    sql.deleteFrom(UNIT_ANCESTOR).where(UNIT_ANCESTOR.UNIT_ID.in(below)).execute();
    insert(false, below);
  }

  /// Anew for the whole tenant, after many changes at once.
  public void rebuild() {
    sql.deleteFrom(UNIT_ANCESTOR).execute();
    insert(true, Set.of());
  }

  private void insert(boolean all, Collection<UUID> units) {
    sql.execute(REBUILD, Acting.current().tenant().value(), all, units.toArray(UUID[]::new));
  }
}
