package se.tillit.incident.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Field;
import se.tillit.incident.regime.Recipient;
import se.tillit.incident.regime.Step;
import se.tillit.web.Words;

/// What a case has to tell, step by step, as a page shows it.
public final class ShownSteps {

  private final Folder folder;
  private final Words words;

  ShownSteps(Folder folder, Words words) {
    this.folder = folder;
    this.words = words;
  }

  /// One step that is to be told, and its drafts.
  ///
  /// @param letter whether it goes to people, in a letter for each group
  /// @param ready how many fields the case fills already, where nothing has been begun
  public record Told(
      UUID step,
      String regime,
      String name,
      String responsible,
      String recipient,
      String channel,
      String address,
      String fallback,
      boolean letter,
      @Nullable Instant due,
      boolean late,
      boolean submitted,
      List<Stage> stages,
      List<Version> versions) {}

  /// What may be written for a step.
  ///
  /// @param missing how many fields that must be filled the case leaves open
  public record Stage(String code, String name, int ready, int fields, int missing) {}

  /// A draft in one version.
  public record Version(
      UUID id,
      String name,
      String audience,
      String language,
      int number,
      boolean frozen,
      @Nullable Instant sentAt,
      String recipient,
      int missing,
      int offered) {}

  public List<Told> steps() {
    return folder.steps().stream()
        .filter(it -> it.live() || !rows(it).isEmpty())
        .filter(it -> !it.stages(folder.rule(it).regime()).isEmpty())
        .map(this::told)
        .sorted(
            Comparator.comparing(Told::submitted)
                .thenComparing(Told::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private Told told(ClockedStep step) {
    Recipient to = folder.recipients().get(step.recipient());
    ClockedStep.Submitted sent = step.sent();
    Instant due = step.due();
    return new Told(
        step.id(),
        folder.rule(step).regime().titles().shortName().in(words),
        folder.stage(step, step.code()).name().in(words),
        step.clock().responsible(),
        sent != null ? sent.recipient() : to == null ? step.recipient() : to.name().in(words),
        sent != null ? sent.channel() : to == null ? "" : to.channel().in(words),
        sent != null || to == null ? "" : to.address(),
        sent != null || to == null ? "" : to.fallback().in(words),
        step.isLetter(),
        due,
        sent == null && due != null && folder.of().now().isAfter(due),
        sent != null,
        stages(step),
        versions(step));
  }

  private List<Stage> stages(ClockedStep step) {
    if (!step.live()) {
      return List.of();
    }
    var begun = rows(step).stream().map(it -> it.series().stage()).collect(Collectors.toSet());
    Material filling = folder.materialFor(step);
    var stages = new ArrayList<Stage>();
    for (Step stage : step.stages(folder.rule(step).regime())) {
      if (step.isLetter() || !begun.contains(stage.code())) {
        stages.add(stage(stage, filling, step.isLate(folder.of().now())));
      }
    }
    return stages;
  }

  private Stage stage(Step stage, Material filling, boolean late) {
    int ready = 0;
    int missing = 0;
    for (Field field : stage.fields()) {
      boolean blank = Sources.say(field, filling, Words.SWEDISH).isBlank();
      ready += blank ? 0 : 1;
      missing += blank && field.asked(late).mandatory() ? 1 : 0;
    }
    return new Stage(stage.code(), stage.name().in(words), ready, stage.fields().size(), missing);
  }

  private List<Version> versions(ClockedStep step) {
    return rows(step).stream().map(folder::draft).map(this::version).toList();
  }

  private Version version(Draft draft) {
    Draft.Sent sent = draft.sent();
    return new Version(
        draft.id(),
        draft.step().name().in(words),
        draft.head().audience(),
        draft.head().language(),
        draft.head().number(),
        draft.isFrozen(),
        sent == null ? null : sent.at(),
        draft.to().name(),
        draft.missing().size(),
        draft.offered().size());
  }

  private List<DraftRow> rows(ClockedStep step) {
    return folder.rows().stream().filter(it -> it.step().equals(step.id())).toList();
  }
}
