package se.tillit.incident.measure;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import se.tillit.schema.kernel.Routines;

/// What the figures on cases have in common: which cases are real, since when they count, and who
/// can mend them.
final class CountedCases {

  /// The first moment that counts: a year before today.
  static final Field<Instant> A_YEAR_AGO = daysAgo(365);

  private CountedCases() {}

  static Field<Instant> daysAgo(int days) {
    return field(
        "(({0} - {1})::timestamp at time zone 'Europe/Stockholm')",
        SQLDataType.INSTANT, Routines.today(), inline(days));
  }

  /// No exercise, no double of another case, nothing security-protected.
  static Condition real() {
    return INCIDENT
        .EXERCISE_ID
        .isNull()
        .and(INCIDENT.SECURITY_PROTECTION.eq(inline("NO")))
        .and(INCIDENT.DUPLICATE_OF.isNull());
  }

  /// The handler, else the unit's manager.
  static Field<UUID> person() {
    return coalesce(INCIDENT.HANDLER_PERSON_ID, CURRENT_MANAGER.PERSON_ID);
  }

  static Field<String> path() {
    return concat(inline("/incidents/"), INCIDENT.ID.cast(SQLDataType.VARCHAR));
  }
}
