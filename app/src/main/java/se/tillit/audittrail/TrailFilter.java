package se.tillit.audittrail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries are wanted; what is null or empty is not asked about.
record TrailFilter(
    @Nullable UUID subject,
    @Nullable UUID person,
    @Nullable String kind,
    @Nullable String action,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  boolean isEmpty() {
    return parameters().isEmpty();
  }

  @Nullable Instant begin() {
    return from == null ? null : from.atStartOfDay(SWEDEN).toInstant();
  }

  @Nullable Instant end() {
    return to == null ? null : to.plusDays(1).atStartOfDay(SWEDEN).toInstant();
  }

  /// The filter as it stands in an address, each part followed by `&`.
  String parameters() {
    return part("subject", subject)
        + part("person", person)
        + part("kind", kind)
        + part("action", action)
        + part("from", from)
        + part("to", to);
  }

  private static String part(String name, @Nullable Object value) {
    if (value == null || value.toString().isBlank()) {
      return "";
    }
    return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8) + "&";
  }
}
