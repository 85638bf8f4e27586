package se.tillit.asset.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.asset.register.AssetExtras.Full;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// The register as a spreadsheet: first the columns that the import reads back, then what has been
/// settled about each asset.
@Controller
class AssetExport {

  private static final String KEY = "asset.import.";

  private final AssetList list;
  private final AssetExtras extras;
  private final TakenOut taken;

  AssetExport(AssetList list, AssetExtras extras, TakenOut taken) {
    this.list = list;
    this.extras = extras;
    this.taken = taken;
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/assets/export")
  void export(
      Viewer viewer,
      @RequestParam Map<String, String> parameters,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    AssetFilter filter = AssetFilter.of(parameters);
    taken.tell(viewer, filter, parameters);
    TableExport<Full> table = TableExport.of(viewer, "assets", "asset.list.title");
    table
        .column(KEY + "name", it -> it.row().name())
        .column(KEY + "unit", it -> it.extra().unit())
        .column(KEY + "forms", it -> forms(table, it.row()))
        .column(KEY + "type", it -> it.row().informationType())
        .column(KEY + "description", it -> it.extra().description())
        .word(KEY + "personal", it -> "asset.personal." + it.row().personalData())
        .column(KEY + "owner", it -> it.extra().owner())
        .column(KEY + "record-plan", it -> it.extra().recordPlan())
        .column(KEY + "carrier", it -> it.extra().carriers())
        .column("asset.export.responsible", it -> it.row().ownerName())
        .column("asset.column.class", it -> it.row().settled().label())
        .column("asset.column.profile", it -> it.row().settled().profile())
        .column("asset.column.until", it -> it.row().settled().until())
        .column("asset.column.confirmed", it -> it.row().confirmedOn())
        .send(response, format, (last, most) -> page(viewer, filter, last, most));
  }

  private List<Full> page(Viewer viewer, AssetFilter filter, @Nullable Full last, int most) {
    var after = last == null ? null : AssetList.cursor(last.row(), filter.order());
    return extras.of(list.page(viewer, filter, new AssetList.Wanted(after, null, most)).rows());
  }

  private static String forms(TableExport<?> table, AssetRow row) {
    return row.forms().stream()
        .map(form -> table.words().t("asset.form." + form))
        .collect(Collectors.joining(", "));
  }
}
