package se.tillit.incident.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// The regimes and their recipients: as they stand, version by version, and as a knowing user
/// writes the next.
@Controller
class RegimeController {

  private static final String ONE = "/{tenant}/{kind:regimes|recipients}/{code}";

  private final RegimeRegister register;
  private final Clock clock;

  RegimeController(RegimeRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/regimes")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page) {
    Words words = page.words();
    String base = "/" + viewer.seat().tenantKey();
    LocalDate today = Sweden.today(clock);
    var view = new ModelAndView("incident/regimes");
    view.addObject("page", page.titled(words.t("incident.regimes.title")));
    view.addObject(
        "regimes", register.inForce(today).stream().map(it -> line(words, base, it)).toList());
    view.addObject(
        "recipients",
        register.applying(Definition.Kind.RECIPIENT, today).stream()
            .map(it -> new RegimeReader(new ArrayList<>()).recipient(it.text()))
            .map(it -> line(words, base, it))
            .toList());
    return view;
  }

  private static RegimeLine line(Words words, String base, Regimes.InForce it) {
    Regime regime = it.regime();
    String steps =
        regime.steps().stream()
            .filter(step -> step.base().from() != Base.From.INSTEAD)
            .map(step -> step.name().in(words) + ": " + RegimeWords.due(words, step))
            .reduce((a, b) -> a + " · " + b)
            .orElse("");
    return new RegimeLine(
        base + "/regimes/" + regime.code(),
        regime.titles().name().in(words),
        steps,
        regime.legal().source(),
        RegimeWords.caution(words, regime.legal()));
  }

  private static RegimeLine line(Words words, String base, Recipient it) {
    return new RegimeLine(
        base + "/recipients/" + it.code(),
        it.name().in(words),
        it.channel().in(words),
        it.legal().source(),
        RegimeWords.caution(words, it.legal()));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(ONE)
  ModelAndView show(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable String kind,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable Integer number) {
    Words words = page.words();
    List<Definition> versions = register.versions(kind(kind), code);
    LocalDate today = Sweden.today(clock);
    String now =
        register.applying(kind(kind), today).stream()
            .filter(it -> it.code().equals(code))
            .map(it -> String.valueOf(it.number()))
            .findFirst()
            .orElse("");
    Definition shown =
        versions.stream()
            .filter(it ->
                number == null ? String.valueOf(it.number()).equals(now) : it.number() == number)
            .findFirst()
            .orElse(versions.getFirst());
    String home = "/" + viewer.seat().tenantKey() + "/" + kind + "/" + code;
    var view = new ModelAndView("incident/regime");
    view.addObject("page", titled(viewer, page, name(words, shown)));
    view.addObject("home", home);
    view.addObject("shown", shown);
    view.addObject("inForce", now);
    view.addObject("versions", versions);
    view.addObject(
        "regime",
        shown.kind() == Definition.Kind.REGIME
            ? new RegimeReader(new ArrayList<>()).regime(shown.text())
            : null);
    view.addObject("recipients", recipients(words, today));
    view.addObject("mayChange", viewer.may(IncidentPermissions.CONFIGURE));
    return view;
  }

  private Map<String, String> recipients(Words words, LocalDate today) {
    return register.applying(Definition.Kind.RECIPIENT, today).stream()
        .collect(Collectors.toMap(Definition::code, it -> name(words, it), (a, b) -> a));
  }

  private static String name(Words words, Definition it) {
    var reader = new RegimeReader(new ArrayList<>());
    return it.kind() == Definition.Kind.REGIME
        ? reader.regime(it.text()).titles().name().in(words)
        : reader.recipient(it.text()).name().in(words);
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @GetMapping(ONE + "/edit")
  ModelAndView edit(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable String kind,
      @PathVariable String code) {
    List<Definition> versions = register.versions(kind(kind), code);
    Definition latest = versions.getFirst();
    var typed = new TypedDefinition(latest.number(), latest.text(), "", "");
    return form(viewer, page, new Which(kind, code), typed, Problems.NONE);
  }

  /// Which definition.
  record Which(String kind, String code) {}

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping(ONE)
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable String kind,
      @PathVariable String code,
      TypedDefinition typed,
      RedirectAttributes redirect) {
    Words words = page.words();
    String text = plain(typed.text());
    var which = new Which(kind, code);
    register.versions(kind(kind), code);
    List<FieldProblem> faults =
        register.faults(kind(kind), code, text, words).stream()
            .map(it -> new FieldProblem("text", it))
            .toList();
    if (!faults.isEmpty()) {
      return form(viewer, page, which, typed, new Problems(faults));
    }
    try {
      var reasons = new RegimeRegister.Reasons(plain(typed.reason()), plain(typed.source()));
      int based = typed.based() == null ? -1 : typed.based();
      int number = register.write(kind(kind), code, based, text, reasons);
      redirect.addFlashAttribute("flash", Flash.done(words.t("incident.regime.written", number)));
    } catch (Refused refused) {
      String field = refused.field() == null ? "text" : refused.field();
      String why = words.t(refused.messageKey(), refused.arguments());
      return form(viewer, page, which, typed, new Problems(List.of(new FieldProblem(field, why))));
    } catch (Stale stale) {
      var why = new FieldProblem("text", words.t("incident.regime.stale"));
      int latest = register.versions(kind(kind), code).getFirst().number();
      var again = new TypedDefinition(latest, text, typed.reason(), typed.source());
      return form(viewer, page, which, again, new Problems(List.of(why)));
    }
    return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/" + kind + "/" + code);
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping(ONE + "/restoration")
  String restore(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable String kind,
      @PathVariable String code,
      @RequestParam(defaultValue = "-1") int based,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    register.versions(kind(kind), code);
    try {
      register.restore(kind(kind), code, based, reason);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.regime.restored")));
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/" + kind + "/" + code;
  }

  private ModelAndView form(
      Viewer viewer, Page page, Which which, TypedDefinition typed, Problems problems) {
    String home = "/" + viewer.seat().tenantKey() + "/" + which.kind() + "/" + which.code();
    var view =
        new ModelAndView(
            "incident/regimeedit",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    Definition latest = register.versions(kind(which.kind()), which.code()).getFirst();
    String title = page.t("incident.regime.edit", name(page.words(), latest));
    view.addObject("page", titled(viewer, page, title));
    view.addObject("home", home);
    view.addObject("typed", typed);
    view.addObject("problems", problems);
    return view;
  }

  private static Page titled(Viewer viewer, Page page, String title) {
    String up = "/" + viewer.seat().tenantKey() + "/regimes";
    return page.titled(title).under(new Crumb(page.t("incident.regimes.title"), up));
  }

  static Definition.Kind kind(String word) {
    return word.toLowerCase(Locale.ROOT).startsWith("recipient")
        ? Definition.Kind.RECIPIENT
        : Definition.Kind.REGIME;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.replace("\r\n", "\n");
  }
}
