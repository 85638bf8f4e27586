package se.tillit.improvement.demo;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.DEPENDENCY;
import static se.tillit.schema.improvement.Tables.FINDING;
import static se.tillit.schema.improvement.Tables.GOAL;
import static se.tillit.schema.improvement.Tables.GOAL_READING;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.Findings;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;

/// The invented municipalities' goals and findings, what they lead to, and what waits for what.
@Component
class DemoLoop implements DemoChapter {

  private static final List<Seen> SEEN =
      List.of(
          new Seen(
              FindingKind.DEVIATION,
              "Dörren till akternas rum stod olåst",
              "Vid tillsynen stod dörren olåst två gånger av tre.",
              "Nyckeln räcker inte till alla i arbetslaget.",
              -12),
          new Seen(
              FindingKind.OBSERVATION,
              "Besökare går själva genom korridoren",
              "Tre besökare mötte ingen på vägen in.",
              "",
              -41),
          new Seen(
              FindingKind.OPPORTUNITY,
              "Samma genomgång av konton för alla verksamhetssystem",
              "Två enheter har gjort en bra checklista som fler kan använda.",
              "",
              -6),
          new Seen(
              FindingKind.DEVIATION,
              "Loggarna sparas en vecka i ett av systemen",
              "Riktlinjen säger sex månader.",
              "Standardvärdet ändrades aldrig när systemet sattes upp.",
              -70));

  private final DSLContext sql;
  private final Findings findings;
  private final Clock clock;

  DemoLoop(DSLContext sql, Findings findings, Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.clock = clock;
  }

  private record Seen(
      FindingKind kind, String title, String description, String cause, int found) {}

  private record Aim(
      @Nullable String indicator, @Nullable Integer baseline, int target, String unitWord) {}

  @Override
  public int order() {
    return 52;
  }

  @Override
  public void write(String tenantKey) {
    LocalDate today = Sweden.today(clock);
    writeGoals(today);
    List<UUID> units =
        sql.select(CURRENT_UNIT.UNIT_ID)
            .from(CURRENT_UNIT)
            .where(CURRENT_UNIT.UNIT_ID.in(select(CURRENT_MANAGER.UNIT_ID).from(CURRENT_MANAGER)))
            .orderBy(CURRENT_UNIT.NAME)
            .fetch(CURRENT_UNIT.UNIT_ID);
    for (int at = 0; at < SEEN.size() && !units.isEmpty(); at++) {
      writeFinding(SEEN.get(at), units.get(at * 5 % units.size()), today);
    }
    writeDependencies();
  }

  private void writeGoals(LocalDate today) {
    LocalDate year = today.withDayOfYear(1);
    UUID known =
        goal(
            "Vi vet vilken information vi har och vem som äger den",
            null,
            new Aim("asset.living-owner", null, 100, ""),
            year.minusYears(1),
            year.plusYears(4).minusDays(1));
    goal(
        "Varje tillgång är bekräftad det senaste året",
        known,
        new Aim("asset.confirmed", null, 90, ""),
        year,
        year.plusYears(1).minusDays(1));
    UUID culture =
        goal(
            "Alla säger till när något inte är som det ska",
            null,
            new Aim("improvement.findings-decided", null, 95, ""),
            year.minusYears(1),
            year.plusYears(4).minusDays(1));
    UUID time =
        goal(
            "Vi beslutar snabbt om det som anmäls",
            culture,
            new Aim(null, 42, 14, "dagar till beslut"),
            year,
            year.plusYears(1).minusDays(1));
    writeReadings(time, today);
    sql.update(ACTION).set(ACTION.GOAL_ID, known).where(ACTION.TITLE.like("Bekräfta%")).execute();
  }

  private void writeReadings(UUID time, LocalDate today) {
    int[] days = {42, 40, 37, 33, 34, 29, 25, 22};
    for (int at = 0; at < days.length; at++) {
      LocalDate day = today.minusMonths(days.length - 1L - at);
      sql.insertInto(GOAL_READING)
          .set(GOAL_READING.TENANT_ID, tenant())
          .set(GOAL_READING.GOAL_ID, time)
          .set(GOAL_READING.DAY, day)
          .set(GOAL_READING.VALUE, BigDecimal.valueOf(days[at]))
          .set(GOAL_READING.NAME, Acting.current().name())
          .execute();
    }
  }

  private UUID goal(String title, @Nullable UUID parent, Aim aim, LocalDate from, LocalDate to) {
    UUID id = Ids.next();
    Integer baseline = aim.baseline();
    sql.insertInto(GOAL)
        .set(GOAL.TENANT_ID, tenant())
        .set(GOAL.ID, id)
        .set(GOAL.TITLE, title)
        .set(GOAL.LEVEL, parent == null ? "strategic" : "yearly")
        .set(GOAL.PARENT_ID, parent)
        .set(GOAL.FROM_DAY, from)
        .set(GOAL.TO_DAY, to)
        .set(GOAL.INDICATOR, aim.indicator())
        .set(GOAL.UNIT_WORD, aim.unitWord())
        .set(GOAL.BASELINE, baseline == null ? null : BigDecimal.valueOf(baseline))
        .set(GOAL.TARGET, BigDecimal.valueOf(aim.target()))
        .set(GOAL.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  private void writeFinding(Seen seen, UUID unit, LocalDate today) {
    UUID id =
        findings.raise(
            new NewFinding(
                seen.kind(),
                seen.title(),
                seen.description(),
                null,
                NewAction.Place.unit(unit),
                NewFinding.Requirement.NONE));
    LocalDate found = today.plusDays(seen.found());
    sql.update(FINDING)
        .set(FINDING.FOUND_DAY, found)
        .set(FINDING.DECIDE_BY, found.plusDays(30))
        .set(FINDING.CAUSE, seen.cause())
        .where(FINDING.ID.eq(id))
        .execute();
  }

  /// The policy waits for the register, and the register for its owners.
  private void writeDependencies() {
    List<UUID> waiting =
        sql.select(ACTION.ID)
            .from(ACTION)
            .where(ACTION.OPEN.eq(true))
            .orderBy(ACTION.DUE_DAY, ACTION.ID)
            .fetch(ACTION.ID);
    for (int at = 3; at < waiting.size(); at += 5) {
      sql.insertInto(DEPENDENCY)
          .set(DEPENDENCY.TENANT_ID, tenant())
          .set(DEPENDENCY.ACTION_ID, waiting.get(at))
          .set(DEPENDENCY.BLOCKER_ID, waiting.get(at - 3))
          .execute();
    }
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
