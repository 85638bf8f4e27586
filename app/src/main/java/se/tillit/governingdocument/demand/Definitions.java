package se.tillit.governingdocument.demand;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.WordSet;

/// Recognises sentences that say what a word means, or what the document itself is.
final class Definitions {

  private static final Set<String> ASPECTS =
      WordSet.of("konfidentialitet riktighet tillgänglighet spårbarhet autenticitet oavvislighet");
  private static final Set<String> ARTICLES = WordSet.of("de det den att när förmågan summan");
  private static final Set<String> MEANS =
      Set.of("avses", "menas", "definieras", "betyder", "förstås");
  private static final Set<String> DOCUMENTS =
      Set.of("dokumentet", "policyn", "riktlinjen", "riktlinjerna", "bestämmelserna");

  private Definitions() {}

  static @Nullable Verdict of(Sentence sentence) {
    int cue = cue(sentence);
    return cue < 0 ? null : new Verdict(Kind.DEFINITION, Strength.NONE, cue, cue + 1);
  }

  private static int cue(Sentence sentence) {
    for (int i = 0; i < Math.min(sentence.size(), 12); i++) {
      if (MEANS.contains(sentence.at(i))) {
        return i;
      }
    }
    if (ASPECTS.contains(sentence.at(0)) && explains(sentence)) {
      return 0;
    }
    int last = sentence.isJoining(sentence.size() - 1) ? sentence.size() - 2 : sentence.size() - 1;
    if (last > 0 && ASPECTS.contains(sentence.at(last)) && sentence.words().isSetOff(last)) {
      return last;
    }
    if (sentence.at(0).equals("att") && sentence.at(1).startsWith("information")) {
      return 0;
    }
    return statement(sentence);
  }

  // «Riktighet: att …», «Riktighet innebär …», or nothing but such words, as above the columns of a
  // table.
  private static boolean explains(Sentence sentence) {
    String next = sentence.at(1);
    return sentence.words().isSetOff(1)
        || ASPECTS.contains(next)
        || next.isEmpty()
        || next.equals("innebär")
        || next.equals("är");
  }

  // «Informationssäkerhet är de åtgärder som …», «Denna policy är det högsta …», «Dokumentet
  // fastslår …».
  private static int statement(Sentence sentence) {
    boolean own = sentence.at(0).equals("denna") || sentence.at(0).equals("detta");
    boolean document = own && isDocument(sentence.at(1)) || DOCUMENTS.contains(sentence.at(0));
    for (int i = 1; i <= Math.min(3, sentence.size() - 1); i++) {
      String word = sentence.at(i);
      boolean is = word.equals("är") || word.equals("innebär");
      if (is && definesSubject(sentence, i + 1, document, own)) {
        return i;
      }
      if (document
          && Set.of("fastslår", "fastställer", "utgör", "beskriver", "anger").contains(word)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean definesSubject(
      Sentence sentence, int article, boolean document, boolean own) {
    String word = sentence.at(article);
    if (document) {
      return ARTICLES.contains(word) || word.equals("en") || word.equals("ett");
    }
    boolean role = sentence.bearers().stream().anyMatch(hit -> hit.from() == 0);
    return ARTICLES.contains(word) && !own && !role && !sentence.at(0).equals("det");
  }

  private static boolean isDocument(String word) {
    return word.contains("polic") || word.startsWith("dokument") || word.startsWith("riktlinje");
  }
}
