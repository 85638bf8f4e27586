package se.tillit.incident.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.Certainty;

/// A report as somebody sends it.
///
/// @param key made with the form, so that a report sent twice is one report
/// @param personalData `YES`, `NO` or `UNKNOWN`
public record NewReport(
    String key,
    Certainty certainty,
    String happening,
    @Nullable Instant noticed,
    About about,
    String personalData,
    Where where,
    boolean anonymous) {

  /// Which information or system: in words, and as found in the registers.
  public record About(String words, List<UUID> assets, List<UUID> carriers) {

    public static final About UNKNOWN = new About("", List.of(), List.of());

    public About {
      assets = List.copyOf(assets);
      carriers = List.copyOf(carriers);
    }
  }

  /// Whose it is: a unit, whose body follows, or a body.
  public record Where(@Nullable UUID unit, @Nullable UUID body) {}

  /// What the case is called until somebody names it: the first words.
  String title() {
    String line = happening.strip().lines().findFirst().orElse("");
    if (line.length() <= 80) {
      return line;
    }
    int space = line.lastIndexOf(' ', 79);
    return line.substring(0, space < 40 ? 79 : space) + "…";
  }
}
