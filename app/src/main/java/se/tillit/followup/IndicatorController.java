package se.tillit.followup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.followup.Breakdown.Told;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.indicator.ClauseIndicator;
import se.tillit.indicator.Figures;
import se.tillit.indicator.Indicator;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Words;

/// A figure opened up: by body, by unit, down to the records, each saying what would make it met
/// and who can do it.
@Controller
class IndicatorController {

  private static final int ROWS = 50;

  private final Figures figures;
  private final Breakdown breakdown;
  private final Organisation organisation;

  IndicatorController(Figures figures, Breakdown breakdown, Organisation organisation) {
    this.figures = figures;
    this.breakdown = breakdown;
    this.organisation = organisation;
  }

  /// The part of the organisation, the day and the clause that are asked for.
  record Asked(
      @Nullable UUID body, @Nullable UUID unit, @Nullable String day, @Nullable UUID clause) {}

  @Requires(FollowupPermissions.READ)
  @GetMapping("/{tenant}/indicators/{key}")
  String show(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @PathVariable String key,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "0") int from) {
    Indicator indicator = figures.byKey(key).orElseThrow(() -> new Unknown("indicator", key));
    figures.refresh();
    Words words = page.words();
    Reach reach =
        organisation.reach(
            viewer.scope(FollowupPermissions.READ),
            asked.body(),
            asked.unit(),
            Days.typed(asked.day()));
    UUID clause = indicator instanceof ClauseIndicator ? asked.clause() : null;
    Told told = new Told(key, clause, reach);
    String tenant = "/" + viewer.seat().tenantKey();
    String here = tenant + "/indicators/" + key;
    model.addAttribute(
        "page",
        page.titled(ShownFigure.title(key, words)).under(crumbs(tenant, here, told, words)));
    model.addAttribute("meaning", ShownFigure.meaning(key, words));
    model.addAttribute("figure", breakdown.figure(told, words, here));
    model.addAttribute("parts", breakdown.parts(told, words));
    model.addAttribute("here", here);
    model.addAttribute("day", reach.day());
    List<Figures.Behind> behind = behind(indicator, told, from);
    model.addAttribute("records", records(behind, viewer, tenant, words));
    model.addAttribute("pager", pager(behind, here, told, from));
    return "followup/indicator";
  }

  // Of days gone by the figures are kept, not the records.
  private List<Figures.Behind> behind(Indicator indicator, Told told, int from) {
    if (told.reach().day() != null) {
      return List.of();
    }
    var window = new Figures.Window(ROWS + 1, Math.max(0, from), false, told.clause());
    return figures.behind(indicator, told.reach()::of, window);
  }

  private List<BehindRow> records(
      List<Figures.Behind> behind, Viewer viewer, String tenant, Words words) {
    var names = breakdown.names(behind.stream().limit(ROWS).toList());
    boolean actions = viewer.may("improvement.write");
    return behind.stream()
        .limit(ROWS)
        .map(it ->
            new BehindRow(
                it.label(),
                it.path() == null ? null : tenant + it.path(),
                names.place(it),
                it.met(),
                it.met() || it.remedy() == null ? null : words.t(it.remedy()),
                names.person(it),
                it.met() || !actions ? null : tenant + action(it, words)))
        .toList();
  }

  private static String action(Figures.Behind it, Words words) {
    String title = it.remedy() == null ? it.label() : words.t(it.remedy()) + ": " + it.label();
    return "/actions/new?record=%s&unit=%s&title=%s"
        .formatted(
            it.record() == null ? "" : it.record(),
            it.unit() == null ? "" : it.unit(),
            URLEncoder.encode(title, StandardCharsets.UTF_8));
  }

  private static Pager pager(List<Figures.Behind> behind, String here, Told told, int from) {
    String query = told.query(told.reach());
    String joined = here + (query.isEmpty() ? "?" : query + "&") + "from=";
    return new Pager(
        from > 0 ? joined + 0 : null,
        from > ROWS ? joined + (from - ROWS) : null,
        behind.size() > ROWS ? joined + (from + ROWS) : null,
        Math.min(ROWS, behind.size()),
        -1);
  }

  private List<Crumb> crumbs(String tenant, String here, Told told, Words words) {
    Reach reach = told.reach();
    Reach whole = new Reach(reach.scope(), null, null, reach.day());
    Crumb up =
        new Crumb(words.t("followup.conformance.title"), tenant + "/conformance" + whole.query());
    if (reach.body() == null && reach.unit() == null) {
      return List.of(up);
    }
    Optional<Organisation.Unit> unit =
        organisation.units(reach.scope(), words).stream()
            .filter(it -> it.id().equals(reach.unit()))
            .findFirst();
    UUID body = unit.map(Organisation.Unit::body).orElse(reach.body());
    List<Crumb> crumbs = new ArrayList<>();
    crumbs.add(up);
    crumbs.add(new Crumb(words.t("followup.indicator.all"), here + told.query(whole)));
    organisation.bodies(reach.scope(), words).stream()
        .filter(it -> it.id().equals(body))
        .map(it ->
            new Crumb(
                it.name(), here + told.query(new Reach(reach.scope(), body, null, reach.day()))))
        .forEach(crumbs::add);
    unit.ifPresent(it -> crumbs.add(new Crumb(it.name(), here + told.query(reach))));
    return crumbs;
  }
}
