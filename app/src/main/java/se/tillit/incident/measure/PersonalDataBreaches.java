package se.tillit.incident.measure;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.KeyFigures;
import se.tillit.exchange.document.KeyFigures.KeyFigure;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.ReportSection;
import se.tillit.exchange.document.Tone;
import se.tillit.identity.Role;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// What the data protection officer tells each board of incidents with personal data, and whether
/// the clocks of the data protection regulation were kept (M-3g, M-4d).
@Component
class PersonalDataBreaches implements ReportSection {

  private static final Condition OF_REGULATION = CLOCK.REGIME.like(inline("gdpr-%"));

  private final DSLContext sql;
  private final Clock clock;

  PersonalDataBreaches(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean isToldBy(String role) {
    return role.equals(Role.DATA_PROTECTION_OFFICER.key());
  }

  private record Cases(int all, int open, int people) {}

  private record Steps(int kept, int late, int waived, int running) {}

  @Override
  @Transactional(readOnly = true)
  public Optional<Section> tell(About about, Words words) {
    LocalDate last = about.to().isBefore(about.day()) ? about.to() : about.day();
    Condition within =
        INCIDENT
            .PERSONAL_DATA
            .eq("YES")
            .and(CountedCases.real())
            .and(INCIDENT.REPORTED_AT.ge(start(about.from())))
            .and(INCIDENT.REPORTED_AT.lt(start(last.plusDays(1))));
    Cases cases = cases(within, about.body());
    List<Block> blocks = new ArrayList<>();
    if (cases.all() == 0) {
      blocks.add(Paragraph.of(words.t("incident.in-report.breaches.none")));
    } else {
      Steps steps = steps(within, about.body());
      blocks.add(figures(cases, steps, words));
      blocks.add(
          Paragraph.of(
              words.t(
                  "incident.in-report.breaches.clocks",
                  steps.kept(),
                  steps.late(),
                  steps.waived(),
                  steps.running())));
      if (cases.people() > 0) {
        blocks.add(Paragraph.of(words.t("incident.in-report.breaches.people", cases.people())));
      }
    }
    return Optional.of(new Section(words.t("incident.in-report.breaches.title"), blocks));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Sweden.ZONE).toInstant();
  }

  // A case is a body's when it happened there, or when one of its clocks runs for the body.
  private Cases cases(Condition within, @Nullable UUID body) {
    Condition here =
        body == null
            ? noCondition()
            : INCIDENT
                .BODY_ID
                .eq(body)
                .or(
                    INCIDENT.ID.in(
                        selectDistinct(CLOCK.INCIDENT_ID)
                            .from(CLOCK)
                            .where(CLOCK.BODY_ID.eq(body))
                            .and(OF_REGULATION)));
    return sql.select(
            countDistinct(INCIDENT.ID),
            count().filterWhere(INCIDENT.OPEN),
            sum(INCIDENT.PERSONS_AFFECTED))
        .from(INCIDENT)
        .where(within)
        .and(here)
        .fetchSingle(it ->
            new Cases(it.value1(), it.value2(), it.value3() == null ? 0 : it.value3().intValue()));
  }

  private Steps steps(Condition within, @Nullable UUID body) {
    Condition sent = SUBMISSION.SUBMITTED_AT.isNotNull();
    Condition inTime = SUBMISSION.SUBMITTED_AT.le(CLOCK_STEP.DUE_AT);
    Condition waived = sent.not().and(CLOCK.STATE.eq("waived"));
    Condition due = CLOCK_STEP.DUE_AT.le(clock.instant());
    Condition open = sent.not().and(CLOCK.STATE.eq("running"));
    return sql.select(
            count().filterWhere(inTime),
            count().filterWhere(sent.and(inTime.not()).or(open.and(due))),
            count().filterWhere(waived),
            count().filterWhere(open.and(CLOCK_STEP.DUE_AT.gt(clock.instant()))))
        .from(CLOCK_STEP)
        .join(CLOCK)
        .on(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .join(INCIDENT)
        .on(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.STEP_ID.eq(CLOCK_STEP.ID))
        .where(within)
        .and(OF_REGULATION)
        .and(body == null ? noCondition() : CLOCK.BODY_ID.eq(body))
        .fetchSingle(it -> new Steps(it.value1(), it.value2(), it.value3(), it.value4()));
  }

  private static KeyFigures figures(Cases cases, Steps steps, Words words) {
    return new KeyFigures(
        List.of(
            figure(cases.all(), "incident.in-report.breaches.all", Tone.PLAIN, words),
            figure(cases.open(), "incident.in-report.breaches.open", Tone.PLAIN, words),
            figure(
                steps.late(),
                "incident.in-report.breaches.late",
                steps.late() == 0 ? Tone.GOOD : Tone.BAD,
                words)));
  }

  private static KeyFigure figure(int count, String key, Tone tone, Words words) {
    return new KeyFigure(words.number(count), words.t(key), "", tone);
  }
}
