package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.Passage;
import se.tillit.governingdocument.text.Passage.Form;
import se.tillit.governingdocument.text.Section;
import se.tillit.governingdocument.text.StructuredText;
import se.tillit.governingdocument.text.WordSet;

/// Reads a governing document sentence by sentence and proposes what each demands.
public final class Demands {

  /// Words by which a sentence speaks on of who the one before it named.
  private static final Set<String> SPEAKS_ON =
      WordSet.of("rollen funktionen denna denne hen hon han de dessa vidare dessutom");

  private final Map<Passage, Spoken> spoken = new IdentityHashMap<>();
  private Sentence heading = Sentence.of("");
  private @Nullable Spoken before;

  private Demands() {}

  /// A sentence as understood, for those that go on from it.
  private record Spoken(
      Passage passage, Sentence sentence, Verdict verdict, List<Finding> bearers) {

    boolean goesOn() {
      return LeadIns.goesOn(sentence, verdict);
    }
  }

  /// Everybody that a duty can be found to rest on, as keys.
  public static List<String> bearers() {
    return List.copyOf(Lexicons.BEARERS.keys());
  }

  /// How often something can be found to be due, as keys.
  public static List<String> cadences() {
    return List.copyOf(Lexicons.CADENCES.keys());
  }

  public static List<ReadSection> in(StructuredText text) {
    Demands demands = new Demands();
    return text.sections().stream().map(demands::section).toList();
  }

  /// Reads one clause alone, as after an edit, a split or a merge.
  ///
  /// @param leadIn the words it goes on from, or empty
  public static Reading of(String text, String leadIn, String heading) {
    Demands demands = new Demands();
    demands.heading = Sentence.of(heading);
    Passage lead = leadIn.isEmpty() ? null : new Passage(Form.LEAD_IN, 0, "", leadIn, 0, null);
    if (lead != null) {
      demands.passage(lead);
    }
    Form form = lead == null ? Form.SENTENCE : Form.ITEM;
    return demands.passage(new Passage(form, 0, "", text, 1, lead)).reading();
  }

  private ReadSection section(Section section) {
    heading = Sentence.of(section.heading());
    before = null;
    return new ReadSection(section, section.passages().stream().map(this::passage).toList());
  }

  private ReadPassage passage(Passage passage) {
    Sentence sentence = Sentence.of(passage.text());
    Spoken leadIn = leadInOf(passage);
    if (passage.is(Form.CONTENTS) || sentence.size() == 0) {
      return new ReadPassage(
          passage, new Reading(Kind.CONTEXT, Strength.NONE, "", Origin.OWN, List.of(), List.of()));
    }
    Verdict own = own(passage, sentence, leadIn);
    Origin origin = inherits(passage, sentence, leadIn) ? Origin.LEAD_IN : Origin.OWN;
    Verdict verdict =
        origin == Origin.LEAD_IN && leadIn != null ? inherited(leadIn, sentence) : own;
    if (passage.is(Form.LEAD_IN) && LeadIns.goesOn(sentence, verdict)) {
      return leading(passage, sentence, verdict);
    }
    List<Finding> findings =
        findings(passage, sentence, verdict, origin == Origin.LEAD_IN ? leadIn : null);
    String cue = cue(sentence, verdict, origin, leadIn);
    String carried = origin == Origin.LEAD_IN && leadIn != null ? leadIn.passage().text() : "";
    List<Split> splits =
        verdict.kind() == Kind.DEMAND || verdict.kind() == Kind.ROLE_DUTY
            ? Splits.in(sentence, verdict, carried)
            : List.of();
    remember(passage, sentence, verdict, findings);
    return new ReadPassage(
        passage, new Reading(verdict.kind(), verdict.strength(), cue, origin, findings, splits));
  }

  // The items carry the demand; what leads them in is theirs and says nothing alone.
  private ReadPassage leading(Passage passage, Sentence sentence, Verdict verdict) {
    List<Finding> bearers = bearers(passage, sentence, verdict, null);
    remember(passage, sentence, verdict, bearers);
    String cue = sentence.words().written(verdict.from(), verdict.to());
    return new ReadPassage(
        passage, new Reading(Kind.CONTEXT, Strength.NONE, cue, Origin.OWN, bearers, List.of()));
  }

  private void remember(
      Passage passage, Sentence sentence, Verdict verdict, List<Finding> findings) {
    List<Finding> bearers =
        findings.stream().filter(finding -> finding.topic() == Topic.BEARER).toList();
    before = new Spoken(passage, sentence, verdict, bearers);
    if (passage.is(Form.LEAD_IN)) {
      spoken.put(passage, before);
    }
  }

  private @Nullable Spoken leadInOf(Passage passage) {
    return passage.leadIn() == null ? null : spoken.get(passage.leadIn());
  }

  private Verdict own(Passage passage, Sentence sentence, @Nullable Spoken leadIn) {
    Verdict modal = Modality.of(sentence);
    if (modal != null && modal.kind() == Kind.DEMAND) {
      return modal;
    }
    Verdict duty = Duties.of(sentence);
    if (duty == null && startsWithDuty(passage, sentence, leadIn)) {
      duty = Verdict.duty(0, 1);
    }
    Verdict defined = Definitions.of(sentence);
    if (defined != null && sentence.at(0).equals("att")) {
      return defined;
    }
    if (duty != null) {
      return duty;
    }
    return modal != null ? modal : defined != null ? defined : Verdict.CONTEXT;
  }

