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
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.DocxRenderer;
import se.tillit.exchange.document.PdfRenderer;
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
  private final PdfRenderer pdf = new PdfRenderer();
  private final DocxRenderer docx = new DocxRenderer();

  ReportFiles(ReportRegister register) {
    this.register = register;
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping({
    "/{tenant}/reports/{id:[0-9a-f-]{36}}.{format:pdf|docx}",
    "/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}.{format:pdf|docx}"
  })
  ResponseEntity<byte[]> report(Viewer viewer, @PathVariable UUID id, @PathVariable String format) {
    ReportDocument document = document(viewer, id);
    return file(document.report(), document.title(), format);
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping({
    "/{tenant}/reports/{id:[0-9a-f-]{36}}/letter.{format:pdf|docx}",
    "/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/letter.{format:pdf|docx}"
  })
  ResponseEntity<byte[]> letter(Viewer viewer, @PathVariable UUID id, @PathVariable String format) {
    Document letter = document(viewer, id).letter();
    return file(letter, letter.kicker(), format);
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
        var document = new ReportDocument(report, register.facts(viewer, report), Words.SWEDISH);
        String body = report.bodyName().replaceAll("[\\\\/:*?\"<>|]", "-");
        entry(zip, body + "/" + document.title() + ".pdf", document.report());
        Document letter = document.letter();
        entry(zip, body + "/" + letter.kicker() + ".pdf", letter);
      }
    }
  }

  private void entry(ZipOutputStream zip, String name, Document document) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(pdf.render(document));
    zip.closeEntry();
  }

  private static String named(String file) {
    return ContentDisposition.attachment()
        .filename(file, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  // Boards decide in Swedish, whatever language the one who downloads prefers.
  private ReportDocument document(Viewer viewer, UUID id) {
    Report report = register.find(viewer, id);
    return new ReportDocument(report, register.facts(viewer, report), Words.SWEDISH);
  }

  private ResponseEntity<byte[]> file(Document document, String name, String format) {
    boolean asPdf = format.equals("pdf");
    String file = name + ", " + document.subtitle() + "." + format;
    return ResponseEntity.ok()
        .contentType(asPdf ? MediaType.APPLICATION_PDF : WORD)
        .header(HttpHeaders.CONTENT_DISPOSITION, named(file))
        .body(asPdf ? pdf.render(document) : docx.render(document));
  }
}
