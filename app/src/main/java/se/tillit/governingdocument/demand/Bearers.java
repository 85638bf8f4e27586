package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tillit.governingdocument.text.WordSet;

/// Finds who bears a duty: who acts in the sentence, by whom it is done, on whom it rests.
final class Bearers {

  private static final Set<String> CLAUSE_OPENERS = WordSet.of("som att när där för om");

  private final Sentence sentence;
  private final Verdict verdict;

  private Bearers(Sentence sentence, Verdict verdict) {
    this.sentence = sentence;
    this.verdict = verdict;
  }

  static List<Finding> in(Sentence sentence, Verdict verdict) {
    Bearers bearers = new Bearers(sentence, verdict);
    List<Hit> found = bearers.named();
    if (found.isEmpty()) {
      found.addAll(bearers.acting());
      found.addAll(bearers.agents());
    }
    if (found.isEmpty()) {
      found.addAll(bearers.owners());
    }
    return findings(sentence, Topic.BEARER, found);
  }

  static List<Finding> findings(Sentence sentence, Topic topic, List<Hit> hits) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    Words words = sentence.words();
    for (Hit hit : hits) {
      int from =
          topic == Topic.BEARER || topic == Topic.RECIPIENT
              ? sentence.phraseStart(hit)
              : hit.from();
      String written = words.written(from, hit.to());
      findings.putIfAbsent(
          hit.key(), new Finding(topic, hit.key(), written, Origin.OWN, words.start(from)));
    }
    return List.copyOf(findings.values());
  }

  // Within the words that decided: «är chefens ansvar att», «ett ansvar för chefer».
  private List<Hit> named() {
    boolean responsibility =
        sentence.at(verdict.to() - 1).equals("ansvar")
            || sentence.at(verdict.to() - 2).equals("ansvar");
    List<Hit> found = new ArrayList<>();
    for (Hit hit : sentence.bearers()) {
      boolean within = hit.genitive() && hit.from() >= verdict.from() && hit.to() <= verdict.to();
      boolean after =
          responsibility
              && sentence.phraseStart(hit) == verdict.to()
              && sentence.at(verdict.from()).equals("är");
      if (within || after && sentence.at(verdict.to() - 1).equals("för")) {
        found.add(hit);
      }
    }
    return found;
  }

  // Before the verb that decided, or after it where the sentence is turned: «Varje år ska nämnden
  // …».
  private List<Hit> acting() {
    List<Hit> before = free(0, verdict.from());
    return before.isEmpty() ? free(verdict.to(), firstVerbAfter()) : before;
  }

  private int firstVerbAfter() {
    for (int i = verdict.to(); i < sentence.size(); i++) {
      if (Verbs.isInfinitive(sentence.words(), i) || CLAUSE_OPENERS.contains(sentence.at(i))) {
        return i;
      }
    }
    return sentence.size();
  }

  // Those that no preposition governs; one joined to another by «och» shares its lot.
  private List<Hit> free(int from, int to) {
    List<Hit> found = new ArrayList<>();
    boolean lastGoverned = false;
    int lastEnd = -2;
    for (Hit hit : sentence.bearers()) {
      if (hit.from() < from || hit.to() > to || hit.genitive()) {
        continue;
      }
      int start = sentence.phraseStart(hit);
      boolean joined =
          start - lastEnd <= 1
              && (sentence.isJoining(start - 1) || sentence.words().isSetOff(start));
      boolean governed = joined ? lastGoverned : sentence.isGoverned(hit);
      if (!governed) {
        found.add(hit);
      }
      lastGoverned = governed;
      lastEnd = hit.to();
    }
    return found;
  }

  // «fastställs av kommunstyrelsen», «ligger på chefen», «åligger nämnden».
  private List<Hit> agents() {
    List<Hit> found = new ArrayList<>();
    boolean passive = sentence.words().at(verdict.from()).endsWith("s") || holdsPassive();
    boolean rests =
        List.of("ligger", "vilar", "åvilar", "åligger").contains(sentence.at(verdict.from()));
    for (Hit hit : sentence.bearers()) {
      String leading = sentence.at(sentence.phraseStart(hit) - 1);
      boolean by = passive && leading.equals("av");
      boolean on =
          rests && (leading.equals("på") || leading.equals("hos") || leading.startsWith("å"));
      if (hit.from() >= verdict.to() && !hit.genitive() && (by || on)) {
        found.add(hit);
      }
    }
    return found;
  }

  private boolean holdsPassive() {
    for (int i = verdict.to(); i < Math.min(sentence.size(), verdict.to() + 12); i++) {
      if (Verbs.isPassiveInfinitive(sentence.words(), i)) {
        return true;
      }
    }
    return false;
  }

  // «Det är chefens ansvar att …», «Kommunens ledningssystem ska …»: last resort, the owner of what
  // is spoken of.
  private List<Hit> owners() {
    List<Hit> found = new ArrayList<>();
    for (Hit hit : sentence.bearers()) {
      boolean near = hit.from() <= verdict.from() || hit.to() <= verdict.to();
      if (hit.genitive() && near && !sentence.isGoverned(hit) && found.isEmpty()) {
        found.add(hit);
      }
    }
    return found;
  }
}
