package se.tillit.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Sweden;
import se.tillit.web.Page;
import se.tillit.web.Words;
import se.tillit.web.chart.PlanChart;

/// The action plan along time: a bar for each action, what waits for what, and today.
@Controller
class TimelineController {

  private static final int BARS = 40;
  private static final int GUESSED_DAYS = 30;

  private final ActionRegister register;
  private final Dependencies dependencies;
  private final ActionChoices choices;
  private final Clock clock;

  TimelineController(
      ActionRegister register, Dependencies dependencies, ActionChoices choices, Clock clock) {
    this.register = register;
    this.dependencies = dependencies;
    this.choices = choices;
    this.clock = clock;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions/timeline")
  String show(Viewer viewer, Model model, @ModelAttribute("page") Page page, ActionFilter filter) {
    String list = "/" + viewer.seat().tenantKey() + "/actions";
    List<Action> found = register.page(viewer, filter, null, BARS + 1);
    List<Action> shown = found.stream().limit(BARS).toList();
    Words words = page.words();
    model.addAttribute(
        "page",
        page.titled(words.t("improvement.timeline.title"))
            .under(ActionController.crumb(viewer, page)));
    model.addAttribute("list", list);
    model.addAttribute("filter", filter);
    model.addAttribute("more", found.size() > BARS ? BARS : 0);
    model.addAttribute("empty", shown.isEmpty());
    if (!shown.isEmpty()) {
      PlanChart chart = chart(words, shown);
      model.addAttribute("wide", chart.wide(words));
      model.addAttribute("narrow", chart.narrow(words));
    }
    model.addAttribute("units", choices.filterUnits(viewer, filter.unit()));
    model.addAttribute("bodies", choices.bodies(viewer, filter.body()));
    return "improvement/timeline";
  }

  private PlanChart chart(Words words, List<Action> actions) {
    List<UUID> places = actions.stream().map(Action::id).toList();
    List<PlanChart.Arrow> arrows =
        dependencies.among(Set.copyOf(places)).stream()
            .map(it ->
                new PlanChart.Arrow(places.indexOf(it.blocker()), places.indexOf(it.action())))
            .toList();
    return new PlanChart(
        words.t("improvement.timeline.title"),
        Sweden.today(clock),
        actions.stream().map(it -> bar(words, it)).toList(),
        arrows);
  }

  /// An action without a first day is drawn as if it took a month.
  private static PlanChart.Bar bar(Words words, Action action) {
    var course = action.course();
    LocalDate start = course.start();
    return new PlanChart.Bar(
        action.title(),
        ShownAction.nameOf(words, action.who().responsible()),
        start == null ? course.due().minusDays(GUESSED_DAYS) : start,
        course.due(),
        words.t("improvement.state." + course.state().key()),
        !course.state().isOpen());
  }
}
