package se.tillit.improvement.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.improvement.Actions;
import se.tillit.improvement.Findings;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.improvement.habit.HabitRegister;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// The register of findings.
@Component
public class FindingRegister implements Findings {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 8_000;

  private final FindingStore store;
  private final HabitRegister habits;
  private final Actions actions;
  private final Trail trail;
  private final Clock clock;

  FindingRegister(
      FindingStore store, HabitRegister habits, Actions actions, Trail trail, Clock clock) {
    this.store = store;
    this.habits = habits;
    this.actions = actions;
    this.trail = trail;
    this.clock = clock;
  }

  /// A decision that somebody takes.
  ///
  /// @param actions what is to be done, when the decision is to act
  record Ruling(Decision decision, String motive, List<NewAction> actions) {

    Ruling {
      actions = List.copyOf(actions);
    }
  }

  @Transactional(readOnly = true)
  List<Finding> page(Viewer viewer, FindingFilter filter, @Nullable Cursor after, int limit) {
    return store.page(viewer, filter, after, limit);
  }

  @Transactional(readOnly = true)
  FindingStore.Sum sum(Viewer viewer) {
    return store.sum(viewer);
  }

  @Transactional(readOnly = true)
  Finding find(Viewer viewer, UUID id) {
    return store.one(viewer, id).orElseThrow(() -> new Unknown("finding", id));
  }

  @Override
  @Transactional
  public UUID raise(NewFinding finding) {
    return raise(finding, "");
  }

  /// Anybody who may find may say it of any unit: who sees a shortcoming elsewhere shall not be
  /// stopped.
  @Transactional
  UUID raise(Viewer viewer, NewFinding finding, String cause) {
    viewer.demand(ImprovementPermissions.FIND);
    return raise(finding, cause);
  }

  @Transactional
  void edit(Viewer viewer, UUID id, int version, NewFinding finding, String cause) {
    Finding before = deciding(viewer, id);
    demandSound(finding, cause);
    demandReach(viewer, finding.place());
    held(id, store.update(id, version, finding, cause));
    trail.record(
        "improvement.finding-edited",
        subject(before),
        Detail.none()
            .changed("kind", before.kind().key(), finding.kind().key())
            .changed("title", before.title(), finding.title())
            .changed("description", before.description(), finding.description())
            .changed("unit", before.where().unit(), finding.place().unit())
            .changed("requirement", before.requirement().text(), finding.requirement().text())
            .changed("cause", before.cause(), cause));
  }

  /// Decides: to act, by actions, or to accept or leave it, by a motive.
  @Transactional
  void decide(Viewer viewer, UUID id, int version, Ruling ruling) {
    Finding finding = deciding(viewer, id);
    if (finding.standing() == Standing.CLOSED) {
      throw new Refused("improvement.finding.closed").at("decision");
    }
    boolean acts = ruling.decision() == Decision.ACT;
    if (!acts && ruling.motive().isBlank()) {
      throw new Refused("improvement.finding.motive-missing").at("motive");
    }
    if (acts && ruling.actions().isEmpty() && finding.actions().all() == 0) {
      throw new Refused("improvement.finding.action-missing").at("actionTitle");
    }
    if (!acts && finding.actions().open() > 0) {
      throw new Refused("improvement.finding.actions-open", finding.actions().open())
          .at("decision");
    }
    LocalDate today = Sweden.today(clock);
    held(id, store.decide(id, version, ruling.decision(), ruling.motive().strip(), today));
    if (acts) {
      ruling.actions().forEach(actions::open);
    }
    trail.record(
        "improvement.finding-decided",
        subject(finding),
        Detail.of("decision", ruling.decision().key())
            .with("motive", ruling.motive().isBlank() ? null : ruling.motive().strip())
            .with("actions", acts ? ruling.actions().size() : null));
  }

