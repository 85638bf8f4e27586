package se.tillit.incident.measure;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// The figures on incidents as JSON.
@RestController
class FigureResource {

  private final CaseFigures figures;
  private final CaseCounts counts;
  private final Clock clock;

  FigureResource(CaseFigures figures, CaseCounts counts, Clock clock) {
    this.figures = figures;
    this.counts = counts;
    this.clock = clock;
  }

  /// Figures of these days; those of the same days a year before stand beside them.
  record Answer(LocalDate from, LocalDate to, Counted figures) {}

  @Requires(IncidentPermissions.FIGURES)
  @GetMapping("/api/v1/{tenant}/incidents/figures")
  Answer show(Viewer viewer, @ModelAttribute FigureController.Asked asked) {
    Span span = asked.span(Sweden.today(clock));
    var scope = viewer.scope(IncidentPermissions.FIGURES);
    if (asked.body() != null && !counts.bodies(scope).containsKey(asked.body())) {
      throw new Unknown("body", asked.body());
    }
    Words words = Words.in(viewer.settings().language());
    var whose = new CaseCounts.Whose(scope, asked.body());
    return new Answer(span.from(), span.to(), figures.told(whose, span, words));
  }
}
