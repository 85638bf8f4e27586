package se.tillit.incident.handling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.table.TableWriter;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.routing.Term;
import se.tillit.incident.routing.Terms;
import se.tillit.web.Cursor;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// The queue as a spreadsheet: all rows of the list, with the same filter and scope. That it was
/// taken out stands in the trail.
@Controller
class QueueExport {

  private static final int BATCH = 1_000;

  private final Queue queue;
  private final Terms terms;
  private final Trail trail;

  QueueExport(Queue queue, Terms terms, Trail trail) {
    this.queue = queue;
    this.terms = terms;
    this.trail = trail;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents.xlsx")
  @Transactional
  public void workbook(
      HttpServletResponse response,
      Viewer viewer,
      @ModelAttribute("page") Page page,
      QueueFilter filter)
      throws IOException {
    Words words = page.words();
    trail.record(
        "incident.exported",
        new Subject("incident-export", null, ""),
        Detail.of("filter", filter.address()));
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"incidenter.xlsx\"");
    Map<String, String> kinds = new HashMap<>();
    terms.all("kind").forEach((Term it) -> kinds.put(it.key(), it.in(words)));
    String sheet = words.t("incident.queue.title");
    try (TableWriter table =
        TableWriter.workbook(response.getOutputStream(), sheet, headings(words))) {
      Cursor after = null;
      List<QueueRow> rows;
      do {
        rows = queue.page(viewer, filter, after, BATCH);
        for (QueueRow row : rows) {
          table.row(cells(row, words, kinds));
        }
        after = rows.isEmpty() ? null : Queue.cursorOf(filter, rows.getLast());
      } while (rows.size() == BATCH);
    }
  }

  private static List<String> headings(Words words) {
    return Stream.of(
            "reference",
            "title",
            "reported",
            "certainty",
            "kind",
            "body",
            "unit",
            "handler",
            "severity",
            "personal",
            "state",
            "closed")
        .map(it -> words.t("incident.export." + it))
        .toList();
  }

  private static List<@Nullable Object> cells(
      QueueRow row, Words words, Map<String, String> kinds) {
    return Arrays.asList(
        row.reference(),
        row.title(),
        words.time(row.reportedAt()),
        words.t("incident.report." + row.certainty()),
        row.kind() == null ? null : kinds.get(row.kind()),
        row.bodyName(),
        row.unitName(),
        row.handlerName(),
        row.severityLabel(),
        words.t(row.personalData() ? "incident.yes" : "incident.no"),
        words.t("incident.state." + row.state()),
        row.closedAt() == null ? null : words.time(row.closedAt()));
  }
}
