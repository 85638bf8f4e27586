package se.tillit.classification.carrier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// The levels of carriers over the API.
@RestController
class CarrierLevelResource {

  private final CarrierLevels levels;
  private final Models models;

  CarrierLevelResource(CarrierLevels levels, Models models) {
    this.levels = levels;
    this.models = models;
  }

  /// A carrier's levels, and whether all that it carries has a class.
  record LevelsJson(boolean settled, long carried, long classified, List<AspectJson> aspects) {}

  /// One aspect: the level it needs, what demands it, and a raise where there is one.
  record AspectJson(
      String aspect,
      @Nullable Integer level,
      @Nullable String label,
      @Nullable UUID becauseOf,
      @Nullable Integer raised,
      @Nullable String motivation) {}

  /// A raise above what the information demands.
  record RaiseWanted(int level, @Nullable String motivation) {}

  @Requires("classification.read")
  @GetMapping("/api/v1/{tenant}/carriers/{id}/classification")
  LevelsJson show(Viewer viewer, @PathVariable UUID id) {
    Model model = models.current();
    var standing = levels.standing(id);
    return new LevelsJson(
        standing.isWhole(),
        standing.carried(),
        standing.classified(),
        levels.of(viewer, id, model).stream().map(it -> json(model, it)).toList());
  }

  private static AspectJson json(Model model, CarrierAspect it) {
    return new AspectJson(
        it.aspect().key(),
        it.level() < 0 ? null : Integer.valueOf(it.level()),
        it.level() < 0 ? null : model.level(it.level()).label(),
        it.becauseOf(),
        it.raised() < 0 ? null : Integer.valueOf(it.raised()),
        it.motivation());
  }

  @Requires("asset.write")
  @PutMapping("/api/v1/{tenant}/carriers/{id}/raises/{aspect}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void raise(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable String aspect,
      @RequestBody RaiseWanted wanted) {
    String motivation = wanted.motivation();
    levels.raise(viewer, id, aspect, wanted.level(), motivation == null ? "" : motivation);
  }

  @Requires("asset.write")
  @DeleteMapping("/api/v1/{tenant}/carriers/{id}/raises/{aspect}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable String aspect) {
    levels.withdraw(viewer, id, aspect);
  }
}
