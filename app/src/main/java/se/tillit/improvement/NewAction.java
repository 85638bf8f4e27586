package se.tillit.improvement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an action is when it is opened.
///
/// @param source where the finding arose; none when somebody just thought of it
public record NewAction(
    String title,
    String description,
    @Nullable Source source,
    Place place,
    Hands hands,
    LocalDate due,
    Priority priority) {

  /// The finding: a kind (an indicator's key, or a module's word such as `incident`), the record,
  /// its name and its page.
  public record Source(String kind, @Nullable UUID record, String label, @Nullable String path) {

    /// The same in the address of a form, such as `/actions/new?` or `/findings/new?`.
    public String query() {
      return "indicator="
          + encoded(kind)
          + (record == null ? "" : "&record=" + record)
          + "&label="
          + encoded(label)
          + (path == null ? "" : "&path=" + encoded(path));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }

  /// Where: a unit, a body, or neither for the whole tenant.
  public record Place(@Nullable UUID unit, @Nullable UUID body) {

    public static final Place WHOLE = new Place(null, null);

    public static Place unit(UUID unit) {
      return new Place(unit, null);
    }
  }

  /// Who answers for it and who steps in.
  public record Hands(@Nullable UUID owner, @Nullable UUID deputy) {

    public static final Hands MANAGER = new Hands(null, null);
  }
}
