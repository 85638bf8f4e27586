package se.tillit.organisation.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// How far a municipality has come, as JSON.
@RestController
class SetupResource {

  private final SetupProgress progress;

  SetupResource(SetupProgress progress) {
    this.progress = progress;
  }

  /// All steps.
  record SetupJson(boolean done, List<StepJson> steps) {}

  /// One step: how far it has come, how many there are and lack it, and the pages that take it.
  record StepJson(
      String key, String progress, int there, int lacking, String page, @Nullable String sheet) {}

  @Requires("organisation.write")
  @GetMapping("/api/v1/{tenant}/setup")
  SetupJson show(Viewer viewer) {
    List<TakenStep> steps = progress.of(viewer);
    String base = "/" + viewer.seat().tenantKey();
    return new SetupJson(
        steps.stream().allMatch(TakenStep::isDone),
        steps.stream()
            .map(it ->
                new StepJson(
                    it.key(),
                    it.word(),
                    it.there(),
                    it.lacking(),
                    base + it.ways().hand(),
                    it.ways().sheet() == null ? null : base + it.ways().sheet()))
            .toList());
  }
}
