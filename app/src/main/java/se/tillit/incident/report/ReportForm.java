package se.tillit.incident.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.Certainty;
import se.tillit.kernel.Sweden;
import se.tillit.web.FieldProblem;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// The report as it was typed.
///
/// @param security the gate: `no`, or `yes` for what is or may be security-protected
/// @param place `unit:…` or `body:…`
/// @param find pressed to look for an information or a system, not to send
public record ReportForm(
    @Nullable String key,
    @Nullable String security,
    @Nullable String certainty,
    @Nullable String happening,
    @Nullable String noticed,
    @Nullable String about,
    @Nullable List<String> asset,
    @Nullable List<String> carrier,
    @Nullable String personal,
    @Nullable String place,
    @Nullable Boolean anonymous,
    @Nullable String find) {

  static ReportForm begun(String key, LocalDateTime now) {
    String noticed = now.withSecond(0).withNano(0).toString();
    return new ReportForm(
        key, null, null, null, noticed, null, null, null, "unknown", null, null, null);
  }

  public static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }

  boolean isProtected() {
    return "yes".equals(security);
  }

  boolean isOpen() {
    return "no".equals(security);
  }

  boolean isSearch() {
    return find != null;
  }

  public boolean isAnonymous() {
    return anonymous != null && anonymous;
  }

  /// Whether this was ticked among what was found.
  public boolean meant(String kind, UUID id) {
    return (kind.equals("asset") ? assets() : carriers()).contains(id);
  }

  List<UUID> assets() {
    return ids(asset);
  }

  List<UUID> carriers() {
    return ids(carrier);
  }

  Problems problems(Words words) {
    var wrong = new ArrayList<FieldProblem>();
    if (!isOpen() && !isProtected()) {
      wrong.add(new FieldProblem("security", words.t("incident.report.security-missing")));
    }
    if (Stream.of(Certainty.values()).noneMatch(it -> it.key().equals(certainty))) {
      wrong.add(new FieldProblem("certainty", words.t("incident.certainty.unknown")));
    }
    if (plain(happening).isBlank()) {
      wrong.add(new FieldProblem("happening", words.t("incident.report.happening-missing")));
    }
    if (!plain(noticed).isBlank() && noticedAt() == null) {
      wrong.add(new FieldProblem("noticed", words.t("incident.report.noticed-wrong")));
    }
    return new Problems(wrong);
  }

  NewReport report() {
    return new NewReport(
        plain(key),
        Certainty.of(plain(certainty)),
        plain(happening),
        noticedAt(),
        new NewReport.About(plain(about).strip(), assets(), carriers()),
        personalData(),
        where(),
        isAnonymous());
  }

  private String personalData() {
    return switch (plain(personal)) {
      case "yes" -> "YES";
      case "no" -> "NO";
      default -> "UNKNOWN";
    };
  }

  private NewReport.Where where() {
    String[] parts = plain(place).split(":", 2);
    UUID id = parts.length == 2 ? idOf(parts[1]) : null;
    return "unit".equals(parts[0]) ? new NewReport.Where(id, null) : new NewReport.Where(null, id);
  }

  private @Nullable Instant noticedAt() {
    try {
      String text = plain(noticed).strip().replace(' ', 'T');
      return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(Sweden.ZONE).toInstant();
    } catch (DateTimeException malformed) {
      return null;
    }
  }

  private static List<UUID> ids(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream()
            .map(ReportForm::idOf)
            .filter(Objects::nonNull)
            .map(UUID.class::cast)
            .toList();
  }

  private static @Nullable UUID idOf(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
