package se.tillit.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Grant;
import se.tillit.identity.GrantSource;
import se.tillit.kernel.PersonId;

/// Responsibility follows the operation (K-4e): what one may do follows from today's assignments
/// and roles, and a leaver's roles give nothing.
@Component
class AssignedGrants implements GrantSource {

  // One statement for the whole answer, read on every request; the DSL would hide its shape.
  private static final String STANDING =
      """
      with mine as (
        select case kind when 'manager' then 'manager' when 'elected' then 'elected'
               else 'employee' end as role, unit_id, body_id, null::uuid as legal_entity_id
        from organisation.current_assignment where person_id = ?
        union
        select 'employee', unit_id, null, null
        from organisation.current_assignment where person_id = ? and kind = 'manager'
        union
        select role, unit_id, body_id, legal_entity_id
        from organisation.living_holder where person_id = ?
      )
      select p.name,
             exists (select from organisation.assignment a
                     where a.person_id = ? and a.from_day <= kernel.today())
               and not exists (select from organisation.current_assignment a
                               where a.person_id = ?) as has_left,
             m.role,
             m.unit_id is null and m.body_id is null and m.legal_entity_id is null as everything,
             case when m.body_id is not null then array[m.body_id]
                  when m.legal_entity_id is not null then
                    (select array_agg(b.body_id) from organisation.current_body b
                     where b.legal_entity_id = m.legal_entity_id)
             end as bodies,
             case when m.role = 'employee' then array[m.unit_id]
                  when m.unit_id is not null then
                    (select array_agg(a.unit_id) from organisation.current_unit_ancestor a
                     where a.ancestor_id = m.unit_id)
                  when m.body_id is not null then
                    (select array_agg(u.unit_id) from organisation.current_unit u
                     where u.body_id = m.body_id)
                  when m.legal_entity_id is not null then
                    (select array_agg(u.unit_id) from organisation.current_unit u
                     join organisation.current_body b on b.body_id = u.body_id
                     where b.legal_entity_id = m.legal_entity_id)
             end as units
      from organisation.person_name p
      left join mine m on true
      where p.person_id = ?
      """;

  private static final String BELOW =
      "select unit_id from organisation.current_unit_ancestor where ancestor_id = ?";

  private final DSLContext sql;

  AssignedGrants(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Standing standingOf(PersonId person) {
    UUID id = person.value();
    String name = null;
    boolean hasLeft = false;
    var grants = new ArrayList<Grant>();
    for (var row : sql.resultQuery(STANDING, id, id, id, id, id, id).fetch()) {
      name = row.get("name", String.class);
      hasLeft = row.get("has_left", Boolean.class);
      String role = row.get("role", String.class);
      if (role != null) {
        grants.add(
            new Grant(
                role,
                row.get("everything", Boolean.class),
                setOf(row.get("bodies", UUID[].class)),
                setOf(row.get("units", UUID[].class))));
      }
    }
    return new Standing(name, hasLeft, List.copyOf(grants));
  }

  @Override
  public Grant within(String role, UUID unit) {
    Set<UUID> below =
        sql.resultQuery(BELOW, unit).fetch().stream()
            .map(row -> row.get(0, UUID.class))
            .collect(Collectors.toUnmodifiableSet());
    return new Grant(role, false, Set.of(), below);
  }

  private static Set<UUID> setOf(UUID @Nullable [] ids) {
    return ids == null
        ? Set.of()
        : Arrays.stream(ids).filter(id -> id != null).collect(Collectors.toUnmodifiableSet());
  }
}
