package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.WordSet;

/// Proposes figures for a clause by the words that it uses (`indicator-cues.txt`).
final class IndicatorCues {

  private static final String ROLES_FILLED = "organisation.roles-filled";

  /// Roles that one named person holds: whoever has such a duty must first exist.
  private static final Set<String> OFFICES =
      WordSet.of(
          "coordinator data-protection-officer head-of-security municipal-director "
              + "security-protection-officer it-security-officer data-protection-contact "
              + "information-owner system-owner system-manager archivist registrar");

  private static final String REPORTS_DELIVERED = "followup.reports-delivered";

  /// Those that a report is delivered to and handled by; a notice to an authority is another
  /// matter.
  private static final Set<String> REPORTED_TO =
      WordSet.of("council executive-board board company management-group municipal-director");

  private static final IndicatorCues ALL = new IndicatorCues();

  private final Lexicon phrases = new Lexicon();
  private final List<Rule> rules = new ArrayList<>();

  /// A figure and the phrases that must all stand in a clause for it to be proposed.
  private record Rule(String indicator, List<String> phrases, List<String> unless) {}

  private IndicatorCues() {
    for (String line : Lexicon.lines("indicator-cues.txt")) {
      int colon = line.indexOf(": ");
      for (String rule : line.substring(colon + 2).split("\\|")) {
        take(line.substring(0, colon), List.of(rule.strip().split(" \\+ ")));
      }
    }
  }

  private void take(String indicator, List<String> written) {
    List<String> needed = new ArrayList<>();
    List<String> unless = new ArrayList<>();
    for (String phrase : written) {
      String plain = phrase.startsWith("!") ? phrase.substring(1) : phrase;
      (phrase.startsWith("!") ? unless : needed).add(plain);
      phrases.add(plain, plain);
    }
    rules.add(new Rule(indicator, needed, unless));
  }

  /// Every figure that any clause can be offered.
  static Set<String> indicators() {
    return ALL.rules.stream()
        .map(Rule::indicator)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The figures that a clause's words and, for a duty, its bearer suggest.
  static List<Finding> in(Words sentence, Verdict verdict, List<Finding> findings) {
    List<Finding> proposed = new ArrayList<>(in(sentence));
    if (verdict.kind() == Kind.ROLE_DUTY) {
      propose(ROLES_FILLED, Topic.BEARER, OFFICES, findings, proposed);
    }
    if (verdict.binds()) {
      propose(REPORTS_DELIVERED, Topic.RECIPIENT, REPORTED_TO, findings, proposed);
    }
    return proposed;
  }

  private static void propose(
      String indicator,
      Topic topic,
      Set<String> keys,
      List<Finding> findings,
      List<Finding> proposed) {
    if (proposed.stream().anyMatch(finding -> finding.key().equals(indicator))) {
      return;
    }
    for (Finding reason : findings) {
      if (reason.topic() == topic && keys.contains(reason.key())) {
        proposed.add(
            new Finding(
                Topic.INDICATOR, indicator, reason.words(), reason.origin(), reason.start()));
        return;
      }
    }
  }

  private static List<Finding> in(Words sentence) {
    Map<String, Hit> hits = new LinkedHashMap<>();
    for (int at = 0; at < sentence.size(); at++) {
      ALL.phrases.allAt(sentence, at).forEach(hit -> hits.putIfAbsent(hit.key(), hit));
    }
    if (hits.isEmpty()) {
      return List.of();
    }
    Map<String, Finding> found = new LinkedHashMap<>();
    for (Rule rule : ALL.rules) {
      Finding finding = found.containsKey(rule.indicator()) ? null : finding(rule, hits, sentence);
      if (finding != null) {
        found.put(rule.indicator(), finding);
      }
    }
    return List.copyOf(found.values());
  }

  private static @Nullable Finding finding(Rule rule, Map<String, Hit> hits, Words sentence) {
    if (rule.unless().stream().anyMatch(hits::containsKey)) {
      return null;
    }
    List<Hit> needed = new ArrayList<>();
    for (String phrase : rule.phrases()) {
      Hit hit = hits.get(phrase);
      if (hit == null) {
        return null;
      }
      needed.add(hit);
    }
    String words =
        needed.stream()
            .sorted(Comparator.comparingInt(Hit::from))
            .map(hit -> sentence.written(hit.from(), hit.to()))
            .distinct()
            .collect(Collectors.joining(" … "));
    int start = needed.size() == 1 ? sentence.start(needed.getFirst().from()) : -1;
    return new Finding(Topic.INDICATOR, rule.indicator(), words, Origin.OWN, start);
  }
}
