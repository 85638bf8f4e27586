package se.tillit.incident.measure;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// The page of figures on incidents, and the same figures as a spreadsheet (K-4.1.7a).
@Controller
class FigureController {

  /// So many years back may be asked for.
  private static final int YEARS = 6;

  private final CaseFigures figures;
  private final CaseCounts counts;
  private final Clock clock;

  FigureController(CaseFigures figures, CaseCounts counts, Clock clock) {
    this.figures = figures;
    this.counts = counts;
    this.clock = clock;
  }

  /// Which year and body are asked for; this year and all within reach unless said.
  record Asked(@Nullable Integer year, @Nullable UUID body) {

    Span span(LocalDate today) {
      int wanted = year == null ? today.getYear() : year;
      if (wanted > today.getYear() || wanted <= today.getYear() - YEARS) {
        throw new Unknown("year", wanted);
      }
      return Span.of(wanted, today);
    }

    String query(LocalDate today) {
      String asked = "?year=" + span(today).from().getYear();
      return body == null ? asked : asked + "&body=" + body;
    }
  }

  @Requires(IncidentPermissions.FIGURES)
  @GetMapping("/{tenant}/incidents/figures")
  String show(
      Viewer viewer, Model model, @ModelAttribute("page") Page page, @ModelAttribute Asked asked) {
    Words words = page.words();
    LocalDate today = Sweden.today(clock);
    Span span = asked.span(today);
    Map<UUID, String> bodies = counts.bodies(viewer.scope(IncidentPermissions.FIGURES));
    String here = "/" + viewer.seat().tenantKey() + "/incidents";
    Counted counted = counted(viewer, asked, span, bodies, words);
    model.addAttribute(
        "page",
        page.titled(words.t("incident.figures.title"))
            .under(new Crumb(words.t("incident.nav.cases"), here)));
    model.addAttribute("figures", new ShownFigures(counted, span, words));
    model.addAttribute("here", here + "/figures");
    model.addAttribute("export", here + "/figures/export" + asked.query(today));
    model.addAttribute("years", years(span, today));
    model.addAttribute("bodies", options(bodies, asked.body()));
    return "incident/figures";
  }

  @Requires(IncidentPermissions.FIGURES)
  @GetMapping("/{tenant}/incidents/figures/export")
  void export(
      Viewer viewer,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport<Line> table = TableExport.of(viewer, "incident-figures", "incident.figures.title");
    Span span = asked.span(Sweden.today(clock));
    Map<UUID, String> bodies = counts.bodies(viewer.scope(IncidentPermissions.FIGURES));
    Counted counted = counted(viewer, asked, span, bodies, table.words());
    table
        .word("incident.figures.by", Line::by)
        .column("incident.figures.name", Line::name)
        .column("incident.figures.period", Line::now)
        .column("incident.figures.before", Line::before)
        .send(response, format, lines(counted));
  }

  /// A row of the spreadsheet.
  record Line(String by, String name, long now, long before) {}

  private static List<Line> lines(Counted counted) {
    var lines = new ArrayList<Line>();
    add(lines, "incident.figures.by-body", counted.bodies());
    add(lines, "incident.figures.by-kind", counted.kinds());
    add(lines, "incident.figures.by-cause", counted.causes());
    add(lines, "incident.figures.by-certainty", counted.certainties());
    add(lines, "incident.figures.by-month", List.copyOf(counted.months().values()));
    return lines;
  }

  private static void add(List<Line> lines, String by, List<Counted.Part> parts) {
    parts.forEach(it -> lines.add(new Line(by, it.name(), it.now(), it.before())));
  }

  private Counted counted(
      Viewer viewer, Asked asked, Span span, Map<UUID, String> bodies, Words words) {
    if (asked.body() != null && !bodies.containsKey(asked.body())) {
      throw new Unknown("body", asked.body());
    }
    var whose = new CaseCounts.Whose(viewer.scope(IncidentPermissions.FIGURES), asked.body());
    return figures.told(whose, span, words);
  }

  private static List<Option> years(Span span, LocalDate today) {
    return IntStream.range(0, YEARS)
        .map(it -> today.getYear() - it)
        .mapToObj(Integer::toString)
        .map(it -> Option.of(it, it, it.equals(Integer.toString(span.from().getYear()))))
        .toList();
  }

  private static List<Option> options(Map<UUID, String> bodies, @Nullable UUID chosen) {
    return bodies.entrySet().stream()
        .map(it -> Option.of(it.getKey().toString(), it.getValue(), it.getKey().equals(chosen)))
        .sorted(java.util.Comparator.comparing(Option::label))
        .toList();
  }
}
