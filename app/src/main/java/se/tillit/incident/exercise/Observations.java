package se.tillit.incident.exercise;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.Findings;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;

/// What is seen in an exercise; what is to be mended becomes a finding with everything else that
/// is.
@Component
class Observations {

  private static final int TITLE = 120;

  private final ExerciseReading reading;
  private final ExerciseStore store;
  private final Findings findings;
  private final Trail trail;
  private final Clock clock;

  Observations(
      ExerciseReading reading, ExerciseStore store, Findings findings, Trail trail, Clock clock) {
    this.reading = reading;
    this.store = store;
    this.findings = findings;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional
  public Exercise.Observation observe(Viewer viewer, UUID id, String text, boolean mend) {
    Exercise exercise = reading.seen(viewer, id);
    if (exercise.course().startedAt() == null) {
      throw new Refused("incident.exercise.not-started").at("text");
    }
    if (text.isBlank()) {
      throw new Refused("incident.exercise.observation-missing").at("text");
    }
    ExercisePlan.demandShort(text, "text");
    if (mend && !reading.mayLead(viewer, exercise)) {
      throw new Forbidden(IncidentPermissions.EXERCISE);
    }
    UUID finding = mend ? raise(exercise, text.strip()) : null;
    var seen =
        new Exercise.Observation(
            Ids.next(),
            exercise.at(clock.instant()),
            text.strip(),
            Acting.current().name(),
            finding);
    store.observe(id, seen);
    trail.record("incident.exercise-observed", exercise.subject(), Detail.of("finding", finding));
    return seen;
  }

  private UUID raise(Exercise exercise, String text) {
    String first = text.lines().findFirst().orElse(text);
    return findings.raise(
        new NewFinding(
            FindingKind.OPPORTUNITY,
            first.length() > TITLE ? first.substring(0, TITLE - 1) + "…" : first,
            text,
            new NewAction.Source(
                "exercise",
                exercise.id(),
                exercise.reference() + " " + exercise.title(),
                exercise.path()),
            new NewAction.Place(null, exercise.place().body()),
            NewFinding.Requirement.NONE));
  }
}
