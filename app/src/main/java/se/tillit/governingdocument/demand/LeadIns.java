package se.tillit.governingdocument.demand;

import java.util.Set;
import se.tillit.governingdocument.text.WordSet;

/// Judges whether a list goes on from the sentence before it (`Chefer ska:`) or only belongs to it
/// (`… tre principer:`).
final class LeadIns {

  private static final Set<String> UNFINISHED =
      WordSet.of(
          "att för ska skall måste bör kan får av om till genom inte med på i följande bland "
              + "annat särskilt minst även");

  /// «utifrån tre principer:» is whole, and the list tells which.
  private static final Set<String> LISTED =
      WordSet.of(
          "principer aspekter områden delar punkter mål krav kriterier steg former nivåer grunder sätt");

  private LeadIns() {}

  /// True when the items inherit the lead-in's demand and the lead-in says nothing alone.
  static boolean goesOn(Sentence leadIn, Verdict verdict) {
    if (leadIn.size() == 0 || !verdict.binds()) {
      return false;
    }
    int last = leadIn.size() - 1;
    if (verdict.kind() == Kind.ROLE_DUTY || UNFINISHED.contains(leadIn.at(last))) {
      return true;
    }
    if (LISTED.stream().anyMatch(leadIn.at(last)::endsWith)) {
      return false;
    }
    boolean endsInVerb = Verbs.isInfinitive(leadIn.words(), last);
    return endsInVerb || !leadIn.holdsInfinitive(verdict.to(), leadIn.size());
  }

  /// True for a lead-in that names nobody but a role: `Kommunstyrelsen:`.
  static boolean namesRole(Sentence leadIn) {
    if (leadIn.bearers().isEmpty() || leadIn.size() > 6) {
      return false;
    }
    Hit bearer = leadIn.bearers().getFirst();
    return bearer.from() <= 2 && leadIn.size() - bearer.to() <= 2;
  }

  /// True for `Kommunstyrelsens ansvar:` and `Chefens uppgifter är att:`.
  static boolean namesDuty(Sentence leadIn) {
    boolean owned = leadIn.bearers().stream().anyMatch(Hit::genitive);
    return owned
        && leadIn.size() <= 8
        && leadIn.holdsAny(
            0,
            leadIn.size(),
            Set.of("ansvar", "uppgifter", "uppgift", "uppdrag", "ansvarsområden"));
  }
}
