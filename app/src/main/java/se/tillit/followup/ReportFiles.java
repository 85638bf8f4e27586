package se.tillit.followup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.DocxRenderer;
import se.tillit.exchange.document.PdfRenderer;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
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
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(asPdf ? pdf.render(document) : docx.render(document));
  }
}
