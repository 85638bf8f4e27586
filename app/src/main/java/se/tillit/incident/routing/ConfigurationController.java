package se.tillit.incident.routing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// How the tenant takes reports, on one page: who gets them, anonymity, limits, and the words that
/// cases are sorted by.
@Controller
class ConfigurationController {

  private final Routing routing;
  private final Terms terms;
  private final CaseChoices choices;

  ConfigurationController(Routing routing, Terms terms, CaseChoices choices) {
    this.routing = routing;
    this.terms = terms;
    this.choices = choices;
  }

  /// The settings as typed.
  record SettingsForm(
      @Nullable Boolean anonymous,
      @Nullable Boolean officer,
      @Nullable Boolean diary,
      @Nullable String ground,
      @Nullable String megabytes,
      @Nullable Integer version) {

    Configuration configuration() {
      String size = megabytes == null ? "" : megabytes.strip();
      if (!size.matches("\\d{1,3}")) {
        throw new Refused("incident.configuration.size-wrong").at("megabytes");
      }
      return new Configuration(
          anonymous != null && anonymous,
          officer != null && officer,
          diary != null && diary,
          emptied(ground),
          Integer.parseInt(size) * Configuration.MEGABYTE,
          version == null ? -1 : version);
    }
  }

  /// A route as typed; `whom` is a role's key or a person's id.
  record RouteForm(
      @Nullable String body,
      @Nullable String kind,
      @Nullable String personal,
      @Nullable String role,
      @Nullable String person) {

    Route route() {
      String wanted = emptied(personal);
      return new Route(
          new UUID(0, 0),
          id("body", body),
          null,
          emptied(kind),
          wanted == null ? null : wanted.equals("yes"),
          emptied(role),
          id("person", person),
          null);
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
      try {
        String given = emptied(text);
        return given == null ? null : UUID.fromString(given);
      } catch (IllegalArgumentException malformed) {
        throw new Refused("incident.field.choice-unknown").at(field);
      }
    }
  }

  /// A term as typed.
  record TermForm(
      @Nullable String list,
      @Nullable String key,
      @Nullable String name,
      @Nullable String termGround,
      @Nullable Boolean hidden) {

    Terms.Wish wish() {
      return new Terms.Wish(
          list == null ? "" : list,
          key,
          name == null ? "" : name,
          emptied(termGround),
          hidden != null && hidden);
    }
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @GetMapping("/{tenant}/incidents/configuration")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page) {
    return shown(viewer, page, Problems.NONE, HttpStatus.OK);
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping("/{tenant}/incidents/configuration")
  ModelAndView configure(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      SettingsForm form,
      RedirectAttributes redirect) {
    return done(viewer, page, redirect, () -> routing.configure(form.configuration()));
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping("/{tenant}/incidents/configuration/routes")
  ModelAndView add(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      RouteForm form,
      RedirectAttributes redirect) {
    return done(viewer, page, redirect, () -> routing.add(form.route()));
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping("/{tenant}/incidents/configuration/routes/{id}/removal")
  ModelAndView remove(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return done(viewer, page, redirect, () -> routing.remove(id));
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping("/{tenant}/incidents/configuration/terms")
  ModelAndView keep(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      TermForm form,
      RedirectAttributes redirect) {
    return done(viewer, page, redirect, () -> terms.keep(form.wish()));
  }

  private ModelAndView done(Viewer viewer, Page page, RedirectAttributes redirect, Runnable work) {
    try {
      work.run();
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.saved")));
      return new ModelAndView("redirect:" + here(viewer));
    } catch (Refused refused) {
      String field = refused.field() == null ? "role" : refused.field();
      String said = page.t(refused.messageKey(), refused.arguments());
      var problems = new Problems(List.of(new FieldProblem(field, said)));
      return shown(viewer, page, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView shown(Viewer viewer, Page page, Problems problems, HttpStatus status) {
    Words words = page.words();
    Configuration configuration = routing.configuration();
    String queue = "/" + viewer.seat().tenantKey() + "/incidents";
    return new ModelAndView("incident/configuration", status)
        .addObject(
            "page",
            page.titled(page.t("incident.configuration.title"))
                .under(new Crumb(page.t("incident.queue.title"), queue)))
        .addObject("configuration", configuration)
        .addObject("routes", routing.routes())
        .addObject("kinds", terms.all("kind"))
        .addObject("causes", terms.all("cause"))
        .addObject("kindOptions", terms.options("kind", null, words))
        .addObject("bodies", choices.bodies(null))
        .addObject("people", choices.handlers(null))
        .addObject(
            "roles",
            Routing.ROLES.stream()
                .map(it -> Option.of(it, words.t("identity.role." + it)))
                .toList())
        .addObject("grounds", choices.grounds(configuration.defaultGround(), words))
        .addObject("termGrounds", choices.grounds(null, words))
        .addObject("problems", problems)
        .addObject("here", here(viewer));
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/incidents/configuration";
  }

  private static @Nullable String emptied(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
