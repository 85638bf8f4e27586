package se.tillit.organisation.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// The roles as a spreadsheet: those that shall be filled with who fills them.
@Controller
class DutyExport {

  private final DutyPages pages;

  DutyExport(DutyPages pages) {
    this.pages = pages;
  }

  @Requires("organisation.duties")
  @GetMapping("/{tenant}/roles/export")
  void export(
      Viewer viewer,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport<DutyLine> table = TableExport.of(viewer, "roles", "organisation.duty.list.title");
    table
        .word("organisation.duty", it -> "organisation.duty." + it.duty())
        .column("organisation.duty.for", DutyLine::place)
        .column("organisation.duty.holder", it -> name(table, it.holder()))
        .word(
            "organisation.duty.deputy",
            it -> it.deputy() ? "exchange.table.yes" : "exchange.table.no")
        .word("organisation.duty.state", it -> it.state().messageKey())
        .send(response, format, pages.lines());
  }

  private static String name(TableExport<?> table, ExpectedDuty.Holder holder) {
    if (holder.isNobody()) {
      return "";
    }
    String name = holder.name();
    return name == null || name.isEmpty() ? table.words().t("organisation.protected") : name;
  }
}
