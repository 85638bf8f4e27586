package se.tillit.improvement.goal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Event;
import se.tillit.web.FieldProblem;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.State;
import se.tillit.web.Words;

/// Puts a goal's page together, and what its form offers.
@Component
class GoalPages {

  private final GoalRegister register;
  private final Clock clock;

  GoalPages(GoalRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  ModelAndView show(Viewer viewer, Page page, UUID id, HttpStatus status) {
    Goal goal = register.find(id);
    String base = "/" + viewer.seat().tenantKey();
    LocalDate today = Sweden.today(clock);
    Words words = page.words();
    var shown = new ShownGoal(words, goal, base, today);
    UUID parent = goal.parent();
    String indicator = goal.measure().indicator();
    List<GoalStore.Reading> readings = register.readings(id);
    var trend =
        shown.trend(indicator == null ? List.of() : register.months(goal, indicator), readings);
    return new ModelAndView("improvement/goal", status)
        .addObject("page", page.titled(goal.title()).under(GoalController.crumb(viewer, page)))
        .addObject("goal", shown)
        .addObject("facts", shown.facts(parent == null ? null : register.find(parent)))
        .addObject(
            "steps",
            register.stepsOf(id).stream().map(it -> new ShownGoal(words, it, base, today)).toList())
        .addObject("readings", events(shown, readings))
        .addObject("trend", trend)
        .addObject("today", today.toString())
        .addObject("actionsHref", base + "/actions?which=all&goal=" + id)
        .addObject("newAction", base + "/actions/new?servedGoal=" + id)
        .addObject("mayWrite", viewer.may(ImprovementPermissions.WRITE))
        .addObject("maySet", viewer.may(ImprovementPermissions.SET_GOALS))
        .addObject("problems", Problems.NONE);
  }

  /// Goals without a strategic one come last.
  static List<GoalBranch> branches(List<ShownGoal> goals) {
    var branches = new ArrayList<GoalBranch>();
    for (ShownGoal stem : goals.stream().filter(ShownGoal::isStrategic).toList()) {
      branches.add(
          new GoalBranch(
              stem,
              goals.stream().filter(it -> stem.goal().id().equals(it.goal().parent())).toList()));
    }
    Set<UUID> stems =
        goals.stream()
            .filter(ShownGoal::isStrategic)
            .map(it -> it.goal().id())
            .collect(Collectors.toSet());
    List<ShownGoal> loose =
        goals.stream()
            .filter(it -> !it.isStrategic())
            .filter(it -> it.goal().parent() == null || !stems.contains(it.goal().parent()))
            .toList();
    if (!loose.isEmpty()) {
      branches.add(new GoalBranch(null, loose));
    }
    return branches;
  }

  String lead(Words words, List<ShownGoal> goals) {
    List<ShownGoal> open = goals.stream().filter(it -> it.goal().isOpen()).toList();
    long kept = open.stream().filter(it -> it.state() == State.KEPT).count();
    long unmeasured = open.stream().filter(it -> it.state() == State.NOT_MEASURED).count();
    return words.t("improvement.goals.standing", open.size(), kept, unmeasured);
  }

  List<Option> parents(@Nullable String chosen, @Nullable UUID self) {
    return register.all().stream()
        .filter(it -> it.level().equals("strategic") && !it.id().equals(self))
        .map(it -> Option.of(it.id().toString(), it.title(), it.id().toString().equals(chosen)))
        .toList();
  }

  List<Option> bodies(@Nullable String chosen) {
    return register.bodies().entrySet().stream()
        .map(it ->
            Option.of(it.getKey().toString(), it.getValue(), it.getKey().toString().equals(chosen)))
        .toList();
  }

  List<Option> indicators(Words words, @Nullable String chosen) {
    return register.indicators().stream()
        .map(it -> Option.of(it, ShownGoal.indicatorTitle(words, it), it.equals(chosen)))
        .sorted((a, b) -> words.alphabetical().compare(a.label(), b.label()))
        .toList();
  }

  private static List<Event> events(ShownGoal goal, List<GoalStore.Reading> readings) {
    Words words = goal.words();
    return readings.stream()
        .map(it ->
            new Event(
                words.date(it.day()),
                it.day().toString(),
                goal.said(it.value())
                    + " "
                    + goal.goal().measure().unitWord()
                    + (it.note().isBlank() ? "" : ". " + it.note()),
                it.name(),
                null))
        .toList();
  }

  static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "title" : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }
}