  // «Kommunstyrelsen» as heading or lead-in, then «antar riktlinjer» or «ansvarar för att».
  private boolean startsWithDuty(Passage passage, Sentence sentence, @Nullable Spoken leadIn) {
    boolean named =
        leadIn != null ? LeadIns.namesRole(leadIn.sentence()) : LeadIns.namesRole(heading);
    if (!named) {
      return false;
    }
    boolean verb = Verbs.isDuty(sentence.words(), 0) || Verbs.isInfinitive(sentence.words(), 0);
    boolean responsibility =
        leadIn != null && sentence.holdsAny(0, 4, Set.of("ansvar", "ansvaret"));
    return verb || responsibility;
  }

  // Only a «ska» of its own sets an item free from the sentence that it goes on from.
  private static boolean inherits(Passage passage, Sentence sentence, @Nullable Spoken leadIn) {
    if (leadIn == null || !passage.is(Form.ITEM) && !passage.is(Form.LEAD_IN)) {
      return false;
    }
    Verdict modal = Modality.of(sentence);
    boolean free = modal != null && modal.kind() == Kind.DEMAND;
    return !free && (leadIn.goesOn() || LeadIns.namesDuty(leadIn.sentence()));
  }

  private static Verdict inherited(Spoken leadIn, Sentence sentence) {
    Verdict verdict = leadIn.goesOn() ? leadIn.verdict() : Verdict.duty(0, 0);
    int none = sentence.size() == 0 ? 0 : Verbs.isInfinitive(sentence.words(), 0) ? 1 : 0;
    return new Verdict(verdict.kind(), verdict.strength(), none, none);
  }

  private static String cue(
      Sentence sentence, Verdict verdict, Origin origin, @Nullable Spoken leadIn) {
    if (origin == Origin.OWN || leadIn == null) {
      return sentence.words().written(verdict.from(), verdict.to());
    }
    Verdict leading = leadIn.verdict();
    return leading.to() > leading.from()
        ? leadIn.sentence().words().written(leading.from(), leading.to())
        : leadIn.passage().text();
  }

  private List<Finding> findings(
      Passage passage, Sentence sentence, Verdict verdict, @Nullable Spoken carried) {
    List<Finding> findings = new ArrayList<>(bearers(passage, sentence, verdict, carried));
    findings.addAll(Bearers.findings(sentence, Topic.CADENCE, sentence.cadences()));
    if (verdict.kind() != Kind.DEFINITION) {
      findings.addAll(Bearers.findings(sentence, Topic.RECIPIENT, Recipients.in(sentence)));
    }
    if (verdict.kind() != Kind.CONTEXT) {
      findings.addAll(IndicatorCues.in(sentence.words(), verdict, findings));
    }
    findings.addAll(Bearers.findings(sentence, Topic.LAW, sentence.laws()));
    if (carried != null && verdict.binds()) {
      inheritFrom(carried, findings);
    }
    return findings;
  }

  private static void inheritFrom(Spoken carried, List<Finding> findings) {
    for (Topic topic : List.of(Topic.CADENCE, Topic.RECIPIENT)) {
      if (findings.stream().noneMatch(finding -> finding.topic() == topic)) {
        List<Hit> hits =
            topic == Topic.CADENCE
                ? carried.sentence().cadences()
                : Recipients.in(carried.sentence());
        Bearers.findings(carried.sentence(), topic, hits)
            .forEach(finding -> findings.add(finding.from(Origin.LEAD_IN)));
      }
    }
  }

  private List<Finding> bearers(
      Passage passage, Sentence sentence, Verdict verdict, @Nullable Spoken carried) {
    if (!verdict.binds()) {
      return List.of();
    }
    List<Finding> own = carried == null ? Bearers.in(sentence, verdict) : List.of();
    if (!own.isEmpty()) {
      return own;
    }
    Spoken leadIn = carried != null ? carried : leadInOf(passage);
    if (leadIn != null) {
      List<Finding> leading =
          leadIn.bearers().isEmpty() ? namedBy(leadIn.sentence()) : leadIn.bearers();
      if (!leading.isEmpty()) {
        return leading.stream().map(finding -> finding.from(Origin.LEAD_IN)).toList();
      }
    }
    List<Finding> elsewhere = List.of();
    Origin origin = Origin.HEADING;
    if (before != null && speaksOn(passage, sentence, before)) {
      elsewhere = before.bearers();
      origin = Origin.SENTENCE_BEFORE;
    } else if (LeadIns.namesRole(heading)) {
      elsewhere = namedBy(heading);
    }
    return notRecipients(elsewhere, origin, sentence);
  }

  // Under «Kommunstyrelsen» a report to the executive board is not its own to deliver.
  private static List<Finding> notRecipients(
      List<Finding> bearers, Origin origin, Sentence sentence) {
    Set<String> recipients =
        Recipients.in(sentence).stream().map(Hit::key).collect(Collectors.toSet());
    return bearers.stream()
        .filter(finding -> !recipients.contains(finding.key()))
        .map(finding -> finding.from(origin))
        .toList();
  }

  private static List<Finding> namedBy(Sentence name) {
    return Bearers.findings(name, Topic.BEARER, name.bearers());
  }

  // In one paragraph, «Rollen ansvarar även för …» and a report without a sender are those of the
  // one named last.
  private static boolean speaksOn(Passage passage, Sentence sentence, Spoken before) {
    if (before.passage().paragraph() != passage.paragraph() || before.bearers().isEmpty()) {
      return false;
    }
    return SPEAKS_ON.contains(sentence.at(0)) || !Recipients.in(sentence).isEmpty();
  }
}
