package se.tillit.governingdocument.clause;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.demand.Finding;
import se.tillit.governingdocument.demand.Reading;
import se.tillit.governingdocument.demand.Topic;
import se.tillit.kernel.Refused;

/// What a clause that demands reports says of them (K-4.1.7c, M-4a): to whom, how often, the first
/// time, and how long before the recipient's meeting.
///
/// @param kinds every body of these kinds is reported to
/// @param bodies bodies named one by one
/// @param everyMonths null for each term of office
/// @param firstDue null for 1 February after the document has come into force
/// @param leadDays days before the meeting; null for the meeting's own day for papers
public record ReportDuty(
    Set<String> kinds,
    Set<UUID> bodies,
    @Nullable Integer everyMonths,
    @Nullable LocalDate firstDue,
    @Nullable Integer leadDays) {

  /// The kinds of body that can be reported to.
  public static final List<String> KINDS =
      List.of(
          "council",
          "executive_board",
          "board",
          "company_board",
          "guardian",
          "auditors",
          "directorate",
          "management_group");

  private static final Map<String, Integer> MONTHS =
      Map.of(
          "monthly", 1,
          "quarterly", 3,
          "half-yearly", 6,
          "yearly", 12,
          "every-second-year", 24,
          "every-third-year", 36,
          "every-fourth-year", 48);

  // «Nämnd» is the executive board too (KL 3 kap. 3–4 §§), and in a federation the directorate.
  private static final Map<String, Set<String>> RECIPIENTS =
      Map.of(
          "council", Set.of("council"),
          "executive-board", Set.of("executive_board"),
          "board", Set.of("board", "executive_board", "guardian", "directorate"),
          "company", Set.of("company_board"),
          "auditor", Set.of("auditors"),
          "management-group", Set.of("management_group"));

  public ReportDuty {
    kinds = Set.copyOf(kinds);
    bodies = Set.copyOf(bodies);
    if (kinds.isEmpty() && bodies.isEmpty()) {
      throw new Refused("governingdocument.report.no-recipient").at("recipient");
    }
    for (String kind : kinds) {
      if (!KINDS.contains(kind)) {
        throw new Refused("governingdocument.report.kind-unknown", kind).at("recipient");
      }
    }
    if (everyMonths != null && (everyMonths < 1 || everyMonths > 120)) {
      throw new Refused("governingdocument.report.months").at("everyMonths");
    }
    if (leadDays != null && (leadDays < 0 || leadDays > 365)) {
      throw new Refused("governingdocument.report.lead.wrong").at("leadDays");
    }
  }

  /// What the words of a demand propose, where they name both a recipient and a cadence.
  static Optional<ReportDuty> proposed(Reading reading) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Finding finding : reading.about(Topic.RECIPIENT)) {
      kinds.addAll(RECIPIENTS.getOrDefault(finding.key(), Set.of()));
    }
    List<String> cadences = reading.about(Topic.CADENCE).stream().map(Finding::key).toList();
    Optional<String> cadence =
        cadences.stream()
            .filter(it -> MONTHS.containsKey(it) || it.equals("each-term"))
            .findFirst();
    return kinds.isEmpty() || !reading.binds()
        ? Optional.empty()
        : cadence.map(it -> new ReportDuty(kinds, Set.of(), MONTHS.get(it), null, null));
  }
}
