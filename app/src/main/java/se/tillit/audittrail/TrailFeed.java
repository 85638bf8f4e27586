package se.tillit.audittrail;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static se.tillit.schema.audittrail.Tables.ENTRY;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the change feed from the trail's own index on kind and number.
@Component
class TrailFeed implements ChangeFeed {

  private static final int MANY = 2_000;

  private final DSLContext sql;

  TrailFeed(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  @Transactional(readOnly = true)
  public long newest() {
    Long number = sql.select(max(ENTRY.NUMBER)).from(ENTRY).fetchOne(0, Long.class);
    return number == null ? 0 : number;
  }

  @Override
  @Transactional(readOnly = true)
  public long newest(Set<String> kinds) {
    Long number =
        sql.select(coalesce(max(ENTRY.NUMBER), inline(0L)))
            .from(ENTRY)
            .where(ENTRY.SUBJECT_KIND.in(kinds))
            .fetchOne(0, Long.class);
    return number == null ? 0 : number;
  }

  @Override
  @Transactional(readOnly = true)
  public Changes since(Set<String> kinds, long number) {
    var entries =
        sql.select(ENTRY.NUMBER, ENTRY.SUBJECT_ID)
            .from(ENTRY)
            .where(ENTRY.SUBJECT_KIND.in(kinds))
            .and(ENTRY.NUMBER.gt(number))
            .orderBy(ENTRY.NUMBER.desc())
            .limit(MANY + 1)
            .fetch();
    if (entries.isEmpty()) {
      return new Changes(number, false, Set.of());
    }
    var subjects = new HashSet<UUID>();
    boolean everything = entries.size() > MANY;
    for (var entry : entries) {
      UUID subject = entry.value2();
      everything |= subject == null;
      if (subject != null) {
        subjects.add(subject);
      }
    }
    return new Changes(entries.getFirst().value1(), everything, Set.copyOf(subjects));
  }
}
