package se.tillit.organisation.person;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;

/// The list of people as a spreadsheet under the headings that the import reads: taken out and read
/// back, nothing changes.
@Controller
class PersonExport {

  private static final String KEY = "organisation.import.people.";

  private final ExportedStaff staff;

  PersonExport(ExportedStaff staff) {
    this.staff = staff;
  }

  @Requires("organisation.people")
  @GetMapping("/{tenant}/people/export")
  void export(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable UUID unit,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    Scope scope = viewer.scope("organisation.people");
    var filter = new PersonPages.Filter(q, unit);
    TableExport.<StaffRow>of(viewer, "people", "organisation.person.list.title")
        .column(KEY + "number", StaffRow::number)
        .column(KEY + "given", StaffRow::givenName)
        .column(KEY + "family", StaffRow::familyName)
        .column(KEY + "email", StaffRow::email)
        .column(KEY + "unit", StaffRow::unit)
        .column(KEY + "body", StaffRow::body)
        .word(KEY + "kind", it -> "organisation.assignment." + it.kind())
        .column(KEY + "title-column", StaffRow::title)
        .column(KEY + "from", it -> it.span().from())
        .column(KEY + "to", it -> it.span().to())
        .word(KEY + "protected", it -> it.hidden() ? "exchange.table.yes" : null)
        .send(response, format, (last, most) -> staff.page(scope, filter, last, most));
  }
}
