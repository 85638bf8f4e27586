package se.tillit.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Period;

/// A report to one body about one period, and how far it has come (K-4.1.7c, M-4a).
///
/// @param kind annual, analysis, data-protection or extra
/// @param reason why an extra report is made, and of what; empty for others
public record Report(
    UUID id,
    String kind,
    UUID body,
    String bodyName,
    int period,
    int part,
    int everyMonths,
    String reason,
    String subject,
    String reference,
    ReportState state,
    Course course,
    Map<String, String> words,
    int version) {

  /// The sections that the coordinator writes, in the order they are read.
  public static final List<String> SECTIONS =
      List.of("summary", "work", "risks", "incidents", "next", "decision");

  /// When it was gathered for, frozen, delivered and handled, and under which paragraph.
  ///
  /// @param gatheredAt when a draft's figures were gathered, null before that
  public record Course(
      @Nullable Instant gatheredAt,
      @Nullable Instant frozenAt,
      @Nullable LocalDate deliveredDay,
      @Nullable LocalDate handledDay,
      @Nullable String paragraph) {}

  public String written(String section) {
    return words.getOrDefault(section, "");
  }

  public ReportPeriod about() {
    return new ReportPeriod(kind, period, part, everyMonths);
  }

  /// The days that it is about.
  public Period span() {
    return about().span();
  }
}
