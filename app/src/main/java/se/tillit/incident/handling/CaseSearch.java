package se.tillit.incident.handling;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets cases be found by their words, by those who may read any case within their reach. What is
/// security-protected or an exercise is not there.
@Component
class CaseSearch implements SearchSource {

  @Override
  public String kind() {
    return "incident";
  }

  @Override
  public String labelKey() {
    return "incident.search.kind";
  }

  @Override
  public Icon icon() {
    return Icon.INCIDENT;
  }

  @Override
  public String permission() {
    return "incident.read-any";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("incident");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return records(DSL.noCondition());
  }

  static Select<Record7<UUID, UUID, UUID, String, String, String, String>> records(
      Condition which) {
    return select(
            INCIDENT.ID,
            INCIDENT.UNIT_ID,
            INCIDENT.BODY_ID,
            concat(INCIDENT.REFERENCE, inline(" "), INCIDENT.TITLE),
            inline(""),
            concat(INCIDENT.HAPPENING, inline(" "), INCIDENT.ABOUT),
            concat(inline("/incidents/"), INCIDENT.ID.cast(SQLDataType.VARCHAR)))
        .from(INCIDENT)
        .where(INCIDENT.SECURITY_PROTECTION.eq(inline("NO")))
        .and(INCIDENT.EXERCISE_ID.isNull())
        .and(which);
  }
}
