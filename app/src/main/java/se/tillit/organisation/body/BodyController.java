package se.tillit.organisation.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    model.addAttribute("mayWrite", viewer.mayEverywhere("organisation.write"));
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
    model.addAttribute("mayWrite", viewer.scope("organisation.write").reachesBody(id));
    model.addAttribute("mayPlan", viewer.scope("organisation.meetings").reachesBody(id));
    return "organisation/body";
  }

  @Requires(value = "organisation.write", everywhere = true)
  @GetMapping("/{tenant}/bodies/new")
  ModelAndView form(Viewer viewer, BodyForm form, @ModelAttribute("page") Page page) {
    return form(viewer, page, form, Problems.NONE);
  }

  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/{tenant}/bodies")
  ModelAndView create(
      Viewer viewer,
      BodyForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      String name = named(form.name() == null ? "" : form.name());
      found(form, name);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.body.founded", name)));
      return new ModelAndView("redirect:" + home(viewer));
    } catch (Refused refused) {
      String field = refused.field() == null ? "name" : refused.field();
      String said = page.t(refused.messageKey(), refused.arguments());
      return form(viewer, page, form, new Problems(List.of(new FieldProblem(field, said))));
    }
  }

  private void found(BodyForm form, String name) {
    LocalDate today = Sweden.today(clock);
    String kind = form.kind() == null ? "" : form.kind();
    if (ENTITY_KINDS.contains(kind)) {
      register.foundEntity(name, kind, null, today);
    } else if (!KINDS.contains(kind)) {
      throw new Refused("organisation.kind.missing").at("kind");
    } else if (form.entity() == null || form.entity().isBlank()) {
      throw new Refused("organisation.body.entity.missing").at("entity");
    } else {
      register.foundBody(UUID.fromString(form.entity()), name, kind, today);
    }
  }

  static String named(String name) {
    if (name.isBlank()) {
      throw new Refused("organisation.name.missing").at("name");
    }
    return name.strip();
  }

  private ModelAndView form(Viewer viewer, Page page, BodyForm typed, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/bodyform", status);
    List<EntityRow> entities = pages.entities();
    BodyForm form = typed.proposed(viewer.seat().tenantName(), entities);
    Crumb crumb = new Crumb(page.t("organisation.body.list.title"), home(viewer));
    view.addObject(
        "page",
        page.titled(
                page.t(
                    entities.isEmpty() ? "organisation.setup.entity.do" : "organisation.body.new"))
            .under(crumb));
    view.addObject("home", home(viewer));
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("kinds", kinds(page, form, entities.isEmpty()));
    view.addObject(
        "entities",
        entities.stream()
            .map(it ->
                Option.of(it.id().toString(), it.name(), it.id().toString().equals(form.entity())))
            .toList());
    return view;
  }

  /// There is no body before the legal entity that it belongs to.
  private static List<Option> kinds(Page page, BodyForm form, boolean entityFirst) {
    Stream<String> kinds =
        entityFirst ? ENTITY_KINDS.stream() : Stream.concat(KINDS.stream(), ENTITY_KINDS.stream());
    return kinds
        .map(kind -> Option.of(kind, page.t("organisation.sort." + kind), kind.equals(form.kind())))
        .toList();
  }

  private static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/bodies";
  }
}
