package se.tillit.governingdocument.demand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A list of Swedish phrases, each under a key, kept as a text file beside the classes that use it.
final class Lexicon {

  private static final int INDEXED = 3;

  private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
  private final List<Phrase> anyBeginning = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();

  static Lexicon of(String name) {
    Lexicon lexicon = new Lexicon();
    lines(name).forEach(lexicon::take);
    return lexicon;
  }

  /// The lines of a word list that are neither empty nor a remark.
  static List<String> lines(String name) {
    try (InputStream stream =
            Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void take(String line) {
    int colon = line.indexOf(": ");
    String key = line.substring(0, colon);
    for (String phrase : line.substring(colon + 2).split("\\|")) {
      add(key, phrase.strip());
    }
  }

  void add(String key, String phrase) {
    keys.add(key);
    for (List<String> words : PhraseNotation.expand(phrase)) {
      Phrase expanded = new Phrase(key, words);
      String first = words.getFirst().replaceAll("\\*$", "");
      if (first.startsWith("*")) {
        anyBeginning.add(expanded);
      } else {
        byBeginning.computeIfAbsent(beginning(first), _ -> new ArrayList<>()).add(expanded);
      }
    }
  }

  Set<String> keys() {
    return keys;
  }

  private static String beginning(String word) {
    return word.length() <= INDEXED ? word : word.substring(0, INDEXED);
  }

  /// The phrases in a sentence from left to right, the longest at each place, none overlapping.
  List<Hit> in(Words sentence) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      Hit hit = at(sentence, at);
      if (hit == null) {
        at++;
      } else {
        hits.add(hit);
        at = hit.to();
      }
    }
    return hits;
  }

  /// The longest phrase that begins at a place; one written out goes before one with `*`.
  @Nullable Hit at(Words sentence, int at) {
    String word = sentence.at(at);
    Best best = new Best(sentence, at);
    for (int length = 1; length <= Math.min(INDEXED, word.length()); length++) {
      byBeginning.getOrDefault(word.substring(0, length), List.of()).forEach(best::offer);
    }
    anyBeginning.forEach(best::offer);
    return best.hit;
  }

  /// Every phrase that begins at a place, whichever its length.
  List<Hit> allAt(Words sentence, int at) {
    List<Hit> hits = new ArrayList<>();
    String word = sentence.at(at);
    for (int length = 1; length <= Math.min(INDEXED, word.length()); length++) {
      List<Phrase> begun = byBeginning.getOrDefault(word.substring(0, length), List.of());
      begun.forEach(phrase -> offer(hits, phrase, sentence, at));
    }
    anyBeginning.forEach(phrase -> offer(hits, phrase, sentence, at));
    return hits;
  }

  private static void offer(List<Hit> hits, Phrase phrase, Words sentence, int at) {
    if (phrase.matches(sentence, at) > 0) {
      hits.add(new Hit(phrase.key(), at, at + phrase.words().size(), false));
    }
  }

  /// True when a single word stands in the list under a key.
  boolean holds(String key, String word) {
    for (int length = 1; length <= Math.min(INDEXED, word.length()); length++) {
      for (Phrase phrase : byBeginning.getOrDefault(word.substring(0, length), List.of())) {
        if (phrase.key().equals(key) && phrase.isWord(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static final class Best {
    private final Words sentence;
    private final int at;
    private @Nullable Hit hit;
    private boolean wild;

    Best(Words sentence, int at) {
      this.sentence = sentence;
      this.at = at;
    }

    void offer(Phrase phrase) {
      int match = phrase.matches(sentence, at);
      if (match == 0) {
        return;
      }
      Hit offered = new Hit(phrase.key(), at, at + phrase.words().size(), match == 1);
      boolean longer = hit == null || offered.length() > hit.length();
      boolean surer = hit != null && offered.length() == hit.length() && wild && !phrase.isWild();
      if (longer || surer) {
        hit = offered;
        wild = phrase.isWild();
      }
    }
  }
}
