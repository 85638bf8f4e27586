package se.tillit.improvement.review;

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
import se.tillit.improvement.ImprovementPermissions;

/// The minutes of a review as files: PDF for the archive, Word for those who write on.
@Controller
class ReviewFiles {

  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final ReviewRegister register;
  private final PdfRenderer pdf = new PdfRenderer();
  private final DocxRenderer docx = new DocxRenderer();

  ReviewFiles(ReviewRegister register) {
    this.register = register;
  }

  @Requires(ImprovementPermissions.READ_REVIEWS)
  @GetMapping({
    "/{tenant}/reviews/{id:[0-9a-f-]{36}}.{format:pdf|docx}",
    "/api/v1/{tenant}/reviews/{id:[0-9a-f-]{36}}.{format:pdf|docx}"
  })
  ResponseEntity<byte[]> minutes(
      Viewer viewer, @PathVariable UUID id, @PathVariable String format) {
    Review review = register.find(id);
    Document document =
        new ReviewMinutes(review, register.facts(review), viewer.seat().tenantName()).document();
    boolean asPdf = format.equals("pdf");
    return ResponseEntity.ok()
        .contentType(asPdf ? MediaType.APPLICATION_PDF : WORD)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(review.title() + "." + format, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(asPdf ? pdf.render(document) : docx.render(document));
  }
}
