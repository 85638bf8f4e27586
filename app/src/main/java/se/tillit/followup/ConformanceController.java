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
  private final BodyComparison comparison;
  private final Figures figures;

  ConformanceController(
      ConformanceQuery conformance,
      Organisation organisation,
      BodyComparison comparison,
      Figures figures) {
    this.conformance = conformance;
    this.organisation = organisation;
    this.comparison = comparison;
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
      @RequestParam @Nullable UUID unit,
      @RequestParam @Nullable String day) {
    figures.refresh();
    Words words = page.words();
    Reach reach =
        organisation.reach(viewer.scope(FollowupPermissions.READ), body, unit, Days.typed(day));
    String tenant = "/" + viewer.seat().tenantKey();
    List<Adopted> documents = conformance.documents(reach);
    Optional<Adopted> chosen =
        documents.stream().filter(it -> document == null || it.id().equals(document)).findFirst();
    model.addAttribute("page", page.titled(words.t("followup.conformance.title")));
    model.addAttribute("here", tenant + "/conformance");
    model.addAttribute("documents", options(documents, chosen));
    model.addAttribute("bodies", bodies(reach, words));
    model.addAttribute("units", units(reach, words));
    model.addAttribute("day", reach.day());
    model.addAttribute("filtered", !reach.query().isEmpty());
    model.addAttribute(
        "shown",
        chosen
            .map(it -> conformance.of(it, reach))
            .map(it -> new ShownConformance(it, words, tenant, reach.query()))
            .orElse(null));
    draw(model, reach, name(viewer, reach, words), words);
    return "followup/conformance";
  }

  private void draw(Model model, Reach reach, String name, Words words) {
    model.addAttribute(
        "picture", organisation.picture(reach, name, words).map(it -> it.draw(words)).orElse(null));
    model.addAttribute(
        "comparison", comparison.of(reach, words).map(it -> it.draw(words)).orElse(null));
  }

  private String name(Viewer viewer, Reach reach, Words words) {
    if (reach.unit() != null) {
      return organisation.units(reach.scope(), words).stream()
          .filter(it -> it.id().equals(reach.unit()))
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

  private List<Option> bodies(Reach reach, Words words) {
    return organisation.bodies(reach.scope(), words).stream()
        .map(it -> Option.of(it.id().toString(), it.name(), it.id().equals(reach.body())))
        .toList();
  }

  private List<Option> units(Reach reach, Words words) {
    return organisation.units(reach.scope(), words).stream()
        .filter(it -> reach.body() == null || it.body().equals(reach.body()))
        .map(it -> Option.of(it.id().toString(), it.name(), it.id().equals(reach.unit())))
        .toList();
  }
}
