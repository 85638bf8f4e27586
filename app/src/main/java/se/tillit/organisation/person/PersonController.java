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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Pager;

/// The people of the organisation.
@Controller
class PersonController {

  private static final int ROWS = 20;

  private final PersonPages pages;
  private final PersonRegister register;
  private final Clock clock;

  PersonController(PersonPages pages, PersonRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
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
    String first =
        home(viewer)
            + "?q="
            + URLEncoder.encode(q, StandardCharsets.UTF_8)
            + (unit == null ? "" : "&unit=" + unit);
    String next = found.size() <= ROWS ? null : first + "&after=" + shown.getLast().place();
    model.addAttribute("page", page.titled(page.t("organisation.person.list.title")));
    model.addAttribute("home", home(viewer));
    model.addAttribute("q", q);
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
    PersonFacts person = person(viewer, id);
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

  @Requires("organisation.people-write")
  @PostMapping("/{tenant}/people/{id}/assignments/{assignment}/end")
  String end(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID assignment,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    PersonFacts person = person(viewer, id);
    if (!pages.belongs(assignment, id)) {
      throw new Unknown("assignment", assignment);
    }
    register.endAssignment(assignment, Sweden.today(clock), person.name());
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.assignment.ended")));
    return "redirect:" + home(viewer) + "/" + id;
  }

  private PersonFacts person(Viewer viewer, UUID id) {
    return pages
        .one(viewer.scope("organisation.people"), id)
        .orElseThrow(() -> new Unknown("person", id));
  }

  private static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/people";
  }
}
