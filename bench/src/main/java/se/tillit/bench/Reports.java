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
    String work = coordinator.post(reports + "/drafting", "{\"kind\":\"annual\",\"period\":2025}");
    await(coordinator, reports + "/work/" + id(work));
    double written = Bench.seconds(began);
    List<String> ids =
        ID.matcher(drafted).results().map(found -> found.group(1)).distinct().toList();
    for (String id : ids) {
      coordinator.file(reports + "/" + id + ".pdf");
      coordinator.file(reports + "/" + id + ".docx");
    }
    double taken = Bench.seconds(began);
    report.figure(
        "annual reports to %d bodies, drafted in the background in %.1f s; every PDF and DOCX fetched"
            .formatted(ids.size(), written),
        Report.format("%.1f s", taken),
        "≤ 20 s",
        taken <= 20);
  }

  private static String id(String answer) {
    return ID.matcher(answer).results().findFirst().orElseThrow().group(1);
  }

  private static void await(Client coordinator, String work) throws Exception {
    for (String answer; !(answer = coordinator.get(work)).contains("\"DONE\""); ) {
      if (answer.contains("\"FAILED\"")) {
        throw new IllegalStateException("the reports were not drafted");
      }
      Thread.sleep(100);
    }
  }
}
