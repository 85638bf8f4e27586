package se.tillit.incident.clock;

import static se.tillit.schema.incident.Tables.ASSESSMENT;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseCard;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Answer;
import se.tillit.incident.regime.Criterion;
import se.tillit.incident.regime.Judgement;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.schema.incident.tables.records.AssessmentRecord;

/// The guided assessment of whether a regime applies: yes, no or not known yet at each criterion.
/// Not known yet never stops a clock.
@Component
class Assessments {

  private final DSLContext sql;
  private final Regimes regimes;
  private final Responsibles responsibles;
  private final Cases cases;
  private final Trail trail;
  private final CaseTime time;

  Assessments(
      DSLContext sql,
      Regimes regimes,
      Responsibles responsibles,
      Cases cases,
      Trail trail,
      CaseTime time) {
    this.sql = sql;
    this.regimes = regimes;
    this.responsibles = responsibles;
    this.cases = cases;
    this.trail = trail;
    this.time = time;
  }

  /// What an assessment is about.
  record About(UUID incident, String regime, UUID responsible) {}

  /// The regime, who answers, what has been judged so far, the latest first, and what the case
  /// says.
  record Found(
      Regimes.InForce rule,
      StatutoryClock.Responsible responsible,
      List<Assessment> history,
      CaseFacts facts) {

    int number() {
      return history.isEmpty() ? 0 : history.getFirst().number();
    }

    Set<String> sectors() {
      return history.isEmpty() ? usual() : history.getFirst().sectors();
    }

    private Set<String> usual() {
      return rule.regime().sectors().stream()
          .filter(it -> it.usual())
          .map(it -> it.code())
          .collect(Collectors.toSet());
    }

    Map<String, Answer> answers() {
      return history.isEmpty() ? Map.of() : history.getFirst().answers();
    }
  }

  @Transactional
  public Found find(Viewer viewer, About about) {
    CaseCard card = cases.find(viewer, about.incident());
    Instant now = time.now(card.exercise());
    Regimes.InForce rule =
        regimes
            .inForce(about.regime(), now.atZone(Sweden.ZONE).toLocalDate())
            .orElseThrow(() -> new Unknown("regime", about.regime()));
    StatutoryClock.Responsible who =
        responsibles
            .find(rule.regime().responsible(), about.responsible())
            .orElseThrow(() -> new Unknown("responsible", about.responsible()));
    return new Found(rule, who, history(about), new CaseFacts(card, now));
  }

  /// The latest assessment of each regime and each who answers, for a whole case.
  @Transactional(readOnly = true)
  public Map<String, Assessment> latest(UUID incident) {
    var latest = new HashMap<String, Assessment>();
    sql.selectFrom(ASSESSMENT)
        .where(ASSESSMENT.INCIDENT_ID.eq(incident))
        .orderBy(ASSESSMENT.NUMBER)
        .forEach(
            row -> latest.put(row.getRegime() + " " + row.getResponsibleId(), assessment(row)));
    return latest;
  }

  /// Judges, and keeps what was judged before.
  @Transactional
  public Judgement assess(Viewer viewer, About about, Orders.Answers said) {
    Found found = find(viewer, about);
    viewer.demand(IncidentPermissions.CLOCK);
    if (said.based() != found.number()) {
      throw new Stale("assessment", about.incident());
    }
    Regime regime = found.rule().regime();
    List<Criterion> asked = regime.asked(said.sectors());
    demandKnown(asked, said);
    Judgement judgement = Judgement.of(asked, said.answers());
    var assessment =
        new Assessment(
            said.based() + 1,
            found.rule().definition(),
            said.sectors(),
            said.answers(),
            judgement,
            said.note().strip(),
            Acting.current().name(),
            found.facts().now().truncatedTo(ChronoUnit.MICROS));
    insert(about, assessment);
    trail.record(
        "incident.assessed",
        Subject.of(
            "assessment",
            about.incident(),
            regime.titles().shortName().sv() + ", " + found.responsible().name()),
        Detail.of("regime", regime.code())
            .with("outcome", judgement.outcome().key())
            .with("because", judgement.because())
            .with("answers", assessment.written())
            .with("sectors", said.sectors().stream().sorted().toList()));
    return judgement;
  }

  private static void demandKnown(List<Criterion> asked, Orders.Answers said) {
    Set<String> known = asked.stream().map(Criterion::key).collect(Collectors.toSet());
    for (String key : said.answers().keySet()) {
      if (!known.contains(key)) {
        throw new Refused("incident.assessment.no-such-criterion", key).at("answers");
      }
    }
  }

  private void insert(About about, Assessment it) {
    PersonId me = Acting.current().person();
    int added =
        sql.insertInto(ASSESSMENT)
            .set(ASSESSMENT.TENANT_ID, Acting.current().tenant().value())
            .set(ASSESSMENT.ID, Ids.next())
            .set(ASSESSMENT.INCIDENT_ID, about.incident())
            .set(ASSESSMENT.REGIME, about.regime())
            .set(ASSESSMENT.DEFINITION_ID, it.definition())
            .set(ASSESSMENT.RESPONSIBLE_ID, about.responsible())
            .set(ASSESSMENT.NUMBER, it.number())
            .set(ASSESSMENT.SECTORS, it.sectors().toArray(String[]::new))
            .set(ASSESSMENT.ANSWERS, it.written().toArray(String[]::new))
            .set(ASSESSMENT.OUTCOME, it.judgement().outcome().key())
            .set(ASSESSMENT.BECAUSE, it.judgement().because().toArray(String[]::new))
            .set(ASSESSMENT.NOTE, it.note())
            .set(ASSESSMENT.ASSESSED_BY, it.by())
            .set(ASSESSMENT.ASSESSED_PERSON, me == null ? null : me.value())
            .set(ASSESSMENT.ASSESSED_AT, it.at())
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw new Stale("assessment", about.incident());
    }
  }

  private List<Assessment> history(About about) {
    return sql.selectFrom(ASSESSMENT)
        .where(ASSESSMENT.INCIDENT_ID.eq(about.incident()))
        .and(ASSESSMENT.REGIME.eq(about.regime()))
        .and(ASSESSMENT.RESPONSIBLE_ID.eq(about.responsible()))
        .orderBy(ASSESSMENT.NUMBER.desc())
        .limit(50)
        .fetch(Assessments::assessment);
  }

  private static Assessment assessment(AssessmentRecord row) {
    var answers = new HashMap<String, Answer>();
    for (String one : row.getAnswers()) {
      int equals = one.lastIndexOf('=');
      Answer.of(one.substring(equals + 1))
          .ifPresent(answer -> answers.put(one.substring(0, equals), answer));
    }
    Instant at = row.getAssessedAt();
    String outcome = row.getOutcome().toUpperCase(Locale.ROOT).replace('-', '_');
    return new Assessment(
        row.getNumber(),
        row.getDefinitionId(),
        Set.of(row.getSectors()),
        answers,
        new Judgement(Judgement.Outcome.valueOf(outcome), Arrays.asList(row.getBecause())),
        row.getNote(),
        row.getAssessedBy(),
        at);
  }
}