  /// Closes what has been decided and done.
  @Transactional
  void close(Viewer viewer, UUID id, int version, String conclusion) {
    Finding finding = deciding(viewer, id);
    if (finding.standing() != Standing.DECIDED) {
      throw new Refused("improvement.finding.not-decided").at("conclusion");
    }
    if (finding.actions().open() > 0) {
      throw new Refused("improvement.finding.actions-open", finding.actions().open())
          .at("conclusion");
    }
    if (conclusion.isBlank()) {
      throw new Refused("improvement.finding.conclusion-missing").at("conclusion");
    }
    held(id, store.close(id, version, Sweden.today(clock), conclusion.strip()));
    trail.record(
        "improvement.finding-closed",
        subject(finding),
        Detail.of("conclusion", conclusion.strip()));
  }

  @Transactional
  void reopen(Viewer viewer, UUID id, int version) {
    Finding finding = deciding(viewer, id);
    if (finding.standing() != Standing.CLOSED) {
      throw new Refused("improvement.finding.not-closed").at("conclusion");
    }
    held(id, store.close(id, version, null, ""));
    trail.record("improvement.finding-reopened", subject(finding), Detail.none());
  }

  boolean mayDecide(Viewer viewer, Finding finding) {
    return viewer.may(ImprovementPermissions.DECIDE)
        && reaches(viewer.scope(ImprovementPermissions.DECIDE), placeOf(finding));
  }

  private UUID raise(NewFinding finding, String cause) {
    demandSound(finding, cause);
    LocalDate today = Sweden.today(clock);
    UUID id = store.insert(finding, today, today.plusDays(habits.current().decideDays()), cause);
    NewAction.Source source = finding.source();
    trail.record(
        "improvement.finding-raised",
        Subject.of("finding", id, finding.title()),
        Detail.of("kind", finding.kind().key())
            .with("unit", finding.place().unit())
            .with("source", source == null ? null : source.kind())
            .with("record", source == null ? null : source.record()));
    return id;
  }

  private void demandSound(NewFinding finding, String cause) {
    if (finding.title().isBlank()) {
      throw new Refused("improvement.finding.title-missing").at("title");
    }
    if (finding.title().length() > LONGEST_TITLE) {
      throw new Refused("improvement.action.title-long", LONGEST_TITLE).at("title");
    }
    if (finding.description().length() > LONGEST_TEXT || cause.length() > LONGEST_TEXT) {
      throw new Refused("improvement.action.text-long", LONGEST_TEXT).at("description");
    }
    UUID unit = finding.place().unit();
    if (unit != null && !store.knowsUnit(unit)) {
      throw new Refused("improvement.action.unit-unknown").at("unit");
    }
    UUID body = finding.place().body();
    if (body != null && !store.knowsBody(body)) {
      throw new Refused("improvement.action.body-unknown").at("body");
    }
  }

  private Finding deciding(Viewer viewer, UUID id) {
    viewer.demand(ImprovementPermissions.DECIDE);
    Finding finding = find(viewer, id);
    demandReach(viewer, placeOf(finding));
    return finding;
  }

  private static void demandReach(Viewer viewer, NewAction.Place place) {
    if (!reaches(viewer.scope(ImprovementPermissions.DECIDE), place)) {
      throw new Forbidden(ImprovementPermissions.DECIDE);
    }
  }

  private static boolean reaches(Scope scope, NewAction.Place place) {
    if (place.unit() != null) {
      return scope.reaches(place.unit());
    }
    return place.body() != null ? scope.reachesBody(place.body()) : scope.everything();
  }

  static NewAction.Place placeOf(Finding finding) {
    UUID unit = finding.where().unit();
    return unit != null
        ? NewAction.Place.unit(unit)
        : new NewAction.Place(null, finding.where().body());
  }

  private static void held(UUID id, boolean stored) {
    if (!stored) {
      throw new Stale("finding", id);
    }
  }

  private static Subject subject(Finding finding) {
    return Subject.of("finding", finding.id(), finding.title());
  }
}
