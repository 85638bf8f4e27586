package se.tillit.organisation.person;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;

/// The people of the organisation.
@Controller
class PersonController {

  private static final int ROWS = 20;

  private final PersonPages pages;
  private final Staffing staffing;
  private final ChosenColumns columns;
  private final Clock clock;

  PersonController(PersonPages pages, Staffing staffing, ChosenColumns columns, Clock clock) {
    this.columns = columns;
    this.pages = pages;
    this.staffing = staffing;
    this.clock = clock;
  }

  @Requires("organisation.people")
  @GetMapping("/{tenant}/people")
  String list(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable UUID unit,
      @RequestParam @Nullable String after,
      Model model,
      @ModelAttribute("page") Page page) {
    Cursor from = after == null ? null : Cursor.parse(after);
    List<PersonRow> found =
        pages.list(
            viewer.scope("organisation.people"), new PersonPages.Filter(q, unit), from, ROWS + 1);
    List<PersonRow> shown = found.stream().limit(ROWS).toList();
    String query =
        "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + (unit == null ? "" : "&unit=" + unit);
    String first = home(viewer) + "?" + query;
    String next = found.size() <= ROWS ? null : first + "&after=" + shown.getLast().place();
    model.addAttribute("page", page.titled(page.t("organisation.person.list.title")));
    model.addAttribute("home", home(viewer));
    model.addAttribute("columns", columns.of(viewer, page, "people", offered(page)));
    model.addAttribute("q", q);
    model.addAttribute("query", query);
    model.addAttribute("unit", unit);
    model.addAttribute("people", shown);
    model.addAttribute(
        "pager", new Pager(from == null ? null : first, null, next, shown.size(), -1));
    model.addAttribute("mayWrite", viewer.may("organisation.people-write"));
    return "organisation/people";
  }

  @Requires("organisation.people")
  @GetMapping("/{tenant}/people/{id}")
  String show(
      Viewer viewer, @PathVariable UUID id, Model model, @ModelAttribute("page") Page page) {
    PersonFacts person = staffing.seen(viewer, id);
    String title = person.hidden() ? page.t("organisation.protected") : person.name();
    Crumb crumb = new Crumb(page.t("organisation.person.list.title"), home(viewer));
    model.addAttribute("page", page.titled(title).under(crumb));
    model.addAttribute("home", home(viewer));
    model.addAttribute("person", person);
    model.addAttribute("today", Sweden.today(clock));
    model.addAttribute("assignments", pages.assignments(id));
    model.addAttribute("mayWrite", viewer.may("organisation.people-write"));
    return "organisation/person";
  }

  /// What beside the name a person may want to see.
  private static List<Option> offered(Page page) {
    return List.of(
        Option.of("title", page.t("organisation.person.title"), true),
        Option.of("unit", page.t("organisation.unit"), true),
        Option.of("email", page.t("organisation.person.email"), false));
  }

  static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/people";
  }
}
