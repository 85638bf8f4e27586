package se.tillit.governingdocument.adoption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.Revision;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.job.NightlyWork;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Adoption: the body entitled decides, and from its day the text is in force and others are not
/// (M-3b, M-3c, M-3d).
@Component
public class AdoptionRegister implements NightlyWork {

  private static final String BEYOND_REACH = "governingdocument.adopt.beyond-reach";

  private final AdoptionStore store;
  private final Trail trail;
  private final Clock clock;

  AdoptionRegister(AdoptionStore store, Trail trail, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  /// A body that a decision may name.
  public record DecidingBody(UUID id, String name, boolean entitled) {}

  @Transactional(readOnly = true)
  public List<DecidingBody> bodiesFor(UUID document) {
    DocumentLevel level = DocumentLevel.of(store.levelOf(document));
    return store.bodies().stream()
        .map(it -> new DecidingBody(it.id(), it.name(), level.mayBeAdoptedBy(it.kind())))
        .toList();
  }

  /// As entered by somebody who keeps the minutes of the body that decides, and of those whose
  /// decisions thereby end.
  @Transactional
  public void adopt(Viewer viewer, UUID document, Decision decision) {
    Scope reach = viewer.demand(GoverningDocumentPermissions.ADOPT);
    if (!decision.steps().isEmpty() && !reach.reachesBody(decision.steps().getLast().body())) {
      throw new Refused(BEYOND_REACH).at("body");
    }
    var ending = new ArrayList<>(decision.replaces());
    ending.add(document);
    demandDecidedWithin(reach, ending);
    adopt(document, decision);
  }

  private void demandDecidedWithin(Scope reach, List<UUID> documents) {
    if (!store.adoptersOf(documents, Sweden.today(clock)).stream().allMatch(reach::reachesBody)) {
      throw new Refused(BEYOND_REACH).at("replaces");
    }
  }

  @Transactional
  public void adopt(UUID document, Decision decision) {
    String title = titleOf(document);
    UUID edition =
        store.draftOf(document).orElseThrow(() -> new Refused("governingdocument.adopt.no-draft"));
    check(document, decision);
    Revision rule = store.revisionOf(document);
    LocalDate adopted = decision.steps().getLast().day();
    LocalDate revision =
        rule.rule().equals(Revision.BY_HAND)
            ? decision.revision()
            : rule.dayAfter(adopted, store.councilTerms());
    store.adopt(edition, decision, revision);
    var replaced = new ArrayList<>(decision.replaces());
    replaced.add(document);
    store.replace(replaced, edition, decision.from());
    trail.record(
        "governingdocument.adopted",
        Subject.of("document", document, title),
        Detail.of("day", adopted)
            .with("paragraph", decision.steps().getLast().paragraph())
            .with("reference", decision.steps().getLast().reference())
            .with("from", decision.from())
            .with("replaces", decision.replaces()));
    for (UUID other : decision.replaces()) {
      trail.record(
          "governingdocument.replaced",
          Subject.of("document", other, titleOf(other)),
          Detail.of("by", title));
    }
  }

  private void check(UUID document, Decision decision) {
    if (decision.steps().isEmpty()) {
      throw new Refused("governingdocument.adopt.no-step").at("body");
    }
    LocalDate today = Sweden.today(clock);
    LocalDate before = LocalDate.MIN;
    for (Decision.Step step : decision.steps()) {
      if (step.day().isBefore(before)) {
        throw new Refused("governingdocument.adopt.step-order").at("day");
      }
      if (step.day().isAfter(today)) {
        throw new Refused("governingdocument.adopt.in-the-future", step.day()).at("day");
      }
      if (step.paragraph().isBlank()) {
        throw new Refused("governingdocument.adopt.paragraph-missing").at("paragraph");
      }
      before = step.day();
    }
    if (decision.from().isBefore(before)) {
      throw new Refused("governingdocument.adopt.before-decision", before).at("from");
    }
    LocalDate to = decision.to();
    if (to != null && to.isBefore(decision.from())) {
      throw new Refused("governingdocument.adopt.ends-before-start").at("to");
    }
    if (decision.replaces().contains(document)) {
      throw new Refused("governingdocument.adopt.replaces-itself").at("replaces");
    }
    UUID last = decision.steps().getLast().body();
    AdoptionStore.Body body =
        store.bodies().stream()
            .filter(it -> it.id().equals(last))
            .findFirst()
            .orElseThrow(() -> new Refused("governingdocument.adopt.body-unknown").at("body"));
    DocumentLevel.of(store.levelOf(document)).demandEntitled(body.kind(), body.name());
  }

  @Transactional
  public void lapse(Viewer viewer, UUID document, LocalDate last) {
    demandDecidedWithin(viewer.demand(GoverningDocumentPermissions.ADOPT), List.of(document));
    lapse(document, last);
  }

  /// Ends a document without another in its place; today is its last day unless a later one is
  /// said.
  @Transactional
  public void lapse(UUID document, LocalDate last) {
    String title = titleOf(document);
    if (last.isBefore(Sweden.today(clock).minusDays(1))) {
      throw new Refused("governingdocument.lapse.in-the-past").at("last");
    }
    if (!store.lapse(document, last)) {
      throw new Refused("governingdocument.lapse.not-in-force");
    }
    trail.record(
        "governingdocument.lapsed",
        Subject.of("document", document, title),
        Detail.of("last", last));
  }

  /// Lets the revision days of a document follow its rule as it now is; where that is by hand, the
  /// day is as said.
  @Transactional
  public void followRule(UUID document, @Nullable LocalDate byHand) {
    Revision rule = store.revisionOf(document);
    List<LocalDate> terms = store.councilTerms();
    for (AdoptionStore.Standing one : store.standing(document, Sweden.today(clock))) {
      LocalDate day =
          rule.rule().equals(Revision.BY_HAND) ? byHand : rule.dayAfter(one.adopted(), terms);
      move(document, one.edition(), one.revision(), day);
    }
  }

  private void move(
      UUID document, UUID edition, @Nullable LocalDate before, @Nullable LocalDate after) {
    if (Objects.equals(before, after)) {
      return;
    }
    store.setRevision(edition, after);
    trail.record(
        "governingdocument.revision-moved",
        Subject.of("document", document, titleOf(document)),
        Detail.none().changed("revision", before, after));
  }

  private String titleOf(UUID document) {
    return store.titleOf(document).orElseThrow(() -> new Unknown("document", document));
  }

  @Override
  public String name() {
    return "governingdocument.revision";
  }

  /// Lets revision days follow the terms of office where those have been changed. Twice without
  /// harm.
  @Override
  @Transactional
  public void run() {
    List<LocalDate> terms = store.councilTerms();
    for (AdoptionStore.Following one : store.followingTerms()) {
      LocalDate day =
          new Revision(Revision.EACH_TERM, null, one.months()).dayAfter(one.adopted(), terms);
      if (day != null) {
        move(one.document(), one.edition(), one.revision(), day);
      }
    }
  }
}
