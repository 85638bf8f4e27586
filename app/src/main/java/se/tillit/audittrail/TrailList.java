package se.tillit.audittrail;

import static se.tillit.schema.audittrail.Tables.ENTRY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.schema.audittrail.tables.records.EntryRecord;
import se.tillit.web.Cursor;

/// The trail, newest first, as far as the viewer may read it.
@Component
class TrailList {

  private final DSLContext sql;
  private final List<NameSource> sources;
  private final List<Veil> veils;

  TrailList(DSLContext sql, List<NameSource> sources, List<Veil> veils) {
    this.sql = sql;
    this.sources = sources;
    this.veils = veils;
  }

  @Transactional(readOnly = true)
  public List<EntryRecord> page(
      Viewer viewer, TrailFilter filter, @Nullable Cursor after, int rows) {
    List<EntryRecord> found =
        sql.selectFrom(ENTRY)
            .where(ENTRY.TENANT_ID.eq(Acting.current().tenant().value()))
            .and(visible(viewer))
            .and(DSL.and(wanted(filter)))
            .and(after == null ? DSL.noCondition() : ENTRY.NUMBER.lt(place(after)))
            .orderBy(ENTRY.NUMBER.desc())
            .limit(rows)
            .fetch();
    veil(viewer, found);
    return found;
  }

  private void veil(Viewer viewer, List<EntryRecord> found) {
    Set<UUID> things =
        found.stream()
            .map(EntryRecord::getSubjectId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<UUID> veiled = veiled(viewer, things);
    for (EntryRecord entry : found) {
      if (veiled.contains(entry.getSubjectId())) {
        entry.setSubjectName("");
        entry.setDetail("{}");
      }
    }
  }

  private Set<UUID> veiled(Viewer viewer, Set<UUID> things) {
    var veiled = new HashSet<UUID>();
    if (!things.isEmpty()) {
      veils.forEach(veil -> veiled.addAll(veil.veiled(viewer, things)));
    }
    return veiled;
  }

  /// What things are called: as their modules say today, else by their latest entries; as far as
  /// the viewer may read those.
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Viewer viewer, Set<UUID> things) {
    if (things.isEmpty()) {
      return Map.of();
    }
    Map<UUID, String> names = new HashMap<>(recorded(viewer, things));
    for (NameSource source : sources) {
      if (!source.isContent() || mayReadAll(viewer)) {
        names.putAll(source.namesOf(things));
      }
    }
    names.keySet().removeAll(veiled(viewer, things));
    return names;
  }

  private Map<UUID, String> recorded(Viewer viewer, Set<UUID> things) {
    return sql.select(ENTRY.SUBJECT_ID, ENTRY.SUBJECT_NAME)
        .distinctOn(ENTRY.SUBJECT_ID)
        .from(ENTRY)
        .where(ENTRY.TENANT_ID.eq(Acting.current().tenant().value()))
        .and(ENTRY.SUBJECT_ID.in(things))
        .and(ENTRY.SUBJECT_NAME.ne(""))
        .and(visible(viewer))
        .orderBy(ENTRY.SUBJECT_ID, ENTRY.NUMBER.desc())
        .fetchMap(ENTRY.SUBJECT_ID, ENTRY.SUBJECT_NAME);
  }

  /// The kinds of subject that a filter can be set to: those that have entries. One step down the
  /// index for each.
  @Transactional(readOnly = true)
  public List<String> kinds(Viewer viewer) {
    return sql
        .resultQuery(KINDS, Acting.current().tenant().value())
        .fetchInto(String.class)
        .stream()
        .filter(kind -> mayReadAll(viewer) || TrailPermissions.WITHOUT_CONTENT.contains(kind))
        .toList();
  }

  /// A loose index scan, which the DSL would obscure: `select distinct` would read the whole trail.
  private static final String KINDS =
      """
      with recursive kinds as (
        (select subject_kind from audittrail.entry where tenant_id = {0}
         order by subject_kind limit 1)
        union all
        select (select e.subject_kind from audittrail.entry e
                where e.tenant_id = {0} and e.subject_kind > k.subject_kind
                order by e.subject_kind limit 1)
        from kinds k where k.subject_kind is not null)
      select subject_kind from kinds where subject_kind is not null
      """;

  private static Condition visible(Viewer viewer) {
    Set<String> kinds = TrailPermissions.WITHOUT_CONTENT;
    return mayReadAll(viewer)
        ? VeilStore.unveiled()
        : ENTRY.SUBJECT_KIND.in(kinds).and(VeilStore.unveiled());
  }

  private static boolean mayReadAll(Viewer viewer) {
    return viewer.mayEverywhere(TrailPermissions.READ_CONTENT);
  }

  private static List<Condition> wanted(TrailFilter filter) {
    List<Condition> wanted = new ArrayList<>();
    if (filter.subject() != null) {
      wanted.add(ENTRY.SUBJECT_ID.eq(filter.subject()));
    }
    if (filter.person() != null) {
      wanted.add(ENTRY.ACTOR_ID.eq(filter.person()));
    }
    if (filter.kind() != null && !filter.kind().isBlank()) {
      wanted.add(ENTRY.SUBJECT_KIND.eq(filter.kind()));
    }
    if (filter.action() != null && !filter.action().isBlank()) {
      wanted.add(ENTRY.ACTION.eq(filter.action()));
    }
    if (filter.from() != null) {
      wanted.add(ENTRY.AT.ge(filter.begin()));
    }
    if (filter.to() != null) {
      wanted.add(ENTRY.AT.lt(filter.end()));
    }
    return wanted;
  }

  private static long place(Cursor after) {
    String number = after.at(0);
    if (!number.matches("\\d{1,18}")) {
      throw new Refused("web.cursor.malformed").at("after");
    }
    return Long.parseLong(number);
  }
}
