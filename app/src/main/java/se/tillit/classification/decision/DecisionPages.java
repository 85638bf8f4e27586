package se.tillit.classification.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.asset.AssetCard;
import se.tillit.classification.Model;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Step;

/// Gathers what each page of a classification shows.
@Component
public class DecisionPages {

  static final String DECIDE = "decide";
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final Clock clock;

  DecisionPages(Clock clock) {
    this.clock = clock;
  }

  /// What was typed in a step that was refused.
  public record Typed(Map<String, Integer> levels, String motivation) {

    public Typed {
      levels = Map.copyOf(levels);
    }
  }

  /// What the form of a decision says: as it stands, or as it was typed and refused.
  public record Said(
      Map<String, Integer> levels,
      Map<String, String> motivations,
      String participants,
      String until) {

    static Said of(Decision decision, LocalDate until) {
      var levels = new HashMap<String, Integer>();
      var motivations = new HashMap<String, String>();
      for (Model.Aspect aspect : decision.model().aspects()) {
        Integer level = decision.level(aspect.key());
        if (level != null) {
          levels.put(aspect.key(), level);
        }
        motivations.put(aspect.key(), decision.motivation(aspect.key()));
      }
      return new Said(levels, motivations, decision.record().participants(), until.toString());
    }
  }

  ModelAndView guide(Viewer viewer, Page page, DecisionReading.Found found, @Nullable String step) {
    Decision decision = found.decision();
    String at = stepOf(decision, step);
    var view =
        new ModelAndView(at.equals(DECIDE) ? "classification/decide" : "classification/answer");
    surround(view, viewer, page, found);
    view.addObject("steps", steps(viewer, page, decision, at));
    view.addObject("problems", Problems.NONE);
    view.addObject("said", Said.of(decision, today().plusMonths(decision.model().validMonths())));
    decision
        .model()
        .aspect(at)
        .ifPresent(aspect -> {
          view.addObject("aspect", aspect);
          view.addObject(
              "typed",
              new Typed(decision.answers().getOrDefault(at, Map.of()), decision.motivation(at)));
        });
    return view;
  }

  ModelAndView decided(Viewer viewer, Page page, DecisionReading.Found found) {
    var view = new ModelAndView("classification/show");
    surround(view, viewer, page, found);
    view.addObject(
        "judging",
        found.decision().state() == Decision.State.PROPOSED
            && viewer.scope("classification.approve").reaches(found.asset().unit()));
    return view;
  }

  private static void surround(
      ModelAndView view, Viewer viewer, Page page, DecisionReading.Found found) {
    AssetCard asset = found.asset();
    String base = "/" + viewer.seat().tenantKey();
    view.addObject(
        "page",
        page.titled(page.t("classification.of", asset.name()))
            .under(
                new Crumb(page.t("classification.list.title"), base + "/classifications"),
                new Crumb(asset.name(), base + "/assets/" + asset.id())));
    view.addObject("found", found);
    view.addObject("base", base);
    view.addObject("home", base + "/classifications/" + found.decision().id());
  }

  /// The step asked for, else the first that is not answered.
  private static String stepOf(Decision decision, @Nullable String wanted) {
    if (DECIDE.equals(wanted) && decision.isComplete()) {
      return DECIDE;
    }
    if (wanted != null && decision.model().aspect(wanted).isPresent()) {
      return wanted;
    }
    return decision.model().aspects().stream()
        .map(Model.Aspect::key)
        .filter(aspect -> !decision.isAnswered(aspect))
        .findFirst()
        .orElse(DECIDE);
  }

  private static List<Step> steps(Viewer viewer, Page page, Decision decision, String at) {
    String home = "/" + viewer.seat().tenantKey() + "/classifications/" + decision.id();
    var steps = new ArrayList<Step>();
    for (Model.Aspect aspect : decision.model().aspects()) {
      var progress =
          aspect.key().equals(at)
              ? Step.Progress.CURRENT
              : decision.isAnswered(aspect.key()) ? Step.Progress.DONE : Step.Progress.AHEAD;
      steps.add(new Step(aspect.name(), progress, home + "?step=" + aspect.key()));
    }
    steps.add(
        new Step(
            page.t("classification.step.decide"),
            at.equals(DECIDE) ? Step.Progress.CURRENT : Step.Progress.AHEAD,
            decision.isComplete() ? home + "?step=" + DECIDE : null));
    return steps;
  }

  /// The levels to choose among for a category, each with what it means there.
  public static List<Option> levels(
      Model model, Model.Category category, @Nullable Integer chosen) {
    return model.levels().stream()
        .map(level ->
            Option.of(
                    Integer.toString(level.number()),
                    level.label(),
                    chosen != null && chosen == level.number())
                .with(model.criterion(category.key(), level.number())))
        .toList();
  }

  /// The levels that may be decided: the worst answer or above.
  public static List<Option> decidable(Decision decision, String aspect, @Nullable Integer chosen) {
    Integer worst = decision.worst(aspect);
    return decision.model().levels().stream()
        .filter(level -> worst == null || level.number() >= worst)
        .map(level ->
            Option.of(
                Integer.toString(level.number()),
                level.label(),
                chosen != null && chosen == level.number()))
        .toList();
  }

  static LocalDate day(@Nullable String typed) {
    try {
      return LocalDate.parse(typed == null ? "" : typed.strip());
    } catch (DateTimeParseException e) {
      throw new Refused("classification.until.out-of-range").at("validUntil");
    }
  }

  static int number(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(SWEDEN));
  }
}
