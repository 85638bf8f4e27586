package se.tillit.incident.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// What a case has to tell, each draft, and the page to copy it from.
@Controller
class DraftController {

  /// A field's box is named for its key, and so is the mark of what was read there.
  private static final String VALUE = "value.";

  private static final String MARK = "mark.";

  private final DraftRegister register;

  DraftController(DraftRegister register) {
    this.register = register;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/{incident}/drafts")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID incident) {
    Folder folder = register.folder(viewer, incident);
    return listed(viewer, page, folder, NewDraft.NOTHING, Problems.NONE);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/clocks/{clock}/drafts")
  ModelAndView listAlone(
      Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID clock) {
    Folder folder = register.folderAlone(viewer, clock);
    return listed(viewer, page, folder, NewDraft.NOTHING, Problems.NONE);
  }

  /// What to begin, as chosen.
  record NewDraft(
      @Nullable UUID step,
      @Nullable String stage,
      @Nullable String audience,
      @Nullable String language) {

    static final NewDraft NOTHING = new NewDraft(null, null, null, null);

    DraftRegister.Order order() {
      if (step == null) {
        throw new Refused("incident.draft.step-unknown").at("step");
      }
      return new DraftRegister.Order(step, plain(stage), plain(audience), plain(language));
    }
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/incidents/{incident}/drafts")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID incident,
      NewDraft form) {
    return begun(viewer, page, register.folder(viewer, incident), form);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/clocks/{clock}/drafts")
  ModelAndView createAlone(
      Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID clock, NewDraft form) {
    return begun(viewer, page, register.folderAlone(viewer, clock), form);
  }

  private ModelAndView begun(Viewer viewer, Page page, Folder folder, NewDraft form) {
    try {
      UUID id = register.begin(viewer, form.order());
      return new ModelAndView("redirect:" + at(viewer, id));
    } catch (Refused refused) {
      return listed(viewer, page, folder, form, problem(page, refused, "step"));
    }
  }

  private ModelAndView listed(
      Viewer viewer, Page page, Folder folder, NewDraft form, Problems problems) {
    String tenant = "/" + viewer.seat().tenantKey();
    return new ModelAndView(
            "incident/drafts",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "page",
            page.titled(page.t("incident.drafts.title"))
                .under(
                    above(page, tenant, folder.of().incident() != null),
                    new Crumb(folder.of().reference(), tenant + folder.of().path())))
        .addObject("tenant", tenant)
        .addObject("home", tenant + folder.of().path())
        .addObject("clocks", tenant + folder.of().clocksPath())
        .addObject("shown", new ShownSteps(folder, page.words()))
        .addObject("exercise", folder.of().exercise())
        .addObject("typedStep", form.step())
        .addObject("typedAudience", plain(form.audience()))
        .addObject("problems", problems)
        .addObject("mayWrite", viewer.may(IncidentPermissions.CLOCK));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/drafts/{id:[0-9a-f-]{36}}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return shown(viewer, page, register.read(viewer, id, "page"), Unkept.NOTHING, Problems.NONE);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/drafts/{id:[0-9a-f-]{36}}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      @RequestParam(required = false) @Nullable Set<String> take,
      @RequestParam(required = false) @Nullable Set<String> keep,
      RedirectAttributes redirect) {
    Map<String, DraftRegister.Typed> typed = typed(sent);
    var change =
        new DraftRegister.Change(
            typed, take == null ? Set.of() : take, keep == null ? Set.of() : keep);
    try {
      List<String> disputed = register.write(viewer, id, change);
      if (!disputed.isEmpty()) {
        return disputed(viewer, page, id, typed, disputed);
      }
    } catch (Refused refused) {
      return refused(viewer, page, id, typed, refused);
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("incident.draft.written")));
    return new ModelAndView("redirect:" + at(viewer, id));
  }

  private static Map<String, DraftRegister.Typed> typed(Map<String, String> sent) {
    var typed = new LinkedHashMap<String, DraftRegister.Typed>();
    sent.forEach((name, value) -> {
      if (name.startsWith(VALUE)) {
        String key = name.substring(VALUE.length());
        typed.put(key, new DraftRegister.Typed(value, sent.getOrDefault(MARK + key, "")));
      }
    });
    return typed;
  }

  /// Two wrote in the same field: both texts are shown, and nothing has been lost.
  private ModelAndView disputed(
      Viewer viewer,
      Page page,
      UUID id,
      Map<String, DraftRegister.Typed> typed,
      List<String> disputed) {
    var mine = new LinkedHashMap<String, String>();
    var problems = new ArrayList<FieldProblem>();
    for (String key : disputed) {
      DraftRegister.Typed one = typed.get(key);
      mine.put(key, one == null ? "" : Texts.plain(one.value()));
      problems.add(new FieldProblem(VALUE + key, page.t("incident.draft.disputed")));
    }
    ModelAndView view =
        shown(
            viewer,
            page,
            register.read(viewer, id, "page"),
            new Unkept(mine, mine.keySet()),
            new Problems(problems));
    view.setStatus(HttpStatus.CONFLICT);
    return view;
  }

  private ModelAndView refused(
      Viewer viewer, Page page, UUID id, Map<String, DraftRegister.Typed> typed, Refused refused) {
    var mine = new LinkedHashMap<String, String>();
    typed.forEach((key, one) -> mine.put(key, Texts.plain(one.value())));
    String field = refused.field() == null ? "" : VALUE + refused.field();
    String why = page.t(refused.messageKey(), refused.arguments());
    return shown(
        viewer,
        page,
        register.read(viewer, id, "page"),
        new Unkept(mine, Set.of()),
        new Problems(List.of(new FieldProblem(field, why))));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/drafts/{id:[0-9a-f-]{36}}/copy")
  ModelAndView copy(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Draft draft = register.read(viewer, id, "copy");
    // What goes into the authority's form is named as the form names it, whatever the page speaks.
    var shown = new ShownDraft(draft, draft.words(), Map.of(), Set.of());
    return new ModelAndView("incident/draftcopy")
        .addObject(
            "page",
            page.titled(page.t("incident.draft.copy.title", shown.name()))
                .under(crumbs(viewer, page, shown, new Crumb(shown.name(), at(viewer, id)))))
        .addObject("here", at(viewer, id))
        .addObject("draft", shown);
  }

  /// What was typed and is not kept, and which of it is disputed.
  record Unkept(Map<String, String> typed, Set<String> disputed) {

    static final Unkept NOTHING = new Unkept(Map.of(), Set.of());
  }

  static ModelAndView shown(
      Viewer viewer, Page page, Draft draft, Unkept unkept, Problems problems) {
    var shown = new ShownDraft(draft, page.words(), unkept.typed(), unkept.disputed());
    return new ModelAndView(
            "incident/draft", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("page", page.titled(shown.name()).under(crumbs(viewer, page, shown)))
        .addObject("tenant", "/" + viewer.seat().tenantKey())
        .addObject("here", at(viewer, draft.id()))
        .addObject("draft", shown)
        .addObject("problems", problems)
        .addObject("mayWrite", viewer.may(IncidentPermissions.CLOCK));
  }

  private static Crumb[] crumbs(Viewer viewer, Page page, ShownDraft shown, Crumb... more) {
    String tenant = "/" + viewer.seat().tenantKey();
    String home = tenant + shown.path();
    var crumbs =
        new ArrayList<Crumb>(
            List.of(
                above(page, tenant, shown.isOfCase()),
                new Crumb(shown.reference(), home),
                new Crumb(page.t("incident.drafts.title"), home + "/drafts")));
    crumbs.addAll(List.of(more));
    return crumbs.toArray(Crumb[]::new);
  }

  private static Crumb above(Page page, String tenant, boolean ofCase) {
    return ofCase
        ? new Crumb(page.t("incident.nav.cases"), tenant + "/incidents")
        : new Crumb(page.t("incident.clocks.title"), tenant + "/clocks");
  }

  static Problems problem(Page page, Refused refused, String otherwise) {
    String field = refused.field();
    return new Problems(
        List.of(
            new FieldProblem(
                field == null ? otherwise : field,
                page.t(refused.messageKey(), refused.arguments()))));
  }

  static String at(Viewer viewer, UUID id) {
    return "/" + viewer.seat().tenantKey() + "/drafts/" + id;
  }

  static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
