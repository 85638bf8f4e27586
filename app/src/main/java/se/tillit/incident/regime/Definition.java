package se.tillit.incident.regime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of the text of a regime or a recipient: written once, never rewritten.
///
/// @param own whether the municipality wrote it; false when it came with Tillit
/// @param offered came with a newer Tillit while the municipality's own version stands
public record Definition(
    UUID id,
    Kind kind,
    String code,
    int number,
    LocalDate from,
    String text,
    boolean own,
    boolean offered,
    Why why,
    @Nullable Instant withdrawnAt) {

  /// What it defines.
  public enum Kind {
    REGIME,
    RECIPIENT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why it was written, by whom, and on which legal source it stands.
  public record Why(String reason, String source, String by, Instant at) {}

  /// A version as read from its text, before it has a number.
  record Draft(Kind kind, String code, LocalDate from, String name, Legal legal, String text) {}

  /// Reads the text as what it defines; the faults say what is wrong with it.
  static Draft read(Kind kind, String text, List<Text.Fault> faults) {
    var reader = new RegimeReader(faults);
    if (kind == Kind.REGIME) {
      Regime it = reader.regime(text);
      return new Draft(kind, it.code(), it.from(), it.titles().name().sv(), it.legal(), text);
    }
    Recipient it = reader.recipient(text);
    return new Draft(kind, it.code(), it.from(), it.name().sv(), it.legal(), text);
  }
}
