package se.tillit.governingdocument;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// When a text must be taken up again (M-1b): with each new term of office, every so many years, or
/// by hand.
///
/// @param years for `every-years` only
/// @param months after a term has begun within which the revision shall be decided; for `each-term`
public record Revision(String rule, @Nullable Integer years, int months) {

  public static final String EACH_TERM = "each-term";
  public static final String EVERY_YEARS = "every-years";
  public static final String BY_HAND = "by-hand";

  /// The council's term begins on 15 October of each fourth year from 2022 (KL 5 kap. 9 §).
  private static final int A_TERM_YEAR = 2022;

  public Revision {
    boolean known = List.of(EACH_TERM, EVERY_YEARS, BY_HAND).contains(rule);
    if (!known) {
      throw new Refused("governingdocument.revision.unknown", rule).at("revisionRule");
    }
    if (rule.equals(EVERY_YEARS) && (years == null || years < 1 || years > 20)) {
      throw new Refused("governingdocument.revision.years").at("revisionYears");
    }
    years = rule.equals(EVERY_YEARS) ? years : null;
  }

  public static Revision eachTerm() {
    return new Revision(EACH_TERM, null, 6);
  }

  public static Revision every(int years) {
    return new Revision(EVERY_YEARS, years, 0);
  }

  /// The last day for the next revision of a text adopted on a day; none when it is set by hand.
  ///
  /// @param terms first days of the council's terms as the tenant has them; the law's own where it
  ///   has none later
  public @Nullable LocalDate dayAfter(LocalDate adopted, List<LocalDate> terms) {
    return switch (rule) {
      case EVERY_YEARS -> adopted.plusYears(years == null ? 0 : years);
      case EACH_TERM -> nextTerm(adopted, terms).plusMonths(months);
      default -> null;
    };
  }

  private static LocalDate nextTerm(LocalDate adopted, List<LocalDate> terms) {
    return terms.stream()
        .filter(first -> first.isAfter(adopted))
        .min(LocalDate::compareTo)
        .orElseGet(() -> lawfulTermAfter(adopted));
  }

  private static LocalDate lawfulTermAfter(LocalDate adopted) {
    int year = adopted.getYear();
    LocalDate first = LocalDate.of(year, 10, 15);
    while ((year - A_TERM_YEAR) % 4 != 0 || !first.isAfter(adopted)) {
      year++;
      first = LocalDate.of(year, 10, 15);
    }
    return first;
  }
}
