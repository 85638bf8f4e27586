package se.tillit.organisation.body;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import se.tillit.kernel.Period;

/// The terms that follow from an ordinary election, held every fourth year: the council sits from
/// 15 October of that year (KL 5 kap. 9 §), boards and other bodies from 1 January after it.
public final class TermsOfOffice {

  static final List<String> KINDS = List.of("council", "board");
  static final String COUNCIL_SOURCE = "KL 5 kap. 9 §";
  static final String BOARDS_SOURCE = "KL 6 kap. 18 §";

  private static final int YEARS = 4;
  private static final int AN_ELECTION = 2022;

  private TermsOfOffice() {}

  /// The year of the election that gave the council which sits on the day.
  public static int electionBefore(LocalDate day) {
    int years = day.isBefore(councilOf(day.getYear()).from()) ? day.getYear() - 1 : day.getYear();
    return years - Math.floorMod(years - AN_ELECTION, YEARS);
  }

  public static Period councilOf(int electionYear) {
    LocalDate from = LocalDate.of(electionYear, Month.OCTOBER, 15);
    return new Period(from, from.plusYears(YEARS).minusDays(1));
  }

  public static Period boardsOf(int electionYear) {
    LocalDate from = LocalDate.of(electionYear + 1, Month.JANUARY, 1);
    return new Period(from, from.plusYears(YEARS).minusDays(1));
  }
}
