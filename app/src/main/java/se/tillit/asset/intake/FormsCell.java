package se.tillit.asset.intake;

import java.util.List;
import java.util.TreeSet;
import se.tillit.asset.InformationForm;
import se.tillit.exchange.column.CellParser;
import se.tillit.exchange.column.Cells;
import se.tillit.exchange.column.Parsed;
import se.tillit.exchange.column.Wording;

/// One or more forms in one cell, parted by commas: `Digital, Papper`. Reads as `digital,paper`.
final class FormsCell implements CellParser<String> {

  private final CellParser<InformationForm> one;

  FormsCell(Wording wording) {
    one = Cells.choice(List.of(InformationForm.values()), InformationForm::labelKey, wording);
  }

  @Override
  public Parsed<String> parse(String text) {
    var forms = new TreeSet<InformationForm>();
    for (String part : parts(text)) {
      switch (one.parse(part.strip())) {
        case Parsed.Value<InformationForm>(var form) -> forms.add(form);
        case Parsed.Problem<InformationForm> _ -> {
          return Parsed.problem("asset.import.forms.unknown", part.strip());
        }
      }
    }
    return Parsed.value(String.join(",", forms.stream().map(InformationForm::key).toList()));
  }

  /// "Bild, ljud och film" is one form, though it holds a comma.
  private static String[] parts(String text) {
    return text.replaceAll("(?i)bild, ljud och film", "Media")
        .replaceAll("(?i)image, sound and film", "Media")
        .split("[,;/]");
  }
}
