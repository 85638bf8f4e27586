package se.tillit.asset.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.table.TableWriter;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// The register as a spreadsheet: the rows that the list shows, all of them, with the same filter
/// and scope.
@Controller
class AssetExport {

  private static final int BATCH = 1000;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final AssetList list;

  AssetExport(AssetList list) {
    this.list = list;
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/assets.xlsx")
  void workbook(
      HttpServletResponse response,
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam Map<String, String> parameters)
      throws IOException {
    Words words = page.words();
    AssetFilter filter = AssetFilter.of(parameters);
    announce(response, WORKBOOK, words.t("asset.export.file") + ".xlsx");
    String sheet = words.t("asset.list.title");
    write(
        viewer,
        filter,
        words,
        TableWriter.workbook(response.getOutputStream(), sheet, headings(words)));
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/assets.csv")
  void text(
      HttpServletResponse response,
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam Map<String, String> parameters)
      throws IOException {
    Words words = page.words();
    AssetFilter filter = AssetFilter.of(parameters);
    announce(response, "text/csv;charset=UTF-8", words.t("asset.export.file") + ".csv");
    write(viewer, filter, words, TableWriter.text(response.getOutputStream(), headings(words)));
  }

  private static void announce(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private void write(Viewer viewer, AssetFilter filter, Words words, TableWriter table)
      throws IOException {
    try (table) {
      var wanted = new AssetList.Wanted(null, null, BATCH);
      while (true) {
        AssetPage page = list.page(viewer, filter, wanted);
        for (AssetRow row : page.rows()) {
          table.row(cells(row, words));
        }
        if (page.next() == null) {
          return;
        }
        wanted = new AssetList.Wanted(page.next(), null, BATCH);
      }
    }
  }

  private static List<String> headings(Words words) {
    return List.of(
        words.t("asset.column.name"),
        words.t("asset.field.type"),
        words.t("asset.column.unit"),
        words.t("asset.column.owner"),
        words.t("asset.column.forms"),
        words.t("asset.column.personal"),
        words.t("asset.column.class"),
        words.t("asset.column.profile"),
        words.t("asset.column.until"),
        words.t("asset.column.confirmed"));
  }

  private static List<@Nullable Object> cells(AssetRow row, Words words) {
    String forms =
        row.forms().stream()
            .map(form -> words.t("asset.form." + form))
            .collect(Collectors.joining(", "));
    return Arrays.asList(
        row.name(),
        row.informationType(),
        row.unitName(),
        row.ownerName(),
        forms,
        words.t("asset.personal." + row.personalData()),
        row.settled().label(),
        row.settled().profile(),
        row.settled().until(),
        row.confirmedOn());
  }
}
