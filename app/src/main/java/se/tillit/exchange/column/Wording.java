package se.tillit.exchange.column;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of message keys in each language, so that a table is understood in all of them.
///
/// The text under `key` is what Tillit writes; the text under `key.synonyms`, where there is one,
/// is what people and other systems also write, parted by `|`.
@FunctionalInterface
public interface Wording {

  List<Locale> LANGUAGES = List.of(Locale.of("sv"), Locale.ENGLISH);

  Optional<String> text(String key, Locale language);

  default String heading(String key, Locale language) {
    return text(key, language).orElse(key);
  }

  /// Every way to write what the key stands for, as compared by {@link #plain}.
  default List<String> names(String key) {
    List<String> names = new ArrayList<>();
    for (Locale language : LANGUAGES) {
      text(key, language).ifPresent(names::add);
      text(key + ".synonyms", language)
          .ifPresent(synonyms -> names.addAll(Bars.SPLIT.splitAsStream(synonyms).toList()));
    }
    return names.stream().map(Wording::plain).filter(name -> !name.isEmpty()).distinct().toList();
  }

  /// A name without case, accents, spaces and signs: `E-post *` and `epost` are one, and so are
  /// `Förvaltning` and `forvaltning`.
  static String plain(String name) {
    String parted = Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(parted.length());
    parted
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /// Where synonyms are parted.
  final class Bars {
    private static final Pattern SPLIT = Pattern.compile("\\|");

    private Bars() {}
  }
}
