package se.tillit.incident.clock;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;
import se.tillit.incident.IncidentPermissions;

/// The last days of running clocks, in the annual wheel.
@Component
class ClockDeadlines implements DeadlineSource {

  @Override
  public String kind() {
    return "incident.clock";
  }

  @Override
  public String permission() {
    return IncidentPermissions.HANDLE;
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    return select(
            day(),
            label(),
            CLOCK.BODY_ID,
            field("null::uuid", UUID.class),
            handler(),
            concat(inline("/clocks/"), CLOCK.ID.cast(SQLDataType.VARCHAR)),
            field(CLOCK_STEP.STATE.eq(inline("submitted"))),
            CLOCK_STEP.ID)
        .from(CLOCK_STEP)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .leftJoin(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .where(CLOCK_STEP.NEXT_AT.isNotNull())
        .and(CLOCK_STEP.STATE.ne(inline("ended")))
        .and(real());
  }

  static Field<LocalDate> day() {
    return field(
        "({0} at time zone 'Europe/Stockholm')::date", LocalDate.class, CLOCK_STEP.NEXT_AT);
  }

  static Field<UUID> handler() {
    return when(CLOCK.INCIDENT_ID.isNull(), CLOCK.HANDLER_PERSON_ID)
        .otherwise(INCIDENT.HANDLER_PERSON_ID);
  }

  /// Which step of which regime, whose, and in which case; nothing of what has happened.
  static Field<String> label() {
    return concat(
        CLOCK_STEP.NAME, inline(" ("), CLOCK.NAME, inline(", "), CLOCK.RESPONSIBLE, inline(")"));
  }

  static Condition real() {
    return CLOCK
        .INCIDENT_ID
        .isNull()
        .or(INCIDENT.EXERCISE_ID.isNull().and(INCIDENT.SECURITY_PROTECTION.eq(inline("NO"))));
  }
}
