package se.tillit.classification.decision;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// Classifications over the API.
@RestController
class ClassificationResource {

  private final DecisionRegister register;
  private final DecisionReading reading;
  private final Models models;

  ClassificationResource(DecisionRegister register, DecisionReading reading, Models models) {
    this.register = register;
    this.reading = reading;
    this.models = models;
  }

  /// A level, and why.
  record LevelWanted(int level, @Nullable String motivation) {}

  /// A whole decision at once: aspect → level and motivation.
  record DecisionWanted(
      @Nullable Map<String, LevelWanted> levels,
      @Nullable String participants,
      @Nullable LocalDate validUntil) {}

  /// A word on a proposal to lower what is common.
  record ApprovalWanted(boolean approved, @Nullable String note) {}

  /// What was decided for an aspect.
  record OutcomeJson(int level, String label, String motivation) {}

  /// A classification as the API tells it.
  record DecisionJson(
      UUID id,
      UUID asset,
      String state,
      UUID model,
      int modelVersion,
      Map<String, OutcomeJson> levels,
      String participants,
      String decider,
      @Nullable LocalDate validUntil,
      int version) {

    static DecisionJson of(Decision decision) {
      var levels = new HashMap<String, OutcomeJson>();
      decision
          .outcomes()
          .forEach((aspect, it) ->
              levels.put(
                  aspect,
                  new OutcomeJson(
                      it.level(), decision.model().level(it.level()).label(), it.motivation())));
      return new DecisionJson(
          decision.id(),
          decision.asset(),
          decision.state().name().toLowerCase(Locale.ROOT),
          decision.model().id(),
          decision.model().number(),
          levels,
          decision.record().participants(),
          decision.record().decider(),
          decision.record().validUntil(),
          decision.version());
    }
  }

  @Requires("classification.read")
  @GetMapping("/api/v1/{tenant}/classification-model")
  Model model() {
    return models.current();
  }

  @Requires("classification.read")
  @GetMapping("/api/v1/{tenant}/assets/{asset}/classifications")
  List<DecisionJson> history(Viewer viewer, @PathVariable UUID asset) {
    return reading.ofAsset(viewer, asset).past().stream().map(DecisionJson::of).toList();
  }

  @Requires("classification.decide")
  @PostMapping("/api/v1/{tenant}/assets/{asset}/classifications")
  ResponseEntity<DecisionJson> decide(
      Viewer viewer, @PathVariable UUID asset, @RequestBody DecisionWanted wanted) {
    LocalDate until = wanted.validUntil();
    if (until == null) {
      throw new Refused("classification.until.out-of-range").at("validUntil");
    }
    var outcomes = new HashMap<String, Decision.Outcome>();
    Map<String, LevelWanted> levels = wanted.levels();
    if (levels != null) {
      levels.forEach((aspect, it) -> {
        String why = it.motivation();
        outcomes.put(aspect, new Decision.Outcome(it.level(), why == null ? "" : why));
      });
    }
    String participants = wanted.participants();
    UUID id =
        register.decideAtOnce(
            viewer,
            asset,
            new DecisionRegister.Conclusion(
                outcomes, participants == null ? "" : participants, until));
    DecisionJson decided = DecisionJson.of(reading.find(viewer, id).decision());
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/classifications/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(decided.version())).body(decided);
  }

  @Requires("classification.read")
  @GetMapping("/api/v1/{tenant}/classifications/{id}")
  ResponseEntity<DecisionJson> show(Viewer viewer, @PathVariable UUID id) {
    DecisionJson found = DecisionJson.of(reading.find(viewer, id).decision());
    return ResponseEntity.ok().eTag(Etag.of(found.version())).body(found);
  }

  @Requires("classification.approve")
  @PostMapping("/api/v1/{tenant}/classifications/{id}/approval")
  DecisionJson approve(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ApprovalWanted wanted) {
    String note = wanted.note();
    register.judge(viewer, id, Etag.demanded(ifMatch), wanted.approved(), note == null ? "" : note);
    return DecisionJson.of(reading.find(viewer, id).decision());
  }
}
