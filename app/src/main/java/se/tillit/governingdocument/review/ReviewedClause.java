package se.tillit.governingdocument.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.clause.Binding;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseInheritance;
import se.tillit.governingdocument.clause.ReportDuty;
import se.tillit.governingdocument.demand.Finding;
import se.tillit.governingdocument.demand.Split;

/// A clause under review: what it says now, why it was read so, where it may be split, and what it
/// could be bound to.
///
/// @param reasons the words that led there
/// @param legacy what it may keep from the clauses it comes from, null when nothing waits
public record ReviewedClause(
    Clause clause,
    String cue,
    List<Finding> reasons,
    List<Split> splits,
    List<Binding> proposed,
    Reporting reporting,
    ClauseInheritance.@Nullable Legacy legacy) {

  /// The reports it demands, as settled and as its words propose.
  public record Reporting(@Nullable ReportDuty duty, @Nullable ReportDuty proposed) {

    /// What to fill the form with: nothing is proposed for what somebody has settled already.
    public @Nullable ReportDuty shown(boolean settled) {
      return duty != null || settled ? duty : proposed;
    }

    public boolean isAsked() {
      return duty != null || proposed != null;
    }
  }

  private static final int A_FEW_WORDS = 40;

  /// The message that names an indicator: `asset.living-owner` →
  /// `asset.indicator.living-owner.title`.
  public static String titleKey(String indicator) {
    int dot = indicator.indexOf('.');
    return indicator.substring(0, dot) + ".indicator" + indicator.substring(dot) + ".title";
  }

  /// The first words after a place, to tell one place to split at from another.
  public static String beginning(String text, int offset) {
    String rest = text.substring(Math.min(offset, text.length())).strip();
    return rest.length() <= A_FEW_WORDS ? rest : rest.substring(0, A_FEW_WORDS) + "…";
  }
}
