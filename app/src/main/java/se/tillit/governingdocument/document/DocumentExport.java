package se.tillit.governingdocument.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// The governing documents as a spreadsheet, whole.
@Controller
class DocumentExport {

  private final DocumentRegister register;

  DocumentExport(DocumentRegister register) {
    this.register = register;
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/{tenant}/documents/export")
  void export(
      Viewer viewer,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport.<DocumentRow>of(viewer, "documents", "governingdocument.title")
        .column("governingdocument.column.title", DocumentRow::title)
        .word("governingdocument.column.level", it -> "governingdocument.level." + it.level().key())
        .word(
            "governingdocument.column.standing",
            it -> "governingdocument.standing." + it.newest().standing().key())
        .column("governingdocument.column.from", it -> it.newest().from())
        .column("governingdocument.column.to", it -> it.newest().to())
        .column("governingdocument.column.revision", it -> it.newest().revision())
        .column("governingdocument.column.owner", DocumentRow::ownerName)
        .column("governingdocument.column.body", DocumentRow::bodyName)
        .column("governingdocument.column.number", DocumentRow::number)
        .column("governingdocument.column.demands", DocumentRow::clauses)
        .column("governingdocument.column.clauses", DocumentRow::bound)
        .send(response, format, register.all());
  }
}
