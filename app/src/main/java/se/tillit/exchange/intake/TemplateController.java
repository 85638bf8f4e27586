package se.tillit.exchange.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.column.Columns;
import se.tillit.exchange.table.TableWriter;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Page;

/// Workbooks to fill in: the headings, and a row or two that show how.
@Controller
class TemplateController {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ImportKinds kinds;

  TemplateController(ImportKinds kinds) {
    this.kinds = kinds;
  }

  @Requires("exchange.import")
  @GetMapping("/{tenant}/imports/new/{kind}/template.xlsx")
  void show(
      Viewer viewer,
      @PathVariable String kind,
      @ModelAttribute("page") Page page,
      HttpServletResponse response)
      throws IOException {
    ImportKind wanted = kinds.of(kind, viewer);
    String title = page.t(wanted.titleKey());
    response.setContentType(WORKBOOK);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(kind + ".xlsx").build().toString());
    List<String> headings =
        Columns.of(SpokenWording.INSTANCE, wanted.columns()).headings(page.words().locale());
    try (TableWriter writer = TableWriter.workbook(response.getOutputStream(), title, headings)) {
      for (List<String> example : wanted.examples()) {
        writer.row(example);
      }
    }
  }
}
