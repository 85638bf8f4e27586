package se.tillit.organisation.unit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;

/// The organisation's units, and each unit's own page (K-4b).
@Controller
class UnitController {

  private static final List<String> KINDS =
      List.of("administration", "department", "unit", "company");

  private final UnitPages pages;
  private final UnitRegister register;
  private final ChosenColumns columns;
  private final Clock clock;

  UnitController(UnitPages pages, UnitRegister register, ChosenColumns columns, Clock clock) {
    this.columns = columns;
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  @Requires("organisation.read")
  @GetMapping("/{tenant}/units")
  String list(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String after,
      Model model,
      @ModelAttribute("page") Page page) {
    model.addAttribute("page", page.titled(page.t("organisation.unit.list.title")));
    model.addAttribute("home", home(viewer));
    model.addAttribute("columns", columns.of(viewer, page, "units", offered(page)));
    model.addAttribute("q", q);
    long total = pages.total();
    model.addAttribute("total", total);
    Cursor from = after == null ? null : Cursor.parse(after);
    UnitPages.Listed found = q.isBlank() ? pages.tree(total, from) : pages.found(q.strip(), from);
    String list =
        home(viewer) + (q.isBlank() ? "" : "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    model.addAttribute("units", found.rows());
    model.addAttribute("pager", pager(list, from, found));
    model.addAttribute("mayWrite", viewer.may("organisation.write"));
    return "organisation/units";
  }

  @Requires("organisation.read")
  @GetMapping("/{tenant}/units/{id}")
  String show(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam @Nullable String after,
      Model model,
      @ModelAttribute("page") Page page) {
    UnitFacts facts = facts(id);
    Cursor from = after == null ? null : Cursor.parse(after);
    UnitPages.Listed below = pages.below(id, from);
    model.addAttribute("page", page.titled(facts.placement().name()).under(crumb(viewer, page)));
    model.addAttribute("home", home(viewer));
    model.addAttribute("unit", facts);
    model.addAttribute("manager", pages.manager(id));
    model.addAttribute("columns", columns.of(viewer, page, "units", offered(page)));
    model.addAttribute("below", below.rows());
    model.addAttribute("pager", pager(home(viewer) + "/" + id, from, below));
    model.addAttribute("past", pages.past(id));
    model.addAttribute("maySeePeople", viewer.scope("organisation.people").reaches(id));
    model.addAttribute("mayWrite", viewer.scope("organisation.write").reaches(id));
    return "organisation/unit";
  }

  @Requires("organisation.write")
  @GetMapping("/{tenant}/units/new")
  ModelAndView form(
      Viewer viewer, @RequestParam @Nullable String parent, @ModelAttribute("page") Page page) {
    List<UnitPages.Choice> bodies = pages.bodies();
    String only = bodies.size() == 1 ? bodies.getFirst().id().toString() : "";
    UnitForm blank = UnitForm.blank(Sweden.today(clock), parent, pages.bodyOf(parent, only));
    return form(viewer, page, blank, null, Problems.NONE);
  }

  @Requires("organisation.write")
  @PostMapping("/{tenant}/units")
  ModelAndView create(
      Viewer viewer,
      UnitForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      UUID id =
          register.open(
              viewer, form.codeOrNothing(), form.day(Sweden.today(clock)), form.placement());
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.unit.opened")));
      return new ModelAndView("redirect:" + home(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, null, problems(page, refused));
    }
  }

  @Requires("organisation.write")
  @GetMapping("/{tenant}/units/{id}/edit")
  ModelAndView edit(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    UnitFacts facts = facts(id);
    UnitForm filled = UnitForm.of(facts, Sweden.today(clock));
    return form(viewer, page, filled, facts, Problems.NONE);
  }

  @Requires("organisation.write")
  @PostMapping("/{tenant}/units/{id}")
  ModelAndView update(
      Viewer viewer,
      @PathVariable UUID id,
      UnitForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    UnitFacts facts = facts(id);
    try {
      int version = form.version() == null ? facts.version() : form.version();
      register.change(viewer, id, version, form.day(Sweden.today(clock)), form.placement());
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.unit.changed")));
      return new ModelAndView("redirect:" + home(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, facts, problems(page, refused));
    }
  }

  private ModelAndView form(
      Viewer viewer, Page page, UnitForm form, @Nullable UnitFacts facts, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/unitform", status);
    String title =
        facts == null
            ? page.t("organisation.unit.new")
            : page.t("organisation.unit.change", facts.placement().name());
    view.addObject("page", page.titled(title).under(crumb(viewer, page)));
    view.addObject("home", home(viewer));
    view.addObject("form", form);
    view.addObject("unit", facts);
    view.addObject("problems", problems);
    view.addObject("kinds", kinds(page, form));
    view.addObject("units", options(pages.units(), form.parent()));
    view.addObject("bodies", options(pages.bodies(), form.body()));
    return view;
  }

  private static List<Option> kinds(Page page, UnitForm form) {
    return KINDS.stream()
        .map(
            kind -> Option.of(kind, page.t("organisation.place." + kind), kind.equals(form.kind())))
        .toList();
  }

  private static List<Option> options(List<UnitPages.Choice> choices, @Nullable String chosen) {
    return choices.stream()
        .map(it -> Option.of(it.id().toString(), it.name(), it.id().toString().equals(chosen)))
        .toList();
  }

  static Problems problems(Page page, Refused refused) {
    String field = refused.field() == null ? "name" : refused.field();
    String said = page.t(refused.messageKey(), refused.arguments());
    return new Problems(List.of(new FieldProblem(field, said)));
  }

  private UnitFacts facts(UUID id) {
    return pages.facts(id).orElseThrow(() -> new Unknown("unit", id));
  }

  private static Pager pager(String list, @Nullable Cursor from, UnitPages.Listed found) {
    Cursor next = found.next();
    String on = list + (list.contains("?") ? "&" : "?") + "after=";
    return new Pager(
        from == null ? null : list, null, next == null ? null : on + next, found.rows().size(), -1);
  }

  /// What beside the name a person may want to see.
  private static List<Option> offered(Page page) {
    return Stream.of("kind", "manager", "body", "people")
        .map(it -> Option.of(it, page.t("organisation." + it), true))
        .toList();
  }

  private static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("organisation.unit.list.title"), home(viewer));
  }

  private static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/units";
  }
}
