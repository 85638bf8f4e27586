package se.tillit.bench;

import java.util.List;
import java.util.regex.Pattern;

/// The yearly reports: one press drafts one for each body, and each comes as PDF and as DOCX.
final class Reports {

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Report report;

  Reports(Report report) {
    this.report = report;
  }

  void measure(Client coordinator, Municipality city) throws Exception {
    String reports = "/api/v1/" + city.key() + "/reports";
    long began = System.nanoTime();
    String drafted =
        coordinator.post(reports, "{\"kind\":\"annual\",\"body\":null,\"period\":2025}");
    List<String> ids =
        ID.matcher(drafted).results().map(found -> found.group(1)).distinct().toList();
    for (String id : ids) {
      coordinator.file(reports + "/" + id + ".pdf");
      coordinator.file(reports + "/" + id + ".docx");
    }
    double taken = Bench.seconds(began);
    report.figure(
        "annual reports to %d bodies, PDF and DOCX, one after the other".formatted(ids.size()),
        Report.format("%.1f s", taken),
        "≤ 20 s",
        taken <= 20);
  }
}
