package se.tillit.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.tillit.identity.Requires;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;
import se.tillit.web.Cursor;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Words;

/// The annual wheel (årshjul), as a wheel and as a list.
@Controller
class DeadlineController {

  private static final int ROWS = 30;

  private final AnnualDeadlines deadlines;
  private final CalendarFeeds feeds;
  private final Clock clock;

  DeadlineController(AnnualDeadlines deadlines, CalendarFeeds feeds, Clock clock) {
    this.deadlines = deadlines;
    this.feeds = feeds;
    this.clock = clock;
  }

  @Requires(DeadlinePermissions.READ)
  @GetMapping("/{tenant}/deadlines")
  String wheel(Viewer viewer, Model model, @ModelAttribute("page") Page page, DeadlineQuery query) {
    Words words = page.words();
    LocalDate today = Sweden.today(clock);
    String here = "/" + viewer.seat().tenantKey() + "/deadlines";
    List<MonthCount> months = deadlines.months(viewer, query.ofYear(today));
    model.addAttribute("page", page.titled(words.t("deadline.wheel.title", query.year(today))));
    model.addAttribute("here", here);
    model.addAttribute("query", query);
    model.addAttribute("year", query.year(today));
    model.addAttribute("summary", summary(words, months));
    model.addAttribute(
        "months",
        new AnnualWheel(words, today, here + "/list?" + query.place())
            .draw(query.year(today), months));
    model.addAttribute("kinds", kinds(words, query.wantedKind()));
    model.addAttribute("bodies", options(deadlines.bodies(scope(viewer)), query.body()));
    model.addAttribute("units", options(deadlines.units(scope(viewer)), query.unit()));
    model.addAttribute("feed", feeds.madeAt(viewer));
    return "deadline/wheel";
  }

  @Requires(DeadlinePermissions.READ)
  @GetMapping("/{tenant}/deadlines/list")
  String list(Viewer viewer, Model model, @ModelAttribute("page") Page page, DeadlineQuery query) {
    Words words = page.words();
    LocalDate today = Sweden.today(clock);
    String base = "/" + viewer.seat().tenantKey();
    String here = base + "/deadlines/list";
    Cursor from = query.after() == null ? null : Cursor.parse(query.after());
    List<DueRow> found = deadlines.page(viewer, query.filter(today), from, ROWS + 1);
    List<DueRow> shown = found.stream().limit(ROWS).toList();
    String start = here + "?" + query.address();
    String next = found.size() <= ROWS ? null : start + "&after=" + cursorOf(shown.getLast());
    Pager pager = new Pager(from == null ? null : start, null, next, shown.size(), -1);
    model.addAttribute("page", page.titled(words.t("deadline.list.title")));
    model.addAttribute("here", here);
    model.addAttribute("wheel", base + "/deadlines?" + query.place());
    model.addAttribute("query", query);
    model.addAttribute("filter", query.filter(today));
    model.addAttribute("items", shown.stream().map(it -> item(words, base, it, today)).toList());
    model.addAttribute("pager", pager);
    model.addAttribute("kinds", kinds(words, query.wantedKind()));
    model.addAttribute("bodies", options(deadlines.bodies(scope(viewer)), query.body()));
    model.addAttribute("units", options(deadlines.units(scope(viewer)), query.unit()));
    return "deadline/list";
  }

  static Cursor cursorOf(DueRow last) {
    return Cursor.of(last.due(), last.kind(), last.record());
  }

  private static Scope scope(Viewer viewer) {
    return viewer.scope(DeadlinePermissions.READ);
  }

  private static String summary(Words words, List<MonthCount> months) {
    int total = months.stream().mapToInt(MonthCount::total).sum();
    int done = months.stream().mapToInt(MonthCount::done).sum();
    int overdue = months.stream().mapToInt(MonthCount::overdue).sum();
    return words.t("deadline.wheel.summary", total, done, overdue);
  }

  private static DeadlineItem item(Words words, String base, DueRow row, LocalDate today) {
    return new DeadlineItem(
        Sentences.deadline(words, row.kind(), row.label()),
        words.t(Sentences.key(row.kind(), "deadline") + ".kind"),
        words.date(row.due()),
        row.done() ? null : Sentences.due(row.due(), today),
        row.unit() == null ? row.body() : row.unit(),
        row.person(),
        base + row.path());
  }

  private List<Option> kinds(Words words, @Nullable String chosen) {
    return deadlines.kinds().stream()
        .map(it ->
            Option.of(it, words.t(Sentences.key(it, "deadline") + ".kind"), it.equals(chosen)))
        .sorted((a, b) -> words.alphabetical().compare(a.label(), b.label()))
        .toList();
  }

  private static List<Option> options(Map<UUID, String> named, @Nullable UUID chosen) {
    return named.entrySet().stream()
        .map(it -> Option.of(it.getKey().toString(), it.getValue(), it.getKey().equals(chosen)))
        .toList();
  }
}
