package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Legal entities, the bodies that govern them, when these meet and for which terms they sit.
@Component
public class BodyRegister {

  private final BodyStore store;
  private final Trail trail;

  BodyRegister(BodyStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  @Transactional
  public UUID foundEntity(String name, String kind, @Nullable String number, LocalDate from) {
    if (store.entityIsNamed(name)) {
      throw new Refused("organisation.entity.name-taken", name).at("name");
    }
    UUID id = Ids.next();
    store.insertEntity(id, name, kind, number, from);
    trail.record(
        "organisation.entity-founded",
        Subject.of("legal-entity", id, name),
        Detail.of("kind", kind).with("from", from));
    return id;
  }

  @Transactional
  public UUID foundBody(UUID entity, String name, String kind, LocalDate from) {
    if (store.bodyIsNamed(name)) {
      throw new Refused("organisation.body.name-taken", name).at("name");
    }
    UUID id = Ids.next();
    store.insertBody(id, entity, name, kind, from);
    trail.record(
        "organisation.body-founded",
        Subject.of("body", id, name),
        Detail.of("kind", kind).with("entity", entity).with("from", from));
    return id;
  }

  /// @param papers the last day to hand in papers before the summons goes out
  @Transactional
  public UUID planMeeting(UUID body, String bodyName, LocalDate day, LocalDate papers) {
    if (papers.isAfter(day)) {
      throw new Refused("organisation.meeting.papers-after-meeting").at("papers");
    }
    UUID id = Ids.next();
    if (!store.insertMeeting(id, body, day, papers)) {
      throw new Refused("organisation.meeting.planned-already", day).at("day");
    }
    trail.record(
        "organisation.meeting-planned",
        Subject.of("meeting", id, bodyName + " " + day),
        Detail.of("body", body).with("papers", papers));
    return id;
  }

  /// Many meetings at once, all or none.
  ///
  /// @param papersDays how many days before each meeting papers must be in
  @Transactional
  public void planMeetings(UUID body, String bodyName, List<LocalDate> days, int papersDays) {
    if (papersDays < 0) {
      throw new Refused("organisation.meeting.papers-after-meeting").at("papers");
    }
    for (LocalDate day : days) {
      planMeeting(body, bodyName, day, day.minusDays(papersDays));
    }
  }

  @Transactional
  public void cancelMeeting(UUID body, UUID meeting, String bodyName) {
    if (store.deleteMeeting(body, meeting) == 0) {
      throw new Unknown("meeting", meeting);
    }
    trail.record(
        "organisation.meeting-cancelled",
        Subject.of("meeting", meeting, bodyName),
        Detail.of("body", body));
  }

  /// The terms that follow from the election of a year, council and boards.
  @Transactional
  public void setTerms(int electionYear) {
    keepTerm("council", TermsOfOffice.councilOf(electionYear), TermsOfOffice.COUNCIL_SOURCE);
    keepTerm("board", TermsOfOffice.boardsOf(electionYear), TermsOfOffice.BOARDS_SOURCE);
  }

  /// A term that differs from what the elections give (KL 5 kap. 10 §, 6 kap. 18 and 19 §§, 9 kap.
  /// 4 §), on the ground that is given.
  @Transactional
  public void setTerm(String kind, Period period, String source) {
    if (!TermsOfOffice.KINDS.contains(kind) || period.to() == null) {
      throw new Refused("organisation.term.incomplete").at("kind");
    }
    if (source.isBlank()) {
      throw new Refused("organisation.term.source.missing").at("source");
    }
    if (store.hasTermWithin(kind, period)) {
      throw new Refused("organisation.term.overlaps").at("from");
    }
    keepTerm(kind, period, source.strip());
  }

  private void keepTerm(String kind, Period period, String source) {
    UUID id = Ids.next();
    if (store.insertTerm(id, kind, period, source)) {
      trail.record(
          "organisation.term-set",
          Subject.of("term", id, kind + " " + period.from()),
          Detail.of("from", period.from()).with("to", period.to()).with("source", source));
    }
  }

  @Transactional
  public void dropTerm(UUID id) {
    String label = store.deleteTerm(id).orElseThrow(() -> new Unknown("term", id));
    trail.record("organisation.term-dropped", Subject.of("term", id, label));
  }
}
