package se.tillit.followup;

import java.time.LocalDate;
import java.util.List;
import se.tillit.identity.Role;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;
import se.tillit.web.Words;

/// What a round of reports is about: of which kind, which year, and which part of it.
///
/// @param year the last one, where several years are told of
/// @param part 0 for whole years, else which half, quarter or month
/// @param everyMonths how long the period is
public record ReportPeriod(String kind, int year, int part, int everyMonths) {

  static final List<String> KINDS = List.of("annual", "analysis", "data-protection", "extra");

  public ReportPeriod {
    if (!KINDS.contains(kind)) {
      throw new Refused("followup.report.kind-unknown").at("kind");
    }
    boolean whole = everyMonths >= 12 && everyMonths <= 120 && part == 0;
    boolean within = everyMonths >= 1 && everyMonths < 12 && part >= 1 && part <= 12;
    if (!(whole || within) || year < 2000 || year > 2200) {
      throw new Refused("followup.report.period-wrong").at("period");
    }
  }

  static ReportPeriod annual(int year) {
    return new ReportPeriod("annual", year, 0, 12);
  }

  /// The role of the one who writes it.
  String writer() {
    return isOfDataProtection() ? Role.DATA_PROTECTION_OFFICER.key() : Role.COORDINATOR.key();
  }

  boolean isOfDataProtection() {
    return kind.equals("data-protection");
  }

  /// The days of the period.
  Period span() {
    if (part == 0) {
      int years = Math.max(1, everyMonths / 12);
      return new Period(LocalDate.of(year - years + 1, 1, 1), LocalDate.of(year, 12, 31));
    }
    LocalDate first = LocalDate.of(year, 1, 1).plusMonths((long) everyMonths * (part - 1));
    return new Period(first, first.plusMonths(everyMonths).minusDays(1));
  }

  /// The period in words: `2025`, `2024–2025`, `första halvåret 2026`.
  public String in(Words words) {
    String named = Integer.toString(year);
    if (part == 0) {
      int years = Math.max(1, everyMonths / 12);
      return years == 1 ? named : (year - years + 1) + "–" + named;
    }
    return switch (everyMonths) {
      case 6 ->
          words.t(part == 1 ? "followup.period.first-half" : "followup.period.second-half", named);
      case 3 -> words.t("followup.period.quarter", part, named);
      default -> named + ":" + part;
    };
  }

  /// What a report of this round is called.
  public String title(Words words) {
    return words.t("followup.report.title." + kind, in(words));
  }

  /// The round at the end of an address.
  public String query() {
    return "kind=%s&period=%d&part=%d&everyMonths=%d".formatted(kind, year, part, everyMonths);
  }
}
