package se.tillit.incident.measure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.tillit.exchange.document.DocxRenderer;
import se.tillit.exchange.document.PdfRenderer;
import se.tillit.identity.Requires;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// The quarterly extract of delegated decisions: its page, its files, and as JSON.
@Controller
class ExtractController {

  private static final int QUARTERS = 8;
  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final DelegatedDecisions decisions;
  private final CaseCounts counts;
  private final Clock clock;
  private final PdfRenderer pdf = new PdfRenderer();
  private final DocxRenderer docx = new DocxRenderer();

  ExtractController(DelegatedDecisions decisions, CaseCounts counts, Clock clock) {
    this.decisions = decisions;
    this.counts = counts;
    this.clock = clock;
  }

  /// The decisions as JSON.
  record Answer(String board, String quarter, List<DelegatedDecision> items) {}

  @Requires(IncidentPermissions.FIGURES)
  @GetMapping("/{tenant}/incidents/delegated-decisions")
  String show(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam(required = false) @Nullable UUID body,
      @RequestParam(defaultValue = "") String quarter) {
    Quarter wanted = wanted(quarter);
    String cases = "/" + viewer.seat().tenantKey() + "/incidents";
    model.addAttribute(
        "page",
        page.titled(page.t("incident.extract.title"))
            .under(new Crumb(page.t("incident.figures.title"), cases + "/figures")));
    model.addAttribute("here", cases + "/delegated-decisions");
    model.addAttribute(
        "extract", body == null ? null : extract(viewer, body, wanted, page.words()));
    model.addAttribute("query", body == null ? "" : "?body=" + body + "&quarter=" + wanted);
    model.addAttribute("bodies", bodies(viewer, body));
    model.addAttribute("quarters", quarters(wanted, page.words()));
    return "incident/extract";
  }

  // A board reads Swedish, whatever language the one who downloads prefers.
  @Requires(IncidentPermissions.FIGURES)
  @GetMapping({
    "/{tenant}/incidents/delegated-decisions.{format:pdf|docx}",
    "/api/v1/{tenant}/incidents/delegated-decisions.{format:pdf|docx}"
  })
  ResponseEntity<byte[]> file(
      Viewer viewer,
      @PathVariable String format,
      @RequestParam(required = false) @Nullable UUID body,
      @RequestParam(defaultValue = "") String quarter) {
    Extract extract = extract(viewer, body, wanted(quarter), Words.SWEDISH);
    var document = extract.document(viewer.seat().tenantName(), clock.instant());
    boolean asPdf = format.equals("pdf");
    String name = extract.title() + ", " + extract.subtitle() + "." + format;
    return ResponseEntity.ok()
        .contentType(asPdf ? MediaType.APPLICATION_PDF : WORD)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(asPdf ? pdf.render(document) : docx.render(document));
  }

  @Requires(IncidentPermissions.FIGURES)
  @GetMapping("/api/v1/{tenant}/incidents/delegated-decisions")
  @ResponseBody
  Answer list(
      Viewer viewer,
      @RequestParam(required = false) @Nullable UUID body,
      @RequestParam(defaultValue = "") String quarter) {
    Extract extract = extract(viewer, body, wanted(quarter), Words.SWEDISH);
    return new Answer(extract.board(), extract.quarter().toString(), extract.decisions());
  }

  private Extract extract(Viewer viewer, @Nullable UUID body, Quarter quarter, Words words) {
    if (body == null) {
      throw new Unknown("body", "none");
    }
    Scope scope = viewer.scope(IncidentPermissions.FIGURES);
    String board = decisions.board(body, scope).orElseThrow(() -> new Unknown("body", body));
    return new Extract(board, quarter, decisions.of(body, quarter), words);
  }

  private Quarter wanted(String quarter) {
    return quarter.isBlank() ? Quarter.of(Sweden.today(clock)) : Quarter.parse(quarter);
  }

  private List<Option> bodies(Viewer viewer, @Nullable UUID chosen) {
    Scope scope = viewer.scope(IncidentPermissions.FIGURES);
    return counts.bodies(scope).entrySet().stream()
        .filter(it -> scope.reachesBody(it.getKey()))
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(it -> Option.of(it.getKey().toString(), it.getValue(), it.getKey().equals(chosen)))
        .toList();
  }

  private List<Option> quarters(Quarter chosen, Words words) {
    return Stream.iterate(Quarter.of(Sweden.today(clock)), Quarter::before)
        .limit(QUARTERS)
        .map(it ->
            Option.of(
                it.toString(),
                words.t("incident.extract.quarter", it.number(), Integer.toString(it.year())),
                it.equals(chosen)))
        .toList();
  }
}
