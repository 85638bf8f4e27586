package se.tillit.incident.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Base;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Event;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Words;

/// The clocks that run within reach, and one of them.
@Controller
class ClockController {

  private static final int ROWS = 20;

  private final ClockReading reading;
  private final ClockWords said;
  private final Regimes regimes;
  private final Cases cases;
  private final Clock clock;

  ClockController(
      ClockReading reading, ClockWords said, Regimes regimes, Cases cases, Clock clock) {
    this.reading = reading;
    this.said = said;
    this.regimes = regimes;
    this.cases = cases;
    this.clock = clock;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/clocks")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      ClockFilter filter,
      @RequestParam @Nullable String after) {
    Words words = page.words();
    Cursor from = after == null ? null : Cursor.parse(after);
    Instant now = clock.instant();
    List<StatutoryClock> found = reading.page(viewer, filter, from, now, ROWS + 1);
    List<StatutoryClock> kept = found.stream().limit(ROWS).toList();
    List<ShownClock> shown = said.say(viewer, words, kept);
    String here = "/" + viewer.seat().tenantKey() + "/clocks";
    String start = here + "?which=" + filter.shownWhich() + "&regime=" + plain(filter.regime());
    String next =
        found.size() <= ROWS
            ? null
            : start + "&after=" + ClockReading.cursorOf(filter, kept.getLast());
    model.addAttribute("page", page.titled(words.t("incident.clocks.title")));
    model.addAttribute("here", here);
    model.addAttribute("filter", filter);
    model.addAttribute("clocks", shown);
    model.addAttribute(
        "lanes", shown.isEmpty() || filter.isOfExercises() ? null : said.lanes(words, shown, now));
    model.addAttribute(
        "pager", new Pager(from == null ? null : start, null, next, shown.size(), -1));
    model.addAttribute("regimes", regimes(words, plain(filter.regime())));
    model.addAttribute("mayStart", viewer.may(IncidentPermissions.CLOCK));
    return "incident/clocklist";
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/clocks/{id}")
  String show(
      Viewer viewer, Model model, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Words words = page.words();
    StatutoryClock found = reading.find(viewer, id);
    ShownClock shown = said.say(viewer, words, found);
    String base = "/" + viewer.seat().tenantKey();
    var regime = regimes.version(found.definition()).regime();
    UUID incident = found.incident();
    model.addAttribute(
        "page",
        page.titled(shown.name() + " – " + shown.whose())
            .under(
                incident == null
                    ? new Crumb(words.t("incident.clocks.title"), base + "/clocks")
                    : new Crumb(found.reference(), base + "/incidents/" + incident)));
    model.addAttribute("clock", shown);
    model.addAttribute("events", reading.changes(id).stream().map(it -> event(words, it)).toList());
    model.addAttribute("mayWork", viewer.may(IncidentPermissions.CLOCK));
    model.addAttribute(
        "mayDecide",
        incident == null
            ? viewer.may(IncidentPermissions.HANDLE)
            : cases.find(viewer, incident).mayHandle());
    model.addAttribute("mayRequest", !regime.opening(Base.From.REQUEST).isEmpty());
    model.addAttribute("diary", found.diaryNumber());
    model.addAttribute("assessment", assessment(base, found));
    return "incident/clock";
  }

  private static @Nullable String assessment(String base, StatutoryClock found) {
    return found.incident() == null
        ? null
        : "%s/incidents/%s/assessments/%s/%s"
            .formatted(base, found.incident(), found.regime(), found.responsible().id());
  }

  private static Event event(Words words, ClockReading.Change it) {
    String what = words.t("incident.clock.change." + it.what());
    String text = it.reason().isEmpty() ? what : what + ": " + it.reason();
    return new Event(words.time(it.at()), it.at().toString(), text, it.by(), null);
  }

  private List<Option> regimes(Words words, String chosen) {
    return regimes.inForce(Sweden.today(clock)).stream()
        .map(it ->
            Option.of(
                it.regime().code(),
                it.regime().titles().shortName().in(words),
                it.regime().code().equals(chosen)))
        .toList();
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }
}
