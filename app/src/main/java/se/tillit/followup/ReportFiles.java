package se.tillit.followup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// Reports and their cover letters as files: PDF for the archive, Word for those who write on.
@Controller
class ReportFiles {

  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final ReportRegister register;
  private final KeptFiles files;

  ReportFiles(ReportRegister register, KeptFiles files) {
    this.register = register;
    this.files = files;
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping({
    "/{tenant}/reports/{id:[0-9a-f-]{36}}.{format:pdf|docx}",
    "/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}.{format:pdf|docx}"
  })
  ResponseEntity<byte[]> report(Viewer viewer, @PathVariable UUID id, @PathVariable String format) {
    Report report = register.told(viewer, id);
    return file(report, "report", format);
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping({
    "/{tenant}/reports/{id:[0-9a-f-]{36}}/letter.{format:pdf|docx}",
    "/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/letter.{format:pdf|docx}"
  })
  ResponseEntity<byte[]> letter(Viewer viewer, @PathVariable UUID id, @PathVariable String format) {
    Report report = register.told(viewer, id);
    return file(report, "letter", format);
  }

  /// Every frozen report of a round with its cover letter, in one file.
  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping({"/{tenant}/reports/all.zip", "/api/v1/{tenant}/reports/all.zip"})
  void all(Viewer viewer, @ModelAttribute RoundForm form, HttpServletResponse response)
      throws IOException {
    ReportPeriod about = form.about();
    List<Report> reports =
        register.ofRound(viewer, about).stream()
            .filter(it -> it.state() != ReportState.DRAFT)
            .toList();
    if (reports.isEmpty()) {
      throw new Unknown("round", about.query());
    }
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(about.title(Words.SWEDISH) + ".zip"));
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
      for (Report report : reports) {
        String body = report.bodyName().replaceAll("[\\\\/:*?\"<>|]", "-");
        for (String name : List.of("report", "letter")) {
          zip.putNextEntry(new ZipEntry(body + "/" + title(report, name) + ".pdf"));
          zip.write(files.file(report, name + ".pdf"));
          zip.closeEntry();
        }
      }
    }
  }

  private static String title(Report report, String name) {
    return name.equals("letter")
        ? Words.SWEDISH.t("followup.letter.word")
        : report.about().title(Words.SWEDISH);
  }

  private static String named(String file) {
    return ContentDisposition.attachment()
        .filename(file, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  private ResponseEntity<byte[]> file(Report report, String name, String format) {
    String file = title(report, name) + ", " + report.bodyName() + "." + format;
    return ResponseEntity.ok()
        .contentType(format.equals("pdf") ? MediaType.APPLICATION_PDF : WORD)
        .header(HttpHeaders.CONTENT_DISPOSITION, named(file))
        .body(files.file(report, name + "." + format));
  }
}
