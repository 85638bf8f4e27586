package se.tillit.classification.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.AssetCard;
import se.tillit.asset.Assets;
import se.tillit.asset.SettledClass;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.classification.AssetClassed;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Classifies assets: those who own the information answer and decide; the worst consequence
/// decides the level.
@Component
class DecisionRegister {

  static final String READ = "classification.read";
  static final String DECIDE = "classification.decide";
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final int LONGEST = 4000;

  private final Assets assets;
  private final Models models;
  private final DecisionStore store;
  private final CommonClasses common;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DecisionRegister(
      Assets assets,
      Models models,
      DecisionStore store,
      CommonClasses common,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.assets = assets;
    this.models = models;
    this.store = store;
    this.common = common;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /// What is said at the end: for each aspect the level and why, who took part, and how long it
  /// shall stand.
  record Conclusion(
      Map<String, Decision.Outcome> outcomes, String participants, LocalDate validUntil) {}

  /// Begins, or takes up again what was left.
  @Transactional
  public UUID begin(Viewer viewer, UUID assetId) {
    AssetCard asset = decidable(viewer, assetId);
    var underWay = store.ofAsset(assetId, Decision.State.DRAFT, Decision.State.PROPOSED);
    if (underWay.isPresent()) {
      return underWay.get().id();
    }
    Model model = models.current();
    UUID id = store.begin(assetId, model.id());
    trail.record(
        "classification.begun",
        subject(id, asset),
        Detail.of("asset", assetId).with("model", model.number()));
    return id;
  }

  /// Answers for one aspect: how grave it would be in each category, and why.
  @Transactional
  public void answer(
      Viewer viewer, UUID id, String aspect, Map<String, Integer> levels, String motivation) {
    Decision decision = draft(viewer, id);
    Model model = decision.model();
    if (model.aspect(aspect).isEmpty()) {
      throw new Unknown("aspect", aspect);
    }
    for (Model.Category category : model.categories()) {
      Integer level = levels.get(category.key());
      if (level == null || !model.hasLevel(level)) {
        throw new Refused("classification.answer.missing", category.name())
            .at("level." + category.key());
      }
    }
    if (motivation.length() > LONGEST) {
      throw new Refused("classification.motivation.too-long", LONGEST).at("motivation");
    }
    var kept = new HashMap<String, Integer>();
    model.categories().forEach(it -> kept.put(it.key(), levels.getOrDefault(it.key(), 0)));
    store.answer(id, aspect, kept);
    int worst = kept.values().stream().max(Integer::compareTo).orElse(0);
    store.conclude(id, aspect, worst, motivation);
  }

  /// Decides. Lower than the class that is common for such information waits for approval.
  @Transactional
  public Decision.State decide(Viewer viewer, UUID id, Conclusion conclusion) {
    Decision decision = draft(viewer, id);
    AssetCard asset = decidable(viewer, decision.asset());
    if (!decision.isComplete()) {
      throw new Refused("classification.decide.incomplete");
    }
    Map<String, Decision.Outcome> outcomes = checked(decision, conclusion);
    outcomes.forEach((aspect, it) -> store.conclude(id, aspect, it.level(), it.motivation()));
    return settleOrPropose(viewer, decision, asset, outcomes, conclusion);
  }

  /// Decides at once what another system has already judged, as over the API.
  @Transactional
  public UUID decideAtOnce(Viewer viewer, UUID assetId, Conclusion conclusion) {
    store
        .ofAsset(assetId, Decision.State.DRAFT)
        .map(begun -> begun.record().begunBy())
        .filter(name -> !name.equals(Acting.current().name()))
        .ifPresent(name -> {
          throw new Refused("classification.begun-by-another", name);
        });
    UUID id = begin(viewer, assetId);
    Decision begun = draft(viewer, id);
    for (Model.Aspect aspect : begun.model().aspects()) {
      Decision.Outcome outcome = conclusion.outcomes().get(aspect.key());
      if (outcome == null || !begun.model().hasLevel(outcome.level())) {
        throw new Refused("classification.level.missing", aspect.name()).at(aspect.key());
      }
      var everywhere = new HashMap<String, Integer>();
      begun.model().categories().forEach(it -> everywhere.put(it.key(), outcome.level()));
      store.answer(id, aspect.key(), everywhere);
    }
    decide(viewer, id, conclusion);
    return id;
  }

  private Map<String, Decision.Outcome> checked(Decision decision, Conclusion conclusion) {
    var outcomes = new HashMap<String, Decision.Outcome>();
    for (Model.Aspect aspect : decision.model().aspects()) {
      Integer worst = decision.worst(aspect.key());
      int least = worst == null ? 0 : worst;
      Decision.Outcome wanted = conclusion.outcomes().get(aspect.key());
      int level = wanted == null ? least : wanted.level();
      String motivation =
          wanted == null || wanted.motivation().isBlank()
              ? decision.motivation(aspect.key())
              : wanted.motivation().strip();
      if (level < least) {
        throw new Refused("classification.level.below-worst", aspect.name()).at(aspect.key());
      }
      if (!decision.model().hasLevel(level)) {
        throw new Refused("classification.level.missing", aspect.name()).at(aspect.key());
      }
      if (motivation.isBlank()) {
        throw new Refused("classification.motivation.missing", aspect.name())
            .at("motivation." + aspect.key());
      }
      outcomes.put(aspect.key(), new Decision.Outcome(level, motivation));
    }
    LocalDate until = conclusion.validUntil();
    if (until.isBefore(today()) || until.isAfter(today().plusYears(5))) {
      throw new Refused("classification.until.out-of-range").at("validUntil");
    }
    return outcomes;
  }

  private Decision.State settleOrPropose(
      Viewer viewer,
      Decision decision,
      AssetCard asset,
      Map<String, Decision.Outcome> outcomes,
      Conclusion conclusion) {
    var levels = new HashMap<String, Integer>();
    outcomes.forEach((aspect, it) -> levels.put(aspect, it.level()));
    boolean lowers = common.isLowered(decision.model(), asset.informationType(), levels);
    Decision.State next = lowers ? Decision.State.PROPOSED : Decision.State.SETTLED;
    var person = viewer.person();
    if (!lowers) {
      store.replaceSettled(asset.id());
    }
    store.decide(
        decision.id(),
        next,
        conclusion.participants(),
        conclusion.validUntil(),
        person == null ? null : person.value());
    trail.record(
        lowers ? "classification.proposed" : "classification.decided",
        subject(decision.id(), asset),
        Detail.of("asset", asset.id())
            .with("profile", decision.model().profile(levels))
            .with("model", decision.model().number())
            .with("participants", conclusion.participants())
            .with("validUntil", conclusion.validUntil()));
    if (!lowers) {
      settle(decision.model(), asset.id(), levels, conclusion.validUntil());
    }
    return next;
  }

  /// Judges a proposal to lower what is common.
  @Transactional
  public void judge(Viewer viewer, UUID id, int version, boolean approved, String note) {
    Decision decision = store.find(id).orElseThrow(() -> new Unknown("classification", id));
    AssetCard asset = assets.find(viewer, "classification.approve", decision.asset());
    Decision.State next = approved ? Decision.State.SETTLED : Decision.State.REJECTED;
    if (!decision.state().mayBecome(next) || decision.state() != Decision.State.PROPOSED) {
      throw new Refused("classification.judge.not-proposed");
    }
    if (note.isBlank()) {
      throw new Refused("classification.judge.note-missing").at("note");
    }
    if (approved && store.isDecidedBy(id, Acting.current())) {
      throw new Refused("classification.judge.own").at("note");
    }
    if (approved) {
      store.replaceSettled(asset.id());
    }
    store.judge(id, version, next, note.strip());
    trail.record(
        approved ? "classification.approved" : "classification.rejected",
        subject(id, asset),
        Detail.of("asset", asset.id()).with("note", note));
    LocalDate until = decision.record().validUntil();
    if (approved && until != null) {
      var levels = new HashMap<String, Integer>();
      decision.outcomes().forEach((aspect, it) -> levels.put(aspect, it.level()));
      settle(decision.model(), asset.id(), levels, until);
    }
  }

  @Transactional
  public void abandon(Viewer viewer, UUID id) {
    Decision decision = draft(viewer, id);
    AssetCard asset = decidable(viewer, decision.asset());
    store.abandon(id);
    trail.record("classification.abandoned", subject(id, asset), Detail.of("asset", asset.id()));
  }

  private void settle(Model model, UUID asset, Map<String, Integer> levels, LocalDate until) {
    int highest = levels.values().stream().max(Integer::compareTo).orElse(0);
    assets.settle(
        asset,
        new SettledClass(
            highest,
            model.levels().size(),
            model.level(highest).label(),
            model.profile(levels),
            until));
    events.publishEvent(new AssetClassed(asset));
  }

  private Decision draft(Viewer viewer, UUID id) {
    Decision decision = store.find(id).orElseThrow(() -> new Unknown("classification", id));
    decidable(viewer, decision.asset());
    if (!decision.isUnderWay()) {
      throw new Refused("classification.not-under-way");
    }
    return decision;
  }

  private AssetCard decidable(Viewer viewer, UUID asset) {
    AssetCard card = assets.find(viewer, READ, asset);
    if (!card.writable()) {
      throw new Forbidden(DECIDE);
    }
    return card;
  }

  private static Subject subject(UUID id, AssetCard asset) {
    return Subject.of("classification", id, asset.name());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(SWEDEN));
  }
}
