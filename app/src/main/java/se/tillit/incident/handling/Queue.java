package se.tillit.incident.handling;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.WORD;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseScope;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;

/// The queue of cases that a viewer may see, page by page.
@Component
class Queue {

  private static final Field<Short> SEVERITY = coalesce(INCIDENT.SEVERITY, inline((short) -1));
  private static final int LONGEST_WORD = 60;

  private final DSLContext sql;
  private final Clock clock;

  Queue(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// How many of those seen are open, and how many of these nobody handles.
  record Standing(int open, int unhandled) {}

  @Transactional(readOnly = true)
  public List<QueueRow> page(Viewer viewer, QueueFilter filter, @Nullable Cursor after, int limit) {
    return sql.select(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            INCIDENT.TITLE,
            INCIDENT.STATE,
            INCIDENT.CERTAINTY,
            INCIDENT.KIND,
            INCIDENT.HANDLER_PERSON_ID,
            INCIDENT.SEVERITY,
            INCIDENT.SEVERITY_OF,
            INCIDENT.SEVERITY_LABEL,
            INCIDENT.PERSONAL_DATA,
            INCIDENT.EXERCISE_ID,
            INCIDENT.REPORTED_AT,
            INCIDENT.CLOSED_AT,
            CURRENT_BODY.NAME,
            CURRENT_UNIT.NAME,
            PERSON_NAME.NAME)
        .from(INCIDENT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(INCIDENT.BODY_ID))
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(INCIDENT.UNIT_ID))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(INCIDENT.HANDLER_PERSON_ID))
        .where(seen(viewer))
        .and(wanted(viewer, filter, clock.instant()))
        .and(beyond(filter, after))
        .orderBy(order(filter))
        .limit(limit)
        .fetch(Queue::read);
  }

  @Transactional(readOnly = true)
  public Standing standing(Viewer viewer) {
    return sql.select(count(), count().filterWhere(INCIDENT.HANDLER_PERSON_ID.isNull()))
        .from(INCIDENT)
        .where(seen(viewer))
        .and(INCIDENT.OPEN.isTrue())
        .fetchSingle(Records.mapping(Standing::new));
  }

  static Cursor cursorOf(QueueFilter filter, QueueRow last) {
    Object value =
        filter.order().equals("-severity")
            ? last.severity() == null ? -1 : last.severity()
            : last.reportedAt();
    return Cursor.of(value, last.id());
  }

  /// What belongs to an exercise has its own pages.
  private static Condition seen(Viewer viewer) {
    return CaseScope.seenBy(viewer).and(INCIDENT.EXERCISE_ID.isNull());
  }

  private static Condition wanted(Viewer viewer, QueueFilter filter, Instant now) {
    Condition wanted =
        switch (filter.which()) {
          case "open" -> INCIDENT.OPEN.isTrue();
          case "all" -> noCondition();
          case "closed" -> INCIDENT.OPEN.isFalse();
          case "reported", "triaged", "handled" ->
              INCIDENT
                  .OPEN
                  .isTrue()
                  .and(INCIDENT.STATE.eq(filter.which().toUpperCase(Locale.ROOT)));
          default -> throw new Refused("incident.state.unknown").at("state");
        };
    if (filter.body() != null) {
      wanted = wanted.and(INCIDENT.BODY_ID.eq(filter.body()));
    }
    if (filter.kind() != null && !filter.kind().isEmpty()) {
      wanted = wanted.and(INCIDENT.KIND.eq(filter.kind()));
    }
    if (filter.severity() != null) {
      wanted = wanted.and(INCIDENT.SEVERITY.ge(filter.severity().shortValue()));
    }
    if (filter.certainty() != null && !filter.certainty().isEmpty()) {
      wanted = wanted.and(INCIDENT.CERTAINTY.eq(filter.certainty().toUpperCase(Locale.ROOT)));
    }
    return wanted
        .and(handledBy(viewer, filter.handler()))
        .and(timed(filter.clock(), now))
        .and(saying(filter.text()));
  }

  /// What a law or a contract demands of it still, and how soon.
  private static Condition timed(@Nullable String clock, Instant now) {
    if (clock == null || clock.isEmpty()) {
      return noCondition();
    }
    return switch (clock) {
      case "late" -> INCIDENT.ID.in(demanded(CLOCK_STEP.NEXT_AT.lt(now)));
      case "day" -> INCIDENT.ID.in(demanded(CLOCK_STEP.NEXT_AT.lt(now.plus(Duration.ofDays(1)))));
      case "running" -> INCIDENT.ID.in(demanded(noCondition()));
      case "none" -> INCIDENT.ID.notIn(demanded(noCondition()));
      default -> throw new Refused("incident.field.choice-unknown").at("clock");
    };
  }

  private static Select<Record1<UUID>> demanded(Condition when) {
    return select(CLOCK.INCIDENT_ID)
        .from(CLOCK_STEP)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .where(CLOCK_STEP.STATE.eq("open"))
        .and(CLOCK.STATE.eq("running"))
        .and(CLOCK.INCIDENT_ID.isNotNull())
        .and(when);
  }

  private static Condition handledBy(Viewer viewer, @Nullable String handler) {
    if (handler == null || handler.isEmpty()) {
      return noCondition();
    }
    if (handler.equals("none")) {
      return INCIDENT.HANDLER_PERSON_ID.isNull();
    }
    PersonId me = viewer.person();
    try {
      return INCIDENT.HANDLER_PERSON_ID.eq(
          !handler.equals("me")
              ? UUID.fromString(handler)
              : me == null ? new UUID(0, 0) : me.value());
    } catch (IllegalArgumentException malformed) {
      throw new Refused("incident.field.choice-unknown").at("handler");
    }
  }

  /// Every word asked for stands in the case, whole or as the beginning of one; or it is its
  /// number.
  private static Condition saying(String text) {
    if (text.isEmpty()) {
      return noCondition();
    }
    Condition all = noCondition();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        String begin = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
        all =
            all.and(
                INCIDENT.ID.in(
                    select(WORD.INCIDENT_ID)
                        .from(WORD)
                        .where(WORD.WORD_.ge(begin))
                        .and(WORD.WORD_.lt(begin + '\uffff'))));
      }
    }
    return all;
  }

  private static List<SortField<?>> order(QueueFilter filter) {
    return switch (filter.order()) {
      case "-reported" -> List.of(INCIDENT.REPORTED_AT.desc(), INCIDENT.ID.desc());
      case "reported" -> List.of(INCIDENT.REPORTED_AT.asc(), INCIDENT.ID.asc());
      case "-severity" -> List.of(SEVERITY.desc(), INCIDENT.ID.desc());
      default -> throw new Refused("incident.sort-unknown").at("sort");
    };
  }

  private static Condition beyond(QueueFilter filter, @Nullable Cursor after) {
    if (after == null) {
      return noCondition();
    }
    try {
      UUID id = UUID.fromString(after.at(1));
      return switch (filter.order()) {
        case "-severity" -> row(SEVERITY, INCIDENT.ID).lt(Short.parseShort(after.at(0)), id);
        case "reported" ->
            row(INCIDENT.REPORTED_AT, INCIDENT.ID).gt(Instant.parse(after.at(0)), id);
        default -> row(INCIDENT.REPORTED_AT, INCIDENT.ID).lt(Instant.parse(after.at(0)), id);
      };
    } catch (IllegalArgumentException | DateTimeException mangled) {
      throw new Refused("web.cursor.malformed").at("after");
    }
  }

  private static QueueRow read(Record row) {
    Short severity = row.get(INCIDENT.SEVERITY);
    Short of = row.get(INCIDENT.SEVERITY_OF);
    return new QueueRow(
        row.get(INCIDENT.ID),
        row.get(INCIDENT.REFERENCE),
        row.get(INCIDENT.TITLE),
        row.get(INCIDENT.STATE).toLowerCase(Locale.ROOT),
        row.get(INCIDENT.CERTAINTY).toLowerCase(Locale.ROOT),
        row.get(INCIDENT.KIND),
        row.get(CURRENT_BODY.NAME),
        row.get(CURRENT_UNIT.NAME),
        row.get(INCIDENT.HANDLER_PERSON_ID),
        row.get(PERSON_NAME.NAME),
        severity == null ? null : severity.intValue(),
        of == null ? null : of.intValue(),
        row.get(INCIDENT.SEVERITY_LABEL),
        row.get(INCIDENT.PERSONAL_DATA).equals("YES"),
        row.get(INCIDENT.EXERCISE_ID) != null,
        row.get(INCIDENT.REPORTED_AT),
        row.get(INCIDENT.CLOSED_AT));
  }
}
