package se.tillit.governingdocument;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import se.tillit.kernel.Refused;

/// How high a governing document stands, and which bodies may adopt one so high (M-3b, M-3c, M-3d).
public enum DocumentLevel {
  /// The council's; in a federation its directorate's, in a company its own board's.
  POLICY("KL 5 kap. 1 §", Set.of("council", "directorate", "company_board")),
  PROVISION("KL 6 kap. 1 §", Set.of("executive_board", "directorate", "company_board")),
  GUIDELINE(
      "KL 6 kap. 6 §",
      Set.of("council", "executive_board", "directorate", "board", "guardian", "company_board")),
  RULE(
      "KL 6 kap. 6 §",
      Set.of("executive_board", "directorate", "board", "guardian", "company_board")),
  INSTRUCTION(
      "KL 6 kap. 6 §",
      Set.of("executive_board", "directorate", "board", "guardian", "company_board")),
  ROUTINE(
      "KL 6 kap. 6 §",
      Set.of(
          "executive_board",
          "directorate",
          "board",
          "guardian",
          "company_board",
          "management_group"));

  private final String source;
  private final Set<String> entitled;

  DocumentLevel(String source, Set<String> entitled) {
    this.source = source;
    this.entitled = entitled;
  }

  /// The level's word in data, addresses and message keys.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static DocumentLevel of(String key) {
    return Arrays.stream(values())
        .filter(level -> level.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("governingdocument.level.unknown", key).at("level"));
  }

  public boolean mayBeAdoptedBy(String bodyKind) {
    return entitled.contains(bodyKind);
  }

  /// Refuses a body that may not adopt at this level, naming the rule.
  public void demandEntitled(String bodyKind, String bodyName) {
    if (!mayBeAdoptedBy(bodyKind)) {
      throw new Refused("governingdocument.adopt.not-entitled." + key(), bodyName)
          .at("body")
          .by(source);
    }
  }
}
