package se.tillit.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.followup.Conformance.Adopted;
import se.tillit.identity.Requires;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.indicator.Figures;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// The page that says how the policy is kept: the first page of coordinators and boards (M-1a,
/// K-4b).
@Controller
class ConformanceController {

  private final ConformanceQuery conformance;
  private final Organisation organisation;
  private final Figures figures;

  ConformanceController(ConformanceQuery conformance, Organisation organisation, Figures figures) {
    this.conformance = conformance;
    this.organisation = organisation;
    this.figures = figures;
  }

  @Requires(FollowupPermissions.READ)
  @GetMapping("/{tenant}/conformance")
  String show(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam @Nullable UUID document,
      @RequestParam @Nullable UUID body,
      @RequestParam @Nullable UUID unit) {
    figures.refresh();
    Words words = page.words();
    Scope scope = viewer.scope(FollowupPermissions.READ);
    Reach reach = Reach.of(scope, body, unit);
    String tenant = "/" + viewer.seat().tenantKey();
    List<Adopted> documents = conformance.documents();
    Optional<Adopted> chosen =
        documents.stream().filter(it -> document == null || it.id().equals(document)).findFirst();
    model.addAttribute("page", page.titled(words.t("followup.conformance.title")));
    model.addAttribute("here", tenant + "/conformance");
    model.addAttribute("documents", options(documents, chosen));
    model.addAttribute("bodies", bodies(scope, body, words));
    model.addAttribute("units", units(scope, body, unit, words));
    model.addAttribute("filtered", body != null || unit != null);
    model.addAttribute(
        "shown",
        chosen
            .map(it -> conformance.of(it, reach))
            .map(it -> new ShownConformance(it, words, tenant, query(body, unit)))
            .orElse(null));
    model.addAttribute(
        "picture",
        organisation
            .picture(reach, name(viewer, scope, body, unit, words), words)
            .map(it -> it.draw(words))
            .orElse(null));
    return "followup/conformance";
  }

  private String name(
      Viewer viewer, Scope scope, @Nullable UUID body, @Nullable UUID unit, Words words) {
    if (unit != null) {
      return organisation.units(scope, words).stream()
          .filter(it -> it.id().equals(unit))
          .findFirst()
          .map(Organisation.Unit::name)
          .orElse("");
    }
    return viewer.seat().tenantName();
  }

  private static List<Option> options(List<Adopted> documents, Optional<Adopted> chosen) {
    return documents.stream()
        .map(it -> Option.of(it.id().toString(), it.title(), chosen.filter(it::equals).isPresent()))
        .toList();
  }

  private List<Option> bodies(Scope scope, @Nullable UUID chosen, Words words) {
    return organisation.bodies(scope, words).stream()
        .map(it -> Option.of(it.id().toString(), it.name(), it.id().equals(chosen)))
        .toList();
  }

  private List<Option> units(Scope scope, @Nullable UUID body, @Nullable UUID chosen, Words words) {
    return organisation.units(scope, words).stream()
        .filter(it -> body == null || it.body().equals(body))
        .map(it -> Option.of(it.id().toString(), it.name(), it.id().equals(chosen)))
        .toList();
  }

  static String query(@Nullable UUID body, @Nullable UUID unit) {
    return unit != null ? "?unit=" + unit : body != null ? "?body=" + body : "";
  }
}
