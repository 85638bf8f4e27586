package se.tillit.organisation.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// The organisation as a spreadsheet under the headings that the import reads, each place below the
/// one it belongs to; with a search, the units that are found.
@Controller
class UnitExport {

  private static final String KEY = "organisation.import.units.";

  private final ExportedPlaces places;

  UnitExport(ExportedPlaces places) {
    this.places = places;
  }

  @Requires("organisation.read")
  @GetMapping("/{tenant}/units/export")
  void export(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport.<PlaceRow>of(viewer, "units", "organisation.unit.list.title")
        .word(KEY + "kind", it -> "organisation.place." + it.kind())
        .column(KEY + "name", PlaceRow::name)
        .column(KEY + "parent", PlaceRow::parent)
        .column(KEY + "answers-to", PlaceRow::answersTo)
        .column(KEY + "code", PlaceRow::code)
        .column(KEY + "from", PlaceRow::from)
        .send(response, format, places.all(q));
  }
}
