package se.tillit.governingdocument.review;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.tillit.governingdocument.demand.Demands;
import se.tillit.governingdocument.demand.Kind;

/// What can be chosen for a clause, and where its forms go.
///
/// @param here the document's address
/// @param draft whether the words may still be cut and joined
public record ReviewChoices(
    String here, boolean draft, List<String> indicators, Map<UUID, String> bodies) {

  public List<Kind> kinds() {
    return Arrays.asList(Kind.values());
  }

  public List<String> bearers() {
    return Demands.bearers();
  }

  public List<String> cadences() {
    return Demands.cadences();
  }

  /// How often a report can be due, in months.
  public List<Integer> months() {
    return List.of(3, 6, 12, 24, 36, 48);
  }
}
