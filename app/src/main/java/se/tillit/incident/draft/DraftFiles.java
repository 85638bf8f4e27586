package se.tillit.incident.draft;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillit.exchange.document.DocxRenderer;
import se.tillit.exchange.document.PdfRenderer;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import tools.jackson.databind.json.JsonMapper;

/// Drafts as files: PDF for the archive, Word for those who write on, JSON for machines.
@Controller
class DraftFiles {

  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final DraftRegister register;
  private final JsonMapper json;
  private final PdfRenderer pdf = new PdfRenderer();
  private final DocxRenderer docx = new DocxRenderer();

  DraftFiles(DraftRegister register, JsonMapper json) {
    this.register = register;
    this.json = json;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping({
    "/{tenant}/drafts/{id:[0-9a-f-]{36}}.{format:pdf|docx|json}",
    "/api/v1/{tenant}/drafts/{id:[0-9a-f-]{36}}.{format:pdf|docx|json}"
  })
  ResponseEntity<byte[]> file(Viewer viewer, @PathVariable UUID id, @PathVariable String format) {
    Draft draft = register.read(viewer, id, format);
    var document = new DraftDocument(draft, viewer);
    String name = draft.head().reference() + " " + document.title() + "." + format;
    return ResponseEntity.ok()
        .contentType(type(format))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content(draft, document, format));
  }

  private static MediaType type(String format) {
    return switch (format) {
      case "pdf" -> MediaType.APPLICATION_PDF;
      case "docx" -> WORD;
      default -> MediaType.APPLICATION_JSON;
    };
  }

  private byte[] content(Draft draft, DraftDocument document, String format) {
    return switch (format) {
      case "pdf" -> pdf.render(document.document());
      case "docx" -> docx.render(document.document());
      default -> json.writerWithDefaultPrettyPrinter().writeValueAsBytes(DraftJson.of(draft));
    };
  }
}
