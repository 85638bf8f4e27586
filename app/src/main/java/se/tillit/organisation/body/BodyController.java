package se.tillit.organisation.body;

import java.time.Clock;
import java.time.LocalDate;
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
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Who decides: legal entities and their bodies.
@Controller
class BodyController {

  static final List<String> KINDS =
      List.of(
          "council",
          "executive_board",
          "board",
          "company_board",
          "guardian",
          "auditors",
          "directorate",
          "management_group");
  private static final List<String> ENTITY_KINDS = List.of("municipality", "company", "federation");

  private final BodyPages pages;
  private final BodyRegister register;
  private final Clock clock;

  BodyController(BodyPages pages, BodyRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  @Requires("organisation.read")
  @GetMapping("/{tenant}/bodies")
  String list(Viewer viewer, Model model, @ModelAttribute("page") Page page) {
    model.addAttribute("page", page.titled(page.t("organisation.body.list.title")));
    model.addAttribute("home", home(viewer));
    model.addAttribute("bodies", pages.bodies(Sweden.today(clock)));
    model.addAttribute("entities", pages.entities());
    model.addAttribute("terms", pages.terms());
    model.addAttribute("mayWrite", viewer.may("organisation.write"));
    return "organisation/bodies";
  }

  @Requires("organisation.read")
  @GetMapping("/{tenant}/bodies/{id}")
  String show(
      Viewer viewer, @PathVariable UUID id, Model model, @ModelAttribute("page") Page page) {
    BodyFacts body = pages.body(id).orElseThrow(() -> new Unknown("body", id));
    Crumb crumb = new Crumb(page.t("organisation.body.list.title"), home(viewer));
    model.addAttribute("page", page.titled(body.name()).under(crumb));
    model.addAttribute("home", home(viewer));
    model.addAttribute("body", body);
    model.addAttribute("meetings", pages.meetings(id, Sweden.today(clock)));
    model.addAttribute("mayPlan", viewer.may("organisation.meetings"));
    return "organisation/body";
  }

  @Requires("organisation.write")
  @GetMapping("/{tenant}/bodies/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page) {
    return form(viewer, page, "", Problems.NONE);
  }

  @Requires("organisation.write")
  @PostMapping("/{tenant}/bodies")
  ModelAndView create(
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String kind,
      @RequestParam @Nullable UUID entity,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      LocalDate today = Sweden.today(clock);
      if (ENTITY_KINDS.contains(kind)) {
        register.foundEntity(named(name), kind, null, today);
      } else if (entity == null) {
        throw new Refused("organisation.body.entity.missing").at("entity");
      } else {
        register.foundBody(entity, named(name), kind, today);
      }
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.body.founded", name)));
      return new ModelAndView("redirect:" + home(viewer));
    } catch (Refused refused) {
      String field = refused.field() == null ? "name" : refused.field();
      String said = page.t(refused.messageKey(), refused.arguments());
      return form(viewer, page, name, new Problems(List.of(new FieldProblem(field, said))));
    }
  }

  static String named(String name) {
    if (name.isBlank()) {
      throw new Refused("organisation.name.missing").at("name");
    }
    return name.strip();
  }

  private ModelAndView form(Viewer viewer, Page page, String name, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/bodyform", status);
    Crumb crumb = new Crumb(page.t("organisation.body.list.title"), home(viewer));
    view.addObject("page", page.titled(page.t("organisation.body.new")).under(crumb));
    view.addObject("home", home(viewer));
    view.addObject("name", name);
    view.addObject("problems", problems);
    view.addObject("kinds", kinds(page));
    view.addObject(
        "entities",
        pages.entities().stream().map(it -> Option.of(it.id().toString(), it.name())).toList());
    return view;
  }

  private static List<Option> kinds(Page page) {
    return Stream.concat(KINDS.stream(), ENTITY_KINDS.stream())
        .map(kind -> Option.of(kind, page.t("organisation.sort." + kind)))
        .toList();
  }

  private static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/bodies";
  }
}
